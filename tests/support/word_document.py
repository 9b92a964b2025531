"""
Word documents as they stand in their file, and what Word would not open.

ECMA-376 part 1 (WordprocessingML) and part 2 (packages). ORDER lists, for each kind of element that the program writes, the
children that the schema allows, in its order; an element that is not listed there is a fault, so that whatever the program
writes one day is looked up first.
"""
import re
import struct
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import Counter
from dataclasses import dataclass
from posixpath import dirname, join, normpath

NAMES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
}
PARTS = {"word/document.xml", "word/styles.xml", "word/settings.xml", "word/fontTable.xml", "word/header1.xml", "word/header2.xml",
         "docProps/core.xml", "docProps/app.xml", "_rels/.rels", "word/_rels/document.xml.rels", "[Content_Types].xml"}
PARAGRAPH = "w:pStyle w:keepNext w:pBdr w:tabs w:spacing w:ind w:jc w:outlineLvl w:rPr w:sectPr"
RUN = "w:rFonts w:b w:bCs w:i w:iCs w:sz w:szCs w:lang"
TABLE = "w:tblStyle w:tblW w:jc w:tblBorders w:tblLayout w:tblCellMar w:tblLook w:tblCaption"
EDGES = "w:top w:left w:bottom w:right w:insideH w:insideV"
ANY_ORDER = {"w:body", "w:p", "w:trPr", "w:r", "w:sectPr-references"}
ORDER = {name: children.split() for name, children in {
    "w:document": "w:body", "w:body": "w:p w:tbl w:sectPr",
    "w:p": "w:pPr w:r w:hyperlink w:bookmarkStart w:bookmarkEnd w:fldSimple", "w:pPr": PARAGRAPH, "w:pBdr": "w:bottom",
    "w:tabs": "w:tab", "w:hyperlink": "w:r", "w:fldSimple": "w:r", "w:r": "w:rPr w:t w:br w:tab w:drawing", "w:rPr": RUN,
    "w:tbl": "w:tblPr w:tblGrid w:tr", "w:tblPr": TABLE, "w:tblGrid": "w:gridCol", "w:tblCellMar": "w:top w:left w:bottom w:right",
    "w:tblBorders": EDGES, "w:tr": "w:trPr w:tc", "w:trPr": "w:cantSplit w:tblHeader", "w:tc": "w:tcPr w:p",
    "w:tcPr": "w:tcW w:gridSpan w:vMerge w:tcBorders w:shd w:vAlign", "w:tcBorders": "w:left w:right",
    "w:sectPr": "w:headerReference w:footerReference w:type w:pgSz w:pgMar w:pgNumType w:titlePg",
    "w:drawing": "wp:inline", "wp:inline": "wp:extent wp:docPr a:graphic", "a:graphic": "a:graphicData",
    "a:graphicData": "pic:pic", "pic:pic": "pic:nvPicPr pic:blipFill pic:spPr", "pic:nvPicPr": "pic:cNvPr pic:cNvPicPr",
    "pic:blipFill": "a:blip a:stretch", "a:stretch": "a:fillRect", "pic:spPr": "a:xfrm a:prstGeom", "a:xfrm": "a:off a:ext",
    "a:prstGeom": "a:avLst", "w:hdr": "w:p", "w:ftr": "w:p",
    "w:styles": "w:docDefaults w:style", "w:docDefaults": "w:rPrDefault w:pPrDefault", "w:rPrDefault": "w:rPr",
    "w:pPrDefault": "w:pPr", "w:style": "w:name w:basedOn w:qFormat w:pPr w:rPr w:tblPr",
    "w:settings": "w:defaultTabStop w:characterSpacingControl w:compat w:themeFontLang w:decimalSymbol w:listSeparator",
    "w:compat": "w:compatSetting", "w:fonts": "w:font", "w:font": "w:panose1 w:charset w:family w:pitch",
}.items()}
LONGEST_BOOKMARK, MOST_COLUMNS = 40, 63
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff]")


def short(tag):
    space, _, name = tag[1:].partition("}")
    return f"{NAMES.get(space, space)}:{name}"


def value(element, path, attribute="val"):
    """The attribute of a property, None without the property."""
    for step in path.split("/"):
        element = element.find(f"{{*}}{step}") if element is not None else None
    if element is None:
        return None
    return next((held for name, held in element.attrib.items() if name.rpartition("}")[2] == attribute), "")


def text_of(element):
    """As it is read: a break of lines is one."""
    out = []
    for item in element.iter():
        kind = short(item.tag)
        out.append((item.text or "") if kind == "w:t" else "\n" if kind == "w:br" else "")
    return "".join(out)


