"""The first page of reports: sentences whose figures are worked out by hand, and what must never be read there."""

import os
import re

from behaviour import ROOT, check, check_equal, read, write

SHARED = [os.path.join(ROOT, "input", name) for name in ("office.xml", "accepted.xml")]
DECISIONS = os.path.join(ROOT, "input", "decisions")
RESULTS = os.path.join(ROOT, "input", "examples", "results")
GOOD = os.path.join(ROOT, "tests", "reject", "good", "good.xml")
HEAD = ('<results xmlns="urn:phuluc:results:1" id="r{n}" plan="good" unit="92" period="{year}" regime="nd09" cutOff="{year}-12-14" '
        'issued="{year}-12-20" basis="cumulative" status="final">\n')


def _page(text):
    """The first page's lines, each whole: number, text, where the details stand."""
    lines = []
    for row in re.split(r"\n(?:Biểu 1|=====)", text)[0].splitlines():
        cells = [cell.strip() for cell in row.split("|")[1:-1]]
        if len(cells) == 3 and cells[0] not in ("", "STT"):
            lines.append(cells)
        elif len(cells) == 3 and lines:
            lines[-1] = [lines[-1][0], *(f"{old} {new}".strip() for old, new in zip(lines[-1][1:], cells[1:]))]
    return lines


def _year(program, box, year, *inputs, more=()):
    run = program.run("year-end", "--year", year, "--formats", "txt", "-o", "out", *more, *inputs, cwd=box.path)
    return run, {os.path.basename(name)[:-4]: read(box.at("out", "year-end", name)) for name in box.files("out", "year-end")}


def _good(program, box, *bodies, plan=None, year="2026", more=()):
    """The page of the small plan with results of 2026, 2027 …"""
    write(box.at("in", "plan.xml"), plan or read(GOOD))
    for n, body in enumerate(bodies):
        write(box.at("in", f"r{n}.xml"), HEAD.format(n=n, year=2026 + n) + body + "</results>")
    run, made = _year(program, box, year, "in", more=more)
    return run, made.get("92", "")


def _texts(text):
    return [line[1] for line in _page(text)]


def money_is_told_in_sentences_with_the_year_before_and_the_whole_plan(program, box):
    """Thái Bình, by hand from the documents: 480 + 560 + 60 of 40 + 1.155; 650 + 920 + 1.025 + 1.005 + 1.100 of 4.890."""
    texts = _texts(_year(program, box, "2025", DECISIONS, RESULTS, *SHARED)[1]["34"])
    check("Giải ngân năm 2025: 1.100 triệu đồng, bằng 92,05 % kinh phí được sử dụng 1.195 triệu đồng "
          "(năm trước chuyển sang 40 + dự toán giao 1.155; năm 2024: 96,17 %); "
          "bằng 92,83 % kế hoạch năm 1.185 triệu đồng" in texts, texts)
    check("Cả giai đoạn 2021-2025: giải ngân 4.700/4.890 triệu đồng kế hoạch, 96,11 %" in texts, texts)


def in_the_middle_of_a_plan_nothing_is_said_of_the_whole(program, box):
    texts = _texts(_year(program, box, "2024", DECISIONS, RESULTS, *SHARED)[1]["34"])
    check(not any(text.startswith("Cả giai đoạn") for text in texts), texts)


def what_lacks_nothing_is_not_listed(program, box):
    """Bình Định: all is reported and final but for one amount."""
    for name, text in _year(program, box, "2025", DECISIONS, RESULTS, *SHARED)[1].items():
        check(not any("không có" in line for line in _texts(text)), f"{name}: {_texts(text)}")


def more_disbursed_than_there_was_is_a_warning(program, box):
    """64.800 of 0 + 680."""
    money = ('<money moneyUnit="million-dong"><carriedIn source="TW">0</carriedIn><allocated source="TW">680</allocated>'
             '<disbursed source="TW">{}</disbursed></money>')
    _, text = _good(program, box, money.format(64800))
    (said,) = [line for line in _texts(text) if line.startswith("Cảnh báo")]
    check("Ngân sách trung ương 64.800/680 triệu đồng" in said, said)
    _, text = _good(program, box, money.format(680))
    check(not any("Cảnh báo" in line for line in _texts(text)), text)


def a_plan_without_targets_is_said_to_have_none(program, box):
    plan = re.sub(r"<targets .*</targets>\n", "", read(GOOD), flags=re.S)
    _, text = _good(program, box, "<value indicator='online-shoppers' value='50'/>", plan=plan)
    check("Kế hoạch không nêu chỉ tiêu. Ngoài kế hoạch có 1 chỉ tiêu khác được báo cáo" in _texts(text), text)
    check("trong tổng số 0" not in text, text)


def a_result_right_at_a_strict_bound_is_no_riddle(program, box):
    """Less than 10 is wanted by 2026, and 10 is reported: missed, and no "100 %" beside it."""
    plan = read(GOOD).replace('op="ge" value="60" unit="%" year="2027"', 'op="lt" value="10" unit="%" year="2026" direction="lower"')
    _, text = _good(program, box, '<value target="a1" value="10"/>', plan=plan)
    (said,) = [line for line in _texts(text) if "kết quả" in line]
    check("không đạt" in said and "dưới 10" in said and "100" not in said, said)


def a_target_that_cannot_be_judged_yet_says_what_to_key(program, box):
    """60 % by 2027, 40 in the first year and nothing before: nothing says what is expected by now."""
    _, text = _good(program, box, '<value target="a1" value="40"/>')
    said = " ".join(_texts(text))
    check("1 chỉ tiêu: 1 chưa đánh giá được" in said and "nhập kết quả năm trước hoặc mức đầu kỳ" in said, said)
    check("còn thiếu 20 điểm phần trăm (hụt 33,33 % mục tiêu)" in said, said)


def a_refused_report_is_never_read_as_nothing_reported(program, box):
    """With --partial the page names the file that was left out, and does not say that there is none."""
    write(box.at("in", "plan.xml"), read(GOOD))
    write(box.at("in", "hong.xml"), HEAD.format(n=9, year=2026) + '<value target="a1" value="x"/></results>')
    run, made = _year(program, box, "2026", "in", more=("--partial",))
    text = made["92"]
    check("hong.xml" in text.split("Biểu 1")[0], run.stderr + text[:2000])
    check("không có báo cáo" not in text, text[:2000])


def a_month_without_corrections_tells_its_figures_all_the_same(program, box):
    """March 2024 of Thái Bình: 98 since December less 33 up to February; 98 of 45 + 1.000."""
    run = program.run("monthly", "--month", "2024-03", "--formats", "txt", "-o", "out", os.path.join(DECISIONS, "thai-binh-2021-2025.xml"),
                      os.path.join(ROOT, "input", "examples", "months"), RESULTS + "/thai-binh-2021-2025-2023.xml", *SHARED, cwd=box.path)
    (name,) = box.files("out", "monthly")
    texts = _texts(read(box.at("out", "monthly", name)))
    check_equal(texts[:2], ["Giải ngân tháng 3/2024: 65 triệu đồng (tháng 2/2024: 24 triệu đồng)",
                             "Lũy kế giải ngân đến tháng 3/2024: 98 triệu đồng, bằng 9,38 % kinh phí được sử dụng 1.045 triệu đồng "
                             "(năm trước chuyển sang 45 + dự toán giao 1.000); "
                             "bằng 9,80 % kế hoạch năm 1.000 triệu đồng"], run.stderr)
    check("Không sửa số nào đã báo cáo" in texts, texts)
