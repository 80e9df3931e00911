"""Two choices of one student held together: a literal for each pair of answers.

What keeps a student from two courses says little in the relaxation: half a seat in each of two groups that
clash breaks no rule, and with a timetable fixed the relaxation still promises points that no seating has.
Products of seats (the first level of the hierarchy below) say it of the pair; of a student who may hold
two choices they give the convex hull. That the days or hours of two groups leave room for one student is
one literal for all who ask. Every row follows from the rules, and none replaces one.

Sherali, H. D. and Adams, W. P. (1990), "A hierarchy of relaxations between the continuous and convex hull
representations for zero-one programming problems".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from models.tables import Choice, ChoiceKind, Student
from scheduler.engine.attainable import is_attainable
from scheduler.engine.expressions import Expr, Literal, total
from scheduler.engine.peaks import Use, peaks
from scheduler.rules.student_clash import clash_anywhere

if TYPE_CHECKING:
    from scheduler.engine.model import PlanModel
    from scheduler.engine.variables import GroupVars, Seat


class Answer(NamedTuple):
    """Seats that answer a choice: one in a group of the course, or of every course of the programme."""

    choice: Choice
    seats: tuple[Seat, ...]


def hold_together(model: PlanModel) -> None:
    """Adds the literals and rows of every student who may hold several choices."""
    pairs = _Pairs(model)
    for name, seats in model.student_seats.items():
        student = model.network.student_by_id[name]
        if model.network.max_courses(student) >= 2:
            pairs.add(student, seats)


class _Pairs:
    """Builds the pairs of all students; what they share is built once."""

    def __init__(self, model: PlanModel) -> None:
        self.model = model
        self.few: dict[tuple[frozenset[str], int], Literal] = {}
        self.meets: dict[frozenset[tuple[int, ...]], Expr] = {}
        self.clashes: dict[tuple[object, ...], Literal] = {}

    def add(self, student: Student, seats: Sequence[Seat]) -> None:
        """The literals "both are held" of one student, bounded by the seats and by the course limit."""
        network, cp = self.model.network, self.model.cp
        limit = network.max_courses(student)
        literals = []
        beside: dict[Seat, dict[str, list[Literal]]] = defaultdict(lambda: defaultdict(list))
        for one, other in self._pairs(student, seats):
            groups = [seat.group for seat in (*one.seats, *other.seats)]
            both = cp.new_bool_var(f"both[{student.id},{','.join(group.id for group in groups)}]")
            literals.append(both)
            for answer, partner in ((one, other), (other, one)):
                for seat in answer.seats:
                    beside[seat][partner.choice.course].append(both)
            self._bound(both, one, other)
        for seat, by_choice in beside.items():
            if len(by_choice) > limit - 1:
                cp.add(
                    total(lit for found in by_choice.values() for lit in found) <= (limit - 1) * seat.taken
                )
            if limit > 2 or len(by_choice) == 1:
                for found in by_choice.values():
                    cp.add(total(found) <= seat.taken)
        choices = network.choices_by_student[student.id]
        served = total(self.model.served[student.id, choice.course] for choice in choices)
        cp.add(served <= 1 + total(literals))

    def _pairs(self, student: Student, seats: Sequence[Seat]) -> Iterator[tuple[Answer, Answer]]:
        """Answers of different choices that the student could hold together."""
        network = self.model.network
        for one, other in combinations(network.choices_by_student[student.id], 2):
            if one.kind is other.kind is ChoiceKind.ALTERNATIVE:
                continue
            courses = [course.id for choice in (one, other) for course in network.courses_of(choice.course)]
            if len(set(courses)) == len(courses) and is_attainable(self.model, student, (one, other)):
                yield from product(self._answers(seats, one), self._answers(seats, other))

    def _answers(self, seats: Sequence[Seat], choice: Choice) -> list[Answer]:
        by_course = [
            [seat for seat in seats if seat.choice is choice and seat.group.course is course]
            for course in self.model.network.courses_of(choice.course)
        ]
        return [Answer(choice, answer) for answer in product(*by_course)]

    def _bound(self, both: Literal, one: Answer, other: Answer) -> None:
        """Not both where two sessions clash or the days of all are more than the student may come on."""
        cp, network = self.model.cp, self.model.network
        groups = [seat.group for seat in (*one.seats, *other.seats)]
        days = network.rules.max_evenings
        for answer in (one, other):
            if answer.choice.course in network.programme_courses:
                days = max(days, sum(seat.group.course.weekly_sessions for seat in answer.seats))
        if sum(group.course.weekly_sessions for group in groups) > days:
            cp.add_implication(both, self._few_days(groups, days))
        for first, second in product(one.seats, other.seats):
            for session, other_session in product(first.group.slots, second.group.slots):
                clash = self._clash((first, session), (second, other_session))
                cp.add_implication(both, ~clash)

    def _clash(self, first: tuple[Seat, int], second: tuple[Seat, int]) -> Literal:
        """True if two sessions clash; one literal for all who may be at the same sites."""
        of_both = ((seat.group.id, session, tuple(seat.sites)) for seat, session in (first, second))
        key = (first[0].student.may_travel_alone, *of_both)
        if key not in self.clashes:
            self.clashes[key] = clash_anywhere(self.model, first, second)
        return self.clashes[key]

    def _few_days(self, groups: Sequence[GroupVars], days: int) -> Literal:
        """True only if the groups meet on no more than so many days of any week: of one session more than
        that, two are on one day."""
        key = (frozenset(group.id for group in groups), days)
        if key in self.few:
            return self.few[key]
        few = self.few[key] = self.model.cp.new_bool_var(f"few_days[{','.join(sorted(key[0]))}]")
        sessions = [(group, session) for group in groups for session in group.slots]
        stated = set()
        for some in combinations(sessions, days + 1):
            slots = (
                (Use(group.id, slot.placement.weeks), (at, slot.placement.weekday, slot.chosen.index))
                for at, (group, session) in enumerate(some)
                for slot in group.slots[session]
            )
            for week in peaks(slots, self.model.week_atoms):
                of_session: dict[tuple[int, int], list[int]] = defaultdict(list)
                for at, weekday, slot in week:
                    of_session[at, weekday].append(slot)
                by_day: dict[int, set[tuple[int, ...]]] = defaultdict(set)
                for (_, weekday), found in of_session.items():
                    by_day[weekday].add(tuple(found))
                row = frozenset(frozenset(sums) for sums in by_day.values())
                if len(by_day) > days and row not in stated:
                    stated.add(row)
                    self.model.cp.add(total(self._meets(sums) for sums in row) <= days + 1 - few)
        return few

    def _meets(self, sums: frozenset[tuple[int, ...]]) -> Expr:
        """At least each of these sums of slots; the sum itself if it is the only one."""
        if sums not in self.meets:
            cp = self.model.cp
            terms = [
                total(cp.get_bool_var_from_proto_index(slot) for slot in slots) for slots in sorted(sums)
            ]
            if len(terms) == 1:
                return terms[0]
            meets = cp.new_bool_var(f"meets[{len(self.meets)}]")
            for term in terms:
                cp.add(meets >= term)
            self.meets[sums] = meets
        return self.meets[sums]
