"""
Every statement of the first page of a report, derived again from the tables behind it in the same workbook.

Nothing is read but the workbook: tables are found by their labels and columns by their heads. Each function returns what it
finds otherwise than the page says, as strings.
"""
import re
from fractions import Fraction

from openpyxl import load_workbook

NOTHING, SIGN = "chưa có số liệu báo cáo", "…"  # in a sentence, in a cell
CLASSES = ["đạt hoặc vượt", "đúng tiến độ", "chậm tiến độ", "không đạt", "chưa đánh giá được", "chỉ theo dõi",
           "chưa có số liệu", "định tính"]
GOOD = {"không đạt": 1, "chậm tiến độ": 2, "đúng tiến độ": 3, "đạt": 4, "vượt": 5}
MOST = 5


def decimals(number_format):
    match = re.search(r"0\.(0+)", number_format)
    return len(match.group(1)) if match else 0


def shown(cell):
    """The cell as a Vietnamese reader sees it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return " ".join(value.split())
    if "," not in cell.number_format and not decimals(cell.number_format):
        return str(int(value)) if value == int(value) else str(value).replace(".", ",")
    return f"{value:,.{decimals(cell.number_format)}f}".translate(str.maketrans(",.", ".,"))


def number(text):
    """The number that a cell prints, or None."""
    text = text.replace("−", "-")
    return Fraction(text.replace(".", "").replace(",", ".")) if re.fullmatch(r"-?[\d.]+(,\d+)?", text) else None


class Row(dict):
    """What a row prints, by the heads of its columns; marks: those of reported figures that are shaded, since they lack a part."""

    def __init__(self, cells, marks):
        super().__init__(cells)
        self.marks = marks


class Table:
    def __init__(self, sheet):
        self.label = next((str(sheet.cell(row, 1).value) for row in range(1, 12)
                           if re.match(r"Biểu \d+", str(sheet.cell(row, 1).value))), None)
        first = next((row for row in range(1, 40) if sheet.cell(row, 1).value == "STT"), None)
        self.heads, self.rows = [], []
        if not first:
            return
        spans = {(r, c): (area.min_row, area.min_col) for area in sheet.merged_cells.ranges
                 for r in range(area.min_row, area.max_row + 1) for c in range(area.min_col, area.max_col + 1)}
        last = max([first] + [area.max_row for area in sheet.merged_cells.ranges if (area.min_row, area.min_col) == (first, 1)])
        for column in range(1, sheet.max_column + 1):
            places = []
            for row in range(first, last + 1):
                place = spans.get((row, column), (row, column))
                if place not in places:
                    places.append(place)
            words = [str(sheet.cell(*place).value) for place in places if sheet.cell(*place).value]
            if words:
                self.heads.append(" / ".join(words))
        for row in range(last + 1, sheet.max_row + 1):
            cells = [shown(sheet.cell(row, column)) for column in range(1, len(self.heads) + 1)]
            if not any(cells) or re.match(r"(Kế hoạch|Đơn vị): ", cells[0]):
                break
            if any((row, 1) == (area.min_row, 1) and area.max_col >= len(self.heads) > 1
                   for area in sheet.merged_cells.ranges) and not cells[1]:
                break  # a line under the table
            if cells[0] == "A" and all(re.fullmatch(r"[A-Z]?|\d+[a-z]?( ?=.*)?", cell) for cell in cells):
                continue  # the number row
            marks = {head for column, head in enumerate(self.heads, 1)
                     if "Kế hoạch" not in head and sheet.cell(row, column).fill.fill_type}
            self.rows.append((Row(zip(self.heads, cells), marks=marks), marks))

    def column(self, *words):
        """The head that holds all the words; None if the table has none."""
        return next((head for head in self.heads if all(word in head for word in words)), None)

    def lacks(self, row, *words):
        """A figure of the row lacks a part."""
        return self.column(*words) in row.marks

    def get(self, row, *words):
        head = self.column(*words)
        return row.get(head, "") if head else ""


def tables_of(path):
    """The first page's rows (number, text, see), and the other tables by label; parts of a wide table side by side."""
    book = load_workbook(path, data_only=True)
    page, tables = [], {}
    for sheet in book:
        table = Table(sheet)
        if sheet.title == "Tóm tắt":
            page = [tuple(row[head] for head in table.heads) for row, _ in table.rows]
        elif table.label:
            label = table.label.removesuffix(" (tiếp theo)")
            tables.setdefault(label, table)
    return page, tables


