"""Commands and options: what is asked for, what is refused, in which language."""

import json

from behaviour import DECISIONS, USAGE, check, check_equal

COMMANDS = ["annex", "totals", "reconcile", "check", "layouts"]
VERSION = "phuluc "


def help_tells_commands_options_and_exit_status(program, box):
    for option in ["--help", "-h"]:
        result = program.run(option, cwd=box.path)
        check_equal((result.status, result.stderr), (0, ""), option)
        for word in [*COMMANDS, "--output", "--formats", "--format", "--as-of", "--templates", "--catalogue", "--lang",
                     "--cover", "--separate", "--signature", "--version", "0 xong", "64"]:
            check(word in result.stdout, f"{option} does not mention {word}")


def help_is_in_english_when_asked(program, box):
    for args, env in [(["--lang", "en"], {}), ([], {"PHULUC_LANG": "en"})]:
        result = program.run("--help", *args, cwd=box.path, env=env)
        check("Usage:" in result.stdout and "Cách dùng" not in result.stdout, f"{args} {env}")


def version_is_one_line(program, box):
    result = program.run("--version", cwd=box.path)
    check_equal((result.status, result.stderr, result.stdout.count("\n")), (0, "", 1), "--version")
    check(result.stdout.startswith(VERSION) and result.stdout[len(VERSION)].isdigit(), result.stdout)


