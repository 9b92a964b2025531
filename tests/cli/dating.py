"""The date in the head of a report: none where what the report is made from is older than the end of its period."""

import os
import re
import zipfile

from behaviour import DECISIONS, ROOT, check, check_equal, read, read_bytes

OFFICE = os.path.join(ROOT, "input", "office.xml")
RESULTS = os.path.join(ROOT, "input", "examples")
BLANK = "ngày … tháng … năm …"
WHY = "Ngày, tháng, năm ở đầu báo cáo để trống, ghi khi ký"


def _words(program, box, *words, paths=(DECISIONS, OFFICE), unit="34"):
    """All words of each format of a unit's report."""
    program.run(*words, "--formats", "txt,html,xlsx,docx", "-o", "out", "--force", *paths, cwd=box.path)
    made = sorted(path for path in box.files("out", words[0]) if re.search(rf"(^|/){unit}(-sua-\d+)?\.", path))
    check_equal([path.rpartition(".")[2] for path in made], ["docx", "html", "txt", "xlsx"], "formats")
    texts = {}
    for path in made:
        name = box.at("out", words[0], path)
        if path.endswith((".xlsx", ".docx")):
            with zipfile.ZipFile(name) as book:
                text = book.read("xl/sharedStrings.xml" if path.endswith(".xlsx") else "word/document.xml").decode()
        else:
            text = read_bytes(name).decode()
        texts[path.rpartition(".")[2]] = " ".join(text.split())
    return texts


def _check_head(texts, date):
    for kind, text in texts.items():
        check(date in text and (BLANK in text) == (date == BLANK), f"{kind}: head has no {date}")
        check((WHY in text) == (date == BLANK), f"{kind}: why the date is blank")


def a_year_without_results_is_not_dated_by_the_decision(program, box):
    """Thái Bình decided on 18 November 2020; the year 2025 ends on 14 December 2025."""
    texts = _words(program, box, "year-end", "--year", "2025")
    _check_head(texts, BLANK)
    for kind, text in texts.items():
        check("chỉ đến ngày 18/11/2020, trước ngày cuối của kỳ báo cáo (14/12/2025)" in text, f"{kind}: the days")


def a_year_with_its_results_is_dated_by_them(program, box):
    texts = _words(program, box, "year-end", "--year", "2025", paths=(DECISIONS, os.path.join(RESULTS, "results"), OFFICE))
    _check_head(texts, "ngày 22 tháng 12 năm 2025")


def the_day_asked_for_counts_from_the_end_of_the_year_on(program, box):
    for day, date in [("2025-12-13", BLANK), ("2025-12-14", "ngày 14 tháng 12 năm 2025")]:
        _check_head(_words(program, box, "year-end", "--year", "2025", "--as-of", day), date)


def a_month_is_dated_from_its_cut_off_on(program, box):
    for words, date in [([], BLANK), (["--as-of", "2024-05-13"], BLANK), (["--as-of", "2024-05-14"], "ngày 14 tháng 5 năm 2024")]:
        _check_head(_words(program, box, "monthly", "--month", "2024-05", *words), date)


def all_units_together_are_dated_alike(program, box):
    _check_head(_words(program, box, "consolidate", "--year", "2025", unit="2025"), BLANK)
    text = read(box.at("out", "consolidate", "2025.txt"))
    check("chỉ đến ngày 14/01/2021" in text, "the latest decision: Bà Rịa – Vũng Tàu")
    _check_head(_words(program, box, "consolidate", "--year", "2025", "--as-of", "2026-01-05", unit="2025"),
                "ngày 05 tháng 01 năm 2026")
