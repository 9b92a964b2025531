"""
phuluc facts from outside: every figure that the five decisions state, once, as a reader of the XML finds it; ids that stay
while a file is edited; results, computed figures, the description for machines (CSVW), the same ids on the page.
"""

import glob
import html.parser
import json
import os
import re
import xml.etree.ElementTree as ET
from collections import Counter
from decimal import Decimal

from behaviour import ALL_MADE, DECISIONS, ROOT, TEMPLATES, check, check_equal, read, write
from queries import json_lines, rows

THAI_BINH = os.path.join(DECISIONS, "thai-binh-2021-2025.xml")
RESULTS = os.path.join(ROOT, "input", "examples", "results")
POWERS = {"dong": 0, "thousand-dong": 3, "million-dong": 6, "billion-dong": 9}
STATES = {None: "number", "lost": "lost", "dash": "dash", "blank": "blank", "rest": "rest", "notStated": "not-stated"}


def _facts(program, box, *words):
    result = program.run("facts", "--format", "csv", "-q", *words, cwd=box.path)
    check(result.status <= ALL_MADE + 1, result.stderr)
    table = rows(result.stdout)
    return [dict(zip(table[0], row)) for row in table[1:]]


def _by_id(facts):
    doubled = [key for key, count in Counter(fact["id"] for fact in facts).items() if count > 1]
    check_equal(doubled, [], "ids that come twice")
    return {fact["id"]: fact for fact in facts}


# ---- the decisions, read without the program ----

def _tag(element):
    return element.tag.rpartition("}")[2]


def _joined(*parts):
    return ":".join(part or "all" for part in parts)


class Decision:
    """What a plan states, by id: (value, state), and as printed. Only what the five decisions use; anything else ends the test."""

    def __init__(self, path):
        self.root = ET.parse(path).getroot()
        self.plan = self.root.get("id")
        self.facts, self.printed = {}, {}
        period = next(item for item in self.root.iter() if _tag(item) == "period")
        self.first, self.last = period.get("first"), period.get("last")
        for item in self.root.iter():
            kind = _tag(item)
            if kind in ("table", "prose"):
                self.money(item)
            elif kind == "target":
                self.put((item.get("id"), "target", "planned", self.years(item.get("year"))), item.get("value") or item.get("low"),
                         "number" if item.get("value") or item.get("low") else "qualitative")
            elif kind == "count":
                self.put((item.get("id"), "count", "planned", self.years(None)), item.get("value"), "number")
            elif kind == "pastResults":
                self.past(item)

    def years(self, year):
        return year or (self.first if self.first == self.last else f"{self.first}-{self.last}")

    def put(self, parts, value, state, source=None, power=0):
        key = _joined(self.plan, *parts, source)
        check(key not in self.facts, f"{key} is stated twice")
        number = None if value is None else Decimal(value)
        self.facts[key] = (None if number is None else number.scaleb(power), state)
        self.printed[key] = number

    def money(self, table):
        power = POWERS[table.get("moneyUnit", "dong")]
        holders = [table] if _tag(table) == "prose" else [item for item in table.iter() if item.get("id") and item is not table]
        for holder in holders:
            for figure in (item for item in holder if _tag(item) in ("amount", "stated")):
                check(not set(figure.attrib) - {"source", "year", "as", "words", "label", "printed", "unit", "about"}, str(figure.attrib))
                state = STATES[figure.get("as")]
                here = POWERS[figure.get("unit")] if figure.get("unit") else power
                value = figure.text if state == "number" else "0" if state == "dash" else None
                self.put((holder.get("id"), "money", "planned", self.years(figure.get("year"))), value, state,
                         figure.get("source") or holder.get("source"), here)
            if holder.get("quantity"):
                first, last = holder.get("start") or self.first, holder.get("end") or self.last
                self.put((holder.get("id"), "quantity", "planned", first if first == last else f"{first}-{last}"),
                         holder.get("quantity"), "number")

    def past(self, results):
        for item in results:
            number = item.get("value") or item.get("low")
            year, last = (item.get("year") or results.get(end) for end in ("first", "last"))
            self.put((item.get("id"), "result", "past", year if year == last else f"{year}-{last}"), number,
                     "number" if number else "qualitative")


