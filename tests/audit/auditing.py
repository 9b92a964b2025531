"""What the tests of the auditor's commands share: answers read as records, figures as keyed, documents written for a test."""
import csv
import io
import json
import os
import xml.etree.ElementTree as ElementTree
import xml.parsers.expat
from decimal import Decimal
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from behaviour import DECISIONS, ROOT, check, read, read_bytes, write

INPUT = os.path.join(ROOT, "input")
ACCEPTED = os.path.join(INPUT, "accepted.xml")
PLANS = sorted(os.path.splitext(name)[0] for name in os.listdir(DECISIONS))
KNOWN = "đã biết: "


def decision(plan):
    return os.path.join(DECISIONS, plan + ".xml")


def records(text):
    return [json.loads(line) for line in text.splitlines()]


def csv_lines(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def ask(program, box, *args, status=None):
    """The lines of a query's answer, as csv."""
    done = program.run(*args, "--format", "csv", cwd=box.path)
    check(status is None or done.status == status, f"{' '.join(args)}: ended {done.status}, not {status}\n{done.stderr}")
    return csv_lines(done.stdout)


def findings(program, box, *paths, status=None):
    """What `check` finds, as records, in its order."""
    done = program.run("check", *paths, "--format", "json", cwd=box.path)
    check(status is None or done.status == status, f"check ended {done.status}, not {status}\n{done.stdout}{done.stderr}")
    return records(done.stdout)


def of_code(found, *codes):
    return [record for record in found if record["code"] in codes]


# ---- figures as keyed ----

POWER = {"dong": 0, "thousand-dong": 3, "million-dong": 6, "billion-dong": 9}
ROWS = ("group", "activity", "line", "total", "prose")
MONEY = ("amount", "stated")


class Figure(NamedTuple):
    """A money figure of a file: its row, where it stands, its value in đồng (None: lost or blank)."""
    row: str
    source: str
    year: str
    line: int
    dong: int | None
    state: str
    stated: bool


class FigureReader:
    """The money figures of a plan, each with the line its opening tag ends on (which is the line that is told)."""

    def __init__(self, path):
        self.content = read_bytes(path)
        self.figures, self.rows, self.units, self.open, self.text = [], [], [""], None, ""
        self.parser = xml.parsers.expat.ParserCreate()
        self.parser.StartElementHandler, self.parser.EndElementHandler = self.enter, self.leave
        self.parser.CharacterDataHandler = self.take
        self.parser.Parse(self.content, True)

    def enter(self, name, attributes):
        self.units.append(attributes.get("moneyUnit", self.units[-1]))
        if name in ROWS:
            self.rows.append(attributes)
        if name in MONEY:
            end = self.content.index(b">", self.parser.CurrentByteIndex)
            self.open, self.text = (attributes, self.content.count(b"\n", 0, end) + 1), ""

    def take(self, text):
        self.text += text

    def leave(self, name):
        unit = self.units.pop()
        if name in ROWS:
            self.rows.pop()
        if name not in MONEY:
            return
        attributes, line = self.open
        row, state = self.rows[-1], attributes.get("as", "number")
        value = {"number": self.text.strip(), "dash": "0"}.get(state)
        dong = None if value is None else int(Decimal(value).scaleb(POWER[attributes.get("unit", unit)]))
        self.figures.append(Figure(row["id"], attributes.get("source", row.get("source", "")),
                                   attributes.get("year", "period"), line, dong, state, name == "stated"))


def figures_of(path):
    return FigureReader(path).figures


def line_of(path, marker):
    """The line that holds a text that stands only once in the file."""
    lines = [number for number, line in enumerate(read(path).splitlines(), 1) if marker in line]
    check(len(lines) == 1, f"“{marker}” stands {len(lines)} times in {path}")
    return lines[0]


# ---- accepted findings ----

class Entry(NamedTuple):
    """An entry of an accepted-findings file."""
    plan: str
    code: str
    subject: str
    source: str | None
    year: str | None
    stated: str | None
    computed: str | None

    def what(self):
        return self.code, self.subject, self.year, self.stated, self.computed


MATCHED = Entry._fields
NAMESPACE = "urn:phuluc:accepted:1"


def entries_of(text):
    """(entry, by, on, reason) of a file, or of what `accept` prints."""
    found = []
    for node in ElementTree.fromstring(text):
        attributes = dict(node.attrib)
        by, on = attributes.pop("by"), attributes.pop("on")
        check(set(attributes) <= set(MATCHED), f"unknown attributes: {sorted(set(attributes) - set(MATCHED))}")
        found.append((Entry(*map(attributes.get, MATCHED)), by, on, " ".join((node.text or "").split())))
    return found


def printed_entries(text):
    return entries_of(f"<accepted>{text}</accepted>")


def accepted_file(*entries):
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<accepted xmlns="{NAMESPACE}">\n'
    return head + "".join(entry + "\n" for entry in entries) + "</accepted>\n"


def entry_xml(entry, by="kiểm toán viên", on="2026-11-22", reason="Đã đối chiếu bản gốc."):
    attributes = {**entry._asdict(), "by": by, "on": on}
    said = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items() if value is not None)
    return f"  <finding{said}>{escape(reason)}</finding>"


