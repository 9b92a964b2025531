"""The reconciliation in the documents: the list of the workbook, what pages say of it, a comment on each figure that fails."""
import os
import re
import subprocess
from collections import Counter
from decimal import Decimal
from pathlib import Path

from auditing import INPUT, PLANS, ask, changed, decision, plan_xml, put, table_xml
from behaviour import check, check_equal, read
from workbook import Book

# In the order in which they stand; the words of each rule of the ledger.
VERDICTS = {"differs": "Không khớp", "incomplete": "Chưa đủ số liệu: có ô bị mất", "unchecked": "Không đối chiếu được",
            "holds": "Khớp"}
RULES = {"cells-row": "các ô của dòng = tổng của dòng", "rows-group": "các dòng = tổng của nhóm",
         "groups-total": "các dòng = dòng tổng", "total-rows": "hai dòng tổng của một bảng bằng nhau",
         "same-figure": "cùng một số ở hai chỗ", "prose-sum": "các khoản trong lời văn = tổng",
         "words": "số bằng chữ = số", "label-sum": "phép tính trong tên hoạt động", "count-parts": "các phần = số đếm",
         "citation": "số, ngày, cơ quan ban hành nêu trong văn bản", "stated-once": "số chỉ nêu một lần"}
HEADS = ["STT", "Số được đối chiếu", "Kết quả", "Quy tắc", "Số ghi", "Số tính", "Chênh lệch", "Đơn vị"]
LIST = "Sổ đối chiếu"
THAI_BINH, DONG_NAI = "thai-binh-2021-2025", "dong-nai-2021-2025"

# By hand from the texts: the figures that do not hold, in triệu đồng (stated, computed, difference).
COMMENTED = {
    THAI_BINH: {("Phụ lục I", "IV", "Năm 2021 / TW"): (165, 40, 125), ("Phụ lục I", "IV", "Năm 2021 / ĐP"): (100, 80, 20),
                ("Phụ lục I", "IV", "Năm 2022 / ĐP"): (180, 80, 100), ("Phụ lục I", "IV", "Năm 2023 / ĐP"): (100, 80, 20),
                ("Phụ lục I", "IV", "Năm 2024 / ĐP"): (100, 80, 20), ("Phụ lục I", "IV", "Năm 2025 / ĐP"): (210, 80, 130)},
    DONG_NAI: {("Phụ lục", "TỔNG CỘNG:", "500"): (500, 385, 115),
               ("Phụ lục", "Tổng dự toán kinh phí:", "5500000000"): (5500000000, 5385000000, 115000000)},
}


def _make(program, box, path, formats="xlsx", out="out"):
    done = program.run("annex", path, "-o", out, "--formats", formats, cwd=box.path)
    check(done.status <= 1, f"annex ended {done.status}\n{done.stderr}")
    return Path(box.at(out, "annex"))


def _side(line, name):
    """A side of a ledger line as the sheet shows it: a number in triệu đồng, a date as documents write it, a text."""
    text = line[name]
    if not text and line["verdict"] == "holds" and name != "difference":
        return "trống"
    if name == "stated" and line["reason"] == "lost-total":
        return "[…]"
    if not text:
        return None
    if line["unit"] == "dong":
        return Decimal(text).scaleb(-6).normalize()
    if line["unit"] in ("number", "count"):
        return Decimal(text).normalize()
    if line["unit"] == "date":
        return "/".join(reversed(text.split("-")))
    return text


def _verdict(line):
    """What was compared and is not the same does not agree, also where check only observes it."""
    return "differs" if line["reason"] == "observation" else line["verdict"]


def _sides(line):
    return tuple(_side(line, name) for name in ("stated", "computed", "difference"))


def _expected(ledger):
    """The rows of the list: what does not hold first, each with its verdict."""
    rows = []
    for verdict, words in VERDICTS.items():
        rows += [(str(len(rows) + number), None, words, RULES[line["rule"]], *_sides(line)) for number, line in
                 enumerate((line for line in ledger if _verdict(line) == verdict), 1)]
    return rows


def _is_open(line):
    return _verdict(line) == "differs" or (_verdict(line) == "incomplete" and line["reason"] != "lost-total")


NOTHING_OPEN = "Không có chỗ nào không khớp, không có tổng nào chưa đủ số liệu"


