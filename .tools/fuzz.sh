#!/usr/bin/env bash
# Runs each fuzz target for FUZZ_SECONDS. What it learns stays in target/fuzz-corpus; an input that
# breaks something is kept in tests/fuzz/artifacts, and belongs into a test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

declare -A SEEDS=([entry]=tests/fuzz/seeds/entry [page]=tests/fuzz/seeds/page [file]=tests/fixtures/schema)
for target in entry page file; do
  mkdir -p "target/fuzz-corpus/$target"
  echo "== $target"
  cargo +nightly fuzz run --fuzz-dir tests/fuzz --target-dir target/fuzz "$target" \
    "target/fuzz-corpus/$target" "${SEEDS[$target]}" -- \
    -max_total_time="${FUZZ_SECONDS:-600}" -max_len=65536 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1
done