@dataclass
class Cell:
    text: str
    column: int
    columns: int
    merge: str      # "", "restart", "continue"
    shaded: bool
    right: int      # how far its text is set in from the right, in twips
    align: str
    width: int      # of the cell, in twips


class Document:
    def __init__(self, path):
        self.path = path
        with zipfile.ZipFile(path) as package:
            self.members = package.infolist()
            self.parts = {info.filename: package.read(info) for info in self.members}

    def xml(self, name):
        return ElementTree.fromstring(self.parts[name])

    def xml_names(self):
        return [name for name in self.parts if name.endswith((".xml", ".rels"))]

    def body(self):
        return self.xml("word/document.xml")[0]

    def heads(self):
        return [name for name in self.parts if name.startswith("word/header")]

    def head_of(self, section, kind):
        """What stands in the upper margin of the first page of a section, or by default."""
        found = next(item for item in section.findall("{*}headerReference") if attribute(item, "type") == kind)
        key = next(held for name, held in found.attrib.items() if short(name) == "r:id")
        parts = {item.get("Id"): item.get("Target") for item in self.xml("word/_rels/document.xml.rels")}
        head = self.xml(f"word/{parts[key]}")
        return ("PAGE" if head.find(".//{*}fldSimple") is not None else ""), text_of(head)

    def sections(self):
        """Each with what is to be known of its pages."""
        return [{"first": self.head_of(found, "first")[0], "default": self.head_of(found, "default")[0], "landscape": value(found, "pgSz", "orient") == "landscape", "start": value(found, "pgNumType", "start"),
                 "title": found.find("{*}titlePg") is not None,
                 "size": (int(value(found, "pgSz", "w")), int(value(found, "pgSz", "h"))),
                 "margins": {edge: int(value(found, "pgMar", edge)) for edge in ("top", "right", "bottom", "left")}}
                for found in self.xml("word/document.xml").iter(next(iter_tag("sectPr")))]

    def tables(self):
        """Rows of cells of each table with borders, the head among them."""
        return [[cells_of(row) for row in table.findall("{*}tr")] for table in self.body().findall("{*}tbl")
                if value(table, "tblPr/tblStyle")]

    def all_texts(self):
        return [text_of(paragraph) for paragraph in self.body().iter(next(iter_tag("p")))]

    def pictures(self):
        return [data for name, data in sorted(self.parts.items()) if name.endswith(".emf")]


def iter_tag(name):
    yield f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def cells_of(row):
    cells, column = [], 0
    for item in row.findall("{*}tc"):
        columns = int(value(item, "tcPr/gridSpan") or 1)
        paragraph = item.find("{*}p")
        cells.append(Cell(text_of(item), column, columns, value(item, "tcPr/vMerge") or "",
                          bool(value(item, "tcPr/shd", "fill")), int(value(paragraph, "pPr/ind", "right") or 0),
                          value(paragraph, "pPr/jc") or "", int(value(item, "tcPr/tcW", "w"))))
        column += columns
    return cells


# ---- what Word would not open ----

def package_faults(document):
    """Members once, the types first, every part with a type, every relationship with its part, every id known."""
    names = [info.filename for info in document.members]
    faults = [f"{name} twice" for name, count in Counter(names).items() if count > 1]
    faults += [f"begins with {names[0]}"] if names[0] != "[Content_Types].xml" else []
    faults += [f"no part {name}" for name in sorted(PARTS - set(names))]
    types = document.xml("[Content_Types].xml")
    known = {item.get("PartName") for item in types} | {item.get("Extension") for item in types}
    faults += [f"{name}: no content type" for name in names if name != "[Content_Types].xml" and f"/{name}" not in known and
               name.rpartition(".")[2] not in known]
    faults += [f"content type of {name}, which is not there" for name in known if name and name[0] == "/" and name[1:] not in names]
    for name in (name for name in names if name.endswith(".rels")):
        folder, ids = dirname(dirname(name)), Counter()
        for item in document.xml(name):
            ids[item.get("Id")] += 1
            target = normpath(join(folder, item.get("Target")))
            if item.get("TargetMode") or target not in names:
                faults.append(f"{name}: leads to {item.get('Target')}")
        faults += [f"{name}: {key} twice" for key, count in ids.items() if count > 1]
    return faults + reference_faults(document)


