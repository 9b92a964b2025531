"""Golden cases: tests/golden/<case>/ with plan.xml, README (one line) and what the program makes of the plan.

  layouts/*.xml         put among the templates
  args                  more arguments for annex, one a line
  expected.txt          the report as text, byte for byte
  expected.findings     what annex writes to stderr
  expected.formulas     live formulas of the workbook, if there: sheet, cell, formula, cached value; worked out by hand, never rewritten
  expected.totals.csv   what totals --format csv answers; worked out by hand in the plan's comment, never rewritten
"""

import glob
import os
import re
import zipfile

from behaviour import ROOT, TEMPLATES, Sandbox, check, check_equal, findings_told, read, worst, write

FOLDER = os.path.join(ROOT, "tests", "golden")


def compare(path, found, update):
    if update:
        write(path, found)
    check_equal(found, read(path), os.path.basename(path))


def formulas(path):
    """sheet, cell, formula, cached value of every formula of a workbook, a line each."""
    lines = []
    with zipfile.ZipFile(path) as book:
        names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
        for number, name in enumerate(names, 1):
            sheet = book.read(f"xl/worksheets/sheet{number}.xml").decode()
            for cell in re.findall(r'<c r="([A-Z]+[0-9]+)"[^>]*><f>([^<]*)</f><v>([^<]*)</v>', sheet):
                lines.append("\t".join([name, *cell]))
    return "\n".join(lines) + "\n"


def run(case, program, update):
    folder = os.path.join(FOLDER, case)
    check_equal(len(read(os.path.join(folder, "README")).splitlines()), 1, "lines of README")
    with Sandbox() as box:
        box.copy(os.path.join(folder, "plan.xml"), "input", "plan.xml")
        options = []
        if os.path.isdir(os.path.join(folder, "layouts")):
            box.copy(TEMPLATES, "templates")
            box.copy(os.path.join(folder, "layouts"), "templates", "layouts")
            options = ["--templates", "templates"]
        more = os.path.join(folder, "args")
        args = read(more).splitlines() if os.path.exists(more) else []
        annex = program.run("annex", "-v", "-o", "out", "--formats", "txt,xlsx,pdf", *options, *args, "input", cwd=box.path)
        totals = program.run("totals", "--format", "csv", *options, "input", cwd=box.path)
        made = box.files("out", "annex")
        check_equal([os.path.splitext(name)[1] for name in made], [".pdf", ".txt", ".xlsx"], "files made")
        compare(os.path.join(folder, "expected.txt"), read(box.at("out", "annex", made[1])), update)
        findings = findings_told(annex.stderr)
        compare(os.path.join(folder, "expected.findings"), findings, update)
        claims = os.path.join(folder, "expected.formulas")
        if os.path.exists(claims):
            check_equal(formulas(box.at("out", "annex", made[2])), read(claims), "formulas")
        check_equal(totals.stdout, read(os.path.join(folder, "expected.totals.csv")), "totals")
        check_equal(annex.stdout, "", "stdout of annex")
        check_equal(annex.status, worst(findings), "status of annex")


def layouts_can_be_shown(program):
    """layouts --show of every layout fills each of its columns; an unknown name is told with those that there are."""
    for path in sorted(glob.glob(os.path.join(TEMPLATES, "layouts", "*.xml"))):
        name = os.path.splitext(os.path.basename(path))[0]
        shown = program.run("layouts", "--show", name, cwd=ROOT)
        check_equal(shown.status, 0, f"status for {name}: {shown.stderr}")
        check(shown.stdout.startswith(f"{name}: ") and "SỐ LIỆU MINH HỌA" in shown.stdout, f"{name} is not shown")
    unknown = program.run("layouts", "--show", "none", cwd=ROOT)
    check_equal((unknown.status, unknown.stdout), (2, ""), "an unknown layout")
    check("LY-001" in unknown.stderr and "list-with-prices" in unknown.stderr, "the layouts that there are, are not told")


def layouts_are_data():
    """No source file knows a layout by its id: neither those of the golden cases nor those of the program."""
    sources = "".join(read(path) for path in glob.glob(os.path.join(ROOT, "src", "**", "*.[ch]"), recursive=True))
    schema = read(os.path.join(TEMPLATES, "schema", "plan.xsd"))
    new = glob.glob(os.path.join(FOLDER, "*", "layouts", "*.xml"))
    check(new, "no golden case brings a layout")
    for path in new + glob.glob(os.path.join(TEMPLATES, "layouts", "*.xml")):
        name = re.search(r'<layout [^>]*\bid="([^"]+)"', read(path)).group(1)
        if re.search(r'\beach="(row|target|source)"', read(path)) is None:
            continue    # the views of reports are a closed list: a layout says how one of them looks, by its name
        is_element = path not in new and f'<xs:element name="{name}"' in schema
        check(is_element or name not in sources, f"layout {name} is named in src")


def cases(program, update):
    for case in sorted(os.listdir(FOLDER)):
        yield f"golden/{case}", lambda case=case: run(case, program, update)
    if not update:
        yield "golden: every layout can be shown", lambda: layouts_can_be_shown(program)
    yield "golden: no layout is named in a C file", layouts_are_data