MISTAKES = {
    (): ("thiếu lệnh sau «phuluc»", 'a command is missing after: "phuluc"'),
    ("lập",): ("không có lệnh «lập»", 'no such command: "lập"'),
    ("annex",): ("thiếu đường dẫn sau «annex»", 'a path is missing after: "annex"'),
    ("totals",): ("thiếu đường dẫn sau «totals»", 'a path is missing after: "totals"'),
    ("check",): ("thiếu đường dẫn sau «check»", 'a path is missing after: "check"'),
    ("explain", "x"): ("explain nhận ĐƯỜNG-DẪN… MÃ, hoặc mã của một phát hiện như IN-018; không có phát hiện «x»",
                       'explain takes PATH… ID, or the code of a finding like IN-018; there is no finding: "x"'),
    ("explain", "IN-018", "-q"): (
        "--quiet dùng với mọi lệnh trừ new plan, explain MÃ-PHÁT-HIỆN, layouts; không dùng với lệnh «explain IN-018»",
        '--quiet goes with every command but new plan, explain CODE, layouts; it does not go with the command: "explain IN-018"'),
    ("totals", "x", "-j", "4"): (
        "--jobs dùng với annex, year-end, consolidate, monthly, form, import; không dùng với lệnh «totals»",
        '--jobs goes with annex, year-end, consolidate, monthly, form, import; it does not go with the command: "totals"'),
    ("gaps", "x"): ("thiếu --year NĂM cho «gaps»", '--year Y is missing for: "gaps"'),
    ("due", "x"): ("thiếu --as-of NGÀY cho «due»", '--as-of DATE is missing for: "due"'),
    ("layouts", "x"): ("lệnh layouts không nhận đường dẫn: «x»", 'layouts takes no path: "x"'),
    ("annex", "--bogus", "x"): ("không có tùy chọn «--bogus»", 'no such option: "--bogus"'),
    ("annex", "-x", "x"): ("không có tùy chọn «-x»", 'no such option: "-x"'),
    ("annex", "-zo", "x"): ("không có tùy chọn «-z»", 'no such option: "-z"'),
    ("monthly", "--month", "2024-03..2023-12", "x"): ("tháng sau đứng trước tháng đầu: «2024-03..2023-12»",
                                                      'the last month is before the first: "2024-03..2023-12"'),
    ("months", "--month", "2023-12..2024-03", "x"): ("chỉ monthly nhận khoảng tháng: «months»",
                                                     'only monthly takes a range of months: "months"'),
    ("form", "x", "--period", "abc"): ("kỳ phải viết như 2024 (năm), 2024-03 (tháng), 2024-Q1 (quý), 2024-H1 (sáu tháng), 2024-9M: «abc»",
                                       'a period is written like 2024, 2024-03, 2024-Q1, 2024-H1 or 2024-9M: "abc"'),
    ("monthly", "x", "--period", "abc"): ("kỳ phải viết như 2024-Q1, 2024-H1, 2024-9M, hoặc 2024-Q1..2024-Q4: «abc»",
                                          'a period is written like 2024-Q1, 2024-H1, 2024-9M, or 2024-Q1..2024-Q4: "abc"'),
    ("new", "plan", "--period", "abc"): ("kế hoạch là của một hay nhiều năm, viết như 2026 hay 2026..2030: «abc»",
                                         'a plan is of one or more years, written like 2026 or 2026..2030: "abc"'),
    ("annex", "x", "-o"): ("thiếu giá trị sau «-o»", 'a value is missing after: "-o"'),
    ("annex", "x", "--formats"): ("thiếu giá trị sau «--formats»", 'a value is missing after: "--formats"'),
    ("annex", "x", "-o", ""): ("thư mục kết quả không được để trống: «»", 'the output folder must not be blank: ""'),
    ("annex", "x", "--formats", "xlsx,doc"): ("không có định dạng «doc»", 'no such format: "doc"'),
    ("annex", "x", "--formats", ""): ("không có định dạng «»", 'no such format: ""'),
    ("annex", "x", "--formats", "xlsx,"): ("không có định dạng «»", 'no such format: ""'),
    ("totals", "x", "--format", "xml"): ("--format phải là text, csv hoặc json: «xml»",
                                         '--format is text, csv or json: "xml"'),
    ("annex", "x", "--as-of", "18/11/2020"): ("--as-of phải là một ngày, viết như 2020-11-18: «18/11/2020»",
                                              '--as-of is a date, written like 2020-11-18: "18/11/2020"'),
    ("annex", "x", "--as-of", "2021-02-29"): ("--as-of phải là một ngày, viết như 2020-11-18: «2021-02-29»",
                                              '--as-of is a date, written like 2020-11-18: "2021-02-29"'),
    ("changes", "x", "--since", "x"): ("--since phải là một ngày, viết như 2020-11-18: «x»",
                                       '--since is a date, written like 2020-11-18: "x"'),
    ("gaps", "x", "--year", "1500"): ("--year phải là một năm từ 1900 đến 2999: «1500»",
                                      '--year is a year from 1900 to 2999: "1500"'),
    ("annex", "x", "--shard", "5/4"): ("phần viết như 2/4 (phần thứ 2 trong 4): «5/4»",
                                      'a shard is written like 2/4 (the second of 4): "5/4"'),
    ("annex", "x", "--shard", "0/4"): ("phần viết như 2/4 (phần thứ 2 trong 4): «0/4»",
                                      'a shard is written like 2/4 (the second of 4): "0/4"'),
    ("annex", "x", "-j", "0"): ("--jobs phải là số nguyên từ 1 đến 64: «0»", '--jobs is a whole number from 1 to 64: "0"'),
    ("due", "x", "--days=-1"): ("--days phải là số nguyên từ 0 đến 3660: «-1»",
                                '--days is a whole number from 0 to 3660: "-1"'),
    ("annex", "x", "--timeout", "1s"): ("--timeout phải là số nguyên từ 0 đến 86400: «1s»",
                                        '--timeout is a whole number from 0 to 86400: "1s"'),
    ("annex", "x", "--memory", "1"): ("--memory phải là số nguyên từ 64 đến 1048576: «1»",
                                      '--memory is a whole number from 64 to 1048576: "1"'),
}

def mistakes_end_with_64_and_make_nothing(program, box):
    for args, (vietnamese, english) in MISTAKES.items():
        for more, words, see in [((), vietnamese, "Xem"), (("--lang=en",), english, "See")]:
            result = program.run(*more, *args, cwd=box.path)
            check_equal((result.status, result.stdout), (USAGE, ""), f"{args}")
            check_equal(result.stderr, f"phuluc: {words}\n{see} phuluc --help\n", f"{args}")
    check_equal(box.files(), [], "files made by refused commands")