def every_stated_figure_comes_once_with_its_value(program, box):
    facts = _facts(program, box, DECISIONS)
    by_id = _by_id(facts)
    stated = {key: fact for key, fact in by_id.items() if fact["origin"] == "plan"}
    wanted = {}
    for path in sorted(glob.glob(os.path.join(DECISIONS, "*.xml"))):
        wanted.update(Decision(path).facts)
    check(len(wanted) > 400, f"{len(wanted)} figures are not those of five decisions")
    check_equal(sorted(set(wanted) - set(stated)), [], "stated, and no fact")
    check_equal(sorted(set(stated) - set(wanted)), [], "facts that nothing states")
    for key, (value, state) in wanted.items():
        fact = stated[key]
        check_equal((Decimal(fact["value"]) if fact["value"] else None, fact["state"]), (value, state), key)


def a_fact_leads_to_its_line(program, box):
    for fact in _facts(program, box, DECISIONS):
        lines = read(fact["file"]).splitlines()
        line = "\n".join(lines[max(0, int(fact["line"]) - 3):int(fact["line"])])  # an element is told by the end of its tag
        if fact["origin"] == "plan" and fact["measure"] == "money":
            check(re.search(r"<(amount|stated)", line), f"{fact['id']}: line {fact['line']} is {line}")
        elif fact["origin"] == "plan" and fact["row"]:
            check(f'id="{fact["row"]}"' in line, f"{fact['id']}: line {fact['line']} is {line}")


def verdicts_are_those_of_the_ledger(program, box):
    """Every line of the ledger that differs is a fact that differs, with the same two numbers."""
    table = rows(program.run("reconcile", "--format", "csv", "-q", DECISIONS, cwd=box.path).stdout)
    lines = [dict(zip(table[0], row)) for row in table[1:]]
    differing = sorted((line["file"], line["line"], line["stated"], line["computed"]) for line in lines
                       if line["verdict"] == "differs" and line["unit"] == "dong")
    facts = sorted((fact["file"], fact["line"], fact["value"], fact["computed"]) for fact in _facts(program, box, DECISIONS)
                   if fact["verdict"] == "differs")
    check(facts and facts == differing, f"facts {facts}, ledger {differing}")


def ids_stay_while_a_file_is_edited(program, box):
    """Lines put in, rows turned round, titles and values changed: the ids are the same."""
    write(box.at("in", "plan.xml"), read(THAI_BINH))
    before = _by_id(_facts(program, box, "in"))
    text = read(THAI_BINH)
    first, second = re.findall(r"<activity .*?</activity>", text, re.S)[:2]
    text = text.replace(first, "@").replace(second, first).replace("@", second)
    text = text.replace("\n", "\n\n", 40).replace('title="', 'title="Mới: ', 5)
    text = re.sub(r"(<amount[^>]*>)50(</amount>)", r"\g<1>51\2", text)
    write(box.at("in", "plan.xml"), text)
    after = _by_id(_facts(program, box, "in"))
    check_equal(sorted(after), sorted(before), "ids")
    check(sum(after[key]["value"] != before[key]["value"] for key in before) > 5, "no value changed: the test tests nothing")
    check(sum(after[key]["line"] != before[key]["line"] for key in before) > 100, "no line changed: the test tests nothing")


