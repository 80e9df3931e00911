"""At which centre students learn in the one plan and in the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from models.order import natural
from models.plan import Plan
from models.text import Text
from reports.compare.comparison import Comparison, Side

NOWHERE = Text("без места", "no seat")
ABSENT = Text("заявки нет", "no application")


@dataclass(frozen=True)
class Stream:
    """So many students learn at ``before`` in the base and at ``after`` in the scenario."""

    before: str | Text
    after: str | Text
    students: int


def streams(item: Comparison) -> list[Stream]:
    """The applicants of either network by where they learn, in the order of the names; those without a seat
    come last. Who learns at several centres counts where all of them are named."""
    sides = (item.base, item.scenario)
    places = [_places(side) for side in sides]
    applicants = [set(side.network.choices_by_student) for side in sides]
    counts: Counter[tuple[str | Text, str | Text]] = Counter()
    for student in sorted(applicants[0] | applicants[1]):
        before, after = (
            known.get(student, NOWHERE if student in applied else ABSENT)
            for known, applied in zip(places, applicants, strict=True)
        )
        counts[before, after] += 1
    ordered = sorted(counts.items(), key=lambda entry: tuple(order(place) for place in entry[0]))
    return [Stream(before, after, count) for (before, after), count in ordered]


def order(place: str | Text) -> tuple[object, ...]:
    """Centres by name, then no seat, then no application."""
    if isinstance(place, Text):
        return (1 if place is NOWHERE else 2, ())
    return (0, natural(place))


def _places(side: Side) -> dict[str, str | Text]:
    """Student → the centre of their groups, by name; several are joined."""
    found: dict[str, set[str]] = {}
    for seat in side.plan.enrolments:
        centre = _centre(side.plan, seat.group)
        if centre:
            found.setdefault(seat.student, set()).add(side.source.centre_name(centre))
    return {student: " + ".join(sorted(names, key=natural)) for student, names in found.items()}


def _centre(plan: Plan, group: str) -> str:
    known = plan.group_by_id.get(group)
    return known.sessions[0].centre if known is not None and known.sessions else ""
