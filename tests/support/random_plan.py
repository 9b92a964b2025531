"""
Small random plans whose totals and verdicts are known. A seed decides everything, and nothing is reckoned by the program.

What they hold: tables that add up and one that repeats them; groups within groups, activities, parts "trong đó", rows outside,
second splits, totals with signs; figures of other phases and of quarters; amounts with a word ("khoảng", a range), lost ones, "còn
lại", in each of these; undivided money; amounts of the whole period; totals in prose of a year or of the period, of all sources or of
one; stated sums that are wrong; amendments of one cell after the other, in the table's own id or in another (random_amendment.py).

Amounts are whole đồng here and million đồng in the file.
"""
import random

MILLION = 10**6
OPEN = 10**30                            # a bound that is none
CODES = {"TW": "central", "DP": "local", "DN": "enterprise"}
PHASES = ("proposed", "appraised", "assigned", "estimated", "actual")
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<plan xmlns="urn:phuluc:plan:1" id="{id}" status="illustrative" unit="52" asOf="{day}">
  <decision plan="within"><typeName>Quyết định</typeName><codeNumber>{number}</codeNumber><codeNotation>QĐ-UBND</codeNotation>
    <issuedDate>{day}</issuedDate><place>Quy Nhơn</place><organName>Ủy ban nhân dân tỉnh Bình Định</organName>
    <subject>Kế hoạch để thử</subject><planName>Kế hoạch để thử</planName><recipients absent="yes"/></decision>
