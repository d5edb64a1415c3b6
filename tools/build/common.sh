# Shared by every part of build.sh: words to the user, stamps, versions, places.
# shellcheck shell=bash

# The compiler the released bytes are made with. Another one at or above the
# crate's `rust-version` builds too, but to other bytes; build.sh says so then.
readonly RUST_VERSION=1.95.0
# For `fuzz` only.
readonly CARGO_FUZZ_VERSION=0.13.2
# For `audit` only.
readonly CARGO_AUDIT_VERSION=0.22.2
readonly WASM_TARGET=wasm32-unknown-unknown
readonly CACHE=.cache
readonly STAMPS=$CACHE/stamps
TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}

say() { printf 'build.sh: %s\n' "$*" >&2; }
die() {
  say "$*"
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# digest PATH...: one hash over names and contents; a folder counts with all its files.
digest() {
  local path
  for path in "$@"; do
    if [ -d "$path" ]; then
      find "$path" -type f -not -path '*/target/*' -print0
    elif [ -e "$path" ]; then
      printf '%s\0' "$path"
    fi
  done | LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1
}

# A stamp holds the digest of what a step was made from.
is_fresh() { [ "$(cat "$STAMPS/$1" 2>/dev/null)" = "$2" ]; }
stamp() {
  mkdir -p "$STAMPS"
  printf '%s\n' "$2" >"$STAMPS/$1"
}
