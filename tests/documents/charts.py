"""
Charts of workbooks: what is kept in a chart file is what its cells hold, number for number; a cell that is no number has no
point, so that nothing that was not reported is drawn as 0. Labels are the cells themselves. Years run from left to right. Bars
that lie are explained from the top down.
Targets are sorted by what they lack, named, held against one line of 100 %, and said with their verdict, as in the table and
as on the page of the same report. A chart is on a page with rows of its table.
"""
import re
import subprocess
import xml.etree.ElementTree as xml
import zipfile

import openpyxl

NS = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
      "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
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


def series_faults(chart, where):
    """
    Bars that lie are said from the top down in words: LibreOffice writes their legend backwards. The first series is at the top
    where the axis of names runs downwards.
    """
    names = [series.findtext("c:tx//c:v", namespaces=NS) for series in chart.findall(".//c:ser", NS)]
    said = "".join(part.text for part in chart.iterfind(".//c:valAx/c:title//a:t", NS))
    lies = chart.find(".//c:barDir", NS).get("val") == "bar" and chart.find(".//c:trendline", NS) is None
    if not lies:
        return [f"{where}: says “{said}”"] if said else []
    faults = [] if chart.find(".//c:legend", NS) is None else [f"{where}: a legend"]
    faults += [] if chart.find(".//c:catAx//c:orientation", NS).get("val") == "maxMin" else [f"{where}: runs upwards"]
    order = [said.find(f"{name} (") for name in names]
    looks = re.findall(r"\(([^)]+)\)", said)
    right = said.startswith("Từ trên xuống") and -1 not in order and order == sorted(order) and len(set(looks)) == len(names)
    return faults if right else [*faults, f"{where}: series {names}, said “{said}”"]


def rows_of_targets(sheet):
    """{number: (what the target is, mức đạt, verdict)} of Biểu 4, by its heads."""
    head = next(row[0].row for row in sheet.iter_rows(max_row=20, max_col=1) if row[0].value == "STT")
    at = {cell.value: cell.column - 1 for cell in sheet[head] if cell.value}
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=head + 2)]
    return {row[0]: (row[at["Chỉ tiêu"]], row[at["Mức đạt (%)"]], row[at["Đánh giá"]]) for row in rows
            if re.fullmatch(r"\d+", str(row[0] or "")) and row[at["Đánh giá"]]}


def vietnamese(number):
    return f"{number:,.2f}".translate(str.maketrans(".,", ",."))


def bar_faults(number, name, value, rows, where):
    """A bar is called by its target's number and first words, and is as long as the table says."""
    label, achieved, verdict = rows[number]
    faults = [] if label.startswith(name.rstrip("…")) else [f"{where}: {number} is called {name!r}, and is {label!r}"]
    if value is None:
        return faults + ([] if verdict == "không đạt" else [f"{where}: {number} ({verdict}) has no bar"])
    return faults + ([] if abs(value - achieved) < 0.005 else [f"{where}: {number} is drawn {value}, and is {achieved}"])


def words_said(chart):
    """{bar: the words at its end}, whichever series they hang on."""
    return {int(label.findtext("c:idx", namespaces=NS) or label.find("c:idx", NS).get("val")):
            "".join(label.itertext()).strip() for label in chart.iterfind(".//c:dLbl", NS) if label.find("c:tx", NS) is not None}


