# shellcheck shell=sh
# More figures than any report has: refused at once, without comparing all with all.
{
    printf '<results xmlns="urn:phuluc:results:1" id="r" plan="good" unit="92" period="2026" regime="nd09"\n'
    printf ' cutOff="2026-12-14" issued="2026-12-20" basis="period" status="final">\n<money moneyUnit="dong">\n'
    seq 1 20000 | sed 's/.*/<disbursed year="2026">&<\/disbursed>/'
    printf '</money>\n</results>\n'
} > input/case.xml
