"""Shards of a run, and their merge: byte for byte what one run makes, whatever happened in between."""

import os
import random
import shutil
import signal
import time

from batch import (build_anew, check_manifest, check_no_temporaries, check_same_content, children, ended, held_worker, is_free,
                   put_input, started, until, whole, LOCKED)
from behaviour import ALL_MADE, REFUSED, ROOT, Program, check, check_equal, read, read_bytes, write

SHARDS, KILLS = 4, 12
PLAN = "dak-nong-2021-2025"


def _shard(program, box, number, *args, of=SHARDS, out="parts"):
    return program.run(*args, "-q", "--shard", f"{number}/{of}", "-o", out, "input", cwd=box.path)


def _merge(program, box, out="parts", status=ALL_MADE):
    result = program.run("merge", "-o", out, cwd=box.path)
    check_equal((result.status, result.stdout), (status, ""), f"merge: {result.stderr}")
    return result


def _run_and_merge(program, box, *args, status=ALL_MADE):
    """One run in "one" and shards in "parts": the same files, records and words."""
    one = program.run(*args, "-o", "one", "input", cwd=box.path)
    check_equal(one.status, status, f"one run: {one.stderr}")
    for number in (3, 1, 4, 2):
        _shard(program, box, number, *args)
    merged = _merge(program, box, status=status)
    check_equal(merged.stderr, one.stderr.replace("one/", "parts/"), "what merge says")
    found = whole(box.at("parts"))
    found["findings.jsonl"] = found["findings.jsonl"].replace(b"parts", b"one")
    check_same_content(found, whole(box.at("one")), "merged")
    check_no_temporaries(box.at("parts"))
    check(not [name for name in os.listdir(box.at("parts")) if name.startswith(".")], "shards are left")


def shards_merged_are_one_run(program, box):
    shutil.copytree(os.path.join(ROOT, "input"), box.at("input"))
    _run_and_merge(program, box, "annex", "--formats", "xlsx,pdf,txt", "--separate")
    _run_and_merge(program, box, "annex", "-j", "1")
    _run_and_merge(program, box, "year-end", "--year", "2025")
    _run_and_merge(program, box, "monthly", "--month", "2024-03..2024-05", "--formats", "txt")


def shards_of_two_commands_are_merged_at_once(program, box):
    put_input(box)
    for command in [["annex"], ["year-end", "--year", "2024"]]:
        check_equal(program.run(*command, "-q", "-o", "one", "input", cwd=box.path).status, ALL_MADE, "one run")
        for number in (1, 2):
            check_equal(_shard(program, box, number, *command, of=2).status, ALL_MADE, "shard")
    _merge(program, box)
    found, expected = whole(box.at("parts")), whole(box.at("one"))
    del found["findings.jsonl"], expected["findings.jsonl"]  # of one command there, of both here
    check_same_content(found, expected, "merged")


def a_rerun_in_shards_is_a_rerun(program, box):
    """An edited output, a plan that is gone, one that is broken, one that changed: all as in one run."""
    put_input(box)
    for out in ("one", "parts"):
        check_equal(program.run("annex", "-q", "-o", out, "input", cwd=box.path).status, ALL_MADE, "the first")
        with open(box.at(out, "annex", f"{PLAN}.xlsx"), "ab") as file:
            file.write(b"what a person added")
    decisions = sorted(name for name in os.listdir(box.at("input", "decisions")) if PLAN not in name)
    broken, gone, changed = (box.at("input", "decisions", name) for name in decisions[:3])
    write(broken, "<plan")
    os.remove(gone)
    write(changed, read(changed) + "<!-- looked through -->\n")
    _run_and_merge(program, box, "annex", status=REFUSED)
    write(broken, read(changed))  # two files of one plan
    _run_and_merge(program, box, "annex", "--force", "--partial", status=REFUSED)


def nothing_to_make_is_nothing_to_merge(program, box):
    put_input(box)
    _run_and_merge(program, box, "annex")
    before = {name: os.stat(box.at("parts", name)).st_ino for name in whole(box.at("parts")) if name.startswith("annex/")}
    _run_and_merge(program, box, "annex")
    check_equal({name: os.stat(box.at("parts", name)).st_ino for name in before}, before, "the same files")


