"""
Files that are refused: what they fed stays as it was and is told; the rest is made; all is made once the file is right again.

The plan of unit 92 has results; that of unit 01 has none. What is kept is written down here by kind of file and command.
"""

import json
import os
import shutil
import subprocess

from batch import check_manifest, check_no_temporaries, reports, whole
from behaviour import ALL_MADE, REFUSED, ROOT, WARNINGS, check, check_equal, read, write
from sharing import CLERK, GROUP, can_enter, run_as

DATA = os.path.join(ROOT, "tests", "data", "refused")
CATALOGUE = os.path.join(ROOT, "templates", "catalogue.xml")

COMMANDS = {"annex": ["annex"], "year-end": ["year-end", "--year", "2026"], "monthly": ["monthly", "--month", "2026-03"],
            "consolidate": ["consolidate", "--year", "2026"]}
BOTH = {"annex": ["annex/thu-chart", "annex/thu-khac"], "year-end": ["year-end/2026/01", "year-end/2026/92"],
        "monthly": ["monthly/2026-03/01", "monthly/2026-03/92"], "consolidate": ["consolidate/2026"]}
OF_92 = {"annex": ["annex/thu-chart"], "year-end": ["year-end/2026/92"], "monthly": ["monthly/2026-03/92"],
         "consolidate": ["consolidate/2026"]}
KEPT = {"plan": OF_92, "results": dict(OF_92, annex=[]), "office": BOTH, "accepted": BOTH, "catalogue": BOTH}
FILES = {kind: f"input/{kind}.xml" for kind in ["plan", "results", "office", "accepted"]} | {"catalogue": "catalogue.xml"}

# What is changed, and how a clerk changes it: a comma, an element that is not closed, an unknown one, an encoding, a reference.
COMMAS = {"plan": ("244.5", "244,5"), "results": ("31.25", "31,25"), "office": ('exceeded="5"', 'exceeded="5,5"'),
          "accepted": ('on="2026-11-22"', 'on="2026-11,22"'), "catalogue": ('value="55"', 'value="55,5"')}
REFERENCES = {"plan": ('source="TW"><amount', 'source="XX"><amount'), "results": ('target="a1"', 'target="a9"'),
              "office": ('kind="nd09"', 'kind="nd9"'), "accepted": ('code="CA-001"', 'code="CA1"'),
              "catalogue": ('<seenIn reference="vietnamnet-645"/>', '<seenIn reference="khong-co"/>')}


def _faults(kind, text):
    """The five faults: name and the bytes of the file."""
    end = f"</{kind}>"
    for name, (old, new) in [("comma", COMMAS[kind]), ("unclosed", (end, "")), ("unknown element", (end, f"<la/>{end}")),
                             ("reference", REFERENCES[kind])]:
        check(old in text, f"{kind} has no {old}")
        yield name, text.replace(old, new, 1).encode()
    yield "encoding", text.encode("utf-16")


def _put(box):
    plan = read(os.path.join(DATA, "plan.xml"))
    write(box.at("input", "plan.xml"), plan)
    write(box.at("input", "khac.xml"), plan.replace('id="thu-chart" unit="92"', 'id="thu-khac" unit="01"'))
    for name, kind in [("kq", "results"), ("office", "office"), ("accepted", "accepted")]:
        box.copy(os.path.join(DATA, f"{name}.xml"), "input", f"{kind}.xml")
    write(box.at("catalogue.xml"), read(CATALOGUE))


def _run(program, box, command, day, *more):
    return program.run(*COMMANDS[command], "--formats", "pdf" if command == "annex" else "txt", "-q", "--catalogue", "catalogue.xml", "--as-of", day, *more, "-o",
                       "out", "input", cwd=box.path)


def _manifest(box):
    return {report["name"]: report for report in json.loads(read(box.at("out", "manifest.json")))["reports"]}


def _told(result, code):
    """Files and what is said of them by the findings of that code."""
    lines = [line for line in result.stderr.splitlines() if line.endswith(f" {code}]")]
    return [(line.split(": ")[0], sorted(line.split(": ")[2].split(", "))) for line in lines]


def _check_kept(box, file, kept, before, result):
    check_equal(result.status, REFUSED, f"status: {result.stderr}")
    check_equal(_told(result, "RU-020"), [(file, kept)] if kept else [], f"what is told: {result.stderr}")
    after = reports(whole(box.at("out")))
    for name, content in after.items():
        check((content == before[name]) == (name.partition(".")[0] in kept), f"{name}: kept, or made, against the table")
    for name, report in _manifest(box).items():
        check_equal(report.get("kept"), {"since": "2027-02-02", "for": [file]} if name in kept else None, f"manifest: {name}")
    check_manifest(box.at("out"))
    check_no_temporaries(box.at("out"))


