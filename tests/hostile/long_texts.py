"""
Every text field of every schema at 0, 1, 10,000, 10,001 and 100,000 characters, with and without blanks, in all formats.

The fields come from the schemas: what templates/schema calls a text and limits by nothing else. Each is changed in the first
sample that has one; where no sample has it, it is added to an element that may have it. A text is refused with its line, or
every format holds all of it that any does. It never crashes the program, and takes it no time to speak of.
"""
import glob
import os
import re
import shutil
import subprocess
import time
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter

import word_document
from behaviour import REFUSED, ROOT, TEMPLATES, Sandbox, check, check_equal, read, read_bytes, worst, write
from schema import Complex, Schema, roots, text_fields

LETTER = "ŵ"  # of the fonts, and of no sample
LONGEST = 10_000  # that is read (input/README.md, Giới hạn và ký tự)
LENGTHS = [0, 1, LONGEST, LONGEST + 1, 100_000]
EVERY = 20  # which fields a sample of the tests takes, beside those that once hung, were cut or named wrongly
BROKE = {("office", "<recipient"), ("office", "<place"), ("plan", "<planName")}
# The name of a sheet, and what only lines of the ledger name that hold, which stand in the workbook alone.
ONLY_IN_WORKBOOKS = {("layout", "<sheet"), ("Prose", "where"), ("Figure", "label")}
SECONDS = 100  # a second or two, on a machine that has nothing else to do
FORMATS = ["xlsx", "pdf", "html", "txt", "docx"]

SAMPLES = {
    "plan": ["input/decisions/thai-binh-2021-2025.xml", "input/decisions/*.xml", "input/examples/*.xml",
             "tests/golden/heads-*/plan.xml", "tests/data/*/*.xml"],
    "results": ["input/examples/results/thai-binh-2021-2025-2023.xml", "input/examples/results/*.xml",
                "input/examples/months/*.xml", "tests/data/hostile/*.xml"],
    "office": ["input/office.xml", "tests/data/results/office.xml"],
    "accepted": ["input/accepted.xml"],
    "catalogue": ["templates/catalogue.xml"],
    "layout": ["templates/layouts/budget-by-source-and-year.xml", "templates/layouts/*.xml", "tests/data/hostile/*.xml"],
}


def samples(root):
    """Paths of documents of that kind, each once."""
    found = [path for pattern in SAMPLES[root] for path in sorted(glob.glob(os.path.join(ROOT, pattern)))]
    return [path for path in dict.fromkeys(found) if f"urn:phuluc:{root}:" in read(path)]


class Field:
    """A text field and the document in which it is changed."""

    def __init__(self, schema, kind, name):
        self.schema, self.kind, self.name = schema, kind, name
        self.path = None

    def __str__(self):
        return f"{self.schema.root.name}.xsd: {self.kind.name} {self.name or 'text'}"

    def _has(self, element):
        if self.name is None:
            return bool((element.text or "").strip())
        if self.name.startswith("<"):
            return any(child.tag.endswith("}" + self.name[1:]) for child in element)
        return self.name in element.attrib

    def find(self):
        """The first document that has it; else the first with an element that may have it."""
        may = None
        for path in samples(self.schema.root.name):
            for element, kind, _ in self.schema.walk(ET.parse(path).getroot()):
                if kind is self.kind and self._has(element):
                    self.path = path
                    return self
                may = may or (path if kind is self.kind else None)
        self.path = may
        return self

    def put(self, text):
        """The document with that text, as bytes; None without a document."""
        tree = ET.parse(self.path).getroot()
        places = [element for element, kind, _ in self.schema.walk(tree) if kind is self.kind]
        element = next((element for element in places if self._has(element)), places[0])
        if self.name is None:
            element.text = text
        elif not self.name.startswith("<"):
            element.set(self.name, text)
        elif self._has(element):
            next(child for child in element if child.tag.endswith("}" + self.name[1:])).text = text
        else:
            self._insert(element, text)
        ET.register_namespace("", self.schema.namespace)
        return ET.tostring(tree, encoding="utf-8", xml_declaration=True)

    def _insert(self, element, text):
        child = ET.Element(f"{{{self.schema.namespace}}}{self.name[1:]}")
        child.text = text
        rank = self.kind.rank(self.name[1:])
        after = [at + 1 for at, other in enumerate(element) if self.kind.rank(other.tag.rpartition("}")[2]) <= rank]
        element.insert(max(after, default=0), child)


