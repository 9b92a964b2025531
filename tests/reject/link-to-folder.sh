# shellcheck shell=sh
# A link to a folder is not followed either: the plans in it would be missing without a word.
mkdir khac
sed 's/id="good"/id="linked"/; s/unit="92"/unit="48"/' input/good.xml > khac/linked.xml
ln -s ../khac input/khac
ln -s . input/vong
