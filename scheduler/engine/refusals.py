"""The refusals of a plan: one for every choice that was not served, with its place on the waiting list."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from models import lottery
from models.network import Network
from models.plan import (
    Plan,
    Refusal,
    RefusalCode,
)
from models.tables import Choice, ChoiceKind
from scheduler.engine.office import Office
from scheduler.engine.refusal_words import QUEUE


def unserved_choices(network: Network, plan: Plan) -> Iterator[Choice]:
    """The choices that need a refusal: alternatives above the one served, and unmet additional ones."""
    for student, choices in network.choices_by_student.items():
        seated = {(seat.rank, seat.course) for seat in plan.seats_of.get(student, [])}
        served = [
            choice
            for choice in choices
            if (courses := network.courses_of(choice.course))
            and all((choice.rank, course.id) in seated for course in courses)
        ]
        best = min((choice.rank for choice in served if choice.kind is ChoiceKind.ALTERNATIVE), default=None)
        for choice in choices:
            if choice in served:
                continue
            if choice.kind is ChoiceKind.ADDITIONAL or best is None or choice.rank < best:
                yield choice


def find_refusals(network: Network, plan: Plan, applicants: Collection[str] = ()) -> tuple[Refusal, ...]:
    """One refusal for each choice that needs one, by student and rank.

    ``applicants`` draw lots together, if they are more than those of the network.
    """
    office = Office(network, plan)
    reasons = [(choice, *office.why(choice)) for choice in unserved_choices(network, plan)]
    waiting = _waiting_lists(
        network,
        plan,
        [choice for choice, code, _ in reasons if code in _WAIT],
        applicants or network.choices_by_student,
    )
    refusals = []
    for choice, code, message in reasons:
        text = message.in_("ru")
        if code in _WAIT:
            queue = waiting[choice.course]
            text += QUEUE(place=queue.index(choice) + 1, waiting=len(queue)).in_("ru")
        refusals.append(
            Refusal(student=choice.student, course=choice.course, rank=choice.rank, code=code, text=text)
        )
    return tuple(sorted(refusals, key=lambda item: (item.student, item.rank)))


def _waiting_lists(
    network: Network, plan: Plan, choices: list[Choice], applicants: Collection[str]
) -> dict[str, list[Choice]]:
    """Course → those who wait for a seat in it: by rank, priority, date and, last, the plan's lottery."""
    drawn = {} if plan.lottery_seed is None else lottery.numbers(applicants, plan.lottery_seed)

    def turn(choice: Choice) -> tuple[int, int, bool, int, str]:
        points = network.priority_points(network.student_by_id[choice.student])
        return (
            choice.rank,
            -points,
            network.is_late(choice),
            -drawn.get(choice.student, 0),
            choice.student,
        )

    lists: dict[str, list[Choice]] = {}
    for choice in sorted(choices, key=turn):
        lists.setdefault(choice.course, []).append(choice)
    return lists


_WAIT = (RefusalCode.CAPACITY, RefusalCode.LOST_TIEBREAK)
"""Whom one more seat would serve: they are on the waiting list of the course."""
