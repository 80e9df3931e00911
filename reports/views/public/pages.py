"""The pages of schools and centres, as they may be published: no person, no small count."""

from __future__ import annotations

from dataclasses import dataclass

from models.tables import Room
from models.text import Text
from reports.export.source import Source
from reports.views.centres import centre_pages
from reports.views.contacts import Contact
from reports.views.fill import Fill
from reports.views.public.members import PublicCell, PublicMembers, members_by_group
from reports.views.public.shares import PublicShare, public_shares
from reports.views.public.week import public_fills, public_meetings
from reports.views.schools import school_pages
from reports.views.week import Meeting, at_centre, of_school


@dataclass(frozen=True)
class PublicSchoolGroup:
    """A group of which it may be told that the school sends members; ``cells`` are those of the school."""

    group: str
    title: str
    centre_name: str
    cells: tuple[PublicCell, ...]


@dataclass(frozen=True)
class PublicSchoolPage:
    """A school's groups and meetings; their ways are in ``reports.views.public.ways``."""

    institution: str
    name: str
    full_name: str
    is_rural: bool
    address: str
    telephone: str
    share: PublicShare | None
    groups: tuple[PublicSchoolGroup, ...]
    meetings: tuple[Meeting, ...]
    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class PublicCentrePage:
    """A centre with its meetings, the groups whose size may be told, and what is told of the members."""

    centre: str
    name: str
    institution: str
    address: str
    coordinator: str
    telephone: str
    profiles: tuple[str, ...]
    status: Text
    rooms: tuple[Room, ...]
    meetings: tuple[Meeting, ...]
    fills: tuple[Fill, ...]
    members: tuple[PublicMembers, ...]


def public_school_pages(source: Source) -> list[PublicSchoolPage]:
    """The same schools as for the office, by name."""
    members = members_by_group(source)
    shares = {item.institution: item for item in public_shares(source)}
    held = public_meetings(source)
    pages = []
    for page in school_pages(source):
        groups = [
            PublicSchoolGroup(
                group.group,
                group.title,
                group.centre_name,
                tuple(cell for cell in members[group.group].cells if cell.institution == page.institution),
            )
            for group in page.groups
            if page.institution in members[group.group].schools
        ]
        mine = of_school(held, page.institution)
        centres = {meeting.centre for meeting in mine}
        pages.append(
            PublicSchoolPage(
                institution=page.institution,
                name=page.name,
                full_name=page.full_name,
                is_rural=page.is_rural,
                address=page.address,
                telephone=page.telephone,
                share=shares.get(page.institution),
                groups=tuple(groups),
                meetings=tuple(mine),
                contacts=tuple(item for item in page.contacts if item.centre in centres),
            )
        )
    return pages


def public_centre_pages(source: Source) -> list[PublicCentrePage]:
    """The same centres as for the office, by name."""
    members = members_by_group(source)
    held = public_meetings(source)
    told = {fill.group: fill for fill in public_fills(source)}
    pages = []
    for page in centre_pages(source):
        groups = [group.fill.group for group in page.groups]
        pages.append(
            PublicCentrePage(
                centre=page.centre,
                name=page.name,
                institution=page.institution,
                address=page.address,
                coordinator=page.coordinator,
                telephone=page.telephone,
                profiles=page.profiles,
                status=page.status,
                rooms=page.rooms,
                meetings=tuple(at_centre(held, page.centre)),
                fills=tuple(told[group] for group in groups if group in told),
                members=tuple({members[group].groups: members[group] for group in groups}.values()),
            )
        )
    return pages
