"""
Two years of reports on the plan of Thái Bình, November 2023 to October 2025, written as a clerk would send them in.

Over a leap February, two year's ends and the merger of 1 July 2025. July 2024 and March 2025 were never reported; September
2024 came late; April 2024 was corrected once and May 2025 twice; for some months figures of the month alone were sent, for
the others cumulative ones; the documents of the years 2022 to 2024 came after their last months, that of 2024 with another
figure. Most months estimate the month after them, some the half or the whole year; a document that corrects one may leave
that out. All figures are invented.
"""
import calendar
from datetime import date, timedelta

PLAN, UNIT = "thai-binh-2021-2025", "34"
MONTHS = [(2023 + (10 + i) // 12, (10 + i) % 12 + 1) for i in range(24)]
MISSING = {(2024, 7), (2025, 3)}
OF_THE_MONTH = {(2024, 9), (2024, 10), (2025, 7), (2025, 8), (2025, 9), (2025, 10)}
SOURCES = ("TW", "DP", "DN")
BEFORE = {"TW": 300, "DP": 400, "DN": 40, "I": 70, "e1": 1900, "e2": 400}  # by the end of October 2023
ALLOCATED = {2023: (360, 560, 65), 2024: (360, 575, 65), 2025: (380, 600, 70)}


def cut_off(year, month, regime):
    return date(year, month or 12, 14 if regime == "nd09" else calendar.monthrange(year, month or 12)[1])


def first_day(year, month, regime):
    if regime == "calendar":
        return date(year, month, 1)
    return cut_off(*((year, month - 1) if month > 1 else (year - 1, 12)), regime) + timedelta(1)


def spent(i):
    """What the month number i alone brought."""
    return {"TW": 3 + 7 * i % 11, "DP": 12 + 5 * i % 13, "DN": 3 * i % 4, "I": 2 + i % 5, "e1": 40 + 17 * i % 30, "e2": 5 + i % 3}


def level(i):
    return f"{370 + 4 * i:d}"[:-1] + "." + f"{370 + 4 * i:d}"[-1]


class Truth:
    """What happened, month by month: alone, since the year's beginning, and in all."""

    def __init__(self):
        self.alone, self.year, self.all = {}, {}, {}
        year, everything = dict(BEFORE), dict(BEFORE)
        for i, month in enumerate(MONTHS):
            if month[1] == 1:
                year = dict.fromkeys(year, 0)
            self.alone[month] = spent(i)
            for name, amount in spent(i).items():
                year[name] += amount
                everything[name] += amount
            self.year[month], self.all[month] = dict(year), dict(everything)


TRUTH = Truth()


def document(name, period, regime, issued, basis, body, supersedes=""):
    year, _, month = period.partition("-")
    link = f' supersedes="{supersedes}"' if supersedes else ""
    return (f'<results xmlns="urn:phuluc:results:1" id="{name}" plan="{PLAN}" unit="{UNIT}" period="{period}" regime="{regime}" '
            f'cutOff="{cut_off(int(year), int(month or 0), regime)}" issued="{issued}" basis="{basis}"{link} '
            f'status="illustrative">\n{body}</results>\n')


def halves(month, i):
    """Of the first half of the year and of its last months: by what is cumulative, or of the half alone."""
    year, number = month
    now, since = TRUTH.all[month]["e1"], TRUTH.year[month]
    if number == 4 and i % 2:
        yield f'<estimate target="e1" period="{year}-06" basis="cumulative" value="{now + 111}"/>', ""
        yield f'<estimate target="e1" period="{year}-H1" basis="period" value="{since["e1"] + 101}"/>', ""
    elif number < 6:
        basis, base = ("period", since["e1"]) if i % 2 else ("cumulative", now)
        yield f'<estimate target="e1" period="{year}-H1" basis="{basis}" value="{base + 90 + i}"/>', ""
    if number in (1, 5):
        for source in SOURCES:
            yield "", f'<estimated source="{source}" period="{year}-H1">{since[source] + 20}</estimated>'


def years(month, i):
    """Of the year; the month of December alone or up to its end says as much."""
    year, number = month
    now, since = TRUTH.all[month], TRUTH.year[month]
    if number in (8, 10):
        basis, base = ("period", since["e1"]) if i % 2 else ("cumulative", now["e1"])
        yield f'<estimate target="e1" period="{year}" basis="{basis}" value="{base + 77}"/>', ""
        yield f'<estimate target="b1" period="{year}" op="about" value="{level(i + 2)}"/>', ""
        yield f'<estimate target="e2" period="{year}" basis="period" value="{since["e2"] + 9}"/>', ""
        for source in SOURCES if number == 10 else SOURCES[:2]:
            yield "", f'<estimated source="{source}" period="{year}">{since[source] + 35}</estimated>'
        yield "", f'<estimated source="DP" of="pl1-I" period="{year}">{since["I"] + 6}</estimated>'


def coming(month, i):
    """Of the month after it."""
    year, number = MONTHS[i + 1] if i + 1 < len(MONTHS) else (month[0], month[1] + 1)
    basis = "period" if i % 3 else "cumulative"
    counted, money = (0, {}) if basis == "period" else (TRUTH.all[month]["e2"], TRUTH.year[month] if number > 1 else {})
    yield f'<estimate target="b1" period="{year}-{number:02d}" value="{level(i + 1)}"/>', ""
    yield f'<estimate target="e2" period="{year}-{number:02d}" basis="{basis}" value="{counted + 8}"/>', ""
    for source in SOURCES:
        yield "", f'<estimated source="{source}" period="{year}-{number:02d}" basis="{basis}">{money.get(source, 0) + 14}</estimated>'


def ahead(month):
    """What the document of a month estimates: (elements beside values, elements of money)."""
    i = MONTHS.index(month)
    pairs = [*halves(month, i), *years(month, i), *(coming(month, i) if i % 4 != 1 else [])]
    return [value for value, _ in pairs if value], [amount for _, amount in pairs if amount]


def month_body(month, changed=None, without=()):
    i = MONTHS.index(month)
    alone = month in OF_THE_MONTH
    money = dict(TRUTH.alone[month] if alone else TRUTH.year[month])
    counts = dict(TRUTH.alone[month] if alone else TRUTH.all[month])
    for name, by in (changed or {}).items():
        money[name] += by
        counts[name] += by
    lines = [f'<value target="b1" value="{level(i)}"{" status=" + chr(34) + "provisional" + chr(34) if i % 3 else ""}/>']
    estimates, amounts = ([], []) if without else ahead(month)
    lines += [f'<value target="{name}" value="{counts[name]}"/>' for name in ("e1", "e2") if name not in without]
    lines += estimates
    lines.append('<money moneyUnit="million-dong">')
    for at, source in enumerate(SOURCES):
        if month[1] == 1 or month == MONTHS[0]:
            lines.append(f'<carriedIn source="{source}">{15 * (at + 1) % 40}</carriedIn>')
        if not alone:
            lines.append(f'<allocated source="{source}">{ALLOCATED[month[0]][at] + (20 if month[1] > 6 else 0)}</allocated>')
        if source == "DN" and month == (2024, 5):
            lines.append('<disbursed source="DN" status="not-reported"/>')
        elif source not in without:
            lines.append(f'<disbursed source="{source}">{money[source]}</disbursed>')
    lines += [f'<disbursed source="DP" of="pl1-I">{money["I"]}</disbursed>', *amounts, "</money>"]
    return "\n".join(lines) + "\n"


def year_body(year, extra):
    total = TRUTH.all[(year, 12)]
    money = TRUTH.year[(year, 12)]
    lines = [f'<value target="e1" basis="cumulative" value="{total["e1"]}"/>', '<money moneyUnit="million-dong">']
    lines += [f'<disbursed source="{source}">{money[source] + (extra if source == "DP" else 0)}</disbursed>' for source in SOURCES]
    return "\n".join(lines) + "</money>\n"


def documents(regime):
    """{file name: text}"""
    files = {}

    def add(name, period, issued, basis, body, supersedes=""):
        files[name + ".xml"] = document(name, period, regime, issued, basis, body, supersedes)

    for month in MONTHS:
        if month in MISSING:
            continue
        period = f"{month[0]}-{month[1]:02d}"
        issued = cut_off(*month, regime) + timedelta(2)
        if month == (2024, 9):
            issued = cut_off(2024, 11, regime) + timedelta(5)
        add(f"thang-{period}", period, issued, "period" if month in OF_THE_MONTH else "cumulative", month_body(month))
    add("sua-2024-04", "2024-04", cut_off(2024, 5, regime) + timedelta(19), "cumulative",
        month_body((2024, 4), {"TW": -2, "e1": -7}, without=("e2",)), "thang-2024-04")
    add("sua-2025-05", "2025-05", cut_off(2025, 5, regime) + timedelta(18), "cumulative", month_body((2025, 5), {"DP": 4}),
        "thang-2025-05")
    add("sua-2025-05-b", "2025-05", cut_off(2025, 6, regime) + timedelta(16), "cumulative",
        month_body((2025, 5), {"DP": 5}, without=("DN",)), "sua-2025-05")
    add("nam-2020", "2020", cut_off(2020, 0, regime) + timedelta(5), "period", '<value target="b1" value="20"/>\n')
    add("nam-2022", "2022", cut_off(2022, 0, regime) + timedelta(5), "cumulative", '<value target="e1" value="1500"/>\n')
    add("nam-2023", "2023", cut_off(2023, 0, regime) + timedelta(6), "period", year_body(2023, 0))
    add("nam-2024", "2024", cut_off(2024, 0, regime) + timedelta(20), "period", year_body(2024, 1))
    return files
