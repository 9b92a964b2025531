"""
The figures of a month, worked out from the XML of the documents without the program.

Where the program walks back from the month asked for, this goes forward: what stands at the end of each month is put
together from the beginning of the year, and a month is the difference of two ends. Exact fractions throughout.
"""
import sys
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "results"))

from samples import Document  # noqa: E402


def before(month):
    return (month[0], month[1] - 1) if month[1] > 1 else (month[0] - 1, 12)


def last_year(month):
    return month[0] - 1, month[1]


def end(document):
    return document.year, document.month or 12


def counting(documents, day, until):
    """Those issued by the day for periods that are over by the end of the month, and that none of those supersedes."""
    issued = [document for document in documents if document.issued <= day]
    gone = {document.supersedes for document in issued}
    return [document for document in issued if document.id not in gone and end(document) <= until]


def facts(documents):
    """{(year, month or 0): {subject: (figure, basis, status)}}; what is not reported is not there."""
    found = {}
    for document in documents:
        said = found.setdefault((document.year, document.month), {})
        for value in document.values:
            if "value" in value:
                basis = value.get("basis", document.basis)
                said["target", value["target"]] = Fraction(value["value"]), basis, value.get("status", "final")
        for key, dong, basis in document.money:
            if dong is not None:
                phase, source, row, _ = key
                said["money", row, source, phase] = dong, basis, "final"
    return found


class Series:
    """One subject. total(m) stands at the end of a month since the plan began, ytd(m) since the year did."""

    def __init__(self, known, subject, counts_on):
        self.known, self.subject, self.counts_on = known, subject, counts_on

    def at(self, year, month):
        return self.known.get((year, month), {}).get(self.subject)

    def start(self, year):
        """Of a count: what it stands at when the year begins."""
        if not self.counts_on:
            return Fraction(0)
        if self.at(year - 1, 0):
            return self.at(year - 1, 0)[0]
        return self.ends(year - 1).get(12) if year > 2022 else None

    def ends(self, year):
        """{month: what it stands at}, as far as that can be told."""
        found = {0: self.start(year)}
        for month in range(1, 13):
            said = self.at(year, 0) if month == 12 and self.at(year, 0) else self.at(year, month)
            found[month] = None
            if said and (said[1] == "cumulative" or said is self.at(year, 0)):
                found[month] = said[0]
            elif said and found[month - 1] is not None:
                found[month] = found[month - 1] + said[0]
        return found

    def total(self, month):
        return self.ends(month[0])[month[1]]

    def ytd(self, month):
        """Since the year began; of months that were sent alone also without knowing where the year began."""
        own = [self.at(month[0], at) for at in range(1, month[1] + 1)]
        if all(own) and all(said[1] == "period" for said in own) and not (month[1] == 12 and self.at(month[0], 0)):
            return sum(said[0] for said in own)
        total, start = self.total(month), self.start(month[0])
        return None if total is None or start is None else total - start

    def alone(self, month):
        said = self.at(*month)
        year_counts = month[1] == 12 and self.at(month[0], 0)
        if said and said[1] == "period" and not (year_counts and self.counts_on):
            return said[0]
        ends = self.ends(month[0])
        if ends[month[1]] is None or ends[month[1] - 1] is None:
            return None
        return ends[month[1]] - ends[month[1] - 1]


def ends_with(period):
    """The month with which an estimate ends, and whether it is of that month."""
    year, _, part = period.partition("-")
    return (int(year), {"": 12, "H1": 6}.get(part) or int(part)), part not in ("", "H1")


def estimates(documents, month):
    """{subject: {(month it ends with, its period): (figure, basis)}} of the documents of a month; nothing of other months."""
    found = {}
    for document in documents:
        if (document.year, document.month) != month:
            continue
        for one in document.estimates:
            said = found.setdefault(("target", one["target"]), {})
            said[ends_with(one["period"])[0], one["period"]] = Fraction(one["value"]), one.get("basis", document.basis)
        for (source, row, period), dong, basis in document.estimated:
            found.setdefault(("money", row, source, "disbursed"), {})[ends_with(period)[0], period] = dong, basis
    return found


class Outlook:
    """What stands at the end of a month to come, as estimated: that month alone, since the year began, since the plan did."""

    def __init__(self, series, said):
        self.series, self.said = series, said

    def pick(self, asked):
        """The very period, else the month, the half, the year that ends there."""
        end = ends_with(asked)[0]
        same = {period: told for (last, period), told in self.said.items() if last == end}
        wanted = [asked, f"{end[0]}-{end[1]:02d}", f"{end[0]}-H1", str(end[0])]
        return next(((period, *same[period]) for period in wanted if period in same), None)

    def at(self, asked):
        """(alone, since the year began, in all); None where it cannot be told."""
        found = self.pick(asked)
        if not found:
            return None, None, None
        period, figure, basis = found
        end, is_month = ends_with(period)
        past = end[0], end[1] - 1
        start = self.series.start(end[0])
        ytd = self.series.ytd(past) if past[1] else Fraction(0)
        total = self.series.total(past) if past[1] else start
        if basis == "cumulative" and self.series.counts_on:
            return minus(figure, total), minus(figure, start), figure
        if basis == "cumulative" or not is_month:
            return minus(figure, ytd), figure, plus(figure, start)
        return figure, plus(figure, ytd), plus(figure, total)


def plus(a, b):
    return None if a is None or b is None else a + b


def minus(a, b):
    return None if a is None or b is None else a - b


def percent(a, b):
    return None if a is None or not b else a * 100 / b


