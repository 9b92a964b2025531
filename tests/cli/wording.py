"""What the reports of the office say about figures that would otherwise be read wrongly."""

import os

from behaviour import ROOT, check, read

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


def columns_of_targets_that_do_not_add_up_are_explained(program, box):
    """83 targets, 46 reached, 22 short, 11 missing: 83 - 46 - 22 - 11 = 4 others."""
    text = _text(program, box, "consolidate", "2025.txt")
    check("không thuộc ba cột sau: 2 không tính được, 2 không đánh giá." in text, "the other targets")


def units_of_two_regimes_are_told_apart(program, box):
    """Bà Rịa – Vũng Tàu (the first line) reports by the calendar, the others from 15 December to 14 December."""
    text = _text(program, box, "consolidate", "2025.txt")
    check("dòng 1 từ ngày 01/01/2025 đến ngày 31/12/2025; dòng 2, 3, 4, 5 từ ngày 15/12/2024 đến ngày 14/12/2025" in text,
          "periods of the units")
