"""
Small random plans whose totals and verdicts are known: tables that add up and one that repeats them, groups, activities,
a part "trong đó", rows outside, second splits, totals with signs, lost cells, stated sums that are wrong. A seed decides
everything. Amounts are whole đồng here and million đồng in the file; nothing is reckoned by the program.
"""
import random

MILLION = 10**6
CODES = {"TW": "central", "DP": "local", "DN": "enterprise"}
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<plan xmlns="urn:phuluc:plan:1" id="p{seed}" status="illustrative" unit="52" asOf="2021-01-15">
  <decision plan="within"><typeName>Quyết định</typeName><codeNumber>1</codeNumber><codeNotation>QĐ-UBND</codeNotation>
    <issuedDate>2021-01-15</issuedDate><place>Quy Nhơn</place><organName>Ủy ban nhân dân tỉnh Bình Định</organName>
    <subject>Kế hoạch để thử</subject><planName>Kế hoạch để thử</planName><recipients absent="yes"/></decision>
  <period first="2021" last="{last}"/>
"""


def cell(tag, key, amount, lost=False):
    year, source = key
    where = f' source="{source}"' + (f' year="{year}"' if year else "")
    return f'<{tag}{where} as="lost"/>' if lost else f"<{tag}{where}>{amount // MILLION}</{tag}>"


class RandomPlan:
    """xml; totals: (source, year) -> (stated or None, computed, complete); verdicts: {(subject, source, year, verdict)}."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.last = 2020 + self.random.randint(1, 3)
        self.sources = sorted(self.random.sample(sorted(CODES), self.random.randint(1, 3)))
        self.leaves, self.lost, self.verdicts, self.stated, self.ids = {}, set(), set(), [], []
        count = self.random.randint(1, 3)
        body = [self.table(f"t{number}", count > 1) for number in range(count)]
        if count == 1 and self.random.random() < 0.5:
            body.append(self.repetition())
        sources = "".join(f'  <source id="{s}" code="{CODES[s]}" name="Nguồn {s}"/>\n' for s in self.sources)
        self.xml = HEAD.format(seed=seed, last=self.last) + sources + "".join(body) + "</plan>\n"

    def amount(self):
        return self.random.randint(1, 99_999) * MILLION

    def row(self, name, keys, extra, indent, may_lose=True):
        """An activity with an amount in some of the cells: its element, what it holds, what the copy lost of it."""
        cells = {key: self.amount() for key in keys if self.random.random() < 0.7}
        lost = {key for key in cells if may_lose and self.random.random() < 0.04}
        text = "".join(cell("amount", key, value, key in lost) for key, value in cells.items())
        part = ""
        if cells and self.random.random() < 0.15:
            key = self.random.choice(sorted(cells))
            part = f'<line id="{name}w" kind="of-which" title="Trong đó">{cell("amount", key, MILLION)}</line>'
        return f'{indent}<activity id="{name}" title="{name}"{extra}>{text}{part}</activity>\n', cells, lost

    def state(self, subject, sums, lost_in):
        """Sums as printed: a few of them wrong. What the ledger has to say of each is kept."""
        printed = {}
        for key, value in sums.items():
            wrong = self.random.random() < 0.05
            printed[key] = value + (self.random.randint(1, 50) * MILLION if wrong else 0)
            verdict = "incomplete" if key in lost_in else "differs" if wrong else "holds"
            self.verdicts.add((subject, key[1], self.year_of(key), verdict))
        return printed, "".join(cell("stated", key, value) for key, value in printed.items())

    def year_of(self, key):
        """A plan of one year has no other period."""
        return str(key[0] or (2021 if self.last == 2021 else "period"))

    def group(self, name, keys):
        rows, sums, lost = [], {}, set()
        for number in range(self.random.randint(1, 4)):
            text, cells, gone = self.row(f"{name}-{number}", keys, "", "      ")
            rows.append((text, cells, gone))
            for key, value in cells.items():
                sums[key] = sums.get(key, 0) + value
            lost |= gone
        printed, stated = self.state(name, sums, lost)
        text = f'    <group id="{name}" title="{name}">{stated}\n' + "".join(row[0] for row in rows)
        if sums and self.random.random() < 0.2:
            text += self.split(name, sums)
        return text + "    </group>\n", printed, rows

    def split(self, name, sums):
        """The same sums once more, in two halves: they add nothing."""
        halves = []
        for half in range(2):
            cells = {key: value // MILLION // 2 * MILLION if half else value - value // MILLION // 2 * MILLION
                     for key, value in sums.items()}
            text = "".join(cell("amount", key, value) for key, value in cells.items())
            halves.append(f'      <activity id="{name}-s{half}" split="muc-dich" title="Chia {half}">{text}</activity>\n')
        return "".join(halves)

    @staticmethod
    def can_take_off(groups):
        """The last group can be taken off the others if they come to more in each of its cells."""
        *others, last = (group[2] for group in groups)
        return len(groups) > 1 and all(sum(other.get(key, 0) for other in others) > value for key, value in last.items())

    def table(self, name, counts):
        yearly = self.random.random() < 0.7
        years = range(2021, self.last + 1) if yearly else [0]
        keys = [(year, source) for source in self.sources for year in years]
        groups = [(f"{name}-{number}", *self.group(f"{name}-{number}", keys)) for number in range(self.random.randint(1, 3))]
        minus = groups[-1][0] if self.can_take_off(groups) and self.random.random() < 0.5 else None
        sums = {}
        for group, _, printed, rows in groups:
            sign = -1 if group == minus else 1
            for key, value in printed.items():
                sums[key] = sums.get(key, 0) + sign * value
            for _, cells, gone in rows:
                self.count(cells, gone, sign)
        text = "".join(group[1] for group in groups)
        if self.random.random() < 0.3:
            text += self.row(f"{name}-x", keys, ' outside="yes"', "    ", may_lose=False)[0]
        of = f' of="{" ".join(("-" if group[0] == minus else "") + group[0] for group in groups)}"'
        printed, stated = self.state(f"{name}-all", sums, ())
        self.stated.append(printed)
        self.ids.append(name)
        named = of if minus or self.random.random() < 0.5 else ""
        text += f'    <total id="{name}-all" label="Cộng"{named}>{stated}</total>\n' if stated else ""
        extra, number = ' counts="yes"' if counts else "", "I" * len(self.ids)
        return (f'  <table id="{name}" annex="{number}" layout="activities-by-year-and-source"'
                f' moneyUnit="million-dong"{extra}>\n{text}  </table>\n')

    def count(self, cells, gone, sign):
        for key, value in cells.items():
            table = self.leaves.setdefault(key, {})
            table[len(self.stated)] = table.get(len(self.stated), 0) + (0 if key in gone else sign * value)
            if key in gone:
                self.lost.add((key, len(self.stated)))

    def repetition(self):
        """What the one table states, by source, as a table of the body."""
        lines = "".join(f'    <line id="r-{source}" title="{source}" source="{source}">'
                        + "".join(cell("amount", key, value).replace(f' source="{source}"', "")
                                  for key, value in self.stated[0].items() if key[1] == source) + "</line>\n"
                        for source in self.sources)
        return ('  <table id="r" where="Mục I" layout="budget-by-source-and-year" moneyUnit="million-dong" repeats="t0">\n'
                + lines + "  </table>\n")

    def computed(self, source, year):
        """Sum, and whether any of it is lost."""
        keys = [key for key in self.leaves if key[1] == source and (not year or key[0] == year or self.is_whole(key, year))]
        return (sum(sum(self.leaves[key].values()) for key in keys), any(key in keys for key, _ in self.lost))

    def is_whole(self, key, year):
        return not key[0] and self.last == 2021 and year == 2021

    def told(self, source, year):
        """The sum of what each table states; None if one that has anything does not state it."""
        total, any_of = 0, False
        for number, printed in enumerate(self.stated):
            stated = [value for key, value in printed.items()
                      if key[1] == source and (key[0] == year or (self.last == 2021 and 2021 in (year, key[0], 2021)))]
            holds = [key for key in self.leaves if key[1] == source and number in self.leaves[key]
                     and (not year or key[0] == year or self.is_whole(key, year))
                     and (self.leaves[key][number] or (key, number) in self.lost)]
            if stated:
                total, any_of = total + stated[0], True
            elif holds:
                return None
        return total if any_of else None

    def total(self, source, year):
        computed, lost = self.computed(source, year)
        stated = self.told(source, year)
        return stated, computed, not lost and stated in (None, computed)
