"""How a student gets to a session and home: on foot, by public transport, on a run with its stops."""

from __future__ import annotations

from dataclasses import dataclass

from models.network import Network
from models.plan import Direction, Ride
from models.tables import Run
from models.text import Text
from models.travel import Mode
from reports.audit import limits
from reports.audit.facts import Attendance, Facts, facts_of
from reports.audit.ways import Trial, way_taken
from reports.export.source import Source
from reports.views.week import Meeting

ON_SITE = Text("на месте", "on site")
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


def place_name(source: Source, place: str) -> str:
    """A place as people call it: an institution by its name, a stop or village as it is."""
    return source.institution_name(place)


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


def offered_ways(source: Source, institution: str, meeting: Meeting, direction: Direction) -> list[Way]:
    """The ways between a school and a meeting that the network offers to anybody, at most two.

    The fastest one that needs no seat, and the run nearest in time. Nothing of it depends on who goes,
    so that it may be told in public.
    """
    ends = (institution, meeting.institution)
    here, there = ends if direction is Direction.THERE else ends[::-1]
    if here == there:
        return [Way(ON_SITE, 0)]
    table = source.network.travel_table
    free = [
        Way(MODES[mode], minutes)
        for mode in (Mode.WALK, Mode.PUBLIC)
        if (minutes := table.minutes(here, there, mode)) is not None
        and not (mode is Mode.PUBLIC and _is_too_late(source.network, here, there, meeting, direction))
    ]
    fastest = sorted(free, key=lambda way: way.minutes)[:1]
    return fastest + _nearest_run(source, here, there, meeting, direction)


def _is_too_late(network: Network, here: str, there: str, meeting: Meeting, direction: Direction) -> bool:
    """Whether the last public bus home has left when the meeting ends."""
    home = network.travel_table.settlement(there)
    if direction is Direction.THERE or network.travel_table.settlement(here) == home:
        return False
    last = network.last_bus(home, meeting.weekday)
    return last is not None and last < meeting.end


def _nearest_run(source: Source, here: str, there: str, meeting: Meeting, direction: Direction) -> list[Way]:
    network = source.network
    buffer = limits.minutes(network, "arrival_buffer")
    names = _names(network, here), _names(network, there)
    fitting: list[tuple[int, int, str, Way]] = []
    for run in network.runs:
        for hop in _hops(run) if meeting.weekday in run.weekdays else ():
            board, left, alight, arrived = hop
            idle = meeting.start - buffer - arrived if direction is Direction.THERE else left - meeting.end
            if board in names[0] and alight in names[1] and arrived >= left and idle >= 0:
                fitting.append((idle, arrived - left, run.id, _on_run(source, run, hop)))
    return [way for *_, way in sorted(fitting, key=lambda entry: entry[:3])[:1]]


def _names(network: Network, place: str) -> set[str]:
    return {place, network.travel_table.settlement(place)}
