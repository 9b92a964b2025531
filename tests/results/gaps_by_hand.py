#!/usr/bin/python3
"""
The gaps of the five decisions, worked out without the program: from the XML of the plans, the catalogue, the office file and
the illustrative results, in exact fractions.

    tests/results/gaps_by_hand.py            prints tests/data/gaps-by-hand.tsv
    tests/results/gaps_by_hand.py --check    is the table what the sources give?

The last column is the arithmetic, for a reader with a pocket calculator. Numbers are rounded half away from zero to two
decimals. actual_status is that of the value itself, although all of them are illustrative. The rules:

gap            actual - target in the target's own unit; of a range to the nearer bound, 0 inside
achievement    (actual - baseline) / (target - baseline); without a baseline actual / target, or target / actual where lower is
               better; of a range target its near bound is the target
baseline       0 of a count; else the decision's own past result for the indicator; else the last final actual before the period
expected       linear from the baseline to the target, the target itself from its year on; without a baseline nothing before
needed         (target - actual) / years left; blank from the target year on
growth         product of the yearly factors of n years against (1 + g)^n, both in % of the year before the plan
status         beyond the target by more than the office lets pass: exceeded; reached: met; before the target year on-track or
               behind, by what is expected and the office's tolerance; else missed. Strict > and < are not met at equality.
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
YEARS = (2023, 2025)
COLUMNS = ("year", "plan", "target", "op", "target_low", "target_high", "target_year", "baseline", "actual_low", "actual_high",
           "actual_year", "actual_status", "gap", "achievement", "expected", "needed_per_year", "status", "arithmetic")


def number(text):
    return None if text is None else Fraction(text)


def rounded(value):
    """Half away from zero, two decimals, no needless zeros."""
    if value is None:
        return ""
    hundredths = abs(value) * 100
    whole = int(hundredths + Fraction(1, 2)) if hundredths.denominator != 1 else int(hundredths)
    text = f"{whole // 100}.{whole % 100:02}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 and whole else text


def shown(value):
    return rounded(value) if value is not None and (value * 100).denominator == 1 else f"{value.numerator}/{value.denominator}"


class Office:
    def __init__(self):
        progress = ET.parse(samples.ROOT / "input" / "office.xml").getroot().find("{urn:phuluc:office:1}progress")
        self.tolerance = number(progress.get("tolerance")) / 100 if progress is not None else Fraction(0)
        self.exceeded = number(progress.get("exceeded")) / 100 if progress is not None else Fraction(0)


class Target:
    def __init__(self, plan, name, catalogue):
        found = plan.targets[name]
        self.name, self.op, self.unit, self.kind = name, found["op"], found["unit"], found.get("kind", "level")
        self.low = number(found.get("value", found.get("low")))
        self.high = number(found.get("high"))
        self.stated_year, self.year = found.get("year", ""), int(found.get("year", plan.last))
        self.indicator = found.get("indicator")
        known = catalogue.get(self.indicator, {})
        said = {"ge": "higher", "gt": "higher", "le": "lower", "lt": "lower"}.get(self.op)
        self.direction = found.get("direction") or ("lower" if self.kind == "rank" else None) or known.get("direction") or said or "higher"
        self.counts = known.get("accumulation") == "cumulative"

    def goal(self):
        """What has to be reached: of a range the bound that comes first."""
        return self.high if self.high is not None and self.direction == "lower" else self.low

    def is_met(self, actual):
        better = actual >= self.goal() if self.direction == "higher" else actual <= self.goal()
        return better and not (self.op in ("gt", "lt") and actual == self.goal())

    def is_exceeded(self, actual, margin):
        far = self.low if self.high is None or self.direction == "lower" else self.high
        if self.direction == "higher":
            return actual > far + abs(far) * margin
        return actual < far - abs(far) * margin


def year_documents(plan, found):
    return sorted((one for one in samples.standing(found) if one.plan == plan.id and not one.month), key=lambda one: one.year)


class Actual:
    """The latest one up to the year: low, high (of a range), year, status; nothing where there is none."""

    def __init__(self):
        self.low = self.high = self.year = None
        self.status = self.why = self.arithmetic = ""


def yearly(target, documents):
    return {one.year: (one, one.value_of(target.name)) for one in documents if one.value_of(target.name)}


def counted(plan, target, documents, year):
    """A count up to now: as given, or the years summed from the plan's first; a year that is missing leaves nothing."""
    actual, values = Actual(), yearly(target, documents)
    terms, known = [], True
    for one in range(plan.first, year + 1):
        if one not in values:
            known = known and not any(later in values for later in range(one, year + 1))
            continue
        document, value = values[one]
        if value.get("basis", document.basis) == "cumulative":
            terms, known = [], True
        terms.append(value["value"])
        actual.year, actual.status = one, value.get("status", "final")
    if not terms:
        return Actual()
    if not known:
        actual = Actual()
        actual.why = "a year of the count is missing"
        return actual
    actual.low = sum(map(Fraction, terms))
    if len(terms) > 1:
        actual.arithmetic = f"actual = {' + '.join(terms)}"
    return actual


