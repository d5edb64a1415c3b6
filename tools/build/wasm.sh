# Rust → WebAssembly → JavaScript bindings → wasm-opt, with the size budget at the end.
# shellcheck shell=bash

# Where a download that does not come stops being waited for: the target's std is 25 MB.
readonly TARGET_DOWNLOAD_SECONDS=90
readonly DEBIAN_RUST_PACKAGES="rustc-web cargo-web rust-web-src"
readonly DEBIAN_RUSTC=/usr/bin/rustc
readonly DEBIAN_CARGO=/usr/bin/cargo
readonly DEBIAN_STD=/usr/lib/rustlib/src/rust/library
readonly WASM_OUT=$CACHE/wasm
# The features rustc switches on for this target; wasm-opt refuses what it was not told of.
readonly WASM_FEATURES="--enable-bulk-memory --enable-bulk-memory-opt --enable-multivalue --enable-mutable-globals
  --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext --enable-call-indirect-overlong"

# Prints rustup or debian. The choice is kept in .cache/wasm-route and tried anew when it no longer holds.
choose_wasm_route() {
  local asked=${PRIMUM_WASM_ROUTE:-} kept
  kept=$(cat "$CACHE/wasm-route" 2>/dev/null || true)
  case "$asked" in
    "") ;;
    rustup) rustup_target || die "wasm route rustup: $WASM_TARGET is neither installed nor to be had within $TARGET_DOWNLOAD_SECONDS s" ;;
    debian) debian_rust || die "wasm route debian: $DEBIAN_RUST_PACKAGES could not be set up" ;;
    *) die "PRIMUM_WASM_ROUTE is \"$asked\", expected rustup or debian" ;;
  esac
  local route=$asked
  if [ -z "$route" ]; then
    if rustup_target_installed; then
      route=rustup
    elif [ "$kept" = debian ] && debian_rust_installed; then
      route=debian
    elif rustup_target; then
      route=rustup
    elif debian_rust; then
      route=debian
    else
      die "no way to $WASM_TARGET: rustup could not download it, and $DEBIAN_RUST_PACKAGES are not to be had"
    fi
  fi
  mkdir -p "$CACHE"
  printf '%s\n' "$route" >"$CACHE/wasm-route"
  printf '%s\n' "$route"
}

# A distribution's own compiler may carry the target too; then there is nothing to add.
rustup_target_installed() {
  [ -d "$(rustc --print sysroot)/lib/rustlib/$WASM_TARGET/lib" ]
}

rustup_target() {
  rustup_target_installed && return 0
  have rustup || return 1
  say "adding $WASM_TARGET with rustup"
  quietly_within "$TARGET_DOWNLOAD_SECONDS" rustup target add "$WASM_TARGET" && rustup_target_installed
}

debian_rust_installed() {
  [ -x "$DEBIAN_CARGO" ] && [ -d "$DEBIAN_STD" ] && wasm_linker >/dev/null
}

debian_rust() {
  debian_rust_installed && return 0
  have apt-get || return 1
  # shellcheck disable=SC2086
  (install_packages $DEBIAN_RUST_PACKAGES) && debian_rust_installed
}

# Any LLVM linker of a rustup toolchain, newest first: Debian's compiler brings none for wasm,
# and the system's wasm-ld is often older than the code it would have to read.
wasm_linker() {
  local sysroot found
  sysroot=$(rustc --print sysroot 2>/dev/null || true)
  found=$(find "$sysroot" "${RUSTUP_HOME:-$HOME/.rustup}/toolchains" -path '*/bin/rust-lld' 2>/dev/null | head -n 1)
  [ -n "$found" ] || found=$(find /usr/bin -name 'wasm-ld-*' 2>/dev/null | sort -V | tail -n 1)
  [ -n "$found" ] && printf '%s\n' "$found"
}

# Panic locations name source files; without this the bytes would depend on where they were built.
wasm_rustflags() {
  printf -- '--remap-path-prefix=%s=primum --remap-path-prefix=%s=cargo' "$PWD" "${CARGO_HOME:-$HOME/.cargo}"
}

# compile_wasm ROUTE FEATURES: the core with these features of the crate and no others.
compile_wasm() {
  local route=$1 features=$2 flags
  flags=$(wasm_rustflags)
  local common=(build --profile shipped --locked --lib --target "$WASM_TARGET" --no-default-features --features "$features")
  if [ "$route" = rustup ]; then
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$flags cargo "${common[@]}" --target-dir "$TARGET_DIR"
    return
  fi
  local linker
  linker=$(wasm_linker) || die "wasm route debian: no rust-lld and no wasm-ld found"
  # -Zbuild-std is a nightly option; RUSTC_BOOTSTRAP lets a stable compiler take it.
  env -u RUSTUP_TOOLCHAIN RUSTC="$DEBIAN_RUSTC" RUSTC_BOOTSTRAP=1 \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="$linker" CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$flags" \
    "$DEBIAN_CARGO" "${common[@]}" -Zbuild-std=std,panic_abort --target-dir "$TARGET_DIR/debian"
}

compiled_wasm() {
  local base=$TARGET_DIR
  [ "$1" = debian ] && base=$TARGET_DIR/debian
  printf '%s/%s/shipped/primum.wasm\n' "$base" "$WASM_TARGET"
}

build_wasm() {
  local route
  route=$(choose_wasm_route)
  if [ "$route" = debian ]; then
    say "wasm route: debian ($($DEBIAN_RUSTC --version), std built from source)"
  else
    say "wasm route: rustup ($(rustc --version))"
  fi
  mkdir -p "$WASM_OUT"
  # Beside the compose box nothing is loaded that only pages and a few policies need.
  build_core "$route" primum ""
  build_core "$route" primum_full "pages,patterns"
  node tools/size.mjs "$WASM_OUT/primum_bg.wasm" "$WASM_OUT/primum_full_bg.wasm" || die "a core is over its size budget"
}

# build_core ROUTE NAME FEATURES
build_core() {
  local route=$1 name=$2 features=$3 compiler=rustc made_from
  [ "$route" = debian ] && compiler=$DEBIAN_RUSTC
  # Cargo keeps one library of a crate, whatever its features: making one core forgets the other.
  made_from="$route $("$compiler" --version) $(digest rust-toolchain.toml Cargo.toml Cargo.lock build.rs build src data \
    policies extension/page/anchors.json extension/content tools/bindgen tools/build/wasm.sh package-lock.json)"
  if is_fresh "$name" "$made_from" && [ -e "$WASM_OUT/${name}_bg.wasm" ] && [ -e "$CACHE/$name.named.wasm" ]; then
    say "$name is up to date"
    return 0
  fi
  compile_wasm "$route" "$features"
  bind_wasm "$(compiled_wasm "$route")" "$name"
  stamp "$name" "$made_from"
}

# bind_wasm COMPILED NAME
bind_wasm() {
  cargo build --release --locked --quiet --manifest-path tools/bindgen/Cargo.toml --target-dir "$TARGET_DIR/tools"
  "$TARGET_DIR/tools/release/bindgen" "$1" "$WASM_OUT" "$2"
  # What the functions are called is kept beside the module, for `tools/size.mjs --contents`.
  cp "$1" "$CACHE/$2.named.wasm"
  # shellcheck disable=SC2086
  node node_modules/binaryen/bin/wasm-opt $WASM_FEATURES -O3 --strip-debug --strip-producers \
    "$WASM_OUT/$2_bg.wasm" -o "$WASM_OUT/$2_opt.wasm"
  mv "$WASM_OUT/$2_opt.wasm" "$WASM_OUT/$2_bg.wasm"
}