def target_faults(path):
    """The chart of Biểu 4 in a workbook against its table."""
    book = openpyxl.load_workbook(path, data_only=True)
    sheet = next(sheet for sheet in book if sheet.title.startswith("Biểu 4"))
    rows, where, faults = rows_of_targets(sheet), path.name, []
    with zipfile.ZipFile(path) as archive:
        charts = [xml.fromstring(archive.read(name)) for name in archive.namelist()
                  if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
    chart = next(chart for chart in charts if "mức đạt" in "".join(chart.find(".//c:title", NS).itertext()))
    series = chart.findall(".//c:ser", NS)
    names = cells_of(book, series[0].findtext("c:cat//c:f", namespaces=NS))
    values = cells_of(book, series[0].findtext("c:val//c:f", namespaces=NS))
    line = cells_of(book, series[1].findtext("c:val//c:f", namespaces=NS))
    if set(line) != {100} or series[1].find("c:trendline", NS) is None:
        faults.append(f"{where}: the line is {line}")
    due = cells_of(book, series[2].findtext("c:val//c:f", namespaces=NS)) if len(series) > 2 else [None] * len(values)
    lacking = [(by_now or 100) - (100 if value is None else value) for value, by_now in zip(values, due)]
    if lacking != sorted(lacking, reverse=True):
        faults.append(f"{where}: not sorted: {values}, {due}")
    said = words_said(chart)
    for at, (name, value) in enumerate(zip(names, values)):
        number, words = name.split(". ", 1)
        faults += bar_faults(number, words, value, rows, where)
        right = rows[number][2] + (f", {vietnamese(value)} %" if value is not None else ", bằng ngưỡng")
        faults += [] if said.get(at) == right else [f"{where}: {number} is said to be {said.get(at)!r}, is {right!r}"]
    drawn = {name.split(".")[0] for name in names}
    left_out = {number for number, row in rows.items() if row[1] is not None} - drawn
    return faults + [f"{where}: no bar for {number}" for number in sorted(left_out)]


def same_everywhere_faults(path):
    """Page and printed pages of a report say the same names, words and title as its workbook."""
    with zipfile.ZipFile(path) as archive:
        charts = [xml.fromstring(archive.read(name)) for name in archive.namelist()
                  if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
    chart = next(chart for chart in charts if "mức đạt" in "".join(chart.find(".//c:title", NS).itertext()))
    title = "".join(chart.find(".//c:title", NS).itertext()).strip().split(" (")[0]
    wanted = [title, *words_said(chart).values()]
    wanted += [point.findtext("c:v", namespaces=NS) for point in chart.find(".//c:ser", NS).findall("c:cat//c:pt", NS)]
    printed = subprocess.run(["pdftotext", "-raw", path.with_suffix(".pdf"), "-"], capture_output=True, text=True, check=True)
    texts = {"pdf": printed.stdout, "html": re.sub(r"<[^>]+>", " ", path.with_suffix(".html").read_text(encoding="utf-8"))}
    return [f"{path.name}: {kind} lacks {words!r}" for kind, text in texts.items() for words in wanted
            if " ".join(words.split()) not in " ".join(text.split())]


def alone_faults(path):
    """A page that begins below the last row of a table has its head repeated and no row: no chart begins there."""
    faults = []
    book = openpyxl.load_workbook(path)
    for sheet in book:
        if not sheet.print_title_rows:
            continue
        last = max(cell.row for row in sheet.iter_rows(max_col=3) for cell in row if cell.border.bottom.style)
        for chart in sheet._charts:
            top = max([mark.id for mark in sheet.row_breaks.brk if mark.id <= chart.anchor._from.row], default=0) + 1
            faults += [] if top <= last else [f"{path.name} {sheet.title}: page from row {top}, last row {last}"]
    return faults


def each(check, folder):
    paths = sorted(folder.rglob("*.xlsx"))
    return [fault for path in paths for fault in check(path)] if len(paths) > 4 else [f"only {len(paths)} reports"]


def chart_faults(path):
    """(what is wrong, how many charts were looked at, cells without a number in them)"""
    faults, charts, blanks = [], 0, 0
    book = openpyxl.load_workbook(path, data_only=True)
    with zipfile.ZipFile(path) as archive:
        for name in sorted(name for name in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)):
            chart, charts = xml.fromstring(archive.read(name)), charts + 1
            faults += axis_faults(chart, f"{path.name} {name}") + series_faults(chart, f"{path.name} {name}")
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
    return faults if blanks else [*faults, "every cell of its charts is a number"]


def check_all(checks, program, root, scratch):
    """After reports.check_all(), which has made the reports of the year."""
    checks.run("charts hold what their cells hold", report_faults, scratch / "reports")
    checks.run("targets are sorted, named and judged in their chart", each, target_faults, scratch / "reports" / "year-end")
    checks.run("paper and page have the chart of the workbook", each, same_everywhere_faults, scratch / "reports" / "year-end")
    checks.run("no chart is on a page without a row of its table", each, alone_faults, scratch / "reports")
    checks.run("charts draw nothing that was not reported", unreported_faults, program, root, scratch / "unreported")
