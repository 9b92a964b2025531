"""
Pages measured against Nghị định 30/2020/NĐ-CP, Phụ lục I. The figures are the decree's (Phần I, mục I and II); it says
nothing about tables and feet, where 10 pt is the least that we print.
"""
import re

import expected
import pdf_letters
import pdf_tables

MM = 72 / 25.4
A4 = (210, 297)
MARGINS = {"left": (30, 35), "right": (15, 20), "top": (20, 25), "bottom": (20, 25)}
NEAR = 0.6              # mm: an accent, a half rule
NUMBER_SIZE, ANNEX_SIZE, TITLE_SIZE, BASIS_SIZE = (13, 14), (14, 14), (13, 14), (13, 14)
LEAST_SIZE = 10
COLUMNS = ("page", "paper", "left", "right", "top", "bottom", "number", "number at", "off centre", "annex", "title",
           "basis", "table", "below", "foot", "not as the decree has it")


def span(values):
    """12, or 10-12."""
    found = sorted({round(value, 1) for value in values})
    return "-".join(f"{value:g}" for value in found[:1] + found[1:][-1:]) or "–"


class Measured:
    """One page: what stands where, in millimetres."""

    def __init__(self, number, words, letters, drawn, width):
        self.number, self.width, self.height = number, width / MM, drawn.height / MM
        self.page = pdf_tables.Page(number, words, drawn)
        self.letters = [letter for letter in letters if not letter.text.isspace()]
        grid = self.page.grid
        top, bottom = (grid.top, grid.bottom) if grid else (pdf_tables.TOP_MARGIN, pdf_tables.TOP_MARGIN)
        self.number_word = self.page.number_word
        self.foot = [letter for letter in self.letters if letter.middle()[1] > (self.height - MARGINS["bottom"][0]) * MM]
        inner = [letter for letter in self.letters if letter not in self.foot and not self.is_number(letter)]
        self.head = [letter for letter in inner if letter.middle()[1] < top]
        self.table = [letter for letter in inner if top <= letter.middle()[1] <= bottom]
        self.below = [letter for letter in inner if letter.middle()[1] > bottom]
        self.measure_edges(inner, grid)

    def is_number(self, letter):
        return self.number_word is not None and letter.middle()[1] < MARGINS["top"][0] * MM

    def measure_edges(self, inner, grid):
        lefts = [letter.left for letter in inner] + ([grid.xs[0]] if grid else [])
        rights = [letter.right for letter in inner] + ([grid.xs[-1]] if grid else [])
        tops = [letter.top for letter in inner] + ([grid.top] if grid else [])
        bottoms = [letter.bottom for letter in inner] + ([grid.bottom] if grid else [])
        self.left, self.right = min(lefts) / MM, self.width - max(rights) / MM
        self.top, self.bottom = min(tops) / MM, self.height - max(bottoms) / MM

    def lines(self):
        """The lines over the table as (letters, text), the annex's own first."""
        lines = {}
        for letter in self.head:
            lines.setdefault(round(letter.base, 1), []).append(letter)
        return [(line, "".join(letter.text for letter in line)) for _, line in sorted(lines.items())]

    def heads(self):
        """Sizes of the annex's name, its title and the line about the decision."""
        annex, title, basis = [], [], []
        for line, text in self.lines():
            bold = all("Bold" in letter.face for letter in line)
            sizes = [letter.size for letter in line]
            if bold and re.match(r"Phụlục", text):
                annex += sizes
            elif bold and text == text.upper():
                title += sizes
            elif all("Italic" in letter.face for letter in line) and not text.startswith("Đơnvịtính"):
                basis += sizes
        return annex, title, basis

    def number_place(self):
        """(distance of its middle from the upper edge, from the middle between the margins)."""
        x, y = self.number_word.middle()
        middle = (MARGINS["left"][0] + self.width - 20) / 2  # the text area is set from 30 mm to 20 mm
        return y / MM, x / MM - middle


def within(value, limits):
    return limits[0] - NEAR <= value <= limits[1] + NEAR


def edge_faults(page):
    """Nothing stands in a margin; a table as wide as the page leaves no more than the decree's margins."""
    faults = [f"{side} {getattr(page, side):.1f} mm" for side, limits in MARGINS.items()
              if getattr(page, side) < limits[0] - NEAR]
    if page.page.grid and page.left + page.right < 52:
        faults += [f"{side} {getattr(page, side):.1f} mm" for side in ("left", "right")
                   if not within(getattr(page, side), MARGINS[side])]
    if not within(page.top, MARGINS["top"]):
        faults.append(f"begins at {page.top:.1f} mm")
    return faults


def number_faults(page, wanted):
    printed = page.page.printed_number
    if printed != wanted:
        return [f"numbered {printed}, expected {wanted}"]
    if not wanted:
        return []
    y, off = page.number_place()
    sizes = [letter.size for letter in page.letters if page.is_number(letter)]
    faults = [] if y < MARGINS["top"][0] and abs(off) < 1 else [f"number at {y:.1f} mm, {off:+.1f} mm off the centre"]
    return faults + [f"number in {size:g} pt" for size in sizes if not NUMBER_SIZE[0] <= size <= NUMBER_SIZE[1]]


def size_faults(page):
    faults = []
    for name, sizes, limits in zip(("annex", "title", "basis"), page.heads(), (ANNEX_SIZE, TITLE_SIZE, BASIS_SIZE)):
        faults += [f"{name} in {size:g} pt" for size in sorted(set(sizes)) if not limits[0] <= size <= limits[1]]
    return faults + [f"{letter.text} in {letter.size:g} pt" for letter in page.letters if letter.size < LEAST_SIZE][:3]


def measure(path):
    """Measured pages of a PDF."""
    words, _ = pdf_tables.words_of(path)
    text, _ = pdf_tables.run("pdftotext", "-bbox", str(path), "-")
    widths = [float(width) for width in re.findall(r'<page width="([\d.]+)"', text)]
    return [Measured(number, *parts) for number, parts in
            enumerate(zip(words, pdf_letters.letters_of(path), pdf_tables.drawn_of(path), widths), 1)]


def page_faults(pages):
    """For each page its faults; an annex's numbers begin anew with it."""
    found, count = [], 0
    for page in pages:
        further = page.page.title and "(tiếp theo)" in page.page.title
        count = 1 if page.page.title and not further else count + 1
        faults = [] if sorted((round(page.width), round(page.height))) == sorted(A4) else ["not A4"]
        found.append(faults + edge_faults(page) + number_faults(page, count if count > 1 else None) + size_faults(page))
    return found


def row(page, faults):
    y, off = page.number_place() if page.number_word else (None, None)
    annex, title, basis = page.heads()
    return [str(page.number), f"{page.width:.0f}×{page.height:.0f}",
            *(f"{getattr(page, side):.1f}" for side in ("left", "right", "top", "bottom")),
            str(page.page.printed_number or "–"), "–" if y is None else f"{y:.1f}", "–" if off is None else f"{off:+.1f}",
            span(annex), span(title), span(basis),
            *(span(letter.size for letter in part) for part in (page.table, page.below, page.foot)),
            "; ".join(faults) or "nothing"]


def faults_of(path):
    pages = measure(path)
    return [f"page {page.number}: {fault}" for page, faults in zip(pages, page_faults(pages)) for fault in faults]


def check_all(checks, folder):
    for plan in expected.plans():
        checks.run(f"pdf {plan}: pages as Nghị định 30/2020 has them", faults_of, folder / f"{plan}.pdf")
