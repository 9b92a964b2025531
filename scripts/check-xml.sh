#!/usr/bin/env bash
# Checks the project's own XML: schemas, layouts, catalogue, decisions and examples; first with xmllint, which is not the
# program, then with the program itself.
# Usage: scripts/check-xml.sh PROGRAM
set -euo pipefail

program=$1
status=0

xmllint --nonet --noout templates/schema/*.xsd || status=1

# Each file by the schema that is named like its root element.
while IFS= read -r -d '' file; do
    root=$(grep -oE -m 1 '^<[a-z]+' "$file" | tr -d '<')
    if ! said=$(xmllint --nonet --noout --schema "templates/schema/$root.xsd" "$file" 2>&1); then
        printf '%s\n' "$said" | grep -v ' validates$'
        status=1
    fi
done < <(find templates/layouts templates/catalogue.xml input tests/data/results -name '*.xml' -print0)

# What is keyed may hold slips that its authors made: warnings are in order, errors are not.
for path in input templates/layouts; do
    said=0
    answer=$("$program" check --lang en "$path" 2>&1) || said=$?
    if [ "$said" -gt 1 ]; then
        printf '%s\n' "$answer" | grep -vE '\[(note|warning) [A-Z]+-[0-9]+\]$' || true
        status=1
    fi
done
if ! "$program" check --lang en templates/layouts >/dev/null; then
    printf 'phuluc check templates/layouts does not end with 0\n'
    status=1
fi
exit "$status"
