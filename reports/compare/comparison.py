"""A scenario against the base: figures of both plans, differences with what is certain of them, changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from models.network import Network
from models.plan import Level, Plan
from models.tables import CentreStatus
from reports.compare.certain import CertainLevel, Interval, certain_levels, served
from reports.compare.cost import Cost, cost_of, teacher_hours
from reports.compare.groups import GroupChange, group_changes
from reports.compare.people import StudentChange, student_changes
from reports.export.source import Source
from reports.export.summary import Summary, summarise
from reports.views.journeys import journeys
from reports.views.public.goals import told_goals
from reports.views.public.headline import PublicHeadline, public_headline
from reports.views.served import Served, served_by_school
from reports.views.shares import Share, shares

UNSERVED = "unserved"


@dataclass(frozen=True)
class Side:
    """A network with its plan: the base or a scenario. ``name`` is short, ``title`` is what people read.

    ``wishes``: how many wishes for what the base does not offer are part of the demand here.
    ``seconds``: how long the search took.
    """

    name: str
    title: str
    source: Source
    wishes: int = 0
    seconds: float = 0.0
    opened: tuple[str, ...] = ()

    @property
    def network(self) -> Network:
        return self.source.network

    @property
    def plan(self) -> Plan:
        return self.source.plan

    @cached_property
    def summary(self) -> Summary:
        return summarise(self.network, self.plan)

    @cached_property
    def cost(self) -> Cost:
        return cost_of(self.network, self.plan, self.opened)

    @cached_property
    def hours(self) -> int:
        return teacher_hours(self.network, self.plan)

    @cached_property
    def schools(self) -> dict[str, Served]:
        return {item.institution: item for item in served_by_school(self.source)}

    @cached_property
    def shares(self) -> dict[str, Share]:
        return {item.institution: item for item in shares(self.source)}

    @cached_property
    def travel(self) -> int:
        """Minutes that all students are on their way in the year, there and back."""
        return journeys(self.source).total

    @cached_property
    def headline(self) -> PublicHeadline:
        """What may be published of all together."""
        return public_headline(self.source)

    @cached_property
    def public_goals(self) -> set[str]:
        """The goals of which the numbers may be published."""
        return told_goals(self.source)

    def level(self, name: str) -> Level | None:
        return next((level for level in self.plan.levels if level.name == name), None)

    @property
    def served(self) -> Interval | None:
        """How many applicants the best plan serves; ``None`` if that is not the first goal."""
        first = self.plan.levels[0] if self.plan.levels else None
        if first is None or first.name != UNSERVED:
            return None
        return served(self.summary.applicants, first)


def open_centres(network: Network) -> set[str]:
    """The centres at which groups may be held."""
    return {
        centre.id
        for centre in network.centres
        if centre.status is CentreStatus.OPEN and network.institution_by_id[centre.institution].participates
    }


@dataclass(frozen=True)
class SchoolChange:
    """The students of a school in both plans: applicants, served, with their first choice."""

    institution: str
    name: str
    is_rural: bool
    applicants: tuple[int, int]
    served: tuple[int, int]
    first_choices: tuple[int, int]


@dataclass(frozen=True)
class Comparison:
    """A scenario beside the base.

    ``tells_applicants``: whether the number of applicants may be published beside all that is published with
    it (see ``reports.compare.told.together``).
    """

    base: Side
    scenario: Side
    tells_applicants: bool = False

    @property
    def served(self) -> Interval | None:
        """How many applicants more the scenario's best plan serves than the base's; ``None`` if unknown."""
        here, there = self.base.served, self.scenario.served
        return None if here is None or there is None else there.minus(here)

    @cached_property
    def has_other_choices(self) -> bool:
        """Whether the scenario changes what is applied for, beside the wishes that it makes part of it."""
        here, there = (
            {(choice.student, choice.course, choice.rank) for choice in side.network.choices}
            for side in (self.base, self.scenario)
        )
        return bool(here - there) or len(there - here) != self.scenario.wishes

    @cached_property
    def levels(self) -> list[CertainLevel]:
        return certain_levels(self.base.plan.levels, self.scenario.plan.levels)

    @cached_property
    def students(self) -> list[StudentChange]:
        base, scenario = self.base, self.scenario
        return student_changes(base.network, base.plan, scenario.network, scenario.plan)

    @cached_property
    def groups(self) -> list[GroupChange]:
        return group_changes(self.base.plan, self.scenario.plan)

    @cached_property
    def turns(self) -> Counter[str]:
        """How many students gain, lose, move, … ."""
        return Counter(change.turn.value for change in self.students)

    @cached_property
    def schools(self) -> list[SchoolChange]:
        """Every school with applicants on either side, by name."""
        network = self.scenario.network
        known = {**self.base.schools, **self.scenario.schools}

        def both(institution: str, count: Callable[[Served], int]) -> tuple[int, int]:
            sides = (self.base.schools.get(institution), self.scenario.schools.get(institution))
            before, after = (0 if item is None else count(item) for item in sides)
            return before, after

        return [
            SchoolChange(
                id,
                item.name,
                network.institution_by_id[id].is_rural,
                both(id, lambda s: s.applicants),
                both(id, lambda s: s.applicants - s.with_nothing),
                both(id, lambda s: sum(rank.served for rank in s.ranks if rank.rank == 1)),
            )
            for id, item in sorted(known.items(), key=lambda pair: pair[1].name)
        ]

    def by_place(self) -> dict[bool, tuple[int, int]]:
        """Whether rural → served in both plans."""
        found = {}
        for rural in (True, False):
            mine = [school for school in self.schools if school.is_rural is rural]
            if mine:
                found[rural] = (sum(s.served[0] for s in mine), sum(s.served[1] for s in mine))
        return found
