"""What is keyed in results is printed: nothing is dropped on the way into a report."""

import os
import zipfile

from behaviour import ALL_MADE, WARNINGS, ROOT, check, check_equal, read, write

ATTRIBUTES = 'plan="good" unit="92" regime="nd09" basis="cumulative" status="final"'
YEAR = f"""<results xmlns="urn:phuluc:results:1" id="y" period="2026" cutOff="2026-12-14" issued="2026-12-20" {ATTRIBUTES}>
  <value target="a1" op="about" value="48" dataSource="Điều tra chọn mẫu">Mới điều tra ở đô thị.</value>
  <value indicator="online-shoppers" value="58" status="provisional" dataSource="Cục Thống kê">Ước từ điều tra dân số.</value>
  <money moneyUnit="million-dong"><disbursed source="TW">9</disbursed></money>
  <assessment kind="proposal"><p>Đề nghị bố trí thêm vốn.</p></assessment>
  <assessment kind="general"><p>Đoạn một của đánh giá.</p><p>Đoạn hai của đánh giá.</p></assessment>
  <note>Ghi chú thứ nhất.</note>
  <note>Ghi chú thứ hai.</note>
</results>"""
MONTH = f"""<results xmlns="urn:phuluc:results:1" id="m" period="2026-06" cutOff="2026-06-14" issued="2026-06-20" {ATTRIBUTES}>
  <value indicator="online-shoppers" value="51" dataSource="Cục Thống kê">Ước nhanh.</value>
  <estimate target="a1" period="2026" value="47" dataSource="Sở ước">Tính từ nửa năm.</estimate>
  <money moneyUnit="million-dong"><disbursed source="TW">3</disbursed><estimated source="DP" period="2026">1.5</estimated></money>
  <assessment kind="shortcoming"><p>Giải ngân chậm.</p></assessment>
  <assessment kind="cause"><p>Thủ tục kéo dài.</p></assessment>
  <note>Ghi chú của tháng.</note>
</results>"""


def _write_plan(box):
    write(box.at("in", "plan.xml"), read(os.path.join(ROOT, "tests", "reject", "good", "good.xml")))


def _made(program, box, command, formats="txt"):
    _write_plan(box)
    write(box.at("in", "y.xml"), YEAR)
    write(box.at("in", "m.xml"), MONTH)
    period = ["--month", "2026-06"] if command == "monthly" else ["--year", "2026"]
    run = program.run(command, *period, "--formats", formats, "-o", "out", "in", cwd=box.path)
    check(run.status in (ALL_MADE, WARNINGS), run.stderr)
    return {os.path.splitext(name)[1]: box.at("out", command, name) for name in box.files("out", command)}


def _rows(text):
    """The rows of all tables, each whole: cells that go on in the next line are put together."""
    rows = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if cells and (cells[0] or not rows or len(cells) != len(rows[-1])):
            rows.append(cells)
        elif cells:
            rows[-1] = [f"{old} {new}".strip() for old, new in zip(rows[-1], cells)]
    return rows


def _whole(text):
    return " ".join(cell for row in _rows(text) for cell in row)


def _check_all(text, words):
    whole = _whole(text)
    for said in words:
        check(said in whole, f"{said!r} is not printed")


def more_proposals_than_page_one_has_room_for_are_counted(program, box):
    said = "<p>Đề nghị bố trí thêm vốn.</p>"
    check(said in YEAR, "the document proposes something")
    _write_plan(box)
    write(box.at("in", "y.xml"), YEAR.replace(said, "".join(f"<p>Đề nghị {n}.</p>" for n in range(1, 6))))
    run = program.run("year-end", "--year", "2026", "--formats", "txt", "-o", "out", "in", cwd=box.path)
    (name,) = box.files("out", "year-end")
    first = read(box.at("out", "year-end", name)).partition("ĐÁNH GIÁ, KIẾN NGHỊ")[0]
    check("Đề nghị 3." in first and "Đề nghị 4." not in first and "Và 2 kiến nghị khác" in first, run.stderr + first)


def a_year_prints_words_notes_sources_and_explanations(program, box):
    text = read(_made(program, box, "year-end")[".txt"])
    _check_all(text, ["Đoạn một của đánh giá.", "Đoạn hai của đánh giá.", "Đề nghị bố trí thêm vốn.",
                      "Biểu 4, chỉ tiêu 1 (báo cáo năm 2026): Mới điều tra ở đô thị.; nguồn số liệu: Điều tra chọn mẫu",
                      "Ước từ điều tra dân số.; nguồn số liệu: Cục Thống kê", "Ghi chú thứ nhất.", "Ghi chú thứ hai.", "khoảng 48"])
    first, _, behind = text.partition("ĐÁNH GIÁ, KIẾN NGHỊ")
    check("Kiến nghị, đề xuất" in first and "Đề nghị bố trí thêm vốn." in first, "what is proposed stands on the first page")
    check(behind.index("Đánh giá chung") < behind.index("Kiến nghị, đề xuất") < behind.index("Biểu 1\n"), "order of the words")
    check("Ghi chú của tháng" not in text, "a month's note where the year has a report of its own")


def an_indicator_without_target_stands_below_the_targets_and_beside_the_nation(program, box):
    """In 2030 the nation wants 65 %; what the catalogue has not verified stands in no report."""
    text = read(_made(program, box, "year-end")[".txt"])
    (row,) = [row for row in _rows(text) if "58" in row]
    check_equal([row[0], row[2]], ["2", "%"], "number and unit of the row")
    check("số ước tính" in row[-1], f"mark of a provisional figure in {row}")
    check("Ngoài kế hoạch có 1 chỉ tiêu khác được báo cáo" in _whole(text), "page one counts it apart")
    check("1 chỉ tiêu: 1 " in _whole(text), "page one counts the targets of the plan only")


def a_month_prints_words_notes_and_estimates(program, box):
    text = read(_made(program, box, "monthly")[".txt"])
    _check_all(text, ["Giải ngân chậm.", "Thủ tục kéo dài.", "Ghi chú của tháng.", "Ước nhanh.; nguồn số liệu: Cục Thống kê",
                      "Ước năm 2026, Biểu 3, chỉ tiêu 1 (báo cáo tháng 6/2026): 47 %; Tính từ nửa năm.; nguồn số liệu: Sở ước",
                      "Ước giải ngân năm 2026, Ngân sách thành phố (báo cáo tháng 6/2026): 1,5 triệu đồng"])
    check("Đoạn một" not in text, "words of the year in a month's report")


def all_provinces_print_figures_besides_the_plan_and_notes(program, box):
    text = read(_made(program, box, "consolidate")[".txt"])
    _check_all(text, ["–*", "Ước từ điều tra dân số.", "nguồn: Cục Thống kê", "~\u00a048", "Ghi chú thứ nhất."])


def words_stand_in_every_format(program, box):
    made = _made(program, box, "year-end", "txt,html,xlsx,pdf")
    check("Đoạn hai của đánh giá." in read(made[".html"]), "html")
    with zipfile.ZipFile(made[".xlsx"]) as book:
        check("Đoạn hai của đánh giá." in book.read("xl/sharedStrings.xml").decode(), "xlsx")
    check(".pdf" in made, "pdf")


def a_kind_of_words_that_nobody_knows_is_refused(program, box):
    _write_plan(box)
    write(box.at("in", "y.xml"), YEAR.replace('kind="proposal"', 'kind="wish"'))
    run = program.run("check", "in", cwd=box.path)
    check("y.xml:5: " in run.stderr + run.stdout and "wish" in run.stderr + run.stdout, run.stderr + run.stdout)
