"""Pages as Chromium shows them: on a desk, on a phone, on paper, and to a screen reader."""
import re
import struct
import subprocess
import tempfile
import zlib

import expected
from browser import Browser
from page import Page

DESK, PHONE = (1280, 900), (390, 844)
A4 = {(595, 842), (842, 595)}
LEAST_INK, MOST_INK = 0.005, 0.4
LEAST_CONTRAST = 4.5  # WCAG 2, 1.4.3
LONGEST_WORD = 10

CONTRAST = """
(() => {
  const parts = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = color => { const [r, g, b] = parts(color).map(v => v / 255).map(
    v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = element => { for (; element; element = element.parentElement) {
    const color = getComputedStyle(element).backgroundColor, alpha = parts(color)[3];
    if (alpha === undefined || alpha === 1) return color; } return "rgb(255, 255, 255)"; };
  const found = {};
  for (const element of document.body.querySelectorAll("*")) {
    if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    const color = getComputedStyle(element).color, back = ground(element);
    const [a, b] = [light(color), light(back)];
    found[color + " on " + back] = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }
  return found;
})()"""

# A cell whose content is wider than the cell; a remark's number may stand in the margin.
CUT = """
[...document.querySelectorAll("td, th")].filter(cell => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const box = cell.getBoundingClientRect();
  return [...range.getClientRects()].some(part => part.right > box.right + 1 || part.left < box.left - 1);
}).map(cell => cell.innerText)"""

# Columns whose integer digits do not end in one place, as where 590 stands under 244,5.
RAGGED = """
(() => {
  const ends = {};
  for (const data of document.querySelectorAll("td.r data, th.r data")) {
    const cell = data.closest("td, th"), text = data.firstChild, digits = /^.*?(?=,)|^.*\\d/.exec(text.data);
    if (cell.colSpan > 1) continue;
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(text, digits ? digits[0].length : text.length);
    const column = data.closest("section").id + " " + Math.round(cell.getBoundingClientRect().right);
    (ends[column] ??= []).push([range.getBoundingClientRect().right, text.data]);
  }
  return Object.entries(ends).filter(([, found]) => {
    const places = found.map(([end]) => end);
    return Math.max(...places) - Math.min(...places) > 3; // bold decimals are wider
  }).map(([column, found]) => column + ": " + found.map(([end, text]) => text + " at " + end.toFixed(1)).join(", "));
})()"""

HEADS_IN_SIGHT = """
[...document.querySelectorAll("section")].map(section => {
  const row = [...section.querySelectorAll("tbody tr")].pop(), head = section.querySelector("thead");
  row.scrollIntoView({block: "end"});
  const box = head.getBoundingClientRect();
  return box.top >= -1 && box.bottom <= innerHeight ? "" : section.id;
}).filter(id => id)"""

# Labels that stay in sight while their table is scrolled, without their head over them.
# The name of a group stands over the whole table: it is under no one head.
LABELS_WITHOUT_HEAD = """
[...document.querySelectorAll("section")].filter(section => {
  const box = section.querySelector(".scroll");
  box.scrollLeft = 9999;
  const label = [...section.querySelectorAll("tbody th")].find(
    th => th.colSpan === 1 && getComputedStyle(th).position === "sticky");
  if (!label) return false;
  const at = label.getBoundingClientRect(), above = [...section.querySelectorAll("thead th")].find(
    th => Math.abs(th.getBoundingClientRect().left - at.left) < 1 && th.getBoundingClientRect().width >= at.width - 1);
  box.scrollLeft = 0;
  return !above;
}).map(section => section.id)"""

FOCUS = """
[...document.querySelectorAll("details")].forEach(details => { details.open = true; }) ||
[...document.querySelectorAll("a, [tabindex]")].filter(element => {
  element.focus({focusVisible: true});
  const style = getComputedStyle(element);
  return document.activeElement !== element || style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2;
}).map(element => element.outerHTML.slice(0, 80))"""


# ---- pictures ----

