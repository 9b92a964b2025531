"""
A decision that is hard to lay out (tests/support/stress_plan.py), in every format: nothing is cut off, nothing is lost,
nothing is too small to read, and a reader knows on each page which columns and groups the rows belong to.
"""
import shutil
import subprocess
from types import SimpleNamespace

import decree
import pdf_tables
import pdfs
import recalculation
import soffice
import stress_plan
import workbook

FORMATS = ("xlsx", "pdf", "txt", "html")
HIGHEST_ROW = 409.5     # points; a spreadsheet's limit
LEAST_CHARACTERS = 3000
LEAST_HEIGHT = 7        # points of a word, of type that is read


def make(program, root, scratch):
    source = scratch / "stress.xml"
    source.write_text(stress_plan.text(), encoding="utf-8")
    done = subprocess.run([program, "annex", "-o", scratch / "stress", "--formats", ",".join(FORMATS), source], cwd=root,
                          capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise RuntimeError(f"status {done.returncode}: {done.stderr[:600]}")
    return scratch / "stress" / "annex" / stress_plan.PLAN


def flat(groups):
    return [row for group in groups for row in group.all()]


def wanted_rows():
    """The first table whole: (number, label, {(year, abbreviation): amount}), its total row last."""
    made = stress_plan.groups()
    return ([(row.no, row.title, row.total()) for row in flat(made)] +
            [("", "Tổng cộng", stress_plan.grand_total(made))])


def part_of(head):
    """What a part of the first table must show, by the heads of its columns ("Năm 2024 / TW")."""
    keys = [(int(label.split(" / ")[0].split()[1]), label.split(" / ")[1]) for label in head[2:]]
    rows = [[no, title, *(stress_plan.shown(money.get(key)) for key in keys)] for no, title, money in wanted_rows()]
    return keys, SimpleNamespace(head=head, rows=rows)


def squeeze(text):
    return "".join(text.split())


def with_whole_label(annex):
    """The table with the label that has no blanks put together: it breaks anywhere, which other words must not."""
    for row in annex.rows:
        if squeeze("".join(row.cells[1])) == stress_plan.UNBROKEN:
            row.cells[1] = [stress_plan.UNBROKEN]
    return annex


def every_column_once(keys):
    wanted = [(year, abbr) for year in stress_plan.YEARS for abbr, _ in stress_plan.SOURCES
              if any((y, a) == (year, abbr) or a == abbr for _, _, money in wanted_rows() for y, a in money)]
    return [] if keys == wanted else [f"columns {keys}, expected {wanted}"]


# ---- PDF ----

def first_table(annexes):
    return [annex for annex in annexes if annex.head[0] == "Stt"]


def pdf_faults(annexes):
    """Every figure in its cell, in parts that repeat number and label."""
    keys, faults = [], []
    for annex in first_table(annexes):
        columns, table = part_of(annex.head)
        keys += columns
        faults += [f"part at {columns[0]}: {fault}" for fault in pdfs.grid_faults(with_whole_label(annex), table)]
    return faults + every_column_once(keys)


def place_faults(annexes):
    """No word sticks out of its cell, in any table; heads are repeated as they were (found while reading)."""
    return [fault for annex in annexes for fault in annex.faults]


def repeated_faults(pages):
    """A page that begins inside groups repeats their headings."""
    inside = {row.title: [] for row in flat(stress_plan.groups())}
    for group in stress_plan.groups():
        stack = [(group, [])]
        while stack:
            row, above = stack.pop()
            inside[row.title] = above
            stack += [(child, above + [row.title]) for child in row.children]
    faults, repeated = [], 0
    for page in pages:
        if page.title or not page.grid or not page.grid.head()[0] == "Stt":
            continue
        labels = [" ".join(row.cells[1]) for row in page.grid.rows(page.number)]
        headings = [label for label in labels if label.endswith(pdf_tables.REPEATED)]
        repeated += len(headings)
        first = next(label for label in labels if label not in headings)
        wanted = [title + pdf_tables.REPEATED for title in inside.get(first, [])]
        if first in inside and headings != wanted:
            faults.append(f"page {page.number}: repeats {headings}, expected {wanted}")
    return faults if repeated > 10 else faults + [f"only {repeated} headings repeated"]


def said_faults(annexes, texts):
    """Long texts of the other tables stand there whole; where they break is a matter of layout."""
    columns = ["".join("".join(line) for row in annex.rows for line in row.cells[column])
               for annex in annexes for column in range(len(annex.head)) if annex.head[0] != "Stt"]
    found = {text: sum(squeeze(column).count(squeeze(text)) for column in columns) for text in texts}
    return [] if found == texts else [f"{text[:40]}… {count} times" for text, count in found.items()]


# ---- workbook ----

def sheet_rows(sheet):
    return [[workbook.shown(*cell) for cell in sheet.cells(row)] for row in sheet.body()]


def book_faults(book):
    keys, faults = [], []
    for name in (name for name in book.formulas.sheetnames if book.sheet(name).head()[0] == "Stt"):
        sheet = book.sheet(name)
        columns, table = part_of(sheet.head())
        keys += columns
        found = sheet_rows(sheet)
        faults += [f"{name}, row {number}: {row}, expected {wanted}"
                   for number, (row, wanted) in enumerate(zip(found, table.rows), 1) if row != wanted]
        faults += [] if len(found) == len(table.rows) else [f"{name}: {len(found)} rows, expected {len(table.rows)}"]
    return faults + every_column_once(keys)


def height_faults(book):
    """Each text has room in its row: at least the area that its letters take, by a narrow estimate of their width."""
    faults = []
    for sheet in book.formulas.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)):
            height = sheet.row_dimensions[cell.row].height or 15
            size, width = cell.font.sz, sheet.column_dimensions[cell.column_letter].width * 5.6  # points
            if cell.coordinate in sheet.merged_cells or not cell.alignment.wrap_text:
                continue
            lines = len(cell.value) * size * 0.40 / width
            if height > HIGHEST_ROW or lines * size * 1.1 > height + size:
                faults.append(f"{sheet.title}!{cell.coordinate}: {len(cell.value)} characters in {height} points")
    return faults


