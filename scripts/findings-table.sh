#!/usr/bin/env bash
# The findings of src/base/finding.def as a table in Markdown, by id.
# Usage: scripts/findings-table.sh
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
printf '| Code | Severity | What | What to do |\n|---|---|---|---|\n'
awk '
/^FINDING\(/ {
    count = 0
    rest = $0
    # The strings of the line: id, rule, sentence and remedy in Vietnamese, then both in English.
    while (match(rest, /"([^"\\]|\\.)*"/)) {
        text = substr(rest, RSTART + 1, RLENGTH - 2)
        gsub(/\\"/, "\"", text)
        gsub(/\{[0-9]\}/, "…", text)
        gsub(/\|/, "\\|", text)
        gsub(/&/, "\\&amp;", text)
        gsub(/</, "\\&lt;", text)
        gsub(/>/, "\\&gt;", text)
        strings[++count] = text
        rest = substr(rest, RSTART + RLENGTH)
    }
    split($0, fields, /, */)
    if (count != 6 || fields[3] !~ /^(NOTE|WARNING|ERROR|SYSTEM|LOCKED)$/) {
        printf "finding.def:%d: six strings and a severity are expected\n", NR > "/dev/stderr"
        exit 1
    }
    printf "| %s | %s | %s | %s |\n", strings[1], tolower(fields[3]), strings[5], strings[6]
}' src/base/finding.def | LC_ALL=C sort
