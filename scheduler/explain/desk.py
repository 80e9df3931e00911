"""Where questions about one plan are answered: the models of its parts are built once, when needed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from models.audit import Auditor
from models.network import Network
from models.plan import Plan, Refusal
from models.tables import Choice
from scheduler.engine.office import Office
from scheduler.engine.part_by_part import taken_apart
from scheduler.engine.refusals import unserved_choices
from scheduler.engine.run import GUIDE
from scheduler.explain.workbench import Workbench

FULL_ALONE_SECONDS = 0.3
"""Questions about a start or a group are harder than those about a seat: several workers soon take over."""


@dataclass
class Desk:
    """One plan of a network that keeps its rules."""

    network: Network
    plan: Plan
    auditor: Auditor

    def __post_init__(self) -> None:
        seed = self.plan.lottery_seed
        self.seed = self.network.rules.lottery_seed if seed is None else seed
        applicants = tuple(self.network.choices_by_student)
        is_proven = any(level.name == GUIDE and level.proven for level in self.plan.levels)
        self.benches = [
            Workbench(part, plan, self.auditor, self.seed, applicants, is_proven=is_proven)
            for part, plan in taken_apart(self.network, self.plan)
        ]
        self._offices: dict[int, Office] = {}
        self._full: dict[int, Workbench] = {}

    def bench_of(self, target: str) -> Workbench | None:
        """The part that a course or programme belongs to; ``None`` if nothing is planned there."""
        wanted = {item.id for item in self.network.courses_of(target)}
        return next((b for b in self.benches if wanted & b.network.course_by_id.keys()), None)

    def full(self, bench: Workbench) -> Workbench:
        """The same part with every start and every group told apart."""
        if id(bench) not in self._full:
            self._full[id(bench)] = replace(bench, reduce=False, alone_s=FULL_ALONE_SECONDS)
        return self._full[id(bench)]

    def office(self, bench: Workbench) -> Office:
        """Obstacles in the plan as it stands; what decides among equals is found by solving instead."""
        if id(bench) not in self._offices:
            self._offices[id(bench)] = Office(bench.network, bench.plan, ties=False)
        return self._offices[id(bench)]

    @cached_property
    def unserved(self) -> list[Choice]:
        """All choices that need a refusal."""
        return list(unserved_choices(self.network, self.plan))

    def waiting(self, choice: Choice) -> list[Choice]:
        """Choices of the same course that were refused to others."""
        return [
            other
            for other in self.unserved
            if other.course == choice.course and other.student != choice.student
        ]

    def recorded(self, choice: Choice) -> Refusal | None:
        """What the plan says of a refused choice."""
        return next(
            (
                refusal
                for refusal in self.plan.refusals
                if (refusal.student, refusal.course) == (choice.student, choice.course)
            ),
            None,
        )


def title_of(network: Network, target: str) -> str:
    """The title of a course or programme, by what a choice names."""
    if target in network.course_by_id:
        return network.course_by_id[target].title
    return next((item.title for item in network.programmes if item.id == target), target)
