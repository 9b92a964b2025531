"""
Figures that a reader sorts and adds up stand as numbers: no number, with or without its sign ("≥ 55", "1.000"), is the text of a
cell below the head of a table, in any workbook.
"""
import re

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

FIGURE = re.compile(r"(?:(?:[≥≤<>~]|khoảng|gần|tăng|top) ?)*-?\d{1,3}(?:\.?\d{3})*(?:,\d+)?(?: ?%)?")
# Names of rows and units, and what a decision says of itself: its number stands beside figures in these columns.
NAMES = {"STT", "Stt", "TT", "Mã", "Số ghi", "Số tính"}
# What a result is told to be about ("khoảng 48") is what its unit reports, and stands as it is reported.
REPORTED = {"Kết quả"}


def head_rows(sheet):
    """First and last row of the head, which print repeats; none of a sheet without a table."""
    found = re.fullmatch(r"\$?(\d+):\$?(\d+)", sheet.print_title_rows or "")
    return (int(found.group(1)), int(found.group(2))) if found else None


def heads_of(sheet, column, first, last):
    """The texts above a column, also of heads that are merged over it."""
    spans = [span for span in sheet.merged_cells.ranges if first <= span.min_row <= last and span.min_col <= column <= span.max_col]
    cells = [sheet.cell(row, column) for row in range(first, last + 1)]
    return {cell.value for cell in cells} | {sheet.cell(span.min_row, span.min_col).value for span in spans}


def sheet_faults(sheet):
    head = head_rows(sheet)
    if not head:
        return []
    apart = {column for column in range(1, sheet.max_column + 1)
             if heads_of(sheet, column, *head) & (NAMES | REPORTED)}
    return [f"{sheet.title} {get_column_letter(cell.column)}{cell.row}: the text “{cell.value}”"
            for row in sheet.iter_rows(min_row=head[1] + 1) for cell in row
            if cell.column not in apart and isinstance(cell.value, str) and FIGURE.fullmatch(cell.value)]


def faults(path):
    return [f"{path.name} {fault}" for sheet in load_workbook(path).worksheets for fault in sheet_faults(sheet)]


def proof_faults(path):
    """A target that is written as text is found, with a sign and without."""
    book = load_workbook(path)
    sheet = next(sheet for sheet in book.worksheets if "Chỉ tiêu" in sheet.title)
    numbers = [cell for row in sheet.iter_rows(min_row=head_rows(sheet)[1] + 1) for cell in row
               if isinstance(cell.value, (int, float)) and "Mục tiêu" in heads_of(sheet, cell.column, *head_rows(sheet))]
    numbers[0].value, numbers[1].value = "≥ 55", "1.000"
    found = sheet_faults(sheet)
    return [] if len(found) == 2 else [f"of two spoilt cells {found}"]


def check_all(checks, folder):
    """After reports.check_all(), which has made the reports."""
    paths = sorted(folder.rglob("*.xlsx"))
    checks.run("figures: a target that is text is found", proof_faults,
               next(path for path in paths if path.parent.name == "consolidate"))
    for path in paths:
        checks.run(f"figures are numbers: {'/'.join(path.parts[-3:])}", faults, path)
