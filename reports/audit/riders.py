"""Who rides which run on which weekday in which weeks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from models.network import Network
from models.plan import Direction, Plan
from models.tables import Run
from reports.audit.facts import facts_of
from reports.audit.loads import single_weeks
from reports.audit.memo import remembered


@remembered
def riders(network: Network, plan: Plan) -> dict[tuple[str, int], dict[str, int]]:
    """(Run, weekday) → student → the weeks (a mask) in which he or she rides; known runs only."""
    facts = facts_of(network, plan)
    riding: dict[tuple[str, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for attendance in facts.attendances:
        when = attendance.meeting.when
        for direction in Direction:
            ride = facts.rides.get((attendance.student.id, attendance.meeting.id, direction))
            if ride is not None and ride.run in network.run_by_id:
                riding[ride.run, when.weekday][attendance.student.id] |= when.weeks
    return riding


def fullest_weeks(network: Network, plan: Plan) -> Iterator[tuple[Run, int, int, list[str]]]:
    """Each run and weekday with riders: the week (a mask) with the most of them, and who they are."""
    for (run, weekday), students in sorted(riders(network, plan).items()):
        weeks = single_weeks(students.values())
        fullest = max(weeks, key=lambda week: sum(bool(mask & week) for mask in students.values()))
        on_board = sorted(student for student, mask in students.items() if mask & fullest)
        yield network.run_by_id[run], weekday, fullest, on_board
