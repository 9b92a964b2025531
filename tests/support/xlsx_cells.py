#!/usr/bin/python3
"""Prints what a workbook holds, one fact a line with tabs between, so that a test can look for whole lines."""
import sys

from openpyxl import load_workbook

from workbook import defined_names, print_area


def number(value):
    """1717 for 1717.0: a reader's choice of type is no fact of the workbook."""
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return repr(value) if isinstance(value, (int, float)) else value


def print_cell(name, cell, cached):
    place = f"{name}!{cell.coordinate}"
    if cell.value is not None:
        if isinstance(cell.value, str) and cell.data_type == "f":
            print(place, "formula", cell.value, sep="\t")
        print(place, "text" if cached.data_type == "s" else "number", number(cached.value), sep="\t")
        print(place, "font", cell.font.name, number(cell.font.sz),
              "b" if cell.font.b else "-", "i" if cell.font.i else "-", sep="\t")
    if cell.number_format != "General":
        print(place, "format", cell.number_format, sep="\t")
    edges = "".join(letter if getattr(cell.border, side).style else "-"
                    for letter, side in zip("LRTB", ("left", "right", "top", "bottom")))
    wrap = "wrap" if cell.alignment.wrap_text else "-"
    fill = "fill" if cell.fill.fill_type else "-"
    print(place, "style", cell.alignment.horizontal, cell.alignment.vertical, wrap, edges, fill, sep="\t")
    if cell.hyperlink:
        print(place, "link", cell.hyperlink.location, sep="\t")
    if cell.comment:
        print(place, "comment", cell.comment.author, cell.comment.text, sep="\t")


def print_page(name, sheet):
    setup, margins = sheet.page_setup, sheet.page_margins
    print(name, "merges", *sorted(str(area) for area in sheet.merged_cells.ranges), sep="\t")
    print(name, "titles", sheet.print_title_rows, sheet.print_title_cols, sep="\t")
    print(name, "area", print_area(sheet), sep="\t")
    print(name, "freeze", sheet.freeze_panes, sep="\t")
    print(name, "page", setup.paperSize, setup.orientation, setup.fitToWidth, setup.fitToHeight,
          sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.print_options.horizontalCentered, setup.scale, sep="\t")
    print(name, "margins", *(f"{value:.4f}" for value in
                             (margins.left, margins.right, margins.top, margins.bottom)), sep="\t")
    levels = [(row, size.outlineLevel) for row, size in sorted(sheet.row_dimensions.items()) if size.outlineLevel]
    print(name, "outline", "below" if sheet.sheet_properties.outlinePr.summaryBelow else "above",
          *(f"{row}:{level}" for row, level in levels), sep="\t")
    print(name, "footer", sheet.oddFooter.left.text, sheet.oddFooter.right.text, sep="\t")


def main(path):
    book, cached = load_workbook(path), load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        print_page(sheet.title, sheet)
        for letter, column in sorted(sheet.column_dimensions.items()):
            print(f"{sheet.title}!{letter}", "width", f"{column.width:.2f}", sep="\t")
        for row, dimension in sorted(sheet.row_dimensions.items()):
            print(f"{sheet.title}!{row}", "height", number(dimension.height), sep="\t")
        for row in sheet.iter_rows():
            for cell in row:
                print_cell(sheet.title, cell, cached[sheet.title][cell.coordinate])
    for name in defined_names(book):
        print("name", name.name, name.attr_text, sep="\t")
    print("active", book.active.title, sep="\t")
    properties = book.properties
    print("properties", properties.title, properties.subject, properties.creator, properties.created, sep="\t")


main(sys.argv[1])