def unfilter(kind, line, above, width):
    """One line of a PNG, in place."""
    for i, value in enumerate(line):
        left = line[i - width] if i >= width else 0
        up = above[i]
        if kind == 4:
            corner = above[i - width] if i >= width else 0
            guess = left + up - corner
            best = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]
        else:
            best = (0, left, up, (left + up) // 2)[kind]
        line[i] = (value + best) & 255


def ink(png):
    """The share of the picture's points that are dark."""
    width, height, depth, colour = struct.unpack(">IIBB", png[16:26])
    if depth != 8 or colour not in (2, 6):
        raise ValueError(f"PNG of depth {depth} and colour type {colour}")
    data, at = b"", 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at:at + 8])
        if kind == b"IDAT":
            data += png[at + 8:at + 8 + length]
        at += length + 12
    data, size = zlib.decompress(data), 3 if colour == 2 else 4
    stride, above, dark = width * size, bytes(width * size), 0
    for y in range(height):
        start = y * (stride + 1)
        line = bytearray(data[start + 1:start + 1 + stride])
        if data[start]:
            unfilter(data[start], line, above, size)
        dark += sum(1 for red in line[::size] if red < 128)
        above = line
    return dark / (width * height)


# ---- what is asked of every width ----

def shown_faults(browser, page, picture, size):
    faults = []
    share = ink(picture)
    if not LEAST_INK < share < MOST_INK:
        faults.append(f"{share:.2%} of the picture is dark")
    dom = browser.value("document.documentElement.outerHTML")
    found, wanted = len(re.findall(r"<t[dh][ >]", dom)), len(page.root.all("td", "th"))
    if found != wanted or not wanted:
        faults.append(f"{found} cells, expected {wanted}")
    across = browser.value("document.documentElement.scrollWidth")
    if across > size[0]:
        faults.append(f"the page is {across} px wide")
    faults += [f"not aligned on the comma: {column}" for column in browser.value(RAGGED)]
    return faults + [f"cut: {text}" for text in browser.value(CUT)]


def quiet_faults(browser, path):
    asked = [address for address in browser.requests() if address != f"file://{path}"]
    return [f"asks for {address}" for address in asked] + browser.complaints()


def contrast_faults(browser):
    return [f"{colours}: {ratio:.2f}" for colours, ratio in browser.value(CONTRAST).items() if ratio < LEAST_CONTRAST]


# What every element of the page is drawn with; as a reader has it who wants dark pages, and on that reader's paper.
COLOURS = """
[...new Set([document.body, ...document.body.querySelectorAll("*")].map(element => {
  const style = getComputedStyle(element);
  return [style.color, style.backgroundColor, style.filter].join(" / ");
}))]"""


def dark_faults(browser):
    """Light on dark, as legible as dark on light; paper stays white."""
    dark = [{"name": "prefers-color-scheme", "value": "dark"}]
    browser.call("Emulation.setEmulatedMedia", media="print")
    light = browser.value(COLOURS)
    browser.call("Emulation.setEmulatedMedia", media="print", features=dark)
    faults = [] if browser.value(COLOURS) == light else ["printed with other colours"]
    browser.call("Emulation.setEmulatedMedia", media="screen", features=dark)
    ground = browser.value("getComputedStyle(document.body).backgroundColor")
    faults += [] if max(map(int, re.findall(r"\d+", ground)[:3])) < 64 else [f"dark pages are {ground}"]
    faults += contrast_faults(browser)
    browser.call("Emulation.setEmulatedMedia", media="", features=[])
    return faults


def skip_faults(browser):
    """The first stop of the keyboard is a link, seen then, behind the navigation."""
    for kind in ("keyDown", "keyUp"):
        browser.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    found = browser.value("""(() => {
      const link = document.activeElement, box = link.getBoundingClientRect();
      return [link.className, link.hash ? document.getElementById(link.hash.slice(1))?.tagName : "", box.left, box.height];
    })()""")
    return [] if found[:2] == ["skip", "MAIN"] and found[2] >= 0 and found[3] > 10 else [f"first stop: {found}"]


# ---- to a screen reader ----

def heard_faults(browser, page):
    """Chromium's accessibility tree: tables and boxes with names, heads as heads."""
    nodes = [node for node in browser.call("Accessibility.getFullAXTree")["nodes"] if not node["ignored"]]
    names = {}
    for node in nodes:
        names.setdefault(node["role"]["value"], []).append(node.get("name", {}).get("value", "").strip())
    heads, faults = page.root.all("th"), []
    wanted = {"table": len(page.root.all("table")), "region": len(page.root.all("table")), "navigation": 1, "main": 1,
              "columnheader": sum(th.get("scope") in ("col", "colgroup") for th in heads),
              "rowheader": sum(th.get("scope") in ("row", "rowgroup") for th in heads)}
    for role, count in wanted.items():
        if len(names.get(role, [])) != count:
            faults.append(f"{len(names.get(role, []))} of role {role}, expected {count}")
    return faults + [f"a {role} without a name" for role in ("table", "region", "navigation", "link", "columnheader")
                     for name in names.get(role, []) if not name]


