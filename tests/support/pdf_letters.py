"""The letters of a PDF as MuPDF reads them: what, where, in which face and size. Poppler's words stand in pdf_tables."""
import html
import re
from dataclasses import dataclass

import pdf_tables

ITEM = re.compile(r'<font name="([^"]*)" size="([^"]*)">|<char quad="([^"]*)"[^>]*? y="([^"]*)"[^>]*? c="([^"]*)"/>|(</line>)')


@dataclass
class Letter:
    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float  # of the line that it stands on; how far the rest reaches is the face's or the letter's, by release of MuPDF
    face: str
    size: float
    line: int  # letters of one line of text have one number

    def middle(self):
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def letters_of(path):
    """The letters of each page, blanks among them, in the order in which they are read."""
    text, _ = pdf_tables.run("mutool", "draw", "-q", "-F", "stext", str(path))
    pages = []
    for page in re.findall(r"<page .*?</page>", text, re.S):
        letters, face, size, line = [], "", 0.0, 0
        for name, points, quad, base, sign, end in ITEM.findall(page):
            if name:
                face, size = name, float(points)
            elif end:
                line += 1
            else:
                corners = [float(value) for value in quad.split()]
                xs, ys = corners[0::2], corners[1::2]
                letters.append(Letter(html.unescape(sign), min(xs), min(ys), max(xs), max(ys), float(base), face, size,
                                      line))
        pages.append(letters)
    return pages


def words_by_place(letters, place_of):
    """{place: words in order}: letters without a blank between them, in one line and at one place, are a word."""
    found, before = {}, None
    for letter in letters:
        if letter.text.isspace():
            before = None
            continue
        place = place_of(letter)
        words = found.setdefault(place, [])
        if before == (place, letter.line):
            words[-1] += letter.text
        else:
            words.append(letter.text)
        before = (place, letter.line)
    return found
