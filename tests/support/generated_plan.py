"""
Plans of any size whose figures are known: groups of activities with amounts by year and source, the sums that their groups
and the last row state, the table of sources, the paragraph with the amounts in prose. A seed decides everything, so that two
runs write the same bytes. All sums hold until one is broken; what is right is reckoned here and not by the program.

Amounts are whole đồng here and million đồng in the file.
"""
import datetime
import itertools
import os
import random
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import escape, quoteattr

YEAR_MOST = 2999  # by the schemas
CATALOGUE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../templates/catalogue.xml")
NAMESPACE = "{urn:phuluc:catalogue:1}"
STEP = 100_000  # amounts are multiples of it
KINDS = {"tinh": "tỉnh", "thanh-pho": "thành phố"}
# id, code of the catalogue, name, head of the column
SOURCES = [("TW", "central", "Ngân sách trung ương", "NSTW"), ("DP", "local", "Ngân sách địa phương", "NSĐP"),
           ("DN", "enterprise", "Doanh nghiệp", "DN"), ("VV", "credit", "Vốn vay", "VV"),
           ("QT", "international", "Hợp tác quốc tế", "QT"), ("KH", "other", "Nguồn huy động khác", "Khác")]
GROUP_TITLES = ["Hạ tầng thương mại điện tử", "Đào tạo, tuyên truyền", "Hỗ trợ doanh nghiệp",
                "Quản lý nhà nước", "Thanh toán và giao nhận", "Sàn giao dịch của địa phương"]
ROW_TITLES = ["Tập huấn kỹ năng bán hàng trực tuyến", "Xây dựng cơ sở dữ liệu thương mại điện tử",
              "Hỗ trợ doanh nghiệp lập trang bán hàng, dùng hóa đơn điện tử và chữ ký số",
              "Tuyên truyền trên báo, đài", "Vận hành sàn giao dịch của địa phương trong cả giai đoạn",
              "Kiểm tra, kiểm soát hoạt động thương mại điện tử"]


class Figure:
    """One amount as the plan states it; `right` is what it would have to be."""

    def __init__(self, row, tag, amount, year=None, source=None):
        self.row, self.tag, self.year, self.source = row, tag, year, source
        self.amount = self.right = amount
        self.lost = False

    def xml(self):
        where = attributes(year=self.year, source=self.source)
        return f'<{self.tag}{where} as="lost"/>' if self.lost else f"<{self.tag}{where}>{in_millions(self.amount)}</{self.tag}>"

    def told(self):
        return {"row": self.row, "year": self.year, "source": self.source, "stated": None if self.lost else self.amount,
                "right": self.right}


class Row:
    def __init__(self, name, no, title, rows=()):
        self.name, self.no, self.title, self.rows = name, no, title, list(rows)
        self.figures = []

    def activities(self):
        """The rows of the lowest level, in order."""
        return [leaf for row in self.rows for leaf in row.activities()] if self.rows else [self]

    def xml(self):
        kind = "group" if self.rows else "activity"
        inner = "".join(figure.xml() for figure in self.figures) + "".join("\n" + row.xml() for row in self.rows)
        return f"<{kind}{attributes(id=self.name, no=self.no, title=self.title)}>{inner}</{kind}>"