# ---- on paper ----

def said_by(tool, *arguments):
    return subprocess.run([tool, *arguments], capture_output=True, text=True, check=True).stdout


def sheets_of(pdf, path):
    """The text of each sheet."""
    path.write_bytes(pdf)
    return said_by("pdftotext", "-layout", path, "-").split("\f")[:-1]


def sheet_faults(sheets, path, page):
    told = said_by("pdfinfo", "-l", "-1", path)
    sizes = {(round(float(w)), round(float(h))) for w, h in re.findall(r"size: +([\d.]+) x ([\d.]+)", told)}
    faults = [f"sheets of {size}" for size in sizes if size not in A4]
    code = page.root.one("footer").text().strip()
    faults += [f"sheet {number}: no control line" for number, text in enumerate(sheets, 1) if code not in text]
    faults += [f"sheet {number}: nothing but the control line" for number, text in enumerate(sheets, 1)
               if not re.search(r"[^\W\d]", text.replace(code, ""))]
    printed = "".join(sheets)
    # A word may go on in the next line of its cell after a sign, and anywhere if it is longer than a cell is wide.
    words = {word[:LONGEST_WORD] for grid in page.tables().values() for row in grid.texts() for text in row
             for word in re.findall(r"\w+", text)}
    return faults + [f"not printed: {word}" for word in sorted(words) if word not in printed]


def head_faults(sheets, page):
    """A sheet that holds rows of a table has its head."""
    labels = ["".join(grid.heads()[0].split()).casefold() for grid in page.tables().values()]
    faults = []
    for number, sheet in enumerate(sheets, 1):
        words = [word.casefold() for word in sheet.split()]
        rows = len(re.findall(r"^ *\d+ {2,}\S", sheet, re.M))
        if rows > 2 and not any(label in words for label in labels):
            faults.append(f"sheet {number}: {rows} rows without a head")
    return faults


def check_page(checks, browser, plan, path, scratch):
    page = Page(path)
    browser.open(path, *PHONE, True)  # of a page that nothing was done to: where Tab goes on from depends on it
    checks.run(f"{plan}: the keyboard skips the navigation", skip_faults, browser)
    browser.open(path, *DESK)
    pdf = scratch / f"{plan}.pdf"
    sheets = sheets_of(browser.pdf(), pdf)
    checks.run(f"{plan}: printed", sheet_faults, sheets, pdf, page)
    checks.run(f"{plan}: heads on every sheet", head_faults, sheets, page)
    for name, size, phone in (("desk", DESK, False), ("phone", PHONE, True)):
        browser.open(path, *size, phone)
        picture = browser.screenshot()
        (scratch / f"{plan}-{name}.png").write_bytes(picture)
        checks.run(f"{plan}: shown on a {name}", shown_faults, browser, page, picture, size)
        checks.run(f"{plan}: contrast on a {name}", contrast_faults, browser)
        checks.run(f"{plan}: heads stay in sight on a {name}", browser.value, HEADS_IN_SIGHT)
        checks.run(f"{plan}: labels keep their head on a {name}", browser.value, LABELS_WITHOUT_HEAD)
        checks.run(f"{plan}: dark on a {name}", dark_faults, browser)
        checks.run(f"{plan}: quiet on a {name}", quiet_faults, browser, path)
    checks.run(f"{plan}: focus is seen", browser.value, FOCUS)
    checks.run(f"{plan}: to a screen reader", heard_faults, browser, page)
    again = sheets_of(browser.pdf(), scratch / f"{plan}-phone.pdf")
    checks.that(f"{plan}: printed from a scrolled phone, the same", [] if again == sheets else ["other text or places"])


def check_all(checks, folder, scratch):
    with tempfile.TemporaryDirectory(dir=scratch, ignore_cleanup_errors=True) as profile, Browser(profile) as browser:
        for plan in expected.plans():
            check_page(checks, browser, plan, folder / f"{plan}.html", scratch)
