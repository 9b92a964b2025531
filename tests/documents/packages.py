"""
The parts of a workbook as Excel reads them: none of what it answers with "we found a problem with some content". Each
rule is proved on a copy that breaks it.
"""
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from posixpath import dirname, join, normpath

from openpyxl.utils import range_boundaries

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LONGEST = {"text": 32_767, "sheet name": 31, "formula": 8_192, "footer": 255, "link": 2_079, "links": 65_530}
WIDEST, HIGHEST = 255, 409.5
FORBIDDEN = re.compile(r"[\[\]:*?/\\]|^'|'$|^\s*$")
NAME = re.compile(r"(?![A-Za-z]{1,3}\d+$)(?!R\d*C\d*$)[^\W\d][\w.\\]{0,254}|_xlnm\.\w+")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_x00[01][0-9A-Fa-f]_")


class Package:
    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.names = [info.filename for info in package.infolist()]
            self.parts = {name: package.read(name) for name in self.names}

    def xml(self, name):
        return ElementTree.fromstring(self.parts[name])

    def sheets(self):
        return sorted(name for name in self.parts if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))


def overlaps(areas):
    boxes = sorted(range_boundaries(area) for area in areas)
    return [f"{a} and {b} overlap" for i, a in enumerate(boxes) for b in boxes[i + 1:]
            if a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]]


def relation_faults(package):
    """Every relation leads to a part, every part has a content type, no name comes twice."""
    faults = [f"part {name} twice" for name in set(package.names) if package.names.count(name) > 1]
    for name in (name for name in package.parts if name.endswith(".rels")):
        folder = dirname(dirname(name))
        for item in package.xml(name).iter(RELATION):
            target = item.get("Target")
            place = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            if item.get("TargetMode") != "External" and place not in package.parts:
                faults.append(f"{name}: no part {place}")
    types = package.xml("[Content_Types].xml")
    known = {item.get("PartName") for item in types} | {item.get("Extension") for item in types}
    return faults + [f"{name}: no content type" for name in package.parts if name != "[Content_Types].xml" and
                     f"/{name}" not in known and name.rsplit(".", 1)[-1] not in known]


def book_faults(package):
    book = package.xml("xl/workbook.xml")
    sheets = [sheet.get("name") for sheet in book.iter(f"{MAIN}sheet")]
    faults = [f"sheet name {name!r}" for name in sheets if FORBIDDEN.search(name) or len(name) > LONGEST["sheet name"]]
    faults += [] if len({name.casefold() for name in sheets}) == len(sheets) else [f"sheet names {sheets}"]
    seen = set()
    for item in book.iter(f"{MAIN}definedName"):
        name, text = item.get("name"), item.text or ""
        key = name.casefold(), item.get("localSheetId")
        if key in seen or not NAME.fullmatch(name):
            faults.append(f"defined name {name}")
        seen.add(key)
        named = [match.replace("''", "'") for match in re.findall(r"'((?:[^']|'')+)'!", text)]
        if "#REF" in text or not named or any(sheet not in sheets for sheet in named):
            faults.append(f"defined name {name} leads to {text}")
    return faults


def text_faults(package):
    found = package.xml("xl/sharedStrings.xml") if "xl/sharedStrings.xml" in package.parts else []
    texts = ["".join(item.itertext()) for item in found]
    for name in (name for name in package.parts if "comments" in name):
        texts += ["".join(item.itertext()) for item in package.xml(name).iter(f"{MAIN}text")]
    return [f"text of {len(text)} characters: {text[:40]!r}" for text in texts
            if len(text) > LONGEST["text"] or CONTROL.search(text)]


def position(reference):
    column, row, _, _ = range_boundaries(reference)
    return row, column


def in_order(places):
    return all(a < b for a, b in zip(places, places[1:]))


def cell_faults(sheet, strings, styles):
    cells = list(sheet.iter(f"{MAIN}c"))
    faults = [] if in_order([position(cell.get("r")) for cell in cells]) else ["cells are not in order, or come twice"]
    rows = list(sheet.iter(f"{MAIN}row"))
    faults += [] if in_order([int(row.get("r")) for row in rows]) else ["rows are not in order, or come twice"]
    faults += [f"row {row.get('r')} is {row.get('ht')} points high" for row in rows if float(row.get("ht", 0)) > HIGHEST]
    for cell in cells:
        value, formula = cell.findtext(f"{MAIN}v"), cell.findtext(f"{MAIN}f")
        if int(cell.get("s", 0)) >= styles:
            faults.append(f"{cell.get('r')}: style {cell.get('s')}")
        if formula is not None and (formula.startswith("=") or len(formula) > LONGEST["formula"] or "#REF" in formula):
            faults.append(f"{cell.get('r')}: formula {formula[:60]}")
        if cell.get("t") == "s" and int(value) >= strings:
            faults.append(f"{cell.get('r')}: no text {value}")
        if cell.get("t") in (None, "n") and value is not None and not re.fullmatch(r"-?\d+(\.\d+)?(E[+-]?\d+)?", value):
            faults.append(f"{cell.get('r')}: number {value}")
    return faults


