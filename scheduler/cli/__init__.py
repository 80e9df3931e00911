"""The command line of setka: the only part that knows all others, and the only one that prints."""

from __future__ import annotations

import sys


def main() -> None:
    """The ``setka`` command: runs with the arguments of the process and exits with its code."""
    from scheduler.cli.intruder import find_intruders, warn_of

    intruders = find_intruders()
    if intruders:
        warn_of(intruders)
        sys.exit(2)
    from scheduler.cli.app import run

    sys.exit(run(sys.argv[1:]))
