"""A page of the program as a reader of HTML sees it: elements, and tables as grids."""
from html.parser import HTMLParser

VOID = {"meta", "br", "col", "link", "img", "input", "hr"}


class Element:
    def __init__(self, name, attributes, parent):
        self.name, self.attributes, self.parent = name, dict(attributes), parent
        self.children = []  # elements and strings

    def get(self, name, default=None):
        return self.attributes.get(name, default)

    def all(self, *names):
        """Every element of these names below, in the order of the page; without names every one."""
        found = []
        for child in self.children:
            if isinstance(child, Element):
                if not names or child.name in names:
                    found.append(child)
                found += child.all(*names)
        return found

    def one(self, name):
        found = self.all(name)
        if len(found) != 1:
            raise ValueError(f"{len(found)} elements {name} in {self.name} {self.get('id', '')}")
        return found[0]

    def text(self, without=()):
        parts = []
        for child in self.children:
            if isinstance(child, str):
                parts.append(child)
            elif child.name == "br":
                parts.append("\n")
            elif child.name not in without:
                parts.append(child.text(without))
        return "".join(parts)


class Page(HTMLParser):
    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path, self.faults = path, []
        self.root = self.open = Element("page", [], None)
        self.feed(path.read_text(encoding="utf-8"))
        self.close()
        if self.open is not self.root:
            self.faults.append(f"{self.open.name} is not closed")
        self.ids = {}
        for element in self.root.all():
            if element.get("id") is not None:
                self.ids.setdefault(element.get("id"), []).append(element)

    def handle_decl(self, decl):
        if decl != "DOCTYPE html":
            self.faults.append(f"declaration {decl}")

    def handle_starttag(self, tag, attrs):
        element = Element(tag, attrs, self.open)
        self.open.children.append(element)
        if tag not in VOID:
            self.open = element

    def handle_startendtag(self, tag, attrs):
        if tag not in VOID:
            self.faults.append(f"<{tag}/> does not close itself in HTML")
        self.open.children.append(Element(tag, attrs, self.open))

    def handle_endtag(self, tag):
        if self.open.name != tag:
            self.faults.append(f"</{tag}> closes {self.open.name}")
        if self.open.parent:
            self.open = self.open.parent

    def handle_data(self, data):
        self.open.children.append(data)

    def tables(self):
        """Table element by the id of its section, in order."""
        return {section.get("id"): Grid(section) for section in self.root.all("section")}


class Grid:
    """The cells of a table by row and column, as their spans lay them out."""

    def __init__(self, section):
        self.section, self.faults = section, []
        self.table = section.one("table")
        self.columns = len(self.table.all("col"))
        # A table whose only row is a sentence has no columns, and no head.
        self.head = self.lay_out([row for head in self.table.all("thead") for row in head.all("tr")])
        self.body, self.rows = [], self.table.all("tbody")
        for group in self.rows:
            self.body += self.lay_out(group.all("tr"))

    def lay_out(self, rows):
        """For each row a list of (cell, True where it begins); a gap or an overlap is a fault."""
        grid = [[None] * self.columns for _ in rows]
        for y, row in enumerate(rows):
            cells, x = [child for child in row.children if isinstance(child, Element)], 0
            for cell in cells:
                while x < self.columns and grid[y][x]:
                    x += 1
                self.place(grid, cell, y, x)
        for y, row in enumerate(grid):
            if None in row:
                self.faults.append(f"{rows[y].get('id')}: no cell in column {row.index(None) + 1}")
        return grid

    def place(self, grid, cell, y, x):
        for down in range(int(cell.get("rowspan", 1))):
            for right in range(int(cell.get("colspan", 1))):
                if y + down >= len(grid) or x + right >= self.columns or grid[y + down][x + right]:
                    self.faults.append(f"a cell at {y + 1}:{x + 1} overlaps another or leaves its row group")
                    return
                grid[y + down][x + right] = (cell, down == right == 0)

    def heads(self):
        """The labels over each column from the top, joined by " / "."""
        labels = []
        for column in zip(*self.head):
            over = []
            for cell, _ in column:
                if cell not in over:
                    over.append(cell)
            labels.append(" / ".join(cell.text(without=("sup",)) for cell in over))
        return labels

    def texts(self):
        """Rows of texts: a cell's at the place where it begins, nothing where it only reaches."""
        return [[cell.text(without=("sup",)) if begins else "" for cell, begins in row] for row in self.body]

    def cell(self, row, column):
        return self.body[row][column][0]
