#!/usr/bin/env bash
# Checks the project's own XML: schemas, layouts, catalogue, decisions and examples; first with xmllint, which is not the
# program, then with the program itself.
# Usage: scripts/check-xml.sh PROGRAM
set -euo pipefail

program=$1
status=0

validate() { # SCHEMA FILE...: quiet unless a file is not valid
    local said
    if ! said=$(xmllint --nonet --noout --schema "templates/schema/$1.xsd" "${@:2}" 2>&1); then
        printf '%s\n' "$said" | grep -v ' validates$'
        status=1
    fi
}

xmllint --nonet --noout templates/schema/*.xsd || status=1
validate layout templates/layouts/*.xml
validate catalogue templates/catalogue.xml
while IFS= read -r -d '' file; do
    validate plan "$file"
done < <(grep -lZ -r --include='*.xml' '^<plan ' input)

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
