// Builds the shipping page script and background with a fake frame into an unpacked extension, for tests.
import { build } from "esbuild";
import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const HERE = join(ROOT, "tests/page");

/**
 * @param {object} [options] what the fake frame does, see fake-frame.js
 * @param {"chromium" | "firefox"} [browser]
 */
export async function buildPageExtension(options = {}, browser = "chromium") {
  const dir = await mkdtemp(join(tmpdir(), "primum-page-"));
  await build({
    entryPoints: { page: join(ROOT, "extension/page/main.ts"), background: join(ROOT, "extension/background/main.ts") },
    bundle: true, format: "iife", target: ["chrome125", "firefox140"], outdir: dir, logLevel: "error",
  });
  const manifest = JSON.parse(await readFile(join(ROOT, "manifest.json"), "utf8"));
  delete manifest.background[browser === "chromium" ? "scripts" : "service_worker"];
  await writeFile(join(dir, "manifest.json"), JSON.stringify(testManifest(manifest)));
  if (!options.no_frame) await cp(join(HERE, "fake-frame.html"), join(dir, "frame.html"));
  for (const name of ["fake-frame.css", "fake-frame.js"]) await cp(join(HERE, name), join(dir, name));
  await writeFile(join(dir, "fake-options.js"), `globalThis.fakeOptions = ${JSON.stringify(options)};\n`);
  return dir;
}

/** Leaves out what names files of the finished extension that a page-script test does not have. */
function testManifest(manifest) {
  const { icons, options_ui, storage, default_locale, ...rest } = manifest;
  const { default_icon, default_popup, ...action } = rest.action ?? {};
  const named = (text) => (typeof text === "string" && text.startsWith("__MSG_") ? "Primum" : text);
  return { ...rest, action: { ...action, default_title: "Primum" }, name: "Primum", short_name: "Primum", description: named(rest.description) };
}
