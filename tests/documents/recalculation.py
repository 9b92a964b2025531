"""
Every formula's kept value is what LibreOffice calculates; in the office's own reports what a number row claims ("6=5/4") is
a formula in every row that has the figures for it.
"""
import re
import subprocess
import zipfile

from openpyxl import load_workbook

import soffice

# Row and column totals of three budgets, of one activity table with groups, of one with parents.
LEAST_FORMULAS = 90


def spoil(path, target):
    """A copy of a workbook with one wrong kept value, in its first sheet with formulas; gives the cell's coordinate."""
    pattern = re.compile(rb'(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*</f><v>)([^<]*)(</v>)')
    spoilt = None
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for part in source.infolist():
            data = source.read(part)
            match = pattern.search(data) if part.filename.startswith("xl/worksheets/sheet") and not spoilt else None
            if match:
                spoilt = match.group(2).decode()
                wrong = match.group(1) + b"%d" % (float(match.group(3)) + 7) + match.group(4)
                data = data[:match.start()] + wrong + data[match.end():]
            copy.writestr(part, data)
    return spoilt


def faults(path, recalculated):
    """Formula cells whose kept value is another one than LibreOffice's, and how many formula cells there are."""
    formulas, kept = load_workbook(path), load_workbook(path, data_only=True)
    anew = load_workbook(recalculated, data_only=True)
    found, count = [], 0
    for sheet in formulas.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            count += 1
            before, after = kept[sheet.title][cell.coordinate].value, anew[sheet.title][cell.coordinate].value
            if not isinstance(after, (int, float)) or before != after:
                found.append((sheet.title, cell.coordinate, f"{before!r} is kept, LibreOffice gives {after!r}"))
    return found, count


def all_faults(path, folder):
    found, _ = faults(path, folder / path.name)
    return [f"{sheet}!{place}: {what}" for sheet, place, what in found]


def proof_faults(path, folder, place):
    """The spoilt workbook must be reported, and only its one cell."""
    found, _ = faults(path, folder / path.name)
    return [] if [cell for _, cell, _ in found] == [place] else [f"spoilt {place}, reported {found}"]


def count_faults(paths, folder):
    """The workbooks do have formulas to look at."""
    counts = {path.name: faults(path, folder / path.name)[1] for path in paths}
    return [] if sum(counts.values()) >= LEAST_FORMULAS else [f"only {counts} formulas"]


def claims_of(sheet):
    """{column: claim} of the number row under a head: "4=2+3"."""
    for row in sheet.iter_rows(max_row=20):
        if [cell.value for cell in row[:2]] == ["A", "B"]:
            return row[0].row, {cell.column: cell.value for cell in row if "=" in str(cell.value or "")}
    return 0, {}


def claim_faults(path):
    """Figures of a claimed column that are numbers without a formula, although the columns of the claim are numbers."""
    formulas, kept = load_workbook(path), load_workbook(path, data_only=True)
    found, live = [], 0
    for sheet in formulas.worksheets:
        head, claims = claims_of(sheet)
        labels = {str(cell.value).split("=")[0]: cell.column for cell in sheet[head] if cell.value} if head else {}
        for column, claim in claims.items():
            terms = [labels[label] for label in re.findall(r"\d+", claim.split("=")[1]) if label in labels]
            for row in range(head + 1, sheet.max_row + 1):
                value, cell = kept[sheet.title].cell(row, column).value, sheet.cell(row, column)
                known = all(isinstance(kept[sheet.title].cell(row, term).value, (int, float)) for term in terms)
                live += cell.data_type == "f"
                if isinstance(value, (int, float)) and known and cell.data_type != "f":
                    found.append(f"{path.name} {sheet.title} {cell.coordinate}: {value} is no formula of {claim}")
    return found if live else [*found, f"{path.name}: nothing is live"]


def heads_of(sheet):
    """The last row of the head, and the lowest head of each column."""
    first, last = (int(row.strip("$")) for row in sheet.print_title_rows.split(":"))
    return last, {cell.column: cell.value for row in sheet.iter_rows(min_row=first, max_row=last) for cell in row if cell.value}


