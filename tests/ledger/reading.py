"""What the tests of the ledger read: the two tables written by hand, the keyed decisions, and the program's ledger."""
import csv
import subprocess
import xml.etree.ElementTree as ElementTree
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"
DECISIONS = Path("input") / "decisions"     # from ROOT, as the golden ledgers name it
GOLDEN = ROOT / "tests" / "ledger" / "golden"

DONG = {"dong": 1, "million-dong": 10**6}
ROWS = ("group", "activity", "line", "total", "prose")
NOT_PRINTED = ("lost", "blank")             # a cell that shows no figure


def read_tsv(name):
    with open(DATA / name, encoding="utf-8", newline="") as file:
        head, *lines = [line.rstrip("\n").split("\t") for line in file]
    for line in lines:
        if len(line) != len(head):
            raise ValueError(f"{name}: {len(line)} columns instead of {len(head)}: {line}")
    return [dict(zip(head, line)) for line in lines]


def equalities():
    return read_tsv("equalities.tsv")


def stated_once():
    return read_tsv("stated-once.tsv")


def plans():
    """Plan id -> its file, from ROOT."""
    return {path.stem: DECISIONS / path.name for path in sorted((ROOT / DECISIONS).glob("*.xml"))}


def run(program, *paths, cwd=ROOT):
    return subprocess.run([program, "reconcile", "--format", "csv", *map(str, paths)], cwd=cwd, capture_output=True,
                          check=False)


def ledger(program, *paths, cwd=ROOT):
    """The lines of the ledger. A query that ends above 1 has refused its input or failed."""
    done = run(program, *paths, cwd=cwd)
    if done.returncode > 1:
        raise RuntimeError(f"status {done.returncode}: {done.stderr.decode(errors='replace')[:300]}")
    return list(csv.DictReader(done.stdout.decode("utf-8").splitlines()))


class Figure(NamedTuple):
    """A figure as keyed: where it stands, its value in đồng (None where it is lost), and its words."""
    element: str
    subject: str
    source: str
    year: str
    value: int | None
    words: str | None

    @property
    def reference(self):
        return f"{self.subject}/{self.source}/{self.year}"


def _in_dong(text, unit):
    value = Decimal(text or "0") * DONG[unit]
    if value != int(value):
        raise ValueError(f"{text} {unit} is no whole đồng")
    return int(value)


def _figures(element, unit, row):
    unit = element.get("moneyUnit", unit)
    name = element.tag.rpartition("}")[2]
    if name in ROWS:
        row = element
    if name in ("amount", "stated"):
        lost = element.get("as") in NOT_PRINTED
        yield Figure(name, row.get("id"), element.get("source") or row.get("source") or "", element.get("year", "period"),
                     None if lost else _in_dong((element.text or "").strip(), element.get("unit", unit)),
                     element.get("words"))
    if name == "labelSum":
        for attribute in ("unitPrice", "result"):
            if element.get(attribute):
                yield Figure(f"labelSum/@{attribute}", row.get("id"), "", "", _in_dong(element.get(attribute), unit), None)
    for child in element:
        yield from _figures(child, unit, row)


def figures(path):
    """Every money figure of a decision, in the order of the file."""
    return list(_figures(ElementTree.parse(ROOT / path).getroot(), None, None))
