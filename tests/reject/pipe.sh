# shellcheck shell=sh
# A pipe that nobody writes to: refused at once, never waited for.
mkfifo ong.xml input/ong.xml
printf '%s\n' input ong.xml > args
