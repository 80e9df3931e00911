"""Minutes on the way by place of origin, and who travels where."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from models.plan import Direction
from models.text import Text
from reports.audit.facts import Attendance, facts_of
from reports.export.source import Source
from reports.views.ways import place_name, ways


@dataclass(frozen=True)
class PlaceJourneys:
    """The ways of the students who ride home to one place: a stop, a village or a settlement.

    Minutes are those of one way, over all ways there and back of a week. ``riders`` counts students,
    ``modes`` those of them who ever go that way (somebody who walks there and rides back counts twice).
    Who learns in the own school does not travel and is not counted.
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

    They come from their stop or village where one is given, else from their school.
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
    """``places`` by mean minutes, longest first; ``flows`` by students, most first.

    ``total`` are student-minutes over all dates, there and back: the goal `travel`. ``without_way`` counts
    student, session and direction of which no way is known.
    """

    places: tuple[PlaceJourneys, ...]
    flows: tuple[Flow, ...]
    total: int
    without_way: int


def journeys(source: Source) -> Journeys:
    """All ways of a plan, arranged."""
    network = source.network
    taken = ways(source)
    total = without_way = 0
    minutes: dict[str, list[int]] = defaultdict(list)
    riders: dict[str, set[str]] = defaultdict(set)
    modes: dict[str, dict[Text, set[str]]] = defaultdict(lambda: defaultdict(set))
    attendances = facts_of(network, source.plan).attendances
    for attendance in attendances:
        student, home = attendance.student, network.home_of(attendance.student)
        for direction in Direction:
            way = taken.get((student.id, attendance.meeting.id, direction))
            if way is None:
                without_way += 1
                continue
            total += way.minutes * len(attendance.meeting.dates)
            if attendance.place != student.institution:
                minutes[home].append(way.minutes)
                riders[home].add(student.id)
                modes[home][way.mode].add(student.id)
    places = [
        PlaceJourneys(
            place=place,
            name=place_name(source, place),
            riders=len(riders[place]),
            minimum=min(found),
            mean=sum(found) / len(found),
            maximum=max(found),
            modes=_by_number({mode: len(students) for mode, students in modes[place].items()}),
        )
        for place, found in minutes.items()
    ]
    places.sort(key=lambda item: (-item.mean, item.name, item.place))
    return Journeys(tuple(places), _flows(source, attendances), total, without_way)


def _by_number(counts: dict[Text, int]) -> tuple[tuple[Text, int], ...]:
    return tuple(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0].ru)))


def _flows(source: Source, attendances: list[Attendance]) -> tuple[Flow, ...]:
    trips = {
        (attendance.student.id, attendance.student.home or attendance.student.institution, attendance.place)
        for attendance in attendances
    }
    counts = Counter((origin, place) for _, origin, place in trips)
    flows = [
        Flow(origin, place_name(source, origin), place, place_name(source, place), students)
        for (origin, place), students in counts.items()
    ]
    return tuple(
        sorted(
            flows,
            key=lambda flow: (-flow.students, flow.origin_name, flow.place_name, flow.origin, flow.place),
        )
    )
