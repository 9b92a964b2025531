"""Poppler and MuPDF read the same words in each cell of each page: nobody who copies or searches gets other text."""
import expected
import pdf_letters
import pdf_tables


def place_in(grid, item):
    """The cell that a word or letter stands in, by its first column and row; None outside the table."""
    if grid is None:
        return None
    x, y = item.middle()
    cell = grid.cells.get((sum(1 for at in grid.ys if at <= y) - 1, sum(1 for at in grid.xs if at <= x) - 1))
    return (cell.top, cell.first) if cell else None


def words_by_cell(words, grid):
    found = {}
    for word in sorted(words, key=lambda word: (round(word.top), word.left)):
        found.setdefault(place_in(grid, word), []).append(word.text)
    return found


def page_faults(number, words, letters, grid):
    poppler = words_by_cell(words, grid)
    mupdf = pdf_letters.words_by_place(letters, lambda letter: place_in(grid, letter))
    return [f"page {number}, {f'row {place[0] + 1}, column {place[1] + 1}' if place else 'outside the table'}: "
            f"poppler reads {poppler.get(place)}, MuPDF {mupdf.get(place)}"
            for place in {**poppler, **mupdf} if sorted(poppler.get(place, [])) != sorted(mupdf.get(place, []))
            or (place and poppler[place] != mupdf[place])]


def faults(path):
    """Cells by the rules that are drawn; words of `pdftotext -bbox`, letters of `mutool draw -F stext`."""
    words, _ = pdf_tables.words_of(path)
    letters, drawn = pdf_letters.letters_of(path), pdf_tables.drawn_of(path)
    if not len(words) == len(letters) == len(drawn):
        return [f"{len(words)}, {len(letters)} and {len(drawn)} pages"]
    found, cells = [], 0
    for number, (page_words, page_letters, page) in enumerate(zip(words, letters, drawn), 1):
        grid = pdf_tables.Grid(page) if page.down else None
        cells += len(words_by_cell(page_words, grid))
        found += page_faults(number, page_words, page_letters, grid)
    return found if cells > len(words) else found + ["no cells to compare"]


def check_all(checks, folder):
    for plan in expected.plans():
        checks.run(f"pdf {plan}: two readers find the same words in each cell", faults, folder / f"{plan}.pdf")
