// Puts the extension together: dist/chromium and dist/firefox.
// Every folder of extension/ with a main.ts becomes one script. A part with a page
// is a module and may import the core; the others stand alone, as content scripts must.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { build } from "esbuild";
import { BROWSERS, manifestFor, targets } from "./manifest.mjs";
import { notices } from "./notices.mjs";
import { DIST, EXTENSION, ROOT, WASM } from "./paths.mjs";

const CORES = ["primum", "primum_full"];
const CORE_FILES = CORES.flatMap((name) => [`${name}.js`, `${name}_bg.wasm`]);
// Primum's own pages differ in their script alone, so they are made from one file.
const PAGES = ["options", "popup", "practice"];
const PAGE = join(EXTENSION, "html/page.html");
// What ships as it is.
const STATIC_FOLDERS = ["_locales", "content", "icons", "css"];
const STATIC_FILES = [".html", ".css", ".json"];
const LICENCES = ["LICENSE-MIT", "LICENSE-APACHE"];
const NOT_SHIPPED = ["tsconfig.json"];

// The bindings are made by wasm-bindgen, beside the bundle: imported by the page at run time, not bundled.
const coreBesideBundle = {
  name: "core-beside-bundle",
  setup: (esbuild) => esbuild.onResolve({ filter: /^primum-core(-full)?$/ }, ({ path }) => ({ path: path === "primum-core" ? "./primum.js" : "./primum_full.js", external: true })),
};

function parts() {
  return readdirSync(EXTENSION, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(EXTENSION, entry.name, "main.ts")))
    .map((entry) => ({ name: entry.name, entry: join(EXTENSION, entry.name, "main.ts"), isPage: hasPage(entry.name) }));
}

const hasPage = (name) => PAGES.includes(name) || existsSync(join(EXTENSION, `${name}.html`));

async function bundle(part, target, outDir) {
  await build({
    entryPoints: { [part.name]: part.entry },
    outdir: outDir,
    bundle: true,
    format: part.isPage ? "esm" : "iife",
    target,
    charset: "utf8",
    legalComments: "none",
    // Readable as shipped: a security team and the stores' reviewers read these files.
    minify: false,
    plugins: part.isPage ? [coreBesideBundle] : [],
    logLevel: "warning",
  });
}

function copyStatic(outDir) {
  for (const folder of STATIC_FOLDERS) {
    const from = join(EXTENSION, folder);
    if (existsSync(from)) cpSync(from, join(outDir, folder), { recursive: true });
  }
  for (const name of readdirSync(EXTENSION)) {
    const from = join(EXTENSION, name);
    if (statSync(from).isFile() && STATIC_FILES.includes(extname(name)) && !NOT_SHIPPED.includes(name)) cpSync(from, join(outDir, name));
  }
  const page = readFileSync(PAGE, "utf8");
  for (const name of PAGES) writeFileSync(join(outDir, `${name}.html`), page.replaceAll("$NAME", name));
  for (const name of CORE_FILES) cpSync(join(WASM, name), join(outDir, name));
  for (const name of LICENCES) cpSync(join(ROOT, name), join(outDir, name));
}

// A file that the manifest names and the build did not make would only be noticed by the browser.
function missingFiles(manifest, outDir) {
  const named = [
    ...(manifest.content_scripts ?? []).flatMap((script) => [...(script.js ?? []), ...(script.css ?? [])]),
    ...(manifest.background?.scripts ?? []),
    manifest.background?.service_worker,
    ...(manifest.web_accessible_resources ?? []).flatMap((resource) => resource.resources),
    ...Object.values(manifest.icons ?? {}),
    ...Object.values(manifest.action?.default_icon ?? {}),
    manifest.action?.default_popup,
    manifest.options_ui?.page,
    manifest.options_page,
    manifest.storage?.managed_schema,
  ];
  return named.filter((file) => typeof file === "string" && !file.includes("*") && !existsSync(join(outDir, file)));
}

async function assemble(source, browser, thirdParty) {
  const outDir = join(DIST, browser);
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  for (const part of parts()) await bundle(part, targets(source)[browser], outDir);
  copyStatic(outDir);
  writeFileSync(join(outDir, "THIRD-PARTY.txt"), thirdParty);
  const manifest = manifestFor(source, browser);
  writeFileSync(join(outDir, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const missing = missingFiles(manifest, outDir);
  if (missing.length > 0) throw new Error(`${browser}: manifest.json names ${missing.join(", ")}, which the build does not make`);
  const scripts = parts().map(({ name }) => `${name}.js ${(statSync(join(outDir, `${name}.js`)).size / 1000).toFixed(1)} kB`);
  console.log(`${basename(DIST)}/${browser}: ${scripts.join(", ")}`);
}

const manifestFile = join(ROOT, "manifest.json");
const source = JSON.parse(readFileSync(manifestFile, "utf8"));
const thirdParty = notices();
for (const browser of BROWSERS) await assemble(source, browser, thirdParty);
