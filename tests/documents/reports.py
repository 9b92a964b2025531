"""
Year-end and consolidated reports of the illustrative results: the same figures in every format and in the answers of the
queries; illustrative ones say so everywhere; what is not reported is never a number.
"""
import csv
import html.parser
import io
import re
import subprocess
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

import openpyxl

import workbooks
from openpyxl.utils import range_boundaries
from workbook import CONTENTS, print_area

YEAR = "2025"
PLANS = {"34": "thai-binh-2021-2025", "52": "binh-dinh-2021-2025", "67": "dak-nong-2021-2025",
         "75": "dong-nai-2021-2025", "77": "ba-ria-vung-tau-2021-2025"}
INPUTS = ["input/decisions", "input/examples/results", "input/office.xml"]
WARNING = "SỐ LIỆU MINH HỌA"
NOTHING = "chưa có số liệu báo cáo"
FORMATS = "xlsx,pdf,txt,html"

# Which units there are now, by code and name, with the part of them that has a plan here.
NOW = [("79", "Thành phố Hồ Chí Minh", "1/3"), ("52", "Tỉnh Gia Lai", "1/2"), ("68", "Tỉnh Lâm Đồng", "1/3"),
       ("75", "Tỉnh Đồng Nai", "1/2"), ("33", "Tỉnh Hưng Yên", "1/2")]


def load_workbook(path, **more):
    """The sheets that other formats have, too."""
    book = openpyxl.load_workbook(path, **more)
    if CONTENTS in book.sheetnames:
        del book[CONTENTS]
    return book


def sheet_of(book, holds):
    """The sheet that holds that, whatever its number: “Biểu 4. Mục tiêu”."""
    return next(sheet for sheet in book.worksheets if sheet.title == holds or sheet.title.endswith(f". {holds}"))


class Figures(html.parser.HTMLParser):
    """The numbers of each table of a page: value and text, in their order."""

    def __init__(self):
        super().__init__()
        self.tables, self.value = [], None

    def handle_starttag(self, tag, attrs):
        if tag == "section":
            self.tables.append([])
        if tag == "data":
            self.value = dict(attrs)["value"]
            self.tables[-1].append([Decimal(self.value), ""])

    def handle_data(self, data):
        if self.value is not None:
            self.tables[-1][-1][1] += data

    def handle_endtag(self, tag):
        if tag == "data":
            self.value = None


def page_figures(path):
    reader = Figures()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.tables


def sheet_figures(sheet):
    """Of its table: what a chart draws and the table does not print stands beside it, outside the printed columns."""
    area = print_area(sheet)
    printed = range_boundaries(area)[2] if area else sheet.max_column
    return [Decimal(str(cell.value)) for row in sheet.iter_rows(max_col=printed) for cell in row
            if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool)]


def text_cells(path):
    """Cells of all tables; a number never breaks over lines."""
    return Counter(" ".join(cell.split()) for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("|")
                   for cell in line.strip("|").split("|"))


def pdf_words(path):
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True)
    return done.stdout


def words_and_pairs(path):
    """Words, and pairs of them that follow one another: a figure may have its sign before it ("≥ 55")."""
    words = pdf_words(path).split()
    return Counter(words) + Counter(map(" ".join, zip(words, words[1:])))


def figures_faults(folder, name):
    tables = page_figures(folder / f"{name}.html")
    book = load_workbook(folder / f"{name}.xlsx", data_only=True)
    faults = []
    sheets = [sheet for sheet in book.worksheets if not sheet.title.endswith("(biểu đồ)")]
    if len(tables) != len(sheets):
        return [f"{len(tables)} tables in the page, {len(sheets)} sheets"]
    for table, sheet in zip(tables, sheets):
        if [value for value, _ in table] != sheet_figures(sheet):
            faults.append(f"sheet {sheet.title}: other figures than the page")
    wanted = Counter(" ".join(text.split()) for table in tables for _, text in table)
    cells, words = text_cells(folder / f"{name}.txt"), words_and_pairs(folder / f"{name}.pdf")
    words.update({word.replace("−", "-"): count for word, count in words.items() if word.startswith("−")})  # its minus sign
    faults += [f"text: {text!r} {cells[text]} times, page {count}" for text, count in wanted.items() if cells[text] < count]
    faults += [f"PDF: {text!r} {words[text]} times, page {count}" for text, count in wanted.items() if words[text] < count]
    return faults if sum(wanted.values()) > 10 else [f"only {sum(wanted.values())} figures"]


