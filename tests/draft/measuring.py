"""How much of a decision a draft has right: the draft's figures and names beside those of the file that was keyed by hand.

Shares no code with the program. Of each kind: what the keyed file has, what the draft has the same without a mark, what it has
under a mark for a person (right or not), what is missing without a word, and what is wrong or made up without a mark.
"""
import difflib
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter, namedtuple
from decimal import Decimal

SPACE = "{urn:phuluc:plan:1}"
UNITS = {"dong": 1, "thousand-dong": 10**3, "million-dong": 10**6, "billion-dong": 10**9}
KINDS = ["metadata", "references", "sources", "targets", "past results", "prose money", "table figures", "table rows", "annexes", "not read"]
MEASURED = ["targets", "past results"]
Atom = namedtuple("Atom", "kind key value marked")
Score = namedtuple("Score", "keyed right marked missed wrong")


class _Tree(ET.TreeBuilder):
    """Elements that know whether a doubt stands before them."""

    def __init__(self):
        super().__init__()
        self.doubts, self.marked, self.count, self.of_plan, self.words = 0, {}, 0, [], ""
        self.begun = False

    def pi(self, target, text=None):
        if target == "doubt":
            self.doubts += 1
            self.count += 1
            self.words += text or ""
            if not self.begun:
                self.of_plan.append(text or "")

    def start(self, tag, attrs):
        element = super().start(tag, attrs)
        self.begun = True
        if self.doubts:
            self.marked[element] = self.words
        self.doubts, self.words = 0, ""
        return element


class Plan:
    def __init__(self, path):
        builder = _Tree()
        parser = ET.XMLParser(target=builder)
        with open(path, "rb") as file:
            parser.feed(file.read())
        self.root = parser.close()
        self.doubts, self.of_plan = builder.count, builder.of_plan
        self.above = {child: parent for parent in self.root.iter() for child in parent}
        self._marked = {element: said for element, said in builder.marked.items() if element is not self.root}
        self.repairs = [(plain(item.get("read")), plain(item.get("printed"))) for item in self.root.iter(SPACE + "repair")]
        self.codes = {source.get("id"): source.get("code") for source in self.all("source")}

    def says(self, element, word):
        """A doubt on the element speaks of that."""
        return word in self._marked.get(element, "")

    def as_printed(self, text):
        """With the letters that the scan broke as it has them: each repair of the keyed file is counted for itself."""
        for read, printed in self.repairs:
            text = text.replace(read, printed) if read else text
        return text

    def listed(self, target):
        """A doubt on the plan names the target with the code that was chosen for it."""
        return any(f"{target.get('id')} = {target.get('indicator')}" in doubt for doubt in self.of_plan)

    def all(self, path, below=None):
        return (self.root if below is None else below).findall(".//" + "/".join(SPACE + step for step in path.split("/")))

    def marked(self, element):
        """A doubt on it, or on a row, total or section that it is in. Doubts on a table are about its name and its unit."""
        while element is not None and tag(element) != "table":
            if element in self._marked:
                return True
            element = self.above.get(element)
        return False


def plain(text):
    """Letters and digits, in one case; other signs of print are not compared."""
    text = unicodedata.normalize("NFC", text or "").lower()
    return re.sub(r"[\W_]+", "", text)


def tag(element):
    return element.tag.removeprefix(SPACE)


def words(element):
    return " ".join((element.text or "").split())


def metadata(plan):
    yield "plan", "plan", "unit", plan.root.get("unit"), plan.root
    yield "plan", "plan", "programme", plan.root.get("programme"), plan.root
    yield "plan", "plan", "asOf", plan.root.get("asOf"), plan.root
    for period in plan.all("period"):
        for name in ("first", "last"):
            yield "plan", "period", name, period.get(name), period
    decision = plan.root.find(SPACE + "decision")
    for name in ("codeNumber", "codeNotation", "issuedDate", "place", "organName", "subject", "planName"):
        for element in decision.findall(SPACE + name):
            yield "decision", name, "", plain(words(element)) or element.get("printed") or element.get("absent"), element
    for name in ("authority", "position", "fullName", "recipient"):
        for element in plan.all(name):
            yield "decision", name, plain(words(element)), plain(words(element)), element


