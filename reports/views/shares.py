"""The share of senior students who learn in the network: of every school and in all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from models.order import natural
from reports.export.source import Source

STATED_SHARE = 0.2
"""The benefit that the description of the practice states: at least 20 % of seniors learn in the network."""


@dataclass(frozen=True)
class Share:
    """Both parts of the fraction: ``places``, the seniors who learn in the network, of ``seniors``, the
    head count of the classes in the network's senior grades. Without an id: all institutions together."""

    institution: str
    name: str
    is_rural: bool
    seniors: int
    places: int

    @property
    def share(self) -> float | None:
        """``None`` where there are no seniors to divide by."""
        return self.places / self.seniors if self.seniors else None


def shares(source: Source) -> list[Share]:
    """One entry an institution with seniors, by name."""
    network = source.network
    senior = {item.key for item in network.classes if item.grade in network.rules.senior_grades}
    seniors: Counter[str] = Counter()
    for item in network.classes:
        if item.key in senior:
            seniors[item.institution] += item.head_count
    learning = {seat.student for seat in source.plan.enrolments}
    places = Counter(
        student.institution
        for student in network.students
        if student.id in learning and (student.institution, student.class_name) in senior
    )
    found = [
        Share(
            id,
            source.institution_name(id),
            network.institution_by_id[id].is_rural,
            seniors[id],
            places[id],
        )
        for id in seniors
    ]
    return sorted(found, key=lambda item: (natural(item.name), item.institution))


def share_in_all(source: Source) -> Share:
    """All institutions together: the figure of the headline."""
    found = shares(source)
    return Share("", "", False, sum(item.seniors for item in found), sum(item.places for item in found))