def _check_fault(program, box, kind, command, fault, content):
    path, good = box.at(FILES[kind]), read(box.at(FILES[kind]))
    kept = KEPT[kind][command]
    check_equal(_run(program, box, command, "2027-02-01").status, ALL_MADE, "first run")
    before = reports(whole(box.at("out")))
    check_equal(sorted(name.partition(".")[0] for name in before), BOTH[command], "reports")
    with open(path, "wb") as file:
        file.write(content)
    dry = _run(program, box, command, "2027-02-02", "--dry-run")
    check_equal(_told(dry, "RU-020"), [(FILES[kind], kept)] if kept else [], f"{fault}: dry run: {dry.stderr}")
    check_equal(reports(whole(box.at("out"))), before, f"{fault}: a dry run")
    _check_kept(box, FILES[kind], kept, before, _run(program, box, command, "2027-02-02"))
    _check_kept(box, FILES[kind], kept, before, _run(program, box, command, "2027-02-02", "--force"))
    write(path, good)
    check_equal(_run(program, box, command, "2027-02-02").status, ALL_MADE, f"{fault}: after the mend")
    after = reports(whole(box.at("out")))
    check(all(after[name] != before[name] for name in before), f"{fault}: not all were made after the mend")
    check(not any("kept" in report for report in _manifest(box).values()), f"{fault}: kept after the mend")


def _case(kind, command):
    def case(program, box):
        _put(box)
        for fault, content in _faults(kind, read(box.at(FILES[kind]))):
            if kind == "catalogue":
                _check_no_catalogue(program, box, command, fault, content)
            else:
                _check_fault(program, box, kind, command, fault, content)
    return case


def _check_no_catalogue(program, box, command, fault, content):
    """Without it nothing can be made at all."""
    good = read(box.at("catalogue.xml"))
    check_equal(_run(program, box, command, "2027-02-01").status, ALL_MADE, "first run")
    before = reports(whole(box.at("out")))
    with open(box.at("catalogue.xml"), "wb") as file:
        file.write(content)
    check_equal(_told(_run(program, box, command, "2027-02-02", "--dry-run"), "RU-020"), [("catalogue.xml", BOTH[command])],
                f"{fault}: dry run")
    _check_kept(box, "catalogue.xml", BOTH[command], before, _run(program, box, command, "2027-02-02"))
    write(box.at("catalogue.xml"), good)
    check_equal(_run(program, box, command, "2027-02-02").status, ALL_MADE, f"{fault}: after the mend")
    check(not any("kept" in report for report in _manifest(box).values()), f"{fault}: kept after the mend")


for _kind in KEPT:
    for _command in COMMANDS:
        _name = f"a refused {_kind} and {_command}".replace(" ", "_").replace("-", "_")
        globals()[_name] = _case(_kind, _command)


def what_has_no_older_report_is_not_made(program, box):
    _put(box)
    write(box.at("input", "results.xml"), read(box.at("input", "results.xml")).replace("31.25", "31,25"))
    result = _run(program, box, "year-end", "2027-02-01")
    check_equal((result.status, _told(result, "RU-021")), (REFUSED, [("input/results.xml", ["year-end/2026/92"])]), result.stderr)
    check_equal(box.files("out", "year-end"), ["2026/01.txt"], "files")


def a_partial_run_makes_it_and_says_what_is_missing(program, box):
    """On page one, on every page, in the notes and in the manifest; then it is made whole."""
    _put(box)
    good = read(box.at("input", "results.xml"))
    write(box.at("input", "results.xml"), good.replace("31.25", "31,25"))
    result = _run(program, box, "year-end", "2027-02-01", "--partial")
    check_equal((result.status, _told(result, "RU-022")), (REFUSED, [("input/results.xml", ["year-end/2026/92"])]), result.stderr)
    text = read(box.at("out", "year-end", "2026", "92.txt"))
    warning = "BÁO CÁO LẬP THIẾU SỐ LIỆU: không dùng được tệp results.xml"
    check(warning in text[:text.index("+--")], "page one, above its table")
    check(f"{warning} – Mã kiểm soát: " in text, "the last line")
    check("Không dùng được tệp results.xml" in text, "the notes")
    check(warning not in read(box.at("out", "year-end", "2026", "01.txt")), "the other plan's")
    check_equal({name: report.get("missing") for name, report in _manifest(box).items()},
                {"year-end/2026/01": None, "year-end/2026/92": ["input/results.xml"]}, "manifest")
    write(box.at("input", "results.xml"), good)
    check_equal(_run(program, box, "year-end", "2027-02-01").status, ALL_MADE, "after the mend")
    check(warning not in read(box.at("out", "year-end", "2026", "92.txt")), "made whole")
    check("missing" not in _manifest(box)["year-end/2026/92"], "manifest after the mend")


