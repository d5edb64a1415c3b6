// The self-signed certificate under which the practice pages answer for the real host names.
// Made once per machine with openssl, kept in .cache/ (never committed), renewed before it runs out.
import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CACHE_DIR } from "./paths.mjs";
import { HOSTS } from "./hosts.mjs";

// 30 days: long enough not to be remade daily, short enough that a leaked key is soon worthless.
const VALID_DAYS = 30;
const RENEW_BEFORE_MS = 24 * 60 * 60 * 1000;

/** @returns {{ key: Buffer, cert: Buffer }} */
export function certificate() {
  const keyFile = join(CACHE_DIR, "key.pem");
  const certFile = join(CACHE_DIR, "cert.pem");
  if (!usable(keyFile, certFile)) make(keyFile, certFile);
  return { key: readFileSync(keyFile), cert: readFileSync(certFile) };
}

function usable(keyFile, certFile) {
  if (!existsSync(keyFile) || !existsSync(certFile)) return false;
  const cert = new X509Certificate(readFileSync(certFile, "utf8"));
  const lasts = Date.parse(cert.validTo) - Date.now() > RENEW_BEFORE_MS;
  return lasts && HOSTS.every((host) => cert.checkHost(host) !== undefined);
}

function make(keyFile, certFile) {
  mkdirSync(CACHE_DIR, { recursive: true });
  const names = [...HOSTS, "localhost"].map((host) => `DNS:${host}`).join(",");
  execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-days", String(VALID_DAYS), "-subj", "/CN=Primum practice pages",
      "-addext", `subjectAltName=${names}`, "-keyout", keyFile, "-out", certFile],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
}
