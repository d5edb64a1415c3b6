// The signing key of the self-hosted package. It lives outside the repository:
// PRIMUM_KEY (the PEM itself), else PRIMUM_KEY_FILE, else a key of this user's own, made when first needed.
import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { ROOT } from "../paths.mjs";

// What Chromium itself makes for `--pack-extension`.
const KEY_BITS = 2048;

/** @param {NodeJS.ProcessEnv} env */
export function signingKey(env) {
  if (env.PRIMUM_KEY) return rsa(env.PRIMUM_KEY, "PRIMUM_KEY");
  const file = resolve(env.PRIMUM_KEY_FILE ?? join(env.XDG_CONFIG_HOME ?? join(homedir(), ".config"), "primum", "extension-key.pem"));
  if (!relative(ROOT, file).startsWith("..")) throw new Error("signing key: the file is inside the repository, expected a place outside of it");
  if (!existsSync(file)) {
    if (env.PRIMUM_KEY_FILE) throw new Error("signing key: PRIMUM_KEY_FILE names no file; give an RSA private key as PEM");
    makeKey(file);
  }
  return rsa(readFileSync(file, "utf8"), "the key file");
}

function makeKey(file) {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: KEY_BITS });
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  console.log("signing key: none was given, so one was made for local use; keep it, or the extension's id changes");
}

function rsa(pem, from) {
  let key;
  try {
    key = createPrivateKey(pem);
  } catch {
    // The cause could quote the key.
    throw new Error(`signing key: ${from} holds no private key, expected PEM (PKCS #8)`);
  }
  if (key.asymmetricKeyType !== "rsa") throw new Error(`signing key: ${from} is ${key.asymmetricKeyType}, expected rsa`);
  return key;
}
