"""
Charts of workbooks: what is kept in a chart file is what its cells hold, number for number; a cell that is no number has no
point, so that nothing that was not reported is drawn as 0. Labels are the cells themselves. Years run from left to right.
"""
import re
import subprocess
import xml.etree.ElementTree as xml
import zipfile

import openpyxl

NS = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
UNREPORTED = ["tests/data/charts", "input/office.xml"]
UNREPORTED_YEAR = "2026"


def cells_of(book, reference):
    """The cells of 'Sheet'!$A$1:$A$3, or of a list of such ranges in brackets."""
    found = []
    for part in re.findall(r"'((?:[^']|'')+)'!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?", reference):
        sheet, left, top, right, bottom = part
        block = book[sheet.replace("''", "'")][f"{left}{top}:{right or left}{bottom or top}"]
        found += [cell.value for row in block for cell in row]
    return found


def kept(series, where):
    """{number: text} of the points that a chart file keeps."""
    return {int(point.get("idx")): point.findtext("c:v", namespaces=NS) for point in series.findall(f"{where}//c:pt", NS)}


def is_number(value):
    return isinstance(value, (int, float))


def value_faults(book, series, where):
    cells = cells_of(book, series.findtext("c:val//c:f", namespaces=NS))
    right = {at: value for at, value in enumerate(cells) if is_number(value)}
    found = {at: float(text) for at, text in kept(series, "c:val").items()}
    return [] if found == right else [f"{where}: kept {found}, in cells {right}"]


def name_faults(book, series, where):
    right = cells_of(book, series.findtext("c:cat//c:f", namespaces=NS))
    found = kept(series, "c:cat")
    return [] if [found.get(at) for at in range(len(right))] == right else [f"{where}: names {found}, in cells {right}"]


def label_faults(series, where):
    """Each label is the cell of its bar."""
    bars = series.findtext("c:val//c:f", namespaces=NS)
    faults = []
    for label in series.findall("c:dLbls/c:dLbl", NS):
        cell = label.findtext("c:tx//c:f", namespaces=NS)
        if cell is not None and cell.split("!")[0] not in bars:
            faults.append(f"{where}: a label shows {cell}")
    return faults


def axis_faults(chart, where):
    return [f"{where}: {pattern.get('formatCode')}" for pattern in chart.findall(".//c:valAx/c:numFmt", NS)
            if not re.fullmatch(r"#,##0(\.0+)?", pattern.get("formatCode"))]


def direction_faults(chart, names, where):
    """"Năm 2021", "Năm 2022": years stand beside each other."""
    years = [name for name in names if re.fullmatch(r"Năm \d{4}", name or "")]
    if not years or len(years) < len(names):
        return []
    faults = [] if chart.find(".//c:barDir", NS).get("val") == "col" else [f"{where}: years under each other"]
    return faults + ([] if years == sorted(years) else [f"{where}: {years}"])


def chart_faults(path):
    """(what is wrong, how many charts were looked at, cells without a number in them)"""
    faults, charts, blanks = [], 0, 0
    book = openpyxl.load_workbook(path, data_only=True)
    with zipfile.ZipFile(path) as archive:
        for name in sorted(name for name in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)):
            chart, charts = xml.fromstring(archive.read(name)), charts + 1
            faults += axis_faults(chart, f"{path.name} {name}")
            for series in chart.iterfind(".//c:ser", NS):
                where = f"{path.name} {name} {series.findtext('c:tx//c:v', namespaces=NS)}"
                faults += value_faults(book, series, where) + name_faults(book, series, where) + label_faults(series, where)
                blanks += sum(not is_number(value) for value in cells_of(book, series.findtext("c:val//c:f", namespaces=NS)))
            names = cells_of(book, chart.findtext(".//c:cat//c:f", namespaces=NS))
            faults += direction_faults(chart, names, f"{path.name} {name}")
    return faults, charts, blanks


def report_faults(folder):
    faults, charts = [], 0
    for path in sorted(folder.rglob("*.xlsx")):
        more, count, _ = chart_faults(path)
        faults, charts = faults + more, charts + count
    return faults if charts > 5 else [*faults, f"only {charts} charts"]


def unreported_faults(program, root, out):
    done = subprocess.run([program, "year-end", "--year", UNREPORTED_YEAR, "-q", "-o", out, "--formats", "xlsx", *UNREPORTED],
                          cwd=root, capture_output=True, text=True, check=False)
    books = sorted(out.rglob("*.xlsx"))
    if done.returncode > 1 or len(books) != 1:
        return [f"status {done.returncode}", *done.stderr.splitlines()[-5:]]
    faults, _, blanks = chart_faults(books[0])
    return faults if blanks >= 3 else [*faults, f"only {blanks} cells of its charts are no numbers"]


def check_all(checks, program, root, scratch):
    """After reports.check_all(), which has made the reports of the year."""
    checks.run("charts hold what their cells hold", report_faults, scratch / "reports")
    checks.run("charts draw nothing that was not reported", unreported_faults, program, root, scratch / "unreported")
