"""`annex --figures computed`: the recursive sums beside the stated figures, which are never overwritten."""
import hashlib
import os
import re
import subprocess
from pathlib import Path

from auditing import DECISIONS, INPUT, PLANS, activity_xml, decision, plan_xml, put, table_xml
from behaviour import ALL_MADE, USAGE, check, check_equal, read_bytes
from expected import read_tsv, value_of
from expected import DATA as GRIDS
from workbook import Book, shown

THAI_BINH, DONG_NAI = "thai-binh-2021-2025", "dong-nai-2021-2025"
COMPUTED = ("--figures", "computed")
FUNDS = "Bảng tổng hợp 1. Kinh phí"
LOST = "[…]"

# By hand from the text of the decision: in each year TW, ĐP, DN ("" where the decision leaves the cell blank).
# IV.1 is 40/20 and IV.2 –/60 in every year; the total adds I (–/80, –/95, –/100, –/115, –/100), II (170/50, 170/–, –/120,
# –/120, 170/50), III (40/50, 130/100/10, 240/160/20, 240/160/20, 240/160/20), IV, and V (80/45/20, 80/70/45, 80/80/45,
# 80/80/45, 80/70/45).
GROUP_IV = ["40", "80", ""] * 5
TOTAL = ["330", "305", "20", "420", "345", "55", "360", "540", "65", "360", "555", "65", "530", "460", "65"]
YEARS = ["655", "", "", "820", "", "", "965", "", "", "980", "", "", "1.055", "", ""]
ROW_IV, ROW_TOTAL, ROW_YEARS = 12, 19, 20   # in tests/data/expected/thai-binh-2021-2025/pl1.tsv


def _make(program, box, *options, out="out", formats="xlsx", plan=None, path=None):
    path = path or (decision(plan) if plan else DECISIONS)
    done = program.run("annex", path, "-o", out, "--formats", formats, *options, cwd=box.path)
    check(done.status <= 1, f"annex ended {done.status}\n{done.stderr}")
    return Path(box.at(out, "annex"))


def _book(program, box, plan, *options, out="out"):
    return Book(_make(program, box, *options, out=out, plan=plan) / f"{plan}.xlsx")


def _grid(sheet):
    return [[shown(*pair) for pair in sheet.cells(row)] for row in sheet.body()]


def _marked(sheet):
    """(row, column) of the figures with a comment -> its text; each must be filled too, and no other cell may be."""
    found = {}
    for number, row in enumerate(sheet.body()):
        for column, (cell, value) in enumerate(sheet.cells(row)):
            if cell.comment and value.value != LOST:
                found[number, column] = cell.comment.text
                check(cell.fill.fill_type, f"{cell.coordinate}: a comment without a fill")
            elif cell.fill.fill_type:
                check(cell.alignment.horizontal == "centerContinuous" and cell.value is None,
                      f"{cell.coordinate}: a fill without a comment")
    return found


def _keyed(plan, name):
    return [[cell.replace("\\n", "\n") for cell in row] for row in read_tsv(GRIDS / plan / f"{name}.tsv")]


def _thai_binh_computed():
    grid = _keyed(THAI_BINH, "pl1")
    for row, values in [(ROW_IV, GROUP_IV), (ROW_TOTAL, TOTAL), (ROW_YEARS, YEARS)]:
        grid[row] = grid[row][:2] + values
    return grid


def _number(text):
    return value_of(text) if text else 0


def the_figures_worked_out_by_hand_follow_from_the_rows_as_printed(program, box):
    """The test's own arithmetic: each group is the sum of its rows, the total of its groups, the years of their sources."""
    del program, box
    grid = _thai_binh_computed()
    groups = [number for number, row in enumerate(grid) if re.fullmatch("[IVX]+", row[0])]
    for column in range(2, 17):
        for first, last in zip(groups, groups[1:] + [ROW_TOTAL]):
            parts = sum(_number(row[column]) for row in grid[first + 1:last])
            check_equal(_number(grid[first][column]), parts, f"group {grid[first][0]}, column {column}")
        total = sum(_number(grid[group][column]) for group in groups)
        check_equal(_number(grid[ROW_TOTAL][column]), total, f"total, column {column}")
    for column in range(2, 17, 3):
        year = sum(_number(cell) for cell in grid[ROW_TOTAL][column:column + 3])
        check_equal(_number(grid[ROW_YEARS][column]), year, f"year in column {column}")


def annex_I_of_thai_binh_shows_the_recursive_sums(program, box):
    sheet = _book(program, box, THAI_BINH, *COMPUTED).sheet("Phụ lục I")
    for number, (found, expected) in enumerate(zip(_grid(sheet), _thai_binh_computed(), strict=True)):
        check_equal(found[2:], expected[2:], f"row {number}: {expected[0]} {expected[1][:30]}")


