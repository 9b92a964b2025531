#!/usr/bin/env python3
"""Keeps what the pages for readers show of the program equal to what the program prints, and their links whole.

Two kinds of places are checked or rewritten:

    ```console                      the commands after "$ " are run in the project's folder, one after the other,
    $ COMMAND                       and what they print (both streams) stands below each
    OUTPUT
    ```

    <!-- output of: COMMAND -->     what the command prints stands between the two comments as it is
    <!-- end -->

    [text](PATH#HEADING)            of a link to another page, file or folder both the path and the heading are looked for,
                                    and so are pages and headings that findings name as their rule (src/base/finding.def)

Usage: scripts/readme.py --check|--update FILE...
       scripts/readme.py --links FILE...            only the links; for pages that stand elsewhere, such as installed ones
"""

import difflib
import os
import re
import shutil
import subprocess
import sys

CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
OUTPUT = re.compile(r"^(<!-- output of: (.*?) -->\n)(.*?)^(<!-- end -->)$", re.DOTALL | re.MULTILINE)

# Of README.md at the top: what can be read in five minutes.
MOST_BYTES = 10240


def output_of(command):
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["bash", "-c", command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, env=environment, timeout=120, check=False)
    text = done.stdout.decode("utf-8")
    return text if not text or text.endswith("\n") else text + "\n"


def console(match):
    commands = [line[2:] for line in match.group(1).splitlines() if line.startswith("$ ")]
    return "```console\n" + "".join(f"$ {command}\n{output_of(command)}" for command in commands) + "```"


def renewed(text):
    text = CONSOLE.sub(console, text)
    return OUTPUT.sub(lambda match: match.group(1) + output_of(match.group(2)) + match.group(4), text)


def without_code(text):
    return re.sub(r"`[^`\n]*`", "", FENCED.sub("", text))


def anchors(path):
    """The names that headings of a page have in links, as GitHub makes them."""
    with open(path, encoding="utf-8") as file:
        headings = re.findall(r"^#+ +(.*?) *$", FENCED.sub("", file.read()), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(path, text):
    for target in re.findall(r"\]\(([^)\s]+)\)", without_code(text)):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, heading = target.partition("#")
        file = os.path.normpath(os.path.join(os.path.dirname(path), file)) if file else path
        if not os.path.exists(file):
            yield f"{path}: the link {target} leads nowhere"
        elif heading and heading not in anchors(file):
            yield f"{path}: {file} has no heading #{heading}"


def broken_rules():
    """Rules of findings that name a page and a heading which it does not have."""
    with open("src/base/finding.def", encoding="utf-8") as file:
        rules = sorted(set(re.findall(r'"((?:[a-z]+/)?[A-Z]+\.md), ([^"]+)"', file.read())))
    for path, heading in rules:
        with open(path, encoding="utf-8") as file:
            headings = re.findall(r"^#+ +(.*?) *$", FENCED.sub("", file.read()), re.MULTILINE)
        if heading not in headings:
            yield f"finding.def: {path} has no heading \"{heading}\""


def check(path, old, new):
    """What is wrong with a page, as text; empty if nothing is."""
    faults = ""
    if new != old:
        faults += "".join(difflib.unified_diff(old.splitlines(True), new.splitlines(True), path, "as it prints now"))
        faults += f"{path} does not show what the program prints: run make readme-update\n"
    faults += "".join(f"{fault}\n" for fault in broken_links(path, old))
    size = len(old.encode("utf-8"))
    if path == "README.md" and size > MOST_BYTES:
        faults += f"{path} has {size} bytes: a newcomer reads {MOST_BYTES} of them, the rest belongs into the folders' pages\n"
    return faults


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ("--check", "--update", "--links"):
        sys.exit(__doc__)
    faults = ""
    shutil.rmtree("build/readme", ignore_errors=True)  # what an older program made there is none of the answer
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            old = file.read()
        new = old if sys.argv[1] == "--links" else renewed(old)
        if sys.argv[1] == "--update":
            with open(path, "w", encoding="utf-8") as file:
                file.write(new)
        else:
            faults += check(path, old, new)
    if sys.argv[1] == "--check":
        faults += "".join(f"{fault}\n" for fault in broken_rules())
    if faults:
        sys.stdout.write(faults)
        sys.exit(1)


main()
