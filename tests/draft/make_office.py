#!/usr/bin/python3
"""Files of Word and Excel with the text and the tables of the decisions, made by LibreOffice for tests/draft.

They are checked in; run this only to make others: tests/draft/make_office.py FOLDER. Tables get the merged heads and groups
that print has and plain text has lost; the words and figures are those of the text files.
"""

import html
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TEXTS = os.path.join(ROOT, "tests", "data", "draft")
WORD = ["ba-ria-vung-tau-2021-2025", "binh-dinh-2021-2025", "thai-binh-2021-2025", "lao-cai-ocop-2026-2030", "tuyen-quang-tmdt-2026-2028"]
EXCEL = ["ba-ria-vung-tau-2021-2025", "binh-dinh-2021-2025", "thai-binh-2021-2025", "quang-tri-xttm-2026"]


def plain(text):
    """A line without marks of Markdown and tags."""
    return re.sub(r"</?[a-z]+[^>]*>|\*\*|^#+ *|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)", "", text).strip()


def blocks(name):
    """("p", text) and ("table", rows) in the order of the text; pages that cut a paragraph or a table are joined."""
    found = []
    with open(os.path.join(TEXTS, name + ".txt"), encoding="utf-8") as file:
        for line in file.read().split("\n"):
            if "\t" in line:
                cells = [plain(cell) for cell in line.split("\t")]
                if not found or found[-1][0] != "table":
                    found.append(("table", []))
                rows = found[-1][1]
                if cells[0] == "" and rows and re.match(r"[a-zà-ỹ]", cells[1] if len(cells) > 1 else ""):
                    rows[-1] = [(a + " " + b).strip() for a, b in zip(rows[-1], cells)]
                elif cells not in rows[:2]:
                    rows.append(cells)
            elif line.strip():
                text = plain(line)
                last = found[-1][1] if found and found[-1][0] == "p" else ""
                if text[0].islower() and not re.match(r"[a-zđ][.)] ", text) and last and last[-1] not in ".:;":
                    found[-1] = ("p", last + " " + text)
                else:
                    found.append(("p", text))
    return found


def head_rows(rows):
    return next(i for i, row in enumerate(rows) if i and re.fullmatch(r"[IVX]+|[0-9]+", row[0]))


def spans(rows, row, column, heads):
    """How many columns and rows a cell of the head takes: those behind and below it that are blank and belong to it."""
    wide = 1
    while column + wide < len(rows[row]) and rows[row][column + wide] == "" and row + 1 < heads and rows[row + 1][column + wide]:
        wide += 1
    tall = 1
    while wide == 1 and row + tall < heads and rows[row + tall][column] == "":
        tall += 1
    return wide, tall


def table_html(rows):
    heads, out = head_rows(rows), ["<table border='1'>"]
    taken = set()
    width = max(len(row) for row in rows)
    for i, row in enumerate(rows):
        out.append("<tr>")
        for j in range(width):
            text = row[j] if j < len(row) else ""
            if (i, j) in taken:
                continue
            wide, tall = spans(rows, i, j, heads) if i < heads and text else (1, 1)
            taken.update((i + a, j + b) for a in range(tall) for b in range(wide))
            out.append(f"<td colspan='{wide}' rowspan='{tall}'>{html.escape(text)}</td>")
        out.append("</tr>")
    return "\n".join([*out, "</table>"])


def page(name):
    body = [f"<p>{html.escape(what)}</p>" if kind == "p" else table_html(what) for kind, what in blocks(name)]
    return "<html><head><meta charset='utf-8'></head><body>\n" + "\n".join(body) + "\n</body></html>\n"


def convert(source, target, form, profile):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form, "--outdir", target, source],
                   check=True, stdout=subprocess.DEVNULL)


