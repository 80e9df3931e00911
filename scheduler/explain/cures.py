"""The smallest change that would seat a student while nobody else moves or loses.

Uniform-cost search (Dijkstra 1959) over what a seat takes: a group with its site (or a group that would be
opened), then a way there and a way back for each session. A partial choice never costs more than what it
grows into, so the first whole one that the independent audit accepts on the changed network is the cheapest.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count, product

from models.audit import Auditor
from models.changes import Catalogue
from models.network import Network
from models.plan import Group, Plan
from models.tables import Choice, Course
from models.text import Message, Text
from models.text import joined as joined_texts
from scheduler.engine.candidates import Placement, sites_for
from scheduler.engine.planned import num_remote
from scheduler.explain.changes import Bag, Item, changed, cost_of, said, together, whole_steps
from scheduler.explain.desk import Desk
from scheduler.explain.needs import Needs, Visit, WayOut
from scheduler.explain.openings import Opening, Openings
from scheduler.explain.verdicts import Clock
from scheduler.explain.workbench import bare

WITH_OTHERS = Text(
    "{changes} (в новую группу пошли бы и другие, кому отказано в этом курсе: {count})",
    "{changes} (others who were refused the course would come to the new group too: {count})",
)

MOST_TRIED = 20_000
"""Partial choices after which the search gives up; a district needs some hundreds."""


@dataclass(frozen=True)
class Cure:
    """Changes, what they cost by the catalogue, and the plan that has the seat on the changed network."""

    changes: tuple[tuple[Item, int], ...]
    cost: int
    text: Message | Text
    network: Network
    plan: Plan


@dataclass(frozen=True)
class Search:
    """What a search for the smallest change came to; ``is_complete`` if nothing cheaper was left untried."""

    cure: Cure | None
    is_complete: bool


@dataclass(frozen=True)
class _Start:
    """Seats in groups for the choice, before the ways are chosen."""

    bag: Bag
    visits: tuple[Visit, ...]
    opening: Opening | None = None


@dataclass(frozen=True)
class _State:
    start: _Start
    bag: Bag
    ways: tuple[WayOut, ...] = ()
    """There and back of the first session, there and back of the second, …"""

    @property
    def is_whole(self) -> bool:
        return len(self.ways) == 2 * len(self.start.visits)


@dataclass
class Surgery:
    """Looks for the smallest change for one refused choice of a plan."""

    network: Network
    plan: Plan
    choice: Choice
    catalogue: Catalogue
    auditor: Auditor
    waiting: Sequence[Choice] = ()
    """Choices of the same course that were refused to others."""

    def __post_init__(self) -> None:
        self.needs = Needs(self.network, self.plan, self.choice)
        self.courses = self.network.courses_of(self.choice.course)
        self._heap: list[tuple[int, int, int | None, _State]] = []
        self._number = count()

    def search(self, clock: Clock) -> Search:
        """The cheapest changes, as far as they are found in the time: first by a seat in an open group, then
        by a new group if that could cost less."""
        alone = self._alone()
        if alone is None:
            return Search(None, is_complete=True)
        self._heap.clear()
        for start in self._starts(alone):
            self._push(_State(start, start.bag))
        cure, is_complete = self._cheapest(clock)
        if not is_complete:
            return Search(None, is_complete=False)
        dearest = None if cure is None else cure.cost
        for start in self._openings(alone, dearest):
            if clock.is_out():
                return Search(cure, is_complete=False)
            self._push(_State(start, start.bag), dearest)
        other, is_complete = self._cheapest(clock)
        return Search(other or cure, is_complete)

    def _push(self, state: _State, dearest: int | None = None) -> None:
        """Puts a state in its turn, if the catalogue offers what it needs and it is not as dear as that."""
        cost = cost_of(self.catalogue, state.bag)
        if cost is not None and (dearest is None or cost < dearest):
            heapq.heappush(self._heap, (cost, next(self._number), dearest, state))

    def _cheapest(self, clock: Clock) -> tuple[Cure | None, bool]:
        """The cheapest whole state that passes the audit, and whether the search came to its end."""
        tried = 0
        while self._heap:
            cost, _, dearest, state = heapq.heappop(self._heap)
            tried += 1
            if tried > MOST_TRIED or clock.is_out():
                self._heap.clear()
                return None, False
            if state.is_whole:
                cure = self._cure(state, cost)
                if cure is not None:
                    self._heap.clear()
                    return cure, True
                continue
            visit = state.start.visits[len(state.ways) // 2]
            ways = self.needs.ways_back(visit) if len(state.ways) % 2 else self.needs.ways_there(visit)
            for way in ways:
                self._push(_State(state.start, together(state.bag, way.bag), (*state.ways, way)), dearest)
        return None, True

    def _cure(self, state: _State, cost: int) -> Cure | None:
        """The cure, if the audit of the changed network finds nothing against the plan with the seat."""
        bag = whole_steps(self.catalogue, state.bag)
        network = changed(self.network, bag)
        plan = self._seated(state)
        if self.auditor(network, plan).violations:
            return None
        opening = state.start.opening
        text: Message | Text = joined_texts(said(self.network, self.catalogue, bag))
        if opening is not None and opening.enrolments:
            text = WITH_OTHERS(changes=text, count=len(opening.enrolments))
        return Cure(tuple(bag.items()), cost, text, network, plan)

    def _seated(self, state: _State) -> Plan:
        needs, opening = self.needs, state.start.opening
        groups, enrolments, rides = (
            list(needs.base.groups),
            list(needs.base.enrolments),
            list(needs.base.rides),
        )
        if opening is not None:
            groups.append(opening.group)
            joined = {row.student: row for row in opening.enrolments}
            for choice in self.waiting:
                if choice.student in joined:
                    base = Needs(self.network, self.plan, choice)
                    gone = {(seat.student, seat.group) for seat in base.left}
                    enrolments = [row for row in enrolments if (row.student, row.group) not in gone]
                    kept = set(base.base.rides)
                    rides = [row for row in rides if row.student != choice.student or row in kept]
            enrolments += opening.enrolments
            rides += opening.rides
        seated = {visit.group: needs.enrolment(visit) for visit in state.start.visits}
        enrolments += seated.values()
        for at, visit in enumerate(state.start.visits):
            rides += needs.rides(visit, state.ways[2 * at], state.ways[2 * at + 1])
        return bare(Plan(groups=tuple(groups), enrolments=tuple(enrolments), rides=tuple(rides)))

    # --- where to begin ------------------------------------------------------------------------

    def _alone(self) -> Bag | None:
        """What is needed wherever the student sits."""
        bags = [self.needs.leaving(), *(self.needs.applying(course) for course in self.courses)]
        found = [bag for bag in bags if bag is not None]
        if len(found) < len(bags) or not self.courses:
            return None
        return together(*found, self.needs.taking_more())

    def _starts(self, alone: Bag) -> Iterator[_Start]:
        """Seats in open groups, one of each course."""
        offers = [
            [
                (group, site)
                for group in self.plan.groups
                if group.course == course.id
                for site in sites_for(self.network, self.needs.student, course, group.sessions[0].centre)
            ]
            for course in self.courses
        ]
        for chosen in product(*offers):
            visits = tuple(
                Visit(course, group.id, self.needs.placement(course, session), site)
                for course, (group, site) in zip(self.courses, chosen, strict=True)
                for session in group.sessions
            )
            bag = self._at(visits, alone)
            if bag is not None:
                remote = {visit.group for visit in visits if self.needs.is_remote(visit)}
                seats = (
                    self._chair(course, group, is_remote=group.id in remote)
                    for course, (group, _) in zip(self.courses, chosen, strict=True)
                )
                yield _Start(together(bag, *seats), visits)

    def _at(self, visits: Sequence[Visit], alone: Bag) -> Bag | None:
        """What attending takes, ways apart."""
        joint = self.needs.joint(visits)
        if joint is None:
            return None
        bags = [alone, joint, *(self.needs.at(visit) for visit in visits)]
        for visit in visits:
            if visit.course.is_practice:
                places = self.needs.practice(visit)
                if places is None:
                    return None
                bags.append(places)
            elif self.needs.is_remote(visit) and not self.needs.has_remote_seat(visit):
                return None
        return together(*bags)

    def _chair(self, course: Course, group: Group, *, is_remote: bool) -> Bag:
        """One more seat in a group, and in each of its rooms unless it is remote."""
        size = len(self.needs.base.members.get(group.id, [])) + 1
        most = self.network.group_max(course, group.id)
        bag: dict[Item, int] = {}
        if size > most:
            bag[Item("seat", (group.id, most))] = size - most
        coming = size - num_remote(self.needs.base, group.id)
        for session in group.sessions:
            room = self.network.room_of(session.centre, session.room) if session.room else None
            if room is not None and coming > room.capacity and not is_remote:
                bag[Item("chair", (session.centre, room.name))] = coming - room.capacity
        return bag

    def _openings(self, alone: Bag, dearest: int | None) -> Iterator[_Start]:
        """Seats in groups that could be opened for a single course, if they might cost less than that."""
        if len(self.courses) != 1 or self.choice.course in self.network.programme_courses:
            return
        course = self.courses[0]
        openings = Openings(self.needs, course, self.waiting)

        def is_cheap(bag: Bag) -> bool:
            cost = cost_of(self.catalogue, bag)
            return cost is not None and (dearest is None or cost < dearest)

        def worthwhile(placement: Placement) -> bool:
            """Whether the student might sit there: what it takes at the least, if all who wait come too."""
            fewest = openings.fewest_missing(placement.centre)
            return any(
                is_cheap(
                    together(alone, fewest, self.needs.at(Visit(course, openings.group, placement, site)))
                )
                for site in sites_for(self.network, self.needs.student, course, placement.centre)
            )

        for placements in openings.combinations(worthwhile):
            for site in sites_for(self.network, self.needs.student, course, placements[0].centre):
                visits = tuple(Visit(course, openings.group, placement, site) for placement in placements)
                bag = self._at(visits, alone)
                if bag is None or not is_cheap(bag):
                    continue
                is_remote = self.needs.is_remote(visits[0])
                opening = openings.open(placements, partial(cost_of, self.catalogue), is_remote=is_remote)
                if opening is not None:
                    yield _Start(together(bag, opening.bag), visits, opening)


def smallest_change(desk: Desk, choice: Choice, catalogue: Catalogue, seconds: float) -> Search:
    """The least-cost changes of a catalogue by which a refused choice would be served, with nobody else worse
    off and nothing else moved."""
    bench = desk.bench_of(choice.course)
    if bench is None:
        return Search(None, is_complete=True)
    surgery = Surgery(bench.network, bench.plan, choice, catalogue, desk.auditor, desk.waiting(choice))
    return surgery.search(Clock(seconds))
