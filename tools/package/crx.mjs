// CRX3: a zip with a signed header before it. Layout: chromium's components/crx_file/crx3.proto and crx_creator.cc.
import { createHash, createPublicKey, sign } from "node:crypto";

/** @param {string} text */
const bytesOf = (text) => new TextEncoder().encode(text);

const MAGIC = bytesOf("Cr24");
const VERSION = 3;
const SIGNED_CONTEXT = bytesOf("CRX3 SignedData\0");
// Field numbers of crx3.proto.
const SHA256_WITH_RSA = 2;
const SIGNED_HEADER_DATA = 10000;
const PROOF_PUBLIC_KEY = 1;
const PROOF_SIGNATURE = 2;
const SIGNED_CRX_ID = 1;
// Protocol buffers: wire type 2 is "length, then bytes".
const LENGTH_DELIMITED = 2;
const CRX_ID_BYTES = 16;

/** @param {number} value @returns {Uint8Array} */
const uint32 = (value) => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
};

/** @param {...Uint8Array} parts @returns {Uint8Array} */
function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {number} value @returns {Uint8Array} */
function varint(value) {
  /** @type {number[]} */
  const bytes = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/** @param {number} number @param {Uint8Array} bytes */
const field = (number, bytes) => joined(varint((number << 3) | LENGTH_DELIMITED), varint(bytes.length), bytes);

/** @param {import("node:crypto").KeyObject} key @returns {Uint8Array} */
const publicKeyOf = (key) => {
  // Node takes a private key here; its types of version 20 do not say so.
  const publicKey = createPublicKey(/** @type {any} */ (key));
  return Uint8Array.from(publicKey.export({ type: "spki", format: "der" }));
};

/** @param {Uint8Array} publicKey */
const crxId = (publicKey) => Uint8Array.from(createHash("sha256").update(publicKey).digest()).subarray(0, CRX_ID_BYTES);

/**
 * The extension's id as browsers and policies write it: 32 letters from a to p.
 * @param {import("node:crypto").KeyObject} key
 */
export function extensionId(key) {
  const hex = Buffer.from(crxId(publicKeyOf(key))).toString("hex");
  return hex.replace(/./g, (digit) => String.fromCharCode("a".charCodeAt(0) + parseInt(digit, 16)));
}

/**
 * @param {Uint8Array} archive a zip with manifest.json at its root
 * @param {import("node:crypto").KeyObject} key RSA private key
 * @returns {Buffer}
 */
export function crx(archive, key) {
  const publicKey = publicKeyOf(key);
  const signedData = field(SIGNED_CRX_ID, crxId(publicKey));
  const signed = joined(SIGNED_CONTEXT, uint32(signedData.length), signedData, archive);
  // PKCS #1 v1.5, as crx3.proto asks for: deterministic, so the package's bytes are too.
  const signature = Uint8Array.from(sign("sha256", signed, key));
  const proof = joined(field(PROOF_PUBLIC_KEY, publicKey), field(PROOF_SIGNATURE, signature));
  const header = joined(field(SHA256_WITH_RSA, proof), field(SIGNED_HEADER_DATA, signedData));
  return Buffer.from(joined(MAGIC, uint32(VERSION), uint32(header.length), header, archive));
}
