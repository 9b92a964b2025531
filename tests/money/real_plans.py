"""
Plans of other programmes keyed from public texts (tests/data/real): sums added up by hand, no equality that differs, and every
figure changed by one in its last digit is noticed in a verdict or a finding, or stands in the list of those that nothing is made of.
"""
import csv
import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDER = Path(__file__).resolve().parents[1] / "data" / "real"
FIGURE = re.compile(r"(<(?:amount|stated)\b[^>]*>)([0-9.]+)(?=</)")

# plan -> (source, year) -> stated, computed in million đồng; None: refused, because the plan that it amends is not at hand
TOTALS = {
    "binh-dinh-kc-2017": {("KCDP", "2017"): ("2520", "2520"), ("", "2017"): ("", "2520")},
    "bac-giang-xttm-2018": None,
    "khanh-hoa-nnnt-2021-2025": {("NST", "period"): ("27600", ""), ("NSHX", "period"): ("4500", ""), ("KHAC", "period"): ("7500", ""),
                                 ("", "period"): ("40000", "")},
}

# plan -> rule, verdict of every equality
EQUALITIES = {
    "binh-dinh-kc-2017": ["groups-total holds", "measure-sum holds", "same-figure holds"],
    "bac-giang-xttm-2018": ["groups-total holds", "groups-total holds"],
    "khanh-hoa-nnnt-2021-2025": ["prose-sum holds"],
}

# figures of which one more in the last digit lies within what the word before one of them allows
WITHIN_WORD = {"khanh-hoa-nnnt-2021-2025": {"27.6", "4.5", "7.5", "40"}, "binh-dinh-kc-2017": {"60", "262.5", "162.5", "2.035"}}


def query(program, command, path):
    done = subprocess.run([program, command, "--format", "csv", path], capture_output=True, text=True, check=False)
    return list(csv.DictReader(done.stdout.splitlines()))


def seen(program, path):
    """What somebody who reads the answers would notice."""
    lines = [(row["rule"], row["subject"], row["source"], row["year"], row["verdict"]) for row in query(program, "reconcile", path)]
    return lines, [(row["code"], row["subject"]) for row in query(program, "check", path)]


def totals_are_right(program, name):
    rows = query(program, "totals", FOLDER / f"{name}.xml")
    right = TOTALS[name]
    if right is None:
        return [f"{len(rows)} rows of what cannot be known"] if rows else []
    found = {(row["source"], row["year"]): tuple(row[key][:-6] for key in ("stated", "computed")) for row in rows}
    return [f"{key}: {found.get(key)} instead of {value}" for key, value in right.items() if found.get(key) != value]


def equalities_are_right(program, name):
    found = sorted(f"{row['rule']} {row['verdict']}" for row in query(program, "reconcile", FOLDER / f"{name}.xml"))
    return [] if found == EQUALITIES[name] else [f"{found} instead of {EQUALITIES[name]}"]


def one_more(number):
    decimals = len(number.partition(".")[2])
    return f"{(int(number.replace('.', '')) + 1) / 10**decimals:.{decimals}f}"


def changes_are_noticed(program, name):
    text, faults, silent = (FOLDER / f"{name}.xml").read_text(encoding="utf-8"), [], set()
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.xml"
        path.write_text(text, encoding="utf-8")
        before = seen(program, path)
        for match in FIGURE.finditer(text):
            path.write_text(text[:match.start(2)] + one_more(match[2]) + text[match.end(2):], encoding="utf-8")
            if seen(program, path) != before:
                continue
            silent.add(match[2])
            if match[2] not in WITHIN_WORD.get(name, ()):
                faults.append(f"{match[0]}: one more is not noticed")
    return faults + [f"{number} is noticed and need not be listed" for number in WITHIN_WORD.get(name, set()) - silent]


def check_real_plans(checks, program):
    for name in TOTALS:
        checks.run(f"{name}: totals", totals_are_right, program, name)
        checks.run(f"{name}: equalities", equalities_are_right, program, name)
        checks.run(f"{name}: every figure changed is noticed", changes_are_noticed, program, name)