def reference_faults(path):
    """Every "Biểu 3a, chỉ tiêu 2" in the workbook names a table in which that row is printed. Yields their number first."""
    _, tables = tables_of(path)
    said = {(found[1], found[2]) for sheet in load_workbook(path, data_only=True) for row in sheet.iter_rows(values_only=True)
            for text in row if isinstance(text, str) for found in re.finditer(r"(Biểu \d+[a-z]?), chỉ tiêu (\d+)", text)}
    yield len(said)
    for label, no in sorted(said):
        if label not in tables or no not in {row["STT"] for row, _ in tables[label].rows}:
            yield f"{label} has no row {no}"


def lines_under(page, heading):
    """The lines under the heading that begins so; headings are numbered I, II, … without a gap."""
    lines, inside = [], False
    numbers = [no for no, _, _ in page if not no.isdigit()]
    if numbers != ["I", "II", "III", "IV", "V"][:len(numbers)]:
        raise ValueError(f"headings {numbers}")
    for no, text, see in page:
        if not no.isdigit():
            inside = text.startswith(heading)
        elif inside:
            lines.append((text, see))
    return lines


def parts_of(words):
    """
    {"đạt hoặc vượt": 8, …} of a line that adds up. Several kinds that are not rated stand in brackets behind their sum; a sum
    that they do not come to is a part of its own, which no table has.
    """
    found = re.search(r"(\d+) chưa hoặc không xếp loại \(([^)]*)\)", words)
    if found and sum(parts_of(found[2]).values()) == int(found[1]) and len(parts_of(found[2])) > 1:
        words = words.replace(found[0], found[2])
    return {name: int(count) for count, name in re.findall(r"(\d+) ([^\d,.()]+)", words)}


def named(words):
    """The numbers of targets that a line names: "số 7 (50% số xã…); số 11 (…)", and of many the later ones by number alone."""
    first, _, others = words.partition("các số thứ tự ")
    return re.findall(r"(?:^|: |; |chỉ tiêu )số (\d+) \(", first) + re.findall(r"\d+", others)


def class_of(verdict):
    """The class that a verdict belongs to; "?" for one that nobody knows."""
    if verdict in ("đạt", "vượt"):
        return "đạt hoặc vượt"
    return next((name for name in CLASSES if verdict.startswith(name)), "?")


def count_faults(lines, verdicts):
    """The line of targets against the column of verdicts."""
    said = [text for text, see in lines if re.match(r"\d+ chỉ tiêu: ", text)]
    if not verdicts:
        if said or not any("không nêu chỉ tiêu" in text for text, _ in lines):
            yield f"no targets, and the page says {said}"
        return
    if len(said) != 1:
        yield f"lines that count the targets: {said}"
        return
    head, _, rest = said[0].partition(": ")
    expected = {}
    for verdict in verdicts:
        expected[class_of(verdict)] = expected.get(class_of(verdict), 0) + 1
    if parts_of(rest.split(".")[0]) != expected or int(head.split()[0]) != len(verdicts):
        yield f"{said[0]!r}, the table has {expected}"
    if any(name.endswith("tiến độ") for name in expected) != (". Tiến độ: theo lộ trình đến mục tiêu" in said[0]):
        yield f"{said[0]!r} does not say of which year the targets are, or does although none is on its way"


def parts_faults(said, carried_in, allocated):
    """What may be used is said to be the sum of its two parts, unless nothing was carried in."""
    wanted = f" (năm trước chuyển sang {carried_in} + dự toán giao {allocated}"
    if number(carried_in) and number(allocated) is not None and "kinh phí được sử dụng" in said and wanted not in said:
        yield f"{said!r} lacks {wanted!r}"


def of_plan(planned, share):
    """What the plan has for the year, and how much of it was disbursed."""
    return f"; bằng {share} % kế hoạch năm {planned} triệu đồng" if share else f"; kế hoạch năm {planned} triệu đồng"


# ---- year-end ----

