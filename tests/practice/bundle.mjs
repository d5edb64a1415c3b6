// Bundles the two practice sites (real React 17 with Draft.js, real Lexical) in memory at server start.
import { build } from "esbuild";
import { basename, join } from "node:path";
import { PRACTICE_DIR } from "./paths.mjs";

/** @returns {Promise<Map<string, { type: string, body: Uint8Array }>>} by file name */
export async function bundlePages() {
  const result = await build({
    entryPoints: {
      x: join(PRACTICE_DIR, "pages/x/main.jsx"),
      facebook: join(PRACTICE_DIR, "pages/facebook/main.jsx"),
    },
    bundle: true,
    write: false,
    outdir: "out",
    format: "iife",
    jsx: "automatic",
    target: ["chrome120", "firefox115"],
    // Draft.js and React look at these; production builds are what the real sites ship.
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    logLevel: "error",
  });
  const files = new Map();
  for (const file of result.outputFiles) {
    const name = basename(file.path);
    const type = name.endsWith(".css") ? "text/css" : "text/javascript";
    files.set(name, { type: `${type}; charset=utf-8`, body: file.contents });
  }
  return files;
}
