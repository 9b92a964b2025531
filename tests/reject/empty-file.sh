# shellcheck shell=sh
# A file of no bytes, as left by a copy that broke off.
: > input/case.xml
