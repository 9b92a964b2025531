#!/usr/bin/env bash
# Checks that the layers of src/ point one way, and what each of them may use.
#
#   base <- model <- input ;  model <- calc <- report <- output <- run, load, options <- main
#   report and output never see model/plan.h, not even through another header
#   libxml2 only in input/xml*, libxlsxwriter only in output/render_xlsx.c and xlsx_*, libharu only in render_pdf* and pdf*
#   printing only in main.c and base/arena.c (base/finding.c prints to the FILE it is given); worker.c ends its workers
#   no double or float in base, model, input and calc: money and ratios are exact
#
# Usage: scripts/check-layers.sh FOLDER     the source folder; every fault as file:line: what
#        scripts/check-layers.sh --prove    plants faults in a copy of src/ and checks that each is found
set -euo pipefail

check_folder() {
    find "$1" -name '*.[ch]' | LC_ALL=C sort | awk -v root="$1" '
    BEGIN {
        # What the files of a layer may include, by their first folder ("." for the files of src/ itself).
        allowed["base"] = "base"
        allowed["model"] = "base model"
        allowed["input"] = "base model input"
        allowed["calc"] = "base model calc"
        allowed["report"] = "base model calc report"
        allowed["output"] = "base report output"
        allowed["."] = "base model input calc report output ."
        before = "(^|[^A-Za-z0-9_])"
        after = "([^A-Za-z0-9_]|$)"
    }
    function fault(name, line, what) {
        printf "%s/%s:%d: %s\n", root, name, line, what
        faults++
    }
    function layer_of(name) {
        return index(name, "/") ? substr(name, 1, index(name, "/") - 1) : "."
    }
    # A line without its comments and with its strings emptied. inside: a comment goes on from the line before.
    function code_of(rest,    out, token) {
        out = ""
        while (rest != "") {
            if (inside) {
                if (!index(rest, "*/")) break
                rest = substr(rest, index(rest, "*/") + 2)
                inside = 0
            } else if (match(rest, /"([^"\\]|\\.)*"|\047([^\047\\]|\\.)*\047|\/\*|\/\//)) {
                token = substr(rest, RSTART, RLENGTH)
                out = out substr(rest, 1, RSTART - 1)
                if (token == "//") break
                rest = substr(rest, RSTART + RLENGTH)
                if (token == "/*") { inside = 1; out = out " " } else out = out "\"\""
            } else {
                out = out rest
                break
            }
        }
        return out
    }
    function own_header(name, line, path) {
        if (index(" " allowed[layer_of(name)] " ", " " layer_of(path) " ") == 0)
            fault(name, line, layer_of(name) " may not include \"" path "\" (allowed: " allowed[layer_of(name)] ")")
        if (path !~ /\.def$/) included[name] = included[name] " " path
    }
    function library(name, line, path) {
        if (path ~ /^libxml/ && name !~ /^input\/xml[a-z_]*\.[ch]$/)
            fault(name, line, "libxml2 may only be used in input/xml*")
        if (path ~ /^xlsxwriter/ && name !~ /^output\/(render_xlsx\.c|xlsx_[a-z_]*\.[ch])$/)
            fault(name, line, "libxlsxwriter may only be used in output/render_xlsx.c and xlsx_*")
        if (path ~ /^hpdf/ && name !~ /^output\/(render_pdf[a-z_]*\.c|pdf[a-z_]*\.[ch])$/)
            fault(name, line, "libharu may only be used in output/render_pdf* and pdf*")
    }
    function words(name, line, code) {
        if (layer_of(name) ~ /^(base|model|input|calc)$/ && code ~ (before "(double|float)" after))
            fault(name, line, "money and ratios are exact: no double, no float")
        if (!(name == "worker.c" && code ~ (before "_exit *\\(")) && name !~ /^(main\.c|base\/arena\.c|base\/banned\.h)$/ &&
            (code ~ (before "(stdout|stderr)" after) ||
             code ~ (before "(printf|vprintf|puts|putchar|perror|warnx?|errx?|exit|_exit|abort) *\\(")) &&
            code !~ /__attribute__/)
            fault(name, line, "only main.c prints and ends the program")
    }
    function read_file(name,    text, line, path) {
        inside = 0
        line = 0
        if (!(layer_of(name) in allowed)) { fault(name, 1, layer_of(name) " is no layer"); return }
        while ((getline text < (root "/" name)) > 0) {
            line++
            path = text
            if (!inside && sub(/^ *# *include *"/, "", path)) own_header(name, line, substr(path, 1, index(path, "\"") - 1))
            else if (!inside && sub(/^ *# *include *</, "", path)) library(name, line, path)
            words(name, line, code_of(text))
        }
        close(root "/" name)
    }
    # True if name sees model/plan.h, directly or through other headers.
    function sees_plan(name, seen,    paths, count, i) {
        if (name == "model/plan.h") return 1
        if (name in seen) return 0
        seen[name] = 1
        count = split(included[name], paths, " ")
        for (i = 1; i <= count; i++) if (sees_plan(paths[i], seen)) return 1
        return 0
    }
    { names[++count] = substr($0, length(root) + 2); read_file(names[count]) }
    END {
        for (i = 1; i <= count; i++)
            if (layer_of(names[i]) ~ /^(report|output)$/) {
                split("", seen)
                if (sees_plan(names[i], seen))
                    fault(names[i], 1, layer_of(names[i]) " may not see model/plan.h: it sees plans through calc/view.h")
            }
        exit faults > 0
    }'
}

# plant FILE LINE-OF-CODE: the copy with that line must be refused, and for that line.
plant() {
    local copy=$scratch/src said last
    rm -rf "$copy"
    cp -r src "$copy"
    printf '%s\n' "$2" >>"$copy/$1"
    last=$(wc -l <"$copy/$1")
    if said=$(check_folder "$copy"); then
        printf 'check-layers.sh lets pass, in src/%s: %s\n' "$1" "$2"
        missed=$((missed + 1))
    elif ! grep -qE "^$copy/$1:($last|1): " <<<"$said"; then
        printf 'check-layers.sh refuses, but not for the planted line in src/%s: %s\n%s\n' "$1" "$2" "$said"
        missed=$((missed + 1))
    fi
}

prove() {
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    missed=0
    plant base/dec.c '#include "model/plan.h"'
    plant model/plan.c '#include "input/xml.h"'
    plant input/slurp.c '#include "calc/sums.h"'
    plant calc/totals.c '#include "input/plan_read.h"'
    plant calc/totals.c '#include "report/table.h"'
    plant report/table.c '#include "output/renderer.h"'
    plant report/table.c '#include "model/plan.h"'
    plant report/table.c '#include "calc/totals.h"'
    plant output/publish.c '#include "calc/sums.h"'
    plant output/publish.c '#include "run.h"'
    plant input/plan_read.c '#include <libxml/tree.h>'
    plant output/render_text.c '#include <xlsxwriter.h>'
    plant output/publish.c '  #  include <hpdf.h>'
    plant run.c 'static void f(void) { puts("x"); }'
    plant load.c 'static void f(void) { fprintf(stderr, "x"); }'
    plant output/publish.c 'static void f(void) { perror("x"); }'
    plant base/dec.c 'static double f(void) { return 0; }'
    plant calc/sums.c '/* a comment */ static float f;'
    plant input/xml.c 'static void f(void) { exit(1); }'
    # What only looks like a fault is let pass.
    rm -rf "$scratch/src"
    cp -r src "$scratch/src"
    printf '%s\n' '/* double printf(stderr) */' '// float' 'static const char F[] = "double /* puts( stderr";' \
        >>"$scratch/src/base/dec.c"
    if ! check_folder "$scratch/src"; then
        printf 'check-layers.sh refuses words in comments or strings\n'
        missed=$((missed + 1))
    fi
    [ "$missed" -eq 0 ]
}

case ${1:-} in
--prove) prove ;;
'') sed -n 's/^# Usage: //p' "$0" >&2; exit 64 ;;
*) check_folder "$1" ;;
esac
