"""The command line: every function of tests/cli/*.py with a sentence for a name, each in a folder of its own."""

import glob
import importlib
import inspect
import os

from behaviour import ROOT, Sandbox


def run(function, program):
    with Sandbox() as box:
        function(program, box)


def cases(program, _):
    for path in sorted(glob.glob(os.path.join(ROOT, "tests", "cli", "*.py"))):
        module = importlib.import_module(os.path.splitext(os.path.basename(path))[0])
        for name, function in inspect.getmembers(module, inspect.isfunction):
            is_test = list(inspect.signature(function).parameters) == ["program", "box"] and not name.startswith("_")
            if is_test and function.__module__ == module.__name__:
                title = name.replace("_", " ")
                yield f"cli/{module.__name__}: {title}", lambda function=function: run(function, program)
