// @ts-nocheck -- to TypeScript 7, the Buffer of @types/node 20 is no Uint8Array; tests/tools/package.test.mjs reads the bytes back
// CRX3: a zip with a signed header before it. Layout: chromium's components/crx_file/crx3.proto and crx_creator.cc.
import { createHash, createPublicKey, sign } from "node:crypto";

const MAGIC = Buffer.from("Cr24");
const VERSION = 3;
const SIGNED_CONTEXT = Buffer.from("CRX3 SignedData\0");
// Field numbers of crx3.proto.
const SHA256_WITH_RSA = 2;
const SIGNED_HEADER_DATA = 10000;
const PROOF_PUBLIC_KEY = 1;
const PROOF_SIGNATURE = 2;
const SIGNED_CRX_ID = 1;
// Protocol buffers: wire type 2 is "length, then bytes".
const LENGTH_DELIMITED = 2;
const CRX_ID_BYTES = 16;

const uint32 = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

function varint(value) {
  const bytes = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}

const field = (number, bytes) => Buffer.concat([varint((number << 3) | LENGTH_DELIMITED), varint(bytes.length), bytes]);

const publicKeyOf = (key) => createPublicKey(key).export({ type: "spki", format: "der" });

const crxId = (publicKey) => createHash("sha256").update(publicKey).digest().subarray(0, CRX_ID_BYTES);

/**
 * The extension's id as browsers and policies write it: 32 letters from a to p.
 * @param {import("node:crypto").KeyObject} key
 */
export function extensionId(key) {
  const hex = crxId(publicKeyOf(key)).toString("hex");
  return hex.replace(/./g, (digit) => String.fromCharCode("a".charCodeAt(0) + parseInt(digit, 16)));
}

/**
 * @param {Buffer} archive a zip with manifest.json at its root
 * @param {import("node:crypto").KeyObject} key RSA private key
 */
export function crx(archive, key) {
  const publicKey = publicKeyOf(key);
  const signedData = field(SIGNED_CRX_ID, crxId(publicKey));
  const signed = Buffer.concat([SIGNED_CONTEXT, uint32(signedData.length), signedData, archive]);
  // PKCS #1 v1.5, as crx3.proto asks for: deterministic, so the package's bytes are too.
  const signature = sign("sha256", signed, key);
  const proof = Buffer.concat([field(PROOF_PUBLIC_KEY, publicKey), field(PROOF_SIGNATURE, signature)]);
  const header = Buffer.concat([field(SHA256_WITH_RSA, proof), field(SIGNED_HEADER_DATA, signedData)]);
  return Buffer.concat([MAGIC, uint32(VERSION), uint32(header.length), header, archive]);
}
