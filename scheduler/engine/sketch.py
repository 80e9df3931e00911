"""A first plan of every part within seconds, made as by hand: for parts that the search has not come to."""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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


@contextmanager
def sketched(parts: Sequence[Network], keep: Keep) -> Iterator[None]:
    """While the block runs, a process makes plans of the parts, the last part first: ``keep`` gets the
    number of each part with its plan, in a thread of its own. Parts without such a plan are left out."""
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
        yield
    finally:
        process.kill()
        process.join()
        mail.join()
        here.close()


def draw(home: Connection) -> None:
    """Entry point of the process: the parts are the first thing it hears."""
    as_child()
    parts: Sequence[Network] = home.recv()
    for number in reversed(range(len(parts))):
        try:
            plan = plan_by_hand(parts[number])
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