def reference_faults(document):
    """What the document names: parts by relationship, bookmarks, styles."""
    root, faults = document.xml("word/document.xml"), []
    ids = {item.get("Id") for item in document.xml("word/_rels/document.xml.rels")}
    styles = [item.attrib[next(iter_tag("styleId"))] for item in document.xml("word/styles.xml").iter(next(iter_tag("style")))]
    faults += [f"style {name} twice" for name, count in Counter(styles).items() if count > 1]
    bookmarks, numbers, pictures = Counter(), Counter(), Counter()
    for item in root.iter():
        kind = short(item.tag)
        for name, held in item.attrib.items():
            if short(name).startswith("r:") and held not in ids:
                faults.append(f"{kind}: no relationship {held}")
        held = value_of(item)
        if kind in ("w:pStyle", "w:tblStyle") and held not in styles:
            faults.append(f"no style {held}")
        if kind == "w:bookmarkStart":
            bookmarks[attribute(item, "name")] += 1
            numbers[attribute(item, "id")] += 1
        if kind == "wp:docPr":
            pictures[item.get("id")] += 1
    faults += [f"{name} {count} times" for found in (bookmarks, numbers, pictures) for name, count in found.items() if count > 1]
    faults += [f"bookmark {name}" for name in bookmarks if not re.fullmatch(r"[a-z]\w*", name) or len(name) > LONGEST_BOOKMARK]
    faults += [f"no bookmark {attribute(item, 'anchor')}" for item in root.iter(next(iter_tag("hyperlink")))
               if attribute(item, "anchor") not in bookmarks]
    return faults


def attribute(item, name):
    return item.get(next(iter_tag(name)))


def value_of(item):
    return attribute(item, "val")


def order_faults(document):
    """Children that the schema allows, in its order."""
    faults = []
    for name in ("word/document.xml", "word/styles.xml", "word/settings.xml", "word/fontTable.xml", *document.heads()):
        for item in document.xml(name).iter():
            kind, children = short(item.tag), [short(child.tag) for child in item]
            allowed = ORDER.get(kind, [])
            faults += [f"{name}: {child} in {kind}" for child in children if child not in allowed]
            places = [allowed.index(child) for child in children if child in allowed]
            if kind not in ANY_ORDER and places != sorted(places):
                faults.append(f"{name}: {kind} holds {children}")
            if kind in ("w:p", "w:r") and any(place == 0 for place in places[1:]):
                faults.append(f"{name}: {kind} holds {children}")
    return faults


def grid_faults(document):
    """Rows are as wide as their table, each cell ends with a paragraph, what goes on has begun above as wide."""
    faults = []
    for number, table in enumerate(document.body().findall("{*}tbl"), 1):
        widths = [int(attribute(column, "w")) for column in table.find("{*}tblGrid")]
        faults += [f"table {number}: {len(widths)} columns"] if len(widths) > MOST_COLUMNS else []
        above = {}
        for place, row in enumerate(table.findall("{*}tr"), 1):
            cells = cells_of(row)
            if not cells or cells[-1].column + cells[-1].columns != len(widths):
                faults.append(f"table {number}, row {place}: {sum(cell.columns for cell in cells)} of {len(widths)} columns")
            for cell, item in zip(cells, row.findall("{*}tc")):
                if short(item[-1].tag) != "w:p":
                    faults.append(f"table {number}, row {place}: a cell without a paragraph at its end")
                wanted, found = sum(widths[cell.column:cell.column + cell.columns]), int(value(item, "tcPr/tcW", "w"))
                if abs(wanted - found) > len(widths):
                    faults.append(f"table {number}, row {place}: {found} twips, columns of {wanted}")
                if cell.merge == "continue" and above.get(cell.column) != cell.columns:
                    faults.append(f"table {number}, row {place}: goes on what did not begin")
            above = {cell.column: cell.columns for cell in cells if cell.merge}
    return faults


def text_faults(document):
    return [f"control character in {text!r}" for text in document.all_texts() if CONTROL.search(text.replace("\n", ""))]


ALL = [package_faults, order_faults, grid_faults, text_faults]


def faults(document):
    return [fault for judge in ALL for fault in judge(document)]


# ---- metafiles ----

def records(data):
    """Type and content of each record of an enhanced metafile; a fault in its frame is an error."""
    found, at = [], 0
    while at < len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8 or size % 4 or at + size > len(data):
            raise ValueError(f"record of {size} bytes at {at}")
        found.append((kind, data[at:at + size]))
        at += size
    size, count = struct.unpack_from("<II", data, 48)
    if (found[0][0], found[-1][0], size, count) != (1, 14, len(data), len(found)) or data[40:44] != b" EMF":
        raise ValueError("a header that does not tell of its records")
    return found


def picture_texts(data):
    """The texts that a metafile draws, in order."""
    texts = []
    for kind, record in records(data):
        if kind == 84:
            count, at = struct.unpack_from("<II", record, 44)
            texts.append(record[at:at + 2 * count].decode("utf-16-le"))
    return texts
