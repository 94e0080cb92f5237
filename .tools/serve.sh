#!/usr/bin/env bash
# Serves the app with live reload on a fixed address, or on the next free one. Expects the tools on PATH.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

WANTED=${PORT:-8090}
port=$(node .tools/free-port.mjs "$WANTED")
[ "$port" = "$WANTED" ] || echo "Port $WANTED is taken; using $port."
echo "Building. Loopline will be at http://127.0.0.1:$port/"
exec trunk serve --release --port "$port"
