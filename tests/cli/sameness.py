"""What output depends on, and what not."""

import os
import re
import zipfile

from behaviour import DECISIONS, ROOT, check, check_equal, read, read_bytes, write

PLAN = os.path.join(DECISIONS, "ba-ria-vung-tau-2021-2025.xml")
GOOD = os.path.join(ROOT, "tests", "reject", "good", "good.xml")
FORMATS = ["--formats", "txt,pdf,xlsx"]


def content(box, folder):
    return {name: read_bytes(box.at(folder, name)) for name in box.files(folder)}


def check_same(box, folder, first):
    found = content(box, folder)
    check_equal(sorted(found), sorted(first), f"files of {folder}")
    for name, data in first.items():
        check(found[name] == data, f"{folder}/{name} differs")


def _make(program, box, folder, *args, **more):
    more.setdefault("cwd", box.path)
    program.run("annex", "-o", box.at(folder), *FORMATS, *args, **more)


def a_second_run_gives_the_same_bytes(program, box):
    _make(program, box, "one", DECISIONS)
    _make(program, box, "two", DECISIONS)
    check_same(box, "two", content(box, "one"))


def locale_zone_and_folder_change_nothing(program, box):
    _make(program, box, "one", DECISIONS)
    first = content(box, "one")
    os.makedirs(box.at("nơi khác"))
    for number, (env, cwd) in enumerate([({"LANG": "vi_VN.UTF-8", "LC_ALL": "vi_VN.UTF-8"}, "."),
                                         ({"LANG": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"}, "."),
                                         ({"LC_ALL": "C.UTF-8", "LANGUAGE": "vi"}, "."),
                                         ({"TZ": "Pacific/Kiritimati"}, "."), ({"TZ": "America/Adak"}, "."),
                                         ({}, "nơi khác")]):
        _make(program, box, f"more{number}", DECISIONS, env=env, cwd=box.at(cwd))
        check_same(box, f"more{number}", first)


def the_order_of_names_in_a_folder_changes_nothing(program, box):
    names = sorted(os.listdir(DECISIONS))
    for folder, order in [("forth", names), ("back", names[::-1])]:
        for name in order:
            box.copy(os.path.join(DECISIONS, name), folder, "input", name)
        _make(program, box, folder + "/out", "input", cwd=box.at(folder))
    check_same(box, "back/out", content(box, "forth/out"))


def files_and_their_folder_give_the_same(program, box):
    paths = [os.path.join(DECISIONS, name) for name in sorted(os.listdir(DECISIONS), key=os.fsencode)]
    _make(program, box, "one", DECISIONS)
    _make(program, box, "two", *paths)
    check_same(box, "two", content(box, "one"))


def folders_are_read_whole_in_byte_order(program, box):
    for name, unit in [("b/z.xml", "01"), ("b/a/m.xml", "48"), ("A.xml", "92"), (".hidden.xml", "04"), ("c.XML.txt", "08")]:
        write(box.at("input", name), read(GOOD).replace('unit="92"', f'unit="{unit}"').replace(
            'id="good"', 'id="p%s"' % unit).replace('id="a1" ', 'id="a1" continues="none" '))
    result = program.run("check", "input", cwd=box.path)
    check_equal([line.split(":")[0] for line in result.stdout.splitlines()],
                ["input/A.xml", "input/b/a/m.xml", "input/b/z.xml"], "files read")
    totals = program.run("check", "input/", cwd=box.path)
    check_equal([line.split(":")[0] for line in totals.stdout.splitlines()][0], "input/A.xml", "with a slash")


def dates_of(box, folder):
    """Dates in the properties of the workbook and of the PDF."""
    with zipfile.ZipFile(box.at(folder, "annex", "ba-ria-vung-tau-2021-2025.xlsx")) as book:
        core = book.read("docProps/core.xml").decode()
    pdf = read_bytes(box.at(folder, "annex", "ba-ria-vung-tau-2021-2025.pdf"))
    return (re.findall(r"<dcterms:\w+[^>]*>(\d{4}-\d{2}-\d{2})", core),
            [match.decode() for match in re.findall(rb"/CreationDate \(D:(\d{8})", pdf)])


def without_dates(data):
    data = re.sub(rb"D:\d{14}[^)]*", b"D:", data)
    data = re.sub(rb"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[-+Z:0-9]*", b"T", data)
    return re.sub(rb"/ID ?\[[^]]*\]|<[0-9a-fA-F]{32}>|uuid:[-0-9a-f]+", b"", data)


def only_the_dates_depend_on_the_as_of_date(program, box):
    _make(program, box, "issued", PLAN)
    _make(program, box, "option", PLAN, "--as-of", "2024-02-29")
    _make(program, box, "epoch", PLAN, env={"SOURCE_DATE_EPOCH": "1709164800"})
    _make(program, box, "both", PLAN, "--as-of", "2024-02-29", env={"SOURCE_DATE_EPOCH": "86400"})
    check_equal(dates_of(box, "issued"), (["2021-01-14"] * 2, ["20210114"]), "date of the decision")
    check_equal(dates_of(box, "option"), (["2024-02-29"] * 2, ["20240229"]), "--as-of")
    check_same(box, "epoch", content(box, "option"))
    check_same(box, "both", content(box, "option"))
    one, other = content(box, "issued"), content(box, "option")
    check(one["annex/ba-ria-vung-tau-2021-2025.txt"] == other["annex/ba-ria-vung-tau-2021-2025.txt"], "text")
    check(without_dates(one["annex/ba-ria-vung-tau-2021-2025.pdf"]) ==
          without_dates(other["annex/ba-ria-vung-tau-2021-2025.pdf"]), "the PDF differs in more than dates")
    with zipfile.ZipFile(box.at("issued", "annex", "ba-ria-vung-tau-2021-2025.xlsx")) as first, \
            zipfile.ZipFile(box.at("option", "annex", "ba-ria-vung-tau-2021-2025.xlsx")) as second:
        check_equal(first.namelist(), second.namelist(), "parts of the workbook")
        for name in first.namelist():
            check(without_dates(first.read(name)) == without_dates(second.read(name)), f"{name} differs in more than dates")
