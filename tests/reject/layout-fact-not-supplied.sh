# shellcheck shell=sh
# A layout of targets with a block of years, which targets do not have: told with its line, and the plan is not made.
cp -r "$TEMPLATES" templates
sed -e 's|id="targets"|id="targets-by-year"|' \
    -e 's|</columns>|<years head="Năm {year}"><column head="Năm" width="12mm" fact="year"/></years></columns>|' \
    templates/layouts/targets.xml > templates/layouts/targets-by-year.xml
sed -e 's|id="good"|id="other"|' -e 's|unit="92"|unit="01"|' -e 's|layout="targets"|layout="targets-by-year"|' \
    input/good.xml > input/other.xml
printf '%s\n' --templates templates input > args
