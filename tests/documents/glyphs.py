"""No letter is a box, no mark is lost; and the check would see it if one were."""
import re
import shutil
import subprocess
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

import expected
import pdf_glyphs

LETTER = 0x01A1             # ơ
PLAN = "thai-binh-2021-2025"


def font_folder(program):
    """Where the program has its fonts: beside its folder, or installed."""
    binary = Path(program).resolve()
    for folder in (binary.parent.parent / "share" / "phuluc" / "fonts", binary.parent.parent / "fonts"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no fonts for {binary}")


def with_fonts(program, root, scratch, name, damage):
    """A copy of the program that has other fonts: `damage` is done to each face."""
    place = scratch / name
    shutil.rmtree(place, ignore_errors=True)
    (place / "build" / "plain").mkdir(parents=True)
    shutil.copy(Path(program).resolve(), place / "build" / "plain" / "phuluc")
    shutil.copytree(font_folder(program), place / "build" / "fonts")
    (place / "templates").symlink_to(root / "templates")
    for path in (place / "build" / "fonts").glob("*.ttf"):
        font = TTFont(path)
        damage(font)
        font.save(path)
    return place / "build" / "plain" / "phuluc", place / "out"


def run(program, out, root):
    source = root / "input" / "decisions" / f"{PLAN}.xml"
    return subprocess.run([program, "annex", "-o", out, "--formats", "pdf", source],
                          cwd=root, capture_output=True, text=True, check=False)


def empty_outline(font):
    font["glyf"][font.getBestCmap()[LETTER]] = Glyph()


def lose_mark(font):
    """ơ drawn as o: what a face with a wrong composite does. The advance stays."""
    glyf, cmap = font["glyf"], font.getBestCmap()
    glyf[cmap[LETTER]] = glyf[cmap[ord("o")]]


def drop_letter(font):
    for table in font["cmap"].tables:
        table.cmap.pop(LETTER, None)


def letters_made_of(name):
    """ơ and the letters that a face composes from it (ờ, ở …), in one of the program's faces."""
    font = TTFont(name)
    glyf, cmap = font["glyf"], font.getBestCmap()
    found, size = {cmap[LETTER]}, 0
    while size < len(found):
        size = len(found)
        found |= {glyph for glyph in glyf.keys() if glyf[glyph].isComposite()
                  and found & set(glyf[glyph].getComponentNames(glyf))}
    return {chr(code) for code, glyph in cmap.items() if glyph in found}


def seen_faults(program, root, scratch, name, damage):
    """The damaged letters must be reported in each face that draws them, and no other letter."""
    copy, out = with_fonts(program, root, scratch, name, damage)
    done = run(copy, out, root)
    path = out / "annex" / f"{PLAN}.pdf"
    if not path.exists():
        refused = done.returncode >= 2 and f"U+{LETTER:04X}" in done.stderr
        return [] if refused else [f"no PDF and no reason: status {done.returncode}: {done.stderr[:300]}"]
    damaged = {}
    for font, character, _ in pdf_glyphs.drawn_glyphs(path)[0]:
        style = font.split("+")[1].partition("-")[2] or "Regular"
        if character in letters_made_of(font_folder(program) / f"LiberationSerif-{style}.ttf"):
            damaged.setdefault(font, set()).add(character)
    reported = {}
    for fault in pdf_glyphs.faults_of(path):
        font, character = re.match(r"(\S+): (.) U\+", fault).groups()
        reported.setdefault(font, set()).add(character)
    if not damaged or reported != damaged:
        return [f"reported {reported}, expected {damaged}"]
    return []


def refusal_faults(program, root, scratch):
    """A face without a letter that is needed: no PDF, and the finding names the letter."""
    copy, out = with_fonts(program, root, scratch, "no-letter", drop_letter)
    done = run(copy, out, root)
    faults = []
    if done.returncode < 2:
        faults.append(f"status {done.returncode}")
    if list(out.glob("**/*.pdf")):
        faults.append("a PDF was made")
    if f"U+{LETTER:04X}" not in done.stderr:
        faults.append(f"U+{LETTER:04X} is not named: {done.stderr[:300]}")
    return faults


def boxed_faults(path, scratch):
    """A PDF in which one letter is drawn as the box for a missing one must be reported."""
    plain, boxed = scratch / "plain.pdf", scratch / "boxed.pdf"
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, plain], check=True)
    data = plain.read_bytes()
    shown = re.search(rb"<([0-9a-fA-F]{4})[0-9a-fA-F]*> Tj", data)
    boxed.write_bytes(data[:shown.start(1)] + b"0000" + data[shown.end(1):])
    reported = [fault for fault in pdf_glyphs.faults_of(boxed) if "box" in fault]
    untouched = pdf_glyphs.faults_of(plain)
    return ([] if len(reported) == 1 else [f"reported {reported}"]) + untouched


def check_all(checks, folder, program, root, scratch):
    for plan in expected.plans():
        checks.run(f"glyphs {plan}: each is the face's own", pdf_glyphs.faults_of, folder / f"{plan}.pdf")
    checks.run("glyphs: a letter drawn as a box is found", boxed_faults, folder / f"{PLAN}.pdf", scratch)
    checks.run("glyphs: a letter that is blank is found", seen_faults, program, root, scratch, "blank", empty_outline)
    checks.run("glyphs: a lost mark is found", seen_faults, program, root, scratch, "lost-mark", lose_mark)
    checks.run("glyphs: a face without a letter is refused", refusal_faults, program, root, scratch)