def warning_faults(folder, name):
    pages = pdf_words(folder / f"{name}.pdf").split("\f")[:-1]
    faults = [f"PDF page {i + 1} says {page.count(WARNING)} times that its figures are illustrative"
              for i, page in enumerate(pages) if page.count(WARNING) != 1]
    book = openpyxl.load_workbook(folder / f"{name}.xlsx")
    faults += [] if CONTENTS in book.sheetnames else ["no contents"]
    for sheet in book.worksheets:
        said = any(WARNING in str(cell.value) for row in sheet.iter_rows() for cell in row)
        if not said or WARNING not in (sheet.oddFooter.left.text or ""):
            faults.append(f"sheet {sheet.title} does not say it in its head and foot")
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    said = [line for line in text.splitlines() if line.startswith(WARNING)]
    return faults + ([] if len(said) == 2 and text.rstrip().endswith(said[1]) else ["the text does not begin and end with it"])


# ---- against the queries ----

def query(program, root, *arguments):
    done = subprocess.run([program, *arguments, "--format", "csv", *INPUTS], cwd=root, capture_output=True, text=True,
                          check=False)
    return list(csv.DictReader(io.StringIO(done.stdout)))


def head_column(sheet, *texts):
    """The column under a head whose cells, from the top down, hold these texts."""
    for column in range(1, sheet.max_column + 1):
        found = [str(sheet.cell(row, column).value or "") for row in range(1, 14)]
        if all(text in found for text in texts):
            return column
    raise KeyError(texts)


def rounded(token):
    return Decimal(token).quantize(Decimal("0.01"), ROUND_HALF_UP) if token else None


