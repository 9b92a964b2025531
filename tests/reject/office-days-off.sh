# shellcheck shell=sh
# Holidays that end before they begin or last for months; days worked that are worked anyway, or off.
mkdir -p input
cat > input/office.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<office xmlns="urn:phuluc:office:1">
  <material percent="0" money="0"/>
  <dayOff from="2024-02-14" to="2024-02-08" name="Tết"/>
  <dayOff from="2024-06-01" to="2024-07-02" name="Hè"/>
  <dayOff from="2024-09-31" name="Quốc khánh"/>
  <dayOff from="2024-05-01" to="2024-05-05" name="Lễ"/>
  <workday date="2024-05-04"/>
  <workday date="2024-05-06"/>
</office>
END
