# shellcheck shell=sh
# One file for each of the other limits; README.md has the table.
make() {
    { sed 's/id="good"/id="case"/; s/unit="92"/unit="48"/; /<period /,$d' input/good.xml; cat; printf '</plan>\n'; } > "input/$1.xml"
}
yes '<x>' | head -n 65 | make depth
yes '<x/>' | head -n 2000000 | make elements
{ printf '<'; head -c 257 /dev/zero | tr '\0' n; printf '/>\n'; } | make name
{ printf '<period first="'; head -c 10001 /dev/zero | tr '\0' 1; printf '"/>\n'; } | make text
{ printf '<x>\n'; yes 'a b' | head -n 9000; printf '</x>\n'; } | make text-of-lines
