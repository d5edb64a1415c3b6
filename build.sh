#!/usr/bin/env bash
# The one entry point: `./build.sh VERB`, from a fresh machine with rustup, Node and Python.
# Every verb sets up what it needs first; a second run does no needless work.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
for part in common setup wasm extension verify package; do
  # shellcheck source=/dev/null
  . "tools/build/$part.sh"
done

usage() {
  cat <<'USAGE'
usage: ./build.sh VERB

  setup     install what is missing: system packages, node packages, the wasm32 target
  build     the extension, into dist/chromium and dist/firefox
  demo      build, then open the practice pages with the extension (screenshots where there is no display)
  test      every test
  check     format, lints, types, licences, generated files
  audit     known holes in every lock file, by the databases of today; says so where one is out of reach
  bench     the budgets of ARCHITECTURE.md, measured
  corpus    caught, interrupted and noted, by family, over tests/drafts and ../shared/corpus, or the files named
  package   store zip, signed CRX3 with its update manifest, XPI, SBOM and checksums, into dist/packages
  fuzz      fuzz the core; FUZZ_SECONDS per target (default 600); --keep puts the smallest inputs into fuzz/learned
  clean     remove everything that was built, keep what was installed

  PRIMUM_WASM_ROUTE=rustup|debian   take this way to the wasm32 target and no other
  PRIMUM_SKIP_SYSTEM=1              never touch system packages
USAGE
}

main() {
  # One command per line: after `&&` bash would run on past errors inside a function.
  case "${1:-}" in
    setup) setup_all ;;
    build) build_all ;;
    demo)
      setup_system
      build_all
      run_demo
      ;;
    test)
      setup_system
      build_all
      run_tests
      ;;
    check)
      setup_for_build
      run_checks
      ;;
    bench)
      setup_system
      build_all
      run_bench
      ;;
    audit) run_audit ;;
    corpus) run_corpus "${@:2}" ;;
    package)
      build_all
      make_packages
      ;;
    fuzz) run_fuzz "${@:2}" ;;
    clean) clean ;;
    "" | -h | --help | help) usage ;;
    *)
      usage >&2
      die "got \"${1:-}\", expected one of the verbs above"
      ;;
  esac
}

build_all() {
  setup_for_build
  build_wasm
  build_extension
}

clean() {
  rm -rf dist target .cache/stamps .cache/wasm .cache/wasm-route
  say "removed dist/, target/ and the build's stamps; node_modules/ and browsers stay"
}

main "$@"
