// What ships can do no more than it must, and is made of pinned parts: the packages' manifests, files and
// imports against short lists, the lock files against the checksums they should hold.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { before, describe, test } from "node:test";
import { CRATE_FOLDERS, NODE_FOLDERS } from "../../tools/dependencies.mjs";
import { BROWSERS } from "../../tools/manifest.mjs";
import { DIST, ROOT } from "../../tools/paths.mjs";

const SITES = ["x.com", "mobile.x.com", "twitter.com", "mobile.twitter.com", "www.facebook.com", "web.facebook.com", "m.facebook.com", "www.messenger.com"]
  .map((host) => `https://${host}/*`);
const CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'";
/** Whatever could carry words out of the browser, into a log or onto a disk. */
const DOORS = /XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon|importScripts|indexedDB|localStorage|sessionStorage|document\.cookie\s*=|new Image\(|console\.(log|info|debug|warn|error)\(/;
/** Of the generated binding: warnings about how the core is loaded, before there is a draft. */
const BINDING_WARNING = /console\.warn\(("`WebAssembly\.instantiateStreaming` failed|'using deprecated parameters)/;

const read = (...path) => readFileSync(join(ROOT, ...path), "utf8");
const filesIn = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((one) => one.isFile()).map((one) => relative(folder, join(one.parentPath ?? one.path, one.name))).sort();

for (const browser of BROWSERS) {
  describe(`the ${browser} package`, () => {
    const folder = join(DIST, browser);
    /** @type {any} */
    let manifest;
    before(() => {
      assert.ok(existsSync(folder), `${folder} is not there; ./build.sh build makes it`);
      manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    });

    test("asks for storage, for putting its script into open tabs, and for its sites; for nothing else", () => {
      assert.deepEqual(manifest.permissions, ["storage", "scripting"]);
      assert.deepEqual(manifest.host_permissions, SITES);
      assert.deepEqual(manifest.content_scripts.map((one) => one.matches), [SITES]);
      for (const field of ["optional_permissions", "optional_host_permissions", "externally_connectable", "devtools_page", "chrome_url_overrides", "sandbox", "key"]) {
        assert.equal(manifest[field], undefined, field);
      }
      assert.deepEqual(manifest.web_accessible_resources, [{ resources: ["frame.html"], matches: SITES, ...(browser === "chromium" ? { use_dynamic_url: true } : {}) }], "Firefox gives every installation another address by itself");
      assert.deepEqual(manifest.content_security_policy, { extension_pages: CSP });
    });

    test("holds the files of the extension and no other kind", () => {
      const known = /^(LICENSE-(MIT|APACHE)|THIRD-PARTY\.txt|manifest\.json|managed_schema\.json|primum(_full)?_bg\.wasm|(page|frame|background|popup|options|practice|primum|primum_full)\.js|(frame|popup|options|practice)\.html|css\/\w+\.css|icons\/[\w-]+\.(png|svg)|_locales\/\w+\/messages\.json|content\/\w+\/\w+\.json)$/;
      assert.deepEqual(filesIn(folder).filter((file) => !known.test(file)), []);
    });

    test("has no door to the network, a log or a disk; what is fetched is its own", () => {
      for (const file of filesIn(folder).filter((one) => one.endsWith(".js"))) {
        const lines = readFileSync(join(folder, file), "utf8").split("\n");
        assert.deepEqual(lines.filter((line) => DOORS.test(line) && !BINDING_WARNING.test(line)), [], file);
        // Each is given an address of the extension's own files; everything else the policy of its pages refuses.
        const fetched = lines.filter((line) => /\bfetch\(/.test(line)).map((line) => line.trim());
        const own = [/fetch\(chrome\.runtime\.getURL\(/, /^module_or_path = fetch\(module_or_path\);$/];
        assert.deepEqual(fetched.filter((line) => !own.some((form) => form.test(line))), [], file);
        if (file === "page.js") assert.deepEqual(fetched, [], "the page script fetches nothing");
      }
      for (const file of filesIn(folder).filter((one) => one.endsWith(".html"))) {
        assert.doesNotMatch(readFileSync(join(folder, file), "utf8"), /https?:|<script(?![^>]* src=)|\son\w+=/, file);
      }
    });

    test("holds every file that a page of it names", () => {
      const named = filesIn(folder).filter((one) => one.endsWith(".html")).flatMap((file) =>
        [...readFileSync(join(folder, file), "utf8").matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, name]) => name));
      assert.ok(named.includes("primum_bg.wasm"), "the frame asks for its core before its script runs");
      assert.deepEqual(named.filter((name) => !existsSync(join(folder, name))), []);
    });

    for (const file of ["primum_bg.wasm", "primum_full_bg.wasm"]) {
      test(`gives the core no import that could send, store or log: ${file}`, () => {
        const core = new WebAssembly.Module(readFileSync(join(folder, file)));
        const names = WebAssembly.Module.imports(core).map(({ name }) => name);
        assert.ok(names.length > 20, `${names.length} imports`);
        assert.deepEqual(names.filter((name) => /fetch|xhr|request|socket|beacon|log|cookie|storage|indexed|cache|history|open_|eval|new_no_args/i.test(name)), []);
      });
    }
  });
}

describe("what it is made of", () => {
  test("unsafe code is forbidden, and no file allows it again", () => {
    for (const crate of [".", "tools/bindgen"]) assert.match(read(crate, "Cargo.toml"), /^unsafe_code = "forbid"$/m, crate);
    for (const file of filesIn(join(ROOT, "src"))) assert.doesNotMatch(read("src", file), /\bunsafe\s*(\{|fn|impl|extern)|allow\(unsafe_code/, file);
  });

  test("every crate is asked for in one exact version, and locked with its checksum", () => {
    for (const crate of CRATE_FOLDERS) {
      const [, asked = ""] = /^\[dependencies\]$([\s\S]*?)(?=^\[(?!target|dev-dependencies|build-dependencies))/m.exec(`${read(crate, "Cargo.toml")}\n[end]`) ?? [];
      const versions = [...asked.matchAll(/^([\w-]+) = (?:\{[^\n]*?version = )?"([^"]+)"/gm)];
      assert.ok(versions.length > 0, `${crate}: versions`);
      assert.deepEqual(versions.filter(([, , version]) => !version.startsWith("=")).map(([line]) => line), [], `${crate}/Cargo.toml`);
      const locked = read(crate, "Cargo.lock").split("[[package]]").slice(1);
      const foreign = locked.filter((one) => /^source = /m.test(one));
      assert.deepEqual(foreign.filter((one) => !/^source = "registry\+/m.test(one) || !/^checksum = "[0-9a-f]{64}"/m.test(one)), [], `${crate}/Cargo.lock`);
    }
  });

  test("every node package is asked for in one exact version, locked with its checksum, and runs no script when installed", () => {
    assert.deepEqual(JSON.parse(read("package.json")).dependencies ?? {}, {}, "none ships");
    for (const folder of NODE_FOLDERS) {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(read(folder, "package.json"));
      const asked = Object.entries({ ...dependencies, ...devDependencies });
      // A folder beside the lock file is a package of our own, which stands in for one that nobody needs.
      const isOwn = (path) => !path.startsWith("node_modules/") && existsSync(join(ROOT, folder, path, "package.json"));
      const isExact = (version) => /^\d+\.\d+\.\d+$/.test(version) || (version.startsWith("file:") && isOwn(version.slice("file:".length)));
      assert.deepEqual(asked.filter(([, version]) => !isExact(version)), [], folder);
      const { packages } = JSON.parse(read(folder, "package-lock.json"));
      const locked = Object.entries(packages).filter(([path]) => path !== "");
      assert.ok(locked.length > asked.length, folder);
      assert.deepEqual(locked.filter(([path, one]) => !/^sha512-/.test(one.integrity ?? "") && !one.link && !isOwn(path)).map(([path]) => path), [], folder);
    }
    for (const script of ["setup.sh", "verify.sh"]) {
      const installs = read("tools/build", script).split("\n").filter((line) => /npm ci/.test(line));
      assert.ok(installs.length > 0 && installs.every((line) => line.includes("--ignore-scripts")), script);
    }
  });

  test("no lock file of the repository is left out of licences and advisories", () => {
    const all = execFileSync("git", ["ls-files", "*Cargo.lock", "*package-lock.json"], { cwd: ROOT, encoding: "utf8" }).trim().split("\n");
    const known = [...CRATE_FOLDERS.map((folder) => join(folder, "Cargo.lock")), ...NODE_FOLDERS.map((folder) => join(folder, "package-lock.json"))];
    assert.deepEqual(all.sort(), known.sort());
  });

  test("deny.toml refuses other registries, wildcards and crates that were taken back", () => {
    const deny = read("deny.toml");
    // Known holes need a database of the day: ./build.sh audit (tests/tools/advisories.test.mjs).
    for (const line of ['unknown-registry = "deny"', 'unknown-git = "deny"', 'wildcards = "deny"', 'yanked = "deny"']) assert.ok(deny.includes(line), line);
  });
});
