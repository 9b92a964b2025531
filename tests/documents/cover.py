"""--cover: the head of each decision on a first page, laid out as Nghị định 30/2020/NĐ-CP has it; positions measured."""
import subprocess

from openpyxl import load_workbook

import expected
import pdf_tables
import pdfs

MM = 72 / 25.4
LEFT, RIGHT = 30 * MM, (210 - 20) * MM  # margins of NĐ 30, Phụ lục I, I.4
SPLIT = LEFT + 0.4 * (RIGHT - LEFT)
TITLE = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]

# Issuer, number and date as the decisions print them, from their texts; Bình Định's copy has no number, day and place.
HEADS = {
    "ba-ria-vung-tau-2021-2025": (["CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "TỈNH BÀ RỊA – VŨNG TÀU"], "Số: 93/QĐ-UBND",
                                  "Bà Rịa – Vũng Tàu, ngày 14 tháng 01 năm 2021"),
    "binh-dinh-2021-2025": (["ỦY BAN NHÂN DÂN", "TỈNH BÌNH ĐỊNH"], "Số: …/QĐ-UBND", "ngày … tháng … năm 2020"),
    "dak-nong-2021-2025": (["ỦY BAN NHÂN DÂN", "TỈNH ĐẮK NÔNG"], "Số: 1364/QĐ-UBND",
                           "Đắk Nông, ngày 10 tháng 9 năm 2020"),
    "dong-nai-2021-2025": (["ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG NAI"], "Số: 4025/QĐ-UBND",
                           "Đồng Nai, ngày 28 tháng 10 năm 2020"),
    "thai-binh-2021-2025": (["CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "TỈNH THÁI BÌNH"], "Số: 3192/QĐ-UBND",
                            "Thái Bình, ngày 18 tháng 11 năm 2020"),
}


def make(program, root, out):
    done = subprocess.run([program, "annex", "--cover", "-o", out, "--formats", "xlsx,pdf,txt,html", "input/decisions"],
                          cwd=root, capture_output=True, text=True, check=False)
    return [] if done.returncode <= 1 else [f"status {done.returncode}", *done.stderr.splitlines()]


# ---- PDF ----

def lines_of(words):
    """(text, left, top, right) of each line, from the top."""
    lines = []
    for word in sorted(words, key=lambda word: (round(word.top), word.left)):
        if lines and abs(lines[-1][-1].top - word.top) < 3:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [(" ".join(w.text for w in line), line[0].left, line[0].top, line[-1].right) for line in lines]


def centre_fault(line, left, right):
    text, begin, _, end = line
    off = (begin + end) / 2 - (left + right) / 2
    return [] if abs(off) < 1 else [f"“{text}” stands {off:.1f} pt off the middle of its side"]


def side_faults(lines, wanted, left, right):
    found = [line[0] for line in lines]
    if found != wanted:
        return [f"reads {found}, expected {wanted}"]
    return [fault for line in lines for fault in centre_fault(line, left, right)]


def head_faults(path, plan):
    organ, number, date = HEADS[plan]
    words = pdf_tables.words_of(path)[0][0]
    title = next(word for word in words if word.text == "QUYẾT")
    head = [word for word in words if word.bottom < title.top]
    left = lines_of([word for word in head if word.right < SPLIT])
    right = lines_of([word for word in head if word.left > SPLIT])
    faults = side_faults(left, organ + [number], LEFT, SPLIT) + side_faults(right, TITLE + [date], SPLIT, RIGHT)
    if len(left) + len(right) != len(organ) + 4:
        return faults
    if abs(left[-1][2] - right[-1][2]) > 1:
        faults.append("number and date do not stand on one line")
    if abs(left[0][2] - right[0][2]) > 1:
        faults.append("issuer and Quốc hiệu do not begin on one line")
    return faults + rule_faults(path, left[-2], right[1])


def rule_faults(path, organ, motto):
    """Under Tiêu ngữ as long as the line; under the issuer a third to a half of it, in its middle (NĐ 30, II.1, II.2)."""
    faults = []
    for line, least, most in ((organ, 1 / 3, 1 / 2), (motto, 0.99, 1.01)):
        text, begin, top, end = line
        near = [rule for rule in pdf_tables.drawn_of(path)[0].across
                if begin - 1 <= rule[1] and rule[2] <= end + 1 and top < rule[0] < top + 25]
        if len(near) != 1:
            faults.append(f"{len(near)} rules under “{text}”")
        elif not least <= (near[0][2] - near[0][1]) / (end - begin) <= most:
            faults.append(f"the rule under “{text}” is {near[0][2] - near[0][1]:.1f} pt long")
    return faults


# ---- the other formats ----

def sheet_faults(path, plan):
    book = load_workbook(path)
    texts = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value}
    organ, number, date = HEADS[plan]
    return [f"the first sheet lacks “{text}”" for text in [*TITLE, *organ, number, date, "QUYẾT ĐỊNH"]
            if text not in texts]


def text_faults(path, plan):
    organ, number, date = HEADS[plan]
    text = path.read_text()
    return [f"lacks “{part}”" for part in [*TITLE, *organ, number, date, "QUYẾT ĐỊNH"] if part not in text]


def check_all(checks, _, program, root, scratch):
    out = scratch / "cover"
    checks.run("cover: the program makes the documents", make, program, root, out)
    for plan in expected.plans():
        base = out / "annex" / plan
        pdf = base.with_suffix(".pdf")
        checks.run(f"cover {plan}: the head where it belongs", head_faults, pdf, plan)
        checks.run(f"cover {plan}: the same in the workbook", sheet_faults, base.with_suffix(".xlsx"), plan)
        for suffix in (".txt", ".html"):
            checks.run(f"cover {plan}: the same in {suffix}", text_faults, base.with_suffix(suffix), plan)
    folder = scratch / "cover-pdf"
    folder.mkdir()
    names = []
    for plan in expected.plans():
        (folder / f"{plan}.pdf").write_bytes((out / "annex" / f"{plan}.pdf").read_bytes())
        names.append(f"{plan}.pdf")
    answers = pdfs.preflight(folder, names)
    for name in names:
        checks.that(f"cover {name}: valid PDF/A-1b", answers[name])