def _kill_shard(program, box, *args):
    with started(program, *args, cwd=box.path) as process:
        worker = held_worker(process)
        check(worker is not None, "the shard was over before it could be killed")
        workers = children(process)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for pid in workers:
            os.kill(pid, signal.SIGCONT)


def a_killed_shard_is_named_and_run_again(program, box):
    put_input(box)
    shutil.copytree(os.path.join(ROOT, "input", "examples"), box.at("input", "examples"), dirs_exist_ok=True)
    args = ["annex", "-j", "1"]
    one = program.run(*args, "-o", "one", "input", cwd=box.path)
    _kill_shard(program, box, *args, "-q", "--shard", "2/3", "-o", "parts", "input")
    folder = box.at("parts", ".shards", "annex", "2-of-3")
    until(lambda: is_free(folder), "the lock of the killed shard")
    for number in (1, 3):
        _shard(program, box, number, *args, of=3)
    before = whole(box.at("parts"))
    refused = _merge(program, box, status=REFUSED)
    check_equal(refused.stderr, "parts/.shards/annex/2-of-3: phần 2/3 của annex chưa chạy xong; chưa gộp gì: chạy lại phần ấy "
                "(--shard 2/3) rồi gộp [lỗi RU-046]\nKhông lập báo cáo nào; 1 lỗi, 0 cảnh báo, 0 ghi chú\n", "what it says")
    check_equal(whole(box.at("parts")), before, "what is there")
    _shard(program, box, 2, *args, of=3)
    inode = {name: os.stat(os.path.join(folder, name)).st_ino for name in whole(folder) if name.endswith(".pdf")}
    check(inode, "the shard made nothing")
    _shard(program, box, 2, *args, of=3)
    check_equal({name: os.stat(os.path.join(folder, name)).st_ino for name in inode}, inode, "nothing is made twice")
    merged = _merge(program, box, status=one.status)
    check_equal(merged.stderr, one.stderr.replace("one/", "parts/"), "what merge says")
    check_same_content(whole(box.at("parts")), whole(box.at("one")), "merged")
    check(check_manifest(box.at("parts")) > 0, "the manifest names no output")


def a_killed_merge_is_done_again(program, box):
    put_input(box)
    check_equal(program.run("annex", "-q", "--separate", "-o", "one", "input", cwd=box.path).status, ALL_MADE, "one run")
    for number in (1, 2):
        _shard(program, box, number, "annex", "--separate", of=2, out="made")
    expected, chance = whole(box.at("one")), random.Random(15)
    begun = time.monotonic()
    shutil.copytree(box.at("made"), box.at("calm"))
    _merge(program, box, "calm")
    took, unfinished = time.monotonic() - begun, 0
    for number in range(KILLS):
        out = f"hit{number}"
        shutil.copytree(box.at("made"), box.at(out))
        with started(program, "merge", "-o", out, cwd=box.path) as process:
            time.sleep(chance.uniform(0, took))
            process.send_signal(signal.SIGKILL)
            process.wait()
        if not os.path.exists(box.at(out, ".shards")):
            continue  # it was over before
        unfinished += os.path.exists(box.at(out, "annex"))
        until(lambda folder=box.at(out): is_free(folder), "the lock")
        _merge(program, box, out)
        check_same_content(whole(box.at(out)), expected, f"kill {number}")
    check(unfinished, "no merge was killed in the middle")


def _copies(program, box):
    """A folder of two shards that can be merged."""
    put_input(box)
    for number in (1, 2):
        check_equal(_shard(program, box, number, "annex", of=2, out="made").status, ALL_MADE, "shard")


def _refused(program, box, out, code, what):
    before = whole(box.at(out))
    result = _merge(program, box, out, status=REFUSED)
    check(f"RU-{code}]" in result.stderr, f"{what}: {result.stderr}")
    check_equal(whole(box.at(out)), before, f"{what}: what is there")
    return result.stderr


