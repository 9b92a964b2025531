"""Two runs at once."""

import os
import signal

from batch import LOCKED, check_manifest, check_no_temporaries, ended, held_worker, put_input, started, trace, whole
from behaviour import ALL_MADE, check, check_equal


def the_second_run_leaves_with_4_and_writes_nothing(program, box):
    count = put_input(box)
    with started(program, "annex", "-q", "-j", "1", "-o", "out", "input", cwd=box.path) as first:
        worker = held_worker(first)
        check(worker is not None, "the first run was over before it could be held")
        before = trace(box.path)
        for args in [[], ["--force"], ["-q"]]:
            result = program.run("annex", *args, "-o", "out", "input", cwd=box.path)
            check_equal((result.status, result.stdout), (LOCKED, ""), f"status of the second run {args}")
            check_equal(result.stderr, "out: một lần chạy khác đang làm việc trong thư mục này: đợi lần chạy kia xong rồi "
                        "chạy lại, hoặc dùng -o với thư mục khác [đang khóa RU-004]\n", "what it says")
        check_equal(trace(box.path), before, "what is there")
        check_equal(program.run("annex", "--dry-run", "-q", "-o", "out", "input", cwd=box.path).status, ALL_MADE, "dry run")
        check_equal(program.run("annex", "-q", "-o", "elsewhere", "input", cwd=box.path).status, ALL_MADE, "other folder")
        os.kill(worker, signal.SIGCONT)
        result = ended(first)
    check_equal((result.status, result.stderr), (ALL_MADE, ""), "the first run")
    check_equal(check_manifest(box.at("out")), 2 * count, "outputs")
    check_no_temporaries(box.at("out"))
    check_equal(whole(box.at("out")), whole(box.at("elsewhere")), "both folders")


def of_many_that_start_together_one_works(program, box):
    put_input(box)
    commands = [["annex", "-q", "-j", "1", "-o", "out", "input"]] * 8
    with started(program, *commands[0], cwd=box.path) as holder:
        worker = held_worker(holder)
        check(worker is not None, "the first run was over before it could be held")
        others = [program.run(*command, cwd=box.path).status for command in commands[1:]]
        os.kill(worker, signal.SIGCONT)
        statuses = [ended(holder).status, *others]
    check_equal(sorted(statuses), [ALL_MADE, *[LOCKED] * 7], "statuses")
    check_no_temporaries(box.at("out"))
