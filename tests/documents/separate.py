"""--separate: each annex in a file of its own, nothing dropped, room for number and time of signing."""
import shutil
import subprocess

import expected
import pdf_tables
import pdfs

MM = 72 / 25.4
TOP_MARGIN = 20 * MM
SIGN_ROOM = 14 * MM
BAR = "\n" + "=" * 78 + "\n\n"

# The annexes that each decision issues, what is put together from its text, and what belongs to them all.
PARTS = {
    "ba-ria-vung-tau-2021-2025": ["01-bang-tong-hop-1", "02-bang-tong-hop-2", "03-ghi-chu"],
    "binh-dinh-2021-2025": ["01-bang-tong-hop-1", "02-bang-tong-hop-2", "03-ghi-chu"],
    "dak-nong-2021-2025": ["01-bang-tong-hop-1", "02-bang-tong-hop-2", "03-ghi-chu"],
    "dong-nai-2021-2025": ["01-phu-luc", "02-bang-tong-hop-1", "03-ghi-chu"],
    "thai-binh-2021-2025": ["01-phu-luc-i", "02-phu-luc-ii", "03-bang-tong-hop-1", "04-bang-tong-hop-2",
                            "05-ghi-chu"],
}


def is_issued(part):
    """Only what the decision issues as its annex is signed with it."""
    return "-phu-luc" in part


def make(program, root, out):
    done = subprocess.run([program, "annex", "--separate", "-o", out, "--formats", "xlsx,pdf,txt,html,docx",
                           "input/decisions"], cwd=root, capture_output=True, text=True, check=False)
    return [] if done.returncode <= 1 else [f"status {done.returncode}", *done.stderr.splitlines()]


def name_faults(folder):
    found = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    wanted = sorted(f"{plan}/{part}.{suffix}" for plan, parts in PARTS.items() for part in parts
                    for suffix in ("docx", "html", "pdf", "txt", "xlsx"))
    return [f"{name}: is there, but should not be" for name in found if name not in wanted] + \
           [f"{name}: missing" for name in wanted if name not in found]


def dropped_faults(whole, parts):
    """The texts of the files, put together, are the text of the one file."""
    texts = [part.read_text().rsplit("\n\n", 1)[0] + "\n" for part in parts]
    foot = whole.read_text().rsplit("\n\n", 1)[1]
    faults = [f"{part.name}: another control line" for part in parts if not part.read_text().endswith("\n\n" + foot)]
    if BAR.join(texts) + "\n" + foot != whole.read_text():
        faults.append("the files together do not say what the one file says")
    return faults


def first_page_faults(path, issued):
    """What stands between the margins of the first page begins under the room for signing, and not far under it."""
    top = min(word.top for word in pdf_tables.words_of(path)[0][0])
    begin = TOP_MARGIN + (SIGN_ROOM if issued else 0)
    return [] if begin - 0.5 <= top <= begin + 8 else [f"{path.name}: begins at {top:.1f} pt, expected {begin:.1f}"]


def check_all(checks, whole, program, root, scratch):
    out = scratch / "separate"
    folder = out / "annex"
    checks.run("separate: the program makes the files", make, program, root, out)
    checks.run("separate: names", name_faults, folder)
    flat = scratch / "separate-pdf"
    flat.mkdir()
    for plan in expected.plans():
        parts = [folder / plan / part for part in PARTS[plan]]
        checks.run(f"separate {plan}: nothing dropped", dropped_faults, whole / f"{plan}.txt",
                   [part.with_suffix(".txt") for part in parts])
        for part in parts:
            pdf = part.with_suffix(".pdf")
            checks.run(f"separate {plan}: room for signing in {pdf.name}", first_page_faults, pdf,
                       is_issued(part.name))
            with_tables = [page for page in pdf_tables.read(pdf)[1] if page.grid]  # a page of notes alone has no head
            checks.run(f"separate {plan}: page numbers of {pdf.name}", pdfs.number_faults, with_tables)
            shutil.copy(pdf, flat / f"{plan}.{pdf.name}")
    names = sorted(path.name for path in flat.iterdir())
    answers = pdfs.preflight(flat, names)
    for name in names:
        checks.that(f"separate {name}: valid PDF/A-1b", answers[name])
