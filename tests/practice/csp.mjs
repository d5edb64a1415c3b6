// Content-Security-Policy as the sites send it, once with and once without 'wasm-unsafe-eval'.
// Facebook: directive shapes of a header captured in a public repository in 2024, shortened to the hosts' families.
// X: written after the public descriptions of its header; no capture was found (see README.md).
// Stricter than either site in one point: Trusted Types are enforced with no default policy.

const WASM = "'wasm-unsafe-eval'";

const X_POLICY = {
  "default-src": "'self'",
  "connect-src": "'self' blob: https://api.x.com https://*.twimg.com",
  "font-src": "'self' https://*.twimg.com",
  "frame-src": "'self' https://twitter.com https://x.com https://mobile.x.com",
  "img-src": "'self' blob: data: https://*.twimg.com",
  "media-src": "'self' blob: https://*.twimg.com",
  "object-src": "'none'",
  "script-src": "'self' https://*.twimg.com",
  "style-src": "'self' 'unsafe-inline' https://*.twimg.com",
  "worker-src": "'self' blob:",
};

const FACEBOOK_POLICY = {
  "default-src": "data: blob: 'self' https://*.fbsbx.com *.facebook.com *.fbcdn.net",
  "script-src": "'self' *.facebook.com *.fbcdn.net blob: data:",
  "style-src": "'self' *.fbcdn.net data: *.facebook.com 'unsafe-inline'",
  "connect-src": "'self' *.facebook.com *.fbcdn.net wss://*.facebook.com:* blob:",
  "font-src": "data: *.facebook.com *.fbcdn.net",
  "img-src": "'self' *.fbcdn.net *.facebook.com data: blob:",
  "frame-src": "*.facebook.com *.fbsbx.com data:",
  "worker-src": "blob: *.facebook.com data:",
  "block-all-mixed-content": "",
  "upgrade-insecure-requests": "",
};

const TRUSTED_TYPES = { "require-trusted-types-for": "'script'" };

/**
 * @param {"x" | "facebook"} site
 * @param {{ wasm: boolean }} options wasm: whether the page allows WebAssembly
 */
export function contentSecurityPolicy(site, { wasm }) {
  const policy = { ...(site === "x" ? X_POLICY : FACEBOOK_POLICY), ...TRUSTED_TYPES };
  if (wasm) policy["script-src"] += ` ${WASM}`;
  return Object.entries(policy).map(([name, value]) => `${name} ${value}`.trim()).join("; ");
}

const ISOLATED = { "cross-origin-opener-policy": "same-origin" };

/** Embedder policies that neither site enforced when it was looked at; `reported` asks to be told what would be kept out. */
const EMBEDDER_POLICIES = {
  "require-corp": { "cross-origin-embedder-policy": "require-corp", ...ISOLATED },
  credentialless: { "cross-origin-embedder-policy": "credentialless", ...ISOLATED },
  reported: { "cross-origin-embedder-policy-report-only": 'require-corp; report-to="embedder"', "reporting-endpoints": 'embedder="/reports"' },
};

/** @param {string | null} asked one of the names above */
export const embedderPolicy = (asked) => EMBEDDER_POLICIES[asked ?? ""] ?? {};
