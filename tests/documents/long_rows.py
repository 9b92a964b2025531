"""A row taller than a page: cut over pages, nothing lost, nothing twice."""
import expected
import pdf_tables
import pdfs
import relabelled

PLAN, ACTIVITY, ROW = "thai-binh-2021-2025", "pl1-III-1", 8
LONG = ", ".join(f"việc thứ {number} của hoạt động" for number in range(1, 301))


def faults(program, root, scratch):
    table = next(table for table in expected.tables() if (table.plan, table.name) == (PLAN, "pl1"))
    table.rows[ROW][1] = LONG
    annexes, pages, _ = pdf_tables.read(relabelled.make(program, root, scratch / "long", "pdf", PLAN, {ACTIVITY: LONG}))
    cut = [row for row in annexes[0].rows if row.may_continue]
    found = pdfs.grid_faults(annexes[0], table) + pdfs.number_faults(pages)
    return found if cut else found + ["no row was cut: the test's label is too short"]


def check_all(checks, program, root, scratch):
    checks.run("pdf: a row over several pages", faults, program, root, scratch)
