"""Which applications were served, by rank: of every school and in all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from models.order import natural
from models.tables import Choice
from reports.audit.facts import facts_of, served_choices
from reports.audit.refusals import refused
from reports.export.source import Source


class Fate(StrEnum):
    """What became of an application. One that ranks below the seat obtained was not needed."""

    SERVED = "served"
    REFUSED = "refused"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True)
class RankCount:
    """Applications of one rank by their fate."""

    rank: int
    served: int
    refused: int
    not_needed: int


@dataclass(frozen=True)
class Served:
    """The applications of one institution (or of all, with no id): ``ranks`` rise from 1 without gaps.

    ``applicants`` are students with an application, ``with_nothing`` those of them without any seat.
    """

    institution: str
    name: str
    applicants: int
    with_nothing: int
    ranks: tuple[RankCount, ...]


def served_by_school(source: Source) -> list[Served]:
    """One entry an institution with applicants, by name."""
    applicants: dict[str, list[str]] = defaultdict(list)
    for id in source.network.choices_by_student:
        student = source.student(id)
        if student is not None:
            applicants[student.institution].append(id)
    fates = fate_of_choices(source)
    found = [
        _served(source, school, source.institution_name(school), students, fates)
        for school, students in applicants.items()
    ]
    return sorted(found, key=lambda item: (natural(item.name), item.institution))


def served_in_all(source: Source) -> Served:
    """All applications together."""
    return _served(source, "", "", source.network.choices_by_student, fate_of_choices(source))


def fate_of_choices(source: Source) -> dict[Choice, Fate]:
    """Every application with its fate."""
    fates = dict.fromkeys(source.network.choices, Fate.NOT_NEEDED)
    fates |= dict.fromkeys(refused(source.network, source.plan), Fate.REFUSED)
    return fates | dict.fromkeys(served_choices(source.network, source.plan), Fate.SERVED)


def _served(
    source: Source, institution: str, name: str, students: Iterable[str], fates: dict[Choice, Fate]
) -> Served:
    seated = facts_of(source.network, source.plan).seats_of
    of_all = source.network.choices_by_student
    ids = list(students)
    counts = Counter((choice.rank, fates[choice]) for id in ids for choice in of_all[id])
    last = max((choice.rank for choices in of_all.values() for choice in choices), default=0)
    return Served(
        institution=institution,
        name=name,
        applicants=len(ids),
        with_nothing=sum(id not in seated for id in ids),
        ranks=tuple(
            RankCount(
                rank,
                counts[rank, Fate.SERVED],
                counts[rank, Fate.REFUSED],
                counts[rank, Fate.NOT_NEEDED],
            )
            for rank in range(1, last + 1)
        ),
    )
