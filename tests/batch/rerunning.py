"""What is made again, and why."""

import json
import os
import re
import shutil

from batch import build_anew, check_manifest, check_same_content, put_input, reports, trace, whole
from behaviour import ALL_MADE, ROOT, Program, check, check_equal, read, write

PLAN = "dak-nong-2021-2025"
ALL = ["ba-ria-vung-tau-2021-2025", "binh-dinh-2021-2025", "dak-nong-2021-2025", "dong-nai-2021-2025",
       "thai-binh-2021-2025", "worked-example"]


def _annex(program, box, *args):
    result = program.run("annex", "-q", "-o", "out", *args, "input", cwd=box.path)
    check_equal((result.status, result.stdout, result.stderr), (ALL_MADE, "", ""), f"{args}")


def _reasons(program, box, *args, lang="en"):
    """What --dry-run says: reason by report; it touches nothing."""
    before = trace(box.path)
    result = program.run("annex", "--dry-run", "--json", "--lang", lang, "-o", "out", *args, "input", cwd=box.path)
    check_equal((result.status, result.stdout), (ALL_MADE, ""), f"--dry-run {args}")
    check_equal(trace(box.path), before, f"--dry-run {args}: what is there")
    said = {}
    for line in result.stderr.splitlines():
        finding = json.loads(line)
        if finding.get("code") == "RU-006":
            words = finding["message"].split(": ")
            name, reason = words[0], words[1]
            said[name.replace(" would be made", "").replace("sẽ lập ", "").replace("annex/", "")] = reason
    return said


def _made(program, box, *args):
    """The reports that a run made again."""
    before = trace(box.at("out"))
    _annex(program, box, *args)
    after = trace(box.at("out", "annex"))
    return sorted({name.partition(".")[0] for name, found in after.items()
                   if name != "." and before.get(os.path.join("annex", name)) != found})


def a_second_run_makes_nothing(program, box):
    count = put_input(box)
    _annex(program, box)
    before, content = trace(box.at("out", "annex")), whole(box.at("out"))
    result = program.run("annex", "--json", "-o", "out", "input", cwd=box.path)
    check_equal(result.status, ALL_MADE, "status")
    check('"progress"' not in result.stderr, "a report was made again")
    check_equal(trace(box.at("out", "annex")), before, "inodes and times of the reports")
    check_same_content(whole(box.at("out")), content, "second run")
    check_equal(check_manifest(box.at("out")), 2 * count, "outputs in the manifest")
    check_equal(_reasons(program, box), {}, "--dry-run")


def a_dry_run_makes_no_folder(program, box):
    put_input(box)
    check_equal(_reasons(program, box), {name: "it is not there yet" for name in ALL}, "reasons")
    check(not os.path.exists(box.at("out")), "the output folder was made")
    check_equal(_reasons(program, box, lang="vi"), {name: "chưa có" for name in ALL}, "reasons in Vietnamese")


def a_changed_input_is_the_reason(program, box):
    put_input(box)
    _annex(program, box)
    path = box.at("input", "decisions", f"{PLAN}.xml")
    write(path, read(path).replace("</plan>", "<!-- nhập lại -->\n</plan>"))
    check_equal(_reasons(program, box), {PLAN: "an input has changed"}, "reasons")
    check_equal(_made(program, box), [PLAN], "made")
    check_equal(_reasons(program, box), {}, "reasons afterwards")


def a_moved_or_touched_input_is_no_reason(program, box):
    put_input(box)
    _annex(program, box)
    os.utime(box.at("input", "decisions", f"{PLAN}.xml"))
    os.rename(box.at("input", "decisions", f"{PLAN}.xml"), box.at("input", "decisions", "other.xml"))
    check_equal(_reasons(program, box), {}, "reasons")


def changed_thresholds_are_the_reason(program, box):
    put_input(box)
    office = box.at("input", "office.xml")
    _annex(program, box)
    write(office, read(office) + "<!-- x -->\n")
    check_equal(_reasons(program, box), {name: "an input has changed" for name in ALL}, "reasons")


def a_changed_option_is_the_reason(program, box):
    put_input(box)
    _annex(program, box)
    for args in [["--formats", "pdf"], ["--formats", "pdf,xlsx"], ["--as-of", "2026-03-01"], ["--figures", "computed"],
                 ["--separate"]]:
        check_equal(_reasons(program, box, *args), {name: "the options have changed" for name in ALL}, f"{args}")
    for args in [["-j", "1"], ["--timeout", "9"], ["--memory", "0"], ["--lang", "vi"]]:
        check_equal(_reasons(program, box, *args), {}, f"{args}")
    check_equal(_made(program, box, "--as-of", "2026-03-01"), ALL, "made")


def a_removed_or_emptied_output_is_the_reason(program, box):
    """What a person changed is in keeping.py."""
    put_input(box)
    _annex(program, box)
    first = whole(box.at("out"))
    os.remove(box.at("out", "annex", f"{PLAN}.pdf"))
    os.truncate(box.at("out", "annex", "worked-example.xlsx"), 0)
    expected = {name: "an output is missing or was changed" for name in [PLAN, "worked-example"]}
    check_equal(_reasons(program, box), expected, "reasons")
    check_equal(_made(program, box), sorted(expected), "made")
    check_same_content(whole(box.at("out")), first, "mended")


def a_lost_or_damaged_manifest_is_the_reason(program, box):
    put_input(box)
    _annex(program, box)
    first = whole(box.at("out"))
    for damage in [lambda path: os.remove(path), lambda path: os.truncate(path, 1000)]:
        damage(box.at("out", "manifest.json"))
        check_equal(_reasons(program, box), {name: "it is not there yet" for name in ALL}, "reasons")
        _annex(program, box)
        check_same_content(whole(box.at("out")), first, "made again")


