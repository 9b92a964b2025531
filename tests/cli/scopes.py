"""Every command with every option: what would change nothing is refused, the rest changes what is answered or made.

Which option goes with which command is asked of the program (--help --json); a command or an option that has no case here fails.
"""

import json
import os
import shutil

from form import TARGETS, Form, fill_cover
from behaviour import ALL_MADE, ROOT, TEMPLATES, USAGE, WARNINGS, check, check_equal, read, read_bytes, write

DECISION = os.path.join(ROOT, "input", "decisions", "thai-binh-2021-2025.xml")
DECISION_TEXT = os.path.join(ROOT, "tests", "data", "draft", "ba-ria-vung-tau-2021-2025.txt")
MONTHS = os.path.join(ROOT, "input", "examples", "months")
RESULTS = os.path.join(ROOT, "input", "examples", "results")

REPORT = ["-o", "out", "--formats", "txt", "in"]
# What is asked, and answered with a note (results of the year before the plan) and warnings. layouts reads no documents: a broken layout is all it can find.
BASES = {
    "annex": REPORT,
    "year-end": ["--year", "2024", *REPORT],
    "consolidate": ["--year", "2024", *REPORT],
    "monthly": ["--month", "2024-05", *REPORT],
    "form": ["--period", "2024", "-o", "out", "in"],
    "import": ["-o", "out", "form.xlsx", "in"],
    "new": ["--period", "2024", "results", "in"],
    "totals": ["in"],
    "reconcile": ["in"],
    "explain": ["in", "pl1-IV"],
    "accept": ["in"],
    "check": ["in"],
    "gaps": ["--year", "2024", "in"],
    "facts": ["--year", "2024", "in"],
    "due": ["--as-of", "2024-11-20", "in"],
    "months": ["--month", "2024-05", "in"],
    "changes": ["--month", "2024-05", "in"],
    "draft": ["-o", "out", "in/text/one.txt", "in/text/two.txt", "in/text/three.txt"],
    "layouts": ["--templates", "broken"],
    "clean": ["-o", "out"],
    "merge": ["-o", "out"],
}
# Something else than the base has or the program does by itself.
VALUES = {
    "output": ["elsewhere"], "formats": ["html"], "force": [], "partial": [], "dry-run": [],
    "jobs": ["3"], "shard": ["1/1"], "wait": ["1"], "timeout": ["77"], "memory": ["777"],
    "figures": ["computed"], "cover": [], "separate": [], "signature": [], "year": ["2023"], "month": ["2024-03"], "period": ["2024-Q1"], "unit": ["33"], "bodies": [],
    "since": ["2024-01-01"], "days": ["400"], "as-of": ["2024-01-31"], "format": ["csv"], "bom": [], "templates": ["broken"],
    "catalogue": ["broken/catalogue.xml"], "show": ["targets"], "quiet": [], "verbose": [], "json": [], "log": ["syslog"], "lang": ["en"], "help": [], "version": [],
}
# One report whose plan is gone, for what moves it away.
GONE = json.dumps({"reports": [{"name": "annex/old", "program": "", "templates": "", "options": "", "remake": False, "inputs": [],
                                "outputs": [{"path": "annex/old.txt", "sha256": "0" * 64}], "gone": "2026-01-01"}]})
OTHER = {("layouts", "templates"): [TEMPLATES]}
# The day is told inside a workbook only; an office file that cannot be used is missing from every report.
MORE = {("annex", "as-of"): ["--formats", "xlsx"],
        **{(command, "partial"): ["refused"] for command in ["annex", "year-end", "consolidate", "monthly", "form"]}}
# They bound the processes of a run, and its documents must not depend on them: tests/batch has a worker that hangs, one that
# takes too much, several at one time, and one that waits for another.
BOUNDS = {"jobs", "timeout", "memory", "wait"}


def _rows(program, box, language):
    rows = [json.loads(line) for line in program.run("--help", "--json", "--lang", language, cwd=box.path).stdout.splitlines()]
    return [row for row in rows if row["kind"] == "command"], [row for row in rows if row["kind"] == "option"]


def _prepare(program, box):
    write(box.at("in", "plan.xml"), read(DECISION).replace(
        '        <amount year="2021" source="DP">50</amount>', '        <lead>Sở Tư pháp</lead>\n        <amount year="2021" source="DP">50</amount>', 1))
    box.copy(MONTHS, "in", "months")
    for name in os.listdir(RESULTS):
        if name.startswith("thai-binh"):
            box.copy(os.path.join(RESULTS, name), "in", name)
    early = read(box.at("in", "thai-binh-2021-2025-2020.xml"))
    for year in ["2018", "2019"]:  # more notes of one kind, which only -v tells one by one
        write(box.at("in", f"{year}.xml"), early.replace("2020", year))
    for name in ["one", "two", "three"]:
        box.copy(DECISION_TEXT, "in", "text", name + ".txt")
    program.run("form", "--period", "2022-03", "-o", "made", box.at("in"), cwd=box.path)
    form = Form(box.at("made", "forms", "2022-03", "thai-binh-2021-2025.xlsx"))
    fill_cover(form, day="2022-03-20")
    form.put(TARGETS, "a1", "value", 47)
    form.save(box.at("form.xlsx"))
    shutil.rmtree(box.at("made"))
    write(box.at("refused", "office.xml"), '<office xmlns="urn:phuluc:office:1">')
    box.copy(TEMPLATES, "broken")
    catalogue = box.at("broken", "catalogue.xml")
    write(catalogue, read(catalogue).replace('<fundSource code="local"', '<fundSource code="central"'))
    layout = sorted(os.listdir(box.at("broken", "layouts")))[0]
    write(box.at("broken", "layouts", layout), read(box.at("broken", "layouts", layout)).replace("<column ", "<colunm ", 1))


