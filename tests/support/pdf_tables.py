"""
Tables of a PDF, read by position. The rules that are drawn make the cells; poppler's words fall into the cells that
they stand in. Nothing here knows what a table should hold.
"""
import html
import re
import subprocess
from dataclasses import dataclass, field

NEAR = 0.75         # rules closer than this are one, in points
TOP_MARGIN = 56.7   # 20 mm
REPEATED = " (tiếp theo)"


def run(*command):
    """Output of a tool that must succeed; its warnings are the second value."""
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]}: status {done.returncode}: {done.stderr.decode(errors='replace')[:400]}")
    return done.stdout.decode("utf-8"), done.stderr.decode(errors="replace")


@dataclass
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def middle(self):
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass
class Cell:
    """A cell and the lines of words in it; `first` and `last` are its columns, `top` and `bottom` its rows."""
    first: int
    last: int
    top: int
    bottom: int
    words: list = field(default_factory=list)

    def lines(self):
        lines = []
        for word in sorted(self.words, key=lambda word: (word.top, word.left)):
            if lines and abs(lines[-1][0].top - word.top) < 2:
                lines[-1].append(word)
            else:
                lines.append([word])
        return [" ".join(word.text for word in sorted(line, key=lambda word: word.left)) for line in lines]


@dataclass
class Row:
    """Lines of text of each column of a body row. `may_continue`: the row may be the rest of one cut by a page's end."""
    cells: list
    page: int
    may_continue: bool = False
    filled: list = field(default_factory=list)


@dataclass
class Annex:
    """A table with what stands over it, over all its pages."""
    title: str
    head: list
    pages: list
    rows: list
    faults: list


# ---- pages: words and drawn lines ----

WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


def words_of(path):
    """The words of each page, and what poppler complained about."""
    text, complaints = run("pdftotext", "-bbox", str(path), "-")
    pages = []
    for page in re.findall(r"<page .*?</page>", text, re.S):
        pages.append([Word(html.unescape(m[5]), *(float(m[i]) for i in range(1, 5))) for m in WORD.finditer(page)])
    return pages, complaints


class Drawn:
    """Rules and filled areas of a page, in points from the top left."""

    def __init__(self, page):
        self.across, self.down, self.fills = [], [], []
        self.height = float(re.search(r'mediabox="\S+ \S+ \S+ ([^"\s]+)"', page)[1])
        for kind, attributes, body in re.findall(r"<(stroke_path|fill_path) ([^>]*)>(.*?)</\1>", page, re.S):
            matrix = [float(x) for x in re.search(r'transform="([^"]+)"', attributes)[1].split()]
            points = [self.place(matrix, float(x), float(y)) + (verb,) for verb, x, y in
                      re.findall(r'<(moveto|lineto) x="([-\d.e]+)" y="([-\d.e]+)"', body)]
            if kind == "stroke_path":
                self.add_strokes(points)
            else:
                self.add_fills(points)

    @staticmethod
    def place(matrix, x, y):
        a, b, c, d, e, f = matrix
        return a * x + c * y + e, b * x + d * y + f

    def add_rule(self, x0, y0, x1, y1):
        if abs(y0 - y1) < NEAR:
            self.across.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x0 - x1) < NEAR:
            self.down.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def add_strokes(self, points):
        for (x0, y0, _), (x1, y1, verb) in zip(points, points[1:]):
            if verb == "lineto":
                self.add_rule(x0, y0, x1, y1)

    def add_fills(self, points):
        """A filled rectangle is an area, or a rule if it is thin."""
        start = [i for i, point in enumerate(points) if point[2] == "moveto"] + [len(points)]
        for first, last in zip(start, start[1:]):
            xs, ys = [p[0] for p in points[first:last]], [p[1] for p in points[first:last]]
            box = min(xs), min(ys), max(xs), max(ys)
            if min(box[2] - box[0], box[3] - box[1]) < 1.5:
                self.add_rule(*box)
            else:
                self.fills.append(box)


