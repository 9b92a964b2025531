#!/usr/bin/python3
"""
The gaps of the five decisions, worked out without the program: from the XML of the plans, the catalogue, the office file and
the illustrative results, in exact fractions.

    tests/results/gaps_by_hand.py            prints tests/data/gaps-by-hand.tsv
    tests/results/gaps_by_hand.py --check    is the table what the sources give?

The last column is the arithmetic, for a reader with a pocket calculator. actual_status is that of the value itself, although
all of them are illustrative. The rules:

judged         by the figure of the year alone; after the target's year by that of the target's year. Without one: no-data, and
               the latest figure of another year is told beside it
gap            actual - target in the target's own unit; of a range to the nearer bound, 0 inside; none if the bounds of the
               actual lie on both sides
achievement    actual / target, or target / actual where lower is better; of a range target its near bound is the target
baseline       0 of a count; else the decision's own past result for the target or, if no other target shares it, for its
               indicator; else the last final actual before the period; else the first final one in it
progress       (actual - baseline) / (target - baseline); none where the baseline is as good as the target
expected       the target from its year on, or where its baseline is to be kept up; the latest milestone that is due; else on the
               straight way from the baseline to the first milestone or the target
needed         (target - actual) / years left; blank from the target year on
growth         the year's own; beside it the compound mean of the years reported
status         every figure that the actual may be is held against the target, and against what is expected less the office's
               tolerance of the way to it: where they do not agree nothing can be said. Strict > and < are not met at equality
due            in the target's own year, else in the plan's last
direction      the target's own, else the catalogue's, else by the comparator; a bare number: higher is better
"""
import sys
import xml.etree.ElementTree as ET
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

import samples   # noqa: E402

TABLE = samples.ROOT / "tests" / "data" / "gaps-by-hand.tsv"
YEARS = (2021, 2022, 2023, 2024, 2025)
UNIT_KINDS = samples.unit_kinds()  # a unit that is not listed is taken for one of things
COLUMNS = ("year", "plan", "target", "op", "target_low", "target_high", "target_year", "baseline", "baseline_year",
           "baseline_origin", "actual_low", "actual_high", "actual_year", "actual_status", "latest_low", "latest_period", "gap",
           "achievement", "progress", "expected", "needed_per_year", "mean_growth", "mean_years", "mean_gap", "growth_index",
           "status", "arithmetic")
ROUNDED = {"achievement", "progress", "needed_per_year", "mean_growth", "growth_index"}   # the others keep their digits
SHARES = {"achievement", "progress"}
TINY, HUGE, DIGITS = Fraction(1, 10**15), Fraction(10**15), 9


def number(text):
    return None if text is None else Fraction(text)


def decimal(value, digits):
    """Half away from zero, no needless zeros."""
    scaled = abs(value) * 10**digits
    whole = int(scaled + Fraction(1, 2)) if scaled.denominator != 1 else int(scaled)
    text = f"{whole // 10**digits}.{whole % 10**digits:0{digits}}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 and whole else text


def written(column, value):
    if value is None or not isinstance(value, Fraction):
        return "" if value is None else str(value)
    ends = (value * 10**DIGITS).denominator == 1
    if column in SHARES and value != 100:   # never "100" of what is not 100
        shares = [decimal(value, digits) for digits in range(2, DIGITS + 1)]
        return next((share for share in shares if share != "100"), "")
    return decimal(value, DIGITS if ends and column not in ROUNDED else 2)


def shown(value):
    return decimal(value, 2) if (value * 100).denominator == 1 else f"{value.numerator}/{value.denominator}"


class Office:
    def __init__(self):
        progress = ET.parse(samples.ROOT / "input" / "office.xml").getroot().find("{urn:phuluc:office:1}progress")
        self.tolerance = number(progress.get("tolerance")) / 100 if progress is not None else Fraction(0)
        self.exceeded = number(progress.get("exceeded")) / 100 if progress is not None else Fraction(0)


