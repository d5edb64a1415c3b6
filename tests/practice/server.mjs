// HTTPS server of the practice pages: by Host header an X-like or a Facebook-like site.
// In tests: `const server = await startPracticeServer()`. For a person: `node tests/practice/server.mjs --port 8443`.
import { createServer } from "node:https";
import { pathToFileURL } from "node:url";
import { bundlePages } from "./bundle.mjs";
import { certificate } from "./certificate.mjs";
import { contentSecurityPolicy, embedderPolicy } from "./csp.mjs";
import { HOSTS, siteOf } from "./hosts.mjs";
import { Posted } from "./posted.mjs";
import { FACEBOOK_ACTORS, facebookDocument, languageOf, xDocument } from "./shell.mjs";

// A draft of Facebook's 63,206 characters is at most 4 bytes each; the rest is room for a thread.
const MAX_BODY_BYTES = 1024 * 1024;

/** @typedef {{ method: string, host: string, url: string, headers: import("node:http").IncomingHttpHeaders }} Asked */

/**
 * @typedef {object} PracticeServer
 * @property {number} port
 * @property {Posted} posted
 * @property {() => Asked[]} asked every request that reached the server, for whichever host
 * @property {(wasm: boolean) => void} allowWasm the CSP's default when a URL has no `?wasm=`
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ port?: number, wasm?: boolean }} [options]
 * @returns {Promise<PracticeServer>}
 */
export async function startPracticeServer({ port = 0, wasm = true } = {}) {
  const state = { files: await bundlePages(), posted: new Posted(), wasm };
  const asked = /** @type {Asked[]} */ ([]);
  const server = createServer(certificate(), (request, response) => {
    const { method = "", url = "", headers } = request;
    asked.push({ method, host: headers.host ?? "", url, headers });
    answer(state, request, response).catch((error) => {
      response.writeHead(500, { "content-type": "text/plain" }).end(`practice server: ${error.message}\n`);
    });
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", () => resolve(null)));
  return {
    port: /** @type {import("node:net").AddressInfo} */ (server.address()).port,
    posted: state.posted,
    asked: () => asked,
    allowWasm: (allowed) => { state.wasm = allowed; },
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function answer(state, request, response) {
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  const url = new URL(request.url ?? "/", `https://${host || "localhost"}`);
  if (url.pathname.startsWith("/__posted")) return answerPosted(state.posted, request, response, url);
  if (url.pathname.startsWith("/__practice/")) return answerFile(state.files, response, url);
  const site = siteOf(host);
  if (!site || request.method !== "GET") {
    const expected = `GET for one of ${HOSTS.join(", ")}`;
    response.writeHead(404, { "content-type": "text/plain" });
    response.end(`practice server: got ${request.method} for host "${host}", expected ${expected}\n`);
    return;
  }
  answerDocument(state, request, response, { site, url });
}

async function answerPosted(posted, request, response, url) {
  const json = (status, value) => {
    response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(JSON.stringify(value));
  };
  if (url.pathname === "/__posted/reset" && request.method === "POST") {
    posted.reset();
    return json(200, { count: 0 });
  }
  if (request.method === "POST") return json(201, { count: posted.add(JSON.parse(await body(request))) });
  json(200, posted.all());
}

async function body(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new Error(`a post of more than ${MAX_BODY_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function answerFile(files, response, url) {
  const file = files.get(url.pathname.slice("/__practice/".length));
  if (!file) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": file.type, "cache-control": "no-store" }).end(file.body);
}

// ?lang=es, ?wasm=0|1, ?as=page|person and ?embedder=… (csp.mjs) choose the document; scripts read the rest of the query.
function answerDocument(state, request, response, { site, url }) {
  const asked = url.searchParams.get("wasm");
  const wasm = asked === null ? state.wasm : asked !== "0";
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": contentSecurityPolicy(site, { wasm }),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    ...embedderPolicy(url.searchParams.get("embedder")),
  };
  const lang = languageOf(url.searchParams.get("lang"));
  if (site === "x") return response.writeHead(200, headers).end(xDocument(lang));
  const actor = facebookActor(request, url);
  response.writeHead(200, { ...headers, "set-cookie": facebookCookies(actor) }).end(facebookDocument(lang, actor));
}

function facebookActor(request, url) {
  const asked = url.searchParams.get("as");
  const cookie = (request.headers.cookie ?? "").includes(`i_user=${FACEBOOK_ACTORS.page.id}`);
  const page = asked === null ? cookie : asked === "page";
  return page ? FACEBOOK_ACTORS.page : FACEBOOK_ACTORS.person;
}

// c_user is always the person; i_user is there only while a Page acts. Both are readable by scripts.
function facebookCookies(actor) {
  const acting = actor.kind === "page" ? `i_user=${actor.id}; Path=/; Secure` : "i_user=; Path=/; Secure; Max-Age=0";
  return [`c_user=${FACEBOOK_ACTORS.person.id}; Path=/; Secure`, acting];
}

function portArgument(argv) {
  const at = argv.indexOf("--port");
  if (at < 0) return 0;
  const port = Number(argv[at + 1]);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  console.error(`--port is "${argv[at + 1]}", expected a whole number from 0 to 65535`);
  process.exit(2);
}

async function main() {
  const server = await startPracticeServer({ port: portArgument(process.argv), wasm: !process.argv.includes("--no-wasm") });
  const rules = HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${server.port}`).join(", ");
  console.log(`practice pages on 127.0.0.1:${server.port}. Open them in a Chromium that knows the way:`);
  console.log(`  chromium --user-data-dir=.cache/practice/profile --ignore-certificate-errors --host-resolver-rules="${rules}" https://x.com/home https://www.facebook.com/`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
