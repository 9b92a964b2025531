"""PDFs against the grids keyed by hand, cell by cell by position; and their form."""
import itertools
import json
import os
import re
import subprocess
from types import SimpleNamespace

import expected
import pdf_tables
from workbook import shown
from workbooks import SAID, head_faults, one_line
from workbooks import books as all_books

MOST_PAGES = 40
JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io", "javax.activation", "jaxb-api")


# ---- cell by cell ----

def row_reads(row, texts):
    return all(pdf_tables.reads(lines, text) for lines, text in zip(row.cells, texts))


def begins(row, texts):
    """True if each cell holds the beginning of its text; blanks do not count."""
    return all("".join(text.split()).startswith("".join("".join(lines).split()))
               for lines, text in zip(row.cells, texts))


def put_together(rows, texts):
    """Rows cut by the end of a page become one again, where the joined row is the expected one or its beginning."""
    whole = []
    for row in rows:
        if whole and row.may_continue and len(whole) <= len(texts) and not row_reads(whole[-1], texts[len(whole) - 1]):
            cells = [before + after for before, after in zip(whole[-1].cells, row.cells)]
            one = pdf_tables.Row(cells, whole[-1].page, filled=whole[-1].filled)
            if begins(one, texts[len(whole) - 1]):
                whole[-1] = one
                continue
        whole.append(row)
    return whole


def grid_faults(annex, table):
    faults = list(annex.faults) + head_faults(annex.head, table.head)
    rows = put_together(annex.rows, table.rows)
    if len(rows) != len(table.rows):
        faults.append(f"{len(rows)} rows, expected {len(table.rows)}")
    for number, (row, texts) in enumerate(zip(rows, table.rows), 1):
        if len(row.cells) != len(texts):
            return faults + [f"row {number}: {len(row.cells)} columns, expected {len(texts)}"]
        faults += [f"page {row.page}, row {number}, column {column}: reads {lines}, expected {text!r}"
                   for column, (lines, text) in enumerate(zip(row.cells, texts), 1)
                   if not pdf_tables.reads(lines, text)]
    return faults


def fill_faults(annex, table, marked):
    """The marked cells are filled, the others are not; `marked` are (row, column), counted from 0."""
    rows = put_together(annex.rows, table.rows)
    filled = {(r, c) for r, row in enumerate(rows) for c, on in enumerate(row.filled) if on}
    return [f"row {r + 1}, column {c + 1}: {'no fill' if (r, c) in marked else 'filled, but nothing is wrong with it'}"
            for r, c in sorted(filled ^ marked)]


def marked_cells(book, sheet):
    """Where the workbook has a fill in the body of a table."""
    found = book.sheet(sheet)
    return {(row - found.first, column) for row in found.body()
            for column, (cell, _) in enumerate(found.cells(row)) if cell.fill.fill_type and cell.value is not None}


# ---- pages ----

def number_faults(pages):
    """The first page of a table has no number; the following ones count on from it, in the middle of the top margin."""
    faults, count = [], 0
    for page in pages:
        count = 1 if page.title else count + 1
        wanted = None if count == 1 else count
        if page.printed_number != wanted:
            faults.append(f"page {page.number}: numbered {page.printed_number}, expected {wanted}")
        elif wanted and not page.number_in_middle():
            faults.append(f"page {page.number}: the number does not stand in the middle of the top margin")
    return faults


def label_faults(path, pages):
    """Readers call a page by the number that is printed on it, after the name of what it belongs to."""
    done = subprocess.run(["qpdf", "--json", path], capture_output=True, text=True, check=False)
    labels = {entry["index"]: entry["label"] for entry in json.loads(done.stdout)["pagelabels"]}
    wanted = {page.number - 1: page.title for page in pages if page.title}
    faults = [f"labels begin on pages {sorted(labels)}, tables on {sorted(wanted)}"] if set(labels) != set(wanted) else []
    for index, label in labels.items():
        prefix = label["/P"].removeprefix("u:").removesuffix(" – ")
        if label["/St"] != 1 or not wanted.get(index, "").casefold().startswith(prefix.casefold().split(" ")[0]):
            faults.append(f"page {index + 1}: label {label}, title {wanted.get(index)}")
    return faults


def page_faults(pages):
    """Every page has a table, and a table goes on to the next page only when most of this one is full."""
    faults = [f"page {page.number}: no table" for page in pages if page.grid is None]
    for page, following in zip(pages, pages[1:]):
        if not following.title and page.grid and page.grid.bottom < page.height / 2:
            faults.append(f"page {page.number}: half empty, though the table goes on")
    if not 2 <= len(pages) <= MOST_PAGES:
        faults.append(f"{len(pages)} pages")
    return faults


def annex_faults(annexes, book):
    """The PDF has the tables of the workbook, in the same order and under the same names."""
    titles = []
    for sheet in (book.values[name] for name in book.page_names()):
        above = [sheet.cell(row, 1).value for row in range(1, book.sheet(sheet.title).head_first)]
        titles.append(one_line(" ".join(str(line) for line in above if line)))
    found = [annex.title for annex in annexes]
    return [f"“{f}”, in the workbook “{w}”" for f, w in itertools.zip_longest(found, titles) if f != w]


