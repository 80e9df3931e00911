"""How a student gets to a session and home again: on foot, by public transport, or by a run.

A way is tried, and the trial says how many minutes it takes, how many it comes too late, and how
many it is over the limit of a ride; a way with nothing too late and nothing over is admissible.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.calendar import parity_mask
from models.network import Network
from models.plan import Direction, Ride
from models.tables import DayLessons, Run, Student
from models.time import Parity
from models.travel import Mode
from reports.audit import limits
from reports.audit.facts import Attendance, Facts, When
from reports.audit.memo import remembered


@dataclass(frozen=True)
class Trial:
    """One way tried: its minutes, the minutes it comes too late, the minutes it is over the limit; of a run
    also when it leaves the stop of boarding and reaches that of alighting (minutes from midnight)."""

    means: str
    minutes: int
    late: int
    over: int
    departs: int | None = None
    arrives: int | None = None

    @property
    def admissible(self) -> bool:
        return self.late <= 0 and self.over <= 0

    @property
    def missing(self) -> int:
        """Minutes by which the way fails."""
        return max(self.late, self.over, 0)


def lesson_end(network: Network, student: Student, weekday: int, weeks: int) -> int | None:
    """End of the student's home lessons on a weekday: the latest of the parities that the weeks touch.

    The student's own exceptions of the weekday and parity replace the class's. ``None``: no lessons.
    """
    asked = ("audit", student.institution, student.class_name, student.lesson_ends, weekday, weeks)
    if asked not in network.memo:
        network.memo[asked] = _lesson_end(network, student, weekday, weeks)
    end: int | None = network.memo[asked]
    return end


def _lesson_end(network: Network, student: Student, weekday: int, weeks: int) -> int | None:
    own, of_class = student.lesson_ends, network.class_of(student).days
    ends = []
    for parity in (Parity.ODD, Parity.EVEN):
        if not weeks & parity_mask(parity):
            continue
        rows = _rows(own, weekday, parity) or _rows(of_class, weekday, parity)
        ends += [row.end for row in rows]
    return max(ends, default=None)


def _rows(days: tuple[DayLessons, ...], weekday: int, parity: Parity) -> list[DayLessons]:
    return [row for row in days if row.weekday == weekday and row.parity in (Parity.EVERY, parity)]


def class_lessons(network: Network, student: Student, weekday: int, parity: Parity) -> int:
    """Home lessons of the student's class on a weekday in odd or even weeks."""
    rows = _rows(network.class_of(student).days, weekday, parity)
    return max((row.lessons for row in rows), default=0)


def origin(network: Network, student: Student, when: When) -> str:
    """Where the way to a session starts: the school on a day with lessons, else home."""
    if lesson_end(network, student, when.weekday, when.weeks) is None:
        return network.home_of(student)
    return student.institution


def ride_over(network: Network, student: Student, minutes: int) -> int:
    """Minutes over the limit of one ride; a reason for a longer one lifts the limit."""
    limit = limits.limit(network, "ride_error")
    return 0 if limit is None or student.long_ride_reason else max(0, minutes - limit)


def free_there(network: Network, student: Student, place: str, when: When) -> list[Trial]:
    """The ways to a session that need no seat."""
    end = lesson_end(network, student, when.weekday, when.weeks)
    start_of_way = origin(network, student, when)
    trials = []
    for mode, minutes in _free(network, student, start_of_way, place):
        late = 0
        if end is not None and minutes > 0:
            ready = end + minutes + limits.minutes(network, "arrival_buffer") + _gap_on_top(network)
            late = max(0, ready - when.start)
        trials.append(Trial(mode.value, minutes, late, ride_over(network, student, minutes)))
    return trials


def free_back(network: Network, student: Student, place: str, when: When) -> list[Trial]:
    """The ways home that need no seat; the last public bus bounds the ways between two settlements."""
    home = network.home_of(student)
    table = network.travel_table
    settlement = table.settlement(home)
    trials = []
    for mode, minutes in _free(network, student, place, home):
        late = when.end + minutes - network.home_by(student)
        if mode is Mode.PUBLIC and table.settlement(place) != settlement:
            last = network.last_bus(settlement, when.weekday)
            if last is not None:
                late = max(late, when.end - last)
        trials.append(Trial(mode.value, minutes, max(0, late), ride_over(network, student, minutes)))
    return trials


def _free(network: Network, student: Student, here: str, there: str) -> Iterator[tuple[Mode, int]]:
    for mode in network.free_modes(student, here, there):
        minutes = network.travel_table.minutes(here, there, mode)
        if minutes is not None:
            yield mode, minutes


