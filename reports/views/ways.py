"""How a student gets to a session and home: on foot, by public transport, on a run with its stops."""

from __future__ import annotations

from dataclasses import dataclass

from models.plan import Direction, Ride
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


def way_of_ride(source: Source, ride: Ride) -> Way | None:
    """The way that a ride of the plan is; ``None`` where it is none (no such run, weekday, stop or seat)."""
    way = ways(source).get((ride.student, ride.session, ride.direction))
    return way if way is not None and way.run == ride.run else None


def _way(source: Source, facts: Facts, attendance: Attendance, direction: Direction, trial: Trial) -> Way:
    ride = facts.rides.get((attendance.student.id, attendance.meeting.id, direction))
    if ride is not None and ride.run == trial.means:
        return _ride(source, ride, trial)
    is_at_school = attendance.is_remote and not trial.minutes
    return AT_SCHOOL if is_at_school else free_way(trial)


def free_way(trial: Trial) -> Way:
    """A way without a run."""
    return Way(MODES[Mode(trial.means)] if trial.minutes else ON_SITE, trial.minutes)


def _ride(source: Source, ride: Ride, trial: Trial) -> Way:
    """The ride with the times of its stops; without them where the plan does not say between which stops."""
    times = (trial.departs, trial.arrives) if ride.board and ride.alight else (None, None)
    names = place_name(source, ride.board), place_name(source, ride.alight)
    return Way(BUS, trial.minutes, ride.run, names[0], times[0], names[1], times[1])
