"""The process that parses large and risky content for `_guard`; it ends with its input."""

import sys
import warnings

from tocsin.collect._formats import FORMATS
from tocsin.collect._guard import answer_one

if sys.platform != "win32":
    import resource

READY = b"ready\n"


def main() -> None:
    """Answer requests until there are none."""
    warnings.simplefilter("ignore")
    if sys.platform != "win32":
        most = int(sys.argv[1])
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    formats = {name: FORMATS.make(name) for name in FORMATS}
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    answers.write(READY)
    answers.flush()
    while answer_one(sys.stdin.buffer, answers, formats):
        pass


if __name__ == "__main__":
    main()
