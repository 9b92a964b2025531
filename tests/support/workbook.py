"""What a workbook shows: the grid of a sheet, each cell by value and as a Vietnamese Excel displays it."""
import re
from decimal import ROUND_HALF_UP, Decimal

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries


CONTENTS = "Mục lục"
LEDGER = "Sổ đối chiếu"     # the list that only a workbook has


class Book:
    """A workbook read twice: with its formulas, and with the values kept beside them."""

    def __init__(self, path):
        self.path = path
        self.formulas = load_workbook(path)
        self.values = load_workbook(path, data_only=True)
        for book in (self.formulas, self.values):   # what follows is about the tables of a report
            if CONTENTS in book.sheetnames:
                del book[CONTENTS]

    def page_names(self):
        """The sheets that other documents have, too."""
        return [name for name in self.formulas.sheetnames if name != LEDGER]

    def sheet(self, name):
        if name not in self.formulas.sheetnames:
            raise KeyError(f"{self.path.name} has no sheet “{name}”, only {self.formulas.sheetnames}")
        return Sheet(self, name)


def defined_names(book):
    """The names of a workbook itself: openpyxl 3.1 has them by name, 3.0 in a list."""
    names = book.defined_names
    return names.definedName if hasattr(names, "definedName") else list(names.values())


def print_area(sheet):
    """"A1:H12", or None: openpyxl 3.1 gives it with its sheet, 3.0 in a list."""
    area = sheet.print_area
    area = area[0] if isinstance(area, list) and area else area
    return area.rpartition("!")[2].replace("$", "") if area else None


class Sheet:
    """The grid of a sheet: its head rows are the print titles, its body goes on to the first empty row."""

    def __init__(self, book, name):
        self.name = name
        self.formulas, self.values = book.formulas[name], book.values[name]
        match = re.fullmatch(r"\$?(\d+):\$?(\d+)", self.formulas.print_title_rows or "")
        if not match:
            raise ValueError(f"{name}: the head rows are no print titles")
        self.head_first, self.head_last = int(match.group(1)), int(match.group(2))
        self.columns = range_boundaries(print_area(self.formulas))[2]
        self.first = self.head_last + 1
        self.last = self.head_last
        while any(self.values.cell(self.last + 1, column).value is not None for column in range(1, self.columns + 1)):
            self.last += 1

    def head(self):
        """The labels over each column, from the top, joined by " / "; a label over a block counts for each column."""
        covered = {}
        for area in self.formulas.merged_cells.ranges:
            for row in range(area.min_row, area.max_row + 1):
                for column in range(area.min_col, area.max_col + 1):
                    covered[row, column] = (area.min_row, area.min_col)
        heads = []
        for column in range(1, self.columns + 1):
            places = []
            for row in range(self.head_first, self.head_last + 1):
                place = covered.get((row, column), (row, column))
                if place not in places:
                    places.append(place)
            labels = [self.values.cell(*place).value for place in places]
            heads.append(" / ".join(str(label) for label in labels if label is not None))
        return heads

    def cells(self, row):
        """(cell with its formula, cell with its value) for each column of a sheet row."""
        return [(self.formulas.cell(row, column), self.values.cell(row, column))
                for column in range(1, self.columns + 1)]

    def body(self):
        return range(self.first, self.last + 1)

    def in_body(self, area):
        return area.max_row >= self.first and area.min_row <= self.last

    def address(self):
        return f"A{self.first}:{get_column_letter(self.columns)}{self.last}"


def exact(value):
    """The decimal that a cell's number stands for: the shortest one that gives the same double."""
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)


def sections(number_format):
    """The parts of a number format between semicolons that stand outside quotes."""
    return re.findall(r'(?:"[^"]*"|[^;"])+', number_format)


MARK = "[*]"     # behind a figure that does not hold: of sheets, not of the tables that they are compared with


def is_marked(cell):
    """The format shows the mark in each of its parts."""
    return all(f'{MARK}"' in part for part in sections(cell.number_format))


def display(value, number_format):
    """A number as Excel shows it under Vietnamese settings. A format that is not understood is an error."""
    number = exact(value)
    if number_format == "General":
        return f"{number.normalize():f}".replace(".", ",")
    parts = sections(number_format)
    section = parts[0]
    if number < 0 and len(parts) > 1:
        section, number = parts[1], -number
    elif number == 0 and len(parts) > 2:
        section = parts[2]
    section = re.sub(r"_.", "", section)    # room for decimals that others of the column have
    match = re.fullmatch(r'((?:"[^"]*"|-)*)(#,##0|0)?(\.0+)?((?:"[^"]*")*)', section)
    if not match:
        raise ValueError(f"number format {number_format!r} is not known here")
    before, whole, fraction, after = (part or "" for part in match.groups())
    shown = ""
    if whole:
        places = max(len(fraction) - 1, 0)
        rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        shown = f"{rounded:,.{places}f}" if "," in whole else f"{rounded:.{places}f}"
        shown = shown.translate(str.maketrans(",.", ".,"))
    return before.replace('"', "") + shown + after.replace('"', "")


def shown(cell, value):
    """What the cell shows: text as it is, a number by its format, nothing as an empty string."""
    if value.value is None:
        return ""
    if isinstance(value.value, str):
        return value.value
    return display(value.value, cell.number_format).removesuffix(MARK)
