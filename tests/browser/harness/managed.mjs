// Installs the built extension into real browsers the way institutions do: from a local
// update server, by the files that `primum policy template` writes.
import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { crx, extensionId } from "../../../tools/package/crx.mjs";
import { updateManifest } from "../../../tools/package/updates.mjs";
import { ROOT } from "../../../tools/paths.mjs";

// What Chromium itself makes for packages.
const KEY_BITS = 2048;

/** Why policies cannot be put into `folder`, or false when they can: what node's tests take for `skip`. */
export function cannotWrite(folder) {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  try {
    accessSync(existing, constants.W_OK);
    return false;
  } catch {
    return `needs to write ${folder}, which this user may not; run as root to test policies in this browser`;
  }
}

/** A server on a free port of this machine. */
export async function serve(answer) {
  const server = createServer((request, response) => {
    const { body, type = "application/octet-stream" } = answer(request) ?? {};
    response.writeHead(body === undefined ? 404 : 200, { "content-type": type });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) };
}

/** An update server with one signed package. @param {Buffer} archive @param {string} version */
export async function updateServer(archive, version) {
  const key = generateKeyPairSync("rsa", { modulusLength: KEY_BITS }).privateKey;
  const id = extensionId(key);
  const server = await serve(({ url }) => {
    if (url?.startsWith("/updates.xml")) {
      return { body: updateManifest({ id, version, codebase: `${server.url}/primum.crx` }), type: "text/xml" };
    }
    return url?.startsWith("/primum.crx") ? { body: crx(new Uint8Array(archive), key), type: "application/x-chrome-extension" } : undefined;
  });
  return { id, updateUrl: `${server.url}/updates.xml`, close: server.close };
}

/** What `primum policy template` prints for a policy. */
export function template(platform, policy, ...options) {
  const file = join(tmpdir(), `primum-policy-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(policy));
  try {
    const cargo = ["run", "--quiet", "--locked", "--target-dir", process.env.CARGO_TARGET_DIR ?? "target", "--bin", "primum", "--"];
    return execFileSync("cargo", [...cargo, "policy", "template", platform, ...options, file], { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } finally {
    rmSync(file, { force: true });
  }
}

/** Puts a policy file where a browser looks for it; `remove` takes it away, and the folders made for it. */
export function policyFile(path) {
  let made = dirname(path);
  const isOld = existsSync(made);
  while (!existsSync(dirname(made))) made = dirname(made);
  if (existsSync(path)) throw new Error(`${path} is there already; this machine is managed, so nothing is tested on it`);
  mkdirSync(dirname(path), { recursive: true });
  return {
    write: (text) => writeFileSync(path, text),
    remove: () => rmSync(isOld ? path : made, { recursive: true, force: true }),
  };
}