class Year:
    def __init__(self, path):
        self.page, tables = tables_of(path)
        self.money, self.years, self.works, self.targets = (tables.get(f"Biểu {n}") for n in (1, 2, 3, 4))
        self.main, self.worst, self.missing = (lines_under(self.page, part) for part in ("Kết quả chính", "Chỉ tiêu còn cách", "Số liệu còn thiếu"))
        self.total = next(row for row, _ in self.money.rows if self.money.get(row, "Nguồn kinh phí") == "Tổng cộng")

    def faults(self):
        for check in (self.disbursed, self.period, self.warning, self.counts, self.furthest, self.lacking):
            yield from check()

    def line(self, beginning):
        return [text for text, _ in self.main if text.startswith(beginning)]

    def disbursed(self):
        money, row = self.money, self.total
        spent, available = money.get(row, "Đã giải ngân"), money.get(row, "Cộng")
        rate, planned = money.get(row, "so với được sử dụng"), money.get(row, "Kế hoạch")
        share, note = money.get(row, "so với kế hoạch"), money.get(row, "Ghi chú")
        (said,) = self.line("Giải ngân năm")
        year = int(re.match(r"Giải ngân năm (\d+)", said).group(1))
        whole = number(spent) is not None and not money.lacks(row, "Đã giải ngân")
        if number(spent) is None:
            wanted = f"Giải ngân năm {year}: " + ("không có kinh phí" if spent == "–" else NOTHING)
        elif not whole:
            wanted = f"Giải ngân năm {year}: mới báo cáo {spent} triệu đồng, chưa đủ"
        elif number(available) is None or money.lacks(row, "Cộng"):
            wanted = f"Giải ngân năm {year}: {spent} triệu đồng; chưa tính được tỷ lệ"
        else:
            before = next((self.years.get(row, "so với được sử dụng") for row in self.all_sources()
                           if self.years.get(row, "Nguồn, năm") == f"Năm {year - 1}"), "")
            rates = f", bằng {rate} %" if rate else " trên"
            wanted = f"Giải ngân năm {year}: {spent} triệu đồng{rates} kinh phí được sử dụng {available} triệu đồng"
            if rate and before and f"năm {year - 1}: {before} %)" not in said:
                yield f"{said!r} lacks the year before, {before}"
        if number(planned) is not None and of_plan(planned, share) not in said:
            if "ô bị mất" not in note and "chưa rõ bảng" not in note:
                yield f"planned {planned}, {share}: {said!r}"
        if not said.startswith(wanted):
            yield f"{said!r}, the table has {wanted!r}"
        if "kinh phí được sử dụng" in said:
            yield from parts_faults(said, *(money.get(row, word) for word in ("chuyển sang", "Dự toán giao")))

    def all_sources(self):
        """The rows of Biểu 2 under the last heading."""
        rows = [row for row, _ in self.years.rows]
        last = max(i for i, row in enumerate(rows) if self.years.get(row, "Nguồn, năm") == "Mọi nguồn")
        return rows[last + 1:]

    def period(self):
        row = self.all_sources()[-1]
        title = self.years.get(row, "Nguồn, năm")
        said = self.line("Cả giai đoạn")
        if not title.startswith("Cả giai đoạn"):
            if said:
                yield f"{said}, and the years do not end with the plan"
            return
        spent, planned = self.years.get(row, "Đã giải ngân"), self.years.get(row, "Kế hoạch")
        share, note = self.years.get(row, "so với kế hoạch"), self.years.get(row, "Ghi chú")
        if number(spent) is None:
            wanted = f"{title}: chưa có số liệu giải ngân"
        elif self.years.lacks(row, "Đã giải ngân"):
            wanted = f"{title}: giải ngân {spent} triệu đồng, chưa đủ số liệu các năm"
        elif number(planned) is not None and "ô bị mất" not in note and "chưa rõ bảng" not in note:
            wanted = f"{title}: giải ngân {spent}/{planned} triệu đồng kế hoạch" + (f", {share} %" if share else "")
        else:
            wanted = f"{title}: giải ngân {spent} triệu đồng"
        if len(said) != 1 or not said[0].startswith(wanted):
            yield f"{said}, the table has {wanted!r}"

    @staticmethod
    def excess(table, spent, available):
        """Rows of which more is disbursed than there was."""
        rows = []
        for row, _ in table.rows:
            cells = number(table.get(row, *spent)), number(table.get(row, *available))
            if None not in cells and cells[0] > cells[1] and not (table.lacks(row, *spent) or table.lacks(row, *available)):
                rows.append(row)
        return rows

    def warning(self):
        sources = self.excess(self.money, ["Đã giải ngân"], ["Cộng"])
        works = [row for row in self.excess(self.works, ["Đã giải ngân"], ["Được sử dụng"])
                 if self.works.get(row, "Nhiệm vụ") != "Tổng cộng"] if self.works else []
        said = self.line("Cảnh báo: giải ngân vượt")
        if bool(said) != bool(sources or works):
            yield f"{said}: {len(sources)} sources, {len(works)} rows have more disbursed than there was"
        for row in sources:
            words = f"{self.money.get(row, 'Đã giải ngân')}/{self.money.get(row, 'Cộng')} triệu đồng"
            if said and words not in said[0]:
                yield f"{words} is not in {said[0]!r}"
        if said and works and f"{len(works)} nhóm, hoạt động ở Biểu 3" not in said[0]:
            yield f"{len(works)} rows of Biểu 3: {said[0]!r}"

    def judged(self):
        """The rows of Biểu 4 that are targets of the plan: those with a verdict."""
        if not self.targets:
            return []
        return [row for row, _ in self.targets.rows if row.get("STT", "").isdigit() and self.targets.get(row, "Đánh giá")]

    def verdict(self, row):
        return self.targets.get(row, "Đánh giá")

    def counts(self):
        yield from count_faults(self.main, [self.verdict(row) for row in self.judged()])

    def bounds(self, row):
        return [number(part) for part in re.findall(r"[\d.]+(?:,\d+)?", self.targets.get(row, "Mục tiêu", "Giá trị"))]

    def short(self, row):
        """How much is lacking, in parts of the target; None if the row does not lie short of it."""
        gap, name = number(self.targets.get(row, "Chênh lệch")), class_of(self.verdict(row))
        bounds = self.bounds(row)
        if name not in ("không đạt", "chậm tiến độ") and (name != "chưa đánh giá được" or not gap):
            return None
        if gap is None or not bounds:
            return Fraction(-1)
        goal = min(bounds) if gap < 0 else max(bounds)
        return abs(gap) / goal if goal else Fraction(-1)

    def furthest(self):
        rows = {row["STT"]: row for row in self.judged()}
        listed = [re.fullmatch(r"Biểu 4, chỉ tiêu (\d+)", see).group(1) for _, see in self.worst if "chỉ tiêu" in see]
        others = [no for text, _ in self.worst if text.startswith("Và ") for no in named(text)]
        must = {no for no, row in rows.items() if class_of(self.verdict(row)) in ("không đạt", "chậm tiến độ")}
        may = {no for no, row in rows.items() if self.short(row) is not None}
        if not must <= set(listed + others) <= may or len(set(listed + others)) != len(listed + others):
            yield f"listed {listed} and {others}, short are {sorted(must)}, perhaps {sorted(may)}"
            return
        lacking = [self.short(rows[no]) for no in listed + others]
        if any(a < b for a, b in zip(lacking[:len(listed)], lacking[1:len(listed)])):
            yield f"not the furthest first: {list(zip(listed, map(float, lacking)))}"
        if others and len(listed) < MOST and sum(len(text) for text, _ in self.worst) < 550:
            yield f"only {len(listed)} listed, {others} left over"
        if others and max(lacking[len(listed):]) > min(lacking[:len(listed)]):
            yield f"{others} left over are further than {listed}"
        for no, (text, _) in zip(listed, self.worst):
            row = rows[no]
            words = [self.verdict(row), f"kết quả {self.targets.get(row, 'Kết quả', 'Giá trị')}",
                     self.targets.get(row, "Mục tiêu", "Giá trị").lstrip("<>≥≤ ")]
            gap = self.targets.get(row, "Chênh lệch").lstrip("-−")
            words += [gap] if gap not in ("", "0") else []
            yield from (f"target {no}: no {word!r} in {text!r}" for word in words if word not in text)

    def lacking(self):
        expected = {}
        for label, table, name in (("Biểu 1", self.money, "Nguồn kinh phí"), ("Biểu 2", self.years, "Nguồn, năm"),
                                   ("Biểu 3", self.works, "Nhiệm vụ")):
            rows = [row for row, _ in table.rows if not re.match("Tổng cộng|Cả giai đoạn|Lũy kế", table.get(row, name))] \
                if table else []
            count = sum(SIGN in row.values() or bool(row.marks) for row in rows)
            if count:
                expected[label] = count
        said = {see: sum(map(int, re.findall(r"\d+", text.partition("chưa có")[0])))
                for text, see in self.missing if "kinh phí" in text}
        if said != expected:
            yield f"missing money: {said}, the tables have {expected}"
        for words, holds in (("chưa có số liệu", lambda row: class_of(self.verdict(row)) == "chưa có số liệu"),):
            numbers = [row["STT"] for row in self.judged() if holds(row)]
            lines = [text for text, _ in self.missing if re.match(rf"\d+ chỉ tiêu {words}: ", text)]
            found = named(lines[0]) if lines else []
            if found != numbers or (lines and int(lines[0].split()[0]) != len(numbers)):
                yield f"{lines}: the table has {numbers}"