def shown_by_office(path, scratch):
    """LibreOffice's own pages of the workbook."""
    profile = scratch / "profile"
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "pdf", "--outdir",
                    scratch / "office", path], capture_output=True, check=True, timeout=150)
    return scratch / "office" / f"{path.stem}.pdf"


def printed_faults(path, book):
    """What the sheets show as printed: words in their cells, and no "###"."""
    text, _ = pdf_tables.run("pdftotext", "-layout", str(path), "-")
    faults = ["a number shows as ###"] if "##" in text else []
    grids = [pdf_tables.Grid(drawn) for drawn in pdf_tables.drawn_of(path) if drawn.down]
    return faults if len(grids) >= len(book.formulas.sheetnames) else faults + [f"only {len(grids)} pages with tables"]


def small_faults(path):
    """Targets with a long text print in type that is read: the sheet is widened, and lies on its paper for that."""
    pages, _ = pdf_tables.words_of(path)
    first = [words for words in pages if "MỤC TIÊU CỤ THỂ" in " ".join(word.text for word in words)]
    least = min((word.bottom - word.top for words in first for word in words), default=0)
    return [] if least >= LEAST_HEIGHT else [f"{len(first)} pages of targets, the smallest word {least:.1f} points high"]


def check_all(checks, program, root, scratch):
    checks.that("stress: the label is long", [] if len(stress_plan.LONG) >= LEAST_CHARACTERS else ["too short"])
    path = make(program, root, scratch)
    pdf, xlsx = path.with_suffix(".pdf"), path.with_suffix(".xlsx")
    annexes, pages, complaints = pdf_tables.read(pdf)
    long_texts = {stress_plan.LONG: 3, stress_plan.UNBROKEN: 2}
    checks.that("stress pdf: words without a warning", complaints.splitlines())
    checks.run("stress pdf: every figure in its cell", pdf_faults, annexes)
    checks.run("stress pdf: nothing sticks out, heads on each page", place_faults, annexes)
    checks.run("stress pdf: groups that go on say so", repeated_faults, pages)
    checks.run("stress pdf: margins, numbers, nothing under 10 pt", decree.faults_of, pdf)
    checks.run("stress pdf: long texts of the other tables are whole", said_faults, annexes, long_texts)
    checks.run("stress pdf: no page is left half empty", half_empty_faults, pages)
    checks.run("stress pdf: qpdf", pdfs.qpdf_faults, pdf)
    only = scratch / "stress-pdf"
    only.mkdir()
    shutil.copy(pdf, only)
    checks.run("stress pdf: valid PDF/A-1b", lambda: pdfs.preflight(only, [pdf.name])[pdf.name])
    book = workbook.Book(xlsx)
    checks.run("stress xlsx: every figure in its cell", book_faults, book)
    checks.run("stress xlsx: each text has room", height_faults, book)
    target = soffice.recalculate([xlsx], scratch / "stress-office")
    checks.run("stress xlsx: recalculation", recalculation.all_faults, xlsx, target)
    shown = shown_by_office(xlsx, scratch / "stress-office")
    checks.run("stress xlsx: as printed", printed_faults, shown, book)
    checks.run("stress xlsx: targets are not printed small", small_faults, shown)


def half_empty_faults(pages):
    """A table goes on only when half of the page is full; a table's first page has its rows."""
    return [f"page {page.number}: half empty, though the table goes on" for page, following in zip(pages, pages[1:])
            if not following.title and page.grid and page.grid.bottom < page.height / 2] + \
           [f"page {page.number}: no table" for page in pages if page.grid is None]