def computed_figures_of_thai_binh_that_differ_are_marked_with_what_is_stated(program, box):
    marked = _marked(_book(program, box, THAI_BINH, *COMPUTED).sheet("Phụ lục I"))
    stated, computed = _keyed(THAI_BINH, "pl1"), _thai_binh_computed()
    differing = {(row, column): stated[row][column] for row in (ROW_IV, ROW_TOTAL, ROW_YEARS) for column in range(2, 17)
                 if stated[row][column] != computed[row][column]}
    check_equal((len(differing), sum(row == ROW_IV for row, _ in differing)), (17, 6), "cells that differ by hand")
    check_equal(sorted(marked), sorted(differing), "cells marked")
    for place, text in marked.items():
        check("Số tính" in text and f"văn bản ghi {differing[place]} " in text and "Chưa đủ" not in text, text)


def computed_groups_are_formulas_over_their_rows(program, box):
    sheet = _book(program, box, THAI_BINH, *COMPUTED).sheet("Phụ lục I")
    row = sheet.first + ROW_IV
    for column in (3, 4, 6, 7):
        cell, value = sheet.formulas.cell(row, column), sheet.values.cell(row, column)
        letter = cell.column_letter
        check_equal((cell.value, value.value), (f"=SUM({letter}{row + 1}:{letter}{row + 2})", 40 if column % 3 == 0 else 80),
                    cell.coordinate)
    grand = [cell.value for cell, _ in sheet.cells(sheet.first + ROW_TOTAL)][2:]
    check(all(isinstance(value, str) and value.startswith("=") for value in grand), f"grand total: {grand}")


def lost_cells_make_a_computed_total_of_dong_nai_incomplete(program, box):
    sheet = _book(program, box, DONG_NAI, *COMPUTED).sheet("Phụ lục")
    grid, stated = _grid(sheet), _keyed(DONG_NAI, "phu-luc")
    total = [row[1] for row in stated].index("TỔNG CỘNG:")
    check_equal(grid[total], ["", "TỔNG CỘNG:", "", "", "", "", "1.000", "4.000", "385", "[…]"], "total row")
    check_equal(grid[total + 1][6], "5.385.000.000 đồng", "total in đồng")
    check_equal(grid[:total], [row + [""] * (len(grid[0]) - len(row)) for row in stated[:total]], "rows above the total")
    marked = _marked(sheet)
    check_equal(sorted(marked), [(total, 8), (total + 1, 6)], "cells marked")
    for place, text in [((total, 8), "500 (triệu đồng)"), ((total + 1, 6), "5.500.000.000 (đồng)")]:
        check(f"văn bản ghi {text}" in marked[place] and "Chưa đủ" in marked[place], marked[place])


def no_words_of_another_amount_stand_under_a_computed_total(program, box):
    """“(năm tỷ năm trăm triệu đồng)” is the stated total: under 5.385.000.000 it may not pass for that figure's words."""
    grid = _grid(_book(program, box, DONG_NAI, *COMPUTED).sheet("Phụ lục"))
    below = grid[[row[1] for row in grid].index("TỔNG CỘNG:") + 2:]
    check(not any("năm tỷ năm trăm triệu đồng" in cell and "văn bản" not in cell for row in below for cell in row),
          f"under the computed total: {below}")


def where_everything_holds_the_two_views_show_the_same(program, box):
    for plan, *names in [("binh-dinh-2021-2025", FUNDS), (THAI_BINH, FUNDS, "Phụ lục II")]:
        books = [_book(program, box, plan, out="stated"), _book(program, box, plan, *COMPUTED, out="computed")]
        for name in names:
            stated, computed = (book.sheet(name) for book in books)
            check_equal(_grid(computed), _grid(stated), f"{plan} {name}")
            check_equal(_marked(computed), {}, f"{plan} {name}: cells marked")


def the_default_view_keeps_the_stated_figures(program, box):
    for options in [(), ("--figures", "stated")]:
        sheet = _book(program, box, THAI_BINH, *options).sheet("Phụ lục I")
        for found, expected in zip(_grid(sheet), _keyed(THAI_BINH, "pl1"), strict=True):
            check_equal(found[2:], expected[2:], expected[1])
        check_equal({row for row, _ in _marked(sheet)}, {ROW_IV}, "rows marked")
        sheet = _book(program, box, DONG_NAI, *options).sheet("Phụ lục")
        check_equal([row[8] for row in _grid(sheet) if row[1] == "TỔNG CỘNG:"], ["500"], "total of XHH")


def pdf_and_text_show_the_computed_figures_too(program, box):
    folder = _make(program, box, *COMPUTED, formats="pdf,txt", plan=THAI_BINH)
    pages = subprocess.run(["pdftotext", "-layout", folder / f"{THAI_BINH}.pdf", "-"], check=True,
                           capture_output=True).stdout.decode()
    total = " ".join(TOTAL)
    years = " ".join(cell for cell in YEARS if cell)
    for name, text in [("pdf", pages), ("text", (folder / f"{THAI_BINH}.txt").read_text(encoding="utf-8"))]:
        lines = [re.sub(r"[\s|]+", " ", line).strip() for line in text.splitlines()]
        check(f"Tổng cộng: (I+II+III+IV+V) {total}" in lines, f"{name}: no total row {total}")
        check(any(line.endswith(years) and line.startswith("Tổng kinh phí") for line in lines), f"{name}: no row {years}")
        check(any(re.fullmatch(r"IV Nâng cao NLQL.*?" + " 40 80" * 5, line) for line in lines), f"{name}: no group IV")