def _put_input(box, field, content):
    """The document among those that it needs to be read and shown; the commands that show it, with their options."""
    root, name = field.schema.root.name, os.path.basename(field.path)
    plan = os.path.join(ROOT, "input", "decisions", "thai-binh-2021-2025.xml")
    options = []
    if root in ("layout", "catalogue"):
        shutil.copytree(TEMPLATES, box.at("templates"))
        at = box.at("templates", "layouts", name) if root == "layout" else box.at("templates", "catalogue.xml")
        options = ["--templates", "templates"]
    else:
        os.makedirs(box.at("input"))
        at = box.at("input", name)
    if root == "results":
        plan = os.path.join(ROOT, "input", "decisions", ET.parse(field.path).getroot().get("plan") + ".xml")
    if root != "plan":
        box.copy(plan, "input", os.path.basename(plan))
    if root in ("catalogue", "layout", "office") or (root == "plan" and field.path == plan):
        for year in ("2022", "2023"):
            box.copy(os.path.join(ROOT, "input", "examples", "results", f"thai-binh-2021-2025-{year}.xml"), "input", year + ".xml")
    if root in ("catalogue", "layout", "plan"):
        box.copy(os.path.join(ROOT, "input", "office.xml"), "input", "office.xml")
    with open(at, "wb") as file:
        file.write(content)
    return [command + options for command in _commands(root, field.path)]


def _commands(root, path):
    annex = ["annex", "--signature", "--cover"]
    if root == "results":
        period = ET.parse(path).getroot().get("period")
        return [["monthly", "--month", period] if "-" in period else ["year-end", "--year", period]]
    if root == "accepted" or (root == "plan" and os.path.basename(path) != "thai-binh-2021-2025.xml"):
        return [annex]
    reports = [["year-end", "--year", "2023"], ["monthly", "--month", "2023-12"], ["consolidate", "--year", "2023"]]
    return reports + [annex]


def _said_again(book):
    """What cells say in the same words as others: a workbook keeps each string once."""
    if "xl/sharedStrings.xml" not in book.namelist():
        return ""
    strings = ["".join(item.itertext()) for item in ET.fromstring(book.read("xl/sharedStrings.xml"))]
    sheets = (book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
    uses = Counter(int(at) for sheet in sheets for at in re.findall(r' t="s"><v>(\d+)</v>', sheet))
    return "".join(strings[at] * (count - 1) for at, count in uses.items())


def text_of(path, properties=True):
    """All that a file shows, in one string, blanks and line ends left out; without what a workbook says of itself, cut to what it holds."""
    kind = path.rpartition(".")[2]
    if kind == "pdf":
        text = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], check=True, capture_output=True).stdout.decode()
    elif kind == "xlsx":
        with zipfile.ZipFile(path) as book:
            check(book.testzip() is None, f"{path}: a broken part")
            text = "".join(book.read(name).decode() for name in book.namelist()
                           if name.endswith(".xml") and (properties or not name.startswith("docProps/"))) + _said_again(book)
            for name in book.namelist():
                if name.endswith(".xml"):
                    ET.fromstring(book.read(name))
    elif kind == "docx":
        document = word_document.Document(path)
        check(not word_document.faults(document), f"{path}: Word does not open it")
        text = "".join(document.parts[name].decode() for name in document.xml_names())
    else:
        text = read_bytes(path).decode("utf-8")
    return text.lower()


def _check_made(box, field, what, length, result):
    """Reports by name: all formats of each, and in each format all of the text or nothing of it."""
    made = {}
    for name in box.files("out"):
        stem, _, suffix = name.rpartition(".")
        if suffix in FORMATS:
            made.setdefault(stem, {})[suffix] = box.at("out", name)
    too_long_for_a_cell = "[lỗi OU-006]" in result.stderr
    check(made or result.status == REFUSED, f"{what}: nothing made, nothing refused: {result.stderr[-500:]}")
    for stem, files in made.items():
        lacking = set(FORMATS) - set(files) - ({"xlsx"} if too_long_for_a_cell else set())
        check(not lacking, f"{what}: {stem} has no {lacking}, status {result.status}: {result.stderr[-500:]}")
        shown = {suffix: text_of(path).count(LETTER) for suffix, path in files.items()}
        whole = [suffix for suffix, count in shown.items() if count >= length]
        parts = [suffix for suffix, count in shown.items() if count < length]
        of_the_workbook = set(whole) == {"xlsx"} and (field.kind.name, field.name) in ONLY_IN_WORKBOOKS
        check(not whole or not parts or length == 0 or of_the_workbook, f"{what}: {stem} shows the text in part: {shown}")


def _is_told_with_a_line(result, what):
    """What is wrong with a file stands at a line; what follows from it for the reports does not (RU)."""
    refusals = [line for line in result.stderr.splitlines() if " [lỗi " in line]
    causes = [line for line in refusals if " [lỗi RU-" not in line]
    check(causes or not refusals, f"{what}: refused without a cause: {result.stderr[-500:]}")
    for line in causes:
        check(re.match(r"[^:]+:\d+: ", line), f"{what}: refused without a line: {line[:300]}")