# ---- plans written for a test ----

SOURCES = '<source id="TW" code="central" name="Ngân sách trung ương" abbr="TW"/>' \
          '<source id="DP" code="local" name="Ngân sách thành phố" abbr="ĐP"/>'


def plan_xml(body, decision_parts="", plan="thu", unit="92", last=2027):
    """An invented plan of 2026 and after; every element starts a line of its own."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<plan xmlns="urn:phuluc:plan:1" id="{plan}" status="illustrative" unit="{unit}" asOf="2026-01-15">
<decision plan="attached">
<typeName>Quyết định</typeName><codeNumber>02</codeNumber><codeNotation>QĐ-UBND</codeNotation>
<issuedDate>2026-01-15</issuedDate><place>Cần Thơ</place>
<organName>Ủy ban nhân dân thành phố Cần Thơ</organName>
<subject>Ban hành Kế hoạch để thử</subject><planName>Kế hoạch để thử</planName>
<recipients absent="yes"/>
{decision_parts}
</decision>
<period first="2026" last="{last}"/>
{SOURCES}
{body}
</plan>
"""


def table_xml(*rows, table="b", layout="activities-by-year-and-source"):
    head = f'<table id="{table}" annex="I" layout="{layout}" moneyUnit="million-dong" title="Kinh phí">'
    return "\n".join([head, *rows, "</table>"])


def cell_xml(element, value, source="TW", year="2026"):
    year = f' year="{year}"' if year else ""
    if value in ("lost", "blank", "dash"):
        return f'<{element} source="{source}"{year} as="{value}"/>'
    return f'<{element} source="{source}"{year}>{value}</{element}>'


def activity_xml(row, no, title="Việc", cells=(), more=""):
    """cells: (value, source, year)"""
    inside = "\n".join(cell_xml("amount", *cell) for cell in cells)
    return f'<activity id="{row}" no={quoteattr(no)} title={quoteattr(title)}>\n{inside}\n{more}</activity>'


def group_plan(stated, *parts, title="Nhóm"):
    """A plan with one group whose stated figure is to be the sum of its parts, in triệu đồng."""
    rows = "\n".join(activity_xml(f"b-I-{number}", str(number), f"Việc {number}", [(part,)])
                     for number, part in enumerate(parts, 1))
    group = f'<group id="b-I" no="I" title={quoteattr(title)}>\n{cell_xml("stated", stated)}\n{rows}\n</group>'
    return plan_xml(table_xml(group))


def put(box, name, text):
    path = box.at(name)
    write(path, text)
    return path


def changed(text, old, new):
    """text with the only place of old changed."""
    check(text.count(old) == 1, f"“{old}” stands {text.count(old)} times")
    return text.replace(old, new)
