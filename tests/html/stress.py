"""A label of 3,000 characters, one without blanks, and one that looks like markup, on a desk, a phone and paper."""
import re
import subprocess
import tempfile

import pages
import rendering
from browser import Browser
from page import Page

PLAN = "thai-binh-2021-2025"
LABELS = {"pl1-III-1": " ".join(f"việc thứ {number}" for number in range(1, 230)),
          "pl1-III-2": "khôngdấucách" * 40,
          "pl1-III-3": "</th><script>alert(1)</script><img src=x onerror=alert(2)> & &lt; \"'"}
MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def escaped(text):
    return "".join(MARKUP.get(letter, letter) for letter in text)


def make(program, root, scratch):
    text = (root / "input" / "decisions" / f"{PLAN}.xml").read_text(encoding="utf-8")
    for activity, label in LABELS.items():
        pattern = re.compile(rf'(<activity id="{activity}"[^>]*title=")[^"]*')
        text, count = pattern.subn(lambda match, label=label: match.group(1) + escaped(label), text)
        if count != 1:
            raise ValueError(f"{PLAN}.xml has {count} activities {activity}")
    source = scratch / "stress.xml"
    source.write_text(text, encoding="utf-8")
    done = subprocess.run([program, "annex", "-o", scratch / "stress", "--formats", "html", source], cwd=root,
                          capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise RuntimeError(f"status {done.returncode}: {done.stderr[:300]}")
    return scratch / "stress" / "annex" / f"{PLAN}.html"


def label_faults(page):
    shown = [th.text() for th in page.root.all("th")]
    return [f"not shown as it is: {label[:60]}" for label in LABELS.values() if label not in shown]


def check_all(checks, program, root, scratch):
    pictures = scratch / "stress"
    path = make(program, root, scratch)
    page = Page(path)
    checks.run("stress: well-formed XML", pages.xml_faults, path)
    checks.run("stress: labels", label_faults, page)
    with tempfile.TemporaryDirectory(dir=scratch) as profile, Browser(profile) as browser:
        rendering.check_page(checks, browser, "stress", path, pictures)
    checks.run("stress: no element comes from a label", lambda: [e.name for e in page.root.all("script", "img")])
