# What is handed out: store zip, signed CRX3 with its update manifest, XPI, SBOM, checksums.
# shellcheck shell=bash

make_packages() {
  local compiler
  if [ "$(cat "$CACHE/wasm-route")" = debian ]; then compiler=$($DEBIAN_RUSTC --version); else compiler=$(rustc --version); fi
  case "$compiler" in
    "rustc $RUST_VERSION "*) ;;
    *) say "packages are made with $compiler; the released bytes need Rust $RUST_VERSION" ;;
  esac
  node tools/package/main.mjs "$compiler"
}
