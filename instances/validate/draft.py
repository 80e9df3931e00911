"""A network together with the rows it was built from, so that a fault names its cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from instances.building.link import Rows
from instances.parts import Problems, Tables
from models.network import Network
from models.text import Message


@dataclass
class Draft:
    """Records stand in the order of their rows; records beyond the last row were added by the program."""

    network: Network
    rows: Rows
    tables: Tables
    problems: Problems = field(default_factory=Problems)

    def is_whole(self, table: str) -> bool:
        """Whether all rows of a table are in the network, so that what it lacks is missing in the input."""
        return table not in self.tables.faulty and len(self.rows[table]) == len(self.tables.rows[table])

    def bad(
        self, table: str, index: int, name: str, problem: Message, cure: Message, value: Any = None
    ) -> None:
        """An error in one field of the ``index``-th record of a table."""
        self.problems.bad(self.rows[table][index], name, problem, cure, value)

    def doubt(
        self, table: str, index: int, name: str, problem: Message, cure: Message, value: Any = None
    ) -> None:
        """A warning about one field of the ``index``-th record of a table."""
        self.problems.doubt(self.rows[table][index], name, problem, cure, value)
