# shellcheck shell=sh
# A hundred thousand faults of one kind: the first are told, the others counted; the other kinds are told, too.
{
    sed 's/id="good"/id="case"/; s/unit="92"/unit="48"/; /<period /,$d' input/good.xml
    yes '<noise/>' | head -n 100000
    printf '<period first="26" last="2027"/>\n<!-- \001 -->\n</plan>\n'
} > input/case.xml