def compared_faults(path, name, compares, typed=()):
    """Numbers in columns that compare or add up what stands in cells, and are no formula."""
    found, live = [], 0
    for sheet in (sheet for sheet in load_workbook(path).worksheets if name in sheet.title):
        last, heads = heads_of(sheet)
        for cell in (cell for row in sheet.iter_rows(min_row=last + 1) for cell in row):
            if compares(str(heads.get(cell.column))) and heads[cell.column] not in typed:
                live += cell.data_type == "f"
                found += [f"{sheet.title} {cell.coordinate}: {cell.value}"] if cell.data_type == "n" and cell.value is not None else []
    return found if live else [*found, "nothing is live"]


def sums_elsewhere_faults(path):
    """The sums of the units are formulas over the sheet of the units' results."""
    found = compared_faults(path, "So sánh", lambda head: head == "Cộng các đơn vị")
    return found + [f"{cell.coordinate}: {cell.value}" for row in load_workbook(path)["Biểu 4. So sánh"].iter_rows() for cell in row
                    if cell.data_type == "f" and "'Biểu 3. Chỉ tiêu'!" not in cell.value]


# In May the estimate of the half is compared with a plan of several years: what it comes to over them stands in no column.
MONTHS = {"2024-05": ("Ước 6T so mức phải đạt",), "2024-10": (), "2024-12": ()}


def make_months(program, root, out):
    inputs = ["input/decisions/thai-binh-2021-2025.xml", "input/examples/months", "input/office.xml",
              *sorted((root / "input/examples/results").glob("thai-binh-*.xml"))]
    faults_found = []
    for month in MONTHS:
        done = subprocess.run([program, "monthly", "--month", month, "-q", "-o", out, "--formats", "xlsx", *inputs], cwd=root,
                              capture_output=True, text=True, check=False)
        faults_found += [] if done.returncode <= 1 else [f"{month}: status {done.returncode}"]
    return faults_found


def check_months(checks, program, root, scratch):
    """What the months compare is live, and the same as it is kept."""
    out = scratch / "months-recalculated"
    checks.run("recalculation: months are made", make_months, program, root, out)
    paths = {}
    for month in MONTHS:
        paths[month] = out / f"{month}.xlsx"
        paths[month].write_bytes(next(out.glob(f"monthly/{month}/*.xlsx")).read_bytes())
    target = soffice.recalculate(list(paths.values()), out)
    for month, path in paths.items():
        checks.run(f"recalculation: month {month}", all_faults, path, target)
        checks.run(f"what month {month} compares is live", compared_faults, path, "Chỉ tiêu", lambda head: " so " in f" {head.lower()}",
                   MONTHS[month])


def check_reports(checks, folder, scratch):
    """After reports.check_all(), which has made them; names of files are of units, so they are copied apart."""
    copies = scratch / "reports-recalculated"
    (copies / "books").mkdir(parents=True)
    paths = []
    for path in sorted(folder.rglob("*.xlsx")):
        copy = copies / "books" / f"{path.parent.parent.name}-{path.parent.name}-{path.name}"
        copy.write_bytes(path.read_bytes())
        paths.append(copy)
    target = soffice.recalculate(paths, copies)
    for path in paths:
        checks.run(f"recalculation: {path.stem}", all_faults, path, target)
        checks.run(f"what the number rows of {path.stem} claim is live", claim_faults, path)
        if "consolidate" in path.stem:
            checks.run("what the consolidated report adds up is live", sums_elsewhere_faults, path)


def check_all(checks, folder, scratch):
    paths = sorted(folder.glob("*.xlsx"))
    spoilt = scratch / "spoilt.xlsx"
    place = spoil(folder / "thai-binh-2021-2025.xlsx", spoilt)
    target = soffice.recalculate(paths + [spoilt], scratch)
    checks.run("recalculation: a wrong kept value is found", proof_faults, spoilt, target, place)
    checks.run("recalculation: there are formulas", count_faults, paths, target)
    for path in paths:
        checks.run(f"recalculation: {path.stem}", all_faults, path, target)