def results_that_name_no_plan_of_the_run_concern_their_unit(program, box):
    _put(box)
    check_equal(_run(program, box, "year-end", "2027-02-01").status, ALL_MADE, "first run")
    write(box.at("input", "results.xml"), read(box.at("input", "results.xml")).replace('plan="thu-chart"', 'plan="thu-chat"'))
    check_equal(_told(_run(program, box, "year-end", "2027-02-02"), "RU-020"), [("input/results.xml", ["year-end/2026/92"])], "told")


def what_nobody_can_tell_concerns_all_that_use_results(program, box):
    """A file of noise may be anything; but annexes are made from their plan and the office file alone."""
    for command in COMMANDS:
        _put(box)
        check_equal(_run(program, box, command, "2027-02-01").status, ALL_MADE, f"{command}: first run")
        write(box.at("input", "noise.xml"), "\0\0\0 %%% \0\0")
        kept = [] if command == "annex" else BOTH[command]
        check_equal(_told(_run(program, box, command, "2027-02-02"), "RU-020"), [("input/noise.xml", kept)] if kept else [], command)
        write(box.at("input", "noise.xml"), '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')
        check_equal(_told(_run(program, box, command, "2027-02-02"), "RU-020"), [], f"{command}: another program's file")
        os.remove(box.at("input", "noise.xml"))


def a_path_that_is_not_there_makes_no_report_worse(program, box):
    _put(box)
    check_equal(_run(program, box, "year-end", "2027-02-01").status, ALL_MADE, "first run")
    before = reports(whole(box.at("out")))
    result = _run(program, box, "year-end", "2027-02-02", "khong-co.xml")
    check_equal((result.status, _told(result, "RU-020")), (REFUSED, [("khong-co.xml", BOTH["year-end"])]), result.stderr)
    check_equal(reports(whole(box.at("out"))), before, "reports")


def what_an_amendment_may_change_waits_for_it(program, box):
    """A plan that is refused and names another in a relation; its unit is another one."""
    _put(box)
    check_equal(_run(program, box, "year-end", "2027-02-01").status, ALL_MADE, "first run")
    amendment = read(os.path.join(DATA, "plan.xml")).replace('id="thu-chart" unit="92"', 'id="thu-sua" unit="93"') \
        .replace("<period ", '<relation kind="replaces" plan="thu-khac"/><period ').replace("244.5", "244,5")
    write(box.at("input", "sua.xml"), amendment)
    check_equal(_told(_run(program, box, "year-end", "2027-02-02"), "RU-020"), [("input/sua.xml", ["year-end/2026/01"])], "told")


def the_limit_of_names_is_told(program, box):
    """Of many reports some are named, the others counted; the manifest has all."""
    _put(box)
    plan = read(os.path.join(DATA, "plan.xml"))
    units = ["04", "08", "11", "12", "14", "15", "19", "20", "22"]
    for unit in units:
        write(box.at("input", f"p{unit}.xml"), plan.replace('id="thu-chart" unit="92"', f'id="p{unit}" unit="{unit}"'))
    first = _run(program, box, "annex", "2027-02-01")
    check(first.status <= WARNINGS, f"first run: {first.stderr}")
    write(box.at("input", "office.xml"), read(box.at("input", "office.xml")).replace("nd09", "nd9"))
    told = _told(_run(program, box, "annex", "2027-02-02"), "RU-020")
    check(any(name.endswith(" và 3 báo cáo khác") for name in told[0][1]), f"{told}")
    check_equal(sum("kept" in report for report in _manifest(box).values()), len(units) + 2, "in the manifest")


# An empty file may be anything that no order can tell. What was made from it is kept, and what uses results; a plan that is not
# there leaves results without theirs.
EMPTIED = {"plan": {"annex": ["annex/thu-chart"]}, "results": {"annex": []}, "office": {"annex": BOTH["annex"]}, "accepted": {"annex": []}}


