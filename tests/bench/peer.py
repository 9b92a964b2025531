#!/usr/bin/env python3
"""
What an office's own script would do, to hold the program against: lxml validates the plans, XlsxWriter and ReportLab write the
cells of their documents. Nothing is added up or compared.

Usage: peer.py SCHEMA FONT PLANS FOLDER < CELLS  (cells as floor.c takes them)
"""
import glob
import os
import sys

import xlsxwriter
from lxml import etree
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

LEFT, TOP, BOTTOM, RIGHT, LINE, SIZE = 30, 560, 40, 812, 14, 10


def documents(stream):
    """[(name, [(sheet, [row])])]"""
    found = []
    for line in stream:
        line = line.rstrip("\n")
        if line.startswith("= "):
            found.append((line[2:], []))
        elif line.startswith("+ "):
            found[-1][1].append((line[2:], []))
        else:
            found[-1][1][-1][1].append(line.split("\t"))
    return found


def write_workbook(path, sheets):
    with xlsxwriter.Workbook(path) as book:
        text = book.add_format({"font_name": "Times New Roman", "border": 1, "text_wrap": True})
        number = book.add_format({"font_name": "Times New Roman", "border": 1, "num_format": "#,##0.0"})
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell.startswith("#"):
                        sheet.write_number(at, column, float(cell[1:]), number)
                    else:
                        sheet.write_string(at, column, cell, text)


def write_pages(path, sheets):
    canvas = Canvas(path, pagesize=landscape(A4))
    for _, rows in sheets:
        y = TOP
        canvas.setFont("Serif", SIZE)
        for row in rows:
            if y < BOTTOM:
                canvas.showPage()
                canvas.setFont("Serif", SIZE)
                y = TOP
            for column, cell in enumerate(row):
                x = LEFT + (RIGHT - LEFT) * column / len(row)
                canvas.drawString(x + 2, y + 3, cell.removeprefix("#"))
                canvas.line(x, y, x, y + LINE)
            canvas.line(LEFT, y, RIGHT, y)
            y -= LINE
        canvas.showPage()
    canvas.save()


def main():
    schema_path, font, plans, folder = sys.argv[1:]
    schema = etree.XMLSchema(etree.parse(schema_path))
    for path in sorted(glob.glob(os.path.join(plans, "*.xml"))):
        schema.assertValid(etree.parse(path))
    pdfmetrics.registerFont(TTFont("Serif", font))
    for name, sheets in documents(sys.stdin):
        write_workbook(os.path.join(folder, name + ".xlsx"), sheets)
        write_pages(os.path.join(folder, name + ".pdf"), sheets)


if __name__ == "__main__":
    main()