def metadata_atoms(plan):
    for _, name, key, value, element in metadata(plan):
        if value:
            yield Atom("metadata", (name, key), value, plan.marked(element))


def reference_atoms(plan):
    for name in ("basis", "submission", "citedAs"):
        for element in plan.all(name):
            key = element.get("where") if name == "citedAs" else element.get("number") or plain(words(element))
            for part in ("number", "date", "organ"):
                if element.get(part):
                    yield Atom("references", (name, key, part), plain(element.get(part)), plan.marked(element))


def source_atoms(plan):
    count = Counter()
    for element in plan.all("source"):
        code = element.get("code")
        count[code] += 1
        yield Atom("sources", (code, count[code]), element.get("money", "yes"), plan.marked(element))


def number(text):
    return str(Decimal(text).normalize()) if text else None


def measure(element):
    """All that says what is to be reached."""
    return tuple(number(element.get(name)) for name in ("value", "low", "high")) + tuple(
        element.get(name) for name in ("op", "unit", "year", "kind"))


def measured(plan, kind):
    return [element for element in plan.all("target" if kind == "targets" else "result") if element.get("op") != "none"]


def close(a, b):
    return difflib.SequenceMatcher(None, plain(words(a)), plain(words(b)), autojunk=False).ratio()


def pairs(keyed, drafted):
    """Each keyed target with the drafted one of nearly the same words, or None; and those left over."""
    left, found = list(drafted), []
    for element in keyed:
        best = max(left, key=lambda other: close(element, other), default=None)
        if best is not None and close(element, best) > 0.8:
            left.remove(best)
            found.append((element, best))
        else:
            found.append((element, None))
    return found, left


def score_measured(kind, keyed, draft):
    """Targets, and results of the period before."""
    found, left = pairs(measured(keyed, kind), measured(draft, kind))
    right = marked = missed = wrong = 0
    for element, other in found:
        if other is None:
            missed += 1
        elif draft.marked(other):
            marked += 1
        elif measure(element) == measure(other):
            right += 1
        else:
            wrong += 1
    wrong += sum(not draft.marked(other) for other in left)
    return Score(len(found), right, marked, missed, wrong)


def amount(figure, unit):
    if figure.get("as"):
        return figure.get("as")
    if not words(figure):
        return None
    return str(int(Decimal(words(figure)) * UNITS[figure.get("unit") or unit])) if unit or figure.get("unit") else words(figure) + " ?"


def prose_atoms(plan):
    for prose in plan.all("prose"):
        for figure in prose.findall(SPACE + "stated"):
            about = figure.get("op") or ("about" if figure.get("about") == "yes" else None)
            yield Atom("prose money", (plan.codes.get(figure.get("source")), plain(figure.get("label"))),
                       (amount(figure, prose.get("moneyUnit")), about, plain(figure.get("words"))), plan.marked(figure))


def rows(plan):
    """(path, row, table) of every row and total: the number of the table, then of each row that it is in."""
    def walk(parent, path, table):
        totals = 0
        for child in parent:
            name = tag(child)
            if name in ("group", "activity", "line"):
                here = path + (child.get("no") or plain(child.get("title")),)
                yield here, child, table
                yield from walk(child, here, table)
            elif name == "total":
                totals += 1
                yield path + (f"total {totals}",), child, table
    for place, table in enumerate(sorted(plan.all("table"), key=lambda table: (table.get("annex") or "")), 1):
        yield from walk(table, (place,), table)


def figure_atoms(plan):
    for path, row, table in rows(plan):
        for figure in row:
            if tag(figure) in ("amount", "stated") and figure.get("as") != "lost":
                value = amount(figure, table.get("moneyUnit"))
                if value:
                    yield Atom("table figures", path + (tag(figure), figure.get("year"), plan.codes.get(figure.get("source"))), value,
                               plan.marked(figure))


