"""What the suites of behaviour share: every case on its own, one line each, all cores at work."""
import importlib
import inspect
import multiprocessing
import os
import traceback

from behaviour import Sandbox, Wrong

_CASES, _WORDS = [], []  # what the workers, forked off when it is filled, take by number; what the cases were chosen by


def cases_of(groups, program):
    """(name, what to call) of every test in the modules: what takes the program and a folder of its own, under a sentence."""
    for group in groups:
        module = importlib.import_module(group)
        for name, function in vars(module).items():
            if not inspect.isfunction(function) or function.__module__ != group or name.startswith("_"):
                continue
            if list(inspect.signature(function).parameters) == ["program", "box"]:
                yield f"{group}: {name}".replace("_", " "), lambda function=function: _in_a_box(program, function)


def _in_a_box(program, function):
    with Sandbox() as box:
        function(program, box)


def _watch_leaks(number):
    """
    Looking for leaks when a process ends takes longer than all else that a sanitizer does: it is done in each eighth case, or
    in one of LEAKS_OF, and in all cases that were asked for by name.
    """
    looked = bool(_WORDS) or number % int(os.environ.get("LEAKS_OF", 8)) == 0
    os.environ["ASAN_OF_TEST"] = f"detect_leaks={int(looked)}"


def _outcome(number):
    """None, or what is wrong."""
    _watch_leaks(number)
    try:
        _CASES[number][1]()
        return None
    except Wrong as wrong:
        return str(wrong)
    except Exception:  # a test that breaks has failed, the others go on
        return traceback.format_exc()


def run_cases(cases, words=()):
    """
    Runs the cases whose names hold one of the words, prints "N passed, N failed" and gives the status to end with.

    Processes and not threads: a child that another thread starts would for a moment hold open for writing the program that a
    test has just put in place, and Linux does not run such a file (ETXTBSY).
    """
    _CASES[:] = [case for case in cases if not words or any(word in case[0] for word in words)]
    _WORDS[:] = words
    failed = 0
    with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
        for (name, _), wrong in zip(_CASES, pool.imap(_outcome, range(len(_CASES)))):
            print(f"{'FAIL' if wrong else 'ok  '} {name}", flush=True)
            if wrong:
                failed += 1
                print("     " + wrong.rstrip().replace("\n", "\n     "), flush=True)
    print(f"{len(_CASES) - failed} passed, {failed} failed")
    return 1 if failed or not _CASES else 0
