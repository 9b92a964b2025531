"""A file that is there when the folder is listed and gone when its turn comes."""

import os
import subprocess
import time

from behaviour import ROOT, REFUSED, Wrong, check, check_equal, read, write

GOOD = os.path.join(ROOT, "tests", "reject", "good", "good.xml")
SLOW = 12 * 1024 * 1024  # bytes of a file that takes the program so long that we can act meanwhile


def children(pid):
    try:
        return [int(word) for word in read(f"/proc/{pid}/task/{pid}/children").split()]
    except OSError:
        return []


def grown(pid):
    """True once the process, or one it has started, holds the large file in memory: all names are listed by then."""
    try:
        pages = int(read(f"/proc/{pid}/statm").split()[1])
    except OSError:
        return False
    return pages * os.sysconf("SC_PAGE_SIZE") > SLOW + (16 << 20) or any(grown(child) for child in children(pid))


def a_file_that_vanishes_is_told_and_the_others_are_made(program, box):
    box.copy(GOOD, "input", "good.xml")
    row = "<x>Kế hoạch phát triển thương mại điện tử</x>\n"
    write(box.at("input", "a-slow.xml"), "<?xml version='1.0'?>\n<x>\n" + row * (SLOW // len(row.encode())) + "</x>\n")
    write(box.at("input", "z-gone.xml"), read(GOOD).replace('id="good"', 'id="gone"'))
    environment = dict(os.environ, ASAN_OPTIONS="exitcode=99", PHULUC_LANG="vi")
    process = subprocess.Popen([program.path, "annex", "-o", "out", "--formats", "txt", "input"], cwd=box.path,
                               env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while process.poll() is None and not grown(process.pid):
        time.sleep(0.0005)
    os.remove(box.at("input", "z-gone.xml"))
    stdout, stderr = process.communicate(timeout=120)
    lines = stderr.decode().splitlines()
    if len(lines) == 1:
        raise Wrong("the program was done with the folder before the file could be removed: make SLOW larger")
    check_equal((process.returncode, stdout), (REFUSED, b""), "status and stdout")
    check_equal(lines[1:], ["input/z-gone.xml: tệp không còn ở đó khi đến lượt đọc: đặt lại tệp vào chỗ cũ, hoặc chạy lại "
                            "khi đã chép xong [lỗi IN-002]"], "stderr")
    check(lines[0].startswith("input/a-slow.xml:2: "), lines[0])
    check_equal(box.files("out", "annex"), ["good.txt"], "files")
