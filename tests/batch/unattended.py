"""Nights without anybody: silence when all is well, one mail when not."""

import base64
import fcntl
import os
import re
import shutil
import subprocess
import time

from batch import put_input
from behaviour import ROOT, check, check_equal, read, write

SCRIPTS = os.path.join(ROOT, "scripts", "install")


def _set_up(program, box, *runs):
    """The program and phuluc-nightly as they are installed, and a configuration."""
    put_input(box)
    os.makedirs(box.at("bin"))
    os.symlink(program.path, box.at("bin", "phuluc"))
    write(box.at("bin", "phuluc-nightly"), read(os.path.join(SCRIPTS, "phuluc-nightly"))
          .replace("@SYSCONFDIR@", box.at("etc")))
    os.chmod(box.at("bin", "phuluc-nightly"), 0o755)
    lines = [f"run {run}" for run in runs or ["annex -o out input"]]
    write(box.at("etc", "phuluc", "phuluc.conf"),
          "\n".join(["# thử", "", "mailto office@example.org", "log nightly.log", "mail mail.txt", *lines]) + "\n")


def _night(box, *args, path=None):
    environment = dict(os.environ, PATH=path or os.environ["PATH"])
    done = subprocess.run([box.at("bin", "phuluc-nightly"), *args], cwd=box.path, env=environment, check=False, timeout=120,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if not args and done.returncode != 64:
        check_mail_and_status(done.returncode, done.stdout.decode())
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def check_mail_and_status(status, mail):
    """The mail says what the status says: no mail is 0, the highest end in it is the status, nothing is new where nothing was done."""
    parts = re.findall(r"\n\d+\. Lệnh: .*\n   Kết thúc: (.*) \(mã (\d+)\)\.\n(   Đã lập mới: .*\n)?", mail)
    ends = [int(end) for _, end, _ in parts]
    unwritten = [3] if "\nKhông ghi được" in mail else []
    check_equal(status, max(ends + unwritten, default=0), f"the status beside what the mail says:\n{mail}")
    check_equal(len(parts), len(re.findall(r"^ {3}Kết thúc: ", mail, re.M)), f"ends of commands in the mail:\n{mail}")
    for words, end, made in parts:
        check(end != "0", f"a command that ended well is told:\n{mail}")
        check(bool(made) == (end not in ("4", "64")), f"what a command made that ended with {end}:\n{mail}")
        check(("đã lập đủ" in words) == (end == "1"), f"words of {end}:\n{mail}")


def a_good_night_is_silent(program, box):
    _set_up(program, box)
    for _ in range(2):
        check_equal(_night(box), (0, "", ""), "status, stdout and stderr")
    check(not os.path.exists(box.at("mail.txt")), "there is a mail")
    check_equal(len(os.listdir(box.at("out", "annex"))), 12, "reports")
    check_equal(re.sub(r"\d", "0", read(box.at("nightly.log"))),
                "0000-00-00 00:00:00 phuluc annex -o out input: 0\n" * 2, "log")
    check_equal(os.stat(box.at("nightly.log")).st_mode & 0o777, 0o640, "mode of the log")
    check_equal(os.stat(box.at("out", "annex", "worked-example.pdf")).st_mode & 0o777, 0o640, "mode of a report")


def a_bad_night_is_one_mail(program, box):
    _set_up(program, box, "annex -o out input", "totals input", "annex -o out2 input --separate")
    write(box.at("input", "bad.xml"), "<plan/>")
    status, mail, errors = _night(box)
    check_equal((status, errors), (2, ""), "status and stderr")
    for words in [r"^Máy \S+, ngày \d\d/\d\d/\d{4} \d\d:\d\d: lần chạy tự động của phuluc có việc cần xem lại\.\n",
                  r"\n1\. Lệnh: phuluc annex -o out input\n   Kết thúc: có tệp bị từ chối; các tệp khác vẫn được xử lý \(mã 2\)",
                  r"Đã lập mới: 12 tệp trong out\n\n   Các điểm cần xem \(1\):\n   - input/bad\.xml:1: thẻ <plan> thiếu xmlns",
                  r"Việc cần làm: Sửa tệp nhập theo các điểm nêu trên\.", r"\n3\. Lệnh: phuluc annex -o out2 input --separate\n"]:
        check(re.search(words, mail), f"no “{words}” in:\n{mail}")
    check_equal(read(box.at("mail.txt")), mail, "the mail that is kept")
    os.remove(box.at("input", "bad.xml"))
    check_equal(_night(box), (0, "", ""), "the next night")
    check(not os.path.exists(box.at("mail.txt")), "the mail of an earlier night is left")


def every_end_has_words_of_its_own(program, box):
    """Stand-ins for the program end in every way that it can."""
    _set_up(program, box)
    os.remove(box.at("bin", "phuluc"))
    told = {}
    for status in [1, 2, 3, 4, 64, 139, 143]:
        write(box.at("bin", "phuluc"), f"#!/bin/sh\necho 'a.xml:1: sai: sửa [lỗi X-1]' >&2\nexit {status}\n")
        os.chmod(box.at("bin", "phuluc"), 0o755)
        ended, mail, errors = _night(box)
        check_equal((ended, errors), (status, ""), f"status {status}")
        check(f"(mã {status})" in mail and "a.xml:1: sai: sửa" in mail and "Việc cần làm: " in mail, mail)
        told[status] = re.search(r"Kết thúc: (.*) \(mã", mail)[1]
    check_equal(len(set(told.values())), len(told), f"ends with the same words: {told}")


def a_long_list_is_cut_in_the_mail(program, box):
    _set_up(program, box)
    os.remove(box.at("bin", "phuluc"))
    write(box.at("bin", "phuluc"), "#!/bin/sh\nseq 100 >&2\nexit 1\n")
    os.chmod(box.at("bin", "phuluc"), 0o755)
    mail = _night(box)[1]
    check("(100):" in mail and "\n   - 40\n   … và 60 điểm khác.\n" in mail and "- 41" not in mail, mail)


def _say(box, *words):
    path = box.at("etc", "phuluc", "phuluc.conf")
    write(path, read(path) + "".join(f"{word}\n" for word in words))


def _clock(box, now):
    """What `date` says from now on, before everything else in PATH: seconds since 1970."""
    write(box.at("tools", "date"), f"""#!/bin/sh
for arg; do case $arg in -d|@*|-[0-9]*) exec env TZ=UTC {DATE} "$@";; esac; done
exec env TZ=UTC {DATE} -d @{now} "$@"
""")
    os.chmod(box.at("tools", "date"), 0o755)
    return box.at("tools") + ":" + os.environ["PATH"]


DATE = shutil.which("date")
HOUR = 3600
START = 1767225600  # 2026-01-01 00:00 UTC


def the_status_is_known(program, box):
    _set_up(program, box)
    check_equal(_night(box, "--status")[:2], (3, "UNKNOWN: chưa có lần chạy nào ghi lại ở ./nightly.state\n"), "before the first")
    check_equal(_night(box, path=_clock(box, START))[0], 0, "a good night")
    check_equal(_night(box, "--status", path=_clock(box, START + 5 * HOUR))[:2],
                (0, "OK: lần chạy cuối xong lúc 01/01/2026 00:00, cách đây 5 giờ, mã 0; lần tới xong trước 02/01/2026 02:00\n"),
                "five hours later")
    status, said, _ = _night(box, "--status", path=_clock(box, START + 27 * HOUR))
    check_equal(status, 2, "overdue")
    check(said.startswith("CRITICAL: ") and "QUÁ HẠN từ 02/01/2026 02:00" in said, said)
    _say(box, "due 48")
    check_equal(_night(box, "--status", path=_clock(box, START + 27 * HOUR))[0], 0, "two nights are allowed")
    write(box.at("input", "bad.xml"), "<plan/>")
    check_equal(_night(box, path=_clock(box, START + 24 * HOUR))[0], 2, "a bad night")
    status, said, _ = _night(box, "--status", path=_clock(box, START + 25 * HOUR))
    check_equal((status, said), (2, "CRITICAL: lần chạy cuối xong lúc 02/01/2026 00:00, cách đây 1 giờ, mã 2; lần tới xong trước "
                                 "04/01/2026 00:00; lần êm xuôi gần nhất 01/01/2026 00:00; xem mail.txt\n"), "after a bad night")
    os.remove(box.at("input", "bad.xml"))
    os.remove(box.at("input", "accepted.xml"))
    check_equal(_night(box, path=_clock(box, START + 48 * HOUR))[0], 1, "a night with warnings")
    check_equal(_night(box, "--status", path=_clock(box, START + 49 * HOUR))[0], 1, "after it")


def a_run_that_never_ended_is_overdue(program, box):
    _set_up(program, box)
    write(box.at("nightly.state"), f"started {START}\n")
    status, said, _ = _night(box, "--status", path=_clock(box, START + HOUR))
    check_equal(status, 0, said)
    check("chưa xong" in said, said)
    check_equal(_night(box, "--status", path=_clock(box, START + 27 * HOUR))[0], 2, "a day later")


def help_is_at_hand(program, box):
    _set_up(program, box)
    status, said, errors = _night(box, "--help")
    check_equal((status, errors), (0, ""), "--help")
    for word in ["--status", "--clean", "--send", "-c TỆP"]:
        check(word in said, f"{word} is not in: {said}")
    for args in [["--no"], ["--status", "x"]]:
        check_equal(_night(box, *args)[:2], (64, ""), f"{args}")


def a_year_without_plans_is_no_fault(program, box):
    _set_up(program, box, "year-end --year {năm-trước} -o out input", "monthly -o out input")
    write(box.at("input", "decisions", "x.txt"), "")
    path = _clock(box, START + 20 * 366 * 24 * HOUR)  # 2046: the last plan ends in 2030
    check_equal(_night(box, path=path)[1:], ("", ""), "stdout and stderr")
    log = read(box.at("nightly.log"))
    check("year-end --year 2045 -o out input: 0 (không kế hoạch nào có năm ấy)\n" in log, log)
    write(box.at("input", "bad.xml"), "<plan/>")
    check_equal(_night(box, path=path)[0], 2, "with a refused file")
    os.remove(box.at("input", "bad.xml"))
    _say(box, "run year-end --year 2045 -o out input")
    status, mail, _ = _night(box, path=path)
    check_equal(status, 2, "a year that a person wrote")
    check("RU-013" in mail, mail)


def a_locked_folder_is_waited_for(program, box):
    _set_up(program, box)
    os.makedirs(box.at("out"))
    _say(box, "wait 0")
    lock = os.open(box.at("out"), os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    status, mail, _ = _night(box)
    check_equal(status, 4, mail)
    check("lần này không làm gì (mã 4)" in mail and "Đã lập mới" not in mail, mail)
    _say(box, "wait 60")
    with subprocess.Popen([box.at("bin", "phuluc-nightly")], cwd=box.path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          stdin=subprocess.DEVNULL) as night:
        time.sleep(1)
        check(night.poll() is None, "it did not wait")
        os.close(lock)
        said = night.communicate(timeout=120)[0]
    check_equal((night.returncode, said), (0, b""), "after the other run")
    check_equal(len(os.listdir(box.at("out", "annex"))), 12, "reports")


def a_log_that_cannot_be_written_is_a_fault(program, box):
    _set_up(program, box)
    os.makedirs(box.at("nightly.log"))
    status, mail, errors = _night(box)
    check_equal((status, errors), (3, ""), "status and stderr")
    check("Không ghi được nhật ký nightly.log" in mail, mail)
    check_equal(_night(box, "--status")[0], 2, "--status")


def what_is_gone_is_put_away_when_asked(program, box):
    _set_up(program, box, "annex -o out input", "annex -o out --formats xlsx,pdf input")
    check_equal(_night(box)[0], 0, "a good night")
    os.remove(box.at("input", "decisions", "dak-nong-2021-2025.xml"))
    status, mail, _ = _night(box)
    check_equal(status, 1, mail)
    check("RU-025" in mail and "dak-nong-2021-2025" in mail, mail)
    check_equal(_night(box), (0, "", ""), "the next night")
    status, said, errors = _night(box, "--clean")
    check_equal((status, said, errors.count("RU-026")), (0, "", 2), errors)
    check_equal(len(os.listdir(box.at("out", "annex"))), 10, "reports left")


def old_copies_are_removed_only_if_asked_and_never_the_last(program, box):
    _set_up(program, box)
    check_equal(_night(box)[0], 0, "a good night")
    kept, gone = ["da-bo/2020-01-01/annex/only.pdf", "da-bo/2025-12-31/annex/worked-example.pdf"], \
        ["da-bo/2020-01-01/annex/worked-example.pdf", "da-bo/2020-01-01-2/annex/again.pdf"]
    for name in [*kept, *gone, "da-bo/2021-01-01/annex/again.pdf"]:
        write(box.at("out", name), "x")
    path = _clock(box, START)
    check_equal(_night(box, path=path), (0, "", ""), "retain is off")
    check(all(os.path.exists(box.at("out", name)) for name in gone), "something was removed")
    _say(box, "retain 30")
    check_equal(_night(box, path=path), (0, "", ""), "retain 30")
    check_equal([name for name in gone if os.path.exists(box.at("out", name))], [], "old copies")
    check(all(os.path.exists(box.at("out", name)) for name in [*kept, "da-bo/2021-01-01/annex/again.pdf"]), "the last copy is gone")


def leftovers_of_other_programs_are_passed_over(program, box):
    _set_up(program, box)
    for name in ["~$plan.xml", "._plan.xml", "@eaDir/x.xml", ".sync/x.xml", ".sync_1.xml", "#recycle/old.xml"]:
        write(box.at("input", name), "no XML")
    check_equal(_night(box), (0, "", ""), "status, stdout and stderr")


def of_a_copied_plan_both_are_named(program, box):
    _set_up(program, box)
    check_equal(_night(box)[0], 0, "a good night")
    shutil.copy(box.at("input", "decisions", "thai-binh-2021-2025.xml"), box.at("input", "a copy.xml"))
    status, mail, _ = _night(box)
    check_equal(status, 2, mail)
    for words in ["input/a copy.xml:", "input/decisions/thai-binh-2021-2025.xml:", "báo cáo cũ được giữ nguyên: annex/thai-binh-2021-2025"]:
        check(words in mail, f"no “{words}” in:\n{mail}")
    os.remove(box.at("input", "a copy.xml"))
    check_equal(_night(box), (0, "", ""), "the next night")


def a_wrong_configuration_is_told(program, box):
    _set_up(program, box)
    path = box.at("etc", "phuluc", "phuluc.conf")
    for text, words in [("rum annex\n", ":1: không có từ «rum»"), ("# x\nrun\n", ":2: thiếu giá trị sau «run»"),
                        ("wait soon\n", ":1: giá trị sau «wait» phải là một số nguyên"),
                        ("mailto x\n", ": không có dòng run nào")]:
        write(path, text)
        status, said, errors = _night(box)
        check_equal((status, said), (64, ""), text)
        check(path in errors and words in errors, errors)
    os.remove(path)
    check("không đọc được tệp cấu hình" in _night(box)[2], "no configuration")


def the_mail_is_handed_to_sendmail(program, box):
    _set_up(program, box)
    write(box.at("tools", "sendmail"), "#!/bin/sh\necho \"$@\" >sent.args\ncat >sent\n")
    os.chmod(box.at("tools", "sendmail"), 0o755)
    path = box.at("tools") + ":" + os.environ["PATH"]
    write(box.at("mail.txt"), "Máy này có việc.\n")
    check_equal(_night(box, "--send", path=path), (0, "", ""), "--send")
    sent = read(box.at("sent"))
    check_equal(read(box.at("sent.args")), "-t\n", "arguments of sendmail")
    subject = base64.b64decode(re.search(r"^Subject: =\?UTF-8\?B\?(\S+)\?=$", sent, re.M)[1]).decode()
    check(re.fullmatch(r"phuluc trên máy \S+: có việc cần xem lại", subject), subject)
    check(sent.startswith("To: office@example.org\n") and "charset=UTF-8" in sent, sent)
    check(sent.endswith("\n\nMáy này có việc.\n"), sent)
    os.remove(box.at("mail.txt"))
    _night(box, "--send", path=path)
    check("đứt giữa chừng" in read(box.at("sent")), "without a mail")


def the_shipped_configuration_is_read(program, box):
    _set_up(program, box)
    text = read(os.path.join(SCRIPTS, "phuluc.conf")).replace("/var/lib/phuluc/", "").replace("/var/log/phuluc/", "")
    write(box.at("etc", "phuluc", "phuluc.conf"), text.replace("-o output", "-o out"))
    check_equal(_night(box), (0, "", ""), "a night")
    check_equal(len(os.listdir(box.at("out", "annex"))), 12, "reports")


def _options(text):
    return set(re.findall(r"--[a-z][a-z-]+", text))


def pages_and_completion_know_every_option(program, box):
    usage = program.run("--help", cwd=box.path).stdout
    commands = set(re.findall(r"^  phuluc ([a-z-]+)", usage, re.M))
    for name in ["phuluc.1", "vi/phuluc.1"]:
        page = read(os.path.join(SCRIPTS, name)).replace("\\-", "-")
        check_equal(_options(page), _options(usage), f"options in {name}")
        check_equal(commands - set(re.findall(r"^\.B ([a-z-]+)$", page, re.M)), set(), f"commands missing in {name}")
        check_equal(commands - set(re.findall(r"^\.B phuluc ([a-z-]+)$", page, re.M)), set(), f"not in the synopsis of {name}")
    script = read(os.path.join(SCRIPTS, "phuluc.bash-completion"))
    check_equal(_options(usage) - _options(script), set(), "options that are not completed")
    check_equal(set(_completed("phuluc", "")), commands, "commands that are completed")


def _completed(*words):
    script = f'source {SCRIPTS}/phuluc.bash-completion; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); ' \
             'compopt() { :; }; _phuluc phuluc "${@: -1}" "${@: -2:1}"; printf "%s\\n" "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", script, "bash", *words], check=False, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, cwd=ROOT)
    return done.stdout.decode().split()


def the_shell_completes_words(program, box):
    check_equal(program.run("--version", cwd=box.path).status, 0, "the program")
    for words, expected in [(("phuluc", "an"), ["annex"]), (("phuluc", "annex", "--dry"), ["--dry-run"]),
                            (("phuluc", "annex", "--lang", ""), ["vi", "en"]), (("phuluc", "annex", "inp"), ["input"]),
                            (("phuluc", "-o", "templ"), ["templates"]), (("phuluc", "-j", ""), []),
                            (("phuluc", "--form"), ["--formats", "--format"]), (("phuluc", "totals", "--form"), ["--format"]),
                            (("phuluc", "due", "--da"), ["--days"]), (("phuluc", "annex", "--days"), []),
                            (("phuluc", "check", "--format", "c"), ["csv"])]:
        check_equal(_completed(*words), expected, f"{words}")
