// Writes the figures of docs/detection.md: node tools/detection.mjs [FOLDER of collections that are not in the repository]
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const DOCUMENT = "docs/detection.md";
const COMMAND = "target/release/primum";
const START = "<!-- figures: start -->";
const END = "<!-- figures: end -->";
// Measured where they are at hand; their licences or sizes keep them out of the repository.
const ELSEWHERE = ["ordinary_clinician_posts_dev.jsonl", "names_in_tweets_dev.jsonl", "asq_phi_dev.jsonl"];
const DRAFTS = ["tests/drafts/drafts.jsonl", "tests/drafts/pairs.jsonl"];
// The weights were not made with them, the rules with three of them.
const PLAIN = ["tests/drafts/plain.jsonl", "tests/drafts/outright.jsonl"];

if (!existsSync(COMMAND)) {
  console.error(`detection: found no ${COMMAND}; expected it from: cargo build --release`);
  process.exit(1);
}
const folder = process.argv[2];
const parts = [
  section("Unseen drafts, as shipped", ["--unseen", ...DRAFTS]),
  section("Unseen drafts, by the rules alone", ["--unseen", "--rules-only", ...DRAFTS], headline),
  section("Plain drafts, for measuring only", PLAIN, headline),
  section("Drafts that rules and weights were made with", ["--seen", ...DRAFTS], headline),
];
if (folder) parts.push(section("Real posts and clinicians' queries", ELSEWHERE.map((name) => join(folder, name))));
else console.error("detection: no folder given, so the real posts and queries are left out");
write(parts.join("\n"));

function section(title, words, pick = (text) => text) {
  const text = execFileSync(COMMAND, ["corpus", ...words], { encoding: "utf8" });
  return `## ${title}\n\n\`primum corpus ${words.map(name).join(" ")}\`\n\n\`\`\`\n${pick(text).trim()}\n\`\`\`\n`;
}

// Only what stands before the tables by family and rule.
function headline(text) {
  return text.replace(/\n### [^]*?(?=\n## |$)/g, "\n");
}

function name(word) {
  return folder && word.startsWith(folder) ? word.slice(folder.length).replace(/^\//, "") : word;
}

function write(figures) {
  const document = readFileSync(DOCUMENT, "utf8");
  const [before, rest] = document.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${DOCUMENT}: expected ${START} and ${END}, found them not`);
  writeFileSync(DOCUMENT, `${before}${START}\n${figures}\n${END}${after}`);
}
