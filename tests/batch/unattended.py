"""Nights without anybody: silence when all is well, one mail when not."""

import base64
import os
import re
import subprocess

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
    return done.returncode, done.stdout.decode(), done.stderr.decode()


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


def a_wrong_configuration_is_told(program, box):
    _set_up(program, box)
    path = box.at("etc", "phuluc", "phuluc.conf")
    for text, words in [("rum annex\n", ":1: không có từ «rum»"), ("# x\nrun\n", ":2: thiếu giá trị sau «run»"),
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
