# shellcheck shell=sh
# Two layouts for one form in one month: the second in the order of names is refused, the first is used.
cp -r "$TEMPLATES" templates
sed 's/id="month-targets-5"/id="zz-targets"/; s/months="5"/months="4 5"/' templates/layouts/month-targets-5.xml > templates/layouts/zz-targets.xml
printf '%s\n' --templates templates input > args
