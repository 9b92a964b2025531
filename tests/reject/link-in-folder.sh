# shellcheck shell=sh
# A link in a folder is not followed, even if it leads to a plan; it is told.
mkdir khac
sed 's/id="good"/id="linked"/; s/unit="92"/unit="48"/' input/good.xml > khac/linked.xml
ln -s ../khac/linked.xml input/linked.xml
