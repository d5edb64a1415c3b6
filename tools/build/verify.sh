# Tests, checks, measurements.
# shellcheck shell=bash

# logged NAME COMMAND...: runs it, shows it, keeps its words in .cache/NAME.log, returns its status.
logged() {
  local name=$1
  shift
  mkdir -p "$CACHE"
  "$@" 2>&1 </dev/null | tee "$CACHE/$name.log"
}

# Both suites run, whatever the first one says: one run shows everything that is broken.
run_tests() {
  local failed=0
  logged test-rust cargo test --locked --target-dir "$TARGET_DIR" || failed=1
  logged test-node node tools/suites/main.mjs || failed=1
  node tools/tally.mjs "$CACHE/test-rust.log" "$CACHE/test-node.log" || failed=1
  return "$failed"
}

# Every check runs; the names of those that failed stand at the end.
run_checks() {
  local failed=()
  build_wasm
  check_one size node tools/size.mjs "$WASM_OUT/primum_bg.wasm" "$WASM_OUT/primum_full_bg.wasm"
  check_one format cargo fmt --check
  check_one format-tools cargo fmt --check --manifest-path tools/bindgen/Cargo.toml
  check_one clippy cargo clippy --locked --all-targets --target-dir "$TARGET_DIR" -- -D warnings
  check_one clippy-wasm clippy_wasm
  check_one types node node_modules/typescript/bin/tsc -p extension/tsconfig.json
  check_one types-tests node node_modules/typescript/bin/tsc -p tests/tsconfig.json
  check_one shell shell_syntax
  check_one conventions node tools/conventions.mjs
  check_one licences node tools/licences.mjs
  check_one generated generated_files
  if have cargo-deny; then check_one deny cargo deny --offline check bans licenses sources; fi
  if [ ${#failed[@]} -gt 0 ]; then die "check: failed: ${failed[*]}"; fi
  say "check: all passed"
}

check_one() {
  local name=$1
  shift
  if "$@" </dev/null; then
    say "check: $name ok"
  else
    failed+=("$name")
    say "check: $name FAILED"
  fi
}

# The boundary and the views only exist for wasm32. Debian's route has no clippy of its own.
clippy_wasm() {
  if [ "$(cat "$CACHE/wasm-route")" = debian ]; then
    say "check: clippy-wasm left out on the debian route: no clippy for that compiler"
    return 0
  fi
  cargo clippy --locked --lib --target "$WASM_TARGET" --target-dir "$TARGET_DIR" -- -D warnings
}

shell_syntax() {
  local file
  for file in build.sh .ci/run tools/build/*.sh; do bash -n "$file" || return 1; done
}

# Files written by the native command must be what it writes today.
generated_files() {
  local status=0
  while read -r file arguments; do
    [ -e "$file" ] || continue
    # shellcheck disable=SC2086
    if ! cargo run --quiet --locked --target-dir "$TARGET_DIR" --bin primum -- $arguments | cmp -s - "$file"; then
      say "$file is not what \"primum $arguments\" prints; write it anew with: primum $arguments > $file"
      status=1
    fi
  done <tools/generated.txt
  return "$status"
}

run_bench() {
  local found=0
  if [ -e benches/Cargo.toml ]; then
    found=1
    # What an older program took is no figure of this one.
    rm -rf "$TARGET_DIR/criterion"
    # Where tools/performance looks for it; else it goes beside the manifest.
    CRITERION_HOME="$TARGET_DIR/criterion" cargo bench --locked --manifest-path benches/Cargo.toml --target-dir "$TARGET_DIR"
  fi
  rm -f "$CACHE/page-bench.jsonl"
  while read -r file; do
    found=1
    node "$file" | tee -a "$CACHE/page-bench.jsonl"
  done < <(find tests/bench -name '*.bench.mjs' 2>/dev/null | LC_ALL=C sort)
  [ "$found" = 1 ] || die "bench: found neither benches/ nor tests/bench/*.bench.mjs"
  # The peers in Node are many and large: only a measurement installs them.
  [ -d benches/peers/node_modules ] || npm ci --ignore-scripts --prefix benches/peers
  node tools/performance/main.mjs "$CACHE/page-bench.jsonl" >"$CACHE/performance.md"
  mv "$CACHE/performance.md" docs/performance.md
  say "bench: wrote docs/performance.md"
}

# run_corpus [--misses] [FILE...]: without files, every collection that is there.
run_corpus() {
  setup_rust
  cargo build --release --locked --bin primum --target-dir "$TARGET_DIR"
  corpus_with "$TARGET_DIR/release/primum" "$@"
}

# Collections that are measured on where they are there; licences or sizes keep them out of the repository.
readonly SHARED_CORPUS=../shared/corpus

# corpus_with COMMAND [--misses] [FILE...]
corpus_with() {
  local command=$1 argument options=() files=()
  shift
  for argument in "$@"; do
    case $argument in -*) options+=("$argument") ;; *) files+=("$argument") ;; esac
  done
  if [ ${#files[@]} -eq 0 ]; then
    mapfile -t files < <(find tests/drafts "$SHARED_CORPUS" -name '*.jsonl' 2>/dev/null | LC_ALL=C sort)
    [ ${#files[@]} -gt 0 ] || die "corpus: no file given, and none found in tests/drafts or $SHARED_CORPUS"
    [ -d "$SHARED_CORPUS" ] || say "corpus: $SHARED_CORPUS is not there: tests/drafts alone"
  fi
  "$command" corpus "${options[@]}" "${files[@]}"
}

# Known holes in what the lock files name, by databases on the network: see tools/advisories.mjs for the status.
run_audit() {
  setup_rust
  setup_node
  if ! have cargo-audit; then
    say "installing cargo-audit $CARGO_AUDIT_VERSION"
    cargo install --quiet --locked --version "$CARGO_AUDIT_VERSION" cargo-audit || say "cargo-audit could not be installed"
  fi
  node tools/advisories.mjs
}

# cargo-fuzz needs a nightly compiler; both are only asked for here. What it finds goes to
# .cache/fuzz; `run_fuzz --keep` puts the smallest part of it that reaches as much code into
# fuzz/learned. An input that broke something is kept by hand, in fuzz/corpus.
run_fuzz() {
  [ -e fuzz/Cargo.toml ] || die "fuzz: found no fuzz/Cargo.toml"
  setup_rust
  rustup run nightly rustc --version >/dev/null 2>&1 || rustup toolchain install nightly --profile minimal
  have cargo-fuzz || cargo install --locked --version "$CARGO_FUZZ_VERSION" cargo-fuzz
  local target
  for target in $(cargo +nightly fuzz list); do
    if [ "${1:-}" = --keep ]; then
      keep_fuzzed "$target"
      continue
    fi
    say "fuzzing $target for ${FUZZ_SECONDS:-600} s"
    mkdir -p "$CACHE/fuzz/$target"
    cargo +nightly fuzz run "$target" "$CACHE/fuzz/$target" "fuzz/corpus/$target" -- -max_total_time="${FUZZ_SECONDS:-600}"
  done
}

# Longer inputs reach more code and are no longer small; without counters a loop's turns are no difference.
readonly FUZZ_KEPT_BYTES=200

# keep_fuzzed TARGET: what was learned and what was kept before, as few and as small as they can be.
keep_fuzzed() {
  local target=$1 kept="$CACHE/fuzz-kept/$1"
  rm -rf "$kept"
  mkdir -p "$kept" "$CACHE/fuzz/$target" "fuzz/learned/$target"
  cargo +nightly fuzz run "$target" "$kept" "$CACHE/fuzz/$target" "fuzz/learned/$target" -- \
    -set_cover_merge=1 -use_counters=0 -max_len="$FUZZ_KEPT_BYTES"
  rm -rf "fuzz/learned/$target"
  mv "$kept" "fuzz/learned/$target"
}
