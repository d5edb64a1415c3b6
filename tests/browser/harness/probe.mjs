// The smallest extension there is: proves that the harness runs content scripts on the practice pages.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HOSTS } from "../../practice/hosts.mjs";

const MATCHES = HOSTS.map((host) => `https://${host}/*`);

const MANIFEST = {
  manifest_version: 3,
  name: "Practice probe",
  version: "1.0",
  // Firefox runs MV3 content scripts only where host permissions are granted.
  host_permissions: MATCHES,
  background: { service_worker: "background.js", scripts: ["background.js"] },
  content_scripts: [{ matches: MATCHES, js: ["content.js"], run_at: "document_start" }],
  browser_specific_settings: { gecko: { id: "practice-probe@primum.invalid" } },
};

const CONTENT = "addEventListener('focusin', (event) => { document.documentElement.dataset.probe = event.target.getAttribute('data-testid') ?? event.target.getAttribute('role'); }, true);";

/** Writes the extension into a new directory. */
export async function makeProbe() {
  const dir = await mkdtemp(join(tmpdir(), "primum-probe-"));
  await writeFile(join(dir, "manifest.json"), JSON.stringify(MANIFEST));
  await writeFile(join(dir, "content.js"), CONTENT);
  await writeFile(join(dir, "background.js"), "");
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
