"""A form as a clerk's spreadsheet sees it: cells by sheet, id of the row and key of the column, changed in the parts of the file."""

import re
import zipfile
from xml.sax.saxutils import escape, unescape

COVER, TARGETS, MONEY, WORDS = "Hướng dẫn", "Chỉ tiêu", "Kinh phí", "Đánh giá"


def column_letters(number):
    """Of any number: openpyxl knows those of a worksheet alone."""
    name = ""
    while number:
        number, letter = divmod(number - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def _text(xml):
    return unescape("".join(re.findall(r"<t(?: [^>]*)?>([^<]*)</t>", xml)), {"&quot;": '"'})


class Form:
    def __init__(self, path):
        with zipfile.ZipFile(path) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
        texts = self.parts["xl/sharedStrings.xml"].decode()
        self._texts = [_text(item) for item in re.findall(r"<si>(.*?)</si>", texts, re.S)]
        relations = dict(re.findall(r'Id="([^"]+)"[^>]*Target="([^"]+)"', self.parts["xl/_rels/workbook.xml.rels"].decode()))
        self.sheets = {unescape(name): "xl/" + relations[number] for name, number in
                       re.findall(r'<sheet name="([^"]+)"[^>]*r:id="([^"]+)"', self.parts["xl/workbook.xml"].decode())}

    def xml(self, sheet):
        return self.parts[self.sheets[sheet]].decode()

    def change(self, sheet, old, new):
        xml = self.xml(sheet)
        assert old in xml, f"{sheet} has no {old}"
        self.parts[self.sheets[sheet]] = xml.replace(old, new, 1).encode()

    def _cells(self, sheet):
        """The texts of the sheet by reference."""
        return {reference: self._texts[int(number)] for reference, number in
                re.findall(r'<c r="([A-Z]+[0-9]+)"[^>]*t="s"[^>]*><v>([0-9]+)</v></c>', self.xml(sheet))}

    def at(self, sheet, row, key):
        cells = self._cells(sheet)
        line = next(reference[1:] for reference, text in cells.items() if re.fullmatch("A[0-9]+", reference) and text == row)
        column = next(re.match("[A-Z]+", reference)[0] for reference, text in cells.items()
                      if re.fullmatch("[A-Z]+1", reference) and text == key)
        return column + line

    def set_at(self, sheet, reference, content):
        """Puts XML into a cell: what stands between <c> and </c>, and its type."""
        kind, inner = content
        pattern = re.compile(rf'<c r="{reference}"( s="[0-9]+")?[^>]*?(/>|>.*?</c>)')
        new, count = pattern.subn(lambda m: f'<c r="{reference}"{m[1] or ""}{kind}>{inner}</c>', self.xml(sheet), count=1)
        assert count == 1, f"{sheet} has no cell {reference}"
        self.parts[self.sheets[sheet]] = new.encode()

    def put(self, sheet, row, key, value):
        """A text, a number, or "=…", a formula."""
        if isinstance(value, str) and value.startswith("="):
            content = ("", f"<f>{escape(value[1:])}</f><v>1</v>")
        elif isinstance(value, str):
            content = (' t="inlineStr"', f"<is><t>{escape(value)}</t></is>")
        else:
            content = ("", f"<v>{value!r}</v>")
        self.set_at(sheet, self.at(sheet, row, key), content)

    def set_fact(self, number, text):
        self.set_at("phuluc", f"B{number}", (' t="inlineStr"', f"<is><t>{text}</t></is>"))

    def save(self, path, *more):
        """With more parts, which may have any names."""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            for name, data in [*self.parts.items(), *more]:
                file.writestr(name, data)
        return path


def fill_cover(form, name="Sở Công Thương", status="Số đặt ra để thử", basis="Lũy kế", day="2023-12-20"):
    year, month, of_month = (int(part) for part in day.split("-"))
    for row, value in [("respondent", name), ("status", status), ("basis", basis), ("day", of_month), ("month", month), ("year", year)]:
        form.put(COVER, row, "answer", value)


_OPS = {"ge": "từ … trở lên", "gt": "hơn", "le": "không quá", "lt": "dưới", "about": "khoảng", "almost": "gần", "range": "trong khoảng"}
_STATES = {"final": "Chính thức", "provisional": "Ước, sơ bộ", "not-reported": "Chưa có số liệu"}
_STATUS = {"final": "Chính thức", "provisional": "Sơ bộ", "illustrative": "Số đặt ra để thử"}
_BASIS = {"period": "Riêng kỳ này", "cumulative": "Lũy kế"}
_NAMESPACE = "{urn:phuluc:results:1}"


def _number(text):
    return float(text) if "." in text else int(text)


def _fill_value(put, value):
    target = value.get("target")
    for key, text, read in [("op", value.get("op"), _OPS.get), ("value", value.get("value") or value.get("low"), _number),
                            ("high", value.get("high"), _number), ("outOf", value.get("outOf"), _number),
                            ("state", value.get("status"), _STATES.get), ("basis", value.get("basis"), _BASIS.get),
                            ("dataSource", value.get("dataSource"), str), ("note", (value.text or "").strip(), str)]:
        if text:
            put(TARGETS, target, key, read(text))


def fill_from(put, root):
    """Keys what a document of results (its root element) says, cell by cell, through put(sheet, row, key, value)."""
    year, month, day = root.get("issued").split("-")
    for row, value in [("respondent", "Sở Công Thương"), ("status", _STATUS[root.get("status")]), ("basis", _BASIS[root.get("basis")]),
                       ("day", int(day)), ("month", int(month)), ("year", int(year))]:
        put(COVER, row, "answer", value)
    for value in root.iter(_NAMESPACE + "value"):
        _fill_value(put, value)
    for phase in ["carriedIn", "allocated", "disbursed"]:
        for amount in root.iter(_NAMESPACE + phase):
            row = f"{amount.get('of', '')}/{amount.get('source', '')}"
            if amount.get("status"):
                put(MONEY, row, "state", _STATES[amount.get("status")])
            if amount.text:
                put(MONEY, row, phase, _number(amount.text))
    for part in root.iter(_NAMESPACE + "assessment"):
        for number, paragraph in enumerate(part, 1):
            put(WORDS, f"{part.get('kind')}.{number}", "text", paragraph.text)
    for number, note in enumerate(root.findall(_NAMESPACE + "note"), 1):
        put(WORDS, f"note.{number}", "text", note.text)
