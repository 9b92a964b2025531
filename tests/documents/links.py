"""Links between the lines of the reconciliation and the figures: they lead to the figure, and back, in each format."""
import json
import re
import subprocess
from html.parser import HTMLParser

from openpyxl import load_workbook

import expected
import pdf_tables
from workbook import CONTENTS, LEDGER

# What differs stands on pages of every format; a workbook has the list of all lines beside it.
DIFFERING = "Đối chiếu"
STATED = {DIFFERING: 4, LEDGER: 5}  # the column of the stated figure

# Lines of Thái Bình that differ, as the decision prints them: their cells in Phụ lục I, from the grid keyed by hand.
THAI_BINH = {"C19": 165, "D19": 100, "G19": 180, "J19": 100, "M19": 100, "P19": 210}


# Its lines are about the text alone: it has no amounts.
WITHOUT = {"dak-nong-2021-2025"}


# ---- workbook ----

def target_of(book, cell):
    sheet, place = re.fullmatch(r"'(.+)'!([A-Z]+\d+)", cell.hyperlink.location).groups()
    return book[sheet][place]


def sheet_links(book):
    """Those between ledgers and tables; workbooks.py looks at the contents."""
    return [(cell, target_of(book, cell)) for sheet in book.worksheets if sheet.title != CONTENTS
            for row in sheet.iter_rows() for cell in row if cell.hyperlink]


def page_links(path):
    """How many of them other formats have: from and to what differs."""
    return sum(LEDGER not in (cell.parent.title, target.parent.title)
               for cell, target in sheet_links(load_workbook(path, data_only=True)))


def workbook_faults(path):
    """A line's number is the number where it leads; a figure leads to a line that leads to it."""
    book = load_workbook(path, data_only=True)
    links = sheet_links(book)
    faults = [] if links or path.stem in WITHOUT else ["no links"]
    for cell, target in links:
        place = f"{cell.parent.title}!{cell.coordinate}"
        if (cell.parent.title in STATED) == (target.parent.title in STATED):
            faults.append(f"{place} does not lead from the reconciliation to a table, or back")
            continue
        if not target.hyperlink:
            faults.append(f"{place} leads to {target.parent.title}!{target.coordinate}, which does not lead back")
            continue
        if cell.parent.title not in STATED and target_of(book, target) != cell:
            faults.append(f"{place} leads to a line about another figure")
        if cell.parent.title in STATED:
            stated = cell.parent.cell(cell.row, STATED[cell.parent.title]).value
            # Đồng Nai has a total row in đồng; the reconciliation counts in triệu đồng.
            if isinstance(target.value, (int, float)) and target.value not in (stated, stated * 10**6):
                faults.append(f"{place} says {stated}, its figure is {target.value}")
    return faults


def differing_faults(path):
    book = load_workbook(path, data_only=True)
    found = {target.coordinate: cell.parent.cell(cell.row, STATED[DIFFERING]).value for cell, target in sheet_links(book)
             if cell.parent.title == DIFFERING and target.parent.title == "Phụ lục I"}
    return [] if found == THAI_BINH else [f"leads to {found}, expected {THAI_BINH}"]


# ---- PDF ----

def annotations(path):
    """(page, rectangle from the upper left, target page, target place) of each link, and what is wrong with its form."""
    done = subprocess.run(["qpdf", "--json=2", "--json-key=qpdf", "--json-key=pages", path], capture_output=True,
                          check=True)
    data = json.loads(done.stdout)
    objects = data["qpdf"][1]
    numbers = {page["object"]: i for i, page in enumerate(data["pages"])}
    found, faults = [], []
    for page in data["pages"]:
        value = objects[f"obj:{page['object']}"]["value"]
        height = value["/MediaBox"][3]
        for reference in value.get("/Annots", []):
            link = objects[f"obj:{reference}"]["value"]
            if (link["/Subtype"], link["/F"], link["/Border"]) != ("/Link", 4, [0, 0, 0]) or "/A" in link:
                faults.append(f"{reference}: {link}")
            rect = link["/Rect"]
            target = link["/Dest"]
            to_height = objects[f"obj:{target[0]}"]["value"]["/MediaBox"][3]
            found.append((numbers[page["object"]], (rect[0], height - rect[3], rect[2], height - rect[1]),
                          numbers[target[0]], (target[2], to_height - target[3])))
    return found, faults


def text_in(words, box):
    inside = [w for w in words if box[0] <= w.middle()[0] <= box[2] and box[1] <= w.middle()[1] <= box[3]]
    return " ".join(w.text for w in sorted(inside, key=lambda w: (round(w.top), w.left)))


def pdf_faults(path, workbook):
    """The same links as the workbook has, by what stands where they begin and where they lead."""
    found, faults = annotations(path)
    pages = pdf_tables.words_of(path)[0]
    boxes = {(page, round(box[0]), round(box[1])): box for page, box, _, _ in found}
    for page, box, to, place in found:
        near = [b for (p, x, y), b in boxes.items()
                if p == to and abs(x - place[0]) <= 1.5 and abs(y - place[1]) <= 1.5]
        if len(near) != 1:
            faults.append(f"page {page + 1}, “{text_in(pages[page], box)}”: leads to page {to + 1} at {place}, where no "
                          f"cell leads back")
        elif not text_in(pages[to], near[0]):
            faults.append(f"page {page + 1}: leads to an empty cell")
    wanted = page_links(workbook)
    # A cell that goes on to the next page is a link on both.
    if not wanted <= len(found) <= wanted + 2 * len(pages):
        faults.append(f"{len(found)} links, the workbook has {wanted}")
    return faults


# ---- HTML ----

class Anchors(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.links, self.cell = set(), [], None

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if "id" in attributes:
            self.ids.add(attributes["id"])
        if tag in ("td", "th"):
            self.cell = attributes.get("id")
        if tag == "a" and "to" in attributes.get("class", "").split():
            self.links.append((self.cell, attributes["href"][1:]))


def html_faults(path, workbook):
    page = Anchors()
    page.feed(path.read_text())
    leads = dict(page.links)
    faults = [f"{source} leads to {target}, which is not there" for source, target in page.links
              if target not in page.ids]
    faults += [f"{source} leads to {target}, which does not lead back" for source, target in page.links
               if target not in leads]
    wanted = page_links(workbook)
    return faults + ([] if len(page.links) == wanted else [f"{len(page.links)} links, the workbook has {wanted}"])


def make(program, root, out):
    done = subprocess.run([program, "annex", "-o", out, "--formats", "html", "input/decisions"], cwd=root,
                          capture_output=True, text=True, check=False)
    return [] if done.returncode <= 1 else done.stderr.splitlines()


def check_all(checks, annex, program, root, scratch):
    pages = scratch / "links"
    checks.run("links: the program makes the pages", make, program, root, pages)
    for plan in expected.plans():
        book = annex / f"{plan}.xlsx"
        checks.run(f"links {plan}: in the workbook", workbook_faults, book)
        checks.run(f"links {plan}: in the PDF", pdf_faults, annex / f"{plan}.pdf", book)
        checks.run(f"links {plan}: on the page", html_faults, pages / "annex" / f"{plan}.html", book)
    checks.run("links thai-binh: what differs leads to group IV", differing_faults, annex / "thai-binh-2021-2025.xlsx")
