"""A page says what the workbook says: the same tables, the same words in each cell, the same numbers behind them."""
from decimal import Decimal

import expected
from page import Page
from workbook import Book, exact, shown


def one_line(text):
    """Where a head breaks into lines is a matter of layout."""
    return " ".join(text.split())


def cell_faults(place, cell, formula, value):
    found, wanted = cell.text(without=("sup",)), shown(formula, value)
    if found != wanted:
        return [f"{place}: shows {found!r}, in the workbook {wanted!r}"]
    numbers = [Decimal(data.get("value")) for data in cell.all("data")]
    kept = [exact(value.value)] if isinstance(value.value, (int, float)) else []
    return [] if numbers == kept else [f"{place}: holds {numbers}, in the workbook {kept}"]


def table_faults(grid, sheet):
    heads, rows = [one_line(head) for head in sheet.head()], list(sheet.body())
    faults = [] if [one_line(head) for head in grid.heads()] == heads else [f"heads {grid.heads()}, in the workbook {heads}"]
    if len(grid.body) != len(rows):
        return faults + [f"{len(grid.body)} rows, in the workbook {len(rows)}"]
    for number, (cells, row) in enumerate(zip(grid.body, rows), 1):
        for column, ((cell, begins), pair) in enumerate(zip(cells, sheet.cells(row)), 1):
            place = f"row {number}, column {column}"
            if begins:
                faults += cell_faults(place, cell, *pair)
            elif pair[1].value is not None:
                faults.append(f"{place}: covered, in the workbook {pair[1].value!r}")
    return faults


def faults(page, book):
    """The tables of the page and the sheets of the workbook come in one order."""
    tables, sheets = page.tables(), book.page_names()
    if len(tables) != len(sheets):
        return [f"tables {list(tables)}, in the workbook {sheets}"]
    return [f"{sheet}: {fault}" for grid, sheet in zip(tables.values(), sheets)
            for fault in table_faults(grid, book.sheet(sheet))]


def check_all(checks, folder):
    for plan in expected.plans():
        checks.run(f"{plan}: the figures of the workbook", faults, Page(folder / f"{plan}.html"),
                   Book(folder / f"{plan}.xlsx"))
