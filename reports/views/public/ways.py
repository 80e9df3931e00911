"""How the students of a school get to a session and home again, as it may be published.

Everybody of a school must find the way there, and nobody's own way may show. What is told of a group:

- The very ways that its members from the school have in the plan, where these are fewer than the members
  that are known to be there anyway (or a single way): then neither how many they are, nor how many go
  which way, follows from it.
- Of one or two members that cannot be: two ways would make them two. Then, however many they are, all ways
  that serve the school at that time are told, whoever takes them: the runs if the school's students go by
  a run, the ways without one if they go without.

The way there starts at the school, the way back ends at home: a run is told with its stops in all villages
of the school's students, never with the one where somebody gets off.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from models.network import Network
from models.plan import Direction
from models.tables import Run, Student
from models.text import Message, Text
from models.time import format_clock
from reports.audit.facts import Meeting, facts_of
from reports.audit.memo import remembered
from reports.audit.ways import best, free, origin, run_back, run_there
from reports.export.source import Source
from reports.views.public.members import members_by_group
from reports.views.ways import BUS, ON_SITE, Way, free_way, place_name, ways

RIDE = Text("рейс {run}, {stops}", "run {run}, {stops}")
UNTIMED = Text("рейс {run}", "run {run}")
TAKES = Text("{mode}, {minutes}\u00a0мин", "{mode}, {minutes}\u00a0min")
FROM_TO = Text("{least}–{most}", "{least}–{most}")
OWN_RUN = Text("свой рейс сообщит школа", "the school tells everybody their run")
OWN_WAY = Text("свой путь сообщит школа", "the school tells everybody their way")
BY_HOME = Text("в зависимости от места жительства", "depending on where one lives")

Stop = tuple[int, str]
"""Time and name."""


@dataclass(frozen=True)
class PublicWay:
    """A run with those of its stops that matter to a school, or a way without one, which takes ``least``
    to ``most`` minutes."""

    mode: Text
    least: int
    most: int
    run: str = ""
    stops: tuple[Stop, ...] = ()

    @property
    def text(self) -> Text | Message:
        """In a few words."""
        if self.run and not self.stops:
            return UNTIMED(run=self.run)
        if self.run:
            stops = " → ".join(f"{name} {format_clock(time)}" for time, name in self.stops)
            return RIDE(run=self.run, stops=stops)
        if not self.most:
            return self.mode
        minutes = self.least if self.least == self.most else FROM_TO(least=self.least, most=self.most)
        return TAKES(mode=self.mode, minutes=minutes)


@dataclass(frozen=True)
class PublicWays:
    """The ways there and home, runs first; empty where none may be told or is known."""

    there: tuple[PublicWay, ...] = ()
    back: tuple[PublicWay, ...] = ()


def note(told: Collection[PublicWay]) -> Text | None:
    """Who says which of several ways is one's own."""
    if len(told) < 2:
        return None
    by_run = sum(bool(way.run) for way in told)
    return OWN_RUN if by_run == len(told) else OWN_WAY if by_run else BY_HOME


@remembered
def public_ways(source: Source) -> dict[tuple[str, str], PublicWays]:
    """(School, session) → its ways, for every session of a group of which the school may be named."""
    facts = facts_of(source.network, source.plan)
    members, customs, types = members_by_group(source), _customs(source), _types(source)
    found = {}
    for meeting in facts.meetings:
        circle = members[meeting.group.id]
        for school in circle.schools:
            asked = _Asked(source, school, meeting, types[school], customs)
            seated = [seat.student for seat in facts.members[meeting.group.id]]
            own = [student.id for student in seated if student.institution == school]
            there, back = (_told(asked, direction, own, circle.at_least(school)) for direction in Direction)
            found[school, meeting.id] = PublicWays(there, back)
    return found


def runs_told(source: Source) -> set[tuple[int, Direction, str, str]]:
    """Weekday, direction, run and session of every run that is told of a group: the runs with riders, but
    for what would show that somebody is there."""
    sessions = {meeting.id: meeting for meeting in facts_of(source.network, source.plan).meetings}
    return {
        (sessions[session].when.weekday, direction, way.run, session)
        for (_, session), told in public_ways(source).items()
        for direction, found in ((Direction.THERE, told.there), (Direction.BACK, told.back))
        for way in found
        if way.run
    }


# --- the ways in the plan --------------------------------------------------------------------------


def _told(asked: _Asked, direction: Direction, members: Iterable[str], known: int) -> tuple[PublicWay, ...]:
    """``known``: so many members are there for all that a reader knows."""
    taken = ways(asked.source)
    own = {way for id in members if (way := taken.get((id, asked.meeting.id, direction)))}
    if known > 1 and (len(own) == 1 or len(own) < known):
        return _arranged(_run_taken(own, run) for run in {way.run for way in own if way.run}) + _free(own)
    return _serving(asked, direction)


def _run_taken(own: Iterable[Way], run: str) -> PublicWay:
    """A run with all stops at which the members get on or off."""
    stops: set[Stop] = set()
    for way in own:
        if way.run == run and way.board_time is not None and way.alight_time is not None:
            stops |= {(way.board_time, way.board), (way.alight_time, way.alight)}
    return _run(run, tuple(sorted(stops)))


def _run(id: str, stops: tuple[Stop, ...]) -> PublicWay:
    minutes = stops[-1][0] - stops[0][0] if stops else 0
    return PublicWay(BUS, minutes, minutes, id, stops)


def _arranged(runs: Iterable[PublicWay]) -> tuple[PublicWay, ...]:
    """Runs in the order of their departure."""
    return tuple(sorted(runs, key=lambda way: (way.stops, way.run)))


