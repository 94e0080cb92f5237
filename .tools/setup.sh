#!/usr/bin/env bash
# Installs what is missing and says where it is. Quick when nothing is missing.
#
#   setup.sh build     everything a build of the page needs
#   setup.sh test      the same, and what the browser tests need
#   setup.sh lint      what a build needs, and what checks the dependencies
#   setup.sh fuzz      what a build needs, and the fuzzer with the compiler it wants

set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=.tools/versions.env
source .tools/versions.env
CACHE=${LOOPLINE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/loopline-tools}
WASM_BINDGEN=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print }' Cargo.lock)

say() { echo "set-up: $*" >&2; }
fail() { say "$*"; exit 1; }

need_basics() {
  command -v cargo >/dev/null || fail "cargo is missing. Install Rust from https://rustup.rs, then try again."
  command -v node >/dev/null || fail "Node is missing. Install Node $NODE_MAJOR or newer, then try again."
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge "$NODE_MAJOR" ] || fail "Node $major is too old. Install Node $NODE_MAJOR or newer, then try again."
  if [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
    command -v rustup >/dev/null || fail "The target wasm32-unknown-unknown is missing, and rustup to add it is missing too."
    say "adding the WebAssembly target to Rust"
    rustup target add wasm32-unknown-unknown >&2
  fi
}

# cargo_tool NAME VERSION BINARY CARGO-INSTALL-ARGUMENTS…
# A tool of exactly this version on PATH is used; else one is built once for this user. The
# profile is one that builds in minutes: these tools need no optimizing.
cargo_tool() {
  local name=$1 version=$2 binary=$3
  shift 3
  if command -v "$binary" >/dev/null && [ "$("$binary" --version 2>/dev/null | awk '{ print $2 }')" = "$version" ]; then
    return
  fi
  local root=$CACHE/$name-$version
  PATH_ADDED=$root/bin:$PATH_ADDED
  [ -x "$root/bin/$binary" ] && return
  say "building $name $version, once; this takes a few minutes"
  # Run outside the project: its cargo configuration is not meant for tools.
  (cd / && env -u CARGO_TARGET_DIR CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 cargo install --quiet --root "$root" --version "$version" "$@" >&2) ||
    fail "$name $version could not be built; see above. Is crates.io reachable?"
}

wasm_opt() {
  local root=$CACHE/binaryen-$BINARYEN
  PATH_ADDED=$root/node_modules/.bin:$PATH_ADDED
  [ -x "$root/node_modules/.bin/wasm-opt" ] && return
  say "fetching wasm-opt (binaryen $BINARYEN)"
  npm install --silent --no-audit --no-fund --prefix "$root" "binaryen@$BINARYEN" >&2 ||
    fail "binaryen $BINARYEN could not be fetched. Is the npm registry reachable?"
}

find_browser() {
  local candidate
  for candidate in "${CHROME:-}" google-chrome chromium chromium-browser \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -n "$candidate" ] && command -v "$candidate" >/dev/null; then
      command -v "$candidate"
      return
    fi
  done
}

browser() {
  CHROME_FOUND=$(find_browser)
  CHROMEDRIVER_FOUND=${CHROMEDRIVER:-$(command -v chromedriver || true)}
  if [ -n "$CHROME_FOUND" ] && [ -n "$CHROMEDRIVER_FOUND" ]; then
    return
  fi
  local as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo -n)
  if command -v apt-get >/dev/null && "${as_root[@]}" true 2>/dev/null; then
    say "installing Chromium and its driver with apt-get"
    "${as_root[@]}" apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends chromium chromium-driver >&2
  fi
  CHROME_FOUND=$(find_browser)
  CHROMEDRIVER_FOUND=${CHROMEDRIVER:-$(command -v chromedriver || true)}
  [ -n "$CHROME_FOUND" ] || fail "No Chrome or Chromium was found. Install one, or set CHROME to its program, then try again."
  [ -n "$CHROMEDRIVER_FOUND" ] || fail "chromedriver was not found. Install the one for your Chrome, or set CHROMEDRIVER, then try again."
}

end_to_end() {
  local lock=tests/e2e/package-lock.json stamp=tests/e2e/node_modules/.installed
  cmp -s "$lock" "$stamp" && return
  say "fetching Playwright"
  npm ci --silent --no-audit --no-fund --prefix tests/e2e >&2 || fail "The browser tests' packages could not be fetched. Is the npm registry reachable?"
  cp "$lock" "$stamp"
}

print_env() {
  echo "export PATH=\"$PATH_ADDED\$PATH\""
  [ -z "${CHROME_FOUND:-}" ] || printf 'export CHROME=%q\nexport CHROMEDRIVER=%q\n' "$CHROME_FOUND" "$CHROMEDRIVER_FOUND"
}

PATH_ADDED=
need_basics
cargo_tool trunk "$TRUNK" trunk trunk --locked --no-default-features
# Without --locked: its lock file names a dependency version that not every registry has.
cargo_tool wasm-bindgen "$WASM_BINDGEN" wasm-bindgen wasm-bindgen-cli --no-default-features --bin wasm-bindgen --bin wasm-bindgen-test-runner
# Its program does not tell its version, so the one that is built here is used in any case.
cargo_tool wasm_split_cli_support "$WASM_SPLIT" wasm-split-cli wasm_split_cli_support --features build-binary
wasm_opt
# Before the others: see the file in it.
PATH_ADDED=$PWD/.tools/path:$PATH_ADDED
if [ "${1:-build}" = lint ]; then
  cargo_tool cargo-deny "$CARGO_DENY" cargo-deny cargo-deny --locked
fi
if [ "${1:-build}" = fuzz ]; then
  if ! rustup run nightly rustc --version >/dev/null 2>&1; then
    say "adding the nightly compiler, which the fuzzer needs"
    rustup toolchain install nightly --profile minimal >&2 || fail "The nightly compiler could not be installed; see above."
  fi
  cargo_tool cargo-fuzz "$CARGO_FUZZ" cargo-fuzz cargo-fuzz --locked
fi
if [ "${1:-build}" = test ]; then
  browser
  end_to_end
fi
print_env
