// Loads one of the page script's modules, compiled as for shipping, into Node.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

/** @param {string} path below extension/page */
export async function load(path) {
  const entry = fileURLToPath(new URL(`../../extension/page/${path}`, import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false, logLevel: "error" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
