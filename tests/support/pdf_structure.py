"""
The structure tree of a PDF and the texts that belong to it, read from what qpdf shows of the file's objects: elements, the
marked contents of the pages, and the tree by which a reader finds an element from its content.
"""
import base64
import json
import re
import subprocess

TOKEN = re.compile(rb"<<.*?>>|<[0-9A-Fa-f]*>|/[^\s/<>\[\]()]+|[^\s/<>\[\]()]+")
PAINTING = {b"Tj", b"f", b"S", b"B", b"Do", b"re"}


class Element:
    """One element: its role, what it says of itself, and kids; a kid is an element, (page, number), or a link's object."""

    def __init__(self, name, value, classes):
        self.name, self.role, self.value, self.kids = name, value["/S"].lstrip("/"), value, []
        # What is said of the element itself comes before what its class says.
        attributes = {**classes.get(value.get("/C"), {}), **value.get("/A", {})}
        self.scope = attributes.get("/Scope", "").lstrip("/")
        self.rows, self.columns = attributes.get("/RowSpan", 1), attributes.get("/ColSpan", 1)
        self.alternative = value.get("/Alt", "").removeprefix("u:")

    def walk(self):
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def of(self, *roles):
        return [element for element in self.walk() if element.role in roles]


class Tagged:
    """A tagged file. `faults` says what contradicts itself in it."""

    def __init__(self, path):
        shown = subprocess.run(["qpdf", "--json", "--json-stream-data=inline", "--decode-level=generalized", path, "-"],
                               capture_output=True, check=True)
        shown = json.loads(shown.stdout)
        self.objects = {name.removeprefix("obj:"): value for name, value in shown["qpdf"][1].items()}
        self.pages = [page["object"] for page in shown["pages"]]
        self.catalog = self.get(self.get(self.objects["trailer"]["value"])["/Root"])
        self.faults, self.texts, self.holders = [], {}, {}
        for page in self.pages:
            self.read_page(page)
        root = self.get(self.catalog["/StructTreeRoot"])
        self.classes = self.get(root.get("/ClassMap", {}))
        self.document = self.element(root["/K"], self.catalog["/StructTreeRoot"])
        self.check_keys(dict(self.keys(root["/ParentTree"])))
        unread = set(self.texts) - set(self.holders)
        self.faults += [f"page {page}: content {number} is in no element" for page, number in sorted(unread)]

    def get(self, value):
        """The object that a reference leads to."""
        if not isinstance(value, str) or not re.fullmatch(r"\d+ 0 R", value):
            return value
        found = self.objects[value]
        return found["value"] if "value" in found else found["stream"]["dict"]

    def data(self, reference):
        return base64.b64decode(self.objects[reference]["stream"]["data"])

    # ---- pages ----

    def letters(self, font):
        pairs = re.findall(rb"^<(\w{4})> <(\w{4})>$", self.data(self.get(font)["/ToUnicode"]), re.M)
        return {code.upper(): chr(int(letter, 16)) for code, letter in pairs}

    def read_page(self, page):
        """Texts by page and number; everything that is painted belongs to something."""
        value = self.get(page)
        fonts = {name.encode(): self.letters(font) for name, font in self.get(self.get(value["/Resources"])["/Font"]).items()}
        operands, stack, font = [], [], {}
        for token in TOKEN.findall(self.data(value["/Contents"])):
            if token in (b"BDC", b"BMC"):
                number = re.search(rb"/MCID (\d+)", operands[-1]) if token == b"BDC" else None
                stack.append((page, int(number.group(1))) if number else None)
                if number and stack[-1] in self.texts:
                    self.faults.append(f"page {page}: content {stack[-1]} twice")
                if number:
                    self.texts[stack[-1]] = ""
                if not number and operands[0] != b"/Artifact":
                    self.faults.append(f"page {page}: {operands} has no number")
            elif token == b"EMC":
                stack.pop()
            elif token == b"Tf":
                font = fonts[operands[-2]]
            elif token in PAINTING and len(stack) != 1:
                self.faults.append(f"page {page}: {operands} {token} in {stack}")
            elif token == b"Tj" and stack[-1]:
                codes = operands[-1].strip(b"<>").upper()
                self.texts[stack[-1]] += "".join(font[codes[i:i + 4]] for i in range(0, len(codes), 4))
            operands = [] if token.isalpha() and not token.startswith(b"/") else [*operands, token]
        if stack:
            self.faults.append(f"page {page}: {stack} does not end")

    # ---- elements ----

    def element(self, name, parent):
        value = self.get(name)
        element = Element(name, value, self.classes)
        if "/C" in value and value["/C"] not in self.classes:
            self.faults.append(f"{name}: a class {value['/C']} that nothing explains")
        if value["/P"] != parent:
            self.faults.append(f"{name}: its parent is {value['/P']}, not {parent}")
        kids = value.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            self.add_kid(element, kid)
        return element

    def add_kid(self, element, kid):
        target = self.get(kid)
        if isinstance(target, int):
            self.hold(element, (element.value["/Pg"], target))
        elif target.get("/Type") == "/MCR":
            self.hold(element, (target["/Pg"], target["/MCID"]))
        elif target.get("/Type") == "/OBJR":
            self.hold(element, target["/Obj"])
        else:
            element.kids.append(self.element(kid, element.name))

    def hold(self, element, content):
        if content in self.holders:
            self.faults.append(f"{content} is in two elements")
        if not isinstance(content, str) and content not in self.texts:
            self.faults.append(f"{element.name}: {content} is on no page")
        self.holders[content] = element.name
        element.kids.append(content)

    def text(self, element):
        """What is heard; a content after another of the same element goes on with it."""
        return "".join(self.text(kid) if isinstance(kid, Element) else self.texts[kid]
                       for kid in element.kids if not isinstance(kid, str)).strip()

    # ---- from contents to elements ----

    def keys(self, node):
        value = self.get(node)
        for kid in value.get("/Kids", []):
            yield from self.keys(kid)
        numbers = value.get("/Nums", [])
        yield from zip(numbers[::2], numbers[1::2])

    def check_keys(self, found):
        for page in self.pages:
            value = self.get(page)
            holders = found.pop(value["/StructParents"])
            wanted = [self.holders.get(content) for content in self.texts if content[0] == page]
            if holders != wanted:
                self.faults.append(f"page {page}: the tree of keys has {holders[:9]} …, the elements are {wanted[:9]} …")
            for link in self.get(value.get("/Annots", [])):
                holder = found.pop(self.get(link).get("/StructParent"), None)
                if holder is None or self.holders.get(link) != holder:
                    self.faults.append(f"link {link}: found in {self.holders.get(link)}, by its key in {holder}")
        self.faults += [f"key {key} is of nothing" for key in found]
