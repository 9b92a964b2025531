# shellcheck shell=sh
# Devices are refused, whatever they would give.
printf '%s\n' input /dev/zero /dev/null > args
