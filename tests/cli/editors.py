"""What input/README.md says of editors, as far as it can be tried without one."""

import glob
import json
import os
import re
import subprocess
from fnmatch import fnmatch

from behaviour import ROOT, check, check_equal, read

FOLDER = "${workspaceFolder}/"


def _associations():
    block = re.search(r'```json\n(\{\n  "xml\.fileAssociations".*?)```', read(os.path.join(ROOT, "input", "README.md")), re.S)
    return json.loads(block[1])["xml.fileAssociations"]


def _fits(pattern, path):
    """A glob of the language server: ** is any number of folders, * is within one."""
    folders, _, name = pattern.rpartition("/")
    return fnmatch(os.path.basename(path), name) and (folders == "**" or os.path.dirname(path).endswith(folders.removeprefix("**")))


def the_settings_for_an_editor_bind_every_file_of_input_to_one_schema_that_it_fits(program, box):
    bound = {}
    files = glob.glob(os.path.join(ROOT, "input", "**", "*.xml"), recursive=True)
    for path in files:
        schemas = [item["systemId"] for item in _associations() if _fits(item["pattern"], path)]
        check_equal(len(schemas), 1, f"{path}: schemas")
        check(schemas[0].startswith(FOLDER), f"{schemas[0]} is not in the folder that is opened")
        bound.setdefault(os.path.join(ROOT, schemas[0].removeprefix(FOLDER)), []).append(path)
    check_equal(len(bound), 4, "schemas that are used")
    for schema, paths in bound.items():
        done = subprocess.run(["xmllint", "--noout", "--schema", schema, *paths], capture_output=True, text=True, check=False)
        check_equal(done.returncode, 0, done.stderr)
