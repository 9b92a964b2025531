# shellcheck shell=sh
# A file larger than 64 MB.
{ cat input/good.xml; head -c 68000000 /dev/zero | tr '\0' '\n'; } > input/case.xml
