"""What scripts/cluster hands to Slurm ends as one run does, also when a shard is killed."""

import json
import os
import shutil
import subprocess
import tempfile

from batch import check_manifest, check_same_content, whole
from behaviour import ROOT, check, check_equal, read
from slurm import can_run, slurm

SUBMIT = os.path.join(ROOT, "scripts", "cluster", "submit")
SHARD = os.path.join(ROOT, "scripts", "cluster", "shard.sbatch")
MERGE = os.path.join(ROOT, "scripts", "cluster", "merge.sbatch")
PLANS = 120


def _skipped():
    if can_run():
        return False
    print("skipped: no Slurm here (needs root, slurm-wlm, munge)")
    return True


def _make_plans(box):
    subprocess.run([os.path.join(ROOT, "tests/support/make-plan"), box.at("in"), "--plans", str(PLANS), "--rows", "25", "--groups",
                    "5", "--targets", "0", "--filled", "0.2"], check=True, capture_output=True)


def _check_merged(program, box, command, out):
    """Files, records and, apart from the folder's name, the words of one run."""
    one = program.run(*command, "-o", "one", "in", cwd=box.path)
    found = whole(box.at(out))
    found = {name: data for name, data in found.items() if not name.startswith("slurm")}
    check_same_content(found, whole(box.at("one")), "merged")
    check(check_manifest(box.at(out)) > 0, "no outputs")
    return one


def _ended(cluster, box, job):
    return [read(box.at(name)) for name in sorted(os.listdir(box.path)) if name.startswith(f"slurm-{job}")]


def a_job_array_and_its_merge_are_one_run(program, box):
    if _skipped():
        return
    shutil.copytree(os.path.join(ROOT, "input"), box.at("in"))
    with tempfile.TemporaryDirectory(dir="/tmp") as top, slurm(os.path.join(top, "slurm")) as cluster:
        environ = {"PHULUC": program.path, "CONSOLIDATE": "--year 2024 in"}
        told = cluster.ask(SUBMIT, "4", "parts", "year-end", "--year", "2024", "in", cwd=box.path, env=environ)
        check(len(told.split()) == 2, told)
        array, merge = told.split()
        check_equal(set(cluster.wait_for(array).values()), {"COMPLETED"}, f"shards: {_ended(cluster, box, array)}")
        state = cluster.wait_for(merge)
        log = _ended(cluster, box, merge)
    program.run("year-end", "-q", "--year", "2024", "-o", "one", "in", cwd=box.path)
    one = program.run("consolidate", "-q", "--year", "2024", "-o", "one", "in", cwd=box.path)
    check_equal(state, {"": "COMPLETED" if one.status == 0 else f"FAILED:{one.status}"}, f"merge: {log}")
    check_same_content(whole(box.at("parts")), whole(box.at("one")), "merged")


def _kill_second_shard(cluster, box, array):
    """As soon as it has recorded reports."""
    manifest = box.at("parts", ".shards", "annex", "2-of-4", "manifest.json")
    cluster.wait(lambda: os.path.exists(manifest) and '"annex/' in read(manifest), "a report of shard 2")
    cluster.ask("scancel", "--signal=KILL", "--full", f"{array}_2")


def a_killed_task_is_named_run_again_and_nothing_is_doubled(program, box):
    if _skipped():
        return
    _make_plans(box)
    environ = {"PHULUC": program.path}
    with tempfile.TemporaryDirectory(dir="/tmp") as top, slurm(os.path.join(top, "slurm")) as cluster:
        array, merge = cluster.ask(SUBMIT, "4", "parts", "annex", "in", cwd=box.path, env=environ).split()
        _kill_second_shard(cluster, box, array)
        states = cluster.wait_for(array)
        check_equal({task: state[:9] for task, state in states.items() if task != "2"},
                    {task: "COMPLETED" for task in ("1", "3", "4")}, "the others")
        check_equal(states["2"], "CANCELLED", "the killed one")
        check_equal(cluster.wait_for(merge), {"": "FAILED:2"}, "the merge")
        check("phần 2/4 của annex chưa chạy xong" in _ended(cluster, box, merge)[0], "what it says")
        shard = box.at("parts", ".shards", "annex", "2-of-4")
        made = {name: os.stat(os.path.join(shard, name)).st_ino for report in
                json.loads(read(os.path.join(shard, "manifest.json")))["reports"] for output in report["outputs"]
                for name in [output["path"]]}
        again = cluster.ask("sbatch", "--parsable", "--array=2", SHARD, "4", "annex", "-o", "parts", "in", cwd=box.path,
                            env=environ).strip()
        check_equal(set(cluster.wait_for(again).values()), {"COMPLETED"}, "the shard again")
        check(0 < len(made) < 2 * PLANS // 4, f"{len(made)} files were made before it was killed")
        check_equal({name: os.stat(os.path.join(shard, name)).st_ino for name in made}, made, "nothing is made twice")
        merge = cluster.ask("sbatch", "--parsable", MERGE, "parts", cwd=box.path, env=environ).strip()
        state, log = cluster.wait_for(merge), _ended(cluster, box, merge)
    one = _check_merged(program, box, ["annex"], "parts")
    check_equal(state, {"": "COMPLETED" if one.status == 0 else f"FAILED:{one.status}"}, "the merge")
    check_equal(log, [one.stderr.replace("one/", "parts/")], "what it says")
