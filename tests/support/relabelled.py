"""A decision of input/ whose activities have other labels, and its annex."""
import re
import subprocess

MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def _escaped(text):
    return "".join(MARKUP.get(letter, letter) for letter in text)


def make(program, root, folder, form, plan, labels):
    """labels: activity -> label, each of them in the plan once. The file made, which may end with warnings."""
    text = (root / "input" / "decisions" / f"{plan}.xml").read_text(encoding="utf-8")
    for activity, label in labels.items():
        pattern = re.compile(rf'(<activity id="{activity}"[^>]*title=")[^"]*')
        text, count = pattern.subn(lambda match, label=label: match.group(1) + _escaped(label), text)
        if count != 1:
            raise ValueError(f"{plan}.xml has {count} activities {activity}")
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / "relabelled.xml"
    source.write_text(text, encoding="utf-8")
    done = subprocess.run([program, "annex", "-o", folder, "--formats", form, source], cwd=root, capture_output=True,
                          text=True, check=False)
    if done.returncode > 1:
        raise RuntimeError(f"status {done.returncode}: {done.stderr[:300]}")
    return folder / "annex" / f"{plan}.{form}"