# ---- month ----

class Month:
    def __init__(self, path):
        self.page, tables = tables_of(path)
        self.money, self.targets, self.due, self.changes = (tables.get(f"Biểu {n}") for n in (1, 3, 4, 5))
        self.pending = tables.get("Biểu 3a")
        self.main, self.worse, self.corrections = (lines_under(self.page, part) for part in ("Kết quả chính", "Xấu đi", "Bổ sung, đính chính"))
        self.name = re.search(r"Giải ngân (tháng \d+/\d+)", self.main[0][0]).group(1)
        self.events = [row for row, _ in self.changes.rows] if self.changes else []

    def faults(self):
        for check in (self.disbursed, self.counts, self.overdue, self.verdicts, self.documents):
            yield from check()

    def disbursed(self):
        money = self.money
        row = next(row for row, _ in money.rows if money.get(row, "Nguồn kinh phí") == "Tổng cộng")
        def amount(*words):
            cell = money.get(row, *words)
            if number(cell) is not None:
                return f"{cell} triệu đồng"
            return NOTHING if cell == SIGN else cell
        alone, before = amount("Kỳ báo cáo"), amount("Giải ngân trong tháng", "Kỳ trước")
        cumulative = amount("Lũy kế", "Số tiền")
        parts = [number(money.get(row, word)) for word in ("chuyển sang", "Dự toán giao")]
        rate, planned, share = (money.get(row, *words) for words in (["So được sử dụng"], ["Kế hoạch năm"], ["So kế hoạch năm"]))
        first, second = (text for text, _ in self.main[:2])
        if not first.startswith(f"Giải ngân {self.name}: {alone} (") or not first.endswith(f": {before})") \
                and (money.column("Giải ngân trong tháng", "Kỳ trước") or "triệu đồng)" in first):  # left out: it has no figure
            yield f"{first!r}, the table has {alone}, before {before}"
        if number(cumulative.removesuffix(" triệu đồng")) is not None and None not in parts:
            found = re.search(r": ([\d.,]+) triệu đồng(?:, bằng ([\d.,]+) %| trên) kinh phí được sử dụng ([\d.,]+) triệu đồng", second)
            if not found or (number(found[1]), number(found[3])) != (number(cumulative.split()[0]), sum(parts)) \
                    or (found[2] or "") != rate:
                yield f"{second!r}, the table has {cumulative}, {parts}, {rate}"
        elif f": {cumulative}" not in second:
            yield f"{second!r}, the table has {cumulative}"
        if number(planned) is not None and of_plan(planned, share) not in second:
            yield f"{second!r}, planned {planned}, {share}"
        yield from parts_faults(second, *(money.get(row, word) for word in ("chuyển sang", "Dự toán giao")))
        if not second.startswith(f"Lũy kế giải ngân đến {self.name}:"):
            yield f"{second!r} does not say that it is cumulative"

    def judged(self):
        """Number and verdict of each target: of Biểu 3, and of Biểu 3a, where those stand that have no new figure."""
        rows = [(row["STT"], table.get(row, verdict)) for table, verdict in ((self.targets, "Đánh giá"), (self.pending, "Tình trạng"))
                if table for row, _ in table.rows if row["STT"].isdigit() and table.get(row, verdict)]
        return sorted(rows, key=lambda row: int(row[0]))

    def counts(self):
        yield from count_faults(self.main, [verdict for _, verdict in self.judged()])
        late = [no for no, verdict in self.judged() if class_of(verdict) in ("chậm tiến độ", "không đạt")]
        how = [way for way in ("không đạt", "chậm tiến độ") if any(class_of(verdict) == way for _, verdict in self.judged())]
        words = f". {', '.join(how).capitalize()}: chỉ tiêu "
        said = [named(text.partition(words)[2]) for text, _ in self.main if words in text]
        if said != ([late] if late else []) or (not how and any(": chỉ tiêu " in text for text, _ in self.main)):
            yield f"late {said}, the table has {late}"

    def overdue(self):
        rows = [row for row, _ in self.due.rows if self.due.get(row, "Còn lại").startswith("quá hạn")] if self.due else []
        said = [text for text, _ in self.main if text.startswith("Quá hạn")]
        if len(said) != bool(rows) or (rows and f"Quá hạn {len(rows)} báo cáo: " not in said[0]):
            yield f"{said}, the table has {len(rows)} overdue"
        for row in rows[:MOST]:
            if said and self.due_words(row) not in said[0]:
                yield f"{row} is not in {said[0]!r}"
        coming = [row for row, _ in self.due.rows if re.match("còn|hạn trong", self.due.get(row, "Còn lại"))] if self.due else []
        said = [text for text, _ in self.main if text.startswith("Việc đến hạn kế tiếp: ")]
        if len(said) != bool(coming) or (coming and "…" not in said[0] and not said[0].endswith(self.due_words(coming[0]))):
            yield f"{said}, the table has {coming[:1]}"

    def due_words(self, row):
        """Who has to send it, by when, and how late it is."""
        who = self.due.get(row, "Nơi báo cáo")
        return f"{self.due.get(row, 'Nội dung')} ({f'{who} phải gửi, ' if who else ''}hạn {self.due.get(row, 'Hạn')}, {self.due.get(row, 'Còn lại')})"

    def verdicts(self):
        rows = [row for row in self.events if row["Thay đổi"] == "Đánh giá khác"]
        worse = [row for row in rows if GOOD.get(row["Nay"], 0) < GOOD.get(row["Trước"], 0)]
        listed = [text for text, see in self.worse if "chỉ tiêu" in see]
        left = sum(int(re.search(r"\d+", text)[0]) for text, _ in self.worse if text.startswith("Và "))
        if len(listed) + left != len(worse) or any(row["Nay"] not in text or row["Trước"] not in text
                                                   for row, text in zip(worse, listed)):
            yield f"{listed} and {left}, the table has {worse}"
        others = [int(text.split()[0]) for text, _ in self.corrections if "có đánh giá khác" in text]
        if sum(others) != len(rows) - len(worse):
            yield f"{others} other verdicts, the table has {len(rows) - len(worse)}"

    def documents(self):
        expected, said, touched = {}, {}, False
        for row in self.events:
            period = row["Kỳ"].removeprefix("lũy kế đến ")
            if row["Thay đổi"] in ("Bổ sung", "Không còn", "Đính chính"):
                expected[row["Thay đổi"], period] = expected.get((row["Thay đổi"], period), 0) + 1
                touched |= row["Thay đổi"] == "Đính chính" or (row["Thay đổi"] == "Không còn" and period != self.name)
        for text, _ in self.corrections:
            found = re.search(r"[Bb]áo cáo ((?:tháng \d+/|năm )\d+).*?(\d+) số", re.sub(r"\(ngày [^)]*\)", "", text))
            if not found:
                continue
            event = ("Đính chính" if text.startswith("Đính chính") else
                     "Không còn" if "không còn" in text or re.search(r"không có \d+ số", text) else "Bổ sung")
            said[event, found[1]] = said.get((event, found[1]), 0) + int(found[2])
        if said != expected:
            yield f"{said}, the table has {expected}"
        calm = any("hông sửa số nào đã báo cáo" in text for text, _ in self.corrections)
        if calm == touched:
            yield f"calm: {calm}, and figures that were reported are otherwise: {touched}"