def grown(plan, target, documents, year):
    """The product of the yearly factors from the plan's first year; a missing year gives no value."""
    actual, values = Actual(), yearly(target, documents)
    wanted = range(plan.first, min(year, target.year) + 1)
    rates = [values[one][1]["value"] for one in wanted if one in values]
    if not rates:
        return actual
    if len(rates) < len(wanted):
        actual.why = "a year of the growth is missing"
        return actual
    actual.low = Fraction(100)
    for rate in rates:
        actual.low *= 1 + Fraction(rate) / 100
    actual.year = wanted[-1]
    statuses = {values[one][1].get("status", "final") for one in wanted}
    actual.status = "provisional" if "provisional" in statuses else "final"
    actual.arithmetic = "actual = 100 × " + " × ".join(f"(1 + {rate}/100)" for rate in rates)
    return actual


def measured(target, documents, year):
    actual, values = Actual(), yearly(target, documents)
    latest = max((one for one in values if one <= year), default=None)
    if latest is not None:
        value = values[latest][1]
        actual.low, actual.high = number(value.get("value", value.get("low"))), number(value.get("high"))
        actual.year, actual.status = latest, value.get("status", "final")
    return actual


def baseline(plan, target, documents):
    """(year, value): the plan's own past result for the indicator, else the last final actual before the period; a count: 0."""
    if target.counts:
        return plan.first - 1, Fraction(0)
    past = [(int(one.get("year", plan.past_last)), number(one.get("value"))) for one in plan.past
            if target.indicator and one.get("indicator") == target.indicator and one.get("unit") == target.unit and "value" in one]
    if past:
        return max(past)
    before = [(one.year, number(one.value_of(target.name)["value"])) for one in documents
              if one.year < plan.first and one.value_of(target.name) and one.value_of(target.name).get("status", "final") == "final"]
    return max(before, default=None)


def growth_by(target, years):
    """(1 + g)^n in % of the year before the plan."""
    return 100 * (1 + target.low / 100) ** years


def expectation(plan, target, base, year, row, steps):
    """By now: the target itself from its year on; before it linear from the baseline, of growth (1 + g)^n; else nothing."""
    goal = target.goal()
    if target.kind == "growth":
        years = min(year, target.year) - plan.first + 1
        row["expected"] = growth_by(target, years)
        steps.append(f"expected = 100 × (1 + {shown(target.low)}/100)^{years}")
    elif year >= target.year:
        row["expected"] = goal
    elif base is not None:
        passed, whole = year - base[0], target.year - base[0]
        row["expected"] = base[1] + (goal - base[1]) * passed / whole
        steps.append(f"expected = {shown(base[1])} + ({shown(goal)} − {shown(base[1])}) × {passed}/{whole}")


def reaches(target, actual, limit):
    """All of the actual, also of one that is a range."""
    return min(actual.low, actual.high or actual.low) >= limit if target.direction == "higher" else \
        max(actual.low, actual.high or actual.low) <= limit


def status(target, actual, expected, year, office):
    """What a range reaches only in part is not to be judged; none of the samples does."""
    worst = actual.low if actual.high is None or target.direction == "higher" else actual.high
    if target.is_met(worst):
        return "exceeded" if target.is_exceeded(worst, office.exceeded) else "met"
    if year >= target.year:
        return "missed"
    if expected is None:
        return "not-computable"
    near = abs(expected) * office.tolerance
    return "on-track" if reaches(target, actual, expected - near if target.direction == "higher" else expected + near) else "behind"