class Target:
    def __init__(self, plan, name, catalogue):
        found = plan.targets[name]
        self.name, self.op, self.unit, self.kind = name, found["op"], found.get("unit"), found.get("kind", "level")
        self.low = number(found.get("value", found.get("low")))
        self.high = number(found.get("high"))
        self.year, self.indicator, self.base = int(found.get("year", plan.last)), found.get("indicator"), found.get("base")
        known = catalogue.get(self.indicator, {})
        said = {"ge": "higher", "gt": "higher", "le": "lower", "lt": "lower"}.get(self.op)
        self.direction = found.get("direction") or known.get("direction") or ("lower" if self.kind == "rank" else None) or said or \
            "higher"
        things = self.unit and UNIT_KINDS.get(self.unit, "count") in ("count", "amount", "money") and self.kind == "level"
        unsaid = "cumulative" if things and not self.indicator and self.high is None and found.get("direction") != "lower" else None
        self.counts = (found.get("accumulation") or known.get("accumulation") or unsaid) == "cumulative"
        self.goal = self.high if self.high is not None and self.direction == "lower" else self.low
        self.strict = self.op in ("gt", "lt")

    def better(self, one, other):
        """By how much."""
        return one - other if self.direction == "higher" else other - one

    def reaches(self, value, limit, strict=False):
        return self.better(value, limit) > 0 or (value == limit and not strict)

    def measures_as(self, past):
        return self.indicator and [past.get(name) for name in ("indicator", "unit", "base")] == [self.indicator, self.unit, self.base] \
            and past.get("kind", "level") == self.kind


class Actual:
    def __init__(self, value, year, default):
        self.low, self.high = number(value.get("value", value.get("low"))), number(value.get("high"))
        self.op, self.year, self.status = value.get("op", "eq"), year, value.get("status", "final")
        self.basis, self.why, self.arithmetic = value.get("basis", default), "", ""

    def figures(self):
        """Some of all the figures that it may be: if they agree, all do."""
        low = self.low
        if self.high is not None:
            return [low, (low + self.high) / 2, self.high]
        return {"ge": [low, low + TINY, low + HUGE], "gt": [low + TINY, low + HUGE], "le": [low, low - TINY, low - HUGE],
                "lt": [low - TINY, low - HUGE], "almost": [low - TINY]}.get(self.op, [low])


class Case:
    """A target of a plan, with what documents of years say of it."""

    def __init__(self, plan, name, catalogue, documents, office):
        self.plan, self.target, self.office = plan, Target(plan, name, catalogue), office
        self.values = {one.year: (value, one.basis) for one in documents for value in one.values if value.get("target") == name}
        self.siblings = [Target(plan, other, catalogue) for other in plan.numeric()]

    def own(self, year):
        value, basis = self.values.get(year, ({"status": "not-reported"}, None))
        return None if value.get("status") == "not-reported" else Actual(value, year, basis)

    def at(self, year):
        """Of a count all years so far; its `why` is set where one of them is missing."""
        last = self.own(year)
        if not self.target.counts or last is None:
            return last if year >= self.plan.first else None
        terms = []
        for one in range(self.plan.first, year + 1):
            own = self.own(one)
            terms = [own] if own and own.basis == "cumulative" else terms + [own]
        if not terms or None in terms:
            last.why = "a year of the count is missing"
            return last
        last.arithmetic = f"actual = {' + '.join(shown(one.low) for one in terms)}" if len(terms) > 1 else ""
        if any(one.high is not None for one in terms):
            last.high = sum(one.low if one.high is None else one.high for one in terms)
        words = {one.op for one in terms if one.op not in ("eq", "range")}
        last.low, last.op = sum(one.low for one in terms), words.pop() if len(words) == 1 else "about" if words else "eq"
        last.status = "provisional" if any(one.status == "provisional" for one in terms) else "final"
        return last

    def latest(self, years):
        return next((one for one in map(self.at, years) if one and not one.why), None)

    def past(self):
        """The decision's own past results, the best last; None where they may be of another target."""
        named = [one for one in self.plan.past if self.target.name in one.get("target", "").split() and one.get("op") != "none"]
        shared = [one for one in self.plan.past if not one.get("target") and self.target.measures_as(one) and one.get("op") != "none"]
        if not named and shared and sum(other.measures_as(shared[0]) is True for other in self.siblings) > 1:
            return None
        return sorted(named or shared, key=lambda one: (int(one.get("year", self.plan.past_last)), one.get("op") in ("eq", "range")))

    def baseline(self, year):
        """(year, value, origin), or None."""
        first, past = self.plan.first, self.past()
        if self.target.counts:
            return first - 1, Fraction(0), "count"
        if past:
            best = past[-1]
            return None if "high" in best else (int(best.get("year", self.plan.past_last)), number(best.get("value", best.get("low"))),
                                                "stated")
        for years, origin in ((sorted((one for one in self.values if one < first), reverse=True), "before"),
                              (range(first, year), "reported")):
            found = [own for own in map(self.own, years) if own and own.status == "final" and (origin == "before" or own.high is None)]
            if found:
                return None if found[0].high is not None else (found[0].year, found[0].low, origin)
        return None


