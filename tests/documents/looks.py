"""
The pages of the year-end and consolidated reports as their reader turns them: no page for a few stray lines, charts whole,
titles in lines of about one length, the text of a target in lines that can be read.
"""
import itertools
import re
import subprocess
import xml.etree.ElementTree as ET

YEAR = "2025"
UNITS = ["34", "52", "67", "75", "77"]

# Less than that on a page, without its foot and number, is what a reader takes for a mistake.
LEAST_LINES = 8
# The shortest line of a title in hundredths of its longest one.
BALANCED = 60
# The text of a target, at 10 pt: about five words a line.
TARGET_MM = 50
PT_PER_MM = 72 / 25.4
NS = {"x": "http://www.w3.org/1999/xhtml"}


def pages_of(path):
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True)
    return [[line.strip() for line in page.splitlines() if line.strip()] for page in done.stdout.split("\f")[:-1]]


def body_of(page):
    return [line for line in page if not re.fullmatch(r"\d+", line) and "Mã kiểm soát" not in line]


def begins_part(lines):
    """A short part of its own, as the notes, begins with its title."""
    return bool(lines) and lines[0].isupper()


def stray_faults(path):
    return [f"page {number} has {len(body_of(page))} lines: {' / '.join(body_of(page))[:120]}"
            for number, page in enumerate(pages_of(path), 1)
            if len(body_of(page)) < LEAST_LINES and not begins_part(body_of(page))]


def title_of(lines):
    """The lines of capitals below "Biểu n"; the head of the table begins with STT."""
    return list(itertools.takewhile(lambda line: line == line.upper() and line != "STT", lines))


def titles_of(path):
    for page in pages_of(path):
        for index, line in enumerate(page):
            if re.fullmatch(r"Biểu \d+", line):
                yield line, title_of(page[index + 1:])


def title_faults(path):
    faults, long = [], 0
    for name, title in titles_of(path):
        lengths = [len(line) for line in title]
        long += len(title) > 1
        if not title:
            faults.append(f"{name} has no title")
        elif min(lengths) * 100 < max(lengths) * BALANCED:
            faults.append(f"{name}: {' / '.join(title)}")
        faults += [f"{name}: a period is cut: {line}" for line in title if re.search(r"(GIAI|ĐOẠN|\d{4} [-–])$", line)]
    return faults if long else [*faults, "no title of more than one line was seen"]


def chart_faults(path):
    return [f"page {number}: {line}" for number, page in enumerate(pages_of(path), 1)
            for line in page if re.fullmatch(r".*\((%|triệu đồng)\) \(tiếp theo\)", line)]


def words_of(path):
    done = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True)
    for page in ET.fromstring(done.stdout).iterfind(".//x:page", NS):
        yield [(word.text, float(word.get("xMin")), float(word.get("xMax")), float(word.get("yMin")))
               for word in page.iterfind("x:word", NS)]


def head_of_targets(words):
    """Where "Chỉ tiêu" begins in the head of a table that goes on with "Đơn vị tính", and where that begins."""
    for (first, left, _, y), (second, _, right, _) in zip(words, words[1:]):
        if (first, second) == ("Chỉ", "tiêu"):
            units = [x for text, x, _, top in words if text in ("Đơn", "tính") and x > right and abs(top - y) < 20]
            if units:
                return left, right, min(units)
    return None


def target_faults(path):
    """The head stands in the middle of its column, which ends before the unit: that gives the width."""
    heads = [head for head in map(head_of_targets, words_of(path)) if head]
    widths = [2 * (unit - (left + right) / 2) / PT_PER_MM for left, right, unit in heads]
    if not widths:
        return ["no table of targets was seen"]
    return [f"the text of targets has {width:.0f} mm" for width in widths if width < TARGET_MM]


def coverage_faults(path):
    """"1/3 đơn vị có kế hoạch" is a remark: it stands in one line, in regular type."""
    text = "\n".join("\n".join(page) for page in pages_of(path))
    return [] if len(re.findall(r"1/[23] đơn vị có kế hoạch;", text)) == 5 else ["the coverage of a unit is cut"]


def company_faults(path):
    """Biểu 3 of this unit is one line: the plan names no activity."""
    together = [page for page in pages_of(path) if "Biểu 3" in page]
    return [] if len(together) == 1 and "Biểu 4" in together[0] else ["a table of one line has a page of its own"]


def check_all(checks, out):
    for unit in UNITS:
        path = out / "year-end" / YEAR / f"{unit}.pdf"
        checks.run(f"year-end {unit}: no page for stray lines", stray_faults, path)
        checks.run(f"year-end {unit}: titles", title_faults, path)
        checks.run(f"year-end {unit}: charts are whole", chart_faults, path)
        checks.run(f"year-end {unit}: room for the text of targets", target_faults, path)
    checks.run("year-end 77: a short table shares its page", company_faults, out / "year-end" / YEAR / "77.pdf")
    path = out / "consolidate" / f"{YEAR}.pdf"
    checks.run("consolidated: no page for stray lines", stray_faults, path)
    checks.run("consolidated: charts are whole", chart_faults, path)
    checks.run("consolidated: coverage", coverage_faults, path)
