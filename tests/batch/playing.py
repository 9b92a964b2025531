"""Three years of nights, with a clock of the test's own: after each what tests/data/three-years.tsv says, which was keyed by hand."""

import calendar
import fcntl
import json
import os
import resource
import shutil
import signal
import subprocess
import time

from batch import build_anew, check_manifest, check_no_temporaries, reports, whole
from behaviour import ROOT, check, check_equal, read, read_bytes, write
from rerunning import _append, _installed
from unattended import SCRIPTS, _clock, check_mail_and_status

T, D, N = "annex/thai-binh-2021-2025", "annex/dak-nong-2021-2025", "annex/dak-nong-moi"
BOOK = f"{T}.xlsx"
RESULTS = "thai-binh-2021-2025-2023.xml"
HOUR = 3600


def _table():
    lines = [line.split("\t") for line in read(os.path.join(ROOT, "tests", "data", "three-years.tsv")).splitlines()
             if not line.startswith("#")]
    return [dict(zip(lines[0], line)) for line in lines[1:]]


class Office:
    """The machine, its input and output folders, and what happens to them in the daytime."""

    def __init__(self, program, box):
        self.box = box
        self.program = _installed(program, box)
        write(box.at("usr", "bin", "phuluc-nightly"), read(os.path.join(SCRIPTS, "phuluc-nightly")).replace(
            "@SYSCONFDIR@", box.at("etc")))
        os.chmod(box.at("usr", "bin", "phuluc-nightly"), 0o755)
        write(box.at("etc", "phuluc", "phuluc.conf"), "log nightly.log\nmail mail.txt\nwait 0\nrun annex -o out input\n"
              "run year-end --year {năm-trước} -o out input\n")
        for name in ["decisions/thai-binh-2021-2025.xml", "decisions/dak-nong-2021-2025.xml", "office.xml", "accepted.xml"]:
            box.copy(os.path.join(ROOT, "input", name), "input", os.path.basename(name))
        self.lock = self.limit = None

    def plan(self, name):
        return self.box.at("input", f"{name}-2021-2025.xml")

    def change(self, path, old, new):
        check(old in read(path), f"{path} has no {old}")
        write(path, read(path).replace(old, new))

    def nothing(self):
        pass

    def results_arrive_late(self):
        self.box.copy(os.path.join(ROOT, "input", "examples", "results", RESULTS), "input", RESULTS)

    def results_are_broken(self):
        self.change(self.box.at("input", RESULTS), "</results>", "")

    def results_are_corrected(self):
        self.results_arrive_late()

    def an_annex_is_edited(self):
        _append(self.box.at("out", BOOK), b"edited")
        self.edited = read_bytes(self.box.at("out", BOOK))

    def the_edited_annex_is_taken_away(self):
        check_equal(read_bytes(self.box.at("out", BOOK)), self.edited, "the edited annex")
        os.remove(self.box.at("out", BOOK))

    def a_plan_is_missing(self):
        os.rename(self.plan("dak-nong"), self.box.at("aside.xml"))

    def the_plan_is_back(self):
        os.rename(self.box.at("aside.xml"), self.plan("dak-nong"))

    def a_plan_is_renamed(self):
        self.change(self.plan("dak-nong"), 'id="dak-nong-2021-2025"', 'id="dak-nong-moi"')

    def what_is_gone_is_put_away(self):
        before = reports(whole(self.box.at("out")))
        done = self.nightly("--clean")
        check_equal((done.returncode, done.stdout), (0, b""), "--clean")
        found = reports(whole(self.box.at("out")))
        check_equal(sorted(found.values()), sorted(before.values()), "files before and after putting away")

    def another_run_holds_the_lock(self):
        self.lock = os.open(self.box.at("out"), os.O_RDONLY)
        fcntl.flock(self.lock, fcntl.LOCK_EX)

    def the_other_run_ends(self):
        os.close(self.lock)

    def the_disk_is_full_and_a_plan_changes(self):
        """No file can be longer than what the manifest needs: what the annexes need is more."""
        self.change(self.plan("dak-nong"), "</plan>", "<!-- x -->\n</plan>")
        self.limit = 12000

    def there_is_room_again(self):
        self.limit = None

    def the_program_is_upgraded(self):
        build_anew(self.program.path)

    def a_plan_is_deleted(self):
        os.remove(self.plan("thai-binh"))
        os.remove(self.box.at("input", RESULTS))

    def a_plan_is_copied(self):
        shutil.copy(self.plan("dak-nong"), self.box.at("input", "ban chep.xml"))

    def the_copy_is_deleted(self):
        os.remove(self.box.at("input", "ban chep.xml"))

    def the_log_cannot_be_written(self):
        os.rename(self.box.at("nightly.log"), self.box.at("nightly.old"))
        os.makedirs(self.box.at("nightly.log"))

    def the_log_can_be_written_again(self):
        os.rmdir(self.box.at("nightly.log"))

    def nightly(self, *args, now=None):
        environment = dict(os.environ, PATH=_clock(self.box, now) if now else os.environ["PATH"])

        def limited():
            if self.limit and not args:
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (self.limit, self.limit))
        return subprocess.run([self.box.at("usr", "bin", "phuluc-nightly"), *args], cwd=self.box.path, env=environment, check=False,
                              timeout=120, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              preexec_fn=limited)


