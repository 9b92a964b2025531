# shellcheck shell=sh
# A path that does not exist.
printf '%s\n' input khong-co.xml > args
