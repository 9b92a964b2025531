"""
Open cells of a form that came back, at 0 to 100,000 characters, with and without blanks.

What is accepted stands in the document of results, and in each format of the year's report all of it or nothing of it does. What is
refused is told with sheet and cell, and nothing is made of it but the copy with remarks.
"""
import os
import shutil
import xml.etree.ElementTree as ET

from behaviour import REFUSED, ROOT, Sandbox, check, check_equal, read, worst
from form import COVER, MONEY, TARGETS, WORDS, Form, fill_from
from long_texts import FORMATS, LENGTHS, LETTER, LONGEST, sized, text_of

PLAN = os.path.join(ROOT, "input", "decisions", "thai-binh-2021-2025.xml")
RESULTS = os.path.join(ROOT, "input", "examples", "results", "thai-binh-2021-2025-2023.xml")
ID = "thai-binh-2021-2025"

TEXTS = [(COVER, "respondent", "answer"), (TARGETS, "a1", "dataSource"), (TARGETS, "a1", "note"),
         (WORDS, "general.1", "text"), (WORDS, "proposal.4", "text"), (WORDS, "note.3", "text")]
NO_TEXTS = [(COVER, "status", "answer"), (COVER, "supersedes", "answer"), (COVER, "day", "answer"), (TARGETS, "a1", "value"), (TARGETS, "a1", "op"), (MONEY, "/", "disbursed")]


def _filled(program, box):
    made = program.run("form", "--period", "2023", "-q", "-o", "forms", PLAN, cwd=box.path)
    check(made.status < REFUSED, made.stderr)
    form = Form(box.at("forms", "forms", "2023", ID + ".xlsx"))
    fill_from(form.put, ET.parse(RESULTS).getroot())
    return form


def _check_reports(program, box, results, what, length):
    os.makedirs(box.at("input"))
    box.copy(PLAN, "input", "plan.xml")
    shutil.copy(results, box.at("input", "results.xml"))
    done = program.run("year-end", "--year", "2023", "-q", "-o", "out", "--formats", ",".join(FORMATS), "--as-of", "2026-03-01", "input",
                       cwd=box.path)
    check(done.status <= REFUSED and done.status == worst(done.stderr), f"{what}: year-end ends with {done.status}: {done.stderr[-500:]}")
    too_long = "[lỗi OU-006]" in done.stderr  # for a cell of a workbook, with what stands around it
    if too_long:
        check_equal(box.files("out", "year-end"), [], f"{what}: made in part of the formats")
        return
    made = {name.rpartition(".")[2]: text_of(box.at("out", name)).count(LETTER) for name in box.files("out")
            if name.rpartition(".")[2] in FORMATS}
    check_equal(set(FORMATS) - set(made), set(), f"{what}: formats missing; {done.stderr[-500:]}")
    check(all(count >= length for count in made.values()) or not any(made.values()), f"{what}: in part: {made}")


def _try(program, place, length, blanks):
    sheet, row, key = place
    text = sized(length, blanks)
    what = f"{sheet} {row} {key}, {length} characters, {'with' if blanks else 'without'} blanks"
    with Sandbox() as box:
        form = _filled(program, box)
        form.put(sheet, row, key, text)
        result = program.run("import", "-q", "-o", "got", form.save(box.at("form.xlsx")), PLAN, cwd=box.path)
        check(result.status <= REFUSED and result.status == worst(result.stderr),
              f"{what}: import ends with {result.status}: {result.stderr[-500:]}")
        made = [name for name in box.files("got") if name.startswith("import/")]
        if result.status < REFUSED:
            check_equal(made, [f"import/{ID}-2023.xml"], f"{what}: made")
            results = box.at("got", made[0])
            check_equal(read(results).lower().count(LETTER), text.count(LETTER), f"{what}: letters in the results")
            _check_reports(program, box, results, what, text.count(LETTER))
            check(length <= LONGEST and place in TEXTS or not length, f"{what}: accepted")
        else:
            check_equal(made, [], f"{what}: made of what is refused")
            told = [line for line in result.stderr.splitlines() if "form.xlsx" in line and "[lỗi " in line]
            at = form.at(sheet, row, key)
            check(any(at in line for line in told), f"{what}: refused, and {at} is not named: {result.stderr[-700:]}")


def _run(program, place, lengths):
    for length in lengths:
        for blanks in (False, True)[:1 + (length > 1)]:
            _try(program, place, length, blanks)


def cases(program, whole):
    for place in TEXTS + NO_TEXTS:
        lengths = LENGTHS if whole else [10_000, 100_000] if place in (TEXTS[0], TEXTS[3], TEXTS[4], NO_TEXTS[2]) else []
        if lengths:
            yield f"long answers: {' '.join(place)}", lambda place=place, lengths=lengths: _run(program, place, lengths)
