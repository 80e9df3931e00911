"""How a network fares under other demands: a plan for each, and which courses open how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from models.network import Network
from models.plan import Plan
from reports.export.summary import summarise


@dataclass(frozen=True)
class DemandPoint:
    """A demand of ``factor`` times that of the base, and what its plan gives; no plan: all ``None``.
    ``is_impossible``: there can be none, because of the locks."""

    name: str
    factor: float
    applicants: int
    served: int | None
    first_choices: int | None
    groups: int | None
    open_courses: tuple[str, ...]
    is_proven: bool
    is_impossible: bool = False

    @property
    def share(self) -> float | None:
        """Of the applicants, those served."""
        return None if self.served is None or not self.applicants else self.served / self.applicants


def demand_point(
    name: str, factor: float, network: Network, plan: Plan | None, *, is_impossible: bool
) -> DemandPoint:
    """The point of one demand. ``is_proven``: the number served is the largest possible."""
    applicants = len(network.choices_by_student)
    if plan is None:
        return DemandPoint(name, factor, applicants, None, None, None, (), False, is_impossible)
    summary = summarise(network, plan)
    first = plan.levels[0] if plan.levels else None
    return DemandPoint(
        name,
        factor,
        applicants,
        summary.served,
        summary.first_choices,
        summary.groups,
        tuple(sorted({group.course for group in plan.groups})),
        first is not None and first.name == "unserved" and first.proven,
    )


def openings(network: Network, points: Sequence[DemandPoint]) -> list[tuple[str, int]]:
    """Course → in how many of the plans it is open, the surest first."""
    counts = Counter(course for point in points for course in point.open_courses)
    return sorted(((course.id, counts[course.id]) for course in network.courses), key=lambda c: (-c[1], c[0]))
