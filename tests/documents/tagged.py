"""
PDFs to those who hear them: the structure of each against the page of the same report, which another renderer makes, and
against the grids keyed by hand. Every cell is there once, in reading order, with what it is the head of.
"""
import html.parser
import re
import subprocess

import expected
import long_rows
import relabelled
from pdf_structure import Tagged

LONG_TABLE = 8300
MONTHS = ["2024-05", "2024-10"]
KINDS = ["annex", "year-end", "consolidate", *MONTHS, "cut", "stress"]
MONTHLY = ["input/decisions/thai-binh-2021-2025.xml", "input/examples/months",
           "input/examples/results/thai-binh-2021-2025-2023.xml", "input/office.xml"]


def plain(text):
    """Blanks aside, which lines that are broken elsewhere have elsewhere; a page of the web has a hyphen for a minus."""
    return re.sub(r"\s+", "", text).replace("−", "-")


class Page(html.parser.HTMLParser):
    """The tables, headings, notes and drawings of the page, in their order."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.headings, self.notes, self.drawings = [], [], [], []
        self.into, self.marks = None, 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("th", "td"):
            scope = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}.get(attrs.get("scope"), "")
            self.into = [tag.upper(), scope, int(attrs.get("rowspan", 1)), int(attrs.get("colspan", 1)), ""]
            self.tables[-1][-1].append(self.into)
        elif tag == "h2":
            self.into = [""]
            self.headings.append(self.into)
        elif tag == "p" and attrs.get("class") == "note":
            self.into = [""]
            self.notes.append(self.into)
        elif tag == "svg":
            self.drawings.append(attrs["aria-label"])
        elif tag == "sup":
            self.marks += 1

    def handle_endtag(self, tag):
        if tag in ("th", "td", "h2", "p"):
            self.into = None
        elif tag == "sup":
            self.marks -= 1

    def handle_data(self, data):
        if self.into and not self.marks:
            self.into[-1] += data


def cells_of(tagged, table):
    return [[[cell.role, cell.scope, cell.rows, cell.columns, plain(tagged.text(cell))] for cell in row.kids]
            for row in table.kids]


def table_faults(tagged, page):
    faults = []
    found = [cells_of(tagged, table) for table in tagged.document.of("Table")]
    wanted = [[[[*cell[:4], plain(cell[4])] for cell in row] for row in table] for table in page.tables]
    if len(found) != len(wanted):
        return [f"{len(found)} tables, on the page {len(wanted)}"]
    for number, (one, other) in enumerate(zip(found, wanted), 1):
        faults += [] if len(one) == len(other) else [f"table {number}: {len(one)} rows, on the page {len(other)}"]
        faults += [f"table {number}, row {row}: {mine}, on the page {its}"
                   for row, (mine, its) in enumerate(zip(one, other), 1) if mine != its]
    return faults


def grid_faults(tagged):
    """With what cells take of the rows below, every row is as wide as its table."""
    faults = []
    for number, table in enumerate(tagged.document.of("Table"), 1):
        reaching, widths = [], []
        for row in table.kids:
            widths.append(sum(cell.columns for cell in row.kids) + sum(columns for _, columns in reaching))
            reaching = [(rows - 1, columns) for rows, columns in
                        [*reaching, *((cell.rows, cell.columns) for cell in row.kids)] if rows > 1]
        if len(set(widths)) != 1 or reaching:
            faults.append(f"table {number}: rows of {sorted(set(widths))} columns, left over {reaching}")
    return faults


def heading_faults(tagged, page):
    """One H1, or one for each table; the tables' headings are the page's, and their notes stand after them."""
    title, tables = tagged.document.of("H1"), tagged.document.of("H2")
    if tables:
        faults = [] if len(title) == 1 and title[0] is tagged.document.of("H1", "H2")[0] else [f"{len(title)} titles"]
    else:
        faults, tables = [], title
    found = [plain(tagged.text(heading)) for heading in tables]
    wanted = [plain(heading[0]) for heading in page.headings]
    missing = [heading for heading in wanted if heading not in found]
    # The first table of a report has no heading of its own: the head of the report says it.
    if title is not tables and missing[:1] == wanted[:1]:
        missing = missing[1:]
    faults += [f"no heading “{heading}”" for heading in missing]
    said = [plain(tagged.text(paragraph)) for paragraph in tagged.document.of("P")]
    at = 0
    for note in (plain(note[0]) for note in page.notes):
        if note not in said[at:]:
            faults.append(f"not there, or not in its place: {note}")
        else:
            at = said.index(note, at) + 1
    return faults


def figure_faults(tagged, page):
    found = [figure.alternative for figure in tagged.document.of("Figure")]
    faults = [f"{figure.name}: no box" for figure in tagged.document.of("Figure")
              if len(figure.value.get("/A", {}).get("/BBox", [])) != 4]
    return faults + ([] if set(found) == set(page.drawings) else [f"figures {found}, on the page {page.drawings}"])


def longest_array(value):
    kids = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return max([len(value) if isinstance(value, list) else 0, *map(longest_array, kids)])


def long_faults(program, root, folder):
    """A table of more rows than an array may have entries (ISO 19005-1, 6.1.12)."""
    subprocess.run([root / "tests/support/make-plan", folder / "plan", "--rows", str(LONG_TABLE), "--years", "2021-2022",
                    "--sources", "1"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([program, "annex", "-q", "-o", folder, "--formats", "pdf", folder / "plan"], cwd=root, check=False)
    tagged = Tagged(next((folder / "annex").glob("*.pdf")))
    longest = max(map(longest_array, tagged.objects.values()))
    rows = len(tagged.document.of("TR"))
    small = longest <= 8191 and rows > LONG_TABLE
    return tagged.faults + grid_faults(tagged) + ([] if small else [f"an array of {longest}, {rows} rows"])


def form_faults(tagged):
    """ISO 19005-1, 6.8: marked, with a language and standard elements; and what the metadata say of it."""
    faults = list(tagged.faults)
    if tagged.get(tagged.catalog.get("/MarkInfo")) != {"/Marked": True} or tagged.catalog.get("/Lang") not in ("u:vi", "vi"):
        faults.append(f"{tagged.catalog}")
    roles = {element.role for element in tagged.document.walk()}
    faults += sorted(roles - {"Document", "Sect", "H1", "H2", "P", "Table", "TR", "TH", "TD", "Link", "Figure"})
    packet = tagged.data(tagged.catalog["/Metadata"])
    if b"<pdfaid:part>1<" not in packet or b"<pdfaid:conformance>A<" not in packet:
        faults.append(packet.decode()[:400])
    return faults


def poppler_faults(path, tagged):
    """Another reader finds the same elements and has nothing to complain about."""
    done = subprocess.run(["pdfinfo", "-struct", path], capture_output=True, text=True, check=False)
    cells = len(re.findall(r"^ *T[HD]\b", done.stdout, re.M))
    wanted = len(tagged.document.of("TH", "TD"))
    return [] if cells == wanted and not done.stderr else [f"{cells} cells, not {wanted}", *done.stderr.splitlines()[:5]]


def check_file(checks, path):
    name = f"tagged {'/'.join(path.with_suffix('').parts[-2:])}"
    tagged, page = Tagged(path), Page(path.with_suffix(".html").read_text(encoding="utf-8"))
    checks.run(f"{name}: every content is in one element", form_faults, tagged)
    checks.run(f"{name}: every cell once, with its head", table_faults, tagged, page)
    checks.run(f"{name}: rows are whole", grid_faults, tagged)
    checks.run(f"{name}: headings and notes in their order", heading_faults, tagged, page)
    checks.run(f"{name}: figures have words", figure_faults, tagged, page)
    checks.run(f"{name}: poppler", poppler_faults, path, tagged)


def keyed_faults(annex):
    """The rows that were keyed by hand, from the first to the last column."""
    faults = []
    for plan in expected.plans():
        tagged = Tagged(annex / f"{plan}.pdf")
        rows = [[cell[4] for cell in row] for table in tagged.document.of("Table") for row in cells_of(tagged, table)]
        for table in (table for table in expected.tables() if table.plan == plan):
            wanted = [[plain(text) for text in row if text] for row in table.rows]
            missing = [row for row in wanted if row not in [[text for text in cells if text] for cells in rows]]
            faults += [f"{table}: no row {row}" for row in missing]
    return faults


def check_all(checks, annex, program, root, scratch):
    """After reports.check_all() and stress.check_all(), which have made their documents."""
    months = scratch / "months"
    for month in MONTHS:
        subprocess.run([program, "monthly", "--month", month, "-q", "-o", months, "--formats", "pdf,html", *MONTHLY], cwd=root,
                       capture_output=True, check=False)
    # Cells that go on on further pages.
    for form in ("pdf", "html"):
        relabelled.make(program, root, scratch / "cut", form, long_rows.PLAN, {long_rows.ACTIVITY: long_rows.LONG})
    folders = [annex, scratch / "reports", months, scratch / "cut", scratch / "stress"]
    paths = [path for folder in folders for path in sorted(folder.rglob("*.pdf"))]
    kinds = {kind for path in paths for kind in KINDS if kind in path.parts}
    checks.that("tagged: all kinds of reports are there", sorted(set(KINDS) - kinds))
    checks.run("tagged: the rows keyed by hand", keyed_faults, annex)
    checks.run("tagged: a table of more rows than an array holds", long_faults, program, root, scratch / "many")
    for path in paths:
        checks.stage(check_file, path)