def drawn_of(path):
    text, _ = run("mutool", "draw", "-q", "-F", "trace", str(path))
    return [Drawn(page) for page in re.findall(r"<page .*?</page>", text, re.S)]


# ---- one page: the grid ----

def merged(values):
    """Sorted values, those nearer than NEAR taken for one."""
    found = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


class Grid:
    """The cells that the rules of a page make. A page holds at most one table."""

    def __init__(self, drawn):
        top = min(y0 for _, y0, _ in drawn.down) - NEAR
        bottom = max(y1 for _, _, y1 in drawn.down) + NEAR
        self.down = drawn.down
        self.across = [rule for rule in drawn.across if top <= rule[0] <= bottom]
        self.xs = merged(x for x, _, _ in self.down)
        self.ys = merged(y for y, _, _ in self.across)
        self.fills = drawn.fills
        self.top, self.bottom = self.ys[0], self.ys[-1]
        self.cells = {}
        self.faults = []
        self.make_cells()

    @staticmethod
    def ruled(rules, at, middle):
        return any(abs(rule[0] - at) <= NEAR and rule[1] - NEAR <= middle <= rule[2] + NEAR for rule in rules)

    def make_cells(self):
        """Neighbours with no rule between them are one cell, which must be a rectangle."""
        rows, columns = len(self.ys) - 1, len(self.xs) - 1
        owner = {}
        for row in range(rows):
            middle_y = (self.ys[row] + self.ys[row + 1]) / 2
            for column in range(columns):
                middle_x = (self.xs[column] + self.xs[column + 1]) / 2
                left = column > 0 and not self.ruled(self.down, self.xs[column], middle_y)
                above = row > 0 and not self.ruled(self.across, self.ys[row], middle_x)
                cell = None
                if left:
                    cell = owner[row, column - 1]
                if above:
                    upper = owner[row - 1, column]
                    if cell is not None and cell is not upper:
                        self.faults.append(f"no rectangle of rules at row {row}, column {column}")
                    cell = upper
                if cell is None:
                    cell = Cell(column, column, row, row)
                cell.last, cell.bottom = max(cell.last, column), max(cell.bottom, row)
                owner[row, column] = cell
        self.cells = owner

    def put(self, word):
        """Puts a word into the cell that it stands in, whole."""
        x, y = word.middle()
        column = sum(1 for at in self.xs if at <= x) - 1
        row = sum(1 for at in self.ys if at <= y) - 1
        cell = self.cells.get((row, column))
        if cell is None:
            self.faults.append(f"“{word.text}” stands outside the table's cells")
            return
        cell.words.append(word)
        if word.left < self.xs[cell.first] - 0.1 or word.right > self.xs[cell.last + 1] + 0.1:
            self.faults.append(f"“{word.text}” sticks out of its cell")
        if word.top < self.ys[cell.top] - 2 or word.bottom > self.ys[cell.bottom + 1] + 2:
            self.faults.append(f"“{word.text}” sticks out of its row")

    def filled(self, cell):
        """True if the whole cell is filled with a colour."""
        box = (self.xs[cell.first], self.ys[cell.top], self.xs[cell.last + 1], self.ys[cell.bottom + 1])
        return any(fill[0] <= box[0] + NEAR and fill[1] <= box[1] + NEAR and fill[2] >= box[2] - NEAR and
                   fill[3] >= box[3] - NEAR for fill in self.fills)

    def head_rows(self):
        return self.cells[0, 0].bottom + 1

    def head(self):
        """The labels over each column, from the top, joined by " / "."""
        labels = []
        for column in range(len(self.xs) - 1):
            cells = []
            for row in range(self.head_rows()):
                cell = self.cells[row, column]
                if cell not in cells:
                    cells.append(cell)
            labels.append(" / ".join(" ".join(cell.lines()) for cell in cells if cell.words))
        return labels

    def rows(self, page):
        """Body rows: of a cell over several columns, the text counts for the first one."""
        rows = []
        for row in range(self.head_rows(), len(self.ys) - 1):
            cells, filled = [], []
            for column in range(len(self.xs) - 1):
                cell = self.cells[row, column]
                begins = cell.first == column and cell.top == row
                cells.append(cell.lines() if begins else [])
                filled.append(begins and self.filled(cell))
            rows.append(Row(cells, page, filled=filled))
        return rows


