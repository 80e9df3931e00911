"""What a file gives before anybody knows what it means: named grids of cells."""

from __future__ import annotations

from dataclasses import dataclass, field

from instances.cells import Cell
from models.fault import Fault, Spot
from models.finding import Severity
from models.text import Message


@dataclass
class Grid:
    """The cells of one sheet or file from row 1 on.

    ``bad`` names cells (row, column from 0) whose formula has an error (``"error"``) or no stored value
    (``"blank"``).
    """

    name: str
    rows: list[list[Cell]]
    bad: dict[tuple[int, int], str] = field(default_factory=dict)


class Unreadable(Exception):
    """A file that cannot be read at all, with its one fault."""

    def __init__(self, name: str, problem: Message, cure: Message, value: str = "") -> None:
        super().__init__(problem.in_("en"))
        self.fault = Fault(Severity.ERROR, Spot(name), value, problem, cure)