def ids_stay_when_something_is_put_in_before(program, box):
    """A row and a source before all others, attributes in another order, another document of results: nobody else's id or value changes."""
    results = read(os.path.join(RESULTS, "thai-binh-2021-2025-2023.xml"))
    write(box.at("in", "plan.xml"), read(THAI_BINH))
    write(box.at("in", "results.xml"), results)
    before = _by_id(_facts(program, box, "--year", "2023", "in"))
    text = read(THAI_BINH)
    text = text.replace("  <source ", '  <source id="MOI" code="other" name="Nguồn mới"/>\n  <source ', 1)
    first = re.search(r"\n *<activity ", text).start()
    text = text[:first] + '\n<activity id="moi-1" no="0" title="Việc mới"><amount year="2021" source="DP">0</amount></activity>' + text[first:]
    text, turned = re.subn(r'<amount year="([0-9]+)" source="([A-Z]+)">', r'<amount source="\2" year="\1">', text)
    check(turned > 100, f"{turned} elements with attributes turned round: the test tests nothing")
    write(box.at("in", "plan.xml"), text)
    write(box.at("in", "results.xml"), re.sub(r'<value target="([a-z0-9]+)" value="([0-9.]+)"', r'<value value="\2" target="\1"', results))
    after = _by_id(_facts(program, box, "--year", "2023", "in"))
    check_equal(sorted(set(before) - set(after)), [], "ids that are gone")
    changed = [key for key in before if (before[key]["value"], before[key]["state"]) != (after[key]["value"], after[key]["state"])]
    check_equal(changed, [], "facts that changed")
    new = {key.split(":")[1] if fact["origin"] == "plan" else fact["source"] or fact["row"] for key, fact in after.items() if key not in before}
    check_equal(sorted(new), ["moi-1"], "of what the new ids are")


# ---- results and what is computed ----

def what_is_reported_comes_with_its_document(program, box):
    facts = _by_id(_facts(program, box, DECISIONS, RESULTS))
    reported = [fact for fact in facts.values() if fact["origin"] == "results"]
    wanted = Counter()
    for path in glob.glob(os.path.join(RESULTS, "*.xml")):
        root = ET.parse(path).getroot()
        for item in root.iter():
            if _tag(item) == "value":
                silent = item.get("status") == "not-reported"
                number = None if silent else item.get("value") or item.get("low")
                wanted[root.get("id"), item.get("target") or item.get("indicator"), number and str(Decimal(number).normalize())] += 1
    found = Counter((fact["document"], fact["row"] or fact["measure"], fact["value"] and str(Decimal(fact["value"]).normalize()) or None)
                    for fact in reported if fact["phase"] == "actual")
    check_equal(found, wanted, "values of results")
    silent = [fact for fact in reported if fact["state"] == "not-reported"]
    check(silent and not [fact for fact in silent if fact["value"] or fact["high"]], "what is not reported has no number")
    replaced = {fact["document"] for fact in reported if fact["verdict"] == "superseded"}
    supersedes = {ET.parse(path).getroot().get("supersedes") for path in glob.glob(os.path.join(RESULTS, "*.xml"))} - {None}
    check_equal(replaced, supersedes, "documents that a later one replaces")


def computed_figures_are_those_of_the_other_queries(program, box):
    facts = _facts(program, box, "--year", "2023", DECISIONS, RESULTS)
    totals = rows(program.run("totals", "--format", "csv", "-q", DECISIONS, cwd=box.path).stdout)[1:]
    periods = {"period": "2021-2025"}
    wanted = Counter((row[0], row[1], periods.get(row[3], row[3]), row[5]) for row in totals)
    found = Counter((fact["plan"], fact["source"], fact["period"], fact["value"]) for fact in facts if fact["phase"] == "computed")
    check_equal(found, wanted, "totals")
    table = rows(program.run("gaps", "--year", "2023", "--format", "csv", "-q", DECISIONS, RESULTS, cwd=box.path).stdout)
    for column in ("gap", "achievement"):
        gaps = Counter((row["plan"], row["target"], row["status"]) for row in (dict(zip(table[0], line)) for line in table[1:]))
        check_equal(Counter((fact["plan"], fact["row"], fact["verdict"]) for fact in facts if fact["phase"] == column), gaps, column)
    numbers = {(row["plan"], row["target"]): row["gap"] for row in (dict(zip(table[0], line)) for line in table[1:])}
    check_equal({(fact["plan"], fact["row"]): fact["value"] for fact in facts if fact["phase"] == "gap"}, numbers, "gaps")


# ---- for machines ----

TYPES = {"integer": r"-?[0-9]+", "decimal": r"-?[0-9]+(\.[0-9]+)?", "string": r"(.|\n)*"}


