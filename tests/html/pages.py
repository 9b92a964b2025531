"""Pages against the grids keyed by hand, and their form: what a reader, a screen reader and a portal rely on."""
import re
import subprocess
from decimal import Decimal

import expected
from page import Page

MOST_BACK_LINKS = 4     # of a remark that are shown at once
ADDRESSES = ("src", "href", "srcset", "action", "data", "poster", "background", "cite", "formaction", "ping")
LOADS = re.compile(r"url\(|@import|image-set\(|expression\(", re.I)
ACTIVE = ("script", "iframe", "object", "embed", "link", "base", "form", "img", "svg", "video", "audio")
REMARK = re.compile(r"\[(\d+):(\d+)\] (.*)")
BAR = "=" * 78


def one_line(text):
    return " ".join(text.split())


def same_label(a, b):
    """Labels agree but for capitals; STT and TT are one."""
    one, other = one_line(a).casefold(), one_line(b).casefold()
    return one == other or {one, other} == {"stt", "tt"}


# ---- form ----

def xml_faults(path):
    done = subprocess.run(["xmllint", "--noout", "--nonet", path], capture_output=True, text=True, check=False)
    return done.stderr.splitlines() if done.returncode else []


def document_faults(page):
    raw = page.path.read_text(encoding="utf-8")
    html = page.root.one("html")
    faults = list(page.faults)
    if not raw.startswith("<!DOCTYPE html>\n"):
        faults.append("does not begin with <!DOCTYPE html>")
    if html.get("lang") != "vi":
        faults.append(f"lang is {html.get('lang')}")
    if page.root.one("head").all()[0].get("charset") != "utf-8":
        faults.append("the head does not begin with the charset")
    if not page.root.one("title").text().strip():
        faults.append("no title")
    if len(page.root.all("main")) != 1 or len(page.root.all("h1")) != 1:
        faults.append("not one main and one h1")
    return faults


def outside_faults(page):
    """Whatever would run, load or lead away; the name of a namespace does not."""
    faults = [f"element {element.name}" for element in page.root.all(*ACTIVE)]
    for element in page.root.all():
        for name, value in element.attributes.items():
            if name.startswith("on") or (name in ADDRESSES and not value.startswith("#")):
                faults.append(f"{element.name} {name}={value}")
            if name == "style" and LOADS.search(value):
                faults.append(f"style {value}")
    return faults + [f"style loads: {match}" for style in page.root.all("style") for match in LOADS.findall(style.text())]


def link_faults(page):
    faults = [f"id {name} {len(elements)} times" for name, elements in page.ids.items() if len(elements) > 1]
    faults += [f"id {name} with white space" for name in page.ids if re.search(r"\s", name) or not name]
    links = [(link.get("href")[1:], link.text()) for link in page.root.all("a")]
    faults += [f"{text} leads nowhere: #{name}" for name, text in links if name not in page.ids]
    faults += [f"a link to #{name} without a name" for name, text in links if not text.strip()]
    listed = [link.get("href")[1:] for link in page.root.one("nav").all("a")]
    if listed != list(page.tables()):
        faults.append(f"the table of contents lists {listed}")
    return faults


def label_faults(page):
    """What is labelled by another element has a label with text; boxes that scroll can be reached by keyboard."""
    faults = []
    for element in page.root.all():
        name = element.get("aria-labelledby")
        if name is not None and not (name in page.ids and page.ids[name][0].text().strip()):
            faults.append(f"{element.name} is labelled by {name}")
    for table in page.root.all("table"):
        box = table.parent
        if (box.get("role"), box.get("tabindex")) != ("region", "0") or not box.get("aria-labelledby"):
            faults.append(f"the table in {box.parent.get('id')} stands in no box that scrolls")
    return faults


def scope_faults(grid):
    faults = []
    for row in grid.head:
        faults += [f"head “{cell.text()}” has scope {cell.get('scope')}" for cell, _ in row
                   if cell.name != "th" or cell.get("scope") not in ("col", "colgroup")]
    groups = [len(group.all("col")) for group in grid.table.all("colgroup")]
    for cell, _ in grid.head[0]:
        if cell.get("scope") == "colgroup" and int(cell.get("colspan", 1)) not in groups:
            faults.append(f"no column group for “{cell.text()}”")
    for number, row in enumerate(grid.body, 1):
        heads = [cell.get("scope") for cell, begins in row if cell.name == "th" and begins]
        kind = row[0][0].parent.get("class")
        if heads != (["rowgroup"] if kind == "group" else ["row"]):
            faults.append(f"row {number} ({kind}) has heads {heads}")
    for group in grid.rows:
        first, *others = group.all("tr")
        faults += [f"{row.get('id')}: a group inside a row group" for row in others if row.get("class") == "group"]
        if first.get("class") == "group" and not others and "rowgroup" not in [th.get("scope") for th in first.all("th")]:
            faults.append(f"{first.get('id')}: a group without a head")
    return faults


def id_faults(name, grid):
    rows = [row.get("id") for group in grid.rows for row in group.all("tr")]
    wanted = [f"{name}:r{number}" for number in range(1, len(rows) + 1)]
    return [f"row {number + 1} has the id {found}" for number, (found, want) in enumerate(zip(rows, wanted))
            if found != want]


def table_faults(page):
    faults = []
    for name, grid in page.tables().items():
        found = grid.faults + scope_faults(grid) + id_faults(name, grid)
        if not grid.table.one("caption").text().strip():
            found.append("no caption")
        faults += [f"{name}: {fault}" for fault in found]
    return faults