def beside_plan(sheet):
    """Rows of what is reported and the plan has no target for: numbered on, at the end, without a goal or a verdict."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    starts = [at for at, row in enumerate(rows) if str(row[1] or "").startswith("Chỉ tiêu khác được báo cáo")]
    return [row for row in rows[starts[0] + 1:] if re.fullmatch(r"\d+", str(row[0] or ""))] if starts else []


def is_missed_at_bound(gap):
    """100 % of a bound that is to be exceeded would contradict "không đạt": reports leave it blank and say so in the note."""
    return gap["op"] in ("lt", "gt") and Decimal(gap["gap"] or 1) == 0


def gap_faults(book, gaps):
    sheet = sheet_of(book, "Mục tiêu")
    columns = {"gap": head_column(sheet, "Chênh lệch"), "achievement": head_column(sheet, "Mức đạt (%)")}
    # The last year of a plan leaves no year to change in: its reports have no such column.
    needed = [gap["needed_per_year"] for gap in gaps if gap["needed_per_year"]]
    if needed:
        columns["needed_per_year"] = head_column(sheet, "Phải thay đổi mỗi năm")
    rows = {str(sheet.cell(row, 1).value): row for row in range(1, sheet.max_row + 1)
            if re.fullmatch(r"\d+", str(sheet.cell(row, 1).value or ""))}
    beside = beside_plan(sheet)
    faults = [] if len(rows) == len(gaps) + len(beside) else [f"{len(rows)} targets, gaps answers {len(gaps)}, {beside}"]
    judged = [head_column(sheet, head) - 1 for head in ("Chênh lệch", "Đánh giá", "Mức đạt (%)")]
    faults += [f"beside the plan: {row}" for row in beside if row[3] or row[4] or any(row[column] for column in judged)]
    for number, gap in enumerate(gaps, 1):
        for field, column in columns.items():
            value = sheet.cell(rows[str(number)], column).value
            found = Decimal(str(value)) if isinstance(value, (int, float)) else None
            if found != (None if field == "achievement" and is_missed_at_bound(gap) else rounded(gap[field])):
                faults.append(f"target {number}, {field}: {value!r}, gaps answers {gap[field]!r}")
    return faults


def plan_faults(book, totals):
    """Biểu 1 prints what the plan states for the year, in triệu đồng."""
    sheet = sheet_of(book, "Kinh phí theo nguồn")
    try:
        column = head_column(sheet, "Kế hoạch")
        printed = [sheet.cell(row, column).value for row in range(1, sheet.max_row + 1)]
    except KeyError:
        printed = []  # left out, where the plan states nothing for the year
    printed = [Decimal(str(value)) for value in printed if isinstance(value, (int, float))]
    stated = [Decimal(row["stated"] or row["computed"]) / 1000000 for row in totals
              if row["year"] == YEAR and (row["stated"] or row["computed"])]
    return [] if printed == stated else [f"planned {printed}, totals answers {stated}"]


def has_figures(sheet, row):
    return any(isinstance(cell.value, (int, float)) or cell.data_type == "f" for cell in sheet[row])


def link_faults(book):
    """Each line of the first page leads to the row that it names."""
    faults, count = [], 0
    for row in sheet_of(book, "Tóm tắt").iter_rows():
        for cell in row:
            if not cell.hyperlink:
                continue
            count += 1
            sheet, place = cell.hyperlink.location.split("!")
            sheet, at = book[sheet.strip("'")], int(re.sub(r"\D", "", place))
            found = [str(other.value) for other in sheet[at]]
            named = re.search(r"(?:chỉ tiêu|dòng) (.+)$", cell.value)
            if named and named.group(1) == "cuối":
                if not has_figures(sheet, at) or any(has_figures(sheet, row) for row in range(at + 1, sheet.max_row + 1)):
                    faults.append(f"{cell.value} leads to {found[:2]}, not to the last row with figures")
            elif named and named.group(1) not in found[:2]:
                faults.append(f"{cell.value} leads to the row {found[:2]}")
    return faults if count >= 5 else [f"only {count} links"]


# ---- nothing reported ----

def flowing(part):
    """A part of a text document, its columns one after the other: a sentence that breaks over lines is whole."""
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line.startswith("|")]
    columns = (" ".join(line[at] for line in lines if at < len(line)) for at in range(max(map(len, lines), default=0)))
    return "\n".join(" ".join(text.split()) for text in (part, *columns)).lower()


def silence_faults(folder, name):
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    parts = text.split("=" * 78)
    faults = [f"table {i + 1} does not say that nothing is reported" for i in (0, 1, 2, 4)
              if NOTHING not in flowing(parts[i])]  # of a table in the legend of its sign
    sheet = sheet_of(load_workbook(folder / f"{name}.xlsx", data_only=True), "Kinh phí theo nguồn")
    column = head_column(sheet, "Đã giải ngân")
    numbers = [cell.value for (cell,) in sheet.iter_rows(min_col=column, max_col=column)
               if isinstance(cell.value, (int, float))]
    head = pdf_words(folder / f"{name}.pdf").split("BÁO CÁO")[0]
    faults += [] if "ngày … tháng … năm …" in head else ["the head of the PDF has a date before the end of the year"]
    return faults + ([f"disbursed holds numbers: {numbers}"] if numbers else [])


# ---- side by side ----

def rows_of(book, name):
    return [[cell.value for cell in row] for row in sheet_of(book, name).iter_rows()]


def consolidated_faults(folder):
    book = load_workbook(folder / f"{YEAR}.xlsx", data_only=True)
    decided, current = rows_of(book, "Theo quyết định"), rows_of(book, "Theo đơn vị hiện nay")
    totals = [[row for row in rows if "Tổng cộng" in row] for rows in (decided, current)]
    faults = [] if totals[0] == totals[1] and len(totals[0]) == 1 else ["the totals differ"]
    for code, name, share in NOW:
        found = [row for row in current if row[1] == code and row[2] == f"{name} (từ 01/07/2025)" and
                 str(row[-1] or "").startswith(share)]
        if len(found) != 1:
            faults.append(f"{code} {name} with {share} of its parts: {len(found)} rows")
    # Biểu 1, worked out by hand from the decisions: 2.224,5 + 6.860 + 5.500 + 4.890, Đắk Nông states nothing.
    planned = next(value for value in totals[0][0] if isinstance(value, (int, float)))
    if Decimal(str(planned)) != Decimal("19474.5"):
        faults.append(f"planned over the period: {planned}")
    return faults


def indicator_faults(folder):
    """
    Training places may be added; shares may not. 1.030 + 1.010 + 505 + 10.600 + 3.640 as the samples report them. Shoppers
    online: 58, 54, khoảng 48, 41, 56; the first, which has no target, and the last reach the national 55 of 645/QĐ-TTg.
    """
    rows = rows_of(load_workbook(folder / f"{YEAR}.xlsx", data_only=True), "So sánh")
    faults = []
    sums = {row[1]: row[3] for row in rows if row[3] is not None}
    national = {row[1]: (row[4], row[7]) for row in rows if row[4] is not None}
    if sums.get("Lượt người được đào tạo, tập huấn, bồi dưỡng kỹ năng thương mại điện tử") != 16785:
        faults.append(f"training places do not add up to 16.785: {sums}")
    shares = "Dân số tham gia mua sắm trực tuyến"
    if shares in sums:
        faults.append(f"a share is added: {sums[shares]}")
    if national.get(shares) != (55, "2/5 đơn vị có số liệu"):
        faults.append(f"the national target of shoppers: {national.get(shares)}")
    return faults


def page_faults(path):
    """
    Numbers run through a report from the second page on. A page on which a table goes on names it: what stands at the top of
    a page is a number and that name, or a number above the head of a table.
    """
    pages = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout.split("\f")[:-1]
    faults, table = [], None
    for number, page in enumerate(pages, 1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        begun = [line for line in lines[1:] if re.fullmatch(r"Biểu \d+( \(tiếp theo\))?", line)]
        top = lines[0].split(maxsplit=1)
        if number > 1 and top[0] != str(number):
            faults.append(f"page {number} begins with {lines[0]!r}")
        fresh = number == 1 or lines[1] in begun or lines[1].isupper()
        if not fresh and table and top[1:] != [f"{table} (tiếp theo)"]:
            faults.append(f"page {number} goes on with {table} and says {lines[0]!r}")
        table = begun[-1].removesuffix(" (tiếp theo)") if begun else table
    return faults


def named_faults(folder, name):
    """Every table that the first page names is one of the report, and a sheet of the workbook."""
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    first = text.split("=" * 78)[0]
    titles = load_workbook(folder / f"{name}.xlsx").sheetnames
    named = sorted(set(re.findall(r"Biểu \d+", first)))
    return ([] if named else ["the first page names no table"]) + \
        [f"{label} is named, and is no table" for label in named
         if f"\n{label}\n" not in text or not any(re.match(rf"{label}(\.|$)", title) for title in titles)]


def make_faults(program, root, out, command, inputs):
    done = subprocess.run([program, command, "--year", YEAR, "-o", out, "--formats", FORMATS, *inputs], cwd=root,
                          capture_output=True, text=True, check=False)
    return [] if done.returncode <= 1 and not done.stdout else [f"status {done.returncode}", *done.stderr.splitlines()[-5:]]


def check_all(checks, program, root, scratch):
    out, silent = scratch / "reports", scratch / "reports-without-results"
    checks.run("year-end reports are made", make_faults, program, root, out, "year-end", INPUTS)
    checks.run("the consolidated report is made", make_faults, program, root, out, "consolidate", INPUTS)
    checks.run("year-end reports without results are made", make_faults, program, root, silent, "year-end", INPUTS[:1])
    folder = out / "year-end" / YEAR
    gaps, totals = query(program, root, "gaps", "--year", YEAR), query(program, root, "totals")
    for unit, plan in PLANS.items():
        book = load_workbook(folder / f"{unit}.xlsx", data_only=True)
        checks.run(f"year-end {unit}: one figure in all formats", figures_faults, folder, unit)
        checks.run(f"year-end {unit}: says that it is illustrative", warning_faults, folder, unit)
        checks.run(f"year-end {unit}: gaps", gap_faults, book, [row for row in gaps if row["plan"] == plan])
        checks.run(f"year-end {unit}: planned", plan_faults, book, [row for row in totals if row["plan"] == plan])
        checks.run(f"year-end {unit}: links of the first page", link_faults, load_workbook(folder / f"{unit}.xlsx"))
        checks.run(f"year-end {unit}: contents", workbooks.contents_faults, folder / f"{unit}.xlsx")
        checks.run(f"year-end {unit}: page numbers", page_faults, folder / f"{unit}.pdf")
        checks.run(f"year-end {unit}: tables that the first page names", named_faults, folder, unit)
        checks.run(f"year-end {unit}: nothing reported", silence_faults, silent / "year-end" / YEAR, unit)
    checks.run("consolidated: one figure in all formats", figures_faults, out / "consolidate", YEAR)
    checks.run("consolidated: contents", workbooks.contents_faults, out / "consolidate" / f"{YEAR}.xlsx")
    checks.run("consolidated: page numbers", page_faults, out / "consolidate" / f"{YEAR}.pdf")
    checks.run("consolidated: tables that the first page names", named_faults, out / "consolidate", YEAR)
    checks.run("consolidated: says that it is illustrative", warning_faults, out / "consolidate", YEAR)
    checks.run("consolidated: as decided and as now organised", consolidated_faults, out / "consolidate")
    checks.run("consolidated: only what may be added", indicator_faults, out / "consolidate")
