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
    """Records stand in the order of their rows; records beyond the last row were added by the program.

    ``is_final``: rows that are not in the network were set aside, and it will be planned without them.
    """

    network: Network
    rows: Rows
    tables: Tables
    is_final: bool = False
    problems: Problems = field(default_factory=Problems)

    def is_whole(self, table: str) -> bool:
        """Whether what a table lacks is missing for good, not only while some of its rows are faulty."""
        has_all = table not in self.tables.faulty and len(self.rows[table]) == len(self.tables.rows[table])
        return self.is_final or has_all

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
