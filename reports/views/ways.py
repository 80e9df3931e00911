"""How a student gets to a session and home: on foot, by public transport, on a run with its stops."""

from __future__ import annotations

from dataclasses import dataclass

from models.plan import Direction, Ride
from models.tables import Run
from models.text import Text
from models.travel import Mode
from reports.audit.facts import Attendance, Facts, facts_of
from reports.audit.memo import remembered
from reports.audit.ways import Trial, way_taken
from reports.export.source import Source

ON_SITE = Text("на месте", "on site")
REMOTE = Text("дистанционно", "remotely")
WALK = Text("пешком", "on foot")
PUBLIC = Text("общественным транспортом", "by public transport")
BUS = Text("школьным автобусом", "by school bus")

MODES = {Mode.WALK: WALK, Mode.PUBLIC: PUBLIC, Mode.BUS: BUS}

Hop = tuple[str, int, str, int]
"""Stop and time of boarding, stop and time of alighting."""


@dataclass(frozen=True)
class Way:
    """One way in one direction. Only a ride on a run has stops and times (minutes from midnight)."""

    mode: Text
    minutes: int
    run: str = ""
    board: str = ""
    board_time: int | None = None
    alight: str = ""
    alight_time: int | None = None


AT_SCHOOL = Way(REMOTE, 0)
"""No way at all: the student takes part from the own school."""


def place_name(source: Source, place: str) -> str:
    """A place as people call it: an institution by its name, a stop or village as it is."""
    return source.institution_name(place)


@remembered
def ways(source: Source) -> dict[tuple[str, str, Direction], Way]:
    """(Student, session, direction) → the way, as the audit counts it; no entry where none is known."""
    network, plan = source.network, source.plan
    facts = facts_of(network, plan)
    found = {}
    for attendance in facts.attendances:
        for direction in Direction:
            trial = way_taken(network, facts, attendance, direction)
            if trial is not None:
                key = (attendance.student.id, attendance.meeting.id, direction)
                found[key] = _way(source, facts, attendance, direction, trial)
    return found


def _way(source: Source, facts: Facts, attendance: Attendance, direction: Direction, trial: Trial) -> Way:
    ride = facts.rides.get((attendance.student.id, attendance.meeting.id, direction))
    if ride is not None and ride.run == trial.means:
        return _ride(source, source.network.run_by_id[ride.run], ride, trial.minutes)
    is_at_school = attendance.is_remote and not trial.minutes
    return AT_SCHOOL if is_at_school else free_way(trial)


def free_way(trial: Trial) -> Way:
    """A way without a run."""
    return Way(MODES[Mode(trial.means)] if trial.minutes else ON_SITE, trial.minutes)


def _ride(source: Source, run: Run, ride: Ride, minutes: int) -> Way:
    """The ride with the times of its stops; of a run that stops twice, those that take the minutes."""
    hops = [
        hop
        for hop in _hops(run)
        if (hop[0], hop[2]) == (ride.board, ride.alight) and hop[3] - hop[1] == minutes
    ]
    if not hops:
        return Way(
            BUS, minutes, run.id, place_name(source, ride.board), None, place_name(source, ride.alight)
        )
    return _on_run(source, run, hops[0])


def _on_run(source: Source, run: Run, hop: Hop) -> Way:
    board, left, alight, arrived = hop
    return Way(
        BUS, arrived - left, run.id, place_name(source, board), left, place_name(source, alight), arrived
    )


def _hops(run: Run) -> list[Hop]:
    return [
        (first.place, first.time, last.place, last.time)
        for at, first in enumerate(run.stops)
        for last in run.stops[at + 1 :]
    ]
