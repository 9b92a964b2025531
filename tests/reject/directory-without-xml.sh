# shellcheck shell=sh
# A folder that holds other files only, and one that holds nothing.
mkdir ke-hoach trong
echo 'xem lại' > ke-hoach/ghi-chu.txt
printf '%s\n' input ke-hoach trong > args
