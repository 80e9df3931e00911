"""The command line of setka: the only part that knows all others, and the only one that prints."""

from __future__ import annotations

import signal
import sys


def main() -> None:
    """The ``setka`` command: runs with the arguments of the process and exits with its code."""
    try:
        code = _run()
    except KeyboardInterrupt:  # before the command has begun, or once more while it gives up
        sys.stderr.write("Прервано. Interrupted.\n")
        code = 3
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # nothing is left to interrupt
    sys.exit(code)


def _run() -> int:
    from scheduler.cli.intruder import find_intruders, warn_of

    intruders = find_intruders()
    if intruders:
        warn_of(intruders)
        return 2
    from scheduler.cli.app import run

    return run(sys.argv[1:])
