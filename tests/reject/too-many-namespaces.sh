# shellcheck shell=sh
# 200,000 namespace declarations, on one element and on many.
{
    sed 's/id="good"/id="case"/; s/unit="92"/unit="48"/; /<period /,$d' input/good.xml
    seq 1 200000 | sed 's/.*/<x xmlns:a&="u&"\/>/'
    printf '</plan>\n'
} > input/case.xml
{ printf '<plan'; seq 1 200000 | sed 's/.*/ xmlns:a&="u&"/'; printf '/>\n'; } > input/case2.xml
