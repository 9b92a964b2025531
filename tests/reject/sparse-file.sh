# shellcheck shell=sh
# 20 GB that take no room on the disk: refused by the size, not read.
truncate -s 20G input/case.xml