class Plan:
    """
    A plan of `rows` activities in `groups` groups, each cut into three down to `depth` levels as long as there are three rows.
    Each activity has an amount in a share `filled` of its cells, and in one at least.
    """

    def __init__(self, unit, first, last, *, rows, groups, depth=1, sources=3, filled=0.5, targets=4, seed=0, programme=None):
        self.unit, self.first, self.last, self.programme = unit, first, last, programme
        self.years = range(first, last + 1)
        self.sources = SOURCES[:sources]
        self.random = random.Random(f"{seed} {unit['code']} {first}")
        self.name = f"t{unit['code']}-{first}-{last}" + (f"-{programme}" if programme else "")
        self.targets = targets
        numbers = iter(range(1, rows + 1))
        shares = [rows // groups + (index < rows % groups) for index in range(groups)]
        self.groups = [self._group(f"g{index}", str(index), share, depth, numbers) for index, share in enumerate(shares, 1)]
        for activity in self._activities():
            activity.figures = self._amounts(activity, filled)
        for group in self.groups:
            self._state(group)
        self._sum_up()

    # ---- the figures ----

    def _group(self, name, no, count, depth, numbers):
        title = f"{self.random.choice(GROUP_TITLES)} ({no})"
        if depth > 1 and count >= 3:
            shares = [count // 3 + (index < count % 3) for index in range(3)]
            inside = [self._group(f"{name}.{index}", f"{no}.{index}", share, depth - 1, numbers)
                      for index, share in enumerate(shares, 1)]
        else:
            inside = [Row(f"a{number}", str(number), f"{self.random.choice(ROW_TITLES)}, việc {number}")
                      for number in (next(numbers) for _ in range(count))]
        return Row(name, no, title, inside)

    def _activities(self):
        return [activity for group in self.groups for activity in group.activities()]

    def _amounts(self, activity, filled):
        cells = [(year, source) for year in self.years for source, *_ in self.sources]
        used = [cell for cell in cells if self.random.random() < filled] or [self.random.choice(cells)]
        return [Figure(activity.name, "amount", self.random.randint(1, 20_000) * STEP, *cell) for cell in used]

    def _state(self, group):
        for row in group.rows:
            if row.rows:
                self._state(row)
        sums = add_up(group.activities())
        group.figures = [Figure(group.name, "stated", sums[cell], *cell) for cell in sorted(sums)]

    def _sum_up(self):
        self.sums = add_up(self._activities())
        self.by_year, self.by_source = {}, {}
        for (year, source), amount in self.sums.items():
            self.by_year[year] = self.by_year.get(year, 0) + amount
            self.by_source[source] = self.by_source.get(source, 0) + amount
        self.total = sum(self.sums.values())
        self.totals = [Figure("pl1-total", "stated", self.sums[cell], *cell) for cell in sorted(self.sums)]
        self.lines = {}
        for source, *_ in self.sources:
            cells = [Figure(f"n-{source}", "amount", self.sums[year, source], year) for year in self.years
                     if (year, source) in self.sums]
            self.lines[source] = cells + [Figure(f"n-{source}", "stated", self.by_source.get(source, 0))] if cells else []
        self.line_totals = [Figure("pl2-total", "stated", amount, year) for year, amount in sorted(self.by_year.items())]
        self.line_totals.append(Figure("pl2-total", "stated", self.total))
        self.prose = [Figure("prose", "stated", self.total)]
        self.prose += [Figure("prose", "stated", amount, None, source) for source, amount in sorted(self.by_source.items())]

    def _stated(self):
        """Every figure that is the sum of others."""
        inside, waiting = [], list(self.groups)
        while waiting:
            row = waiting.pop(0)
            inside += row.figures if row.rows else []
            waiting += row.rows
        ends = [figure for line in self.lines.values() for figure in line]
        return inside + self.totals + ends + self.line_totals + self.prose

    def break_sums(self, count):
        """States `count` sums as something else than they are."""
        for figure in self.random.sample(self._stated(), count):
            figure.amount += self.random.randint(1, 99) * STEP

    def lose_cells(self, count):
        """Leaves `count` amounts of activities unreadable; the sums go on with them."""
        cells = [figure for activity in self._activities() for figure in activity.figures]
        for figure in self.random.sample(cells, count):
            figure.lost = True

    # ---- what is known of it ----

    def truth(self):
        """All in đồng; what is broken or lost with what would be right."""
        cells = [figure for activity in self._activities() for figure in activity.figures]
        return {"id": self.name, "unit": self.unit["code"], "rows": len(self._activities()), "cells": len(cells),
                "sums": len(self._stated()), "total": self.total, "by_year": dict(sorted(self.by_year.items())),
                "by_source": dict(sorted(self.by_source.items())),
                "by_source_and_year": {source: {year: self.sums[year, source] for year in self.years
                                                if (year, source) in self.sums} for source in sorted(self.by_source)},
                "groups": {group.name: sum(figure.right for figure in group.figures) for group in self.groups},
                "broken": [figure.told() for figure in self._stated() if figure.amount != figure.right],
                "lost": [figure.told() for figure in cells if figure.lost]}

    # ---- the file ----

    def xml(self):
        place = f"{KINDS[self.unit['kind']]} {self.unit['name']}"
        plan_name = f"Kế hoạch phát triển thương mại điện tử {place} giai đoạn {self.first} - {self.last}"
        return f"""<?xml version="1.0" encoding="UTF-8"?>
<plan xmlns="urn:phuluc:plan:1" id="{self.name}" status="illustrative" unit="{self.unit['code']}" asOf="{first_day(self.first)}"{attributes(programme=self.programme)}>
  <decision plan="attached">
    <typeName>Quyết định</typeName>
    <codeNumber>1</codeNumber>
    <codeNotation>QĐ-UBND</codeNotation>
    <issuedDate>{first_day(self.first)}</issuedDate>
    <place>{escape(self.unit['name'])}</place>
    <organName>Ủy ban nhân dân {escape(place)}</organName>
    <subject>Ban hành {escape(plan_name)}</subject>
    <planName>{escape(plan_name)}</planName>
    <recipients absent="yes"/>
  </decision>
  <period first="{self.first}" last="{self.last}"/>
{"".join(self._sources())}{"".join(self._targets())}  <prose id="prose" where="Mục IV" moneyUnit="million-dong">
{"".join(self._prose())}  </prose>
  <table id="pl1" annex="I" layout="activities-by-year-and-source" moneyUnit="million-dong" title="Kinh phí theo năm và nguồn">
{"".join(group.xml() + chr(10) for group in self.groups)}<total id="pl1-total" label="Tổng cộng">{inline(self.totals)}</total>
  </table>
  <table id="pl2" annex="II" repeats="pl1" layout="budget-by-source-and-year" moneyUnit="million-dong" title="Kinh phí">
{"".join(self._lines())}<total id="pl2-total" label="Tổng cộng">{inline(self.line_totals)}</total>
  </table>
</plan>
"""

    def _sources(self):
        for name, code, title, abbr in self.sources:
            money = {} if name in self.by_source else {"money": "no"}
            yield f"  <source{attributes(id=name, code=code, name=title, abbr=abbr, **money)}/>\n"

    def _targets(self):
        if not self.targets:
            return
        yield '  <targets id="targets" layout="targets" where="Mục II">\n    <section no="1" title="Mục tiêu cụ thể">\n'
        for number in range(1, self.targets + 1):
            value = self.random.randint(1, 100)
            yield (f'      <target id="m{number}" op="ge" value="{value}" unit="%" year="{self.last}"'
                   f'>Ít nhất {value}% số cơ sở thuộc nhóm {number} bán hàng trực tuyến</target>\n')
        yield "    </section>\n  </targets>\n"

    def _prose(self):
        names = {name: title for name, _, title, _ in self.sources}
        for figure in self.prose:
            label = quoteattr(names.get(figure.source, "Tổng kinh phí thực hiện"))
            yield "    " + figure.xml().replace("<stated", f"<stated label={label}", 1) + "\n"

    def _lines(self):
        for number, (name, _, title, _) in enumerate((source for source in self.sources if self.lines[source[0]]), 1):
            yield (f"<line{attributes(id=f'n-{name}', no=number, title=title, source=name)}>"
                   f"{inline(self.lines[name])}</line>\n")


def add_up(activities):
    """{(year, source): sum of the amounts}"""
    sums = {}
    for activity in activities:
        for figure in activity.figures:
            cell = figure.year, figure.source
            sums[cell] = sums.get(cell, 0) + figure.right
    return sums


def in_millions(amount):
    whole, rest = divmod(amount, 1_000_000)
    return f"{whole}.{rest:06}".rstrip("0").rstrip(".")


def attributes(**named):
    return "".join(f" {name}={quoteattr(str(value))}" for name, value in named.items() if value is not None)


def inline(figures):
    return "".join(figure.xml() for figure in figures)


def first_day(year):
    """When a plan of that period is issued."""
    return datetime.date(year, 1, 5).isoformat()


def units_on(day):
    """The provinces that are in force on the day, by the catalogue."""
    units = []
    for unit in ElementTree.parse(CATALOGUE).getroot().iter(NAMESPACE + "unit"):
        if unit.get("validFrom", "0000") <= day <= unit.get("validTo", "9999"):
            units.append({name: unit.get(name) for name in ("code", "name", "kind")})
    return units


def programmes():
    return [programme.get("code") for programme in ElementTree.parse(CATALOGUE).getroot().iter(NAMESPACE + "programme")]


def occasions(count, first, last):
    """`count` of (unit, first, last, programme), none of them twice: every province of a period, then of the next one; then anew for
    each programme."""
    periods = range(first, YEAR_MOST - (last - first) + 1, 1 + last - first)
    everything = ((unit, year, year + last - first, programme) for programme in [None, *programmes()] for year in periods
                  for unit in units_on(first_day(year)))
    return list(itertools.islice(everything, count))
