"""
Reads the plans, the catalogue and the results documents straight from their XML, for the checks of this folder.

Exact fractions; nothing here is shared with the program.
"""
import xml.etree.ElementTree as ET
from datetime import date
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DECISIONS = ROOT / "input" / "decisions"
RESULTS = ROOT / "input" / "examples" / "results"
MONTHS = ROOT / "input" / "examples" / "months"
PLAN, RESULT, CATALOGUE = "{urn:phuluc:plan:1}", "{urn:phuluc:results:1}", "{urn:phuluc:catalogue:1}"
DONG = {"dong": 1, "thousand-dong": 1000, "million-dong": 10**6, "billion-dong": 10**9}


class Plan:
    def __init__(self, path):
        root = ET.parse(path).getroot()
        self.id, self.unit = root.get("id"), root.get("unit")
        period = root.find(f"{PLAN}period")
        self.first, self.last = int(period.get("first")), int(period.get("last"))
        self.sources = [source.get("id") for source in root.iter(f"{PLAN}source")]
        self.rows = {row.get("id") for kind in ("group", "activity") for row in root.iter(PLAN + kind)}
        self.targets = {target.get("id"): target.attrib for target in root.iter(f"{PLAN}target")}
        self.milestones = [(one.get("target"), int(one.get("year")), Fraction(one.get("value")))
                           for one in root.iter(f"{PLAN}milestone")]
        self.past = [result.attrib for result in root.iter(f"{PLAN}result")]
        self.past_last = max((int(past.get("last")) for past in root.iter(f"{PLAN}pastResults")), default=None)

    def numeric(self):
        return {name: target for name, target in self.targets.items() if target.get("op") != "none"}


class Document:
    def __init__(self, path):
        self.path, self.name = path, path.name
        self.text = path.read_text(encoding="utf-8")
        root = ET.fromstring(self.text.encode())
        for name in ("id", "plan", "unit", "period", "regime", "basis", "status", "supersedes"):
            setattr(self, name, root.get(name))
        self.cut_off, self.issued = (date.fromisoformat(root.get(name)) for name in ("cutOff", "issued"))
        year, _, month = self.period.partition("-")
        self.year, self.month = int(year), int(month or 0)
        self.values = [dict(value.attrib, text=(value.text or "").strip()) for value in root.iter(f"{RESULT}value")]
        self.estimates = [dict(estimate.attrib) for estimate in root.iter(f"{RESULT}estimate")]
        self.notes = [note.text for note in root.iter(f"{RESULT}note")]
        amounts = [(item, DONG[money.get("moneyUnit")]) for money in root.iter(f"{RESULT}money") for item in money]
        self.money = [self.amount(item, unit) for item, unit in amounts if item.tag != f"{RESULT}estimated"]
        self.estimated = [self.ahead(item, unit) for item, unit in amounts if item.tag == f"{RESULT}estimated"]

    def amount(self, item, unit):
        year = int(item.get("year", self.year))
        key = (item.tag.removeprefix(RESULT), item.get("source", ""), item.get("of", ""), year)
        dong = None if item.get("status") == "not-reported" else Fraction(item.text) * unit
        return key, dong, item.get("basis", self.basis)

    def ahead(self, item, unit):
        """((source, row, period), đồng, basis) of an estimate."""
        key = (item.get("source", ""), item.get("of", ""), item.get("period"))
        return key, Fraction(item.text) * unit, item.get("basis", self.basis)

    def reported(self):
        """Amounts of the document's own budget year: {(phase, source, row): đồng}."""
        return {key[:3]: dong for key, dong, _ in self.money if dong is not None and key[3] == self.year}

    def value_of(self, target):
        for value in self.values:
            if value.get("target") == target and value.get("status") != "not-reported":
                return value
        return None


def plans():
    return {plan.id: plan for plan in map(Plan, sorted(DECISIONS.glob("*.xml")))}


def documents(*folders):
    return [Document(path) for folder in folders for path in sorted(folder.glob("*.xml"))]


def standing(found):
    """Without the documents that another one supersedes."""
    superseded = {document.supersedes for document in found}
    return [document for document in found if document.id not in superseded]


def unit_kinds():
    root = ET.parse(ROOT / "templates" / "catalogue.xml").getroot()
    return {unit.get("name"): unit.get("kind") for unit in root.iter(f"{CATALOGUE}measureUnit")}


def indicators():
    root = ET.parse(ROOT / "templates" / "catalogue.xml").getroot()
    return {indicator.get("id"): indicator.attrib for indicator in root.iter(f"{CATALOGUE}indicator")}
