"""kill -9 in the middle of a run."""

import os
import random
import signal
import time

from batch import (check_manifest, check_no_temporaries, check_same_content, children, is_free, put_input, reports, started,
                   state, until, whole, NOTES, TEMPORARY)
from behaviour import ALL_MADE, check, check_equal, write

KILLS = 10


def a_killed_run_leaves_nothing_that_the_next_does_not_mend(program, box):
    """Two folders with the same history, but for the kills in one of them."""
    put_input(box)
    chance = random.Random(20261122)
    took, left_behind, unfinished = 1.0, 0, 0
    for number in range(KILLS):
        args = ["annex", "-q", "--formats", "xlsx,pdf,txt,docx", "--as-of", f"2026-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}",
                "-j", "14"[number % 2], *(["--separate"] if number % 3 == 0 else []), "input"]
        before = whole(box.at("hit")) if number else {}
        begun = time.monotonic()
        check_equal(program.run(*args, "-o", "calm", cwd=box.path).status, ALL_MADE, "undisturbed")
        took = 0.5 * took + 0.5 * (time.monotonic() - begun)
        after = whole(box.at("calm"))
        with started(program, *args, "-o", "hit", cwd=box.path) as process:
            time.sleep(chance.uniform(0, took))
            workers = children(process)
            process.send_signal(signal.SIGKILL)
            killed = process.wait() == -signal.SIGKILL
        until(lambda: all(state(pid) in (None, "Z") for pid in workers), "the workers to end")
        if os.path.isdir(box.at("hit")):
            until(lambda: is_free(box.at("hit")), "the lock")
        for name, content in whole(box.at("hit")).items():
            if TEMPORARY.match(os.path.basename(name)) or name == NOTES:
                left_behind += 1
            elif name in reports(after):
                check(content in (before.get(name), after[name]), f"kill {number}: {name} is half-written")
            else:
                check(name in before or name in after, f"kill {number}: {name} is none of ours")
        unfinished += killed
        result = program.run(*args, "-o", "hit", cwd=box.path)
        check_equal((result.status, result.stderr), (ALL_MADE, ""), f"kill {number}: the next run")
        check_no_temporaries(box.at("hit"))
        check(check_manifest(box.at("hit")) > 0, "the manifest names no output")
        check_same_content(whole(box.at("hit")), after, f"kill {number}")
    check(unfinished >= KILLS // 2, f"only {unfinished} of {KILLS} runs were killed: the others were done before")
    if KILLS >= 100:
        check(left_behind > 0, "no kill left a temporary file: they came at the wrong time")


def what_an_earlier_run_left_is_taken_away(program, box):
    """Even by a run that has nothing to make."""
    put_input(box)
    args = ["annex", "-q", "--separate", "--formats", "pdf", "-o", "out", "input"]
    check_equal(program.run(*args, cwd=box.path).status, ALL_MADE, "first run")
    content = whole(box.at("out"))
    for name in [".manifest.json.99.tmp", "annex/.dak-nong-2021-2025.pdf.4711.tmp",
                 "annex/thai-binh-2021-2025/.01-phu-luc-i.pdf.4711.tmp"]:
        write(box.at("out", name), "x")
    check_equal(program.run(*args, cwd=box.path).status, ALL_MADE, "second run")
    check_same_content(whole(box.at("out")), content, "what is left")
