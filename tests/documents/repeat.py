"""The same input gives the same bytes: again, elsewhere, in another time zone and locale."""
import filecmp
import os
import shutil
import subprocess

WHOLE, DOCUMENTS = "**/*", "annex/*"


def german_locale(scratch):
    """A locale with a decimal comma where the system can make one; else only its name is set."""
    folder = scratch / "locale"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", folder / "de_DE.UTF-8"], capture_output=True,
                       check=False)
    except FileNotFoundError:
        pass
    return {"LOCPATH": str(folder)} if (folder / "de_DE.UTF-8").exists() else {}


def files(folder, pattern):
    return sorted(path.relative_to(folder) for path in folder.glob(pattern) if path.is_file())


def faults(first, program, inputs, out, pattern, environment, place):
    """Runs the program again and compares what it made with what the first run made."""
    shutil.rmtree(out, ignore_errors=True)
    clean = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "TZ")}
    done = subprocess.run([program, "annex", "-o", out, "--formats", "xlsx,pdf,txt,html,docx", *inputs], cwd=place,
                          env={**clean, **environment}, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        return [f"status {done.returncode}: {done.stderr[:300]}"]
    wanted, found = files(first, pattern), files(out, pattern)
    if wanted != found or not wanted:
        return [f"{[str(f) for f in found]}, expected {[str(f) for f in wanted]}"]
    return [f"{name} differs" for name in wanted if not filecmp.cmp(first / name, out / name, shallow=False)]


def check_all(checks, first, program, root, scratch):
    near, far = ["input/decisions"], [root / "input" / "decisions"]
    out, german = scratch / "again", german_locale(scratch)
    elsewhere = scratch / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    cases = [
        ("again", near, WHOLE, {}, root),
        ("TZ=Asia/Ho_Chi_Minh", near, WHOLE, {"TZ": "Asia/Ho_Chi_Minh"}, root),
        ("LANG=de_DE.UTF-8", near, WHOLE, {"LANG": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", **german}, root),
        ("LC_ALL=C", near, WHOLE, {"LC_ALL": "C"}, root),
        ("from another folder", far, DOCUMENTS, {}, elsewhere),
    ]
    for name, inputs, pattern, environment, place in cases:
        checks.run(f"same bytes: {name}", faults, first, program, inputs, out, pattern, environment, place)
