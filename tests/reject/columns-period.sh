# shellcheck shell=sh
# A rate of a row that is not there; a column of two periods at once; a figure keyed twice with its phase; more figures in a row than one may have.
sed 's/id="good"/id="case"/; s/unit="92"/unit="48"/; /<table /,$d' input/good.xml > head.xml
{
    cat head.xml
    cat <<'END'
  <table id="kinh-phi" annex="I" moneyUnit="million-dong" title="Kinh phí">
    <columns>
      <column head="Nguồn" width="*" fact="row.title"/>
      <column head="Hai kỳ" width="24mm" align="right" year="2026" quarter="2026-Q1"/>
    </columns>
    <line id="k1" title="Trung ương" source="TW"><amount year="2026">1</amount></line>
  </table>
</plan>
END
} > input/two-periods.xml
{
    cat head.xml
    cat <<'END'
  <table id="kinh-phi" annex="I" moneyUnit="million-dong" title="Kinh phí">
    <columns>
      <column head="Nguồn" width="*" fact="row.title"/>
      <years><column head="Năm {year}" width="24mm" align="right"/></years>
      <column head="Ước" width="24mm" phase="estimated" year="2026" align="right"/>
    </columns>
    <line id="k1" title="Trung ương" source="TW">
      <amount year="2026">1</amount>
      <amount year="2026" phase="estimated">8</amount>
      <amount year="2026" phase="estimated">9</amount>
    </line>
  </table>
</plan>
END
} > input/twice.xml
{
    cat head.xml
    cat <<'END'
  <table id="kinh-phi" annex="I" layout="budget-by-source-and-year" moneyUnit="million-dong" title="Kinh phí">
    <line id="k1" title="Trung ương" source="TW">
END
    yes '<amount year="2026">1</amount>' | head -n 5001
    printf '    </line>\n  </table>\n</plan>\n'
} > input/crowded.xml
rm head.xml
sed 's/id="good"/id="case"/; s/unit="92"/unit="48"/; s/<target id="a1"/<target id="a1" series="k9"/' input/good.xml > input/series.xml