def the_description_for_machines_fits(program, box):
    """CSV on the Web (W3C): columns in order, required ones filled, datatypes and formats, the key unique."""
    described = json.loads(read(os.path.join(TEMPLATES, "facts.csv-metadata.json")))
    columns = described["tableSchema"]["columns"]
    result = program.run("facts", "--format", "csv", "-q", "--year", "2025", os.path.join(ROOT, "input"), cwd=box.path)
    table = rows(result.stdout)
    check_equal([column["titles"] for column in columns], table[0], "columns")
    check_equal([column["name"] for column in columns], table[0], "names")
    check_equal(described["tableSchema"]["primaryKey"], "id", "key")
    _by_id([dict(zip(table[0], row)) for row in table[1:]])
    for row in table[1:]:
        for column, cell in zip(columns, row):
            datatype = column["datatype"] if isinstance(column["datatype"], dict) else {"base": column["datatype"]}
            check(cell or not column.get("required"), f"{row[0]}: no {column['name']}")
            pattern = datatype.get("format", TYPES[datatype["base"]])
            check(not cell or re.fullmatch(pattern, cell), f"{row[0]}: {column['name']} is {cell!r}")
    found = json_lines(program.run("facts", "--format", "json", "-q", "--year", "2025", os.path.join(ROOT, "input"), cwd=box.path).stdout)
    check_equal([["" if value is None else str(value) for value in record.values()] for record in found],
                [[cell[1:] if re.match(r"'[=+\-@]", cell) else cell for cell in row] for row in table[1:]], "json and csv")


# ---- on the page ----

class Page(html.parser.HTMLParser):
    """Of each cell with a fact: the fact, and its number if it is one."""

    def __init__(self):
        super().__init__()
        self.cells, self.open = [], None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in ("td", "th"):
            self.open = [attrs["data-fact"], None] if "data-fact" in attrs else None
            self.cells += [self.open] if self.open else []
        elif tag == "data" and self.open:
            self.open[1] = Decimal(attrs["value"])


def cells_of_the_page_have_the_same_ids(program, box):
    facts = _by_id(_facts(program, box, DECISIONS))
    program.run("annex", "-q", "--formats", "html", "-o", "out", DECISIONS, cwd=box.path)
    shown, printed = set(), {}
    for path in glob.glob(os.path.join(DECISIONS, "*.xml")):
        printed.update(Decision(path).printed)
    for path in box.files("out", "annex"):
        page = Page()
        page.feed(read(box.at("out", "annex", path)))
        for key, number in page.cells:
            check(key in facts, f"{path}: no fact {key}")
            shown.add(key)
            if number is not None:
                check_equal(number, printed[key], key)
    # What prose says is a table of its own only where no table says it.
    on_page = {key for key, fact in facts.items() if fact["origin"] == "plan" and not fact["row"].startswith("prose-") and fact["measure"] in ("money", "target", "quantity") and
               fact["state"] in ("number", "dash", "lost")}
    check_equal(sorted(on_page - shown), [], "figures that no cell of a page shows")


def computed_figures_have_no_id_of_a_stated_one(program, box):
    """With --figures computed a cell does not show what the decision states."""
    facts = _by_id(_facts(program, box, DECISIONS))
    program.run("annex", "-q", "--formats", "html", "--figures", "computed", "-o", "out", THAI_BINH, cwd=box.path)
    page = Page()
    page.feed(read(box.at("out", "annex", "thai-binh-2021-2025.html")))
    differing = {key for key, fact in facts.items() if fact["verdict"] == "differs"}
    check(differing and not differing & {key for key, _ in page.cells}, "a cell has the id of a figure that it does not show")


def _page_of(box, path):
    page = Page()
    page.feed(read(box.at("out", path)))
    return page.cells


def _as_printed(fact, decimals):
    """The fact's value in the unit of a report, money in triệu đồng, rounded as the page has it (half away from zero)."""
    value = Decimal(fact["value"]) / (10**6 if fact["value_unit"] == "đồng" else 1)
    return value.quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_HALF_UP")


# A report, and the fewest cells with an id of each kind that its pages have together.
REPORTS = [
    (["year-end", "--year", "2025"], "2025", {"planned": 140, "gap": 30, "achievement": 30, "actual": 30, "computed": 40, "disbursed": 100, "carriedIn": 60,
                                              "available": 100, "rate": 100, "plan-rate": 50, "baseline": 30, "progress": 20, "national-gap": 20, "reached": 3}),
    (["year-end", "--year", "2023"], "2023", {"gap": 10, "actual": 10, "disbursed": 10, "available": 30}),
    (["monthly", "--month", "2024-04"], "2024", {"disbursed": 3, "actual": 3, "planned": 9}),
    (["consolidate", "--year", "2025"], "2025", {"actual": 40, "planned": 40, "available": 8, "rate": 8, "reached": 1}),
]


