// `node tools/package/main.mjs COMPILER`: everything that is handed out, into dist/packages.
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv, env } from "node:process";
import { DIST, PACKAGES, version } from "../paths.mjs";
import { filesOf, zip } from "./archive.mjs";
import { crx, extensionId } from "./crx.mjs";
import { signingKey } from "./key.mjs";
import { bill } from "./sbom.mjs";
import { updateManifest } from "./updates.mjs";

// Where browsers fetch a self-hosted package. The default serves for trying it on one machine.
const UPDATE_BASE = (env.PRIMUM_UPDATE_BASE ?? "http://127.0.0.1:8977").replace(/\/$/, "");

// Stores refuse a package with an update address; a self-hosted one needs it.
function withUpdateAddress(files) {
  const manifest = JSON.parse(Buffer.from(files.get("manifest.json")).toString("utf8"));
  manifest.update_url = `${UPDATE_BASE}/updates.xml`;
  return new Map([...files, ["manifest.json", Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]]);
}

function packages(compiler) {
  const release = version();
  const key = signingKey(env);
  const chromium = filesOf(join(DIST, "chromium"));
  const crxName = `primum-${release}.crx`;
  const updates = { id: extensionId(key), version: release, codebase: `${UPDATE_BASE}/${crxName}` };
  return new Map([
    [`primum-${release}-store.zip`, zip(chromium)],
    [crxName, crx(zip(withUpdateAddress(chromium)), key)],
    ["updates.xml", Buffer.from(updateManifest(updates))],
    [`primum-${release}.xpi`, zip(filesOf(join(DIST, "firefox")))],
    [`primum-${release}.cdx.json`, Buffer.from(`${JSON.stringify(bill({ version: release, compiler }), null, 2)}\n`)],
    ["extension-id.txt", Buffer.from(`${updates.id}\n`)],
  ]);
}

const made = packages(argv[2] ?? "unknown");
const sums = [...made].map(([name, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`);
rmSync(PACKAGES, { recursive: true, force: true });
mkdirSync(PACKAGES, { recursive: true });
for (const [name, bytes] of [...made, ["SHA256SUMS", Buffer.from(sums.join(""))]]) {
  writeFileSync(join(PACKAGES, name), bytes);
  console.log(`dist/packages/${name}: ${(bytes.length / 1000).toFixed(1)} kB`);
}
console.log(sums.join("").trimEnd());