def _read_rows(ledger):
    """The rows for a reader: the lines that do not hold, under headings that count the lines of their verdict."""
    rows = []
    for verdict, words in VERDICTS.items():
        lines = [line for line in ledger if _verdict(line) == verdict]
        if any(map(_is_open, lines)):
            rows.append((None, f"{words} ({len(lines)})", None, None, None, None))
        rows += [(str(number), None, RULES[line["rule"]], *_sides(line)) for number, line in
                 enumerate(filter(_is_open, lines), 1)]
    return rows or [(None, NOTHING_OPEN, None, None, None, None)]


def _counts(ledger):
    """What is said of the other lines under the table: how many by each rule."""
    found = []
    for verdict, words in VERDICTS.items():
        rules = Counter(line["rule"] for line in ledger if _verdict(line) == verdict and not _is_open(line))
        by_rule = "; ".join(f"{count}: {RULES[rule]}" if len(rules) > 1 else RULES[rule] for rule, count in rules.items())
        if rules:
            found.append(f"{words}: {rules.total()} phép đối chiếu ({by_rule}).")
    return found


def _value(cell):
    return Decimal(repr(cell)).normalize() if isinstance(cell, (int, float)) else cell


def _rows(sheet):
    return [[_value(value.value) for _, value in sheet.cells(row)] for row in sheet.body()]


def _compare(rows, expected, plan):
    check_equal(len(rows), len(expected), f"{plan}: rows")
    for row, line in zip(rows, expected):
        wanted = list(line)
        if wanted[1] is None:
            check(row[1], f"{plan}: a line without a name: {row}")
            wanted[1] = row[1]
        check_equal(row[:len(wanted)], wanted, f"{plan}: row {row[0]} {row[1]}")


def the_list_has_every_line_of_the_ledger_with_its_verdict(program, box):
    folder = _make(program, box, os.path.join(INPUT, "decisions"))
    for plan in PLANS:
        sheet = Book(folder / f"{plan}.xlsx").sheet(LIST)
        check_equal(sheet.head(), HEADS, f"{plan}: heads")
        rows = _rows(sheet)
        _compare(rows, _expected(ask(program, box, "reconcile", decision(plan))), plan)
        units = {row[7] for row in rows if isinstance(row[4], Decimal)}
        check(units <= {"triệu đồng", None}, f"{plan}: units {units}")
        priced = [row for row in rows if row[3] in (RULES["stated-once"], RULES["label-sum"])]
        check(all(row[7] == "triệu đồng" for row in priced), f"{plan}: prices without a unit: {priced}")


def the_sheet_for_readers_has_what_does_not_hold_and_counts_the_rest(program, box):
    folder = _make(program, box, os.path.join(INPUT, "decisions"))
    for plan in PLANS:
        rows = _rows(Book(folder / f"{plan}.xlsx").sheet("Đối chiếu"))
        _compare(rows, _read_rows(ask(program, box, "reconcile", decision(plan))), plan)


def what_differs_from_the_number_of_the_decision_does_not_agree(program, box):
    rows = _rows(Book(_make(program, box, decision(THAI_BINH)) / f"{THAI_BINH}.xlsx").sheet(LIST))
    check_equal([row[2] for row in rows if row[4] == "319"], ["Không khớp"], "319 where the decision is 3192")


def what_does_not_hold_stands_first(program, box):
    for plan, first, count in [(THAI_BINH, "Không khớp (9)", 9), (DONG_NAI, "Chưa đủ số liệu: có ô bị mất (20)", 4)]:
        rows = _rows(Book(_make(program, box, decision(plan)) / f"{plan}.xlsx").sheet("Đối chiếu"))
        check_equal(rows[0][1], first, f"{plan}: first heading")
        failing = sorted(tuple(int(number) for number in row[3:6]) for row in rows[1:count + 1]
                         if isinstance(row[3], Decimal))
        expected = {THAI_BINH: sorted(COMMENTED[THAI_BINH].values()),
                    DONG_NAI: [(100, 0, 100), (500, 385, 115), (1717, 1617, 100), (5500, 5385, 115)]}[plan]
        check_equal(failing, expected, f"{plan}: first lines")


def _triples(cells):
    """(stated, computed, difference) of the lines that have three numbers, as a document prints them."""
    return [tuple(cells[at:at + 3]) for at in range(0, len(cells), 3)]


def _printed(number):
    text = f"{number:,f}".translate(str.maketrans(",.", ".,"))
    return text


