"""Who gains and who loses between two plans, and whose seat moves."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from models.network import Network
from models.plan import Plan
from reports.audit.facts import served_choices


class Turn(StrEnum):
    """What a scenario means for a student. ``MOVES``: as many points, but another group, place or time."""

    GAINS = "gains"
    LOSES = "loses"
    MOVES = "moves"
    KEEPS = "keeps"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True)
class StudentChange:
    """A student with the points (by rank) and the groups of both plans. ``NEW`` and ``GONE`` students apply
    in one of the two networks only."""

    student: str
    institution: str
    turn: Turn
    points_before: int
    points_after: int
    groups_before: tuple[str, ...]
    groups_after: tuple[str, ...]


def student_changes(base: Network, before: Plan, network: Network, after: Plan) -> list[StudentChange]:
    """One entry for every applicant of either network, by id."""
    points = _points(base, before), _points(network, after)
    seats = _seats(before), _seats(after)
    found = []
    for id in sorted({*base.choices_by_student, *network.choices_by_student}):
        old, new = points[0].get(id, 0), points[1].get(id, 0)
        student = network.student_by_id.get(id) or base.student_by_id[id]
        if id not in base.choices_by_student:
            turn = Turn.NEW
        elif id not in network.choices_by_student:
            turn = Turn.GONE
        elif old != new:
            turn = Turn.GAINS if new > old else Turn.LOSES
        else:
            turn = Turn.KEEPS if seats[0].get(id) == seats[1].get(id) else Turn.MOVES
        found.append(
            StudentChange(
                id,
                student.institution,
                turn,
                old,
                new,
                tuple(str(seat[0]) for seat in seats[0].get(id, ())),
                tuple(str(seat[0]) for seat in seats[1].get(id, ())),
            )
        )
    return found


def _points(network: Network, plan: Plan) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for choice in served_choices(network, plan):
        found[choice.student] += network.rank_points(choice.rank)
    return found


def _seats(plan: Plan) -> dict[str, tuple[tuple[object, ...], ...]]:
    """Student → what they notice of each of their groups: which it is, where and when it meets."""
    found: dict[str, list[tuple[object, ...]]] = defaultdict(list)
    for seat in plan.enrolments:
        group = plan.group_by_id[seat.group]
        when = tuple((s.centre, s.weekday, s.start, s.dates) for s in group.sessions)
        found[seat.student].append((seat.group, seat.mode, seat.site, when))
    return {student: tuple(sorted(seats, key=lambda seat: str(seat[0]))) for student, seats in found.items()}
