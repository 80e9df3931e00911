"""What every peer does in its child process: sends home what it finds and says how it ended."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection

from models.network import Network
from models.plan import Plan
from scheduler.engine.bounds import LevelBound
from scheduler.engine.child import as_child
from scheduler.engine.expressions import is_true
from scheduler.engine.extract import extract
from scheduler.engine.model import PlanModel
from scheduler.engine.run import NoPlanError
from scheduler.engine.settings import Progress, Settings
from scheduler.peers.weights import WeightedSum

PLAN_EVERY = 1.0
"""Seconds between two plans sent home; the last one is always sent."""


@dataclass(frozen=True)
class Errand:
    """What a peer is told to do. ``started``: when the limit began (monotonic clock of the child)."""

    network: Network
    settings: Settings
    lottery_seed: int
    started: float

    def elapsed(self) -> float:
        return time.monotonic() - self.started


@dataclass(frozen=True)
class Ended:
    """The last word: all done, there is no plan, none was found, or an error with its traceback."""

    how: str
    report: str = ""


News = Plan | Progress | LevelBound | Ended
Send = Callable[[News], None]
Peer = Callable[[Errand, Send], None]
"""Does an errand and sends home plans, progress and bounds; ``NoPlanError`` where it has no plan to send."""


def run_errand(
    peer: Peer, network: Network, settings: Settings, lottery_seed: int, began: float, home: Connection
) -> None:
    """Entry point of the child; ``began`` is the parent's start (epoch)."""
    as_child()
    errand = Errand(network, settings, lottery_seed, time.monotonic() - max(0.0, time.time() - began))
    try:
        peer(errand, home.send)
        home.send(Ended("done"))
    except NoPlanError as error:
        home.send(Ended(error.reason))
    except (BrokenPipeError, EOFError):
        pass  # the parent is gone; nobody is left to tell
    except Exception:  # the child's last word, whatever went wrong
        home.send(Ended("crash", traceback.format_exc()))


@dataclass
class Teller:
    """Sends home solutions of a model with one weighted sum: as plans, and level by level as progress."""

    model: PlanModel
    aim: WeightedSum
    errand: Errand
    send: Send
    sent: float = 0.0

    def better(self, values: Sequence[int], least: int) -> None:
        """A solution on the way; too soon after the last one it is not told."""
        if self.sent and time.monotonic() - self.sent < PLAN_EVERY:
            return
        self._tell(values, least)
        self.sent = time.monotonic()

    def done(self, values: Sequence[int], least: int, origin: str) -> None:
        """The last solution with what the bound on the sum says of the levels."""
        self._tell(values, least)
        for bound in self.aim.bounds(values, least, origin):
            self.send(bound)
            self.send(Progress(bound.name, "done", bound.value, bound.bound, self.errand.elapsed()))

    def _tell(self, values: Sequence[int], least: int) -> None:
        """The plan of a solution, and the value and bound of each level."""
        known = list(values)
        self.send(extract(self.model, partial(is_true, known)))
        bounds = {found.name: found.bound for found in self.aim.bounds(known, least, "")}
        for level, value in self.aim.levels(known):
            bound = bounds.get(level.name)
            self.send(Progress(level.name, "better", value, bound, self.errand.elapsed()))