def the_pages_of_the_pdf_say_the_same_as_the_sheet(program, box):
    folder = _make(program, box, os.path.join(INPUT, "decisions"), "pdf")
    for plan in PLANS:
        pages = subprocess.run(["pdftotext", "-layout", folder / f"{plan}.pdf", "-"], check=True,
                               capture_output=True).stdout.decode()
        check_equal(pages.count("ĐỐI CHIẾU SỐ LIỆU CỦA"), 1, f"{plan}: titles of the reconciliation")
        part = pages.partition("ĐỐI CHIẾU SỐ LIỆU CỦA")[2]
        rows = _read_rows(ask(program, box, "reconcile", decision(plan)))
        expected = [tuple(map(_printed, row[3:6])) for row in rows
                    if isinstance(row[5], Decimal) and isinstance(row[3], Decimal)]
        number = r"(-?\d[\d.,]*)"
        found = re.findall(rf" {number} +{number} +{number}(?: +triệu đồng)?$", part, re.MULTILINE)
        check_equal(found, expected, f"{plan}: stated, computed, difference")
        headings = Counter(re.findall(r"^ +((?:Không|Chưa|Khớp).*\(\d+\)|Không có chỗ nào .*)$", part, re.MULTILINE))
        check_equal(headings, Counter(row[1] for row in rows if row[0] is None and row[2] is None), f"{plan}: headings")
        words = " ".join(part.split())
        check_equal([count for count in _counts(ask(program, box, "reconcile", decision(plan))) if count not in words], [],
                    f"{plan}: counts of what holds")
        check_equal(part.count("trống"), 2 * sum(row[3] == "trống" for row in rows), f"{plan}: blank sides")


def the_text_says_the_same_as_the_sheet(program, box):
    folder = _make(program, box, decision(THAI_BINH), "txt")
    text = (folder / f"{THAI_BINH}.txt").read_text(encoding="utf-8")
    ledger = ask(program, box, "reconcile", decision(THAI_BINH))
    rows = _read_rows(ledger)
    check_equal([count for count in _counts(ledger) if count not in " ".join(text.split())], [], "counts of what holds")
    for heading in (row[1] for row in rows if row[0] is None):
        check(heading in text, f"no heading {heading}")
    for row in rows:
        if row[0] and isinstance(row[5], Decimal) and row[5]:
            numbers = r"\s*\|\s*".join(re.escape(_printed(side)) for side in row[3:6])
            check(re.search(numbers, text), f"no line with {row[3:6]}")


def _comments(book):
    """(sheet, what the row is, head or figure) -> text, of every comment on a number."""
    found = {}
    for name in book.formulas.sheetnames:
        if name in ("Ghi chú", "Đối chiếu", LIST):
            check(not any(cell.comment for row in book.formulas[name].iter_rows() for cell in row), f"comments in {name}")
            continue
        sheet = book.sheet(name)
        heads = sheet.head()
        for row in sheet.body():
            cells = sheet.cells(row)
            for column, (cell, value) in enumerate(cells):
                if cell.comment and not isinstance(value.value, str):
                    label = cells[0][1].value or cells[1][1].value
                    at = heads[column] if heads[column].startswith("Năm") else str(int(value.value))
                    found[name, label, at] = cell.comment.text
    return found


def _numbers(text):
    return tuple(int(number.replace(".", "")) for number in re.findall(r"\d[\d.]*", text.rstrip(".")))


def each_figure_that_does_not_hold_has_a_comment_with_stated_computed_and_difference(program, box):
    folder = _make(program, box, os.path.join(INPUT, "decisions"))
    for plan in PLANS:
        comments = _comments(Book(folder / f"{plan}.xlsx"))
        check_equal({place: _numbers(text) for place, text in comments.items()}, COMMENTED.get(plan, {}), plan)


def comments_of_a_figure_that_lost_cells_leave_open_say_so(program, box):
    comments = _comments(Book(_make(program, box, decision(DONG_NAI)) / f"{DONG_NAI}.xlsx"))
    check(len(comments) == 2 and all("ô bị mất" in text for text in comments.values()), f"{comments}")


