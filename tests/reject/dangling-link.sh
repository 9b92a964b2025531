# shellcheck shell=sh
# A link to a file that is gone, given as a path and standing in a folder.
ln -s khong-co.xml lien-ket.xml
ln -s khong-co.xml input/lien-ket.xml
printf '%s\n' input lien-ket.xml > args