def _free(found: Iterable[Way]) -> tuple[PublicWay, ...]:
    """The ways without a run, one a mode, fastest first."""
    minutes: dict[Text, list[int]] = defaultdict(list)
    for way in found:
        if not way.run:
            minutes[way.mode].append(way.minutes)
    told = [PublicWay(mode, min(these), max(these)) for mode, these in minutes.items()]
    return tuple(sorted(told, key=lambda way: (way.least, way.most, way.mode.ru)))


# --- the ways that serve a school ------------------------------------------------------------------


@dataclass
class _Custom:
    """How the students of a school go to a settlement or come home from it, by all their groups: the runs
    by weekday, and whether some of them go without a run."""

    runs: set[tuple[int, str]]
    free: bool = False


@dataclass(frozen=True)
class _Asked:
    """A school and a session; ``types`` are the kinds of its students."""

    source: Source
    school: str
    meeting: Meeting
    types: _Types
    customs: Mapping[tuple[str, Direction, str], _Custom]

    @property
    def places(self) -> list[str]:
        """Where the session may be held; of practice every practice place."""
        if self.meeting.course.is_practice:
            return sorted(self.source.network.practice_by_institution)
        return [self.meeting.institution]


def _customs(source: Source) -> dict[tuple[str, Direction, str], _Custom]:
    """(School, direction, settlement of the session) → the custom of its students."""
    network, taken = source.network, ways(source)
    found: dict[tuple[str, Direction, str], _Custom] = {}
    for attendance in facts_of(network, source.plan).attendances:
        student, settlement = attendance.student, network.travel_table.settlement(attendance.place)
        for direction in Direction:
            way = taken.get((student.id, attendance.meeting.id, direction))
            custom = found.setdefault((student.institution, direction, settlement), _Custom(set()))
            if way is not None and way.run:
                custom.runs.add((attendance.meeting.when.weekday, way.run))
            elif way is not None and way.minutes:
                custom.free = True
    return found


@dataclass(frozen=True)
class _Types:
    """The students of a school, one of each kind whose ways could differ: all, and those who learn in the
    network. So many of the latter are ``known`` to a reader."""

    all: tuple[Student, ...]
    learning: tuple[Student, ...]
    known: int


def _types(source: Source) -> dict[str, _Types]:
    """School → the kinds of its students."""
    network, circles = source.network, members_by_group(source).values()
    learning = facts_of(network, source.plan).seats_of
    students: dict[str, list[Student]] = defaultdict(list)
    for student in network.students:
        students[student.institution].append(student)
    return {
        school: _Types(
            _distinct(network, these),
            _distinct(network, (student for student in these if student.id in learning)),
            max((circle.at_least(school) for circle in circles if school in circle.schools), default=0),
        )
        for school, these in students.items()
    }


def _distinct(network: Network, students: Iterable[Student]) -> tuple[Student, ...]:
    kinds: dict[object, Student] = {}
    for student in students:
        of_class = (student.class_name, student.lesson_ends)
        at_home = (network.home_of(student), student.home_by)
        key = (of_class, at_home, student.may_travel_alone, bool(student.long_ride_reason))
        kinds.setdefault(key, student)
    return tuple(kinds.values())


def _serving(asked: _Asked, direction: Direction) -> tuple[PublicWay, ...]:
    """All ways of the kind that the school's students go by, whether or not the members take them."""
    network = asked.source.network
    if direction is Direction.THERE and asked.places == [asked.school]:
        return (PublicWay(ON_SITE, 0, 0),)
    runs: dict[str, set[Stop]] = {}
    free_ways: list[Way] = []
    for place in asked.places:
        key = (asked.school, direction, network.travel_table.settlement(place))
        custom = asked.customs.get(key, _Custom(set()))
        if custom.runs:
            for run in _fitting_runs(asked, direction, place, custom):
                runs.setdefault(run.id, set()).update(_stops(asked, direction, place, run))
        if custom.free:
            free_ways += _best_free(asked, direction, place)
    return _arranged(_run(id, tuple(sorted(stops))) for id, stops in runs.items()) + _free(free_ways)


def _fitting_runs(asked: _Asked, direction: Direction, place: str, custom: _Custom) -> Iterator[Run]:
    """The runs that some student of the school could take, and those that one has that day."""
    network, when = asked.source.network, asked.meeting.when
    way = run_there if direction is Direction.THERE else run_back
    for run in network.runs:
        trials = (trial for student in asked.types.all for trial in way(network, student, place, when, run))
        if (when.weekday, run.id) in custom.runs or any(trial.admissible for trial in trials):
            yield run


def _stops(asked: _Asked, direction: Direction, place: str, run: Run) -> Iterator[Stop]:
    """The stops at which students of the school may get on and off."""
    network, when = asked.source.network, asked.meeting.when
    if direction is Direction.THERE:
        pairs = {(origin(network, student, when), place) for student in asked.types.all}
    else:
        pairs = {(place, network.home_of(student)) for student in asked.types.all}
    for here, there in sorted(pairs):
        for of, board, alight in network.legs(here, there):
            if of == run:
                yield from ((stop.time, place_name(asked.source, stop.place)) for stop in (board, alight))


def _best_free(asked: _Asked, direction: Direction, place: str) -> set[Way]:
    """The best ways without a run of those who learn; of all students of the school where more ways would
    tell how many learn."""
    found = _best(asked, direction, place, asked.types.learning)
    if len(found) <= asked.types.known:
        return found
    return _best(asked, direction, place, asked.types.all)


def _best(asked: _Asked, direction: Direction, place: str, students: Iterable[Student]) -> set[Way]:
    network, when = asked.source.network, asked.meeting.when
    trials = (best(free(network, student, place, when, direction)) for student in students)
    return {free_way(trial) for trial in trials if trial is not None}
