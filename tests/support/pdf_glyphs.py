"""
The glyphs that a PDF draws, against the faces that they should come from: outline by outline, advance by advance.
What a reader would extract as text does not count, only what is drawn.
"""
import html
import io
import json
import re
import subprocess
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from pdf_tables import run

FONTS = [Path("/usr/share/fonts/truetype") / folder for folder in ("liberation2", "liberation")]    # Debian 12, 13
NOT_IMPORTANT = re.compile(r"warning: ICC support is not available")


class Face:
    """A TrueType font with its outlines."""

    def __init__(self, font):
        self.font = font
        self.names = font.getGlyphOrder()
        self.cmap = font.getBestCmap() if "cmap" in font else {}
        self.glyphs = font.getGlyphSet()
        self.units = font["head"].unitsPerEm

    def outline(self, name):
        pen = DecomposingRecordingPen(self.glyphs)
        self.glyphs[name].draw(pen)
        return pen.value

    def advance(self, name):
        return self.font["hmtx"][name][0]


def reference_face(base_font):
    """ABCDEF+LiberationSerif-Bold -> the installed face of that style."""
    style = base_font.split("+")[-1].partition("-")[2] or "Regular"
    folder = next(folder for folder in FONTS if folder.is_dir())
    return Face(TTFont(folder / f"LiberationSerif-{style}.ttf"))


class Document:
    """Objects of a PDF."""

    def __init__(self, path):
        self.path = path
        text, _ = run("qpdf", "--json=2", "--json-key=qpdf", str(path))
        self.objects = json.loads(text)["qpdf"][1]

    def get(self, reference):
        """The value behind a reference, or the value itself."""
        if isinstance(reference, str) and re.fullmatch(r"\d+ \d+ R", reference):
            found = self.objects[f"obj:{reference}"]
            return found["value"] if "value" in found else found["stream"]["dict"]
        return reference

    def stream(self, reference):
        done = subprocess.run(["qpdf", f"--show-object={reference.split()[0]}", "--filtered-stream-data", self.path],
                              capture_output=True, check=True)
        return done.stdout

    def fonts(self):
        """The embedded Type0 fonts by their name: (face, widths by glyph id)."""
        found = {}
        for item in self.objects.values():
            font = item.get("value")
            if not isinstance(font, dict) or font.get("/Subtype") != "/Type0":
                continue
            descendant = self.get(self.get(font["/DescendantFonts"])[0])
            descriptor = self.get(descendant["/FontDescriptor"])
            if "/FontFile2" not in descriptor:
                continue
            if descendant.get("/CIDToGIDMap") != "/Identity" or font.get("/Encoding") != "/Identity-H":
                raise ValueError(f"{font['/BaseFont']}: codes are not glyph ids")
            data = self.stream(descriptor["/FontFile2"])
            found[font["/BaseFont"].lstrip("/")] = (Face(TTFont(io.BytesIO(data))), self.widths(descendant))
        return found

    def widths(self, descendant):
        widths, items = {}, list(self.get(descendant["/W"]))
        while items:
            first, second = items.pop(0), self.get(items.pop(0))
            if isinstance(second, list):
                widths.update({first + i: self.get(width) for i, width in enumerate(second)})
            else:
                width = items.pop(0)
                widths.update({glyph: width for glyph in range(first, second + 1)})
        return widths


def drawn_glyphs(path):
    """({(font, character, glyph id)}, what is wrong with how text is drawn)."""
    text, complaints = run("mutool", "draw", "-q", "-F", "trace", str(path))
    faults = [line for line in complaints.splitlines() if not NOT_IMPORTANT.fullmatch(line)]
    drawn = set()
    for number, page in enumerate(re.findall(r"<page .*?</page>", text, re.S), 1):
        width, height = (float(x) for x in re.search(r'mediabox="\S+ \S+ (\S+) (\S+)"', page).groups())
        faults += [f"page {number}: text drawn by {kind}" for kind in
                   re.findall(r"<((?!fill_text)\w*_text) ", page)]
        faults += [f"page {number}: text in colour {colour}" for colour in
                   re.findall(r'<fill_text [^>]*color="([^"]*)"', page) if colour != "0"]
        for font, span in re.findall(r'<span font="([^"]*)"[^>]*>(.*?)</span>', page, re.S):
            for character, glyph, x, y in re.findall(
                    r'<g unicode="([^"]*)" glyph="([^"]*)" x="([^"]*)" y="([^"]*)"', span):
                # A substituted font has names in place of glyph ids.
                drawn.add((font, html.unescape(character), int(glyph) if glyph.isdigit() else -1))
                if not (0 < float(x) < width and 0 < float(y) < height):
                    faults.append(f"page {number}: {character} stands outside the page")
    return drawn, faults


def faults_of(path):
    """Glyphs that are a box, have lost a mark, or are another letter than the text says."""
    drawn, faults = drawn_glyphs(path)
    fonts = Document(path).fonts()
    references = {name: reference_face(name) for name in fonts}
    for font, character, glyph in sorted(drawn):
        told = f"{font}: {character} U+{ord(character[0]):04X}, glyph {glyph}"
        if font not in fonts:
            faults.append(f"{told}: the font is not embedded")
            continue
        (face, widths), reference = fonts[font], references[font]
        name = reference.cmap.get(ord(character))
        if glyph <= 0 or glyph >= len(face.names):
            faults.append(f"{told}: drawn as the box for a missing letter")
        elif name is None:
            faults.append(f"{told}: the installed face has no such letter")
        else:
            faults += [f"{told}: {what}" for what in glyph_faults(face, face.names[glyph], widths.get(glyph),
                                                                   reference, name)]
    if not drawn:
        faults.append("no text is drawn")
    return faults


def glyph_faults(face, name, width, reference, wanted):
    outline = face.outline(name)
    faults = []
    if face.units != reference.units or outline != reference.outline(wanted):
        faults.append("the outline is not the face's" if outline else "nothing is drawn")
    if face.advance(name) != reference.advance(wanted):
        faults.append(f"advance {face.advance(name)}, the face's is {reference.advance(wanted)}")
    advance = reference.advance(wanted) * 1000 / reference.units
    if width is None or abs(width - advance) >= 1:
        faults.append(f"width {width} in the PDF, the face's is {advance:.1f}")
    return faults
