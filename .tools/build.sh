#!/usr/bin/env bash
# Puts the released app in dist/. Expects the tools on PATH.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
trunk build --release --quiet "$@"
