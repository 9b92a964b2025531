"""
A decision that is hard to lay out: eight sources, ten years, forty groups, five levels of groups and activities, an empty
group, amounts of fifteen digits, a label of 3,000 characters, one without blanks, a row taller than a page. What its
tables must show is worked out here, not by the program.
"""
from xml.sax.saxutils import quoteattr

PLAN = "tinh-thu-2021-2030"
YEARS = range(2021, 2031)
SOURCES = [("TW", "Ngân sách trung ương"), ("ĐP", "Ngân sách địa phương"), ("DN", "Doanh nghiệp"), ("VV", "Vốn vay"),
           ("TT", "Tài trợ"), ("XH", "Xã hội hóa"), ("QT", "Hợp tác quốc tế"), ("HĐ", "Huy động khác")]
GROUPS, EMPTY, NESTED, LARGE = 40, 5, 3, 7
LONG = " ".join(f"nội dung thứ {number}," for number in range(1, 200))[:2999] + "."
UNBROKEN = "khôngcókhoảngtrắng" * 25
LARGEST = 234_567_890_123_456
CODE = {abbr: f"S{index}" for index, (abbr, _) in enumerate(SOURCES)}


def shown(number):
    """As Vietnamese documents print it."""
    return f"{number:,}".replace(",", ".") if number is not None else ""


class Row:
    """A row of the first table: its level, number, label and money by (year, source)."""

    def __init__(self, kind, level, no, title, money=None):
        self.kind, self.level, self.no, self.title = kind, level, no, title
        self.money, self.children = money or {}, []

    def add(self, row):
        self.children.append(row)
        return row

    def total(self):
        """What the row states: its own money, or the sum of what stands under it."""
        if not self.children:
            return self.money
        sums = {}
        for child in self.children:
            for key, amount in child.total().items():
                sums[key] = sums.get(key, 0) + amount
        return sums

    def all(self):
        yield self
        for child in self.children:
            yield from child.all()


def spread(seed, scale=1_000_000):
    """Some amounts, other ones for each seed."""
    years = {2021 + seed % len(YEARS), 2021 + (3 * seed + 4) % len(YEARS)}
    return {(year, SOURCES[(seed + year) % len(SOURCES)][0]): (17 * seed + 3 * (year - 2020)) * scale for year in years}


