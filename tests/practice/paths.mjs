// Where the practice pages' files are.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const PRACTICE_DIR = dirname(fileURLToPath(import.meta.url));
export const ROOT_DIR = join(PRACTICE_DIR, "..", "..");
export const CACHE_DIR = join(ROOT_DIR, ".cache", "practice");
