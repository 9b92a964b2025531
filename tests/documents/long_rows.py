"""A row taller than a page: cut over pages, nothing lost, nothing twice."""
import re
import subprocess

import expected
import pdf_tables
import pdfs

PLAN, ACTIVITY, ROW = "thai-binh-2021-2025", "pl1-III-1", 8
LONG = ", ".join(f"việc thứ {number} của hoạt động" for number in range(1, 401))


def make(program, root, scratch):
    """The plan with one very long label, as a PDF."""
    text = (root / "input" / "decisions" / f"{PLAN}.xml").read_text(encoding="utf-8")
    changed, count = re.subn(rf'(<activity id="{ACTIVITY}"[^>]*title=")[^"]*', rf"\g<1>{LONG}", text)
    if count != 1:
        raise ValueError(f"{PLAN}.xml has {count} activities {ACTIVITY}")
    source = scratch / "long.xml"
    source.write_text(changed, encoding="utf-8")
    done = subprocess.run([program, "annex", "-o", scratch / "long", "--formats", "pdf", source], cwd=root,
                          capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise RuntimeError(f"status {done.returncode}: {done.stderr[:300]}")
    return scratch / "long" / "annex" / f"{PLAN}.pdf"


def faults(program, root, scratch):
    table = next(table for table in expected.tables() if (table.plan, table.name) == (PLAN, "pl1"))
    table.rows[ROW][1] = LONG
    annexes, pages, _ = pdf_tables.read(make(program, root, scratch))
    cut = [row for row in annexes[0].rows if row.may_continue]
    found = pdfs.grid_faults(annexes[0], table) + pdfs.number_faults(pages)
    return found if cut else found + ["no row was cut: the test's label is too short"]


def check_all(checks, program, root, scratch):
    checks.run("pdf: a row over several pages", faults, program, root, scratch)
