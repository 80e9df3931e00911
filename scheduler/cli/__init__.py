"""The command line of setka: the only part that knows all others, and the only one that prints."""

from __future__ import annotations

import signal
import sys
from types import FrameType


def main() -> None:
    """The ``setka`` command: runs with the arguments of the process and exits with its code."""
    signal.signal(signal.SIGTERM, _as_ctrl_c)
    try:
        code = _run()
    except KeyboardInterrupt:  # before the command has begun, or once more while it gives up
        sys.stderr.write("Прервано. Interrupted.\n")
        code = 3
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # nothing is left to interrupt
    sys.exit(code)


def _as_ctrl_c(_: int, frame: FrameType | None) -> None:
    """Whoever ends the program from outside gets what Ctrl-C gives: the best plan so far, and no litter."""
    listener = signal.getsignal(signal.SIGINT)
    if callable(listener):
        listener(signal.SIGINT, frame)
    else:  # Ctrl-C is ignored, as in the background of a shell
        raise KeyboardInterrupt


def _run() -> int:
    from scheduler.cli.intruder import find_intruders, warn_of

    intruders = find_intruders()
    if intruders:
        warn_of(intruders)
        return 2
    from scheduler.cli.app import run

    return run(sys.argv[1:])