def an_emptied_file_keeps_what_it_may_have_fed(program, box):
    """An editor that died, a disk that was full: the file is there, with nothing in it."""
    _put(box)
    for command, orders in BOTH.items():
        check_equal(_run(program, box, command, "2027-02-01").status, ALL_MADE, f"{command}: first run")
        for kind, of_kind in EMPTIED.items():
            path, kept = box.at(FILES[kind]), of_kind.get(command, orders)
            good, before = read(path), reports(whole(box.at("out")))
            write(path, "")
            result = _run(program, box, command, "2027-02-02")
            told = dict(_told(result, "RU-020"))
            check_equal((result.status, told.get(FILES[kind], [])), (REFUSED, kept), f"{kind}, {command}: {result.stderr}")
            for name in kept:
                after = {file: made for file, made in reports(whole(box.at("out"))).items() if file.startswith(name + ".")}
                check(after and all(made == before[file] for file, made in after.items()), f"{kind}, {command}: {name} not kept")
            write(path, good)
        check_equal(_run(program, box, command, "2027-02-03", "--force").status, ALL_MADE, f"{command}: after the mend")
        check(not any("kept" in report for report in _manifest(box).values()), f"{command}: kept after the mend")


def a_file_that_is_gone_is_told_once(program, box):
    """Nothing is refused: the reports are made without it, and say so where that makes them worse. Another name is no loss."""
    _put(box)
    for kind, told in [("results", ["year-end/2026/92"]), ("office", BOTH["year-end"])]:
        path = box.at(FILES[kind])
        good = read(path)
        check_equal(_run(program, box, "year-end", "2027-02-01").status, ALL_MADE, "first run")
        os.rename(path, box.at("input", "moi.xml"))
        result = _run(program, box, "year-end", "2027-02-01")
        check_equal((result.status, _told(result, "IN-177")), (ALL_MADE, []), f"{kind} under another name: {result.stderr}")
        os.rename(box.at("input", "moi.xml"), path)
        _run(program, box, "year-end", "2027-02-01")
        os.remove(path)
        for args in [["--dry-run"], []]:
            result = _run(program, box, "year-end", "2027-02-02", *args)
            check_equal((result.status, _told(result, "IN-177")), (WARNINGS, [(FILES[kind], told)]), f"{kind}: {result.stderr}")
        result = _run(program, box, "year-end", "2027-02-02")
        check_equal((result.status, _told(result, "IN-177")), (ALL_MADE, []), f"{kind}: told again: {result.stderr}")
        write(path, good)


def _gone_accepted(command):
    """No report is made from it: all stay as they are, and the file is named in one run. So with another name, or run by two."""
    def case(program, box):
        _put(box)
        path, elsewhere = box.at(FILES["accepted"]), box.at("input", "moi.xml")
        check_equal(_run(program, box, command, "2027-02-01").status, ALL_MADE, "first run")
        before = reports(whole(box.at("out")))
        os.rename(path, elsewhere)
        result = _run(program, box, command, "2027-02-01")
        check_equal((result.status, _told_gone(result)), (ALL_MADE, []), f"under another name: {result.stderr}")
        os.remove(elsewhere)
        for args in [["--dry-run"], []]:
            result = _run(program, box, command, "2027-02-01", *args)
            check_equal((result.status, _told_gone(result)), (WARNINGS, ["input/moi.xml"]), f"{args}: {result.stderr}")
            check_equal(reports(whole(box.at("out"))), before, f"{args}: reports")
        result = _run(program, box, command, "2027-02-01")
        check_equal((result.status, _told_gone(result)), (ALL_MADE, []), f"again: {result.stderr}")
        check_no_temporaries(box.at("out"))
    return case


def _told_gone(result):
    return [line.split(": ")[0] for line in result.stderr.splitlines() if line.endswith(" IN-190]")]


for _command in COMMANDS:
    globals()[f"an_accepted_file_that_is_gone_is_told_once_by_{_command}".replace("-", "_")] = _gone_accepted(_command)


def an_accepted_file_that_this_run_was_not_given_is_not_gone(program, box):
    """A report by another command, without it; gone is told by whichever runs next, and by shards through their merge."""
    _put(box)
    os.rename(box.at(FILES["accepted"]), box.at("da-biet.xml"))
    check_equal(_run(program, box, "annex", "2027-02-01", "da-biet.xml").status, ALL_MADE, "first run")
    result = _run(program, box, "monthly", "2027-02-01")
    check_equal((result.status, _told_gone(result)), (ALL_MADE, []), f"not given: {result.stderr}")
    os.remove(box.at("da-biet.xml"))
    for number in ["1/2", "2/2"]:
        result = _run(program, box, "annex", "2027-02-01", "--shard", number)
        check_equal((result.status, _told_gone(result)), (WARNINGS, ["da-biet.xml"]), f"{number}: {result.stderr}")
    result = program.run("merge", "-o", "out", cwd=box.path)
    check_equal((result.status, _told_gone(result)), (WARNINGS, ["da-biet.xml"]), f"merge: {result.stderr}")
    result = _run(program, box, "annex", "2027-02-01")
    check_equal((result.status, _told_gone(result)), (ALL_MADE, []), f"told again: {result.stderr}")


