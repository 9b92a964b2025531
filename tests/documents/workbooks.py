"""Workbooks against the grids keyed by hand, their formulas, and their form."""
import csv
import re
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

import expected
from workbook import CONTENTS, LEDGER, MARK, Book, defined_names, exact, is_marked, print_area, shown

ROOT = Path(__file__).resolve().parents[2]
SHEET_NAME_LENGTH = 31
A4 = 9

# What a decision says besides its tables, and must be said where its budget is.
SAID = {
    "ba-ria-vung-tau-2021-2025":
        ("Bảng tổng hợp 1. Kinh phí", ["Chi tiết Danh mục các hoạt động thực hiện kế hoạch phát triển thương mại điện tử tỉnh "
                      "Bà Rịa – Vũng Tàu giai đoạn 2021-2025 theo phụ lục đính kèm", "không kèm"]),
    "binh-dinh-2021-2025": ("Bảng tổng hợp 1. Kinh phí", ["Có Phụ lục chi tiết kèm theo", "không kèm"]),
    "dak-nong-2021-2025":
        ("Bảng tổng hợp 1. Kinh phí", ["không nêu số tiền", "Ngân sách trung ương", "Ngân sách địa phương", "Vốn doanh nghiệp",
                      "Nguồn vốn huy động hợp pháp khác theo quy định của pháp luật"]),
}


def books(folder):
    return {plan: Book(folder / f"{plan}.xlsx") for plan in expected.plans()}


def one_line(text):
    """Where a title or a head breaks into lines is a matter of layout."""
    return " ".join(text.split())


def same_label(a, b):
    """Labels agree but for capitals; STT and TT are one."""
    one, other = one_line(a).casefold(), one_line(b).casefold()
    return one == other or {one, other} == {"stt", "tt"}


def head_faults(found, wanted):
    if len(found) != len(wanted):
        return [f"{len(found)} columns, expected {len(wanted)}: {found}"]
    return [f"column {i + 1} has the head “{f}”, expected “{w}”"
            for i, (f, w) in enumerate(zip(found, wanted)) if not same_label(f, w)]


# ---- cell by cell ----

def cell_faults(table, column, text, cell, value):
    place = f"{cell.coordinate}"
    if shown(cell, value) != text:
        return [f"{place}: shows {shown(cell, value)!r}, expected {text!r}"]
    is_number = isinstance(value.value, (int, float)) and not isinstance(value.value, bool)
    if not table.is_number(column, text):
        return []
    if not is_number:
        return [f"{place}: {text!r} is text, not a number"]
    if exact(value.value) != expected.value_of(text):
        return [f"{place}: holds {value.value!r}, expected {expected.value_of(text)}"]
    return []


def grid_faults(book, table):
    sheet = book.sheet(table.sheet)
    faults = head_faults(sheet.head(), table.head)
    rows = list(sheet.body())
    if len(rows) != len(table.rows):
        faults.append(f"{len(rows)} rows ({sheet.address()}), expected {len(table.rows)}")
    for row, texts in zip(rows, table.rows):
        cells = sheet.cells(row)
        if len(cells) != len(texts):
            return faults + [f"row {row}: {len(cells)} columns, expected {len(texts)}"]
        for column, (text, (cell, value)) in enumerate(zip(texts, cells)):
            faults += cell_faults(table, column, text, cell, value)
    return faults


def title_faults(book, table):
    sheet = book.sheet(table.sheet).values
    name, title = sheet["A1"].value, sheet["A2"].value
    faults = []
    if table.title:
        if name != table.sheet:
            faults.append(f"A1: “{name}”, expected “{table.sheet}”")
        if one_line(title).casefold() != table.title.casefold():
            faults.append(f"A2: “{title}”, expected “{table.title}”")
    if title != title.upper():
        faults.append(f"A2: “{title}” is not in capitals")
    return faults


def said_faults(book, plan):
    name, sentences = SAID[plan]
    sheet = book.sheet(name).values
    text = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return [f"{name}: nothing says “{sentence}”" for sentence in sentences if sentence not in text]


def no_amount_faults(book):
    """A budget that is not stated has no number anywhere, not even 0."""
    cells = [cell for row in book.sheet("Bảng tổng hợp 1. Kinh phí").values.iter_rows() for cell in row]
    return [f"{cell.coordinate}: {cell.value!r}" for cell in cells if isinstance(cell.value, (int, float))]


