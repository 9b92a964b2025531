"""--signature: the signer of each decision under its last annex, or under each with --separate; never under other tables."""
import subprocess

from openpyxl import load_workbook

import expected
import pdf_tables
from separate import PARTS, is_issued

MM = 72 / 25.4

# As the decisions print them at their end.
SIGNERS = {
    "ba-ria-vung-tau-2021-2025": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Ngọc Khanh"],
    "binh-dinh-2021-2025": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Phi Long"],
    "dak-nong-2021-2025": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Xuân Hải"],
    "dong-nai-2021-2025": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Vĩnh"],
    "thai-binh-2021-2025": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Quang Hưng"],
}


def make(program, root, out, *options):
    done = subprocess.run([program, "annex", "--signature", *options, "-o", out, "--formats", "xlsx,pdf,txt,html",
                           "input/decisions"], cwd=root, capture_output=True, text=True, check=False)
    return [] if done.returncode <= 1 else [f"status {done.returncode}", *done.stderr.splitlines()]


def pages_signed(pages, signer):
    """Numbers of the pages with the lines of the signature one under the other, from 1, and the words of the last line."""
    found = []
    for number, words in enumerate(pages, 1):
        lines = [" ".join(w.text for w in line) for line in by_line(words)]
        if any(lines[i:i + len(signer)] == signer for i in range(len(lines))):
            found.append(number)
    return found


def by_line(words):
    lines = []
    for word in sorted(words, key=lambda word: (round(word.top), word.left)):
        if lines and abs(lines[-1][-1].top - word.top) < 3:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def place_faults(words, signer, width):
    """On the right half, centred in it, with 25 mm at least between position and name, and two lines before it."""
    lines = by_line(words)
    texts = [" ".join(w.text for w in line) for line in lines]
    first = next(i for i in range(len(texts)) if texts[i:i + len(signer)] == signer)
    wanted = (30 * MM + width - 20 * MM) / 2 / 2 + (width - 20 * MM) / 2
    faults = [f"“{texts[i]}” stands off the middle of the right half" for i in range(first, first + len(signer))
              if abs((lines[i][0].left + lines[i][-1].right) / 2 - wanted) > 1]
    room = lines[first + len(signer) - 1][0].top - lines[first + len(signer) - 2][0].bottom
    if room < 25 * MM - 3:
        faults.append(f"{room:.0f} pt for the signature")
    body = [text for text in texts[:first] if not text.isdigit()]
    return faults + ([] if len(body) >= 2 else ["stands alone on its page"])


def whole_faults(base, plan):
    """Once in the file: where the last annex that the decision issues ends. Nowhere if it issues none."""
    annexes, _, _ = pdf_tables.read(base.with_suffix(".pdf"))
    pages = pdf_tables.words_of(base.with_suffix(".pdf"))[0]
    signed, issued = pages_signed(pages, SIGNERS[plan]), sum(is_issued(part) for part in PARTS[plan])
    if not issued:
        return [f"signed on pages {signed}, but the decision issues no annex"] if signed else []
    last, following = max(annexes[issued - 1].pages), min(annexes[issued].pages)
    if len(signed) != 1 or not last <= signed[0] < following:
        return [f"signed on pages {signed}, the last annex ends on page {last}"]
    return place_faults(pages[signed[0] - 1], SIGNERS[plan], 297 * MM)  # both of them stand across the paper


def part_faults(base, plan, issued):
    pages = pdf_tables.words_of(base.with_suffix(".pdf"))[0]
    signed = pages_signed(pages, SIGNERS[plan])
    wanted = [len(pages)] if issued else []
    return [] if signed == wanted else [f"{base.name}: signed on pages {signed}, expected {wanted}"]


def other_faults(base, plan):
    """Workbook, text and page have the lines once, in order; none of them if the decision issues no annex."""
    wanted = int(any(is_issued(part) for part in PARTS[plan]))
    book = load_workbook(base.with_suffix(".xlsx"))
    texts = [str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value]
    faults = [f"{base.name}.xlsx: “{line}” {texts.count(line)} times" for line in SIGNERS[plan]
              if texts.count(line) != wanted]
    for suffix in (".txt", ".html"):
        text = base.with_suffix(suffix).read_text()
        places = [text.find(line) for line in SIGNERS[plan]]
        in_order = -1 not in places and places == sorted(places)
        if in_order != bool(wanted) or text.count(SIGNERS[plan][-1]) != wanted:
            faults.append(f"{base.name}{suffix}: signature at {places}")
    return faults


def check_all(checks, whole, program, root, scratch):
    out, parts = scratch / "signature", scratch / "signature-separate"
    checks.run("signature: the program makes the documents", make, program, root, out)
    checks.run("signature: the same, separate", make, program, root, parts, "--separate")
    for plan in expected.plans():
        plain = (whole / f"{plan}.txt").read_text()
        checks.that(f"signature {plan}: none unless asked for", [plain] if SIGNERS[plan][-1] in plain else [])
        checks.run(f"signature {plan}: under the last annex", whole_faults, out / "annex" / plan, plan)
        checks.run(f"signature {plan}: in the other formats", other_faults, out / "annex" / plan, plan)
        for part in PARTS[plan]:
            checks.run(f"signature {plan}: {part} in a file of its own", part_faults, parts / "annex" / plan / part, plan,
                       is_issued(part))