# ---- a document: pages put together ----

class Page:
    def __init__(self, number, words, drawn):
        self.number, self.height = number, drawn.height
        self.grid = Grid(drawn) if drawn.down else None
        # On a page of notes alone only the number stands above.
        top = self.grid.top if self.grid else TOP_MARGIN
        bottom = self.grid.bottom if self.grid else TOP_MARGIN
        above = [word for word in words if word.middle()[1] < top]
        self.below = [word for word in words if word.middle()[1] > bottom]
        if self.grid:
            for word in words:
                if top <= word.middle()[1] <= bottom:
                    self.grid.put(word)
        lines = Cell(0, 0, 0, 0, above).lines()
        # The page number stands alone in the first line.
        self.number_word = min(above, key=lambda word: word.top) if lines and lines[0].isdigit() else None
        self.printed_number = int(lines.pop(0)) if self.number_word else None
        self.title = " ".join(lines)

    def number_in_middle(self):
        x, y = self.number_word.middle()
        return y < TOP_MARGIN and self.grid and abs(x - (self.grid.xs[0] + self.grid.xs[-1]) / 2) < 3


def drop_repeated(rows, before, faults):
    """Drops the headings that a page repeats; each must be one that stands on an earlier page, without its figures."""
    while rows and rows[0].cells[1] and (" " + " ".join(rows[0].cells[1])).endswith(REPEATED):
        row = rows.pop(0)
        label = " ".join(row.cells[1])[:-len(REPEATED)]
        if any(row.cells[2:]):
            faults.append(f"page {row.page}: the repeated heading “{label}” repeats figures")
        if not any(r.cells[0] == row.cells[0] and " ".join(r.cells[1]) == label for r in before):
            faults.append(f"page {row.page}: “{label}{REPEATED}” continues nothing")
    if rows and not rows[0].cells[0]:
        rows[0].may_continue = True


def read(path):
    """The tables of a PDF in order, each with all its pages, and the pages."""
    words, complaints = words_of(path)
    drawn = drawn_of(path)
    if len(words) != len(drawn):
        raise RuntimeError(f"{path}: {len(words)} pages of words, {len(drawn)} pages drawn")
    pages = [Page(i + 1, page, lines) for i, (page, lines) in enumerate(zip(words, drawn))]
    annexes = []
    for page in pages:
        if page.grid is None:
            continue
        faults = [f"page {page.number}: {fault}" for fault in page.grid.faults]
        rows = page.grid.rows(page.number)
        if page.title:
            annexes.append(Annex(page.title, page.grid.head(), [page.number], rows, faults))
            continue
        annex = annexes[-1]
        if page.grid.head() != annex.head:
            faults.append(f"page {page.number}: the head is not repeated as it was: {page.grid.head()}")
        drop_repeated(rows, annex.rows, faults)
        annex.pages.append(page.number)
        annex.rows += rows
        annex.faults += faults
    return annexes, pages, complaints


# ---- text broken into lines ----

def joint(before, after):
    """Between two lines there was a space or a line break; nothing only where a sign allows a break."""
    glued = not before[-1:].isalnum() or not after[:1].isalnum()
    return "[ \\n]?" if glued else "[ \\n]"


def reads(lines, expected):
    """True if the lines are the expected text, broken somewhere into lines."""
    pattern = "".join((joint(before, line) if before else "") + re.escape(line)
                      for before, line in zip([""] + lines, lines))
    return re.fullmatch(pattern, expected) is not None
