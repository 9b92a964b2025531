"""
A form on its way: made, filled in with openpyxl from results that were keyed by hand, saved again by LibreOffice, read back. The
year-end report made from it is the one made from the hand-keyed results, byte for byte, as text and as a workbook.
"""
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from openpyxl import load_workbook

sys.path.append(str(Path(__file__).resolve().parents[1] / "support"))

import soffice  # noqa: E402
from form import fill_from  # noqa: E402

PLAN, YEAR = "thai-binh-2021-2025", "2023"


def _fill(form, results, target):
    book = load_workbook(form)

    def put(sheet, row, key, value):
        page = book[sheet]
        line = next(cell.row for cell in page["A"] if cell.value == row)
        column = next(cell.column for cell in page[1] if cell.value == key)
        page.cell(line, column).value = value
    fill_from(put, ElementTree.parse(results).getroot())
    book.save(target)


def _run(program, *words):
    done = subprocess.run([program, *words, "-q"], capture_output=True, text=True, check=False)
    return [] if done.returncode <= 1 else [f"{words[0]}: status {done.returncode}", *done.stderr.splitlines()]


def round_trip_faults(program, root, scratch):
    scratch, decision = scratch / "forms", root / "input/decisions" / f"{PLAN}.xml"
    results = sorted((root / "input/examples/results").glob(f"{PLAN}-*.xml"))
    scratch.mkdir()
    faults = _run(program, "form", "--period", YEAR, "-o", scratch, decision)
    filled = scratch / "filled.xlsx"
    _fill(scratch / "forms" / YEAR / f"{PLAN}.xlsx", root / "input/examples/results" / f"{PLAN}-{YEAR}.xml", filled)
    saved = soffice.recalculate([filled], scratch) / "filled.xlsx"
    faults += _run(program, "import", "-o", scratch, saved, decision)
    for name in ["hand", "form"]:
        (scratch / name).mkdir()
        for path in [decision, *results]:
            if name == "hand" or YEAR not in path.name.removeprefix(PLAN):
                shutil.copy(path, scratch / name)
    shutil.copy(scratch / "import" / f"{PLAN}-{YEAR}.xml", scratch / "form")
    for name in ["hand", "form"]:
        faults += _run(program, "year-end", "--year", YEAR, "--formats", "txt,xlsx", "-o", scratch / f"{name}-out", scratch / name)
    for suffix in ["txt", "xlsx"]:
        reports = [(scratch / f"{name}-out" / "year-end" / YEAR / f"34.{suffix}").read_bytes() for name in ["hand", "form"]]
        if reports[0] != reports[1]:
            faults.append(f"34.{suffix} differs from the one of hand-keyed results")
    return faults


def check_all(checks, program, root, scratch):
    checks.run("forms: filled in, saved by LibreOffice and read back, the year-end report is the same", round_trip_faults,
               program, root, scratch)
