# shellcheck shell=sh
# A report of a quarter that is due by two rules, one of nine months by none.
mkdir -p input
cat > input/office.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<office xmlns="urn:phuluc:office:1">
  <report period="quarter" within="5" by="10"/>
  <report period="nine-months"/>
  <material percent="0" money="0"/>
</office>
END
