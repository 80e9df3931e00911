"""A first plan of every part, made as by hand within seconds, before the search begins."""

from __future__ import annotations

import logging
import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler

from models.network import Network
from models.plan import Plan
from scheduler.engine.by_hand import plan_by_hand
from scheduler.engine.child import as_child
from scheduler.engine.parent import without_ctrl_c
from scheduler.engine.run import NoPlanError

logger = logging.getLogger(__name__)

Keep = Callable[[int, Plan], None]

Wait = Callable[[float], None]


@contextmanager
def sketched(parts: Sequence[Network], keep: Keep) -> Iterator[Wait]:
    """While the block runs, as many processes as there are cores make plans of the parts, the last part
    first: ``keep`` gets the number of each part with its plan, in a thread. Parts without such a plan are
    left out. What it yields waits until all are made, so many seconds at the most."""
    numbered = list(enumerate(parts))[::-1]
    hands = min(len(parts), os.cpu_count() or 1)
    with ExitStack() as stack:
        mails = [stack.enter_context(_drawing(numbered[hand::hands], keep)) for hand in range(hands)]

        def wait(seconds: float) -> None:
            ends = time.monotonic() + seconds
            for mail in mails:
                mail.join(max(0.0, ends - time.monotonic()))

        yield wait


@contextmanager
def _drawing(parts: Sequence[tuple[int, Network]], keep: Keep) -> Iterator[threading.Thread]:
    """The same by one process, in the order given; the thread ends with its last plan."""
    content = ForkingPickler.dumps(parts)
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=draw, args=(there,), daemon=True)
    mail = threading.Thread(target=_exchange, args=(here, content, keep), daemon=True)
    with without_ctrl_c():
        process.start()
    there.close()
    mail.start()
    try:
        yield mail
    finally:
        process.kill()
        process.join()
        mail.join()
        here.close()


def draw(home: Connection) -> None:
    """Entry point of the process: the parts are the first thing it hears."""
    as_child()
    parts: Sequence[tuple[int, Network]] = home.recv()
    for number, part in parts:
        try:
            plan = plan_by_hand(part)
        except NoPlanError:
            continue
        home.send((number, plan))


def _exchange(here: Connection, content: memoryview, keep: Keep) -> None:
    try:
        here.send_bytes(content)
        while True:
            keep(*here.recv())
    except (EOFError, OSError) as error:  # all are done, or the process was killed
        logger.debug("no more sketches: %r", error)
