"""How long the way takes between two places.

A place is the id of an institution, the name of a stop or village, or the name of a zone. A missing
pair is looked up place by place, from the particular to the general: the institution itself, the
settlement it stands in, the zone that settlement belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.base import Record


class Mode(StrEnum):
    """How one gets there. ``BUS`` minutes hold only on a run with a seat, so they are never free."""

    WALK = "walk"
    PUBLIC = "public"
    BUS = "school_bus"


class Travel(Record):
    """Minutes one way between two places; also holds backwards unless the reverse row is given."""

    origin: str
    destination: str
    minutes: int
    mode: Mode = Mode.PUBLIC


@dataclass(frozen=True)
class TravelTable:
    """Looks up minutes.

    ``settlements`` maps an institution to the settlement it stands in, ``zones`` a settlement to its
    zone. ``within_settlement`` minutes (on foot) hold between two places of one settlement without
    a row of their own.
    """

    rows: Mapping[tuple[str, str, Mode], int]
    settlements: Mapping[str, str]
    zones: Mapping[str, str]
    within_settlement: int
    _memo: dict[tuple[str, str, Mode], int | None] = field(default_factory=dict, repr=False)

    @classmethod
    def of(
        cls,
        rows: Iterable[Travel],
        settlements: Mapping[str, str],
        zones: Mapping[str, str],
        within_settlement: int,
    ) -> TravelTable:
        given = {(row.origin, row.destination, row.mode): row.minutes for row in rows}
        both = {(there, here, mode): minutes for (here, there, mode), minutes in given.items()}
        return cls(both | given, settlements, zones, within_settlement)

    def settlement(self, place: str) -> str:
        """The settlement a place stands in; a stop or village is its own."""
        return self.settlements.get(place, place)

    def minutes(self, origin: str, destination: str, mode: Mode) -> int | None:
        """Minutes by one mode; 0 at the same place, ``None`` where no row or default speaks."""
        key = (origin, destination, mode)
        if key not in self._memo:
            self._memo[key] = self._find(origin, destination, mode)
        return self._memo[key]

    def _find(self, origin: str, destination: str, mode: Mode) -> int | None:
        if origin == destination:
            return 0
        here, there = self._names(origin), self._names(destination)
        one_settlement = self.settlement(origin) == self.settlement(destination)
        if not one_settlement:
            here += self._zone(origin)
            there += self._zone(destination)
        pairs = sorted((i + j, a, b) for i, a in enumerate(here) for j, b in enumerate(there))
        for _, a, b in pairs:
            if (a, b, mode) in self.rows:
                return self.rows[a, b, mode]
        return self.within_settlement if one_settlement and mode is Mode.WALK else None

    def _names(self, place: str) -> list[str]:
        return list(dict.fromkeys((place, self.settlement(place))))

    def _zone(self, place: str) -> list[str]:
        zone = self.zones.get(self.settlement(place))
        return [zone] if zone else []

    def fastest(self, origin: str, destination: str, modes: Iterable[Mode]) -> int | None:
        """The fewest minutes over some modes; ``None`` if none of them leads there."""
        found = [m for mode in modes if (m := self.minutes(origin, destination, mode)) is not None]
        return min(found, default=None)
