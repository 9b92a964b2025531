"""LibreOffice without a window, its settings in a folder of our own: recalculates every workbook that it loads."""
import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

# 0: always; the same for the two kinds of file, so that no cached value is believed.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop></item>
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
    <prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
</oor:items>
"""

# The module that a new profile has; a macro is put in its place.
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">{source}</script:module>
"""


def _profile(scratch, name, locale):
    profile = Path(scratch).resolve() / name
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS.replace("{locale}", locale), encoding="utf-8")
    return profile


def _run(profile, *words):
    return subprocess.run(["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", *words],
                          capture_output=True, text=True, check=False, timeout=300)


def run_macro(source, call, words, scratch, locale="vi-VN"):
    """Runs a Sub of a Basic file with words, in an office whose settings are those of a country."""
    profile = _profile(scratch, "macro-profile", locale)
    module = profile / "user/basic/Standard/Module1.xba"
    if not module.exists():
        _run(profile, "--terminate_after_init")
    module.write_text(MODULE.replace("{source}", escape(Path(source).read_text(encoding="utf-8"))), encoding="utf-8")
    return _run(profile, f"macro:///Standard.Module1.{call}({','.join(chr(34) + str(word) + chr(34) for word in words)})")


def convert(paths, suffix, target, scratch):
    """Copies of documents in another format, in a folder, in one run."""
    done = _run(_profile(scratch, "profile", ""), "--convert-to", suffix, "--outdir", target, *paths)
    missing = [path.name for path in paths if not (target / f"{path.stem}.{suffix}").exists()]
    if missing:
        raise RuntimeError(f"LibreOffice did not write {missing}: {done.stderr[:300]}")


def recalculate(paths, scratch):
    """Copies of the workbooks, calculated anew, in one run; gives the folder that they are in."""
    target = Path(scratch).resolve() / "recalculated"
    shutil.rmtree(target, ignore_errors=True)
    convert(paths, "xlsx", target, scratch)
    return target
