"""Plans of many rows whose figures are known before the program sees them (tests/support/generated_plan.py)."""
import csv
import io

import generated_plan
from behaviour import ALL_MADE, WARNINGS, check, check_equal, write


def _plan(box, name, *, broken=0, lost=0, first=2021, **options):
    """A plan in a folder of that name, and what is known of it."""
    unit = generated_plan.units_on(generated_plan.first_day(first))[0]
    plan = generated_plan.Plan(unit, first, first + 4, **options)
    plan.break_sums(broken)
    plan.lose_cells(lost)
    write(box.at(name, plan.name + ".xml"), plan.xml())
    return plan.truth()


def _records(program, box, command, folder, status):
    result = program.run(command, "--format", "csv", folder, cwd=box.path)
    check_equal(result.status, status, f"status of {command} {folder}: {result.stdout}")
    return list(csv.DictReader(io.StringIO(result.stdout, newline="")))


def plans_whose_sums_hold_have_no_findings(program, box):
    for seed, shape in enumerate([{"rows": 1, "groups": 1, "sources": 1, "targets": 0}, {"rows": 60, "groups": 3, "depth": 4},
                                  {"rows": 9, "groups": 9, "sources": 6, "filled": 0}, {"rows": 400, "groups": 20}]):
        _plan(box, f"whole-{seed}", seed=seed, **shape)
        check_equal(_records(program, box, "check", f"whole-{seed}", ALL_MADE), [], f"findings in {shape}")


def totals_are_those_the_plans_were_made_with(program, box):
    known = _plan(box, "known", rows=200, groups=8, depth=2, sources=5, seed=11)
    found = {(row["source"], row["year"]): (int(row["stated"]), int(row["computed"]))
             for row in _records(program, box, "totals", "known", ALL_MADE)}
    wanted = {(source, str(year)): amount for source, years in known["by_source_and_year"].items()
              for year, amount in years.items()}
    wanted.update({("", str(year)): amount for year, amount in known["by_year"].items()})
    wanted.update({(source, "period"): amount for source, amount in known["by_source"].items()})
    wanted["", "period"] = known["total"]
    check_equal(found, {cell: (amount, amount) for cell, amount in wanted.items()}, "totals stated and computed")


def every_broken_sum_is_told_with_what_is_right(program, box):
    for seed in range(12):
        folder = f"broken-{seed}"
        broken = _plan(box, folder, rows=30, groups=3, depth=2, broken=1, seed=seed)["broken"][0]
        findings = _records(program, box, "check", folder, WARNINGS)
        sides = {frozenset((row["stated"], row["computed"])) for row in findings}
        check(frozenset((str(broken["stated"]), str(broken["right"]))) in sides, f"{broken} is not told: {findings}")


def lost_cells_leave_sums_incomplete_and_none_wrong(program, box):
    _plan(box, "lost", rows=30, groups=3, lost=2, seed=5)
    codes = {row["code"] for row in _records(program, box, "check", "lost", WARNINGS)}
    check_equal(codes, {"CA-002"}, "codes of the findings")
