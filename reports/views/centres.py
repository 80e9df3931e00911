"""A page for every resource centre: its rooms, its week, its groups and where their members come from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from models.order import natural
from models.tables import CentreStatus, Room
from models.text import Text
from reports.export.source import Source
from reports.views.contacts import contact
from reports.views.fill import Fill, fills
from reports.views.week import Meeting, at_centre, meetings

STATUS = {
    CentreStatus.OPEN: Text("открыт", "open"),
    CentreStatus.CANDIDATE: Text("кандидат", "candidate"),
    CentreStatus.CLOSED: Text("закрыт", "closed"),
}
UNKNOWN = Text("в сети не значится", "not in the network")


@dataclass(frozen=True)
class Members:
    """How many members of a group an institution sends."""

    institution: str
    name: str
    count: int


@dataclass(frozen=True)
class CentreGroup:
    """A group of a centre with its size and limits, and its members by school: most of them first."""

    fill: Fill
    members: tuple[Members, ...]


@dataclass(frozen=True)
class CentrePage:
    """All about one centre; ``institution`` is empty for one that the plan names and the network lacks."""

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
    groups: tuple[CentreGroup, ...]


def centre_pages(source: Source) -> list[CentrePage]:
    """One page a centre of the network (also without groups) or of the plan, by name."""
    network = source.network
    held = meetings(source)
    groups = [CentreGroup(fill, members_by_school(source, fill.group)) for fill in fills(source)]
    centres = {*network.centre_by_id, *(meeting.centre for meeting in held)}
    pages = [_page(source, centre, held, groups) for centre in centres]
    return sorted(pages, key=lambda page: (natural(page.name), page.centre))


def members_by_school(source: Source, group: str) -> tuple[Members, ...]:
    """Where the members of a group come from; students that the network does not know are left out."""
    students = {seat.student for seat in source.members(group)}
    counts = Counter(known.institution for id in students if (known := source.student(id)))
    found = [Members(id, source.institution_name(id), count) for id, count in counts.items()]
    return tuple(sorted(found, key=lambda item: (-item.count, natural(item.name), item.institution)))


def _page(source: Source, id: str, held: list[Meeting], groups: list[CentreGroup]) -> CentrePage:
    centre = source.network.centre_by_id.get(id)
    call = contact(source, id)
    here = at_centre(held, id)
    mine = {meeting.group for meeting in here}
    return CentrePage(
        centre=id,
        name=call.centre_name,
        institution=centre.institution if centre else "",
        address=call.address,
        coordinator=call.coordinator,
        telephone=call.telephone,
        profiles=centre.profiles if centre else (),
        status=STATUS[centre.status] if centre else UNKNOWN,
        rooms=tuple(sorted(source.network.rooms_by_centre.get(id, ()), key=lambda room: natural(room.name))),
        meetings=tuple(here),
        groups=tuple(group for group in groups if group.fill.group in mine),
    )