def _inodes(box):
    return {name: os.stat(box.at("out", name)).st_ino for name in box.files("out") if name.count("/") and "da-bo" not in name}


def _short(name, year):
    names = {T: "T", D: "D", N: "N", f"year-end/{year - 1}/34": "34", f"year-end/{year - 1}/67": "67"}
    return names.get(name, name)


def _made(before, after, year):
    changed = {name for name, inode in after.items() if before.get(name) != inode}
    return {_short(name.replace(".moi", "").rpartition(".")[0], year) for name in changed}


def _words(cell):
    return set() if cell == "-" else set(cell.split())


def _check_records(box, night, year):
    found = json.loads(read(box.at("out", "manifest.json")))["reports"]
    for column, key in [("kept", "kept"), ("gone", "gone"), ("edited", "edited")]:
        # Of years before, whose reports no night orders any more, the last word stands.
        names = {_short(report["name"], year) for report in found if key in report}
        check_equal({name for name in names if "/" not in name}, _words(night[column]), f"{night['night']}: {column}")
    check_manifest(box.at("out"))


def _play(office, night):
    box, what = office.box, f"{night['night']}, {night['event']}"
    start = calendar.timegm(time.strptime(night["night"] + " 01:30", "%Y-%m-%d %H:%M"))
    year = int(night["night"][:4])
    if night["event"] != "no night":
        getattr(office, night["event"].replace(" ", "_"))()
        before = _inodes(box) if os.path.isdir(box.at("out")) else {}
        done = office.nightly(now=start)
        mail = done.stdout.decode()
        check_equal((done.returncode, done.stderr), (int(night["exit"]), b""), f"{what}; {mail}")
        check_equal(_made(before, _inodes(box), year), _words(night["made"]), f"{what}: made")
        check_equal(bool(mail), night["mail"] != "-", f"{what}: is there a mail; {mail}")
        check_mail_and_status(done.returncode, mail)
        check(night["mail"] == "-" or night["mail"] in mail, f"{what}: {mail}")
        check_equal(os.path.exists(box.at("mail.txt")), bool(mail), f"{what}: mail.txt")
    status = office.nightly("--status", now=start + HOUR)
    check_equal((status.returncode, status.stderr), (int(night["health"]), b""), f"{what}: --status; {status.stdout.decode()}")
    check_equal(len(_inodes(box)), int(night["files"]), f"{what}: files")
    check_no_temporaries(box.at("out"))
    _check_records(box, night, year)


def three_years_of_nights(program, box):
    office = Office(program, box)
    for night in _table():
        _play(office, night)
