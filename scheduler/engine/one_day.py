"""Two sessions that a student attends both, of one group or of one programme, on one day.

A student comes on no fewer days than there are sessions, less the pairs that share a day (the second
Bonferroni inequality). Whether a pair shares its day is up to the groups, so one literal says it for all
members: with literals of the students alone the relaxation puts parts of a group on several days, and
everybody sits in the part that suits. Who cannot come to both on one day is in no group that holds them so;
no more than a full group gains by a day that is shared, and no fewer than the smallest group loses otherwise.

Galambos, J. and Simonelli, I. (1996), "Bonferroni-type Inequalities with Applications".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from scheduler.engine.candidates import pause_between
from scheduler.engine.clashes import clash
from scheduler.engine.expressions import Literal, total
from scheduler.engine.presence import Visit, can_come_together, visits

if TYPE_CHECKING:
    from scheduler.engine.expressions import Expr
    from scheduler.engine.model import PlanModel
    from scheduler.engine.variables import Seat, Slot

Held = tuple["Seat", int]
"""A session of a seat."""


class _Sessions(NamedTuple):
    """Two sessions; the ways between two groups' sites differ by who may travel alone."""

    group: str
    session: int
    other_group: str
    other_session: int
    may_travel_alone: bool


class _Day(NamedTuple):
    """When two sessions would be on one day."""

    weekday: int
    weeks: int
    other_weeks: int


@dataclass
class _Standing:
    """Not true unless two sessions stand on one day, at two sites; and who would be at both."""

    literal: Literal
    both: list[Literal] = field(default_factory=list)


