#!/usr/bin/env python3
"""Keeps what README.md shows of the program equal to what the program prints.

Two kinds of places are checked or rewritten:

    ```console                      the commands after "$ " are run in the project's folder, one after the other,
    $ COMMAND                       and what they print (both streams) stands below each
    OUTPUT
    ```

    <!-- output of: COMMAND -->     what the command prints stands between the two comments as it is
    <!-- end -->

Usage: scripts/readme.py --check|--update FILE
"""

import difflib
import os
import re
import subprocess
import sys

CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
OUTPUT = re.compile(r"^(<!-- output of: (.*?) -->\n)(.*?)^(<!-- end -->)$", re.DOTALL | re.MULTILINE)


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


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("--check", "--update"):
        sys.exit(__doc__)
    path = sys.argv[2]
    with open(path, encoding="utf-8") as file:
        old = file.read()
    new = renewed(old)
    if sys.argv[1] == "--update":
        with open(path, "w", encoding="utf-8") as file:
            file.write(new)
    elif new != old:
        sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), path, "as it prints now"))
        sys.exit(f"{path} does not show what the program prints: run make readme-update")


main()
