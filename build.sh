#!/usr/bin/env bash
# The one entry point: `./build.sh VERB`, from a fresh machine with rustup, Node and Python.
# Every verb sets up what it needs first; a second run does no needless work.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
for part in common setup wasm; do
  # shellcheck source=/dev/null
  . "tools/build/$part.sh"
done

usage() {
  cat <<'USAGE'
usage: ./build.sh VERB

  setup     install what is missing: system packages, node packages, the wasm32 target
  build     the core, as WebAssembly with its JavaScript bindings
  clean     remove everything that was built, keep what was installed

  PRIMUM_WASM_ROUTE=rustup|debian   take this way to the wasm32 target and no other
  PRIMUM_SKIP_SYSTEM=1              never touch system packages
USAGE
}

main() {
  case "${1:-}" in
    setup) setup_all ;;
    build) setup_for_build && build_all ;;
    clean) clean ;;
    -h | --help | help) usage ;;
    *)
      usage >&2
      die "got \"${1:-}\", expected one of the verbs above"
      ;;
  esac
}

build_all() {
  build_wasm
}

clean() {
  rm -rf dist target .cache/stamps .cache/wasm .cache/wasm-route
  say "removed dist/, target/ and the build's stamps; node_modules/ and browsers stay"
}

main "$@"
