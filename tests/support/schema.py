"""
The schemas of the documents as tests need them: which elements, attributes and texts there are, and of what kind.

Only what templates/schema uses of XML Schema: sequences, choices, groups of both kinds, simple content that extends, and
simple types by restriction, list and union.
"""
import os
import xml.etree.ElementTree as ET

from behaviour import TEMPLATES

XS = "{http://www.w3.org/2001/XMLSchema}"
FOLDER = os.path.join(TEMPLATES, "schema")
NARROWING = ("enumeration", "pattern", "length", "maxLength", "minInclusive", "maxInclusive")


def roots():
    return sorted(name[:-len(".xsd")] for name in os.listdir(FOLDER) if name.endswith(".xsd"))


class Simple:
    """A simple type: its built-in base, whether anything goes, the values listed, its patterns."""

    def __init__(self, base, free=True, values=(), patterns=(), may_be_empty=True):
        self.base, self.free, self.values, self.patterns = base, free, list(values), list(patterns)
        self.may_be_empty = may_be_empty

    @property
    def is_text(self):
        return self.free and self.base in ("token", "string", "normalizedString", "anyURI")


class Complex:
    """What an element may hold: attributes by name as (type, required), children in order, its text."""

    def __init__(self, name):
        self.name, self.attributes, self.children, self.text = name, {}, [], None

    def child(self, name):
        return next((child for child in self.children if child.name == name), None)

    def rank(self, name):
        return next(at for at, child in enumerate(self.children) if child.name == name)


class Child:
    def __init__(self, name, kind, least, most):
        self.name, self.kind, self.least, self.most = name, kind, least, most  # kind: Simple or Complex


class Schema:
    def __init__(self, root):
        self.tree = ET.parse(os.path.join(FOLDER, root + ".xsd")).getroot()
        self.namespace = self.tree.get("targetNamespace")
        self.made = {}
        element = next(node for node in self.tree if node.tag == XS + "element" and node.get("name") == root)
        self.root = Child(root, self._type_of(element, root), 1, 1)

    def _named(self, tag, name):
        return next(node for node in self.tree if node.tag == XS + tag and node.get("name") == name)

    def _type_of(self, node, path):
        name = node.get("type")
        if name and name.startswith("xs:"):
            return Simple(name[3:])
        if name:
            return self._named_type(name)
        for inner in node:
            if inner.tag == XS + "complexType":
                return self._complex(inner, path)
            if inner.tag == XS + "simpleType":
                return self._simple(inner)
        return Simple("token")

    def _named_type(self, name):
        if name.startswith("xs:"):
            return Simple(name[3:])
        for node in self.tree:
            if node.get("name") == name and node.tag == XS + "simpleType":
                return self._simple(node)
            if node.get("name") == name and node.tag == XS + "complexType":
                return self._complex(node, name)
        raise KeyError(name)

    def _simple(self, node):
        inner = next(child for child in node if child.tag in (XS + "restriction", XS + "list", XS + "union"))
        if inner.tag == XS + "list":
            return Simple("list", free=False)
        if inner.tag == XS + "union":
            members = [self._named_type(name) for name in (inner.get("memberTypes") or "").split()]
            members += [self._simple(child) for child in inner if child.tag == XS + "simpleType"]
            return Simple(members[0].base, False, members[0].values, members[0].patterns)
        base = self._named_type(inner.get("base"))
        facets = [child for child in inner if child.tag != XS + "annotation"]
        tags = [child.tag[len(XS):] for child in facets]
        return Simple(base.base, base.free and not any(tag in NARROWING for tag in tags),
                      [child.get("value") for child in facets if child.tag == XS + "enumeration"] or base.values,
                      [child.get("value") for child in facets if child.tag == XS + "pattern"] or base.patterns,
                      base.may_be_empty and "minLength" not in tags)

    def _complex(self, node, name):
        """The same object for the same type: types may hold themselves."""
        if node in self.made:
            return self.made[node]
        made = self.made[node] = Complex(name)
        self._fill(made, node, 1, 1)
        return made

    def _fill(self, made, node, least, most):
        for inner in node:
            tag = inner.tag[len(XS):]
            if tag in ("sequence", "choice"):
                self._fill(made, inner, 0 if tag == "choice" else _occurs(inner, "minOccurs") * least,
                           max(most, _occurs(inner, "maxOccurs")))
            elif tag in ("group", "attributeGroup"):
                self._fill(made, self._named(tag, inner.get("ref")), least, max(most, _occurs(inner, "maxOccurs")))
            elif tag == "simpleContent":
                self._extend(made, inner.find(XS + "extension"))
            elif tag == "element":
                made.children.append(Child(inner.get("name"), self._type_of(inner, f"{made.name}/{inner.get('name')}"),
                                           least * _occurs(inner, "minOccurs"), max(most, _occurs(inner, "maxOccurs"))))
            elif tag == "attribute":
                made.attributes[inner.get("name")] = (self._type_of(inner, made.name), inner.get("use") == "required")

    def _extend(self, made, extension):
        base = self._named_type(extension.get("base"))
        if isinstance(base, Complex):
            made.text = base.text
            made.attributes.update(base.attributes)
        else:
            made.text = base
        self._fill(made, extension, 1, 1)

    def types(self):
        """Every complex type that a document of this schema can hold, and every child of it."""
        found, waiting = [], [self.root.kind]
        while waiting:
            kind = waiting.pop(0)
            if kind not in found:
                found.append(kind)
                waiting += [child.kind for child in kind.children if isinstance(child.kind, Complex)]
        return found

    def walk(self, element, kind=None):
        """(element, its type, its parent) of every element of a document."""
        stack = [(element, kind or self.root.kind, None)]
        while stack:
            node, kind, parent = stack.pop()
            yield node, kind, parent
            if isinstance(kind, Complex):
                for inner in node:
                    child = kind.child(inner.tag.rpartition("}")[2])
                    if child:
                        stack.append((inner, child.kind, node))


def _occurs(node, which):
    value = node.get(which, "1")
    return 1 << 20 if value == "unbounded" else int(value)


def text_fields(schema):
    """(type, attribute) of every text that nothing but its schema's "Text" limits; attribute None: what an element holds."""
    fields = []
    for kind in schema.types():
        fields += [(kind, name) for name, (simple, _) in kind.attributes.items() if simple.is_text]
        if kind.text and kind.text.is_text:
            fields.append((kind, None))
        fields += [(kind, "<" + child.name) for child in kind.children if isinstance(child.kind, Simple) and child.kind.is_text]
    return fields
