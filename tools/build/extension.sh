# The extension's own files: scripts bundled, manifests per browser.
# shellcheck shell=bash

build_extension() {
  local made_from
  made_from="$(digest extension manifest.json tools/bundle.mjs tools/package/archive.mjs tools/package/weight.mjs tools/manifest.mjs tools/paths.mjs tools/notices.mjs tools/dependencies.mjs \
    LICENSE-MIT LICENSE-APACHE "$WASM_OUT" Cargo.toml Cargo.lock package-lock.json)"
  if is_fresh extension "$made_from" && [ -e dist/chromium/manifest.json ] && [ -e dist/firefox/manifest.json ]; then
    say "dist/chromium and dist/firefox are up to date"
    return 0
  fi
  node tools/bundle.mjs
  node tools/package/weight.mjs dist/chromium dist/firefox || die "a package is over its size budget"
  stamp extension "$made_from"
}

run_demo() {
  node tests/browser/demo.mjs dist/chromium dist/demo
}
