"""Damaged copies of the decisions and layouts: whatever the damage, no crash, no hang, and a word about what is refused.

Seeds are fixed, so a failure comes again. PHULUC_FUZZ is the number of copies (default 300; a tenth of it where the program
runs under valgrind or is otherwise slow). A copy that the program does not stand is kept, and its path printed.
"""

import glob
import os
import random
import re
import tempfile
import time

from behaviour import DECISIONS, REFUSED, TEMPLATES, Sandbox, Wrong, check, check_equal, read_bytes, worst

SLOW_SECONDS = 1.0
TOKENS = [b"&", b"<", b">", b'"', b"]]>", b"&amp;", b"&#0;", b"&#x1F600;", b"<!--", b"-->", b"<![CDATA[x]]>", b"<?x?>",
          b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", "e\u0302\u0323".encode(), b"\r", b"{", b"}", b"{year}", b"{source.abbr}",
          b"9223372036854775807", b"-9223372036854775808", b"99999999999999999999", b"0.000000001", b"1.377", b"1.924,5",
          b"1e9", b"NaN", b"0mm", b"9999mm", b"*", b"2999", b"1900", b' as="lost"', b' as="dash"', b' unit="dong"',
          b' year="2021"', b' of="x"', b"<group id='g' title='g'>", b"</group>", b"\xc2\xa0", b"\xe2\x80\xae"]
TAG = re.compile(rb"<[^<>]*>")
VALUE = re.compile(rb'"[^"<>]*"')


def place(chance, data):
    return chance.randrange(len(data) + 1)


def span(chance, data, most=200):
    start = place(chance, data)
    return start, min(len(data), start + chance.randrange(1, most))


def flip_bit(chance, data):
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1:]


def delete(chance, data):
    start, end = span(chance, data)
    return data[:start] + data[end:]


def duplicate(chance, data):
    start, end = span(chance, data)
    return data[:end] + data[start:end] + data[end:]


def truncate(chance, data):
    return data[:place(chance, data)]


def insert_token(chance, data):
    at = place(chance, data)
    return data[:at] + chance.choice(TOKENS) + data[at:]


def swap(chance, data, pattern):
    found = list(pattern.finditer(data))
    if len(found) < 2:
        return data
    one, other = sorted(chance.sample(range(len(found)), 2))
    a, b = found[one], found[other]
    return data[:a.start()] + b.group() + data[a.end():b.start()] + a.group() + data[b.end():]


def swap_tags(chance, data):
    return swap(chance, data, TAG)


def swap_values(chance, data):
    return swap(chance, data, VALUE)


def replace_value(chance, data):
    found = list(VALUE.finditer(data))
    if not found:
        return data
    value = chance.choice(found)
    return data[:value.start()] + b'"' + chance.choice(TOKENS) + b'"' + data[value.end():]


def move_line(chance, data):
    lines = data.splitlines(True)
    line = lines.pop(chance.randrange(len(lines)))
    for _ in range(chance.randrange(3)):
        lines.insert(chance.randrange(len(lines) + 1), line)
    return b"".join(lines)


DAMAGES = [flip_bit, delete, duplicate, truncate, insert_token, swap_tags, swap_values, replace_value, replace_value,
           move_line, move_line]


def damaged(chance, data):
    for _ in range(chance.choice([1, 1, 1, 2, 3, 8])):
        data = chance.choice(DAMAGES)(chance, data) or b" "
    return data


def check_outcome(result, box):
    check_equal(result.stdout, "", "stdout")
    check(result.status in (0, 1, 2), f"status {result.status}\n{result.stderr}")
    check_equal(result.status, worst(result.stderr), f"status and worst finding\n{result.stderr}")
    made = box.files("out", "annex")
    check(result.status == REFUSED or made, f"nothing made, nothing refused\n{result.stderr}")


def run_copy(program, path, copy):
    chance = random.Random(f"{os.path.basename(path)} {copy}")
    data = damaged(chance, read_bytes(path))
    formats = "txt,xlsx,pdf" if copy % 5 == 0 else "txt"
    with Sandbox() as box:
        options = []
        if path.startswith(DECISIONS):
            os.makedirs(box.at("input"))
            target = box.at("input", "plan.xml")
        else:
            box.copy(TEMPLATES, "templates")
            box.copy(DECISIONS, "input")
            target = box.at("templates", "layouts", os.path.basename(path))
            options = ["--templates", "templates"]
        with open(target, "wb") as file:
            file.write(data)
        try:
            check_outcome(program.run("annex", "-o", "out", "--formats", formats, *options, "input", cwd=box.path), box)
        except Exception as error:
            with tempfile.NamedTemporaryFile(prefix="phuluc-fuzz-", suffix=".xml", delete=False) as kept:
                kept.write(data)
            raise Wrong(f"copy {copy}, kept in {kept.name}: {error}") from error


def is_slow(program):
    with Sandbox() as box:
        started = time.monotonic()
        program.run("annex", "-o", "out", "--formats", "txt", DECISIONS, cwd=box.path)
        return time.monotonic() - started > SLOW_SECONDS


def run(program, path, copies):
    for copy in range(copies):
        run_copy(program, path, copy)


def cases(program, _):
    paths = sorted(glob.glob(os.path.join(DECISIONS, "*.xml")) + glob.glob(os.path.join(TEMPLATES, "layouts", "*.xml")))
    number = int(os.environ.get("PHULUC_FUZZ", "300"))
    if is_slow(program):
        number //= 10
    share = -(-number // len(paths))
    for path in paths:
        name = os.path.splitext(os.path.basename(path))[0]
        yield f"fuzz/{name}: {share} damaged copies", lambda path=path: run(program, path, share)
