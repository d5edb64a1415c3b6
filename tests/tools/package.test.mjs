// Packages: the same bytes every time, and a signature that a browser's reader accepts.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash, createPublicKey, generateKeyPairSync, randomBytes, verify } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env, execPath } from "node:process";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { zip } from "../../tools/package/archive.mjs";
import { crx, extensionId } from "../../tools/package/crx.mjs";
import { signingKey } from "../../tools/package/key.mjs";
import { updateManifest } from "../../tools/package/updates.mjs";
import { ROOT } from "../../tools/paths.mjs";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const FILES = new Map([["manifest.json", Buffer.from("{}")], ["icons/a.png", Buffer.from([1, 2, 3])], ["ä.txt", Buffer.from("é")]]);

test("an archive depends on names and contents alone: not on order, clock or time zone", () => {
  const program = `import { zip } from ${JSON.stringify(join(ROOT, "tools/package/archive.mjs"))};
    process.stdout.write(zip(new Map([["ä.txt", Buffer.from("é")], ["icons/a.png", Buffer.from([1, 2, 3])], ["manifest.json", Buffer.from("{}")]])).toString("hex"));`;
  for (const zone of ["Asia/Tokyo", "America/Los_Angeles"]) {
    const other = execFileSync(execPath, ["--input-type=module", "-e", program], { env: { ...env, TZ: zone }, encoding: "utf8" });
    assert.equal(other, zip(FILES).toString("hex"), zone);
  }
  const back = unzipSync(zip(FILES));
  assert.deepEqual(Object.keys(back), ["icons/a.png", "manifest.json", "ä.txt"]);
  assert.deepEqual(Buffer.from(back["ä.txt"]), FILES.get("ä.txt"));
});

// A reader of its own, after crx3.proto: field number and bytes, all fields length-delimited.
function fields(bytes) {
  const found = new Map();
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    assert.equal(tag % 8, 2, "length-delimited");
    const length = varint();
    found.set(Math.floor(tag / 8), bytes.subarray(at, at + length));
    at += length;
  }
  return found;
}

test("a CRX3 carries the archive unchanged, under a signature that holds and an id that fits", () => {
  const archive = zip(FILES);
  const signed = crx(archive, privateKey);
  assert.equal(signed.subarray(0, 4).toString(), "Cr24");
  assert.equal(signed.readUInt32LE(4), 3);
  const headerEnd = 12 + signed.readUInt32LE(8);
  assert.deepEqual(signed.subarray(headerEnd), archive);
  const header = fields(signed.subarray(12, headerEnd));
  const proof = fields(header.get(2));
  const data = header.get(10000);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  const covered = Buffer.concat([Buffer.from("CRX3 SignedData\0"), length, data, archive]);
  const publicKey = createPublicKey({ key: proof.get(1), format: "der", type: "spki" });
  assert.equal(verify("sha256", covered, publicKey, proof.get(2)), true);
  const id = createHash("sha256").update(proof.get(1)).digest().subarray(0, 16);
  assert.deepEqual(fields(data).get(1), id);
  assert.equal(extensionId(privateKey), [...id.toString("hex")].map((digit) => "abcdefghijklmnop"[parseInt(digit, 16)]).join(""));
  assert.deepEqual(crx(archive, privateKey), signed, "signing twice gives the same bytes");
});

test("the signing key never comes from inside the repository, and a wrong one is named without being shown", () => {
  assert.throws(() => signingKey({ PRIMUM_KEY_FILE: join(ROOT, "key.pem") }), /inside the repository/);
  assert.throws(() => signingKey({ PRIMUM_KEY: "s3cret" }), (error) => /PRIMUM_KEY holds no private key/.test(error.message) && !error.message.includes("s3cret"));
  const { privateKey: other } = generateKeyPairSync("ed25519");
  assert.throws(() => signingKey({ PRIMUM_KEY: String(other.export({ type: "pkcs8", format: "pem" })) }), /ed25519, expected rsa/);
});

test("a key is made once, for its owner's eyes only, and found again", () => {
  const home = mkdtempSync(join(tmpdir(), "primum-key-"));
  try {
    const first = extensionId(signingKey({ XDG_CONFIG_HOME: home }));
    assert.equal(extensionId(signingKey({ XDG_CONFIG_HOME: home })), first);
    const missing = join(home, "none.pem");
    assert.throws(() => signingKey({ PRIMUM_KEY_FILE: missing }), /names no file/);
    writeFileSync(missing, readFileSync(join(home, "primum", "extension-key.pem")));
    assert.equal(extensionId(signingKey({ PRIMUM_KEY_FILE: missing })), first);
  } finally {
    rmSync(home, { recursive: true });
  }
});

test("the update manifest escapes what it is given", () => {
  assert.match(updateManifest({ id: "a", version: "1.2.3", codebase: 'https://h.example/?a=1&b="' }), /codebase="https:\/\/h\.example\/\?a=1&amp;b=&quot;" version="1\.2\.3"/);
});

test("a package over its budget is an error that names it; the files that weigh most come first", () => {
  const folder = mkdtempSync(join(tmpdir(), "primum-weight-"));
  const weigh = () => spawnSync(execPath, [join(ROOT, "tools/package/weight.mjs"), folder], { encoding: "utf8" });
  try {
    writeFileSync(join(folder, "small.txt"), "a");
    writeFileSync(join(folder, "large.bin"), randomBytes(2_000_000));
    const within = weigh();
    assert.equal(within.status, 0, within.stderr);
    assert.match(within.stdout, /2 files, 2000\.\d kB packed of 2375\.0 kB\n  large\.bin 2000\.\d kB, small\.txt/);
    writeFileSync(join(folder, "more.bin"), randomBytes(400_000));
    const over = weigh();
    assert.equal(over.status, 1);
    assert.ok(over.stderr.includes(`${folder} is 24`) && over.stderr.includes("the budget is 2375.0 kB"), over.stderr);
    const missing = spawnSync(execPath, [join(ROOT, "tools/package/weight.mjs"), join(folder, "none")], { encoding: "utf8" });
    assert.deepEqual([missing.status, missing.stderr.includes("expected a folder")], [1, true]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