def what_does_not_go_together_is_not_merged(program, box):
    _copies(program, box)
    _refused(program, box, "input", "045", "no shards")
    damaged = box.at("made", ".shards", "annex", "1-of-2", "annex")
    book = os.path.join(damaged, next(name for name in sorted(os.listdir(damaged)) if name.endswith(".xlsx")))
    content = read_bytes(book)
    with open(book, "ab") as file:
        file.write(b"x")
    check("phần 1/2 của annex không còn như lúc lập xong" in _refused(program, box, "made", "047", "a damaged file"), "name")
    with open(book, "wb") as file:
        file.write(content)
    _shard(program, box, 2, "annex", "--cover", of=2, out="made")
    check("phần 2/2" in _refused(program, box, "made", "048", "other options"), "name")
    _shard(program, box, 2, "annex", of=2, out="made")
    _shard(program, box, 1, "annex", of=3, out="made")
    _refused(program, box, "made", "049", "two cuts")
    shutil.rmtree(box.at("made", ".shards", "annex", "1-of-3"))
    check_equal(program.run("annex", "-q", "--cover", "-o", "made", "input", cwd=box.path).status, ALL_MADE, "a run between")
    _refused(program, box, "made", "050", "a run between")
    for number in (1, 2):
        _shard(program, box, number, "annex", of=2, out="made")
    _merge(program, box, "made")


def a_torn_outcome_and_another_program_are_not_merged(program, box):
    _copies(program, box)
    outcome = box.at("made", ".shards", "annex", "2-of-2", "outcome")
    content = read_bytes(outcome)
    for torn in (b"", content[:-1], content[:40] + b"?" + content[41:]):
        with open(outcome, "wb") as file:
            file.write(torn)
        _refused(program, box, "made", "047", f"{len(torn)} bytes")
    with open(outcome, "wb") as file:
        file.write(content)
    other = shutil.copy(program.path, box.at("phuluc"))
    build_anew(other)
    _refused(Program(other), box, "made", "051", "another program")


def a_shard_under_the_name_of_another_is_not_merged(program, box):
    _copies(program, box)
    shards = box.at("made", ".shards", "annex")
    shutil.rmtree(os.path.join(shards, "2-of-2"))
    shutil.copytree(os.path.join(shards, "1-of-2"), os.path.join(shards, "2-of-2"))
    _refused(program, box, "made", "047", "the first shard twice")
    _shard(program, box, 2, "annex", of=2, out="made")
    _merge(program, box, "made")


def inputs_that_changed_between_shards_are_noticed(program, box):
    put_input(box)
    _shard(program, box, 1, "annex", of=2)
    write(box.at("input", "decisions", f"{PLAN}.xml"), read(box.at("input", "decisions", f"{PLAN}.xml")) + "<!-- -->\n")
    _shard(program, box, 2, "annex", of=2)
    _refused(program, box, "parts", "048", "another input")


def shards_and_runs_keep_out_of_each_others_way(program, box):
    """Two shards at once; not the same one twice, and neither a run nor a merge beside them."""
    put_input(box)
    args = ["annex", "-q", "-j", "1", "-o", "parts", "input"]
    with started(program, *args, "--shard", "1/2", cwd=box.path) as first:
        worker = held_worker(first)
        check(worker is not None, "the first was over before it could be held")
        statuses = [program.run(*command, cwd=box.path).status
                    for command in ([*args, "--shard", "1/2"], args, ["merge", "-q", "-o", "parts"], ["clean", "-o", "parts"])]
        check_equal(statuses, [LOCKED] * 4, "the same shard, a run, a merge, clean")
        check_equal(program.run(*args, "--shard", "2/2", cwd=box.path).status, ALL_MADE, "another shard")
        os.kill(worker, signal.SIGCONT)
        check_equal(ended(first).status, ALL_MADE, "the first")
    _merge(program, box)


def a_dry_run_says_whose_turn_it_is(program, box):
    put_input(box)
    told = []
    for number in (1, 2):
        result = program.run("annex", "--dry-run", "--shard", f"{number}/2", "-o", "parts", "input", cwd=box.path)
        told += [line for line in result.stderr.splitlines() if "RU-006" in line]
    whole_run = program.run("annex", "--dry-run", "-o", "parts", "input", cwd=box.path)
    check_equal(sorted(told), sorted(line for line in whole_run.stderr.splitlines() if "RU-006" in line), "what they say")
    check(not os.path.exists(box.at("parts")), "a dry run made a folder")
    _shard(program, box, 1, "annex", of=1)
    before = whole(box.at("parts"))
    result = program.run("merge", "--dry-run", "-o", "parts", cwd=box.path)
    check_equal(result.stderr.count("phần 1/1 đã lập"), 6, result.stderr)
    check_equal(whole(box.at("parts")), before, "what is there")
