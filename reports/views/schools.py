"""A page for every school: who of it learns where and when, how they get there, whom to call."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from models.order import natural
from models.tables import Institution
from reports.export.source import Source
from reports.views.contacts import Contact, contact
from reports.views.fill import Fill, fills
from reports.views.lines import Line, lines_by_school
from reports.views.refused import Refused, refused_by_school
from reports.views.served import Served, served_by_school
from reports.views.shares import Share, shares
from reports.views.week import Meeting


@dataclass(frozen=True)
class SchoolGroup:
    """A group that students of the school sit in: ``ours`` of its ``size`` members."""

    group: str
    course: str
    title: str
    centre: str
    centre_name: str
    ours: int
    size: int


@dataclass(frozen=True)
class SchoolPage:
    """All about one institution that sends students. ``learning`` counts its students with a seat.

    ``seniors`` is the head count of its senior classes, ``places`` the seniors among those who learn,
    ``served`` the applicants with a seat.
    """

    institution: str
    name: str
    full_name: str
    is_rural: bool
    address: str
    telephone: str
    seniors: int
    places: int
    applicants: int
    served: int
    learning: int
    lines: tuple[Line, ...]
    groups: tuple[SchoolGroup, ...]
    refused: tuple[Refused, ...]
    contacts: tuple[Contact, ...]

    @property
    def share(self) -> float | None:
        return self.places / self.seniors if self.seniors else None

    @property
    def meetings(self) -> list[Meeting]:
        """The sessions its students attend, each once, by weekday and time."""
        found = {(m.group, m.session): m for line in self.lines if (m := line.meeting)}
        return sorted(found.values(), key=lambda m: (m.weekday, m.start, m.end, m.centre_name, m.session))


def school_pages(source: Source) -> list[SchoolPage]:
    """One page an institution that has students and takes part (or has somebody learning), by name."""
    has_students = {student.institution for student in source.network.students}
    lines, refused = lines_by_school(source), refused_by_school(source)
    share_of = {item.institution: item for item in shares(source)}
    served_of = {item.institution: item for item in served_by_school(source)}
    fill_of = {fill.group: fill for fill in fills(source)}
    pages = [
        _page(
            source,
            institution,
            lines.get(institution.id, []),
            refused.get(institution.id, []),
            share_of.get(institution.id),
            served_of.get(institution.id),
            fill_of,
        )
        for institution in source.network.institutions
        if institution.id in has_students and (institution.participates or institution.id in lines)
    ]
    return sorted(pages, key=lambda page: (natural(page.name), page.institution))


def _page(
    source: Source,
    institution: Institution,
    lines: list[Line],
    refused: list[Refused],
    share: Share | None,
    served: Served | None,
    fill_of: dict[str, Fill],
) -> SchoolPage:
    ours: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        ours[line.group].add(line.student)
    groups = [_group(fill_of[group], len(students)) for group, students in ours.items()]
    centres = {line.meeting.centre for line in lines if line.meeting}
    contacts = [contact(source, centre) for centre in centres]
    return SchoolPage(
        institution=institution.id,
        name=institution.name,
        full_name=institution.full_name,
        is_rural=institution.is_rural,
        address=institution.address,
        telephone=institution.telephone,
        seniors=share.seniors if share else 0,
        places=share.places if share else 0,
        applicants=served.applicants if served else 0,
        served=served.applicants - served.with_nothing if served else 0,
        learning=len({line.student for line in lines}),
        lines=tuple(lines),
        groups=tuple(sorted(groups, key=lambda group: (group.title, natural(group.group)))),
        refused=tuple(refused),
        contacts=tuple(sorted(contacts, key=lambda item: (natural(item.centre_name), item.centre))),
    )


def _group(fill: Fill, ours: int) -> SchoolGroup:
    return SchoolGroup(fill.group, fill.course, fill.title, fill.centre, fill.centre_name, ours, fill.size)