def a_figure_that_fails_against_another_place_has_a_comment_too(program, box):
    """The summary table adds up in itself, and is not what annex I says."""
    head, mark, tail = read(decision(THAI_BINH)).partition('<table id="budget"')
    for old, new in [('<amount year="2021">455<', '<amount year="2021">465<'), ('<amount year="2022">420<',
                     '<amount year="2022">410<'), ('<stated year="2021">800<', '<stated year="2021">810<'),
                     ('<stated year="2022">920<', '<stated year="2022">910<')]:
        table, end, rest = tail.partition("</table>")
        tail = changed(table, old, new) + end + rest
    put(box, "in/plan.xml", head + mark + tail)
    comments = _comments(Book(_make(program, box, "in") / f"{THAI_BINH}.xlsx"))
    found = {place: _numbers(text) for place, text in comments.items() if place[0] == "Bảng tổng hợp 1. Kinh phí"}
    check_equal(sorted(found.values()), [(410, 420, 10), (465, 455, 10), (810, 800, 10), (910, 920, 10)],
                "comments in the summary table")


def an_amount_that_is_not_its_words_has_a_comment(program, box):
    rows = ['<line id="k1" no="1" title="Trung ương" source="TW">', '<amount year="2026">30</amount>', "</line>",
            '<total id="k-total" label="Cộng">',
            '<stated year="2026" words="ba mươi mốt triệu đồng">30</stated>', "</total>"]
    put(box, "in/plan.xml", plan_xml(table_xml(*rows, layout="budget-by-source-and-year")))
    book = Book(_make(program, box, "in") / "thu.xlsx")
    check_equal([_numbers(text) for text in _comments(book).values()], [(30, 31, 1)], "comments")


def repairs_of_a_damaged_scan_are_said_on_the_page_of_notes(program, box):
    folder = _make(program, box, os.path.join(INPUT, "decisions"))
    lines = Path(INPUT).parent.joinpath("tests", "data", "mends.tsv").read_text(encoding="utf-8").splitlines()[1:]
    check(len(lines) > 30, "too few repairs listed")
    for plan, printed, read_as in (line.split("\t") for line in lines):
        sheet = Book(folder / f"{plan}.xlsx").sheet("Ghi chú")
        printed = printed.replace(" / ", " ")
        said = f"“{printed}”, đọc là “{read_as}”"
        check(printed == read_as or any(said in str(row[1]) for row in _rows(sheet)), f"{plan}: the notes do not say {said}")


def a_plan_without_money_has_a_sheet_that_says_what_was_compared(program, box):
    """One year cited wrongly; of the other five comparisons the page tells by rule how many there were."""
    sheet = Book(_make(program, box, decision("dak-nong-2021-2025")) / "dak-nong-2021-2025.xlsx").sheet("Đối chiếu")
    check_equal([row[1] for row in _rows(sheet) if row[2] is None], ["Không khớp (1)"], "headings")
    check_equal([count[:22] for count in _counts(ask(program, box, "reconcile", decision("dak-nong-2021-2025")))],
                ["Khớp: 5 phép đối chiếu"], "the others")


def lines_about_amounts_in_prose_name_the_amount(program, box):
    """Four amounts in words of one paragraph: the sheet must say which is which."""
    sheet = Book(_make(program, box, decision(DONG_NAI)) / f"{DONG_NAI}.xlsx").sheet(LIST)
    names = Counter((row[1], row[3]) for row in _rows(sheet) if row[3] == RULES["words"])
    check_equal([what for what, count in names.items() if count > 1], [], "lines that cannot be told apart")


def the_sheet_is_the_same_whichever_figures_the_annex_shows(program, box):
    books = []
    for figures in ("stated", "computed"):
        program.run("annex", decision(THAI_BINH), "-o", figures, "--formats", "xlsx", "--figures", figures, cwd=box.path)
        books.append(Book(Path(box.at(figures, "annex", f"{THAI_BINH}.xlsx"))))
    check_equal(_rows(books[1].sheet(LIST)), _rows(books[0].sheet(LIST)), "rows")


def blank_cells_are_explained_where_there_are_any(program, box):
    """Lines of two sources fill in the same columns; without one amount a cell is blank."""
    path, words = decision("binh-dinh-2021-2025"), "ô trống là ô mà văn bản để trống"
    for text, told in [(read(path), False), (changed(read(path), '<amount year="2023">695</amount>', ""), True)]:
        plan = put(box, "plan.xml", text)
        program.run("annex", plan, "-o", "out", "--formats", "txt", "--force", cwd=box.path)
        made = " ".join(read(box.at("out", "annex", "binh-dinh-2021-2025.txt")).replace("|", " ").split())
        check_equal(words in made, told, f"{words}, without an amount: {told}")
