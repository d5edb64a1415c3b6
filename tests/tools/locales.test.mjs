// Every language has every word, with the same places for numbers and names, and the views ask for no others.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { EXTENSION, ROOT } from "../../tools/paths.mjs";

const LOCALES = join(EXTENSION, "_locales");
const words = (language) => JSON.parse(readFileSync(join(LOCALES, language, "messages.json"), "utf8"));
const english = words("en");
const places = (message) => (message.match(/\$\d/g) ?? []).sort();

for (const language of readdirSync(LOCALES)) {
  test(`${language} has the words of English, with their places`, () => {
    const own = words(language);
    assert.deepEqual(Object.keys(own).sort(), Object.keys(english).sort());
    for (const [key, { message }] of Object.entries(own)) {
      assert.notEqual(message.trim(), "", key);
      assert.deepEqual(places(message), places(english[key].message), key);
    }
  });
}

test("the views ask for words that exist", () => {
  const files = readdirSync(join(ROOT, "src/ui"), { recursive: true }).map(String).filter((file) => file.endsWith(".rs"));
  const asked = files.flatMap((file) => [...readFileSync(join(ROOT, "src/ui", file), "utf8").matchAll(/\bsay(?:_with)?\("([a-z0-9_]+)"/g)].map(([, key]) => key));
  assert.ok(asked.length > 50);
  assert.deepEqual(asked.filter((key) => !(key in english)), []);
});