def cells_of_reports_have_the_ids_of_facts_and_their_figures(program, box):
    """Every id on every page is listed, and the cell has the number that the list has for it."""
    source = os.path.join(ROOT, "input")
    for words, year, fewest in REPORTS:
        facts = _by_id(_facts(program, box, "--year", year, source))
        program.run(*words, "-q", "--formats", "html", "-o", "out", source, cwd=box.path)
        kinds = Counter()
        for path in [name for name in box.files("out") if name.startswith(words[0]) and f"/{year}" in name]:
            for key, number in _page_of(box, path):
                check(key in facts, f"{path}: no fact {key}")
                kinds[facts[key]["phase"]] += 1
                if number is not None:
                    check_equal(number, _as_printed(facts[key], -number.as_tuple().exponent), f"{path}: {key}")
                    check(facts[key]["verdict"] != "superseded", f"{path}: {key} is superseded")
        for kind, least in fewest.items():
            check(kinds[kind] >= least, f"{words}: {kinds[kind]} cells of {kind}, fewer than {least}: {kinds}")


class Numbers(html.parser.HTMLParser):
    """Cells that hold a number, by the table's label: (label, number, True if the cell has an id)."""

    def __init__(self):
        super().__init__()
        self.label, self.heading, self.fact, self.cells = None, False, False, []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in ("caption", "h2"):
            self.heading = True
        elif tag in ("td", "th"):
            self.fact = "data-fact" in attrs
        elif tag == "data":
            self.cells.append((self.label, Decimal(attrs["value"]), self.fact))

    def handle_endtag(self, tag):
        if tag in ("caption", "h2"):
            self.heading = False

    def handle_data(self, text):
        found = re.match(r"\s*(Biểu [0-9]+)", text)
        if self.heading and found:
            self.label = found[1]


# Tables of a year in which every number is a figure of the plan, of results or of the report; in that of targets beside the years.
WHOLE = ["Biểu 1", "Biểu 2", "Biểu 3", "Biểu 4"]


def every_figure_of_a_year_has_an_id(program, box):
    source = os.path.join(ROOT, "input")
    program.run("year-end", "--year", "2025", "-q", "--formats", "html", "-o", "out", source, cwd=box.path)
    seen = Counter()
    for path in [name for name in box.files("out") if name.endswith(".html")]:
        page = Numbers()
        page.feed(read(box.at("out", path)))
        for label, number, fact in page.cells:
            year = label == "Biểu 4" and 2020 <= number <= 2030 and number == number.to_integral()
            if label in WHOLE and not year:
                check(fact, f"{path}: {label}: {number} has no id")
                seen[label] += 1
    check(set(seen) == set(WHOLE) and min(seen.values()) > 80, f"figures: {seen}")


def what_an_amended_plan_wants_has_the_id_of_the_decision_that_said_it(program, box):
    """a1 and a4 are of the amendment, a2 and a3 of the first decision; every id is listed and has the number that the page shows."""
    folder = os.path.join(ROOT, "tests", "data", "amended")
    facts = _by_id(_facts(program, box, "--year", "2023", folder))
    program.run("year-end", "--year", "2023", "-q", "--formats", "html", "-o", "out", folder, cwd=box.path)
    goals = set()
    for path in [name for name in box.files("out") if name.endswith(".html")]:
        for key, number in _page_of(box, path):
            check(key in facts, f"{path}: no fact {key}")
            if number is not None:
                check_equal(number, _as_printed(facts[key], -number.as_tuple().exponent), f"{path}: {key}")
            if facts[key]["measure"] == "target" and facts[key]["phase"] == "planned":
                goals.add((facts[key]["document"], facts[key]["row"]))
    check_equal(sorted(goals), [("ban-dau", "a2"), ("ban-dau", "a3"), ("sua-doi", "a1"), ("sua-doi", "a4")], "goals")
