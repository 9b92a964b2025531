"""What the behaviour tests share: running the program in a folder of its own, and saying what is wrong."""

import difflib
import os
import re
import shutil
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TEMPLATES = os.path.join(ROOT, "templates")
DECISIONS = os.path.join(ROOT, "input", "decisions")
CRASH = 99  # what sanitizers and valgrind end with
TIMEOUT = 120

ALL_MADE, WARNINGS, REFUSED, SYSTEM, USAGE = 0, 1, 2, 3, 64
WORDS = {"ghi chú": ALL_MADE, "cảnh báo": WARNINGS, "lỗi": REFUSED, "lỗi hệ thống": SYSTEM,
         "note": ALL_MADE, "warning": WARNINGS, "error": REFUSED, "system error": SYSTEM}


class Wrong(Exception):
    """What a test found, in words."""


def check(condition, message):
    if not condition:
        raise Wrong(message)


def check_equal(found, expected, what):
    if found == expected:
        return
    if isinstance(found, str) and isinstance(expected, str):
        lines = difflib.unified_diff(expected.splitlines(), found.splitlines(), "expected", "found", lineterm="", n=1)
        raise Wrong(f"{what} differs\n" + "\n".join(lines))
    raise Wrong(f"{what}: expected {expected!r}, found {found!r}")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def read_bytes(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, content):
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(content)


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.stdout = done.stdout.decode("utf-8", "replace") if done.stdout is not None else ""
        self.stderr = done.stderr.decode("utf-8", "replace") if done.stderr is not None else ""


class Program:
    """The program under test; env and cwd are clean unless a test says otherwise."""

    def __init__(self, path):
        self.path = os.path.abspath(path)

    def run(self, *args, cwd, env=None, **more):
        environment = {key: value for key, value in os.environ.items()
                       if not key.startswith(("LC_", "LANG", "PHULUC_", "SOURCE_DATE_EPOCH", "TZ"))}
        environment.setdefault("ASAN_OPTIONS", f"exitcode={CRASH}:detect_leaks=1:handle_segv=2")
        environment.setdefault("UBSAN_OPTIONS", f"exitcode={CRASH}:print_stacktrace=1:halt_on_error=1")
        environment.update(env or {})
        more.setdefault("stdout", subprocess.PIPE)
        more.setdefault("stderr", subprocess.PIPE)
        done = subprocess.run([self.path, *args], cwd=cwd, env=environment, stdin=subprocess.DEVNULL, timeout=TIMEOUT,
                              check=False, **more)
        result = Result(done)
        broken = result.status < 0 or result.status == CRASH or "Sanitizer" in result.stderr or \
            "runtime error:" in result.stderr
        check(not broken, f"{' '.join(args)}: broke with status {result.status}\n{result.stderr}")
        return result


class Sandbox:
    """A folder that lives as long as the test."""

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="phuluc-test-")
        os.chmod(self.path, 0o755)
        return self

    def __exit__(self, *_):
        for folder, _, _ in os.walk(self.path):
            os.chmod(folder, 0o755)
        shutil.rmtree(self.path)

    def at(self, *names):
        return os.path.join(self.path, *names)

    def copy(self, source, *names):
        target = self.at(*names)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        if os.path.isdir(source):
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copyfile(source, target)
        return target

    def files(self, *names):
        """Relative paths of all files below a folder, in order."""
        top = self.at(*names)
        return sorted(os.path.relpath(os.path.join(folder, name), top)
                      for folder, _, files in os.walk(top) for name in files)


_LAST = re.compile(r"^(?:Đã lập \d+ báo cáo|Không lập báo cáo nào|Sẽ lập \d+ báo cáo|Reports (?:that would be )?made: \d+|No report was made)"
                   r"(?:, \d+ không đổi|, unchanged: \d+)?; "
                   r"(\d+) (?:lỗi|errors), (\d+) (?:cảnh báo|warnings), (\d+) (?:ghi chú|notes)(?:: .*)?$")


def worst(findings):
    """The exit status that printed findings call for, whether or not a last line sums them up."""
    status = ALL_MADE
    lines = findings.splitlines()
    for line in lines[:-1] if lines and _LAST.match(lines[-1]) else lines:
        check(line.endswith("]") and " [" in line, f"no severity at the end of: {line}")
        word = line.rpartition(" [")[2].rpartition(" ")[0]
        check(word in WORDS, f"unknown severity “{word}” in: {line}")
        status = max(status, WORDS[word])
    return status


def check_form(findings):
    """Each is file:line: what: remedy [severity CODE], or file: ... for a file as a whole."""
    for line in findings.splitlines():
        head, _, tail = line.partition(": ")
        check(tail.count(": ") >= 1, f"neither file nor remedy in: {line}")
        check(" " not in head or os.path.sep in head, f"does not start with a file: {line}")
    return findings


def findings_told(stderr):
    """What a report command with -v wrote to stderr, without the last line, which has to sum it up."""
    lines = stderr.splitlines(keepends=True)
    last = _LAST.match(lines[-1]) if lines else None
    check(last is not None, f"no line that sums up at the end of: {stderr}")
    counts = [0, 0, 0]
    for line in lines[:-1]:
        counts[{ALL_MADE: 2, WARNINGS: 1}.get(worst(line), 0)] += 1
    check_equal([int(number) for number in last.groups()], counts, "the last line's errors, warnings, notes")
    return "".join(lines[:-1])


def by_severity(findings):
    """Lines in the order of their files, as a report command prints them: notes first, what is worst last."""
    return "".join(sorted(findings.splitlines(keepends=True), key=worst))


def case_names(folder, *suffixes):
    return sorted(name for name in os.listdir(folder) if name.endswith(suffixes))
