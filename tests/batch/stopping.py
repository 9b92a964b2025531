"""SIGTERM and SIGINT."""

import signal
import time

from batch import (check_manifest, check_no_temporaries, check_same_content, ended, held_worker, put_input, reports, started,
                   state, trace, whole)
from behaviour import ALL_MADE, check, check_equal


def _stop(program, box, number, *args):
    """A run stopped while its first worker is at work: its result."""
    with started(program, "annex", *args, "-o", "out", "input", cwd=box.path) as process:
        worker = held_worker(process)
        check(worker is not None, "the run was over before it could be stopped")
        process.send_signal(number)
        result = ended(process)
    check(state(worker) in (None, "Z"), "the worker lives on")
    return result


def a_stopped_run_says_so_and_the_next_makes_the_rest(program, box):
    count = put_input(box)
    program.run("annex", "-q", "-o", "calm", "input", cwd=box.path)
    for number in [signal.SIGTERM, signal.SIGINT]:
        result = _stop(program, box, number, "-q", "-j", "1", "--force")
        check_equal((result.status, result.stdout), (128 + number, ""), "status and stdout")
        left = count - len({name.partition(".")[0] for name in reports(whole(box.at("out")))}) if number == signal.SIGTERM \
            else count
        lines = [line for line in result.stderr.splitlines() if "RU-009" in line]
        check_equal(len(lines), 1, f"findings in {result.stderr}")
        check(lines[0].startswith(f"dừng theo yêu cầu (tín hiệu {int(number)}); còn "), lines[0])
        if number == signal.SIGTERM:
            check(f"; còn {left} báo cáo chưa lập: " in lines[0], f"{left} are left: {lines[0]}")
        check('"RU-009"' in whole(box.at("out"))["findings.jsonl"].decode(), "the file of findings")
        check_no_temporaries(box.at("out"))
        check_manifest(box.at("out"))
        done = trace(box.at("out", "annex"))
        check_equal(program.run("annex", "-q", "-o", "out", "input", cwd=box.path).status, ALL_MADE, "the next run")
        after = trace(box.at("out", "annex"))
        check_equal({name: after[name] for name in done if name != "."},
                    {name: found for name, found in done.items() if name != "."}, "what was done")
        check_same_content(whole(box.at("out")), whole(box.at("calm")), "made in two runs")


def a_query_ends_at_once(program, box):
    """Nothing has to be kept whole there: the signal ends it in the middle of its work."""
    put_input(box)
    with started(program, "totals", *["input"] * 1000, cwd=box.path) as process:
        time.sleep(0.01)
        process.send_signal(signal.SIGSTOP)  # so that it cannot come to its end first
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGCONT)
        check_equal(ended(process).status, -signal.SIGINT, "status")
