#!/usr/bin/env bash
# The limits of src/input/limits.def as a table in Markdown.
# Usage: scripts/limits-table.sh
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
printf '| Limit of | At most |\n|---|---:|\n'
# LIMIT(symbol, limit, "of what", ...), where the limit is a number or a product of numbers.
sed -nE 's/^LIMIT\([A-Z_]+, ([0-9 *]+), "([^"]*)".*/\1\t\2/p' src/input/limits.def |
while IFS=$'\t' read -r limit what; do
    printf "| %s | %'d |\n" "$what" "$((limit))"
done | LC_ALL=C sed -E ':a; s/([0-9])([0-9]{3})(,| \|$)/\1,\2\3/; ta'
