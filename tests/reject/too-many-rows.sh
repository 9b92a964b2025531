# shellcheck shell=sh
# A file with more rows than any decision has: refused at once, without comparing all with all.
{
    sed 's/id="good"/id="case"/; s/unit="92"/unit="48"/; /<line id="k1"/,$d' input/good.xml
    seq 1 220000 | sed 's/.*/    <activity id="v&" title="Việc &"\/>/'
    printf '  </table>\n</plan>\n'
} > input/case.xml