def _gap_on_top(network: Network) -> int:
    """The gap where it comes on top of the way (``sum``); none where the way counts as break."""
    return limits.minutes(network, "gap_minutes") if network.rules.gap_mode == "sum" else 0


def run_there(
    network: Network, student: Student, place: str, when: When, run: Run, board: str = "", alight: str = ""
) -> list[Trial]:
    """The rides of a run to a session, between any stops that fit (or the two named)."""
    end = lesson_end(network, student, when.weekday, when.weeks)
    names = _names(network, origin(network, student, when)), _names(network, place)
    trials = []
    for left, arrived in _hops(run, when, *names, board, alight):
        late = arrived + limits.minutes(network, "arrival_buffer") - when.start
        if end is not None:
            late = max(late, end + _gap_on_top(network) - left)
        over = ride_over(network, student, arrived - left)
        trials.append(Trial(run.id, arrived - left, max(0, late), over, left, arrived))
    return trials


def run_back(
    network: Network, student: Student, place: str, when: When, run: Run, board: str = "", alight: str = ""
) -> list[Trial]:
    """The rides of a run home after a session, between any stops that fit (or the two named)."""
    names = _names(network, place), _names(network, network.home_of(student))
    trials = []
    for left, arrived in _hops(run, when, *names, board, alight):
        late = max(when.end - left, arrived - network.home_by(student))
        over = ride_over(network, student, arrived - left)
        trials.append(Trial(run.id, arrived - left, max(0, late), over, left, arrived))
    return trials


def _names(network: Network, place: str) -> set[str]:
    return {place, network.travel_table.settlement(place)}


def _hops(
    run: Run, when: When, here: set[str], there: set[str], board: str, alight: str
) -> Iterator[tuple[int, int]]:
    """Times of boarding and alighting at stops that fit, one after the other."""
    if when.weekday not in run.weekdays:
        return
    for position, first in enumerate(run.stops):
        if first.place not in here or (board and first.place != board):
            continue
        for last in run.stops[position + 1 :]:
            if last.place in there and (not alight or last.place == alight) and last.time >= first.time:
                yield first.time, last.time


def ride_trials(network: Network, student: Student, place: str, when: When, ride: Ride) -> list[Trial]:
    """The ride recorded, tried; empty if run, weekday or stops do not fit the way at all."""
    run = network.run_by_id.get(ride.run)
    if run is None:
        return []
    way = run_there if ride.direction is Direction.THERE else run_back
    return way(network, student, place, when, run, ride.board, ride.alight)


def free(network: Network, student: Student, place: str, when: When, direction: Direction) -> list[Trial]:
    """The ways in one direction that need no seat."""
    way = free_there if direction is Direction.THERE else free_back
    return way(network, student, place, when)


def best(trials: list[Trial]) -> Trial | None:
    """The fastest admissible way, else the one that fails by the fewest minutes."""
    return min(trials, key=lambda trial: (trial.missing, trial.minutes), default=None)


def way_taken(network: Network, facts: Facts, attendance: Attendance, direction: Direction) -> Trial | None:
    """The ride recorded where it makes sense, else the best free way; ``None`` if there is no way."""
    student, when = attendance.student, attendance.meeting.when
    ride = facts.rides.get((student.id, attendance.meeting.id, direction))
    if ride is not None:
        tried = best(ride_trials(network, student, attendance.place, when, ride))
        if tried is not None:
            return tried
    return best(free(network, student, attendance.place, when, direction))


def is_linked(network: Network, student: Student, place: str) -> bool:
    """Whether any way or run, at any time, leads from school or home to a place; if not, nothing does."""
    asked = ("audit linked", student.institution, student.home, student.may_travel_alone, place)
    if asked not in network.memo:
        network.memo[asked] = any(
            any(True for _ in _free(network, student, here, place))
            or any(
                {stop.place for stop in run.stops} & _names(network, here) for run in runs_at(network, place)
            )
            for here in (student.institution, network.home_of(student))
        )
    answer: bool = network.memo[asked]
    return answer


def runs_at(network: Network, place: str) -> list[Run]:
    """The runs that stop at an institution or in its settlement."""
    return _runs_by_stop(network).get(place, [])


def free_or_run(network: Network, student: Student, place: str, when: When, there: bool) -> Iterator[Trial]:
    """Every way in one direction, free ones first."""
    yield from (free_there if there else free_back)(network, student, place, when)
    for run in runs_at(network, place):
        yield from (run_there if there else run_back)(network, student, place, when, run)


@remembered
def _runs_by_stop(network: Network) -> dict[str, list[Run]]:
    """Institution → the runs that stop at it or in its settlement."""
    return {
        institution: [run for run in network.runs if {stop.place for stop in run.stops} & names]
        for institution in network.institution_by_id
        for names in [_names(network, institution)]
    }
