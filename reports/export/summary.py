"""The plan in a few figures: what the headline and the first sheet say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from models.network import Network
from models.plan import Plan
from models.tables import Choice


@dataclass(frozen=True)
class Summary:
    """Counts of a plan.

    ``served``: applicants with at least one choice served; ``first_choices``: applicants whose choice of
    rank 1 is served, of the ``with_first`` who made one. ``seniors``: students of the classes in the
    network's senior grades; ``senior_places``: those of them who learn in the network.
    """

    applicants: int
    served: int
    with_first: int
    first_choices: int
    groups: int
    centres: int
    enrolments: int
    seniors: int
    senior_places: int
    refusals: tuple[tuple[str, int], ...]

    @property
    def senior_share(self) -> float | None:
        return self.senior_places / self.seniors if self.seniors else None


def summarise(network: Network, plan: Plan) -> Summary:
    """Counts what a plan gives to whom."""
    applicants = network.choices_by_student
    seated = {(seat.student, seat.course, seat.rank) for seat in plan.enrolments}
    served = {
        student: [choice for choice in choices if _is_served(network, choice, seated)]
        for student, choices in applicants.items()
    }
    senior = {item.key for item in network.classes if item.grade in network.rules.senior_grades}
    learning = {seat.student for seat in plan.enrolments} & set(network.student_by_id)
    return Summary(
        applicants=len(applicants),
        served=sum(bool(choices) for choices in served.values()),
        with_first=sum(any(choice.rank == 1 for choice in choices) for choices in applicants.values()),
        first_choices=sum(any(choice.rank == 1 for choice in choices) for choices in served.values()),
        groups=len(plan.groups),
        centres=len({session.centre for _, session in plan.sessions()}),
        enrolments=len(plan.enrolments),
        seniors=sum(item.head_count for item in network.classes if item.key in senior),
        senior_places=sum(
            (network.student_by_id[id].institution, network.student_by_id[id].class_name) in senior
            for id in learning
        ),
        refusals=tuple(sorted(Counter(refusal.code.value for refusal in plan.refusals).items())),
    )


def _is_served(network: Network, choice: Choice, seated: set[tuple[str, str, int]]) -> bool:
    """A choice is served when all courses it stands for have a seat of its rank."""
    courses = network.courses_of(choice.course)
    return bool(courses) and all((choice.student, course.id, choice.rank) in seated for course in courses)