def roman(number):
    text = ""
    for value, digits in ((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            text, number = text + digits, number - value
    return text


def nested(group):
    """Groups in groups down to the fourth level, with activities at the fifth."""
    for level, no in ((1, "1"), (2, "a"), (3, "-")):
        group = group.add(Row("group", level, no, f"Nhóm con bậc {level + 1}: hạ tầng thanh toán và giao nhận"))
    for number in range(1, 19):
        group.add(Row("activity", 4, f"{number})", f"Việc bậc năm thứ {number} tại các huyện, thị xã, thành phố",
                      spread(number)))


def groups():
    made = []
    for number in range(1, GROUPS + 1):
        group = Row("group", 0, roman(number), f"Nhóm thứ {number}: phát triển thương mại điện tử")
        made.append(group)
        if number == EMPTY:
            continue
        if number == NESTED:
            nested(group)
            continue
        group.add(Row("activity", 1, "1", f"Hoạt động đầu của nhóm {number}", spread(number)))
        group.add(Row("activity", 1, "2", f"Hoạt động sau của nhóm {number}", spread(number + 40)))
    made[0].children[0].title = LONG
    made[1].children[0].title = UNBROKEN
    made[LARGE - 1].children[0].money = {(2024, "TW"): LARGEST, (2024, "ĐP"): LARGEST - 1, (2025, "QT"): LARGEST}
    return made


def attributes(**named):
    return "".join(f" {name}={quoteattr(str(value))}" for name, value in named.items())


def figures(tag, money):
    return "".join(f"<{tag}{attributes(year=year, source=CODE[abbr])}>{amount}</{tag}>"
                   for (year, abbr), amount in sorted(money.items()))


def element(row, name):
    own = "stated" if row.kind == "group" else "amount"
    inner = figures(own, row.total())
    inner += "".join(element(child, f"{name}.{i}") for i, child in enumerate(row.children, 1))
    return f"<{row.kind}{attributes(id=name, no=row.no, title=row.title)}>{inner}</{row.kind}>\n"


def grand_total(made):
    whole = Row("group", 0, "", "")
    whole.children = made
    return whole.total()


def budget_lines():
    """The second table sums up the first: a line a source, its amounts by year, its own total last."""
    whole = grand_total(groups())
    return [(abbr, name, {year: whole[year, abbr] for year in YEARS if (year, abbr) in whole}) for abbr, name in SOURCES]


def budget():
    lines, years = "", {year: 0 for year in YEARS}
    for number, (abbr, name, amounts) in enumerate(budget_lines(), 1):
        cells = "".join(f"<amount{attributes(year=year)}>{amount}</amount>" for year, amount in amounts.items())
        lines += (f"<line{attributes(id=f'b{number}', no=number, title=name, source=CODE[abbr])}>{cells}"
                  f"<stated>{sum(amounts.values())}</stated></line>\n")
        for year, amount in amounts.items():
            years[year] += amount
    total = "".join(f"<stated{attributes(year=year)}>{amount}</stated>" for year, amount in years.items())
    return f'{lines}<total id="b-total" label="Tổng cộng">{total}<stated>{sum(years.values())}</stated></total>'


def tasks():
    rows = "".join(f"<activity{attributes(id=f't{number}', no=number, title=title, start=2021, end=2030)}>"
                   f"<lead>{lead}</lead><partner>{partner}</partner></activity>\n"
                   for number, (title, lead, partner) in enumerate(task_rows(), 1))
    return rows


def task_rows():
    return [(LONG, "Sở Công Thương", "Các sở, ban, ngành"), ("Việc ngắn", UNBROKEN, "Sở Tài chính"),
            ("Việc có nhiều đơn vị phối hợp", "Sở Công Thương", LONG)]


def text():
    """The decision as a file for the program."""
    made = groups()
    sources = "".join(f"<source{attributes(id=CODE[abbr], code=code, name=name, abbr=abbr)}/>\n" for (abbr, name), code in
                      zip(SOURCES, ("central", "local", "enterprise", "credit", "international", "enterprise", "international",
                                    "other")))
    rows = "".join(element(group, f"g{number}") for number, group in enumerate(made, 1))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<plan xmlns="urn:phuluc:plan:1" id="{PLAN}" status="illustrative" unit="56" asOf="2021-01-05">
  <decision plan="attached">
    <typeName>Quyết định</typeName>
    <codeNumber>1</codeNumber>
    <codeNotation>QĐ-UBND</codeNotation>
    <issuedDate>2021-01-05</issuedDate>
    <place absent="yes"/>
    <organName>Ủy ban nhân dân tỉnh Khánh Hòa</organName>
    <subject>Ban hành Kế hoạch phát triển thương mại điện tử giai đoạn 2021 - 2030</subject>
    <planName>Kế hoạch phát triển thương mại điện tử giai đoạn 2021 - 2030</planName>
    <recipients absent="yes"/>
  </decision>
  <period first="2021" last="2030"/>
{sources}  <targets id="targets" layout="targets" where="Mục II"><section no="1" title="Chung">
    <target id="m1" op="ge" value="{LARGEST}" unit="đồng" year="2030">{LONG}</target>
    <target id="m2" op="ge" value="55" unit="%" year="2025">{UNBROKEN}</target></section></targets>
  <table id="pl1" annex="I" layout="activities-by-year-and-source" moneyUnit="dong" title="Kinh phí theo năm và nguồn">
{rows}<total id="pl1-total" label="Tổng cộng">{figures("stated", grand_total(made))}</total></table>
  <table id="pl2" annex="II" repeats="pl1" layout="budget-by-source-and-year" moneyUnit="dong" title="Kinh phí">
{budget()}</table>
  <table id="pl3" annex="III" layout="tasks-with-agencies" title="Nhiệm vụ">
{tasks()}</table>
</plan>
"""