class OneDay:
    """The literals of all such pairs in a model, with the rows that bind them."""

    def __init__(self, model: PlanModel) -> None:
        self.model = model
        self._both: dict[frozenset[int], Literal] = {}
        self._standing: dict[_Sessions, dict[_Day, dict[tuple[str, str], _Standing]]] = defaultdict(
            lambda: defaultdict(dict)
        )
        able = [
            (one, other, self._pair(one, of_one, other, of_other))
            for student in model.student_seats
            for (one, of_one), (other, of_other) in self._attended_together(student)
        ]
        for one, other, days in able:
            self._exclude(one, other, days)
        for sessions, by_day in self._standing.items():
            self._bound(sessions, [found for day in by_day.values() for found in day.values()])

    def sharpen(self, present: Expr, candidates: Sequence[Visit]) -> None:
        """Adds to "present if any of these visits is made", all of one day, what pairs of them say: once for
        every choice, with the visits of others that exclude them."""
        for course in dict.fromkeys(visit.seat.choice.course for visit in candidates):
            chosen: list[Visit] = []
            for visit in sorted(candidates, key=lambda visit: visit.seat.choice.course != course):
                if all(self._is_told(visit, other) for other in chosen):
                    chosen.append(visit)
            pairs = [self._both[key] for one in combinations(chosen, 2) if (key := _key(*one)) in self._both]
            if pairs:
                self.model.cp.add(present >= total(visit.literal for visit in chosen) - total(pairs))

    def _is_told(self, one: Visit, other: Visit) -> bool:
        """Whether it is known when both are made: by a literal, or because they never are."""
        return _key(one, other) in self._both or not can_come_together(self.model, one, other)

    def _attended_together(
        self, student: str
    ) -> Iterator[tuple[tuple[Held, list[Visit]], tuple[Held, list[Visit]]]]:
        """Pairs of sessions that come with one choice, with their visits."""
        found: dict[Held, list[Visit]] = defaultdict(list)
        for visit in visits(self.model, student):
            found[visit.seat, visit.session].append(visit)
        for one, other in combinations(found.items(), 2):
            (seat, _), (other_seat, _) = one[0], other[0]
            if seat is other_seat or (
                seat.choice is other_seat.choice and self.model.may_meet(seat, other_seat)
            ):
                yield one, other

    def _pair(self, one: Held, of_one: list[Visit], other: Held, of_other: list[Visit]) -> set[_Day]:
        """Makes the literals "both visits are made" of a student; the days on which they can be."""
        cp, days = self.model.cp, set[_Day]()
        for first, second in product(of_one, of_other):
            if first.weekday != second.weekday or not can_come_together(self.model, first, second):
                continue
            day = _Day(first.weekday, first.weeks, second.weeks)
            days.add(day)
            standing = self._standing[_sessions(one, other)][day]
            sites = (first.site, second.site)
            if sites not in standing:
                standing[sites] = _Standing(self._stand(first, second))
            both = cp.new_bool_var(f"both[{one[0].student.id},{first.literal.index},{second.literal.index}]")
            for needed in (first.literal, second.literal, standing[sites].literal):
                cp.add_implication(both, needed)
            standing[sites].both.append(both)
            self._both[_key(first, second)] = both
        return days

    def _stand(self, one: Visit, other: Visit) -> Literal:
        """Bounded by cuts through the bipartite graph of slots that go together: one of the slots on one side
        of the cut is chosen, or one of those that go with a slot on the other side."""
        cp, network = self.model.cp, self.model.network
        pause = pause_between(network, one.seat.student, one.site, other.site)
        slots, others = self._slots(one), self._slots(other)
        beside = [
            frozenset(
                at for at, second in enumerate(others) if not clash(first.placement, second.placement, pause)
            )
            for first in slots
        ]
        literal = cp.new_bool_var(f"one_day[{one.seat.group.id},{other.seat.group.id},{one.weekday}]")
        for partners in _cuts(beside):
            left = [slot.chosen for slot, found in zip(slots, beside, strict=True) if not found <= partners]
            cp.add(literal <= total(left) + total(others[at].chosen for at in partners))
        return literal

    def _slots(self, visit: Visit) -> list[Slot]:
        """All slots of the session on the day of the visit, for whoever comes to its site."""
        return [
            slot
            for slot in visit.seat.group.slots[visit.session]
            if (slot.placement.weekday, slot.placement.weeks) == (visit.weekday, visit.weeks)
            and (visit.named or self.model.site_of(slot)) == visit.site
        ]

    def _exclude(self, one: Held, other: Held, able: set[_Day]) -> None:
        """Who can never come to both on a day has no seats in groups that hold them on it."""
        elsewhere = [
            [found.literal for found in by_sites.values()]
            for day, by_sites in self._standing[_sessions(one, other)].items()
            if day not in able
        ]
        seats = {one[0].taken, other[0].taken}
        for literals in zip_longest(*elsewhere):  # of one day several may hold, of several days one
            held = total(literal for literal in literals if literal is not None)
            self.model.cp.add(total(seats) + held <= len(seats))

    def _bound(self, sessions: _Sessions, standing: list[_Standing]) -> None:
        network = self.model.network
        group = self.model.groups[sessions.group]
        if group.id in network.permission_by_group:
            return
        most = network.group_max(group.course)
        for found in standing:
            if len(found.both) > most:
                self.model.cp.add(total(found.both) <= most * found.literal)
        if sessions.group == sessions.other_group:
            least = min(network.group_min(group.course, centre) for centre in group.centres())
            apart = group.opened - total(found.literal for found in standing)
            gaining = total(literal for found in standing for literal in found.both)
            self.model.cp.add(group.size() - gaining >= least * apart)


def _key(one: Visit, other: Visit) -> frozenset[int]:
    return frozenset((one.literal.index, other.literal.index))


def _sessions(one: Held, other: Held) -> _Sessions:
    (seat, session), (other_seat, other_session) = one, other
    alone = seat is not other_seat and seat.student.may_travel_alone
    return _Sessions(seat.group.id, session, other_seat.group.id, other_session, alone)


def _cuts(beside: Sequence[frozenset[int]]) -> set[frozenset[int]]:
    """Sets of partners that are worth a cut: none, those of each slot, and of the slots with the fewest."""
    cuts, reached = {frozenset[int]()}, frozenset[int]()
    for found in sorted(beside, key=len):
        reached |= found
        cuts |= {found, reached}
    return cuts
