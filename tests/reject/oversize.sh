# shellcheck shell=sh
# A file larger than 16 MB.
{ cat input/good.xml; head -c 17000000 /dev/zero | tr '\0' '\n'; } > input/case.xml
