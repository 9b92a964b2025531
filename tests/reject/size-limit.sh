# shellcheck shell=sh
# A file of exactly the size that is allowed is read; one byte more is refused.
fill() {
    size=$(wc -c < input/good.xml)
    { sed "s/id=\"good\"/id=\"$1\"/; s/unit=\"92\"/unit=\"$2\"/" input/good.xml; head -c $((67108864 + $3 - size)) /dev/zero | tr '\0' '\n'; } > "input/$1.xml"
}
fill full 48 0
fill more 46 1
