"""Tables of text reports as rows of cells."""
import re

FIGURE = re.compile(r"[-–…]|-?[\d.]+(,\d+)?")


def rows(lines):
    """The cells of the lines of a table; the row of column numbers is left out, a goal's sign stands in one cell with its number."""
    found = [[" ".join(cell.split()) for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [row for row in found if row[:2] != ["A", "B"]]


def _goes_on(row, line):
    """A further line of a row has no ordinal and no figure, and words only where the row has some."""
    return (len(line) == len(row) and not line[0] and not any(FIGURE.fullmatch(cell) for cell in line) and any(line) and
            all(before for before, cell in zip(row, line) if cell))


def whole_rows(lines):
    """As rows(), with the lines that a cell takes joined."""
    whole = []
    for line in rows(lines):
        if whole and _goes_on(whole[-1], line):
            whole[-1] = [f"{before} {cell}".strip() for before, cell in zip(whole[-1], line)]
        else:
            whole.append(line)
    return whole