def level_gap(target, actual, row, steps):
    """To the nearer bound, of whatever is a range; 0 where they meet."""
    low, high = actual.low, actual.high or actual.low
    first, last = target.low, target.high or target.low
    if high < first:
        nearest = high, first
    elif low > last:
        nearest = low, last
    else:
        nearest = low, low
    row["gap"] = nearest[0] - nearest[1]
    steps.append(f"gap = {shown(nearest[0])} − {shown(nearest[1])}")


def achievement(target, actual, base, row, steps):
    goal = target.goal()
    if base is not None and base[1] != goal:
        row["achievement"] = (actual.low - base[1]) / (goal - base[1]) * 100
        steps.append(f"achievement = ({shown(actual.low)} − {shown(base[1])}) / ({shown(goal)} − {shown(base[1])})")
    elif base is None:
        over, under = (actual.low, goal) if target.direction == "higher" else (goal, actual.low)
        if under:
            row["achievement"] = over / under * 100
            steps.append(f"achievement = {shown(over)} / {shown(under)}")


def level(target, actual, base, year, row, steps):
    level_gap(target, actual, row, steps)
    if target.direction == "neutral" or actual.high is not None:
        return
    achievement(target, actual, base, row, steps)
    if year < target.year:
        row["needed_per_year"] = (target.goal() - actual.low) / (target.year - year)
        steps.append(f"needed = ({shown(target.goal())} − {shown(actual.low)}) / {target.year - year}")


def growth(plan, target, actual, year, row, steps):
    """The product of n years against (1 + g)^n, the same n; what is left cannot be said without roots."""
    years = min(year, target.year) - plan.first + 1
    row |= {"gap": actual.low - growth_by(target, years), "achievement": actual.low / growth_by(target, years) * 100}
    steps.append("gap = actual − expected; achievement = actual / expected")
    target.low = growth_by(target, target.year - plan.first + 1)


def said_to_be_missing(target, documents, year):
    """The year's own document says that there is no figure; else nobody says anything."""
    own = [value for one in documents if one.year == year for value in one.values if value.get("target") == target.name]
    return "not-reported" if any(value.get("status") == "not-reported" for value in own) else ""


def row_of(plan, name, catalogue, documents, year, office):
    target = Target(plan, name, catalogue)
    read = grown if target.kind == "growth" else counted if target.counts else None
    actual = read(plan, target, documents, year) if read else measured(target, documents, year)
    row = dict.fromkeys(COLUMNS, None) | {"year": year, "plan": plan.id, "target": name, "op": target.op, "target_low": target.low,
                                          "target_high": target.high, "target_year": target.year, "status": ""}
    steps, base = [actual.arithmetic or actual.why], None
    if target.direction != "neutral":
        base = baseline(plan, target, documents) if target.kind != "growth" else None
        row["baseline"] = base[1] if base else None
        expectation(plan, target, base, year, row, steps)
    if actual.low is None:
        row["status"] = "not-computable" if actual.why else "no-data"
        row["actual_status"] = said_to_be_missing(target, documents, year)
    else:
        row |= {"actual_low": actual.low, "actual_high": actual.high, "actual_year": actual.year, "actual_status": actual.status}
        if target.kind == "growth":
            growth(plan, target, actual, year, row, steps)
        else:
            level(target, actual, base, year, row, steps)
        if target.direction != "neutral":
            row["status"] = status(target, actual, row["expected"], year, office)
    row["arithmetic"] = "; ".join(filter(None, steps))
    return row


def written(value):
    return rounded(value) if isinstance(value, Fraction) or value is None else str(value)


def table():
    catalogue, office, found = samples.indicators(), Office(), samples.documents(samples.RESULTS)
    lines = ["\t".join(COLUMNS)]
    for year in YEARS:
        for plan in samples.plans().values():
            documents = year_documents(plan, found)
            for name in plan.numeric():
                row = row_of(plan, name, catalogue, documents, year, office)
                lines.append("\t".join(written(row[column]) for column in COLUMNS))
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
