"""Ctrl-C at moments when nothing may be broken off halfway."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def deaf(most: int | None = None) -> Iterator[None]:
    """Overhears Ctrl-C while the block runs: so many times at the most, every time if ``None``.

    Only the main thread hears it anyway; elsewhere nothing changes.
    """
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield
        return
    heard = 0

    def listen(number: int, frame: FrameType | None) -> None:
        nonlocal heard
        heard += 1
        if most is not None and heard > most:
            before(number, frame)

    signal.signal(signal.SIGINT, listen)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
