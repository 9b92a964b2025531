"""
Reports of a year, of a month and of all units on a phone, where page one and the charts are read as they are, and on paper.
"""
import re
import subprocess
import tempfile

from browser import Browser
from page import Page
from rendering import DESK, PHONE, contrast_faults, dark_faults, head_faults, sheet_faults, sheets_of, shown_faults

RESULTS = "input/examples/results"
MADE = {
    "year-end/2025/34": ["year-end", "--year", "2025", "input/decisions/thai-binh-2021-2025.xml",
                         *(f"{RESULTS}/thai-binh-2021-2025-{year}.xml" for year in (2024, 2025)), "input/office.xml"],
    "monthly/2024-05/34-sua-1": ["monthly", "--month", "2024-05", "input/decisions/thai-binh-2021-2025.xml",
                                 "input/examples/months", f"{RESULTS}/thai-binh-2021-2025-2023.xml", "input/office.xml"],
    "consolidate/2025": ["consolidate", "--year", "2025", "input/decisions", RESULTS, "input/office.xml"],
}
LEAST_LETTERS = 11  # px: what a phone's own small print has

# The table of page one that has to be moved in a box to be read, if it has.
FIRST_TABLE = """
(() => {
  const box = document.querySelector("main .scroll");
  const seen = getComputedStyle(box).overflowY === "visible" ? box.scrollHeight : box.clientHeight;
  return [[box.clientWidth, box.scrollWidth], [seen, box.scrollHeight]].filter(([of, all]) => all > of + 1).map(
    ([of, all]) => of + " of " + all + " px");
})()"""

# The heights of letters in the charts that are shown, texts over each other, and how much of a chart is beyond the screen.
CHARTS = """
[...document.querySelectorAll("figure")].map(figure => {
  const shown = [...figure.querySelectorAll("svg")].filter(svg => getComputedStyle(svg).display !== "none");
  return {drawings: shown.length, beyond: figure.scrollWidth - figure.clientWidth,
          over: shown.flatMap(svg => { const boxes = [...svg.querySelectorAll("text")].map(text => text.getBoundingClientRect());
            return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => a.right > b.left + 1 && b.right > a.left + 1 &&
              a.bottom > b.top + 3 && b.bottom > a.top + 3)); }).length,
          letters: Math.min(...shown.flatMap(svg => [...svg.querySelectorAll("text")].map(
            text => parseFloat(getComputedStyle(text).fontSize) * svg.getScreenCTM().a)))};
})"""


def chart_faults(browser, wanted):
    charts = browser.value(CHARTS)
    faults = [f"{chart}" for chart in charts
              if chart["beyond"] > 1 or chart["letters"] < LEAST_LETTERS or chart["drawings"] != 1 or chart["over"]]
    return faults if len(charts) >= wanted else [*faults, f"{len(charts)} charts"]


def paper_faults(sheets):
    """Page one is one sheet, and who made a table signs on a sheet with rows of it."""
    second = [line.strip() for line in sheets[1].splitlines() if line.strip()][1:2]
    faults = [] if second in (["Biểu 1"], ["ĐÁNH GIÁ, KIẾN NGHỊ"]) else [f"sheet 2 begins with {second}"]
    return faults + [f"sheet {number}: a signature without a row" for number, sheet in enumerate(sheets, 1)
                     if "NGƯỜI LẬP BIỂU" in sheet and not re.search(r"^ *\d+ {2,}\S.*\n", sheet, re.M)]


def check_report(checks, browser, name, path, scratch):
    page = Page(path)
    browser.open(path, *PHONE, True)
    picture = browser.screenshot()
    checks.run(f"{name}: shown on a phone", shown_faults, browser, page, picture, PHONE)
    if not name.startswith("consolidate"):  # which begins with its first table
        checks.run(f"{name}: page one is read on a phone as one page", browser.value, FIRST_TABLE)
    checks.run(f"{name}: charts are legible on a phone", chart_faults, browser, 3 if name.startswith("year") else 0)
    checks.run(f"{name}: dark on a phone", dark_faults, browser)
    browser.open(path, *DESK)
    checks.run(f"{name}: shown on a desk", shown_faults, browser, page, browser.screenshot(), DESK)
    checks.run(f"{name}: contrast", contrast_faults, browser)
    pdf = scratch / f"{name.replace('/', '-')}.pdf"
    sheets = sheets_of(browser.pdf(), pdf)
    checks.run(f"{name}: printed", sheet_faults, sheets, pdf, page)
    checks.run(f"{name}: page one and signatures on paper", paper_faults, sheets)
    if not name.startswith("year"):  # whose chart has numbers under each other
        checks.run(f"{name}: heads on every sheet", head_faults, sheets, page)


def check_all(checks, program, root, scratch):
    out = scratch / "reports"
    with tempfile.TemporaryDirectory(dir=scratch, ignore_cleanup_errors=True) as profile, Browser(profile) as browser:
        for name, arguments in MADE.items():
            subprocess.run([program, arguments[0], "-q", "-o", out, "--formats", "html", *arguments[1:]], cwd=root,
                           capture_output=True, check=False)
            checks.stage(check_report, browser, name, out / f"{name}.html", scratch)