"""


class Cell:
    """An amount, and what print says of it: a word before it, or that it is not known. A range begins with the amount."""

    def __init__(self, amount, word=None, state=None, high=None):
        self.amount, self.word, self.state, self.high = amount, word, state, high

    def span(self):
        """What it may come to, by the bounds that output/README.md names."""
        part = self.amount * 5 // 100
        return {None: (self.amount, self.amount), "about": (self.amount - part, self.amount + part),
                "almost": (self.amount - part, self.amount), "over": (self.amount, self.amount + part),
                "at-least": (self.amount, OPEN), "range": (self.amount, self.high)}[self.word]

    def xml(self, tag, key):
        year, source = key
        where = (f' source="{source}"' if source else "") + (f' year="{year}"' if year else "")
        if self.state:
            return f'<{tag}{where} as="{self.state}"/>'
        word = f' op="{self.word}"' if self.word else ""
        word += f' high="{self.high // MILLION}"' if self.word == "range" else ""
        return f"<{tag}{where}{word}>{self.amount // MILLION}</{tag}>"


class Row:
    """An activity: its cells by (year, source), None where nothing counts; quarters that stand for cells it does not print."""

    def __init__(self, name, cells, quarters, sign=1):
        self.name, self.cells, self.quarters, self.sign = name, cells, quarters, sign

    def amounts(self):
        return {**self.quarters, **self.cells}


class Sum:
    """What amounts come to: the known ones, what they may be, whether one is not known or approximate."""

    def __init__(self):
        self.amount, self.low, self.high, self.unknown, self.about, self.any = 0, 0, 0, False, False, False

    def add(self, cell, sign=1):
        self.any = True
        if cell.state:
            self.unknown = True
            return
        low, high = cell.span()
        self.amount += sign * cell.amount
        self.low += sign * (low if sign > 0 else high)
        self.high += sign * (high if sign > 0 else low)
        self.about = self.about or cell.word is not None

    def verdict(self, stated):
        if self.unknown:
            return "incomplete"
        return "holds" if self.low <= stated <= self.high else "differs"


class Table:
    """Rows that count, and what its total row prints by (year, source)."""

    def __init__(self, name):
        self.name, self.rows, self.printed = name, [], {}


class RandomPlan:
    """xml, verdicts, total(); sources in the order of the file, [None] where the plan divides no money."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.seed, self.name = seed, f"p{seed}"
        self.last = 2020 + self.random.randint(1, 3)
        self.sources = sorted(self.random.sample(sorted(CODES), self.random.randint(1, 3)))
        if self.random.random() < 0.1:
            self.sources = [None]
        self.verdicts, self.tables, self.prose, self.repeated = [], [], {}, {}
        self.holds_more = False    # amounts that do not count: outside the totals, or of a second split
        count = self.random.randint(1, 3)
        body = [self.table(f"t{number}", count > 1) for number in range(count)]
        cells = [key for table in self.tables for row in table.rows for key in row.amounts()]
        alike = len({key[0] > 0 for key in cells}) == 1 and any(table.printed for table in self.tables)
        if self.sources != [None] and alike and self.chance(0.4):
            body.append(self.repetition())
        self.body = self.paragraph() + "".join(body)
        self.xml = self.head(self.name, 1, "2021-01-15") + self.body + "</plan>\n"

    def head(self, name, number, day, relation=""):
        sources = "".join(f'  <source id="{s}" code="{CODES[s]}" name="Nguồn {s}"/>\n' for s in self.sources if s)
        return (HEAD.format(id=name, number=number, day=day) + relation + f'  <period first="2021" last="{self.last}"/>\n'
                + sources)

    # ---- rows ----

    def chance(self, share):
        return self.random.random() < share

    def amount(self):
        return self.random.randint(1, 99_999) * MILLION

    def cell(self, plain):
        amount = self.amount()
        if plain or self.chance(0.9):
            return Cell(amount)
        kind = self.random.choice(["lost", "rest", "not-stated", "about", "almost", "over", "at-least", "range"])
        if kind in ("lost", "rest", "not-stated"):
            return Cell(0, state=kind)
        return Cell(amount, kind, high=amount + self.random.randint(1, 999) * MILLION if kind == "range" else None)

    def phases(self, keys):
        """Figures that are no plan, or of a quarter: {(phase or quarter, key): cell}. Some are lost."""
        found = {}
        for key in keys:
            if self.chance(0.1):
                found[(self.random.choice(PHASES), key)] = Cell(self.amount(), state="lost" if self.chance(0.1) else None)
            if key[0] and self.chance(0.05):
                found[(f"{key[0]}-Q{self.random.randint(1, 4)}", key)] = Cell(self.amount())
        return found

    @staticmethod
    def phased(tag, figures):
        text = ""
        for (step, key), cell in figures.items():
            quarter = "-Q" in step
            plain = cell.xml(tag, (0 if quarter else key[0], key[1]))
            text += plain.replace(f"<{tag}", f'<{tag} {"quarter" if quarter else "phase"}="{step}"', 1)
        return text

    def quarters(self, name, cells):
        """All four quarters of a year that the row prints exactly, now and then wrong or with one lost; (text, phases)."""
        years = [key for key, cell in cells.items() if key[0] and not cell.state and not cell.word and cell.amount > 9 * MILLION]
        if not years or not self.chance(0.1):
            return {}
        key = self.random.choice(years)
        million = cells[key].amount // MILLION
        cuts = sorted(self.random.sample(range(1, million), 3))
        parts = [end - begin for begin, end in zip([0, *cuts], [*cuts, million])]
        parts[0] += self.random.choice([0, 0, 0, 1])
        lost = self.random.choice([None] * 4 + [0, 1, 2])
        found = Sum()
        figures = {(f"{key[0]}-Q{n + 1}", key): Cell(part * MILLION, state="lost" if n == lost else None)
                   for n, part in enumerate(parts)}
        for cell in figures.values():
            found.add(cell)
        self.verdicts.append((name, key[1] or "", self.year_of(key), found.verdict(cells[key].amount)))
        return figures

    def row(self, name, keys, extra="", plain=False):
        """An activity with an amount in some of the cells."""
        cells = {key: self.cell(plain) for key in keys if self.chance(0.7)}
        phases = self.phases(keys)
        phases = self.quarters(name, cells) or phases
        text = "".join(cell.xml("amount", key) for key, cell in cells.items()) + self.phased("amount", phases)
        part = ""
        if cells and self.chance(0.15):
            key = self.random.choice(list(cells))
            part = f'<line id="{name}w" kind="of-which" title="Trong đó">{Cell(MILLION).xml("amount", key)}</line>'
        alone = {key: cell for (step, key), cell in phases.items() if "-Q" in step and key not in cells}
        return f'<activity id="{name}" title="{name}"{extra}>{text}{part}</activity>\n', Row(name, cells, alone), phases

    def print_sums(self, subject, sums):
        """Sums as printed: a few of them wrong. What the ledger has to say of each is kept."""
        printed = {}
        for key, found in sums.items():
            printed[key] = found.amount + (self.random.randint(1, 50) * MILLION if self.chance(0.05) else 0)
            self.verdicts.append((subject, key[1] or "", self.year_of(key), found.verdict(printed[key])))
        return printed, "".join(Cell(value).xml("stated", key) for key, value in printed.items())

    def year_of(self, key):
        """A plan of one year has no other period."""
        return str(key[0] or (2021 if self.last == 2021 else "period"))

    def group(self, name, keys, level):
        """A group of activities, or of groups; what it prints, and all its activities."""
        texts, sums, rows, phases = [], {}, [], {}
        for number in range(self.random.randint(1, 4)):
            if level < 2 and self.chance(0.2):
                text, printed, inner, inner_phases = self.group(f"{name}-{number}", keys, level + 1)
                cells = {key: Cell(value) for key, value in printed.items()}
            else:
                text, row, inner_phases = self.row(f"{name}-{number}", keys)
                cells, inner = row.amounts(), [row]
            texts.append(text)
            rows += inner
            for key, cell in cells.items():
                sums.setdefault(key, Sum()).add(cell)
            for step, cell in inner_phases.items():
                phases.setdefault(step, Sum()).add(cell)
        printed, stated = self.print_sums(name, sums)
        for (_, key), found in phases.items():
            self.verdicts.append((name, key[1] or "", self.year_of(key), found.verdict(found.amount)))
        phases = {step: Cell(found.amount) for step, found in phases.items()}
        text = f'    <group id="{name}" title="{name}">{stated}{self.phased("stated", phases)}\n' + "".join(texts)
        if printed and self.chance(0.2):
            text += self.split(name, printed)
            self.holds_more = True
        return text + "    </group>\n", printed, rows, phases

    @staticmethod
    def split(name, printed):
        """The same sums once more, in two halves: they add nothing."""
        halves = []
        for half in range(2):
            cells = {key: value // MILLION // 2 * MILLION if half else value - value // MILLION // 2 * MILLION
                     for key, value in printed.items()}
            text = "".join(Cell(value).xml("amount", key) for key, value in cells.items())
            halves.append(f'      <activity id="{name}-s{half}" split="muc-dich" title="Chia {half}">{text}</activity>\n')
        return "".join(halves)

    # ---- tables ----

    @staticmethod
    def can_take_off(groups):
        """The last group can be taken off the others if they come to more in each of its cells."""
        *others, last = (group[2] for group in groups)
        return len(groups) > 1 and all(sum(other.get(key, 0) for other in others) > value for key, value in last.items())

    def table(self, name, counts):
        years = range(2021, self.last + 1) if self.chance(0.7) else [0]
        keys = [(year, source) for source in self.sources for year in years]
        table = Table(name)
        groups = [(f"{name}-{number}", *self.group(f"{name}-{number}", keys, 0)) for number in range(self.random.randint(1, 3))]
        minus = groups[-1][0] if self.can_take_off(groups) and self.chance(0.5) else None
        sums = {}
        for group, _, printed, rows, _ in groups:
            sign = -1 if group == minus else 1
            for key, value in printed.items():
                sums.setdefault(key, Sum()).add(Cell(value), sign)
            for row in rows:
                row.sign = sign
            table.rows += rows
        text = "".join(group[1] for group in groups)
        if self.chance(0.3):
            outside, row, _ = self.row(f"{name}-x", keys, ' outside="yes"', plain=True)
            text += "    " + outside
            self.holds_more = self.holds_more or bool(row.amounts())
        of = f' of="{" ".join(("-" if group[0] == minus else "") + group[0] for group in groups)}"'
        if not self.chance(0.1) or minus:
            table.printed, stated = self.print_sums(f"{name}-all", sums)
            named = of if minus or self.chance(0.5) else ""
            text += f'    <total id="{name}-all" label="Cộng"{named}>{stated}</total>\n' if stated else ""
        self.tables.append(table)
        extra, number = ' counts="yes"' if counts else "", "I" * len(self.tables)
        return (f'  <table id="{name}" annex="{number}" layout="activities-by-year-and-source"'
                f' moneyUnit="million-dong"{extra}>\n{text}  </table>\n')

    def repetition(self):
        """What the tables print, by source, as a table of the body that repeats them all."""
        lines = []
        for source in self.sources:
            keys = sorted({key for table in self.tables for key in table.printed if key[1] == source})
            cells = {key: sum(table.printed.get(key, 0) for table in self.tables) for key in keys}
            self.repeated.update(cells)
            text = "".join(Cell(value).xml("amount", key).replace(f' source="{source}"', "") for key, value in cells.items())
            lines.append(f'    <line id="r-{source}" title="{source}" source="{source}">{text}</line>\n')
        ids = " ".join(table.name for table in self.tables)
        return (f'  <table id="r" where="Mục I" layout="budget-by-source-and-year" moneyUnit="million-dong" repeats="{ids}">\n'
                + "".join(lines) + "  </table>\n")

    def paragraph(self):
        """Totals of some years in prose, of all sources or of one; now and then wrong, or lost: {(source, year): amount}."""
        if not self.chance(0.3):
            return ""
        texts = []
        for source in [None] + (self.sources if self.chance(0.3) and self.sources != [None] else []):
            for year in range(2021, self.last + 1):
                if not self.chance(0.7):
                    continue
                wrong = self.random.randint(1, 50) * MILLION if self.chance(0.1) else 0
                of = [source] if source else self.sources
                value = sum(self.computed(each, year).amount for each in of) + wrong
                lost = self.chance(0.05)
                if value > 0:
                    texts.append(Cell(value, state="lost" if lost else None).xml("stated", (year, source))
                                 .replace("<stated", f'<stated label="Năm {year}"', 1))
                if value > 0 and not lost:
                    self.prose[source, year] = value
        return f'  <prose id="loi" where="Mục V" moneyUnit="million-dong">{"".join(texts)}</prose>\n' if texts else ""

    def in_prose(self, source, year):
        return self.prose.get((source, year or (2021 if self.last == 2021 else 0)))

    # ---- what is right ----

    def matches(self, key, source, year):
        """A cell of the period is one of its year in a plan of one year; all years make up the period."""
        return key[1] == source and (not year or key[0] == year or (not key[0] and self.last == year == 2021))

    def computed(self, source, year, tables=None):
        found = Sum()
        for table in self.tables if tables is None else tables:
            for row in table.rows:
                for key, cell in row.amounts().items():
                    if self.matches(key, source, year):
                        found.add(cell, row.sign)
        return found

    def is_same_period(self, key, year):
        return key[0] == year or (self.last == 2021 and key[0] in (0, 2021) and year in (0, 2021))

    def printed_in(self, cells, source, year):
        found = [value for key, value in cells.items() if key[1] == source and self.is_same_period(key, year)]
        return found[0] if found else None

    @staticmethod
    def holds(table, source):
        """An amendment may state a sum of a source of which every row is repealed."""
        return any(key[1] == source for row in table.rows for key in (*row.amounts(), *table.printed))

    def stated(self, source, year):
        """What tables state, else what prose states."""
        found = self.stated_in_tables(source, year)
        return self.in_prose(source, year) if found is None else found

    def stated_in_tables(self, source, year):
        """What a table that repeats all says; else the sum of what each table states, None if one that has anything does not."""
        counting = [table for table in self.tables if self.holds(table, source)]
        again = self.printed_in(self.repeated, source, year)
        if again is not None:
            return again
        total, any_of = 0, False
        for table in counting:
            printed, found = self.printed_in(table.printed, source, year), self.computed(source, year, [table])
            if printed is not None:
                total, any_of = total + printed, True
            elif len(counting) > 1 and (found.amount or found.unknown or (year and self.is_undivided(source, [table]))):
                return None    # a table that has some of the year and does not say how much
        return total if any_of else None

    def years(self):
        return range(2021, self.last + 1)

    def is_undivided(self, source, tables=None):
        """Some of it is told for the whole period alone."""
        cells = [key for table in tables or self.tables for row in table.rows for key in row.cells]
        return self.last > 2021 and (0, source) in cells

    def agrees(self, source, year):
        """What is stated is what is computed; where no sum of the period is, each year has to agree."""
        found, stated = self.computed(source, year), self.stated(source, year)
        if stated is None and not year and self.last > 2021:
            return all(self.stated(source, each) in (None, self.computed(source, each).amount) for each in self.years())
        return stated == found.amount if stated is not None else not (year and self.is_undivided(source))

    def total(self, source, year):
        """Stated, computed, complete."""
        found = self.computed(source, year)
        whole = not found.unknown and not found.about and self.agrees(source, year)
        divided = not year or self.is_divided(source) or not self.is_undivided(source)
        return self.stated(source, year), found.amount if divided else None, whole

    def is_whole(self, source, year):
        return not self.computed(source, year).unknown and self.agrees(source, year)

    def all_sources(self, year, told):
        """The same of all sources, of which `told` are those that have anything."""
        if not self.holds_more and not any(row.amounts() for table in self.tables for row in table.rows):
            return self.in_prose(None, year), None, False    # no money in any row, or no longer: not a sum of 0
        if year and any(map(self.is_undivided, self.sources)) and not any(map(self.is_divided, self.sources)):
            return self.in_prose(None, year), None, False
        if self.sources == [None]:
            return self.total(None, year)
        parts = [self.computed(source, year) for source in told]
        amount, stated = sum(part.amount for part in parts), self.in_prose(None, year)
        known = not any(part.unknown or part.about for part in parts)
        agrees = stated == amount if stated is not None else all(self.is_whole(source, year) for source in told)
        if stated is None and not year and self.last > 2021:
            agrees = agrees and all(self.in_prose(None, each) in (None, self.of_year(told, each)) for each in self.years())
        if stated is None and year:
            agrees = agrees and not any(self.is_undivided(source) for source in self.sources)
        return stated, amount, known and agrees

    def is_divided(self, source):
        """Any amount of it is one of a year."""
        return any(key[0] and key[1] == source for table in self.tables for row in table.rows for key in row.amounts())

    def of_year(self, told, year):
        return sum(self.computed(source, year).amount for source in told)

    def planned(self, source, year):
        """What a report has for a source: what is stated, else what is computed."""
        stated = self.stated(source, year)
        return self.computed(source, year).amount if stated is None else stated
