# shellcheck shell=sh
# A plan whose layout cannot be read: the layout is told with its file and line, and the plan's line says that this is why.
cp -r "$TEMPLATES" templates
sed -i 's/fact="row.leads"/fact="row.leader"/' templates/layouts/tasks-with-agencies.xml
sed 's/budget-by-year/tasks-with-agencies/' "$(dirname "$0")/unknown-layout.xml" > input/case.xml
printf '%s\n' --templates templates input > args
