#!/usr/bin/env python3
"""Tries the XML that input/README.md shows, put into the worked example, and prints the table of sources by years.

The table takes the place of the worked example's; an amendment of that plan holds the <relation> and nothing else. Both
files must check without an error or a warning.

Usage: scripts/readme-keyed.py
"""

import os
import re
import subprocess
import sys

FOLDER = "build/readme/keyed"


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def element(text, name):
    return re.search(rf"^ *<{name}[ >].*?^ *</{name}>\n", text, re.DOTALL | re.MULTILINE).group(0)


def phuluc(*words):
    done = subprocess.run(["build/phuluc", *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{done.stdout}phuluc {' '.join(words)} ended with {done.returncode}")


def main():
    page, example = read("input/README.md"), read("input/examples/worked-example.xml")
    plan = example.replace('id="worked-example"', 'id="can-tho-2026-2030"')
    plan = plan.replace(element(plan, "table"), element(page, "table"))
    amendment = example.replace('id="worked-example"', 'id="can-tho-2027"').replace("2026-01-15", "2027-06-15")
    for name in ("targets", "prose", "table"):
        amendment = amendment.replace(element(amendment, name), "")
    amendment = amendment.replace("  <period", element(page, "relation") + "  <period", 1)

    os.makedirs(FOLDER, exist_ok=True)
    files = {f"{FOLDER}/plan.xml": plan, f"{FOLDER}/amendment.xml": amendment}
    for path, text in files.items():
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    phuluc("check", *files)
    phuluc("annex", "-q", "--formats", "txt", "-o", FOLDER, f"{FOLDER}/plan.xml")
    annex = read(f"{FOLDER}/annex/can-tho-2026-2030.txt")
    print("```\n" + re.search(r"^Đơn vị tính.*?\n(?=[^+|])", annex, re.DOTALL | re.MULTILINE).group(0) + "```")


main()