def help_after_a_command_tells_of_that_command(program, box):
    for args, told, not_told in [(["due"], ["phuluc due --as-of NGÀY ĐƯỜNG-DẪN…", "--days SỐ"], ["annex", "--cover"]),
                                 (["explain"], ["phuluc explain ĐƯỜNG-DẪN… MÃ\n", "phuluc explain MÃ-PHÁT-HIỆN"], ["--cover"]),
                                 (["annex", "x"], ["--cover", "-o, --output THƯ-MỤC"], ["--as-of NGÀY ĐƯỜNG-DẪN…", "--year"])]:
        result = program.run(*args, "--help", cwd=box.path)
        check_equal((result.status, result.stderr), (0, ""), f"{args}")
        check(all(word in result.stdout for word in told), f"{args}: {result.stdout}")
        check(not any(word in result.stdout for word in not_told), f"{args}: {result.stdout}")


def one_command_cannot_answer_in_two_forms(program, box):
    result = program.run("check", "--json", "--format", "csv", "x", cwd=box.path)
    check_equal((result.status, result.stderr.splitlines()[0]),
                (USAGE, "phuluc: --json và --format nêu hai kiểu khác nhau cho lệnh «check»"), "csv")
    for args in [["--json"], ["--json", "--format", "json"]]:
        result = program.run("check", *args, "x", cwd=box.path)
        check_equal([json.loads(line)["code"] for line in result.stdout.splitlines()], ["IN-041"], f"{args}")


def an_unknown_language_is_refused(program, box):
    for args, env in [(["--lang", "fr", "layouts"], {}), (["layouts"], {"PHULUC_LANG": "fr"})]:
        result = program.run(*args, cwd=box.path, env=env)
        check_equal((result.status, result.stderr.splitlines()[0]),
                    (USAGE, "phuluc: ngôn ngữ phải là vi hoặc en: «fr»"), f"{args} {env}")


def the_option_overrides_the_environment(program, box):
    for env, args, word in [({}, [], "bố cục"), ({"PHULUC_LANG": "vi"}, [], "bố cục"), ({"PHULUC_LANG": ""}, [], "bố cục"),
                            ({"PHULUC_LANG": "en"}, [], "no such file"), ({"PHULUC_LANG": "vi"}, ["--lang", "en"], "no such"),
                            ({"PHULUC_LANG": "en"}, ["--lang", "vi"], "không có")]:
        result = program.run("check", *args, "khong-co.xml", cwd=box.path, env=env)
        check(("no such file" in result.stdout) == word.startswith("no such"), f"{env} {args}: {result.stdout}")


def language_changes_messages_only(program, box):
    """Tokens for other programs and the documents stay as they are."""
    vietnamese = program.run("totals", "--format", "csv", DECISIONS, cwd=box.path)
    english = program.run("totals", "--format", "csv", "--lang", "en", DECISIONS, cwd=box.path)
    check_equal(english.stdout, vietnamese.stdout, "totals")
    for language in ["vi", "en"]:
        program.run("annex", "--lang", language, "-o", language, "--formats", "txt,xlsx,pdf", DECISIONS, cwd=box.path)
    names = box.files("vi", "annex")
    check_equal(box.files("en", "annex"), names, "files")
    for name in names:
        with open(box.at("vi", "annex", name), "rb") as one, open(box.at("en", "annex", name), "rb") as other:
            check(one.read() == other.read(), f"{name} depends on --lang")


def source_date_epoch_must_be_seconds(program, box):
    for value in ["abc", "-1", "12.5", "999999999999999"]:
        result = program.run("layouts", cwd=box.path, env={"SOURCE_DATE_EPOCH": value})
        check_equal((result.status, result.stderr.splitlines()[0]),
                    (USAGE, f"phuluc: SOURCE_DATE_EPOCH không phải số giây: «{value}»"), value)
    check_equal(program.run("layouts", cwd=box.path, env={"SOURCE_DATE_EPOCH": ""}).status, 0, "blank")


def options_may_stand_anywhere(program, box):
    before = program.run("totals", "--format", "csv", DECISIONS, cwd=box.path)
    behind = program.run("--format=csv", "totals", DECISIONS, "--lang", "vi", cwd=box.path)
    check_equal(behind.stdout, before.stdout, "totals")
    check_equal(program.run("check", "--", "-x.xml", cwd=box.path).stdout.split(":")[0], "-x.xml", "after --")