def _everything(box):
    """What the run left, with the inode of each file: one that was made again has another."""
    return {name: (os.stat(box.at(name)).st_ino, read_bytes(box.at(name))) for name in box.files()
            if not name.startswith(("in/", "refused/", "broken/"))}


def _clear(box):
    for folder in ["out", "elsewhere"]:
        shutil.rmtree(box.at(folder), ignore_errors=True)


def _run(program, box, base, words, again):
    """What is seen of a run in a folder without earlier results; again: after the base has been run there once."""
    _clear(box)
    if base[0] == "clean":
        write(box.at("out", "annex", "old.txt"), "x")
        write(box.at("out", "manifest.json"), GONE)
    if base[0] == "merge":
        program.run("annex", "--shard", "1/1", *BASES["annex"], cwd=box.path)
    if again:
        program.run(*base, cwd=box.path)
    before = _everything(box)
    result = program.run(*words, cwd=box.path)
    after = _everything(box)
    remade = [name for name in before if name in after and after[name][0] != before[name][0] and "/" in name[len("out/"):]]
    return (result.status, result.stdout, result.stderr, remade,
            {name: content for name, (_, content) in after.items() if not name.endswith("manifest.json")})


def _option(name, command):
    return [f"--{name}", *OTHER.get((command, name), VALUES[name])]


def options_that_would_change_nothing_are_refused(program, box):
    commands, options = _rows(program, box, "vi")
    _, english = _rows(program, box, "en")
    for command in sorted({row["name"] for row in commands}):
        check(command in BASES, f"{command} has no case")
        for row, other in zip(options, english):
            if command in row["commands"].split():
                continue
            refused = program.run(command, *_option(row["name"], command), *BASES[command], cwd=box.path)
            check_equal((refused.status, refused.stdout, refused.stderr), (USAGE, "", f"phuluc: --{row['name']} dùng với "
                        f"{row['synopsis']}; không dùng với lệnh «{command}»\nXem phuluc --help\n"), f"{command} --{row['name']}")
            refused = program.run(command, "--lang=en", *_option(row["name"], command), *BASES[command], cwd=box.path)
            check_equal(refused.stderr, f"phuluc: --{row['name']} goes with {other['synopsis']}; it does not go with the "
                        f'command: "{command}"\nSee phuluc --help\n', f"{command} --{row['name']}")
    check_equal(box.files(), [], "files made by refused commands")


def a_form_of_listings_does_not_go_with_a_layout_that_is_shown(program, box):
    refused = program.run("layouts", "--show", "targets", "--format", "csv", cwd=box.path)
    check_equal((refused.status, refused.stdout), (USAGE, ""), refused.stderr)
    check("--show" in refused.stderr and "--format" in refused.stderr, refused.stderr)


def a_byte_order_mark_stands_before_csv_and_nothing_else(program, box):
    _prepare(program, box)
    plain = program.run("totals", "--format", "csv", *BASES["totals"], cwd=box.path).stdout
    check_equal(program.run("totals", "--format", "csv", "--bom", *BASES["totals"], cwd=box.path).stdout, "\ufeff" + plain, "csv")
    for words in [["--bom"], ["--format", "json", "--bom"]]:
        refused = program.run("totals", *words, *BASES["totals"], cwd=box.path)
        check_equal((refused.status, refused.stdout), (USAGE, ""), " ".join(words))


def options_that_are_taken_change_what_is_answered_or_made(program, box):
    _prepare(program, box)
    commands, options = _rows(program, box, "vi")
    for command in dict.fromkeys(row["name"] for row in commands):
        for row in options:
            if command not in row["commands"].split() or row["name"] in BOUNDS:
                continue
            check(row["name"] in VALUES, f"--{row['name']} has no case")
            base = [command, *BASES[command], *MORE.get((command, row["name"]), [])]
            if row["name"] == "period":  # instead of a month
                base = [arg for arg in base if arg not in ("--month", "2024-05")]
            if row["name"] == "bom":
                base += ["--format", "csv"]
            again = row["name"] == "force"
            without = _run(program, box, base, base, again)
            # The month of the clock is past the plan's years.
            check(without[0] in (ALL_MADE, WARNINGS) or command == "layouts" or row["name"] in ("partial", "period"),
                  f"{' '.join(base)}: {without[0]}\n{without[2]}")
            with_it = _run(program, box, base, [*base, *_option(row["name"], command)], again)
            check(with_it[0] != USAGE, f"{command} --{row['name']} is refused: {with_it[2]}")
            check(with_it != without, f"{command} --{row['name']} changes nothing")


def bounds_are_taken_and_change_no_document(program, box):
    _prepare(program, box)
    commands, options = _rows(program, box, "vi")
    check_equal({row["name"] for row in options} & BOUNDS, BOUNDS, "options")
    for row in options:
        for command in row["commands"].split() if row["name"] in BOUNDS else []:
            base = [command, *BASES[command]]
            check_equal(_run(program, box, base, [*base, *_option(row["name"], command)], False),
                        _run(program, box, base, base, False), f"{command} --{row['name']}")
