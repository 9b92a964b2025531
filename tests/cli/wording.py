"""What the reports of the office say about figures that would otherwise be read wrongly."""

import os
import re

from behaviour import ROOT, check, check_equal, read, write

INPUTS = [os.path.join(ROOT, "input", name) for name in ("decisions", "examples/results", "office.xml")]


def _text(program, box, command, name):
    program.run(command, "--year", "2025", "--formats", "txt", "-o", "out", *INPUTS, cwd=box.path)
    (path,) = [made for made in box.files("out", command) if made.endswith(name)]
    return read(box.at("out", command, path))


def growth_is_told_in_percent_a_year(program, box):
    """Đồng Nai 2025: 13 against 15; the five years come to 188,98 % of 2020, whose fifth root is 1,1357; 13,57 - 15 = -1,43."""
    words = " ".join(re.sub(r"[|+-]+", " ", _text(program, box, "year-end", "75.txt")).split())
    check("không đạt, còn thiếu 2 điểm phần trăm" in words, "the year's own growth")
    row = next(line for line in _text(program, box, "consolidate", "2025.txt").splitlines()
               if re.search(r"tăng\s+15 ", line))
    cells = [" ".join(cell.split()) for cell in row.split("|")]
    check_equal(cells[12:15], ["13", "tăng 15", "K*"], "of the year")
    text = _text(program, box, "year-end", "75.txt").partition("Biểu 4\n")[2].partition("Biểu 5\n")[0]
    at = next(i for i, line in enumerate(text.splitlines()) if re.search(r"tăng\s+15 ", line))
    note = " ".join(line.split("|")[-2].strip() for line in text.splitlines()[at:at + 12])
    check("bình quân 5 năm có số liệu: 13,57 %/năm, kém mục tiêu 1,43 điểm; chỉ số 188,98" in note, note)


def columns_of_targets_add_up(program, box):
    """
    83 targets: 47 reached, 0 on track, 20 short, 4 without a figure of 2025 (two of them with an older one); the other 12 are
    9 in words and 3 that are not judged.
    """
    text = _text(program, box, "consolidate", "2025.txt")
    totals = [line for line in text.splitlines() if line.startswith("|") and line.split("|")[3].strip() == "Tổng cộng"]
    for total in totals:
        check_equal([cell.strip() for cell in total.split("|")][-8:-2], ["83", "47", "0", "20", "4", "12"], "counts of the total")
    check_equal(len(totals), 2, "rows of totals")
    check("không đánh giá gồm: 1 chưa đánh giá được, 2 chỉ theo dõi (không xét cao hay thấp), 9 định tính." in text,
          "the other targets")


def _page_one(program, box, name):
    """The lines of the first page, each whole: [(number, text, where the details stand)]."""
    lines = []
    for row in _text(program, box, "year-end", name).partition("Biểu 1\n")[0].splitlines():
        cells = [cell.strip() for cell in row.split("|")[1:-1]]
        if len(cells) != 3 or cells[0] == "STT":
            continue
        if cells[0]:
            lines.append(cells)
        else:
            lines[-1] = [lines[-1][0], *(f"{old} {new}".strip() for old, new in zip(lines[-1][1:], cells[1:]))]
    return lines


def _without_sum(said):
    """Several kinds that are not rated stand in brackets behind their sum."""
    return re.sub(r"\d+ chưa hoặc không xếp loại \(([^)]*)\)", r"\1", said)


def targets_in_words_are_no_missing_figures(program, box):
    """The texts of the decisions: targets of each, and how many of them state no number."""
    for unit, (targets, worded) in {"34": (16, 2), "52": (22, 2), "67": (12, 0), "75": (21, 0), "77": (12, 5)}.items():
        (said,) = [text for _, text, _ in _page_one(program, box, f"{unit}.txt") if re.match(r"\d+ chỉ tiêu: ", text)]
        parts = {words: int(count) for count, words in re.findall(r"(\d+) ([^,()]+)", _without_sum(said).partition(": ")[2].split(". ")[0])}
        check_equal((int(said.split()[0]), sum(parts.values())), (targets, targets), f"{unit}: {parts}")
        check_equal(parts.get("định tính", 0), worded, f"{unit}: targets in words")


def missing_targets_are_listed_without_those_in_words(program, box):
    """Thái Bình: number 7 has a figure of 2023 only, 11 is not reported, 13 and 14 state no number and lack nothing."""
    missing = [text for _, text, _ in _page_one(program, box, "34.txt") if "chỉ tiêu chưa có số liệu: " in text]
    check_equal(missing, ["2 chỉ tiêu chưa có số liệu: số 7 (50% số xã và đơn vị hành chính…);"
                          " số 11 (70% các đơn vị cung cấp dịch vụ…)"],
                "what is missing")


def units_of_two_regimes_are_told_apart(program, box):
    """Bà Rịa – Vũng Tàu (the first line) reports by the calendar, the others from 15 December to 14 December."""
    text = _text(program, box, "consolidate", "2025.txt")
    check("dòng 1 từ ngày 01/01/2025 đến ngày 31/12/2025; dòng 2, 3, 4, 5 từ ngày 15/12/2024 đến ngày 14/12/2025" in text,
          "periods of the units")


LEADING = [("thieu-it", "2026", 90), ("cham", "2027", 10), ("thieu-nhieu", "2026", 50)]


def the_leader_reads_of_the_furthest_first(program, box):
    """Of 100 % 90, 50 and 10 are reached: 10, 50 and 90 % of the target are lacking, whatever the year it is for."""
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
    check_equal(found, ["cham", "thieu-nhieu", "thieu-it"], f"order on the first page: {result.stderr}\n{page}")
