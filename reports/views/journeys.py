"""Minutes on the way by the place where it starts or ends, and who travels where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from models.network import Network
from models.order import natural
from models.plan import Direction
from models.text import Text
from reports.audit.facts import Attendance, facts_of
from reports.audit.ways import origin
from reports.export.source import Source
from reports.views.ways import Way, place_name, ways


@dataclass(frozen=True)
class PlaceJourneys:
    """The ways that start at one place, or those that end there: a school, a stop, a village.

    Minutes are those of one way, over all ways of a week in that direction. ``riders`` counts students,
    ``modes`` those of them who ever go that way (somebody who walks on Monday and rides on Tuesday counts
    twice). Who learns in the own school does not travel and is not counted.
    """

    place: str
    name: str
    riders: int
    minimum: int
    mean: float
    maximum: int
    modes: tuple[tuple[Text, int], ...]


@dataclass(frozen=True)
class Flow:
    """Students who go from one place to sessions at an institution (a centre's, or a practice site).

    They come from where the way starts: from their school, on a day without lessons from home.
    """

    origin: str
    origin_name: str
    place: str
    place_name: str
    students: int

    @property
    def stays(self) -> bool:
        """Whether they learn where they are."""
        return self.origin == self.place


@dataclass(frozen=True)
class Journeys:
    """The ways ``there`` by the place where they start, the ways ``home`` by the place where they end, both
    by mean minutes, longest first; ``flows`` by students, most first.

    ``total`` are student-minutes over all dates, there and back: the goal `travel`. ``without_way`` counts
    student, session and direction of which no way is known.
    """

    there: tuple[PlaceJourneys, ...]
    home: tuple[PlaceJourneys, ...]
    flows: tuple[Flow, ...]
    total: int
    without_way: int


def journeys(source: Source) -> Journeys:
    """All ways of a plan, arranged."""
    network = source.network
    taken = ways(source)
    total = without_way = 0
    found: dict[Direction, list[tuple[str, str, Way]]] = {direction: [] for direction in Direction}
    attendances = facts_of(network, source.plan).attendances
    for attendance in attendances:
        student = attendance.student
        for direction in Direction:
            way = taken.get((student.id, attendance.meeting.id, direction))
            if way is None:
                without_way += 1
                continue
            total += way.minutes * len(attendance.meeting.dates)
            if attendance.place != student.institution:
                is_there = direction is Direction.THERE
                place = _start(network, attendance) if is_there else network.home_of(student)
                found[direction].append((place, student.id, way))
    there, home = (_by_place(source, found[direction]) for direction in Direction)
    return Journeys(there, home, _flows(source, attendances), total, without_way)


def _start(network: Network, attendance: Attendance) -> str:
    return origin(network, attendance.student, attendance.meeting.when)


def _by_place(source: Source, found: Iterable[tuple[str, str, Way]]) -> tuple[PlaceJourneys, ...]:
    """Ways with their place and student, by place."""
    minutes: dict[str, list[int]] = defaultdict(list)
    riders: dict[str, set[str]] = defaultdict(set)
    modes: dict[str, dict[Text, set[str]]] = defaultdict(lambda: defaultdict(set))
    for place, student, way in found:
        minutes[place].append(way.minutes)
        riders[place].add(student)
        modes[place][way.mode].add(student)
    places = [
        PlaceJourneys(
            place=place,
            name=place_name(source, place),
            riders=len(riders[place]),
            minimum=min(these),
            mean=sum(these) / len(these),
            maximum=max(these),
            modes=_by_number({mode: len(students) for mode, students in modes[place].items()}),
        )
        for place, these in minutes.items()
    ]
    return tuple(sorted(places, key=lambda item: (-item.mean, natural(item.name), item.place)))


def _by_number(counts: dict[Text, int]) -> tuple[tuple[Text, int], ...]:
    return tuple(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0].ru)))


def _flows(source: Source, attendances: list[Attendance]) -> tuple[Flow, ...]:
    trips = {
        (attendance.student.id, _start(source.network, attendance), attendance.place)
        for attendance in attendances
    }
    counts = Counter((start, place) for _, start, place in trips)
    flows = [
        Flow(start, place_name(source, start), place, place_name(source, place), students)
        for (start, place), students in counts.items()
    ]
    return tuple(
        sorted(
            flows,
            key=lambda flow: (
                -flow.students,
                natural(flow.origin_name),
                natural(flow.place_name),
                flow.origin,
                flow.place,
            ),
        )
    )
