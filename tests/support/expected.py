"""The grids keyed by hand under tests/data/expected, and numbers as Vietnamese documents print them."""
import re
from decimal import Decimal
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data" / "expected"
HEADS = Path(__file__).resolve().parents[1] / "documents" / "heads.tsv"

# Figures: columns of these tables whose cells, where they look like numbers, are numbers and not text.
FIGURE_COLUMNS = {"pl1": 2, "budget": 2, "phu-luc": 5, "targets": 4}
# The year columns of these tables hold numbers too.
YEAR_COLUMNS = {"pl2": (4, 5), "phu-luc": (2, 3), "targets": (5,)}

NUMBER = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
NUMBER_WITH_UNIT = re.compile(rf"({NUMBER.pattern})(?: đồng)?")


def read_tsv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [line.rstrip("\n").split("\t") for line in file]


class Table:
    """One expected table: its head, and its body rows with real line breaks."""

    def __init__(self, plan, name, sheet, title, head):
        self.plan, self.name, self.sheet, self.title, self.head = plan, name, sheet, title, head
        path = DATA / plan / f"{name}.tsv"
        self.rows = [[cell.replace("\\n", "\n") for cell in row] for row in read_tsv(path)]

    def __str__(self):
        return f"{self.plan} {self.name}"

    def is_number(self, column, text):
        """True if the cell must hold a number: a figure, a printed dash, a year."""
        if column in YEAR_COLUMNS.get(self.name, ()):
            return bool(re.fullmatch(r"\d{4}", text))
        first = FIGURE_COLUMNS.get(self.name)
        return first is not None and column >= first and bool(text == "-" or NUMBER_WITH_UNIT.fullmatch(text))


def value_of(text):
    """1.924,5 -> 1924.5; a dash is the number 0; a unit after the number does not count."""
    if text == "-":
        return Decimal(0)
    return Decimal(NUMBER_WITH_UNIT.fullmatch(text).group(1).replace(".", "").replace(",", "."))


def tables():
    """Every expected table in the order of its document; a grid without a head row in heads.tsv is an error."""
    listed = {}
    for plan, name, sheet, title, *head in read_tsv(HEADS):
        listed[plan, name] = Table(plan, name, sheet, title, head)
    files = {(path.parent.name, path.stem) for path in DATA.glob("*/*.tsv")}
    if files != set(listed):
        raise SystemExit(f"heads.tsv and tests/data/expected differ: {sorted(files ^ set(listed))}")
    return list(listed.values())


def plans():
    return sorted({table.plan for table in tables()})


def totals():
    return read_tsv(DATA / "totals.tsv")