def keeps_up(target, base):
    return base is not None and target.reaches(base[1], target.goal, target.strict)


def expectation(case, base, year):
    target, plan = case.target, case.plan
    miles = sorted((one, value) for name, one, value in plan.milestones if name == target.name and one < target.year)
    due = [mile for mile in miles if mile[0] <= year]
    if year < plan.first:
        return None
    if target.kind == "growth" or year >= target.year or (keeps_up(target, base) and not miles):
        return target.goal
    if due:
        return due[-1][1]
    if base is None or year < base[0]:
        return None
    to_year, to = miles[0] if miles else (target.year, target.goal)
    return base[1] + (to - base[1]) * Fraction(year - base[0], to_year - base[0])


def answer(target, actual, limit, strict=False):
    said = {target.reaches(figure, limit, strict) for figure in actual.figures()}
    return said.pop() if len(said) == 1 else None


def tolerated(case, base, expected):
    target = case.target
    start = Fraction(0) if target.kind == "growth" else base[1] if base else None
    if start is None or keeps_up(target, base):
        return expected
    margin = abs(expected - start) * case.office.tolerance
    limit = expected - margin if target.direction == "higher" else expected + margin
    return limit if target.kind == "growth" or target.reaches(limit, start) else start


def status(case, actual, base, expected, year):
    target, ahead = case.target, year < case.target.year
    far = target.low if target.high is None or target.direction == "lower" else target.high
    limit = far + abs(far) * case.office.exceeded * (1 if target.direction == "higher" else -1)
    reached = answer(target, actual, target.goal, target.strict)
    if not (target.kind == "growth" and ahead):
        if answer(target, actual, limit, True) and actual.low != limit:
            return "exceeded"
        if reached:
            return "met"
        if not ahead:
            return "not-computable" if reached is None else "missed"
    if expected is None:
        return "not-computable"
    on_way = answer(target, actual, tolerated(case, base, expected))
    return "not-computable" if on_way is None else "on-track" if on_way else "behind"


def distance(low, high, target):
    """To the nearer bound, 0 where they meet."""
    first, last = target.low, target.low if target.high is None else target.high
    return high - first if high < first else low - last if low > last else Fraction(0)


def judge(case, actual, base, year, row, steps):
    target = case.target
    low, high = actual.low, actual.low if actual.high is None else actual.high
    ends = [distance(low, low, target), distance(high, high, target)]
    row["gap"] = None if distance(low, high, target) == 0 and ends[0] != ends[1] else distance(low, high, target)
    steps.append(f"gap = {shown(row['gap'])}" if row["gap"] is not None else f"gap from {shown(ends[0])} to {shown(ends[1])}")
    if target.direction == "neutral":
        return
    row["status"] = status(case, actual, base, row["expected"], year)
    if actual.high is not None:
        return
    over, under = (low, target.goal) if target.direction == "higher" else (target.goal, low)
    if under > 0:
        row["achievement"] = over / under * 100
        steps.append(f"achievement = {shown(over)} / {shown(under)}")
    if base and not keeps_up(target, base) and base[1] != target.goal:
        row["progress"] = (low - base[1]) / (target.goal - base[1]) * 100
        steps.append(f"progress = ({shown(low)} − {shown(base[1])}) / ({shown(target.goal)} − {shown(base[1])})")
    if year < target.year and target.kind != "growth":
        row["needed_per_year"] = (target.goal - low) / (target.year - year)
        steps.append(f"needed = ({shown(target.goal)} − {shown(low)}) / {target.year - year}")


