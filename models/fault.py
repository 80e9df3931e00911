"""What is wrong with an input, exactly where, and how to cure it; and what was assumed for blanks."""

from __future__ import annotations

from dataclasses import dataclass

from models.finding import Severity
from models.network import Network
from models.people import People
from models.text import Message


@dataclass(frozen=True)
class Spot:
    """A place in the input: sheet or file, row as the planner counts it (from 1), column header."""

    sheet: str = ""
    row: int | None = None
    column: str = ""
    cell: str = ""


@dataclass(frozen=True)
class Fault:
    """One fault of the input. ``severity`` WARNING does not stop the planning."""

    severity: Severity
    spot: Spot
    value: str
    problem: Message
    cure: Message


@dataclass(frozen=True)
class Assumption:
    """What the program put where the planner left a blank; ``count`` cells were filled alike.

    ``unofficial_year``: the calendar year whose moved days off are not known, where it is about that.
    """

    spot: Spot
    message: Message
    count: int = 1
    unofficial_year: int | None = None


@dataclass(frozen=True)
class Reading:
    """What reading an input gave. ``network`` is ``None`` while any error stands (unless set aside).

    ``lock_spots``: where each of its locks stands, in their order.
    """

    network: Network | None
    people: People
    faults: tuple[Fault, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    set_aside: tuple[Fault, ...] = ()
    lock_spots: tuple[Spot, ...] = ()

    @property
    def errors(self) -> tuple[Fault, ...]:
        return tuple(fault for fault in self.faults if fault.severity is Severity.ERROR)