def number_faults(page):
    """What looks like a figure in a column of figures is one, and its value is what it shows."""
    faults = []
    for data in page.root.all("data"):
        value, text = data.get("value"), data.text()
        if not re.fullmatch(r"-?\d+(\.\d+)?", value):
            faults.append(f"value {value}")
        elif Decimal(value) != expected.value_of(text):
            faults.append(f"“{text}” has the value {value}")
        if "n" not in data.parent.get("class", "").split():
            faults.append(f"“{text}” is not set as a number")
    return faults


# ---- cell by cell ----

def grid_of(page, table):
    """The page's table of that name: that it is the one which the other formats name so is seen by its title."""
    tables = page.tables()
    if table.name not in tables:
        raise KeyError(f"no table {table.name}, only {list(tables)}")
    return tables[table.name]


def cell_faults(table, place, column, text, cell):
    shown, numbers = cell.text(without=("sup",)), cell.all("data")
    if shown != text:
        return [f"{place}: shows {shown!r}, expected {text!r}"]
    if table.is_number(column, text) and not numbers:
        return [f"{place}: {text!r} is text, not a number"]
    if numbers and Decimal(numbers[0].get("value")) != expected.value_of(text):
        return [f"{place}: holds {numbers[0].get('value')}, expected {expected.value_of(text)}"]
    return []


def grid_faults(page, table):
    grid, faults = grid_of(page, table), []
    heads, texts = grid.heads(), grid.texts()
    if len(heads) != len(table.head) or not all(map(same_label, heads, table.head)):
        faults.append(f"heads {heads}, expected {table.head}")
    if len(texts) != len(table.rows):
        faults.append(f"{len(texts)} rows, expected {len(table.rows)}")
    for row, (found, wanted) in enumerate(zip(texts, table.rows)):
        if len(found) != len(wanted):
            return faults + [f"row {row + 1}: {len(found)} columns, expected {len(wanted)}"]
        for column, text in enumerate(wanted):
            place = f"row {row + 1}, column {column + 1}"
            if found[column] == "" and not grid.body[row][column][1]:
                faults += [f"{place}: covered, expected {text!r}"] if text else []
            else:
                faults += cell_faults(table, place, column, text, grid.cell(row, column))
    return faults


def title_faults(page, table):
    caption = grid_of(page, table).table.one("caption")
    title = [span.text() for span in caption.all("span") if span.get("class") == "title"]
    annex = [span.text() for span in caption.all("span") if span.get("class") == "annex"]
    faults = []
    if table.title and one_line(" ".join(title)).casefold() != table.title.casefold():
        faults.append(f"title {title}, expected {table.title}")
    if table.sheet.startswith("Phụ lục") and annex != [table.sheet]:
        faults.append(f"annex {annex}, expected {table.sheet}")
    return faults


# ---- the text renderer says the same ----

def remarks_of(text):
    """Per table of the text format its remarks: {(row, column), the head counted: words}."""
    return [{(int(row), int(column)): words for row, column, words in
             (match.groups() for match in map(REMARK.fullmatch, part.splitlines()) if match)}
            for part in text.split(f"\n{BAR}\n")]


def remark_faults(page, text):
    """Each remark is reached from its cell by the number there, and leads back to it."""
    faults, wanted = [], remarks_of(text)
    grids = list(page.tables().items())
    if len(grids) != len(wanted):
        return [f"{len(grids)} tables, {len(wanted)} in the text"]
    for (name, grid), remarks in zip(grids, wanted):
        found = {}
        for link in (link for link in grid.table.all("a") if link.get("role") == "doc-noteref"):
            cell, note = link.parent.parent, page.ids[link.get("href")[1:]][0]
            row, column = (int(part[1:]) for part in cell.get("id").split(":")[-2:])
            found[row + len(grid.head), column] = note.children[0].strip()
            back = [anchor.get("href")[1:] for anchor in note.all("a")]
            number = [child for child in note.parent.children if not isinstance(child, str)].index(note) + 1
            if cell.get("id") not in back:
                faults.append(f"{cell.get('id')}: no way back from its remark")
            shown = [anchor for anchor in note.all("a") if anchor.parent.name != "details"]
            if len(shown) > MOST_BACK_LINKS:
                faults.append(f"{cell.get('id')}: {len(shown)} ways back bury the remarks that follow")
            if link.text() != f"[{number}]":
                faults.append(f"{cell.get('id')}: marked {link.text()}, the remark is number {number}")
        if found != remarks:
            faults.append(f"{name}: remarks {found}, in the text {remarks}")
    return faults


def mark_faults(page):
    """A mark is never only a colour."""
    return [f"{cell.text()} at {cell.get('id')} is only shaded" for cell in page.root.all("td", "th")
            if "m" in cell.get("class", "").split() and not cell.all("sup")]


def control_faults(page, text):
    line = text.rstrip("\n").splitlines()[-1]
    return [] if page.root.one("footer").text().strip() == line else [f"the page does not end with “{line}”"]


def check_all(checks, folder):
    for plan in expected.plans():
        path = folder / f"{plan}.html"
        checks.run(f"{plan}: well-formed XML", xml_faults, path)
        page, text = Page(path), (folder / f"{plan}.txt").read_text(encoding="utf-8")
        for name, faults in (("a whole document", document_faults), ("nothing from outside", outside_faults),
                             ("links and ids", link_faults), ("labels", label_faults), ("tables and heads", table_faults),
                             ("values", number_faults), ("marks", mark_faults)):
            checks.run(f"{plan}: {name}", faults, page)
        checks.run(f"{plan}: remarks", remark_faults, page, text)
        checks.run(f"{plan}: control line", control_faults, page, text)
        for table in (table for table in expected.tables() if table.plan == plan):
            checks.run(f"{table}: cell by cell", grid_faults, page, table)
            checks.run(f"{table}: title", title_faults, page, table)
