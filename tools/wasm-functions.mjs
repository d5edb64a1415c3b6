// Names and sizes of a module's functions, from a build that still has its name section.

import { sections, unsignedLeb } from "./wasm-sections.mjs";

// The WebAssembly core specification 2.0, appendix A.1: subsection 1 of "name" has the functions' names.
const FUNCTION_NAMES = 1;
const IMPORTED_FUNCTION = 0;

/** @param {Buffer} bytes @returns {{ name: string, size: number }[]} */
export function functions(bytes) {
  const found = Object.fromEntries(sections(bytes).map((section) => [section.name, section]));
  if (!found.name) throw new Error("the module has no name section: it was stripped, give the one that cargo wrote");
  const names = functionNames(bytes, found.name);
  const first = importedFunctions(bytes, found.import);
  let [count, at] = unsignedLeb(bytes, found.code.start);
  const list = [];
  for (let index = 0; index < count; index += 1) {
    const [size, start] = unsignedLeb(bytes, at);
    list.push({ name: plain(names.get(first + index) ?? `function ${first + index}`), size });
    at = start + size;
  }
  return list;
}

function functionNames(bytes, section) {
  const names = new Map();
  let at = section.start + 1 + "name".length;
  while (at < section.start + section.size) {
    const id = bytes[at];
    const [size, start] = unsignedLeb(bytes, at + 1);
    if (id === FUNCTION_NAMES) {
      let [count, next] = unsignedLeb(bytes, start);
      for (; count > 0; count -= 1) {
        let index, length;
        [index, next] = unsignedLeb(bytes, next);
        [length, next] = unsignedLeb(bytes, next);
        names.set(index, bytes.subarray(next, next + length).toString("utf8"));
        next += length;
      }
    }
    at = start + size;
  }
  return names;
}

function importedFunctions(bytes, section) {
  if (!section) return 0;
  let [count, at] = unsignedLeb(bytes, section.start);
  let imported = 0;
  for (; count > 0; count -= 1) {
    for (let name = 0; name < 2; name += 1) {
      const [length, start] = unsignedLeb(bytes, at);
      at = start + length;
    }
    const kind = bytes[at];
    if (kind !== IMPORTED_FUNCTION) throw new Error(`import of kind ${kind}, expected functions only`);
    imported += 1;
    [, at] = unsignedLeb(bytes, at + 1);
  }
  return imported;
}

/** `_ZN6primum5facts3cue4find17h0123E` → `primum::facts::cue::find`. */
export function plain(name) {
  const parts = [];
  const mangled = /^_ZN(.*)E$/.exec(name)?.[1];
  if (mangled === undefined) return name;
  for (let at = 0; at < mangled.length; ) {
    const length = Number.parseInt(mangled.slice(at), 10);
    if (!(length > 0)) return name;
    at += String(length).length;
    parts.push(mangled.slice(at, at + length));
    at += length;
  }
  if (/^h[0-9a-f]{16}$/.test(parts.at(-1) ?? "")) parts.pop();
  const signs = { LT: "<", GT: ">", RF: "&", BP: "*", C: ",", u20: " ", u7b: "{", u7d: "}", u5b: "[", u5d: "]", u27: "'", u3d: "=", u3b: ";", u2b: "+" };
  return parts.join("::").replaceAll("..", "::").replace(/\$(\w+)\$/g, (whole, sign) => signs[sign] ?? whole).replaceAll("_<", "<");
}

/** The crate and module a function belongs to: the first path in its name. */
export function moduleOf(name) {
  const path = /[a-z_][a-z0-9_]*(?:::[a-z_][a-z0-9_]*)*/.exec(name.replace(/^<&*(mut )?/, ""))?.[0] ?? name;
  const parts = path.split("::");
  return parts[0] === "primum" ? parts.slice(0, parts[1] === "facts" || parts[1] === "ui" ? 3 : 2).join("::") : parts[0];
}
