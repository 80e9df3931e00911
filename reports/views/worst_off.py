"""The schools, places and grades of the goal of fairness by name, with the share each of them has."""

from __future__ import annotations

from dataclasses import dataclass

from models.text import Message, Text
from reports.audit.goals.fairness import shares
from reports.export.source import Source

POOLED = Text("малые школы вместе", "small schools together")
RURAL = Text("сельские школы", "rural schools")
TOWN = Text("городские школы", "town schools")
GRADE = Text("{grade}-е классы", "grade {grade}")


@dataclass(frozen=True)
class UnitShare:
    """A school, place or grade, and what it has of the points attainable, per mille rounded down."""

    name: Text | Message | str
    share: int


def unit_shares(source: Source) -> list[UnitShare]:
    """All that are counted, the worst-off first: the ranks are those of the levels of fairness. Of equal ones
    schools come first: they tell more. None where every part of the network has a worst-off of its own."""
    parts = shares(source.network, source.plan)
    if len(parts) != 1:
        return []
    (found,) = parts
    return [
        UnitShare(_name(source, unit), share)
        for unit, share in sorted(found.items(), key=lambda pair: (pair[1], not _is_school(pair[0]), pair[0]))
    ]


def unit_names(source: Source) -> list[Text | Message | str]:
    """Their names, the worst-off first. For the office: a low share of a small school is somebody's."""
    return [unit.name for unit in unit_shares(source)]


def _is_school(unit: str) -> bool:
    return unit.startswith("institution")


def _name(source: Source, unit: str) -> Text | Message | str:
    kind, _, id = unit.partition(":")
    match kind:
        case "institution":
            return source.institution_name(id)
        case "institutions":
            return POOLED
        case "place":
            return RURAL if id == "rural" else TOWN
    return GRADE(grade=id)
