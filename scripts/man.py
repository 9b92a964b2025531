#!/usr/bin/env python3
"""Keeps the man pages and the completion equal to the program's commands and options (PROGRAM --help --json).

What stands between a line with "generated: NAME" and the next with "end of generated" is made from them; the rest of the files
is written by hand.

Usage: scripts/man.py --check|--update PROGRAM
"""

import difflib
import json
import os
import re
import subprocess
import sys

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "install")
PLACE = re.compile(r"^(\S+ generated: (\w+)[^\n]*\n)(.*?)^(\S+ end of generated)$", re.DOTALL | re.MULTILINE)
OPTIONS_WORD = {"en": "options", "vi": '"tùy chọn"'}
INDENT = " " * 4


def rows_of(program, language):
    done = subprocess.run([program, "--help", "--json", "--lang", language], check=True, stdout=subprocess.PIPE)
    rows = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    return [row for row in rows if row["kind"] == "command"], [row for row in rows if row["kind"] == "option"]


# ---- man pages ----

def roff(text):
    """Text as roff has it; names of options in bold."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("…", ".\\|.\\|.\\&")
    text = re.sub(r"(?<!\w)(\\-\\-[a-z\\-]+[a-z])", r"\\fB\1\\fR", text)
    return "\\&" + text if text[:1] in ".'" else text


def sentences(row):
    text = row["help"][0].upper() + row["help"][1:] + "."
    return "\n".join(roff(line) for line in [text, *([row["more"]] if row["more"] else [])]) + "\n"


def placeholder(word):
    """Names of arguments are in lower case on a page, but for abbreviations."""
    return word if "|" in word or len(word.strip("…")) < 3 else word.lower()


def synopsis(commands, _, language):
    entries = []
    for row in commands:
        words = row["synopsis"].split()
        lines = [f".B phuluc {roff(words[0])}"]
        for word in words[1:]:
            bold = word.startswith("--")
            lines.append(f".B {roff(word).replace(chr(92) + 'fB', '').replace(chr(92) + 'fR', '')}" if bold
                         else f".I {roff(placeholder(word))}")
        end = 1 + 2 * sum(word.startswith("--") for word in words)
        entries.append("\n".join([*lines[:end], f".RI [ {OPTIONS_WORD[language]} ]", *lines[end:]]) + "\n")
    return ".br\n".join(entries)


def commands_list(commands, _, __):
    text, last = "", None
    for row in commands:
        name = row["name"]
        text += f".TP\n.B {roff(name)}\n" if name != last else ".IP\n"
        text += sentences(row)
        last = name
    return text


def options_list(_, options, __):
    text, scope = "", None
    for row in options:
        if row["synopsis"] != scope:
            scope = row["synopsis"]
            text += f'.SS "{roff(scope)}"\n'
        names = ([f"\\fB\\-{row['letter']}\\fR, "] if row["letter"] else []) + [f"\\fB\\-\\-{row['name']}\\fR".replace(
            row["name"], row["name"].replace("-", "\\-"))]
        argument = f" \\fI{roff(placeholder(row['argument']))}\\fR" if row["argument"] else ""
        text += f".TP\n{''.join(names)}{argument}\n{sentences(row)}"
    return text


# ---- completion ----

def shell_words(words):
    """Words over as many lines as they need, as arguments."""
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 90:
            lines.append(line.rstrip())
            line = ""
        line += word + " "
    return f" \\\n{INDENT * 2}".join([*lines, line.rstrip()])


def patterns(rows):
    return " | ".join(name for row in rows for name in ([f"-{row['letter']}"] if row["letter"] else []) + [f"--{row['name']}"])


def values_of(row):
    values = row["values"].split("|")
    return values + ["xlsx,pdf"] if row["argument"] != row["values"] else values


def completion(commands, options, _):
    names = list(dict.fromkeys(row["name"] for row in commands))
    text = f"_phuluc_commands=({shell_words(names)})\n\n# The options that go with a command, or all of them.\n_phuluc_options() {{\n"
    text += f"{INDENT}case $1 in\n"
    for name in names:
        taken = [f"--{row['name']}" for row in options if name in row["commands"].split()]
        text += f"{INDENT}{name}) printf '%s\\n' {shell_words(taken)} ;;\n"
    everything = [f"--{row['name']}" for row in options]
    text += f"{INDENT}*) printf '%s\\n' {shell_words(everything)} ;;\n{INDENT}esac\n}}\n\n"
    text += "# What the argument of an option can be: folder, file, other or words; fails if it takes none.\n_phuluc_argument() {\n"
    text += f"{INDENT}case $1 in\n"
    for kind in ["folder", "file"]:
        text += f"{INDENT}{patterns([row for row in options if row['completes'] == kind])}) echo {kind} ;;\n"
    for row in options:
        if row["values"]:
            text += f"{INDENT}{patterns([row])}) echo {' '.join(values_of(row))} ;;\n"
    other = [row for row in options if row["argument"] and not row["values"] and not row["completes"]]
    text += f"{INDENT}{patterns(other)}) echo other ;;\n{INDENT}*) return 1 ;;\n{INDENT}esac\n}}\n"
    return text


PARTS = {"synopsis": synopsis, "commands": commands_list, "options": options_list, "completion": completion}
FILES = {"phuluc.1": "en", "vi/phuluc.1": "vi", "phuluc.bash-completion": "en"}


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("--check", "--update"):
        sys.exit(__doc__)
    stale = False
    for name, language in FILES.items():
        path = os.path.join(FOLDER, name)
        with open(path, encoding="utf-8") as file:
            old = file.read()
        commands, options = rows_of(sys.argv[2], language)
        new, places = PLACE.subn(lambda match: match[1] + PARTS[match[2]](commands, options, language) + match[4], old)
        if not places:
            sys.exit(f"{path} has no place for what is generated")
        if sys.argv[1] == "--update" and new != old:
            with open(path, "w", encoding="utf-8") as file:
                file.write(new)
        elif new != old:
            stale = True
            sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), path, "as the program has it"))
    if stale:
        sys.exit("the man pages or the completion are not what the program says: run make man-update")


main()
