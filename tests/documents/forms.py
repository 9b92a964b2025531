"""
A form on its way: made, filled in with what was keyed by hand as results, saved by LibreOffice, read back. The year-end report
made from it is the one made from the hand-keyed results, byte for byte, as text, as a page and as a workbook. Filled in twice: by
a person's way through LibreOffice, which types into the cells of the protected sheets, and by another program, openpyxl.
"""
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import namedtuple
from pathlib import Path

from openpyxl import load_workbook

SUPPORT = Path(__file__).resolve().parents[1] / "support"
sys.path.append(str(SUPPORT))

import soffice  # noqa: E402
from form import fill_from  # noqa: E402

EXAMPLES = "input/examples"
# A plan, the results keyed by hand of the year of the form, and every other document of results that the report may use.
Trip = namedtuple("Trip", "plan year unit decision keyed others")
TRIPS = [
    Trip("thai-binh-2021-2025", "2023", "34", "input/decisions/thai-binh-2021-2025.xml",
         f"{EXAMPLES}/results/thai-binh-2021-2025-2023.xml", f"{EXAMPLES}/results/thai-binh-2021-2025-*.xml"),
    Trip("dong-nai-2021-2025", "2023", "75", "input/decisions/dong-nai-2021-2025.xml",
         f"{EXAMPLES}/results/dong-nai-2021-2025-2023.xml", f"{EXAMPLES}/results/dong-nai-2021-2025-*.xml"),
    Trip("worked-example", "2026", "92", f"{EXAMPLES}/worked-example.xml", "tests/data/forms/worked-example-2026.xml", None),
]


def _fill_with_openpyxl(form, results, target, scratch):
    book = load_workbook(form)

    def put(sheet, row, key, value):
        page = book[sheet]
        line = next(cell.row for cell in page["A"] if cell.value == row)
        column = next(cell.column for cell in page[1] if cell.value == key)
        page.cell(line, column).value = value
    fill_from(put, ElementTree.parse(results).getroot())
    book.save(target)
    shutil.copy(soffice.recalculate([target], scratch) / target.name, target)
    return []


def _typed(value):
    """As a clerk types it: a number with a decimal comma."""
    return str(value) if isinstance(value, str) else f"{value}".replace(".", ",")


def _fill_with_libreoffice(form, results, target, scratch):
    lines = []
    fill_from(lambda *answer: lines.append("\t".join([*answer[:3], _typed(answer[3])])), ElementTree.parse(results).getroot())
    answers, said = scratch / "answers.tsv", scratch / "said.txt"
    answers.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    soffice.run_macro(SUPPORT / "typing.bas", "Fill_In", [form, answers, target, said], scratch)
    told = said.read_text(encoding="utf-8").splitlines() if said.exists() else ["nothing"]
    return [] if told == ["saved"] else [f"LibreOffice says of {answers.name}: {line}" for line in told]


def _run(program, *words):
    done = subprocess.run([program, *words, "-q"], capture_output=True, text=True, check=False)
    return [] if done.returncode <= 1 else [f"{words[0]}: status {done.returncode}", *done.stderr.splitlines()]


def _report(program, trip, root, results, scratch):
    """The year-end report of the plan with these results of the year, by suffix."""
    folder, out = scratch / "in", scratch / "out"
    folder.mkdir(parents=True)
    shutil.copy(root / trip.decision, folder)
    for path in root.glob(trip.others) if trip.others else []:
        if path != root / trip.keyed:
            shutil.copy(path, folder)
    shutil.copy(results, folder / Path(trip.keyed).name)
    faults = _run(program, "year-end", "--year", trip.year, "--formats", "txt,html,xlsx", "-o", out, folder)
    made = {suffix: out / "year-end" / trip.year / f"{trip.unit}.{suffix}" for suffix in ["txt", "html", "xlsx"]}
    return faults, {suffix: path.read_bytes() for suffix, path in made.items() if path.exists()}


def _without_document(page):
    """The page names the document that each figure comes from; the one that import writes has a name of its own."""
    return re.sub(rb' data-fact="[^"]*"', b"", page)


def round_trip_faults(program, root, scratch, trip, fill):
    scratch.mkdir(parents=True)
    faults = _run(program, "form", "--period", trip.year, "-o", scratch, root / trip.decision)
    filled = scratch / "filled.xlsx"
    faults += fill(scratch / "forms" / trip.year / f"{trip.plan}.xlsx", root / trip.keyed, filled, scratch)
    faults += _run(program, "import", "-o", scratch, filled, root / trip.decision)
    imported = scratch / "import" / f"{trip.plan}-{trip.year}.xml"
    if faults or not imported.exists():
        return faults or ["nothing was imported"]
    faults, by_hand = _report(program, trip, root, root / trip.keyed, scratch / "by-hand")
    more, by_form = _report(program, trip, root, imported, scratch / "by-form")
    faults += more
    for suffix in ["txt", "html", "xlsx"]:
        pair = [_without_document(made.get(suffix, b"")) if suffix == "html" else made.get(suffix, b"") for made in (by_hand, by_form)]
        if not pair[0] or pair[0] != pair[1]:
            faults.append(f"{trip.unit}.{suffix} differs from the one of hand-keyed results")
    return faults


def check_all(checks, program, root, scratch):
    for trip in TRIPS:
        checks.run(f"forms: {trip.plan} typed in through LibreOffice and read back, the year-end report is the same", round_trip_faults,
                   program, root, scratch / "forms" / trip.plan, trip, _fill_with_libreoffice)
    checks.run("forms: filled in by openpyxl, saved by LibreOffice and read back, the year-end report is the same", round_trip_faults,
               program, root, scratch / "forms" / "openpyxl", TRIPS[0], _fill_with_openpyxl)
