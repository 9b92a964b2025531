# shellcheck shell=sh
# Days that are no number, or too many.
cat > input/office.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<office xmlns="urn:phuluc:office:1">
  <report period="month" within="năm"/>
  <report period="quarter" by="31"/>
  <report period="year" within="0"/>
</office>
END
