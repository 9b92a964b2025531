"""A label of 3,000 characters, one without blanks, and one that looks like markup, on a desk, a phone and paper."""
import tempfile

import pages
import relabelled
import rendering
from browser import Browser
from page import Page

PLAN = "thai-binh-2021-2025"
LABELS = {"pl1-III-1": " ".join(f"việc thứ {number}" for number in range(1, 230)),
          "pl1-III-2": "khôngdấucách" * 40,
          "pl1-III-3": "</th><script>alert(1)</script><img src=x onerror=alert(2)> & &lt; \"'"}


def label_faults(page):
    shown = [th.text() for th in page.root.all("th")]
    return [f"not shown as it is: {label[:60]}" for label in LABELS.values() if label not in shown]


def check_all(checks, program, root, scratch):
    pictures = scratch / "stress"
    path = relabelled.make(program, root, pictures, "html", PLAN, LABELS)
    page = Page(path)
    checks.run("stress: well-formed XML", pages.xml_faults, path)
    checks.run("stress: labels", label_faults, page)
    with tempfile.TemporaryDirectory(dir=scratch, ignore_cleanup_errors=True) as profile, Browser(profile) as browser:
        rendering.check_page(checks, browser, "stress", path, pictures)
    checks.run("stress: no element comes from a label", lambda: [e.name for e in page.root.all("script", "img")])