def sized(length, blanks):
    if not blanks:
        return LETTER * length
    return "".join(" " if at % 8 == 7 and at + 1 < length else LETTER for at in range(length))


def _try(program, field, length, blanks):
    text = sized(length, blanks)
    what = f"{field}, {length} characters, {'with' if blanks else 'without'} blanks"
    with Sandbox() as box:
        for command in _put_input(box, field, field.put(text)):
            shutil.rmtree(box.at("out"), ignore_errors=True)
            started = time.monotonic()
            result = program.run(*command, "-q", "-o", "out", "--formats", ",".join(FORMATS), "--as-of", "2026-03-01", "input",
                                 cwd=box.path)
            took = time.monotonic() - started
            check(took < SECONDS, f"{what}: {command[0]} took {took:.0f} s")
            check(result.status <= REFUSED and result.status == worst(result.stderr),
                  f"{what}: {command[0]} ends with {result.status}: {result.stderr[-500:]}")
            check("�" not in result.stderr, f"{what}: messages are not UTF-8")
            _is_told_with_a_line(result, what)
            _check_made(box, field, f"{what}, {command[0]}", text.count(LETTER), result)
            if length > LONGEST:
                check(result.status == REFUSED, f"{what}: accepted")
        if field.schema.root.name in ("plan", "office"):
            _try_form(program, box, field, what, text)


def _try_form(program, box, field, what, text):
    """A form to fill in is a workbook that opens and has all of the text, or nothing of it; or the file is refused."""
    plan = next(path for path in os.listdir(box.at("input")) if "urn:phuluc:plan:" in read(box.at("input", path)))
    year = re.search(r'<period[^>]* first="(\d{4})', read(box.at("input", plan))).group(1)
    result = program.run("form", "-q", "-o", "forms", "--period", year, "input", cwd=box.path)
    check(result.status <= REFUSED and result.status == worst(result.stderr), f"{what}: form ends with {result.status}: {result.stderr[-500:]}")
    made = box.files("forms", "forms", year)
    check(made or result.status == REFUSED, f"{what}: no form made, nothing refused: {result.stderr[-500:]}")
    for name in made:
        shown = text_of(box.at("forms", "forms", year, name), properties=False).count(LETTER)
        check(shown in (0, *range(text.count(LETTER), 100 * text.count(LETTER) + 1)), f"{what}: the form has {shown} of the letters")


def _sizes(whole):
    if not whole:
        return [(0, False), (LONGEST, False), (100_000, False)]
    return [(length, blanks) for length in LENGTHS for blanks in (False, True) if length > 1 or not blanks]


def _run(program, field, whole):
    for length, blanks in _sizes(whole):
        _try(program, field, length, blanks)


def _every_field_has_a_document(fields):
    lacking = [str(field) for field in fields if not field.path]
    check(not lacking, f"no sample has an element for {len(lacking)} text fields: {', '.join(lacking)}")


def _put_together(program):
    """A line of four texts, each as long as may be, that no cell holds: check finds it, at the plan's lines, as annex does."""
    with Sandbox() as box:
        text = read(os.path.join(ROOT, "tests", "reject", "good", "good.xml"))
        write(box.at("input", "good.xml"), text)
        text = text.replace('id="good"', 'id="long"').replace('unit="92"', 'unit="48"')
        for name in ("typeName", "codeNumber", "codeNotation", "organName"):
            text = re.sub(f"<{name}>[^<]*", f"<{name}>{LETTER * (LONGEST - 1)}", text)
        write(box.at("input", "long.xml"), text)
        checked = program.run("check", "-q", "input", cwd=box.path)
        made = program.run("annex", "-q", "-o", "out", "input", cwd=box.path)
        lines = sorted(checked.stdout.splitlines())
        check_equal((checked.status, made.status), (REFUSED, REFUSED), "statuses")
        check_equal(sorted(made.stderr.splitlines()), lines, "what annex and check say")
        check(lines and all(re.match(r"input/long\.xml:\d+: .*\[lỗi OU-006\]", line) for line in lines), f"{lines}")
        check_equal(box.files("out", "annex"), ["good.pdf", "good.xlsx"], "made")


def cases(program, whole):
    yield "long texts: put together", lambda: _put_together(program)
    fields = [Field(schema, kind, name).find()
              for schema in map(Schema, roots()) for kind, name in text_fields(schema) if isinstance(kind, Complex)]
    yield f"long texts: each of {len(fields)} text fields has a document", lambda: _every_field_has_a_document(fields)
    for at, field in enumerate(fields):
        if field.path and (whole or at % EVERY == 0 or (field.schema.root.name, field.name) in BROKE):
            yield f"long texts: {field}", lambda field=field: _run(program, field, whole)
