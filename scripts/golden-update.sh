#!/usr/bin/env bash
# Rewrites the expected files of the behaviour tests with what PROGRAM answers now. The review is git diff: read every line
# of it before it is committed. Totals of golden cases are worked out by hand and stay as they are.
# Usage: scripts/golden-update.sh PROGRAM
set -euo pipefail

if [ $# -ne 1 ]; then
    echo "usage: scripts/golden-update.sh PROGRAM" >&2
    exit 64
fi
exec "$(dirname "$0")/../tests/run-behaviour" --update "$1"
