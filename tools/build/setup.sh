# What has to be on the machine. Nothing here runs twice without need.
# shellcheck shell=bash

# Node 20 is the oldest with a maintained line and a stable test runner.
readonly NODE_MAJOR=20

setup_for_build() {
  setup_rust
  setup_node
}

setup_all() {
  setup_system
  setup_for_build
  choose_wasm_route >/dev/null
}

setup_rust() {
  have cargo || die "cargo is missing: install Rust with rustup (see README.md), then run this again"
  have cc || install_packages build-essential
  have rustup || return 0
  [ -z "${RUSTUP_TOOLCHAIN:-}" ] || return 0
  local found
  found=$(rustc --version 2>/dev/null | cut -d' ' -f2)
  [ "$found" != "$RUST_VERSION" ] || return 0
  if rustup toolchain list | grep -q "^$RUST_VERSION-" ||
    (! is_fresh rust-missing "$RUST_VERSION" && quietly_within 300 rustup toolchain install "$RUST_VERSION" --profile minimal -c clippy -c rustfmt); then
    export RUSTUP_TOOLCHAIN=$RUST_VERSION
    return 0
  fi
  stamp rust-missing "$RUST_VERSION"
  [ -n "$found" ] || die "rustc does not run and Rust $RUST_VERSION could not be downloaded"
  say "Rust $found instead of $RUST_VERSION: good for work, but packages will differ in bytes"
}

# quietly_within SECONDS COMMAND...: no terminal, no noise, no waiting beyond that.
quietly_within() {
  local seconds=$1
  shift
  timeout --kill-after=5 "$seconds" "$@" >/dev/null 2>&1 </dev/null
}

setup_node() {
  have node && have npm || install_packages nodejs npm
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge "$NODE_MAJOR" ] || die "node $major found, expected $NODE_MAJOR or newer"
  local wanted
  wanted="$(digest package-lock.json) $(node --version)"
  if [ -e node_modules/.package-lock.json ] && is_fresh node "$wanted"; then return 0; fi
  say "installing node packages"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  stamp node "$wanted"
}

setup_system() {
  local missing=()
  have "${PRIMUM_CHROMIUM:-chromium}" || missing+=(chromium)
  have "${PRIMUM_FIREFOX:-firefox-esr}" || missing+=(firefox-esr)
  have openssl || missing+=(openssl)
  case " ${missing[*]:-} " in *" chromium "* | *" firefox-esr "*) missing+=(fonts-liberation fonts-noto-color-emoji) ;; esac
  if [ ${#missing[@]} -gt 0 ]; then install_packages "${missing[@]}"; fi
  setup_fonts
}

# With no other font browsers write everything as a typewriter does, and Arabic in boxes: tests that measure words need one.
setup_fonts() {
  have fc-list && [ -z "$(fc-list 'DejaVu Sans')" ] || return 0
  (install_packages fonts-dejavu-core) || say "going on without: some tests of what stands where will fail"
}

# install_packages NAME...: as root or with a sudo that asks nothing; else says what to run.
install_packages() {
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    if have sudo && sudo -n true 2>/dev/null; then root=(sudo -n); else root=(none); fi
  fi
  if [ "${PRIMUM_SKIP_SYSTEM:-}" = 1 ] || [ "${root[0]:-}" = none ] || ! have apt-get; then
    say "missing on this machine: $*"
    die "on Debian or Ubuntu run: sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
  fi
  say "installing system packages: $*"
  "${root[@]}" apt-get update -qq </dev/null >&2
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >&2
}
