"""One line a check, and the count at the end."""
import sys
import time
import traceback

MOST_DETAILS = 12


class Checks:
    def __init__(self):
        self.passed = self.failed = 0
        self.start = time.monotonic()

    def that(self, name, faults):
        """A check passes if its list of faults is empty. The faults are strings."""
        faults = [str(fault) for fault in faults]
        if faults:
            self.failed += 1
            print(f"FAILED {name}")
            for fault in faults[:MOST_DETAILS]:
                print(f"       {fault}")
            if len(faults) > MOST_DETAILS:
                print(f"       … and {len(faults) - MOST_DETAILS} more")
        else:
            self.passed += 1
            print(f"ok     {name}")
        sys.stdout.flush()

    def run(self, name, function, *arguments):
        """A check that breaks off has failed, and the others go on."""
        try:
            faults = function(*arguments)
        except Exception as error:  # pylint: disable=broad-except
            faults = [f"{type(error).__name__}: {error}", traceback.format_exc(limit=-2).replace("\n", "\n       ")]
        self.that(name, faults)

    def finish(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0
