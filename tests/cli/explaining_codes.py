"""What a finding means, asked by its code."""

import json
import os
import re

from behaviour import ROOT, check, check_equal, read

CATALOGUE = os.path.join(ROOT, "src", "base", "finding.def")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


def _catalogue():
    """Id, severity, rule, then sentence and remedy in Vietnamese and in English, with a dot-dot-dot for arguments."""
    for line in read(CATALOGUE).splitlines():
        if not line.startswith("FINDING("):
            continue
        strings = [re.sub(r"\{[0-4]\}", "…", text.replace('\\"', '"')) for text in STRING.findall(line)]
        yield strings[0], line.split(", ")[2].lower(), strings[1:]


def every_code_is_explained_in_both_languages(program, box):
    count = 0
    for code, severity, (rule, vi, vi_remedy, en, en_remedy) in _catalogue():
        count += 1
        for language, meaning, remedy in [("vi", vi, vi_remedy), ("en", en, en_remedy)]:
            result = program.run("explain", code, "--format", "json", "--lang", language, cwd=box.path)
            check_equal((result.status, result.stderr), (0, ""), code)
            check_equal(json.loads(result.stdout),
                        {"code": code, "severity": severity, "rule": rule, "meaning": meaning, "remedy": remedy}, code)
    check(count > 140, f"only {count} findings")


def text_is_for_people(program, box):
    result = program.run("explain", "in-033", cwd=box.path)
    check_equal(result.status, 0, "status")
    code, meaning, remedy, rule = result.stdout.splitlines()
    check_equal(code, "IN-033 (lỗi)", "code")
    check_equal(meaning, "Nghĩa là: bảng «…» có số tiền nhưng không có moneyUnit", "meaning")
    check(remedy.startswith('Phải làm: thêm moneyUnit="million-dong"') and rule.startswith("Căn cứ: "), result.stdout)
    english = program.run("explain", "--lang", "en", "IN-033", cwd=box.path).stdout
    check(english.startswith('IN-033 (error)\nMeaning: table "…" has money but no moneyUnit\nRemedy: add'), english)
