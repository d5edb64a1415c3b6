// Names and sizes of a module's sections, in the order in which they stand.

// The WebAssembly core specification 2.0, §5.5.2, names these by number; 0 is a custom section with its own name.
const NAMES = ["custom", "type", "import", "function", "table", "memory", "global", "export", "start", "element", "code", "data", "data count", "tag"];
// "\0asm" and a four-byte version.
const HEADER_BYTES = 8;

/** @param {Buffer} bytes @returns {{ name: string, start: number, size: number }[]} */
export function sections(bytes) {
  if (bytes.subarray(0, 4).toString("latin1") !== "\0asm") throw new Error("not a WebAssembly module: it does not start with \\0asm");
  const found = [];
  let at = HEADER_BYTES;
  while (at < bytes.length) {
    const id = bytes[at];
    const [size, start] = unsignedLeb(bytes, at + 1);
    found.push({ name: id === 0 ? customName(bytes, start) : (NAMES[id] ?? `section ${id}`), start, size });
    at = start + size;
  }
  return found;
}

function customName(bytes, at) {
  const [length, start] = unsignedLeb(bytes, at);
  return bytes.subarray(start, start + length).toString("utf8");
}

// LEB128: seven bits a byte, lowest first, the top bit says that more follow.
export function unsignedLeb(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}