def force_is_the_reason(program, box):
    put_input(box)
    _annex(program, box)
    first = whole(box.at("out"))
    check_equal(_reasons(program, box, "--force"), {name: "--force is given" for name in ALL}, "reasons")
    check_equal(_made(program, box, "--force"), ALL, "made")
    check_same_content(whole(box.at("out")), first, "made again")


def _installed(program, box):
    """The program with files of its own that the test may change."""
    os.makedirs(box.at("usr", "bin"))
    shutil.copy(program.path, box.at("usr", "bin", "phuluc"))
    shutil.copytree(os.path.join(ROOT, "templates"), box.at("usr", "share", "phuluc"))
    shutil.copytree(os.path.join(ROOT, "build", "fonts"), box.at("usr", "share", "phuluc", "fonts"))
    return Program(box.at("usr", "bin", "phuluc"))


def _append(path, data):
    with open(path, "ab") as file:
        file.write(data)


def changed_layouts_catalogue_fonts_or_program_are_the_reason(program, box):
    put_input(box)
    installed = _installed(program, box)
    share = box.at("usr", "share", "phuluc")
    _annex(installed, box)
    for path in ["layouts/targets.xml", "catalogue.xml", "fonts/LiberationSerif-Bold.ttf", "fonts/sRGB.icc"]:
        _append(os.path.join(share, path), b"\n")
        check_equal(_reasons(installed, box), {name: "layouts, catalogue or fonts have changed" for name in ALL}, path)
        os.truncate(os.path.join(share, path), os.path.getsize(os.path.join(share, path)) - 1)
        check_equal(_reasons(installed, box), {}, f"{path} as before")
    build_anew(installed.path)
    check_equal(_reasons(installed, box), {name: "the program has changed" for name in ALL}, "the program")


def what_a_run_of_other_inputs_does_not_make_stays(program, box):
    put_input(box)
    _annex(program, box)
    first = whole(box.at("out"))
    result = program.run("annex", "-q", "-o", "out", "input/office.xml", f"input/decisions/{PLAN}.xml", cwd=box.path)
    check_equal((result.status, result.stderr), (ALL_MADE, ""), "a run of one plan")
    check_same_content(reports(whole(box.at("out"))), reports(first), "reports")
    then, now = (json.loads(content["manifest.json"])["reports"] for content in (first, whole(box.at("out"))))
    check_equal(now, then, "reports in the manifest")


def a_refused_input_leaves_its_older_report(program, box):
    put_input(box)
    _annex(program, box)
    first = whole(box.at("out"))
    path = box.at("input", "decisions", f"{PLAN}.xml")
    write(path, read(path)[:-20])
    result = program.run("annex", "-q", "-o", "out", "input", cwd=box.path)
    check_equal(result.status, 2, "status")
    check_same_content(reports(whole(box.at("out"))), reports(first), "reports")


def a_report_that_fails_in_one_format_is_renewed_in_none(program, box):
    """
    A line that no cell of a workbook holds: a PDF can be made, but beside the older workbook it would say something else.
    A cell holds three of the longest texts, so it takes a line of four.
    """
    put_input(box)
    _annex(program, box)
    first = whole(box.at("out"))
    path = box.at("input", "decisions", f"{PLAN}.xml")
    text = read(path)
    for field in ("typeName", "codeNumber", "codeNotation", "organName"):
        text = re.sub(f"<{field}>[^<]*", f"<{field}>" + "ạ" * 9000, text, count=1)
    write(path, text)
    result = program.run("annex", "-q", "-o", "out", "input", cwd=box.path)
    check_equal(result.status, 2, "status")
    check("OU-006" in result.stderr, result.stderr)
    check_same_content(reports(whole(box.at("out"))), reports(first), "reports")


def folders_and_inputs_may_be_named_with_any_bytes(program, box):
    """Names from an old system, not in UTF-8."""
    name, out = (os.fsdecode(os.fsencode(box.path) + rest) for rest in [b"/k\xea ho\xa1ch.xml", b"/k\xfft qu\xea"])
    pdf = os.path.join(out, "annex", f"{PLAN}.pdf")
    shutil.copyfile(os.path.join(ROOT, "input", "decisions", f"{PLAN}.xml"), name)
    made = set()
    for _ in range(2):
        result = program.run("annex", "-q", "-o", out, name, cwd=box.path)
        check_equal((result.status, result.stderr), (ALL_MADE, ""), "run")
        check_equal(sorted(os.listdir(os.path.dirname(pdf))), [f"{PLAN}.pdf", f"{PLAN}.xlsx"], "made")
        made.add(os.stat(pdf).st_ino)
    check_equal(len(made), 1, "times it was made")
    _check_told_by_name(program, box, out)


def _check_told_by_name(program, box, out):
    """Other programs get UTF-8 only: a byte that is none is written as %XX, whatever the format."""
    bad = os.fsdecode(b"x\xea\xff ho\xe1\xba\xa1ch%.xml")
    write(box.at(bad), "<plan/>")
    told = program.run("annex", "-q", "--json", "-o", out, bad, cwd=box.path)
    for text in [told.stderr, whole(out)["findings.jsonl"].decode()]:
        check_equal({json.loads(line)["file"] for line in text.splitlines()} - {None}, {"x%EA%FF hoạch%.xml"}, "the file's name")
    for kind, start in [("csv", "x%EA%FF hoạch%.xml,"), ("json", '{"file":"x%EA%FF hoạch%.xml",')]:
        said = program.run("check", "--format", kind, bad, cwd=box.path).stdout
        check(said.splitlines()[-1].startswith(start), f"{kind}: {said}")
    check('"k%EA ho%A1ch.xml"' in whole(out)["manifest.json"].decode().replace(box.path + "/", ""), "the manifest")