def sheets(name, path):
    """A workbook: the lines of the text above each table, then the table; numbers as numbers."""
    import openpyxl
    book, found, number = openpyxl.Workbook(), blocks(name), 0
    book.remove(book.active)
    for at, (kind, rows) in enumerate(found):
        if kind != "table":
            continue
        number += 1
        sheet = book.create_sheet(f"Bảng {number}")
        first = 0 if number == 1 else at - 5
        for what, text in found[max(first, 0):at]:
            if what == "p" and not text.startswith("Ghi chú"):
                sheet.append([text])
        start, heads = sheet.max_row + 1 if sheet.max_row > 1 or sheet["A1"].value else 1, head_rows(rows)
        for i, row in enumerate(rows):
            sheet.append([value(text) if i >= heads and j > 1 else text or None for j, text in enumerate(row)])
        for i in range(heads):
            for j, text in enumerate(rows[i]):
                wide, tall = spans(rows, i, j, heads) if text else (1, 1)
                if wide > 1 or tall > 1:
                    sheet.merge_cells(start_row=start + i, start_column=j + 1, end_row=start + i + tall - 1, end_column=j + wide)
        if at + 1 < len(found) and found[at + 1][1].startswith("Ghi chú"):
            sheet.append([found[at + 1][1]])
    book.save(path)


def invented(path):
    """The tables of the invented decision of Cà Mau as a clerk keeps them: two below each other, one beside, percentages as such."""
    import openpyxl
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Kinh phí"
    tables = [rows for what, rows in blocks("ca-mau-khuyen-cong-2026-2028") if what == "table"]
    for text in ["PHỤ LỤC", "KINH PHÍ CHƯƠNG TRÌNH KHUYẾN CÔNG GIAI ĐOẠN 2026 - 2028",
                 "(Kèm theo Quyết định số 52/QĐ-UBND ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Cà Mau)", "ĐVT: triệu đồng"]:
        sheet.append([text])
    for i, row in enumerate(tables[0]):
        sheet.append([value(text) if i and j > 1 else text or None for j, text in enumerate(row)])
    sheet["A13"], sheet["A14"] = "Nguồn kinh phí thực hiện Chương trình", "ĐVT: triệu đồng"
    for i, (row, share) in enumerate(zip(tables[1], ["Tỷ lệ", 0.288, 0.432, 0.28, None])):
        for j, text in enumerate(row):
            sheet.cell(15 + i, j + 1, value(text) if i and j > 1 else text or None)
        sheet.cell(15 + i, 7, share).number_format = "0.0%" if i else "General"
    for i, (name, share) in enumerate([("Nhóm mục tiêu", "Tỷ lệ"), ("Máy móc", 0.526), ("Hội chợ", 0.194), ("Đào tạo", 0.21), ("Khác", 0.07)]):
        sheet.cell(5 + i, 10, name)
        sheet.cell(5 + i, 11, share).number_format = "0.0%" if i else "General"
    book.save(path)


def value(text):
    if re.fullmatch(r"[0-9.]+(,[0-9]+)?", text):
        number = text.replace(".", "").replace(",", ".")
        return float(number) if "." in number else int(number)
    return text or None


def main():
    target = sys.argv[1]
    with tempfile.TemporaryDirectory() as work:
        for name in WORD:
            source = os.path.join(work, name + ".html")
            with open(source, "w", encoding="utf-8") as file:
                file.write(page(name))
            convert(source, work, "docx:MS Word 2007 XML", os.path.join(work, "profile"))
            os.replace(os.path.join(work, name + ".docx"), os.path.join(target, name + ".docx"))
            os.replace(source, os.path.join(target, name + ".html"))
        for name in EXCEL:
            drawn = os.path.join(work, "drawn")
            os.makedirs(drawn, exist_ok=True)
            sheets(name, os.path.join(drawn, name + ".xlsx"))
            convert(os.path.join(drawn, name + ".xlsx"), target, "xlsx:Calc MS Excel 2007 XML", os.path.join(work, "profile"))
        name = "ca-mau-khuyen-cong-2026-2028.xlsx"
        invented(os.path.join(work, "drawn", name))
        convert(os.path.join(work, "drawn", name), target, "xlsx:Calc MS Excel 2007 XML", os.path.join(work, "profile"))


if __name__ == "__main__":
    main()
