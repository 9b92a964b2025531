"""The monthly report: which files it makes, what they say, and what happens to those made before."""

import os

from behaviour import REFUSED, ROOT, check, check_equal, read, read_bytes

INPUT = [os.path.join(ROOT, "input")]


def _make(program, box, *words):
    result = program.run("monthly", "--formats", "txt,xlsx", "-q", *words, *INPUT, cwd=box.path)
    check_equal((result.status, result.stdout, result.stderr), (0, "", ""), "status and streams")


def _of_thai_binh(box):
    return sorted(name for name in os.listdir(box.at("output", "monthly", "2024-04")) if name.startswith("34"))


def _text(box, name):
    return " ".join(read(box.at("output", "monthly", name)).split())


def a_month_is_told_in_five_tables(program, box):
    _make(program, box, "--month", "2024-05")
    text = _text(box, "2024-05/34-sua-1.txt")
    for words in ["Tình hình thực hiện tháng 5 năm 2024", "từ ngày 15/04/2024 đến ngày 14/05/2024", "SỐ LIỆU MINH HỌA",
                  "Đính chính báo cáo tháng 4/2024", "lũy kế đến tháng 4/2024", "Biểu 1", "Biểu 2", "Biểu 3", "Biểu 4", "Biểu 5", "VIỆC PHẢI BÁO CÁO",
                  "Kỳ chưa có báo cáo: tháng 5/2023"]:
        check(words in text, f"no {words}")
    # All sources: 98 in the month after 79 in April as corrected; 275 since December, of 1.000 planned and 1.045 to spend.
    row = next(line for line in read(box.at("output", "monthly", "2024-05", "34-sua-1.txt")).splitlines() if line.split("|")[2:3] and line.split("|")[2].strip() == "Tổng cộng")
    check_equal([cell.strip() for cell in row.split("|")[3:-1]],
                ["1.000", "45", "1.000", "79", "98", "124,05", "275", "26,32", "27,50"], "total")


def a_range_of_months_is_made_up_in_one_run(program, box):
    """Over a year's end; the same bytes as one by one."""
    _make(program, box, "--month", "2023-11..2024-02")
    months = sorted(os.listdir(box.at("output", "monthly")))
    check_equal(months, ["2023-11", "2023-12", "2024-01", "2024-02"], "folders")
    together = read_bytes(box.at("output", "monthly", "2024-02", "34.txt"))
    _make(program, box, "--month", "2024-02", "--force")
    check_equal(read_bytes(box.at("output", "monthly", "2024-02", "34.txt")), together, "February alone")


def the_day_chooses_the_month(program, box):
    for day, month in [("2024-03-14", "2024-02"), ("2024-03-15", "2024-03")]:
        _make(program, box, "--as-of", day)
        check(os.path.exists(box.at("output", "monthly", month, "34.xlsx")), f"on {day} no report of {month}")


def a_corrected_month_is_a_file_of_its_own(program, box):
    _make(program, box, "--month", "2024-04", "--as-of", "2024-05-19")
    check_equal(_of_thai_binh(box), ["34.txt", "34.xlsx"], "files before")
    before = {name: read_bytes(box.at("output", "monthly", "2024-04", name)) for name in ("34.txt", "34.xlsx")}
    _make(program, box, "--month", "2024-04", "--as-of", "2024-05-20")
    check_equal(_of_thai_binh(box),
                ["34-sua-1.txt", "34-sua-1.xlsx", "34.txt", "34.xlsx"], "files after")
    for name, content in before.items():
        check(read_bytes(box.at("output", "monthly", "2024-04", name)) == content, f"{name} was written again")
    text = _text(box, "2024-04/34-sua-1.txt")
    check("Bản lập lại lần 1" in text and "Đính chính" in text and "2.310 | 2.270" in text, text[:1500])
    check("sửa đổi" not in _text(box, "2024-04/34.txt"), "the first report speaks of a revision")


def nothing_is_made_twice(program, box):
    _make(program, box, "--month", "2024-05")
    path = box.at("output", "monthly", "2024-05", "34-sua-1.xlsx")
    made = os.stat(path).st_mtime_ns
    _make(program, box, "--month", "2024-05")
    check_equal(os.stat(path).st_mtime_ns, made, "time of the file")


def a_month_of_no_plan_is_refused(program, box):
    result = program.run("monthly", "--month", "2031-01", *INPUT, cwd=box.path)
    check(result.status == REFUSED and "RU-013" in result.stderr and "--month" in result.stderr, f"{result.status} {result.stderr}")


def what_is_due_says_how_many_days_are_left_or_over(program, box):
    """From 15 July to 20 November 2024: 16 + 31 + 30 + 31 + 20 = 128 days, to 23 May 2027 1,042; the decision's
    deadline is 30 November."""
    for day, words in [("2024-11-20", ["15/07/2024 | quá hạn 128 ngày", "30/11/2024 | còn 10 ngày"]),
                       ("2024-11-30", ["30/11/2024 | hạn trong ngày"]), ("2024-12-02", ["30/11/2024 | đã qua 2 ngày"]),
                       ("2027-05-23", ["15/07/2024 | quá hạn 1.042 ngày"])]:
        result = program.run("monthly", "--month", "2024-11", "--as-of", day, "--formats", "txt", "-o", day, *INPUT, cwd=box.path)
        (name,) = [name for name in box.files(day, "monthly", "2024-11") if name.startswith("34")]
        text = " ".join(read(box.at(day, "monthly", "2024-11", name)).split())
        for word in words:
            check(word in text, f"{day}: no {word}; {result.stderr[:200]}")