def compared(alone, ytd, total, month):
    """The columns of the program from three functions of a month."""
    previous, same = before(month), last_year(month)
    line = {"month": alone(month), "cumulative": ytd(month), "to_date": total(month), "previous": alone(previous),
            "same": alone(same), "same_cumulative": ytd(same)}
    for column, one, other in [("previous", "month", "previous"), ("same", "month", "same"),
                               ("cumulative", "cumulative", "same_cumulative")]:
        line[f"change_{column}"] = minus(line[one], line[other])
        line[f"percent_{column}"] = percent(line[one], line[other])
    return line


def count_line(known, target, month):
    series = Series(known, ("target", target), True)
    return compared(series.alone, series.ytd, series.total, month)


def money_line(known, row, source, phase, month):
    series = Series(known, ("money", row, source, phase), False)
    return compared(series.alone, series.ytd, series.ytd, month)


def sum_line(known, sources, phase, month):
    """All sources: nothing unless every one of them is known."""
    parts = [Series(known, ("money", "", source, phase), False) for source in sources]

    def whole(name):
        def of(at):
            amounts = [getattr(part, name)(at) for part in parts]
            return None if None in amounts else sum(amounts)
        return of
    return compared(whole("alone"), whole("ytd"), whole("ytd"), month)


def level_line(known, target, month):
    def at(when):
        said = known.get((when[0], 0), {}).get(("target", target)) if when[1] == 12 else None
        said = said or known.get(when, {}).get(("target", target))
        return said[0] if said else None
    line = compared(at, lambda when: None, at, month)
    return {name: None if name.startswith("percent") else value for name, value in line.items()}


def of_month(known, target, month):
    """What judges a month: its own level, or the count up to its end if that is known; nothing older."""
    if target.startswith("b"):
        return level_line(known, target, month)["month"]
    return Series(known, ("target", target), True).total(month)


def verdict(actual, baseline, expected, goal, tolerance):
    """
    Higher is better, before the end of the target year; exceeded is what is more than the tolerance beyond the goal. On track is
    what is no further behind than the tolerance of the way from the baseline to what is expected, and not below the baseline.
    """
    if actual is None:
        return "no-data"
    if actual > goal * (1 + tolerance):
        return "exceeded"
    if actual >= goal:
        return "met"
    return "on-track" if actual >= max(expected - (expected - baseline) * tolerance, baseline) else "behind"


def differences(then, now):
    """What is otherwise in the facts of periods told already: (event, period, subject)."""
    found = set()
    for period in set(then) | set(now):
        old, new = then.get(period, {}), now.get(period, {})
        found |= {("added", period, subject) for subject in new.keys() - old.keys()}
        found |= {("removed", period, subject) for subject in old.keys() - new.keys()}
        found |= {("corrected", period, subject) for subject in old.keys() & new.keys() if old[subject] != new[subject]}
    return found


def arrivals(known, month):
    """This month against the one before: what came, what stayed away, or that one of them is missing."""
    if month not in known:
        return {("missing", month, None)}
    if before(month) not in known:
        return {("missing", before(month), None)}
    now, then = known[month], known[before(month)]
    return {("added", month, subject) for subject in now.keys() - then.keys()} | \
        {("removed", month, subject) for subject in then.keys() - now.keys()}


def read(folder):
    return [Document(path) for path in sorted(folder.glob("*.xml"))]


def asked(month):
    """The periods that a month's outlook is about: the month after it; the half and the year, while they last."""
    year, number = month
    following = (year, number + 1) if number < 12 else (year + 1, 1)
    return f"{following[0]}-{following[1]:02d}", f"{year}-H1" if number < 6 else None, str(year) if number < 12 else None


def against(line, planned, budget, points):
    """Differences and percentages of an outlook."""
    pairs = {"half": ("estimate_half", line["same_half"]), "half_planned": ("estimate_half_to_date", planned),
             "year": ("estimate_year", line["last_year"]), "year_planned": ("estimate_year_to_date", planned),
             "year_budget": ("estimate_year_to_date", budget)}
    for name, (column, other) in pairs.items():
        line[f"change_{name}"], line[f"percent_{name}"] = minus(line[column], other), percent(line[column], other)
    for name, other in [("next_year", line["estimate_year_to_date"]), ("next_actual", line["to_date"])]:
        line[f"change_{name}"], line[f"percent_{name}"] = minus(line["next_planned"], other), percent(line["next_planned"], other)
    line["change_planned"] = minus(line["to_date"], planned)
    return {name: None if points and name.startswith("percent") else value for name, value in line.items()}


def outlook(series, said, month):
    """Estimates of one count or amount, and the years around."""
    coming, half, year = (Outlook(series, said).at(period) if period else (None, None, None) for period in asked(month))
    return {"estimate_next": coming[0], "estimate_half": half[1], "estimate_half_to_date": half[2], "estimate_year": year[1],
            "estimate_year_to_date": year[2], "same_half": series.ytd((month[0] - 1, 6)),
            "last_year": series.ytd((month[0] - 1, 12)), "to_date": series.total(month)}


def level_outlook(known, said, target, month):
    """Of a level: what is said is what stands at the end; there is no sum of half a year."""
    coming, half, year = ((Outlook(None, said).pick(period) or (None, None))[1] if period else None for period in asked(month))
    return {"estimate_next": coming, "estimate_half": None, "estimate_half_to_date": half, "estimate_year": year,
            "estimate_year_to_date": year, "same_half": None,
            "last_year": level_line(known, target, (month[0] - 1, 12))["month"],
            "to_date": level_line(known, target, month)["month"]}


def sum_outlook(parts):
    """All sources: nothing unless every one of them is known."""
    return {name: None if None in [part[name] for part in parts] else sum(part[name] for part in parts) for name in parts[0]}
