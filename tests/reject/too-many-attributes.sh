# shellcheck shell=sh
# 100,000 attributes on one element: a parser that compares all with all takes minutes.
{
    sed 's/id="good"/id="case"/; s/unit="92"/unit="48"/; /<period /,$d' input/good.xml
    printf '  <period'
    seq 1 100000 | sed 's/.*/ a&="1"/'
    printf ' first="2026" last="2027"/>\n</plan>\n'
} > input/case.xml