def area_faults(sheet):
    faults = overlaps([item.get("ref") for item in sheet.iter(f"{MAIN}mergeCell")])
    columns = [(int(item.get("min")), int(item.get("max"))) for item in sheet.iter(f"{MAIN}col")]
    faults += [] if all(a[1] < b[0] for a, b in zip(columns, columns[1:])) else [f"columns {columns}"]
    faults += [f"column width {item.get('width')}" for item in sheet.iter(f"{MAIN}col") if float(item.get("width")) > WIDEST]
    links = [(item.get("ref"), item.get("location") or "") for item in sheet.iter(f"{MAIN}hyperlink")]
    if len(links) > LONGEST["links"] or len(set(ref for ref, _ in links)) != len(links):
        faults.append(f"{len(links)} links, some of them in one cell or too many")
    faults += [f"link at {ref} of {len(target)} characters" for ref, target in links if len(target) > LONGEST["link"]]
    return faults + [f"footer of {len(item.text)} characters" for kind in ("oddHeader", "oddFooter")
                     for item in sheet.iter(f"{MAIN}{kind}") if len(item.text or "") > LONGEST["footer"]]


def comment_faults(package):
    faults = []
    for name in (name for name in package.parts if re.fullmatch(r"xl/comments\d+\.xml", name)):
        comments = package.xml(name)
        authors = len(list(comments.iter(f"{MAIN}author")))
        items = list(comments.iter(f"{MAIN}comment"))
        faults += [] if in_order([position(item.get("ref")) for item in items]) else [f"{name}: not in order, or twice"]
        faults += [f"{name}: no author {item.get('authorId')}" for item in items if int(item.get("authorId")) >= authors]
    return faults


def faults_of(path):
    package = Package(path)
    faults = relation_faults(package) + book_faults(package) + text_faults(package) + comment_faults(package)
    strings = len(list(package.xml("xl/sharedStrings.xml"))) if "xl/sharedStrings.xml" in package.parts else 0
    styles = len(package.xml("xl/styles.xml").find(f"{MAIN}cellXfs"))
    for name in package.sheets():
        sheet = package.xml(name)
        faults += [f"{name}: {fault}" for fault in cell_faults(sheet, strings, styles) + area_faults(sheet)]
    return faults


# ---- each rule, broken ----

SHEET = "xl/worksheets/sheet2.xml"  # the first sheet, of contents, has no formulas
BROKEN = {
    "merges that overlap": (SHEET, rb'(<mergeCell ref="[^"]*"/>)', rb"\1\1"),
    "cells twice": (SHEET, rb'(<c r="A1"[^>]*>.*?</c>)', rb"\1\1"),
    "a row too high": (SHEET, rb' ht="[\d.]+"', b' ht="500"'),
    "a column too wide": (SHEET, rb' width="[\d.]+"', b' width="300"'),
    "a formula that lost its cell": (SHEET, rb"<f>[^<]*</f>", b"<f>SUM(#REF!)</f>"),
    "an unknown style": (SHEET, rb' s="\d+"', b' s="9999"'),
    "a text too long": ("xl/sharedStrings.xml", rb"<t>[^<]*</t>", b"<t>" + b"x" * 32768 + b"</t>"),
    "a control character": ("xl/sharedStrings.xml", rb"<t>[^<]*</t>", b"<t>_x000B_</t>"),
    "sheet names that are one": ("xl/workbook.xml", rb'<sheet name="[^"]*"(.*?)<sheet name="[^"]*"',
                                 rb'<sheet name="a"\1<sheet name="A"'),
    "a forbidden sheet name": ("xl/workbook.xml", rb'<sheet name="[^"]*"', b'<sheet name="01/BC"'),
    "a name that leads nowhere": ("xl/workbook.xml", rb"(<definedName [^>]*>)[^<]*", rb"\1'Khong co'!$A$1"),
    "a name that is a cell": ("xl/workbook.xml", rb'<definedName name="bang[^"]*"', b'<definedName name="PL1"'),
    "comments out of order": ("xl/comments1.xml", rb"(<comment .*?</comment>)(<comment .*?</comment>)", rb"\2\1"),
    "a part that is missing": ("xl/_rels/workbook.xml.rels", rb'Target="styles.xml"', b'Target="none.xml"'),
}


def proof_faults(path, scratch):
    """Each broken copy must be reported, and the sound one not."""
    sound, faults = Package(path), []
    for name, (part, pattern, instead) in BROKEN.items():
        data, count = re.subn(pattern, instead, sound.parts[part], count=1, flags=re.S)
        target = scratch / "broken.xlsx"
        with zipfile.ZipFile(target, "w") as copy:
            for other in sound.names:
                copy.writestr(other, data if other == part else sound.parts[other])
        if count != 1 or not faults_of(target):
            faults.append(f"not noticed: {name}")
    return faults


def check_all(checks, folder, scratch):
    for path in [*sorted(folder.glob("*.xlsx")), *sorted((scratch / "stress" / "annex").glob("*.xlsx"))]:
        checks.run(f"xlsx {path.stem}: nothing that Excel repairs", faults_of, path)
    checks.run("xlsx: what Excel repairs is noticed", proof_faults, folder / "thai-binh-2021-2025.xlsx", scratch)
