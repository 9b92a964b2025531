"""Tables of text reports as rows of cells."""

SIGN = "Mức"    # the column of what stands before a goal's number


def rows(lines):
    """The cells of the lines of a table; the row of column numbers is left out, and a goal's sign stands in one cell with its number."""
    found = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    at = next((row.index(SIGN) for row in found[:6] if SIGN in row), None)
    found = [row for row in found if row[:2] != ["A", "B"]]
    if at is not None:
        found = [[*row[:at], f"{row[at]} {row[at + 1]}".strip(), *row[at + 2:]] if len(row) > at + 1 else row for row in found]
    return found
