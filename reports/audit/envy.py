"""Seats held by students of lower priority that a refused student of higher priority could hold."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding, Severity
from models.network import Network
from models.plan import Plan
from models.tables import Choice, PriorityMode
from models.text import Text
from reports.audit import say
from reports.audit.facts import facts_of, served_choices
from reports.audit.priorities import points
from reports.audit.refusals import refused
from reports.audit.seating import Seating

PASSED_OVER = Text(
    "Обучающемуся {student} отказано в «{target}», хотя {excess} чел. с меньшим приоритетом занимают там "
    "места, которые он мог бы занять: {holders}.",
    "Student {student} was refused {target}, although {excess} students of lower priority hold seats there "
    "that he or she could take: {holders}.",
)
CURE = Text(
    "При строгом порядке приоритетов место получает обучающийся с большим приоритетом.",
    "With strict priorities the seat goes to the student of higher priority.",
)


def standing(network: Network, choice: Choice) -> tuple[int, bool]:
    """What decides between two choices, the greater first: declared points, then being in time."""
    return points(network, network.student_by_id[choice.student]), not network.is_late(choice)


def justified_envy(network: Network, plan: Plan) -> Iterator[Finding]:
    """One finding for each refused choice that is passed over, with the number of such seats.

    An error where the network asks for strict priorities, else for information.
    """
    strict = network.rules.priority_mode is PriorityMode.STRICT
    facts = facts_of(network, plan)
    locked = {(lock.student, lock.group) for lock in network.locks if lock.student}
    holders: dict[str, list[Choice]] = {}
    for choice in served_choices(network, plan):
        holders.setdefault(choice.course, []).append(choice)
    for choice in refused(network, plan):
        student = network.student_by_id[choice.student]
        courses = network.courses_of(choice.course)
        passed_over = []
        for held in holders.get(choice.course, ()):
            if standing(network, held) >= standing(network, choice):
                continue
            seats = {s.course.id: s.group for s in facts.seats_of[held.student]}
            groups = [seats[course.id] for course in courses]
            if any((held.student, group.id) in locked for group in groups):
                continue
            if Seating(network, plan, student, choice, vacated=held.student).could_take(groups):
                passed_over.append(held.student)
        if passed_over:
            yield Finding(
                rule="priority",
                severity=Severity.ERROR if strict else Severity.INFO,
                message=PASSED_OVER(
                    student=student.id,
                    target=choice.course,
                    excess=len(passed_over),
                    holders=passed_over,
                ),
                who=(student.id, choice.course),
                excess=len(passed_over),
                unit=say.STUDENTS,
                cure=CURE(),
            )
