"""
Crowds: many plans that clash, amend one another in a chain or in a circle, many faults of one kind, in many files.

Each takes time and memory that grow with what there is, and no more lines of messages than a person reads; the good plan
beside them is always made. How long it takes is no test: a machine may be busy; SECONDS is what a run of squares would pass.
"""
import datetime
import os
import re
import subprocess

from batch import environment
from behaviour import ALL_MADE, REFUSED, ROOT, Sandbox, check, check_equal, read, write

GOOD = os.path.join(ROOT, "tests", "reject", "good", "good.xml")
SECONDS = 120
MEMORY = 512  # MB, of each process
LINES_OF_A_FILE = 25


def _plan(name, relation="", days=0):
    day = (datetime.date(2026, 1, 15) + datetime.timedelta(days=days)).isoformat()
    relation = f'<relation kind="amends" plan="{relation}" effective="{day}"/>' if relation else ""
    return read(GOOD).replace('id="good"', f'id="{name}"').replace('unit="92"', 'unit="01"').replace("2026-01-15", day) \
        .replace("  <period", f"  {relation}<period", 1)


def _run(program, box, *args):
    """Status, what is said, the annexes made."""
    done = subprocess.run([program.path, *args, "input"], cwd=box.path, env=environment(), stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=SECONDS, check=False)
    return done.returncode, (done.stdout + done.stderr).decode(), box.files("out", "annex")


def _both(program, box):
    """check and annex say the same; status, lines, annexes."""
    checked, said, _ = _run(program, box, "check")
    status, told, made = _run(program, box, "annex", "-q", "--memory", str(MEMORY), "--formats", "txt", "-o", "out")
    check_equal(sorted(told.splitlines()), sorted(said.splitlines()), "what annex and check say")
    check_equal(status, checked, "statuses of annex and check")
    check("good.txt" in made, f"the good plan is not made: {told[:500]}")
    return status, told.splitlines(), made


def plans_of_one_unit_and_period(program, box, count):
    box.copy(GOOD, "input", "good.xml")
    for at in range(count):
        write(box.at("input", f"c{at:04}.xml"), _plan(f"c{at:04}"))
    status, lines, made = _both(program, box)
    check_equal((status, made), (REFUSED, ["c0000.txt", "good.txt"]), "status and annexes")
    check(len(lines) <= LINES_OF_A_FILE, f"{len(lines)} lines")
    rest = count - 1 - (len(lines) - 1)  # of all but the first, those without a line of their own
    check(any(f" {rest} chỗ nữa" in line for line in lines), f"no line counts the other {rest}: {lines[0]}")


def amendments_in_a_chain(program, box, count):
    box.copy(GOOD, "input", "good.xml")
    for at in range(count):
        write(box.at("input", f"c{at:04}.xml"), _plan(f"c{at:04}", f"c{at - 1:04}" if at else "", at))
    status, lines, made = _both(program, box)
    check_equal((status, lines, len(made)), (ALL_MADE, [], count + 1), "status, what is said, annexes")
    status, said, _ = _run(program, box, "year-end", "--year", "2026", "-q", "--formats", "txt", "-o", "out")
    check_equal((status, said), (ALL_MADE, ""), "the year of a plan amended so often")


def amendments_in_a_circle(program, box, count):
    box.copy(GOOD, "input", "good.xml")
    for at in range(count):
        write(box.at("input", f"c{at:04}.xml"), _plan(f"c{at:04}", f"c{(at - 1) % count:04}", at))
    status, lines, made = _both(program, box)
    check_equal((status, made), (REFUSED, ["good.txt"]), "status and annexes")
    check(all("[lỗi IN-056]" in line for line in lines), f"{lines[:3]}")
    check_equal(sorted({line.partition(":")[0] for line in lines}), [f"input/c{at:04}.xml" for at in range(count)], "files named")


def _faulty(name, piece, count):
    plan = _plan(name)
    at = plan.index("    <line ")
    return plan[:at] + "".join(piece.format(at=at) + "\n" for at in range(count)) + plan[at:]


FAULTS = {
    "unknown elements": ("<x/>", "IN-012"),
    "rows without what they need": ('<line q="1"/>', "IN-014"),
    "amounts with a comma": ('<line id="q{at}" title="t" source="TW"><amount year="2026">1,5</amount></line>', "IN-018"),
    "sources that are not there": ('<line id="q{at}" title="t" source="ZZ"><amount year="2026">1</amount></line>', None),
    "ids taken twice": ('<line id="k1" title="t" source="TW"/>', None),
    "control characters": ('<line id="q{at}" title="x&#x9b;x&#x9b;x&#x9b;x&#x9b;x" source="TW"/>', "IN-007"),
    "decomposed letters": ('<line id="q{at}" title="e&#x302;&#x323;e&#x302;&#x323;" source="TW"/>', "IN-069"),
}


def faults_of_one_kind(program, box, count):
    """Of each kind a file of its own: the first of a kind are told, each at its line, the others are counted."""
    box.copy(GOOD, "input", "good.xml")
    for at, (piece, _) in enumerate(FAULTS.values()):
        write(box.at("input", f"f{at}.xml"), _faulty(f"f{at}", piece, count))
    status, lines, made = _both(program, box)
    check_equal((status, made), (REFUSED, ["good.txt"]), "status and annexes")
    for at, (kind, (_, code)) in enumerate(FAULTS.items()):
        told = [line for line in lines if line.startswith(f"input/f{at}.xml:")]
        check(0 < len(told) <= 2 * LINES_OF_A_FILE, f"{kind}: {len(told)} lines: {told[:2]}")
        check(code is None or any(line.endswith(f"{code}]") for line in told), f"{kind}: {told[:2]}")
        check(all(re.match(r"[^:]+:\d+: ", line) for line in told), f"{kind}: told without a line: {told[-2:]}")
    check(os.path.getsize(box.at("out", "findings.jsonl")) < 1 << 20, "findings.jsonl is as long as the inputs")


def _in_a_box(function, program, count):
    with Sandbox() as box:
        function(program, box, count)


def cases(program, whole):
    for function, few, many in [(plans_of_one_unit_and_period, 300, 2000), (amendments_in_a_chain, 100, 1000),
                                (amendments_in_a_circle, 100, 500), (faults_of_one_kind, 5000, 150_000)]:
        count = many if whole else few
        yield f"crowds: {count} {function.__name__}".replace("_", " "), \
            lambda function=function, count=count: _in_a_box(function, program, count)
