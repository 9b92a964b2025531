"""LibreOffice without a window, its settings in a folder of our own: recalculates every workbook that it loads."""
import shutil
import subprocess
from pathlib import Path

# 0: always; the same for the two kinds of file, so that no cached value is believed.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
    <prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
</oor:items>
"""


def convert(paths, suffix, target, scratch):
    """Copies of documents in another format, in a folder, in one run."""
    profile = Path(scratch).resolve() / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    done = subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", suffix,
         "--outdir", target, *paths], capture_output=True, text=True, check=False, timeout=150)
    missing = [path.name for path in paths if not (target / f"{path.stem}.{suffix}").exists()]
    if missing:
        raise RuntimeError(f"LibreOffice did not write {missing}: {done.stderr[:300]}")


def recalculate(paths, scratch):
    """Copies of the workbooks, calculated anew, in one run; gives the folder that they are in."""
    target = Path(scratch).resolve() / "recalculated"
    shutil.rmtree(target, ignore_errors=True)
    convert(paths, "xlsx", target, scratch)
    return target
