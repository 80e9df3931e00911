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
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from models.plan import Direction
from models.text import Message, Text
from models.time import format_clock
from reports.audit.facts import Meeting, facts_of
from reports.audit.memo import remembered
from reports.export.source import Source
from reports.views.public.members import members_by_group
from reports.views.public.serving import Serving
from reports.views.ways import Way, ways

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
    """A run with those of its stops that matter to a school, or a way without one. A ride or walk takes
    ``least`` to ``most`` minutes."""

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
    facts, members, taken = facts_of(source.network, source.plan), members_by_group(source), ways(source)
    serving = Serving.of(source)

    def told(school: str, meeting: Meeting, direction: Direction) -> tuple[PublicWay, ...]:
        seated = (seat.student for seat in facts.members[meeting.group.id])
        members_here = [student.id for student in seated if student.institution == school]
        own = {way for id in members_here if (way := taken.get((id, meeting.id, direction)))}
        known = members[meeting.group.id].at_least(school)
        if known > 1 and (len(own) == 1 or len(own) < known):
            return arranged(own)
        return arranged(serving.ways(school, meeting, direction))

    return {
        (school, meeting.id): PublicWays(*(told(school, meeting, direction) for direction in Direction))
        for meeting in facts.meetings
        for school in members[meeting.group.id].schools
    }


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


def arranged(found: Iterable[Way]) -> tuple[PublicWay, ...]:
    """Of the ways those of one mode, or by one run, as one: runs in the order of their departure, then the
    fastest."""
    together: dict[tuple[str, Text], list[Way]] = defaultdict(list)
    for way in found:
        together[way.run, way.mode].append(way)
    told = [
        PublicWay(
            mode,
            min(way.minutes for way in these),
            max(way.minutes for way in these),
            run,
            tuple(sorted({stop for way in these for stop in _stops(way)})),
        )
        for (run, mode), these in together.items()
    ]
    return tuple(sorted(told, key=lambda w: (not w.run, w.stops, w.least, w.most, w.run, w.mode.ru)))


def _stops(way: Way) -> Iterator[Stop]:
    if way.board_time is not None and way.alight_time is not None:
        yield way.board_time, way.board
        yield way.alight_time, way.alight