def each_view_says_which_it_is(program, box):
    said = {}
    for name, options in [("stated", ()), ("computed", COMPUTED)]:
        book = _book(program, box, THAI_BINH, *options, out=name).values["Phụ lục I"]
        said[name] = " ".join(str(cell) for row in book.iter_rows(values_only=True) for cell in row if cell)
    check("Bản số tính" in said["computed"] and "Bản số tính" not in said["stated"], "the note on computed figures")
    check("được giữ nguyên như văn bản" in said["stated"], "the note on stated figures")


def a_sheet_without_sums_does_not_speak_of_them(program, box):
    book = _book(program, box, THAI_BINH, *COMPUTED).values["Phụ lục II"]
    said = " ".join(str(cell) for row in book.iter_rows(values_only=True) for cell in row if cell)
    check("Bản số tính" not in said, "Phụ lục II has no money, and speaks of computed totals")


def the_view_changes_no_input_and_no_query_takes_it(program, box):
    def digests():
        return {os.path.join(folder, name): hashlib.sha256(read_bytes(os.path.join(folder, name))).hexdigest()
                for folder, _, names in os.walk(INPUT) for name in names}
    before = digests()
    for query in ("reconcile", "totals"):
        check_equal(program.run(query, DECISIONS, *COMPUTED, cwd=box.path).status, USAGE, query)
    _make(program, box, *COMPUTED, formats="xlsx,pdf,txt", path=INPUT)
    check_equal(digests(), before, "files of input/")


def the_computed_view_is_the_same_on_a_second_run(program, box):
    folders = [_make(program, box, *COMPUTED, out=out, formats="xlsx,pdf,txt") for out in ("one", "two")]
    for plan in PLANS:
        for suffix in (".xlsx", ".pdf", ".txt"):
            contents = [read_bytes(folder / (plan + suffix)) for folder in folders]
            check(contents[0] == contents[1], f"{plan}{suffix} differs between two runs")


def sums_of_sums_are_computed_from_the_amounts_up(program, box):
    """A slip three levels down reaches every sum above it; figures beside it stay as stated."""
    inner = ['<activity id="b-I-1" no="1" title="Một">', '<stated source="TW" year="2026">99</stated>',
             activity_xml("b-I-1-a", "a", "A", [("10",)]), activity_xml("b-I-1-b", "b", "B", [("20",)]), "</activity>"]
    rows = ['<group id="b-I" no="I" title="Nhóm một">', '<stated source="TW" year="2026">104</stated>', *inner,
            activity_xml("b-I-2", "2", "Hai", [("5",)]), "</group>",
            '<group id="b-II" no="II" title="Nhóm hai">', '<stated source="TW" year="2026">7</stated>',
            activity_xml("b-II-1", "1", "Ba", [("7",)]), "</group>",
            '<total id="b-total" label="Tổng cộng"><stated source="TW" year="2026">111</stated></total>']
    put(box, "in/plan.xml", plan_xml(table_xml(*rows)))
    sheets = [Book(_make(program, box, *options, out=out, path="in") / "thu.xlsx").sheet("Phụ lục I")
              for out, options in [("stated", ()), ("computed", COMPUTED)]]
    check_equal([row[2] for row in _grid(sheets[0])], ["104", "99", "10", "20", "5", "7", "7", "111"], "stated")
    check_equal([row[2] for row in _grid(sheets[1])], ["35", "30", "10", "20", "5", "7", "7", "42"], "computed")
    check_equal(sorted(_marked(sheets[0])), [(1, 2)], "marked where stated figures are shown")
    check_equal(sorted(_marked(sheets[1])), [(0, 2), (1, 2), (7, 2)], "marked where computed figures are shown")


def a_lost_cell_deep_down_marks_every_computed_sum_above_it(program, box):
    rows = ['<group id="b-I" no="I" title="Nhóm một">', '<stated source="TW" year="2026">30</stated>',
            activity_xml("b-I-1", "1", "Một", [("10",)]), activity_xml("b-I-2", "2", "Hai", [("lost",)]), "</group>",
            '<total id="b-total" label="Tổng cộng"><stated source="TW" year="2026">30</stated></total>']
    put(box, "in/plan.xml", plan_xml(table_xml(*rows)))
    sheet = Book(_make(program, box, *COMPUTED, path="in") / "thu.xlsx").sheet("Phụ lục I")
    check_equal([row[2] for row in _grid(sheet)], ["10", "10", LOST, "10"], "computed")
    marked = _marked(sheet)
    for row in (0, 3):
        check("Chưa đủ" in marked.get((row, 2), ""), f"row {row}: {marked}")


def another_word_for_the_figures_is_a_mistake_of_the_command_line(program, box):
    done = program.run("annex", decision(THAI_BINH), "--figures", "guessed", "-o", "out", cwd=box.path)
    check_equal((done.status, os.path.exists(box.at("out"))), (USAGE, False), "status, and output made")
    check_equal(program.run("check", decision("binh-dinh-2021-2025"), cwd=box.path).status, ALL_MADE, "a run without it")
