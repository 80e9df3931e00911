"""The norm that applies to a circle of people: its number, and its clause where somebody has read it."""

from __future__ import annotations

from typing import Any

from models.network import Network
from models.norms import MissingNormError, Norm, find_norm
from models.tables import Student
from reports.audit.memo import remembered


@remembered
def _memo(network: Network) -> dict[tuple[Any, ...], Norm | None]:  # noqa: ARG001 - the key of the memo
    return {}


def norm_for(network: Network, key: str, **circle: Any) -> Norm | None:
    """The record in force on the first day of lessons; ``None`` where no record applies."""
    memo = _memo(network)
    question = (key, *sorted(circle.items()))
    if question not in memo:
        try:
            memo[question] = find_norm(network.norms, key, network.rules.first_day, **circle)
        except MissingNormError:
            memo[question] = None
    return memo[question]


def limit(network: Network, key: str, **circle: Any) -> int | None:
    """The number of the norm; ``None`` means that nothing limits."""
    norm = norm_for(network, key, **circle)
    return norm.number if norm else None


def minutes(network: Network, key: str) -> int:
    """A norm of minutes to keep free; none where no record applies."""
    return limit(network, key) or 0


def clause(network: Network, key: str, **circle: Any) -> str:
    """Where the norm is written, if somebody has read the clause; else empty."""
    norm = norm_for(network, key, **circle)
    if norm is None or not norm.verified:
        return ""
    return ", ".join(part for part in (norm.source, norm.clause) if part)


def circle_of(network: Network, student: Student) -> dict[str, Any]:
    """The circle a student belongs to: grade, days a week and kind of the institution."""
    institution = network.institution_by_id[student.institution]
    return {
        "grade": network.class_of(student).grade,
        "days_a_week": institution.days_a_week,
        "institution_kind": institution.kind.value,
    }