def add_growth(case, year, row, steps):
    """The n-th root of the product, found between neighbouring half hundredths of a percent."""
    years = range(case.plan.first, year + 1)
    rates = [own.low for own in map(case.own, years) if own and own.high is None]
    row["mean_years"] = len(rates) or None
    if not rates:
        return
    product = Fraction(1)
    for rate in rates:
        product *= 1 + rate / 100
    if len(rates) == len(years):
        row["growth_index"] = product * 100
    row["mean_growth"] = mean = rates[0] if len(rates) == 1 else root(product, len(rates))
    row["mean_gap"] = distance(mean, mean, case.target)
    steps.append("mean of " + ", ".join(map(shown, rates)))


def root(product, count):
    def half(hundredths):
        return (1 + (Fraction(hundredths) - Fraction(1, 2)) / 10_000) ** count
    guess = round((float(product) ** (1 / count) - 1) * 10_000)
    while half(guess) > product:
        guess -= 1
    while half(guess + 1) <= product:
        guess += 1
    return Fraction(guess, 100)


def row_of(case, asked):
    """What the program must say of a target in a year."""
    target, plan, steps = case.target, case.plan, []
    year = min(asked, target.year)
    row = dict.fromkeys(COLUMNS) | {"year": asked, "plan": plan.id, "target": target.name, "op": target.op, "status": "",
                                    "target_low": target.low, "target_high": target.high, "target_year": target.year}
    actual = case.at(year)
    base = case.baseline(year) if target.direction != "neutral" and target.kind != "growth" else None
    if base:
        row |= {"baseline": base[1], "baseline_year": base[0], "baseline_origin": base[2]}
    if target.direction != "neutral":
        row["expected"] = expectation(case, base, year)
    if target.kind == "growth":
        add_growth(case, year, row, steps)
    if actual is None:
        row["status"] = "no-data"
        row["actual_status"] = "not-reported" if year in case.values else ""
        latest = case.latest(range(asked, plan.first - 1, -1))
        if latest:
            row |= {"latest_low": latest.low, "latest_period": latest.year}
    elif actual.why:
        row["status"], row["actual_status"] = "not-computable", ""
        steps.append(actual.why)
    else:
        row |= {"actual_low": actual.low, "actual_high": actual.high, "actual_year": actual.year, "actual_status": actual.status}
        steps += [actual.arithmetic]
        judge(case, actual, base, year, row, steps)
    row["arithmetic"] = "; ".join(filter(None, steps))
    return row


def year_documents(plan, found):
    return sorted((one for one in samples.standing(found) if one.plan == plan.id and not one.month), key=lambda one: one.year)


def table():
    catalogue, office, found = samples.indicators(), Office(), samples.documents(samples.RESULTS)
    lines = ["\t".join(COLUMNS)]
    for year in YEARS:
        for plan in samples.plans().values():
            documents = year_documents(plan, found)
            for name in plan.numeric():
                row = row_of(Case(plan, name, catalogue, documents, office), year)
                lines.append("\t".join(written(column, row[column]) for column in COLUMNS))
    return "\n".join(lines) + "\n"


def main(args):
    if args == ["--check"]:
        same = TABLE.read_text(encoding="utf-8") == table()
        print(f"{TABLE.name} is {'what' if same else 'not what'} the sources give")
        return 0 if same else 1
    if args:
        sys.exit(__doc__)
    sys.stdout.write(table())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