def agreement_faults(annex, pages, book, name):
    """A table says in the PDF what its sheet says, cell by cell, notes too; whatever table it is."""
    sheet = book.sheet(name)
    rows = [[shown(*cell) for cell in sheet.cells(row)] for row in sheet.body()]
    table = SimpleNamespace(head=sheet.head(), rows=rows)
    below = [one_line(" ".join(word.text for word in page.below)) for page in pages if page.number in annex.pages]
    notes = [sheet.values.cell(row, 1).value for row in range(sheet.last + 1, sheet.values.max_row + 1)]
    notes = [note for note in notes if not str(note).startswith("Dấu [*]")]  # paper has the shade alone
    return grid_faults(annex, table) + [f"the note is missing: {note}" for note in notes
                                        if note and not any(one_line(note) in text for text in below)]


def said_faults(pages, plan):
    text = " ".join(" ".join(word.text for word in page.below) + " " + table_text(page) for page in pages)
    return [f"nothing says “{sentence}”" for sentence in SAID[plan][1] if sentence not in text]


def table_text(page):
    cells = {id(cell): cell for cell in page.grid.cells.values()} if page.grid else {}
    return " ".join(" ".join(cell.lines()) for cell in cells.values())


# ---- form ----

def qpdf_faults(path):
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    ok = done.returncode == 0 and "No syntax or stream encoding errors found" in done.stdout
    return [] if ok else (done.stdout + done.stderr).splitlines()[:5]


def poppler_faults(path):
    """No poppler tool has anything to complain about."""
    faults = []
    for command in (["pdfinfo"], ["pdffonts"], ["pdftotext", "-bbox"], ["pdftocairo", "-png", "-r", "20"]):
        target = [path.with_suffix(".poppler")] if command[0] == "pdftocairo" else []
        target = ["-"] if command[0] == "pdftotext" else target
        done = subprocess.run(command + [path] + target, capture_output=True, check=False)
        if done.returncode or done.stderr:
            faults.append(f"{command[0]}: {done.stderr.decode()[:200]}")
    for picture in path.parent.glob(f"{path.stem}.poppler*"):
        picture.unlink()
    return faults


def font_faults(path):
    text, _ = pdf_tables.run("pdffonts", str(path))
    rows = [line.split() for line in text.splitlines()[2:]]
    faults = [] if rows else ["no fonts"]
    for row in rows:
        embedded, subset, unicode = row[-5:-2]
        if (embedded, subset, unicode) != ("yes",) * 3 or not re.match(r"[A-Z]{6}\+LiberationSerif", row[0]):
            faults.append(" ".join(row))
    return faults


def preflight(folder, names):
    """Faults by file name from one run over a folder. Every file must be named in the answer."""
    path = os.pathsep.join(f"/usr/share/java/{jar}.jar" for jar in JARS)
    done = subprocess.run(["java", "-cp", path, "org.apache.pdfbox.preflight.Validator_A1b", "batch", folder],
                          capture_output=True, text=True, check=False, cwd=folder)
    answer = done.stdout + done.stderr
    faults = {}
    for name in names:
        if f"The file {name} is a valid PDF/A-1b file" in answer:
            faults[name] = []
        else:
            told = answer.split(f"The file {name} ", 1)
            faults[name] = told[1].split("\n\n")[0].splitlines() if len(told) > 1 else [f"no answer: {answer[:300]}"]
    return faults


# ---- all ----

def check_all(checks, annex_folder, folder):
    """`folder` holds the PDFs alone, `annex_folder` the workbooks too."""
    books = all_books(annex_folder)
    read = {plan: pdf_tables.read(folder / f"{plan}.pdf") for plan in expected.plans()}
    for plan, (annexes, pages, complaints) in read.items():
        path = folder / f"{plan}.pdf"
        names = books[plan].page_names()
        checks.run(f"pdf {plan}: the tables of the workbook", annex_faults, annexes, books[plan])
        for table in (table for table in expected.tables() if table.plan == plan):
            annex = annexes[names.index(table.sheet)]
            checks.run(f"pdf {table}: every cell", grid_faults, annex, table)
            checks.run(f"pdf {table}: filled where the workbook is", fill_faults, annex, table,
                       marked_cells(books[plan], table.sheet))
        for name, annex in zip(names, annexes):
            checks.run(f"pdf {plan}: says what the sheet “{name}” says", agreement_faults, annex, pages, books[plan],
                       name)
        checks.run(f"pdf {plan}: page numbers", number_faults, pages)
        checks.run(f"pdf {plan}: page labels", label_faults, path, pages)
        checks.run(f"pdf {plan}: pages", page_faults, pages)
        checks.run(f"pdf {plan}: qpdf", qpdf_faults, path)
        checks.that(f"pdf {plan}: words without a warning", complaints.splitlines())
        checks.run(f"pdf {plan}: poppler has no warning", poppler_faults, path)
        checks.run(f"pdf {plan}: fonts embedded, cut, with Unicode", font_faults, path)
        if plan in SAID:
            checks.run(f"pdf {plan}: says what the decision lacks", said_faults, pages, plan)
    names = [f"{plan}.pdf" for plan in expected.plans()]
    answers = preflight(folder, names)
    for name in names:
        checks.that(f"pdf {name[:-4]}: valid PDF/A-1", answers[name])
