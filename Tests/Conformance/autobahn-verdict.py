"""Judges a report of the Autobahn testsuite: autobahn-verdict.py INDEX SECONDS; its last line is the count.

The core is strict: a case passes with OK, or INFORMATIONAL where the suite itself expects nothing, and a clean close.
The large messages of group 9 may take any way that is not a failure.
"""

import json
import sys

CORE = 247
LARGE = 54
STRICT = ("OK", "INFORMATIONAL")
TOLERATED = STRICT + ("NON-STRICT",)


def main() -> int:
    index, seconds = sys.argv[1], int(sys.argv[2])
    try:
        with open(index, encoding="utf-8") as file:
            cases = next(iter(json.load(file).values()), {})
    except (OSError, ValueError):
        cases = {}
    large = {name for name in cases if name.startswith("9.")}
    passed = 0
    for name, case in cases.items():
        allowed = TOLERATED if name in large else STRICT
        if case["behavior"] in allowed and case["behaviorClose"] in allowed:
            passed += 1
        else:
            print(f"{name}: {case['behavior']}, close {case['behaviorClose']}, code {case['remoteCloseCode']}")
    core = len(cases) - len(large)
    print(f"{core} of {CORE} core cases and {len(large)} of {LARGE} large ones were run")
    failed = CORE + LARGE - passed
    print(f"{passed} passed, {failed} failed in {seconds}.0s")
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
