# shellcheck shell=sh
# A broken layout among the templates: told with its own file and line; plans that do not use it are made.
cp -r "$TEMPLATES" templates
sed -i 's/fact="row.leads"/fact="row.leader"/' templates/layouts/tasks-with-agencies.xml
printf '%s\n' --templates templates input > args