def row_atoms(plan):
    for path, row, _ in rows(plan):
        marked = plan.marked(row)
        yield Atom("table rows", path + ("name",), plain(row.get("title") or row.get("label")), marked)
        for name in ("start", "end", "unit", "quantity"):
            if row.get(name):
                yield Atom("table rows", path + (name,), row.get(name), marked)
        for name in ("lead", "partner", "text"):
            for place, element in enumerate(row.findall(SPACE + name)):
                yield Atom("table rows", path + (name, place), plain(words(element)), marked)


def annex_atoms(plan):
    """How annexes are called, and the lines under their titles and below their tables."""
    for place, table in enumerate(sorted(plan.all("table"), key=lambda table: (table.get("annex") or "")), 1):
        for name in ("annex", "annexName"):
            if table.get(name):
                yield Atom("annexes", (place, name), table.get(name), plan.says(table, "annex"))
        for name in ("subtitle", "footnote"):
            for line, element in enumerate(table.findall(SPACE + name)):
                yield Atom("annexes", (place, name, line), plain(words(element)), plan.marked(element))


def unread_atoms(plan):
    """What no draft has: to be keyed by hand."""
    for name in ("deadline", "count", "repair", "labelSum", "absentAnnex", "earlier"):
        for place, element in enumerate(plan.all(name)):
            yield Atom("not read", (name, place), plain(words(element)), plan.marked(element))
    for element in plan.all("target"):
        if element.get("indicator"):
            yield Atom("not read", ("indicator", element.get("id")), element.get("indicator"), plan.listed(element))


READERS = {"metadata": metadata_atoms, "references": reference_atoms, "sources": source_atoms, "prose money": prose_atoms,
           "table figures": figure_atoms, "table rows": row_atoms, "annexes": annex_atoms, "not read": unread_atoms}


def score_atoms(kind, keyed, draft):
    wanted, got = list(READERS[kind](keyed)), {}
    for atom in READERS[kind](draft):
        got.setdefault(atom.key, []).append(atom)
    right = marked = missed = wrong = 0
    for atom in wanted:
        others = got.get(atom.key)
        other = others.pop(0) if others else None
        if other is None:
            missed += 1
        elif other.marked:
            marked += 1
        elif other.value == atom.value or (kind == "table rows" and keyed.as_printed(atom.value) == keyed.as_printed(other.value)):
            right += 1
        else:
            wrong += 1
    wrong += sum(not atom.marked for atoms in got.values() for atom in atoms)
    # A row that is marked as a whole has its missing figures under that mark.
    if kind.startswith("table"):
        shifted = {path for path, row, _ in rows(draft) if draft.marked(row)}
        under = sum(not got_any(READERS[kind](draft), atom.key) and
                    any(atom.key[:len(path)] == path for path in shifted if len(path) > 1) for atom in wanted)
        marked, missed = marked + under, missed - under
    return Score(len(wanted), right, marked, missed, wrong)


def got_any(atoms, key):
    return any(atom.key == key for atom in atoms)


def scores(keyed_path, draft_path, kinds=None):
    """Score of each kind, and the number of doubts."""
    keyed, draft = Plan(keyed_path), Plan(draft_path)
    out = {}
    for kind in kinds or KINDS:
        out[kind] = score_measured(kind, keyed, draft) if kind in MEASURED else score_atoms(kind, keyed, draft)
    return out, draft.doubts


def differences(keyed_path, draft_path, kinds=None):
    """What is wrong or missing, for a person who works on the reader."""
    keyed, draft = Plan(keyed_path), Plan(draft_path)
    for kind in kinds or KINDS:
        if kind in MEASURED:
            found, left = pairs(measured(keyed, kind), measured(draft, kind))
            for element, other in found:
                if other is None or measure(element) != measure(other):
                    yield kind, words(element)[:60], measure(element), other is not None and measure(other)
            for other in left:
                yield kind, "left", words(other)[:60], measure(other)
            continue
        wanted = Counter((atom.key, atom.value) for atom in READERS[kind](keyed))
        got = Counter((atom.key, atom.value) for atom in READERS[kind](draft))
        for item in wanted - got:
            yield kind, "keyed", *item
        for item in got - wanted:
            yield kind, "draft", *item
