# shellcheck shell=sh
# Two layouts with one id among the templates: the second in the order of names is refused, the first is used.
cp -r "$TEMPLATES" templates
cp templates/layouts/targets.xml templates/layouts/zz-targets.xml
printf '%s\n' --templates templates input > args
