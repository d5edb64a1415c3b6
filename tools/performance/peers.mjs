// Others that read the same texts in Node. benches/peers has them, pinned, apart from the main install.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../paths.mjs";

const FOLDER = join(ROOT, "benches/peers");
// Its time grows faster than the text: a million characters would take it minutes each.
const LONGEST_OF_HARPER = 63_206;

/** @returns {Promise<{ name: string, does: string, longest: number, work: (text: string) => unknown }[]>} */
export async function peers() {
  if (!existsSync(join(FOLDER, "node_modules"))) return [];
  const require = createRequire(join(FOLDER, "package.json"));
  const load = (file) => import(pathToFileURL(join(FOLDER, "node_modules", file)).href);
  const version = (name) => `${name} ${require(`./node_modules/${name}/package.json`).version}`;
  const harper = await load("harper.js/dist/index.js");
  const { binaryInlined } = await load("harper.js/dist/binaryInlined.js");
  const linter = new harper.LocalLinter({ binary: binaryInlined });
  await linter.setup();
  const { SyncRedactor } = require("redact-pii");
  const redactor = new SyncRedactor();
  const compromise = require("compromise");
  return [
    { name: version("harper.js"), does: "grammar in Rust and WebAssembly", longest: LONGEST_OF_HARPER, work: (text) => linter.lint(text) },
    { name: version("compromise"), does: "names and places, JavaScript", longest: Infinity, work: (text) => compromise(text).people().length + compromise(text).places().length },
    { name: version("redact-pii"), does: "shapes and a list of names, JavaScript", longest: Infinity, work: (text) => redactor.redact(text) },
  ];
}
