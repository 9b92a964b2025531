"""One line a check, and the count at the end."""
import sys
import traceback

MOST_DETAILS = 12


def broken(error):
    return [f"{type(error).__name__}: {error}", *traceback.format_exc(limit=-2).splitlines()]


class Checks:
    def __init__(self):
        self.passed = self.failed = 0

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
            faults = broken(error)
        self.that(name, faults)

    def stage(self, function, *arguments):
        """A group of checks. What breaks it off is one more failed check."""
        try:
            function(self, *arguments)
        except Exception as error:  # pylint: disable=broad-except
            self.that(f"{function.__module__}: the rest of the checks", broken(error))

    def finish(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0
