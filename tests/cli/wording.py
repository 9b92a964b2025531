"""What the reports of the office say about figures that would otherwise be read wrongly."""

import os
import re

from behaviour import ROOT, check, check_equal, read, write

INPUTS = [os.path.join(ROOT, "input", name) for name in ("decisions", "examples/results", "office.xml")]


def _text(program, box, command, name):
    program.run(command, "--year", "2025", "--formats", "txt", "-o", "out", *INPUTS, cwd=box.path)
    (path,) = [made for made in box.files("out", command) if made.endswith(name)]
    return read(box.at("out", command, path))


def the_gap_of_growth_is_told_in_points_of_the_index(program, box):
    """Đồng Nai, 15 % a year: 1,15^5 = 201,14; reached 188,98; 201,14 - 188,98 = 12,16, which is no rate a year."""
    words = " ".join(_text(program, box, "year-end", "75.txt").replace("|", " ").split())
    check("12,16 điểm chỉ số" in words, "unit of the gap")
    check("12,16 %/năm" not in words, "unit of the gap")


def index_numbers_among_the_units_say_so(program, box):
    rows = [row for row in _text(program, box, "consolidate", "2025.txt").splitlines() if "188,98" in row]
    check(rows and all("năm gốc bằng 100" in row for row in rows), f"remark of {rows}")


def columns_of_targets_add_up(program, box):
    """83 targets: 46 reached, 0 on track, 22 short, 2 not reported, and 2 + 2 + 9 that are not judged."""
    text = _text(program, box, "consolidate", "2025.txt")
    totals = [line for line in text.splitlines() if "Tổng cộng" in line and line.startswith("|")]
    for total in totals:
        check_equal([cell.strip() for cell in total.split("|")][-8:-2], ["83", "46", "0", "22", "2", "13"], "counts of the total")
    check_equal(len(totals), 2, "rows of totals")
    check("không đánh giá gồm: 2 không tính được, 2 không xét cao hay thấp, 9 không có chỉ tiêu bằng số." in text,
          "the other targets")


def targets_in_words_are_no_missing_figures(program, box):
    """The texts of the decisions: targets of each, and how many of them state no number."""
    for unit, (targets, worded) in {"34": (16, 2), "52": (22, 2), "67": (12, 0), "75": (21, 0), "77": (12, 5)}.items():
        text = _text(program, box, "year-end", f"{unit}.txt")
        said = re.search(r"Tổng số (\d+) chỉ tiêu = ([^.]*)\.", text)
        parts = {words: int(count) for count, words in re.findall(r"(\d+) ([^+]+?)(?: \+|$)", said.group(2))}
        check_equal((int(said.group(1)), sum(parts.values())), (targets, targets), f"{unit}: {parts}")
        check_equal(parts.get("không có chỉ tiêu bằng số", 0), worded, f"{unit}: targets in words")


def missing_targets_and_those_in_words_are_listed_apart(program, box):
    """Thái Bình: number 11 is not reported, 13 and 14 state no number."""
    words = " ".join(re.sub(r"[|+-]", " ", _text(program, box, "year-end", "34.txt")).split())
    check("Chỉ tiêu chưa có số liệu báo cáo (số thứ 1 chỉ tiêu Biểu 4 tự: 11)" in words, "what is missing")
    check("nội dung 2 chỉ tiêu Biểu 4 không có chỉ tiêu bằng số (số thứ tự: 13, 14)" in words, "targets in words")


def units_of_two_regimes_are_told_apart(program, box):
    """Bà Rịa – Vũng Tàu (the first line) reports by the calendar, the others from 15 December to 14 December."""
    text = _text(program, box, "consolidate", "2025.txt")
    check("dòng 1 từ ngày 01/01/2025 đến ngày 31/12/2025; dòng 2, 3, 4, 5 từ ngày 15/12/2024 đến ngày 14/12/2025" in text,
          "periods of the units")


LEADING = [("thieu-it", "2026", 90), ("cham", "2027", 10), ("thieu-nhieu", "2026", 50)]


def the_leader_reads_of_the_missed_first_and_of_the_furthest_first(program, box):
    """Of 100 % by 2026 90 and 50 are reached: missed; of 100 % by 2027 with 50 due by 2026 only 10: behind."""
    good = read(os.path.join(ROOT, "tests", "reject", "good", "good.xml"))
    targets = "".join(f'<target id="{name}" op="ge" value="100" unit="%" year="{year}">Việc {name}</target>\n'
                      for name, year, _ in LEADING)
    head, tail = good[:good.index("<target id=")], good[good.index("</section>"):]
    mile = '</section>\n<milestone target="cham" year="2026" value="50"/>'
    write(box.at("in", "plan.xml"), head + targets + tail.replace("</section>", mile, 1))
    values = "".join(f'<value target="{name}" value="{value}"/>\n' for name, _, value in LEADING)
    write(box.at("in", "results.xml"), '<results xmlns="urn:phuluc:results:1" id="r" plan="good" unit="92" period="2026" '
          'regime="nd09" cutOff="2026-12-14" issued="2026-12-20" basis="period" status="final">\n' + values + "</results>")
    result = program.run("year-end", "--year", "2026", "--formats", "txt", "-o", "out", "in", cwd=box.path)
    page = read(box.at("out", "year-end", "2026", "92.txt")).partition("Biểu 1\n")[0]
    found = [name for name in re.findall(r"\| +\d +\| Việc ([a-z-]+):", page)]
    check_equal(found, ["thieu-nhieu", "thieu-it", "cham"], f"order on the first page: {result.stderr}\n{page}")
