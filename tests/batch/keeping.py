"""What a person changed in the output folder is not lost, and what nobody makes any more is told and can be put away."""

import errno
import json
import os
import shutil
import subprocess

import failing
from batch import environment, put_input, reports, whole
from behaviour import ALL_MADE, SYSTEM, WARNINGS, check, check_equal, read, read_bytes, write
from disks import NAMESPACE, _can_mount

PLAN = "dak-nong-2021-2025"
BOOK = f"annex/{PLAN}.xlsx"
NEW = f"annex/{PLAN}.moi.xlsx"
EDIT = b"what a person added"


def _run(program, box, *args, status=ALL_MADE, command="annex"):
    """The findings of a run, from findings.jsonl."""
    result = program.run(command, *args, "-o", "out", "input", cwd=box.path)
    check_equal((result.status, result.stdout), (status, ""), f"{args}; {result.stderr[-400:]}")
    with open(box.at("out", "findings.jsonl"), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _told(findings, *codes):
    return [(line["code"], line["severity"], line["file"]) for line in findings if line.get("code") in codes]


def _entry(box, name=f"annex/{PLAN}"):
    return {report["name"]: report for report in json.loads(read(box.at("out", "manifest.json")))["reports"]}.get(name)


def _edit(box, name=BOOK):
    with open(box.at("out", name), "ab") as file:
        file.write(EDIT)
    return read_bytes(box.at("out", name))


def _start(program, box):
    put_input(box)
    _run(program, box)
    return whole(box.at("out"))


def an_edited_output_stays_and_the_new_one_stands_beside_it(program, box):
    first = _start(program, box)
    edited = _edit(box)
    findings = _run(program, box, status=WARNINGS)
    check_equal(_told(findings, "RU-023"), [("RU-023", "warning", f"out/{BOOK}")], "told")
    check(f"out/{NEW}" in str([line for line in findings if line["code"] == "RU-023"]), "the new one is not named")
    found = reports(whole(box.at("out")))
    check_equal(found, {**reports(first), BOOK: edited, NEW: first[BOOK]}, "files")
    entry = _entry(box)
    check_equal(sorted(output["path"] for output in entry["outputs"]), [NEW, f"annex/{PLAN}.pdf"], "outputs in the manifest")
    check_equal([output["path"] for output in entry["edited"]], [BOOK], "edited in the manifest")
    _check_later_nights(program, box, edited)


def _check_later_nights(program, box, edited):
    """Nothing changed: known, and no warning. Another content: the new one is replaced, and a warning says so."""
    inode = os.stat(box.at("out", NEW)).st_ino
    check_equal(_told(_run(program, box), "RU-023"), [("RU-023", "note", f"out/{BOOK}")], "the next night")
    check_equal(os.stat(box.at("out", NEW)).st_ino, inode, "it was made again")
    before = read_bytes(box.at("out", NEW))
    check_equal(_told(_run(program, box, "--as-of", "2026-03-01", status=WARNINGS), "RU-023"),
                [("RU-023", "warning", f"out/{BOOK}")], "another content")
    check(read_bytes(box.at("out", NEW)) != before, "the new one was not replaced")
    check_equal(read_bytes(box.at("out", BOOK)), edited, "the edited one")


def a_cut_output_is_nobodys_work_and_is_made_again(program, box):
    put_input(box)
    _run(program, box, "--formats", "xlsx,pdf,html")
    first = reports(whole(box.at("out")))
    for name, content in first.items():
        write_bytes(box.at("out", name), content[:len(content) // 2])
    findings = _run(program, box, "--formats", "xlsx,pdf,html")
    check_equal(_told(findings, "RU-023", "RU-024"), [], "told as a person's")
    check_equal(reports(whole(box.at("out"))), first, "files")


def what_is_no_cut_output_is_a_persons(program, box):
    first = _start(program, box)
    write_bytes(box.at("out", BOOK), EDIT)
    _run(program, box, status=WARNINGS)
    check_equal(reports(whole(box.at("out"))), {**reports(first), BOOK: EDIT, NEW: first[BOOK]}, "files")


def a_person_who_takes_the_edited_one_away_gets_the_name_back(program, box):
    first = _start(program, box)
    _edit(box)
    _run(program, box, status=WARNINGS)
    os.rename(box.at("out", BOOK), box.at("kept.xlsx"))
    check_equal(_told(_run(program, box), "RU-023", "RU-024"), [], "told")
    check_equal(reports(whole(box.at("out"))), reports(first), "files")
    check("edited" not in _entry(box), "the manifest still says edited")


def an_edit_that_was_undone_is_none(program, box):
    first = _start(program, box)
    _edit(box)
    _run(program, box, status=WARNINGS)
    write_bytes(box.at("out", BOOK), first[BOOK])
    check_equal(_told(_run(program, box), "RU-023", "RU-024"), [], "told")
    check_equal(reports(whole(box.at("out"))), reports(first), "files")


def write_bytes(path, content):
    with open(path, "wb") as file:
        file.write(content)


def force_overwrites_and_keeps_the_old_one(program, box):
    first = _start(program, box)
    edited = [_edit(box)]
    check_equal(_told(_run(program, box, "--force", status=WARNINGS), "RU-024"), [("RU-024", "warning", f"out/{BOOK}")], "told")
    check_equal(reports(whole(box.at("out"))), {**reports(first), f"{BOOK}.bak": edited[0]}, "files")
    edited.append(_edit(box) + EDIT)
    _edit(box)
    _run(program, box, "--force", status=WARNINGS)
    check_equal(reports(whole(box.at("out"))), {**reports(first), f"{BOOK}.bak": edited[0], f"{BOOK}.bak2": edited[1]}, "again")
    _edit(box)
    _run(program, box, status=WARNINGS)
    _run(program, box, "--force", status=WARNINGS)
    check(NEW not in whole(box.at("out")), "the one beside is left after --force")


def an_edit_of_the_new_one_is_not_lost_either(program, box):
    _start(program, box)
    edited = _edit(box)
    _run(program, box, status=WARNINGS)
    second = _edit(box, NEW)
    findings = _run(program, box, status=WARNINGS)
    check_equal(_told(findings, "RU-024"), [("RU-024", "warning", f"out/{NEW}")], "told")
    found = whole(box.at("out"))
    check_equal((found[BOOK], found[f"{NEW}.bak"]), (edited, second), "both edits")


def a_file_that_was_never_ours_is_set_aside(program, box):
    put_input(box)
    write(box.at("out", BOOK), "a person's own")
    check_equal(_told(_run(program, box, status=WARNINGS), "RU-023", "RU-024"), [("RU-024", "warning", f"out/{BOOK}")], "told")
    check_equal(read(box.at("out", f"{BOOK}.bak")), "a person's own", "the person's file")


def a_run_that_was_killed_does_not_take_its_files_for_a_persons(program, box):
    """Published, but not in the manifest: as a kill between the two leaves it."""
    first = _start(program, box)
    manifest = read(box.at("out", "manifest.json"))
    _run(program, box, "--as-of", "2026-03-01")
    check(read_bytes(box.at("out", BOOK)) != first[BOOK], "the day changes nothing")
    notes = [output["sha256"] for report in json.loads(read(box.at("out", "manifest.json")))["reports"]
             for output in report["outputs"]]
    write(box.at("out", "manifest.json"), manifest)
    write(box.at("out", ".made"), "".join(note + "\n" for note in notes))
    check_equal(_told(_run(program, box, "--as-of", "2026-04-01"), "RU-023", "RU-024"), [], "told")
    check(not os.path.exists(box.at("out", ".made")), "the notes are left")


def a_link_stays_a_link(program, box):
    first = _start(program, box)
    os.makedirs(box.at("share"))
    os.rename(box.at("out", BOOK), box.at("share", "book.xlsx"))
    os.symlink("../../share/book.xlsx", box.at("out", BOOK))
    _run(program, box, "--as-of", "2026-03-01")
    check_equal(os.readlink(box.at("out", BOOK)), "../../share/book.xlsx", "the link")
    check(read_bytes(box.at("share", "book.xlsx")) != first[BOOK], "what it leads to was not replaced")
    os.remove(box.at("share", "book.xlsx"))
    _run(program, box, "--as-of", "2026-03-01")
    check(os.path.islink(box.at("out", BOOK)) and os.path.isfile(box.at("share", "book.xlsx")), "a link that led to nothing")
    check_equal(os.listdir(box.at("share")), ["book.xlsx"], "beside it")


def a_link_to_another_disk_stays_a_link(program, box):
    if not _can_mount(box):
        print("skipped: a link to another disk (this system allows no mount here)")
        return
    _start(program, box)
    script = f"""mkdir share && mount -t tmpfs none share && mv out/{BOOK} share/book.xlsx && ln -s ../../share/book.xlsx out/{BOOK} &&
        "$0" annex -q --as-of 2026-03-01 -o out input && test -L out/{BOOK} && cp share/* . && ls -A share"""
    done = subprocess.run([*NAMESPACE, "sh", "-c", script, program.path], cwd=box.path, capture_output=True, check=False)
    check_equal((done.returncode, done.stdout, done.stderr), (0, b"book.xlsx\n", b""), "the script")
    _run(program, box, "--as-of", "2026-03-01", "--force")
    os.rename(box.at("out"), box.at("linked"))
    _run(program, box, "--as-of", "2026-03-01")
    check_equal(read_bytes(box.at("book.xlsx")), read_bytes(box.at("out", BOOK)), "what the link leads to")


def mode_and_group_of_what_is_replaced_are_kept(program, box):
    _start(program, box)
    groups = [os.getegid(), *os.getgroups(), *([12345] if os.geteuid() == 0 else [])]
    os.chmod(box.at("out", BOOK), 0o664)
    os.chown(box.at("out", BOOK), -1, groups[-1])
    os.chmod(box.at("out", "findings.jsonl"), 0o640)
    _run(program, box, "--as-of", "2026-03-01")
    status = os.stat(box.at("out", BOOK))
    check_equal((status.st_mode & 0o7777, status.st_gid), (0o664, groups[-1]), "mode and group")
    check_equal(os.stat(box.at("out", "findings.jsonl")).st_mode & 0o7777, 0o640, "mode of the findings")


def a_plan_that_is_gone_is_told_once_and_put_away_when_asked(program, box):
    first = _start(program, box)
    os.remove(box.at("input", "decisions", f"{PLAN}.xml"))
    dry = program.run("annex", "--dry-run", "--json", "-o", "out", "input", cwd=box.path)
    expected = [("RU-025", "warning", f"input/decisions/{PLAN}.xml")]
    check_equal(_told(map(json.loads, dry.stderr.splitlines()), "RU-025"), expected, "--dry-run")
    check("gone" not in _entry(box), "a dry run wrote the manifest")
    check_equal(_told(_run(program, box, status=WARNINGS), "RU-025"), expected, "told")
    check(_entry(box)["gone"], "the manifest does not say since when")
    check_equal(_told(_run(program, box), "RU-025"), [("RU-025", "note", f"input/decisions/{PLAN}.xml")], "the next night")
    check_equal(reports(whole(box.at("out"))), reports(first), "files")
    _check_put_away(program, box, first)


def _check_put_away(program, box, first):
    for args, code in [(["--dry-run"], "RU-027"), ([], "RU-026")]:
        result = program.run("clean", "-o", "out", *args, cwd=box.path)
        check_equal((result.status, result.stdout), (ALL_MADE, ""), f"clean {args}")
        check_equal(result.stderr.count(code), 2, f"clean {args}: {result.stderr}")
        if args:
            check_equal(reports(whole(box.at("out"))), reports(first), "after a dry run")
    found = whole(box.at("out"))
    away = [name for name in found if name.startswith("da-bo/")]
    check_equal(len(away), 2, "files put away")
    check_equal({name.split("/", 2)[2]: found[name] for name in away},
                {name: data for name, data in first.items() if PLAN in name}, "what was put away")
    check(_entry(box) is None, "the manifest still has it")
    check_equal(_told(_run(program, box), "RU-025"), [], "afterwards")
    check_equal(program.run("clean", "-o", "out", cwd=box.path).stderr, "", "clean with nothing to move")


def what_cannot_be_put_away_stays_and_is_told(program, box):
    """A folder that cannot be made, a file that cannot be moved; the next time all is moved."""
    first = _start(program, box)
    os.remove(box.at("input", "decisions", f"{PLAN}.xml"))
    _run(program, box, status=WARNINGS)
    failcall = os.path.join(os.path.dirname(program.path), "tests", "failcall")
    for call in ("mkdir", "rename"):
        done = subprocess.run([failcall, call, str(errno.EACCES), "1", "0", box.at("calls"), program.path, "clean", "-o", "out"], cwd=box.path,
                              env=environment(), stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
        if done.returncode == failing.CANNOT:
            print("skipped: what cannot be put away (calls cannot be watched here)")
            return
        said = done.stderr.decode()
        check_equal((done.returncode, done.stdout), (SYSTEM, b""), f"{call} fails: {said}")
        check("[lỗi hệ thống OU-00" in said and "RU-026" not in said, f"{call} fails: {said}")
        check_equal(reports(whole(box.at("out"))), reports(first), f"{call} fails: files")
        check(_entry(box)["gone"], f"{call} fails: the manifest forgot it")
    _check_put_away(program, box, first)


def a_renamed_plan_leaves_what_is_told(program, box):
    _start(program, box)
    path = box.at("input", "decisions", f"{PLAN}.xml")
    write(path, read(path).replace(f'id="{PLAN}"', 'id="dak-nong-moi"'))
    findings = _run(program, box, status=WARNINGS)
    check_equal([finding for finding in _told(findings, "RU-025")], [("RU-025", "warning", f"input/decisions/{PLAN}.xml")], "told")
    check(_entry(box, "annex/dak-nong-moi"), "the new one is not made")
    write(path, read(path).replace('id="dak-nong-moi"', f'id="{PLAN}"'))
    os.remove(box.at("out", "annex", f"{PLAN}.pdf"))
    _run(program, box, status=WARNINGS)
    check("gone" not in _entry(box), "the plan is back, and the manifest says gone")


def an_empty_input_folder_makes_no_report_gone(program, box):
    """A share that is not mounted."""
    first = _start(program, box)
    shutil.rmtree(box.at("input"))
    os.makedirs(box.at("input"))
    check_equal(_told(_run(program, box, status=2), "RU-025"), [], "told")
    check_equal(reports(whole(box.at("out"))), reports(first), "files")


def issued_months_are_not_gone_when_they_are_revised(program, box):
    put_input(box)
    root = os.path.join(os.path.dirname(__file__), "..", "..", "input", "examples")
    box.copy(os.path.join(root, "months"), "input", "months")
    for day in ["2024-05-01", "2024-05-20"]:
        result = program.run("monthly", "--month", "2024-04", "--as-of", day, "-q", "-o", "out", "input", cwd=box.path)
        check("RU-025" not in result.stderr, result.stderr)
    check_equal(sorted(name for name in os.listdir(box.at("out", "monthly", "2024-04")) if "34" in name and "pdf" in name),
                ["34-sua-1.pdf", "34.pdf"], "reports of the month")