def totals_faults(program, inputs, root):
    done = subprocess.run([program, "totals", "--format", "csv", *inputs], cwd=root, capture_output=True, check=False)
    head, *rows = list(csv.reader(done.stdout.decode("utf-8").splitlines()))
    faults = []
    if done.returncode > 1:
        faults.append(f"status {done.returncode}: {done.stderr.decode()[:300]}")
    if head != ["plan", "source", "code", "year", "stated", "computed", "complete", "amends"]:
        faults.append(f"head {head}")
    found = [row[:2] + row[3:7] for row in rows]
    wanted = expected.totals()
    faults += [f"missing {row}" for row in wanted if row not in found]
    faults += [f"not expected {row}" for row in found if row not in wanted]
    if not faults and found != wanted:
        faults.append("the rows come in another order")
    faults += [f"{row}: a code belongs to a source" for row in rows if bool(row[1]) != bool(row[2])]
    faults += [f"{row}: none of the five decisions amends another" for row in rows if row[7]]
    return faults


# ---- formulas ----

REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")


def operands(formula):
    """The cells that a formula refers to, as coordinates."""
    places = []
    for match in REFERENCE.finditer(formula):
        columns_rows = range_boundaries(match.group(0).replace("$", ""))
        left, top, right, bottom = columns_rows
        places += [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
    return places


def is_formula(cell):
    return cell.data_type == "f"


def formula_faults(book):
    """Every formula has its value beside it, adds only numbers and blanks, none of them twice, and not itself."""
    faults = []
    for sheet in book.formulas.worksheets:
        values = book.values[sheet.title]
        for cell in (cell for row in sheet.iter_rows() for cell in row if is_formula(cell)):
            place = f"{sheet.title}!{cell.coordinate} {cell.value}"
            if not isinstance(values[cell.coordinate].value, (int, float)):
                faults.append(f"{place}: no value is kept beside it")
            parts = operands(cell.value)
            for row, column in parts:
                operand = values.cell(row, column).value
                if operand is not None and not isinstance(operand, (int, float)):
                    faults.append(f"{place}: {values.cell(row, column).coordinate} holds text {operand!r}")
            if len(set(parts)) != len(parts) or (cell.row, cell.column) in parts:
                faults.append(f"{place}: a cell counts twice")
    return faults


def dash_faults(book, table):
    """What shows as a dash is the number 0 in a format of its own; a printed 0 shows as 0."""
    sheet = book.sheet(table.sheet)
    faults = []
    for row, texts in zip(sheet.body(), table.rows):
        for text, (cell, value) in zip(texts, sheet.cells(row)):
            if text in ("-", "0") and (value.value != 0 or isinstance(value.value, str)):
                faults.append(f"{cell.coordinate}: {value.value!r} where the decision prints {text!r}")
            if text == "-" and '"-"' not in cell.number_format:
                faults.append(f"{cell.coordinate}: format {cell.number_format!r} for a dash")
    return faults


class ThaiBinh:
    """Phụ lục I of Thái Bình: five groups, their items, and the two total rows."""
    GROUPS = {"I": 3, "II": 2, "III": 4, "IV": 2, "V": 3}
    # (column, stated, computed) of the figures of group IV that do not tie, from the text of the decision.
    UNTIED = {"C": (165, 40), "D": (100, 80), "G": (180, 80), "J": (100, 80), "M": (100, 80), "P": (210, 80)}

    def __init__(self, book):
        self.sheet = book.sheet("Phụ lục I")
        numbers = [self.sheet.values.cell(row, 1).value for row in self.sheet.body()]
        first = self.sheet.first
        self.rows = {name: first + numbers.index(name) for name in self.GROUPS}
        self.total = first + len(numbers) - 2
        self.grand = first + len(numbers) - 1
        self.columns = range(3, self.sheet.columns + 1)

    def cell(self, row, column):
        return self.sheet.formulas.cell(row, column)

    def items(self, group):
        return range(self.rows[group] + 1, self.rows[group] + 1 + self.GROUPS[group])

    def group_faults(self, whole):
        """Totals of groups are formulas over the items; `whole`: over all of them, so that a blank may be filled in."""
        faults = []
        for group, row in self.rows.items():
            for column in self.columns:
                cell = self.cell(row, column)
                if cell.value is None or (group == "IV" and cell.column_letter in self.UNTIED):
                    continue
                items = {(item, column) for item in self.items(group)}
                if not is_formula(cell):
                    faults.append(f"{cell.coordinate}: {cell.value!r} is no formula")
                elif whole and set(operands(cell.value)) != items:
                    faults.append(f"{cell.coordinate}: {cell.value} leaves out items of group {group}")
                elif not set(operands(cell.value)) <= items:
                    faults.append(f"{cell.coordinate}: {cell.value} adds more than the items of group {group}")
        return faults

    def total_faults(self, whole):
        """“Tổng cộng: (I+II+III+IV+V)” adds the five groups, and the last row all of them over a year's sources."""
        faults = []
        for row, width in ((self.total, 1), (self.grand, 3)):
            for column in range(3, self.sheet.columns + 1, width):
                cell = self.cell(row, column)
                over = {(group, column + i) for group in self.rows.values() for i in range(width)}
                beside = {(self.total, column + i) for i in range(width)} if width > 1 else over
                printed = {place for place in over if self.cell(*place).value is not None}
                if not is_formula(cell):
                    faults.append(f"{cell.coordinate}: {cell.value!r} is no formula")
                    continue
                found = set(operands(cell.value))
                if whole and found not in (over, beside):
                    faults.append(f"{cell.coordinate}: {cell.value} does not add all five groups")
                elif found != beside and not printed <= found <= over:
                    faults.append(f"{cell.coordinate}: {cell.value} does not add the groups")
        return faults

    def untied_faults(self):
        """What does not tie is the stated number, with a fill and a comment; nothing else in the table has them."""
        faults = []
        for row in self.sheet.body():
            for column in self.columns:
                cell = self.cell(row, column)
                stated, computed = self.UNTIED.get(cell.column_letter, (0, 0))
                if row != self.rows["IV"] or not stated:
                    if cell.comment or cell.fill.fill_type:
                        faults.append(f"{cell.coordinate}: marked, but nothing is wrong with it")
                    continue
                if cell.value != stated:
                    faults.append(f"{cell.coordinate}: {cell.value!r}, expected the constant {stated}")
                if not cell.fill.fill_type:
                    faults.append(f"{cell.coordinate}: no fill")
                told = re.findall(r"\d+", cell.comment.text) if cell.comment else []
                if told != [str(stated), str(computed), str(stated - computed)]:
                    faults.append(f"{cell.coordinate}: the comment tells {told}")
        return faults


# ---- form ----

def part_faults(paths, scratch):
    """Every part of every workbook is well-formed XML."""
    files = []
    for path in paths:
        with zipfile.ZipFile(path) as package:
            if package.testzip():
                return [f"{path.name}: damaged"]
            target = scratch / "parts" / path.stem
            package.extractall(target)
            files += [file for file in target.rglob("*") if file.is_file()]
    done = subprocess.run(["xmllint", "--noout", *files], capture_output=True, check=False)
    return done.stderr.decode().splitlines() if done.returncode else []


# Thái Bình, Phụ lục I: five groups of so many rows, then two total rows.
OUTLINE = [0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0, 0]


def outline_faults(book):
    """Items fold under their group, whose heading stands above; totals and groups do not fold."""
    sheet = book.sheet("Phụ lục I")
    levels = [sheet.formulas.row_dimensions[row].outlineLevel or 0 for row in sheet.body()]
    faults = [] if levels == OUTLINE else [f"levels {levels}, expected {OUTLINE}"]
    return faults + (["the summary row is said to stand below"]
                     if sheet.formulas.sheet_properties.outlinePr.summaryBelow else [])


def merge_faults(book):
    """Nothing is merged in the body of a table but the heading of a group, in its one row up to the last column."""
    faults = []
    for name in book.formulas.sheetnames:
        sheet = book.sheet(name)
        last = len(sheet.head())
        for area in sheet.formulas.merged_cells.ranges:
            heading = area.min_row == area.max_row and area.max_col == last and area.min_col <= 2
            if sheet.in_body(area) and not heading:
                faults.append(f"{name}: {area} is merged")
    return faults


MOST_FROZEN = 192   # points: a third of a screen of 768 pixels


def frozen_row(sheet):
    """The first row that moves: the first of the data, unless what stands above would take more than a third of the screen."""
    heights = sheet.formulas.row_dimensions
    above = sum(heights[row].height or 15 for row in range(1, sheet.first))
    return sheet.first if above <= MOST_FROZEN else 1


def print_faults(page):
    """Excel takes no notice of breaks on a sheet that is fitted to pages: it is one or the other."""
    fitted = bool(page.sheet_properties.pageSetUpPr and page.sheet_properties.pageSetUpPr.fitToPage)
    if fitted:
        several = (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight or 1) != (1, 1)
        return ["fitted to several pages"] * several + ["fitted, with breaks"] * bool(page.row_breaks.brk)
    return [] if 50 <= (page.page_setup.scale or 100) <= 100 else [f"scale {page.page_setup.scale}"]


def page_faults(book):
    faults = []
    names = book.formulas.sheetnames
    if len({name.casefold() for name in names}) != len(names):
        faults.append(f"sheet names {names}")
    for name in names:
        sheet = book.sheet(name)
        page = sheet.formulas
        last = range_boundaries(print_area(page))[3]
        used = max(cell.row for row in page.iter_rows() for cell in row if cell.value is not None)
        wanted = {
            "sheet name": (len(name) <= SHEET_NAME_LENGTH, True),
            "paper": (page.page_setup.paperSize, A4),
            "scaled, or fitted to one page": (print_faults(page), []),
            "frozen at": (page.freeze_panes and range_boundaries(page.freeze_panes)[1], frozen_row(sheet)),
            "print area down to": (last, used),
            "head of the first column": (bool(sheet.values.cell(sheet.head_first, 1).value), True),
        }
        faults += [f"{name}: {what} is {found!r}, expected {want!r}" for what, (found, want) in wanted.items()
                   if found != want]
    return faults


def name_faults(book):
    """Each table's body has a defined name."""
    defined = {name.attr_text.replace("$", "") for name in defined_names(book.formulas)}
    return [f"{name}: no name for {book.sheet(name).address()}" for name in book.formulas.sheetnames
            if f"'{name}'!{book.sheet(name).address()}" not in defined]


def font_faults(book):
    return [f"{sheet.title}!{cell.coordinate}: {cell.font.name}" for sheet in book.formulas.worksheets
            for row in sheet.iter_rows() for cell in row
            if cell.value is not None and cell.font.name != "Times New Roman"]


def contents_faults(path):
    """The first sheet leads to every other one, says what each holds, and ends with the control code."""
    book = load_workbook(path)
    first, others = book.sheetnames[0], book.sheetnames[1:]
    if first != CONTENTS:
        return [f"the first sheet is {first}"]
    sheet = book[first]
    rows = [row for row in sheet.iter_rows(min_row=3, max_col=2)]
    led = [(row[0].value, row[0].hyperlink.location.rsplit("!", 1)[0].strip("'")) for row in rows if row[0].hyperlink]
    faults = [f"{shown} leads to {to}" for shown, to in led if shown != to]
    if [shown for shown, _ in led] != others:
        faults.append(f"leads to {led}, the sheets are {others}")
    faults += [f"{row[0].value} holds nothing" for row in rows if row[0].hyperlink and not row[1].value]
    footer = book[others[0]].oddFooter.left.text
    if rows[-1][0].value != "Mã kiểm soát" or rows[-1][1].value not in footer:
        faults.append(f"ends with {[cell.value for cell in rows[-1]]}, the footer says {footer}")
    return faults


def mark_faults(book):
    """Every number on grey has the mark in its format, no other has; the sheet and the contents say what it means."""
    faults, contents = [], [row[0].value for row in load_workbook(book.path)[CONTENTS].iter_rows(max_col=1)]
    marked_sheets = 0
    for sheet in book.formulas.worksheets:
        values = book.values[sheet.title]
        numbers = [cell for row in sheet.iter_rows() for cell in row
                   if isinstance(values[cell.coordinate].value, (int, float))]
        marked = [cell for cell in numbers if is_marked(cell)]
        grey = [cell for cell in numbers if cell.fill.fill_type]
        if [cell.coordinate for cell in marked] != [cell.coordinate for cell in grey]:
            faults.append(f"{sheet.title}: marked {[c.coordinate for c in marked]}, grey {[c.coordinate for c in grey]}")
        told = [cell.coordinate for row in sheet.iter_rows(max_col=1) for cell in row
                if isinstance(cell.value, str) and cell.value.startswith(f"Dấu {MARK} ")]
        if len(told) != bool(marked):
            faults.append(f"{sheet.title}: the mark is explained at {told}")
        marked_sheets += bool(marked)
    if contents.count(MARK) != bool(marked_sheets):
        faults.append("the contents do not explain the mark")
    return faults


def property_faults(path, plan):
    """Whose document it is stands in its properties: the organ that issued the decision, and who signed it."""
    tree = ElementTree.parse(ROOT / "input" / "decisions" / f"{plan}.xml").getroot()
    text = {name: " ".join(tree.find(f".//{{*}}{name}").text.split()) for name in ("organName", "fullName", "planName")
            if tree.find(f".//{{*}}{name}") is not None}
    found = load_workbook(path).properties
    with zipfile.ZipFile(path) as package:
        app = ElementTree.fromstring(package.read("docProps/app.xml"))
    shown = {"organName": found.creator, "fullName": app.findtext("{*}Manager"), "planName": found.title}
    faults = [f"{name}: {shown[name]!r}, the decision has {value!r}" for name, value in text.items() if shown[name] != value]
    if app.findtext("{*}Company") != found.creator:
        faults.append(f"company {app.findtext('{*}Company')!r}, author {found.creator!r}")
    return faults + ([] if found.subject else ["no subject"])


def list_faults(book):
    """The ledger is filtered by its head."""
    sheet = book.sheet(LEDGER)
    wanted = f"A{sheet.head_last}:{get_column_letter(sheet.columns)}{sheet.last}"
    return [] if sheet.formulas.auto_filter.ref == wanted else [f"filter {sheet.formulas.auto_filter.ref}, expected {wanted}"]


def english_faults(book):
    """Names are Vietnamese: none of the ids that the files were keyed with."""
    return [name.name for name in defined_names(book.formulas)
            if any(word in name.name for word in ("budget", "targets", "sources"))]


def overlapping_faults(book):
    """No two comments that say the same thing beside each other."""
    faults = []
    for sheet in book.formulas.worksheets:
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                above = sheet.cell(cell.row - 1, cell.column).comment
                if cell.comment and above and above.text == cell.comment.text:
                    faults.append(f"{sheet.title}!{cell.coordinate}: {cell.comment.text}")
    return faults


# ---- all ----

def check_all(checks, folder, scratch):
    found = books(folder)
    for table in expected.tables():
        checks.run(f"xlsx {table}: every cell", grid_faults, found[table.plan], table)
        checks.run(f"xlsx {table}: name and title", title_faults, found[table.plan], table)
        checks.run(f"xlsx {table}: 0 and dash", dash_faults, found[table.plan], table)
    for plan in SAID:
        checks.run(f"xlsx {plan}: says what the decision lacks", said_faults, found[plan], plan)
    checks.run("xlsx dak-nong: no amount, not even 0", no_amount_faults, found["dak-nong-2021-2025"])
    thai_binh = ThaiBinh(found["thai-binh-2021-2025"])
    checks.run("xlsx thai-binh: totals of groups are formulas", thai_binh.group_faults, False)
    checks.run("xlsx thai-binh: totals of groups take in every item, blank ones too", thai_binh.group_faults, True)
    checks.run("xlsx thai-binh: total rows are formulas over the groups", thai_binh.total_faults, False)
    checks.run("xlsx thai-binh: total rows take in all five groups, blank ones too", thai_binh.total_faults, True)
    checks.run("xlsx thai-binh: what does not tie is marked", thai_binh.untied_faults)
    checks.run("xlsx thai-binh: rows fold under their group", outline_faults, found["thai-binh-2021-2025"])
    checks.run("xlsx: parts are well-formed", part_faults, sorted(folder.glob("*.xlsx")), scratch)
    for plan, book in found.items():
        checks.run(f"xlsx {plan}: formulas", formula_faults, book)
        checks.run(f"xlsx {plan}: no merges in the data", merge_faults, book)
        checks.run(f"xlsx {plan}: page set-up", page_faults, book)
        checks.run(f"xlsx {plan}: defined names", name_faults, book)
        checks.run(f"xlsx {plan}: Times New Roman", font_faults, book)
        checks.run(f"xlsx {plan}: contents", contents_faults, book.path)
        checks.run(f"xlsx {plan}: marks of figures", mark_faults, book)
        checks.run(f"xlsx {plan}: properties", property_faults, book.path, plan)
        checks.run(f"xlsx {plan}: the list of the ledger has a filter", list_faults, book)
        checks.run(f"xlsx {plan}: no English in names", english_faults, book)
        checks.run(f"xlsx {plan}: no comment twice in a run", overlapping_faults, book)