def a_plan_that_is_gone_keeps_the_report_of_its_results(program, box):
    _put(box)
    check_equal(_run(program, box, "year-end", "2027-02-01").status, ALL_MADE, "first run")
    before = reports(whole(box.at("out")))
    os.remove(box.at("input", "plan.xml"))
    result = _run(program, box, "year-end", "2027-02-02")
    check_equal((result.status, _told(result, "RU-020")), (REFUSED, [("input/results.xml", ["year-end/2026/92"])]), result.stderr)
    check_equal(reports(whole(box.at("out")))["year-end/2026/92.txt"], before["year-end/2026/92.txt"], "the report of the plan")


def a_folder_that_cannot_be_read_keeps_all(program, box):
    """Nobody knows what is in it. Root reads everything: another user runs the program then."""
    if os.geteuid() == 0 and not can_enter(program.path, box):
        print("skipped: root here, and others cannot enter the program's folder")
        return
    _put(box)
    os.makedirs(box.at("input", "kq"))
    os.rename(box.at("input", "results.xml"), box.at("input", "kq", "results.xml"))
    os.makedirs(box.at("out"))
    for folder, _, files in os.walk(box.path):
        for path in [folder, *(os.path.join(folder, name) for name in files)]:
            if os.geteuid() == 0:
                os.chown(path, CLERK, GROUP)
    _check_unreadable(program, box)


def _as_clerk(program, box, day):
    command = [program.path, *COMMANDS["year-end"], "--formats", "txt", "-q", "--catalogue", "catalogue.xml", "--as-of", day, "-o", "out", "input"]
    done = run_as(CLERK, command, box.path, 0o022) if os.geteuid() == 0 else \
        subprocess.run(command, cwd=box.path, capture_output=True, stdin=subprocess.DEVNULL, check=False, timeout=120)
    return done.returncode, done.stderr.decode()


def _check_unreadable(program, box):
    check_equal(_as_clerk(program, box, "2027-02-01"), (ALL_MADE, ""), "first run")
    before = reports(whole(box.at("out")))
    os.chmod(box.at("input", "kq"), 0)
    status, errors = _as_clerk(program, box, "2027-02-02")
    os.chmod(box.at("input", "kq"), 0o755)
    told = [line for line in errors.splitlines() if line.endswith(" RU-020]")]
    check_equal((status, len(told)), (REFUSED, 1), errors)
    check(all(name in told[0] for name in [*BOTH["year-end"], "input/kq:"]), told[0])
    check_equal(reports(whole(box.at("out"))), before, "reports")
    check_equal(_as_clerk(program, box, "2027-02-02")[0], ALL_MADE, "after the mend")


LAYOUTS = {"annex": "targets", "year-end": "year-gaps", "monthly": "month-money", "consolidate": "consolidate-decided"}


def a_refused_layout_leaves_reports_as_they_were(program, box):
    """Wrong, emptied, gone: each report that needs it stays, and the layout is named."""
    _put(box)
    shutil.copytree(os.path.join(ROOT, "templates"), box.at("templates"))
    for command, layout in LAYOUTS.items():
        path = box.at("templates", "layouts", f"{layout}.xml")
        good = read(path)
        check_equal(_run(program, box, command, "2027-02-01", "--templates", "templates").status, ALL_MADE, f"{command}: first run")
        before = reports(whole(box.at("out")))
        for fault in [good.replace('width="', 'width="x', 1), "", None]:
            os.remove(path)
            if fault is not None:
                write(path, fault)
            result = _run(program, box, command, "2027-02-02", "--templates", "templates")
            check_equal(result.status, REFUSED, f"{command}: {result.stderr}")
            check(f"«{layout}»" in result.stderr and (fault is None or f"templates/layouts/{layout}.xml" in result.stderr), result.stderr)
            check_equal(reports(whole(box.at("out"))), before, f"{command}: reports")
            check_manifest(box.at("out"))
            write(path, good)
        check_equal(_run(program, box, command, "2027-02-02", "--templates", "templates").status, ALL_MADE, f"{command}: after the mend")
