"""Places where the next resource centre could be: candidates, closed centres, institutions without one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from models.network import Network
from models.tables import Centre, CentreStatus, Course, InstitutionKind, Room

HOSTS = (InstitutionKind.SCHOOL, InstitutionKind.COLLEGE, InstitutionKind.ADDITIONAL)
"""Kinds of institutions that can host a centre."""


class SiteKind(StrEnum):
    """``LISTED``: a candidate or closed centre of the network, with the rooms it has there. ``NEW``: an
    institution without any centre, of which rooms and teachers are assumed."""

    LISTED = "listed"
    NEW = "new"


@dataclass(frozen=True)
class Site:
    """A centre that is not open: ``centre`` is its id, in the network or made up."""

    centre: str
    institution: str
    kind: SiteKind


def sites_of(network: Network) -> tuple[Site, ...]:
    """All places, the network's own first."""
    listed = [
        Site(centre.id, centre.institution, SiteKind.LISTED)
        for centre in network.centres
        if centre.status is not CentreStatus.OPEN
        and network.institution_by_id[centre.institution].participates
    ]
    hosts = {centre.institution for centre in network.centres}
    new = [
        Site(_free_id(network, item.id), item.id, SiteKind.NEW)
        for item in network.institutions
        if item.participates and item.kind in HOSTS and item.id not in hosts
    ]
    return (*listed, *new)


def _free_id(network: Network, institution: str) -> str:
    name, number = f"РЦ+{institution}", 1
    while name in network.centre_by_id:
        number += 1
        name = f"РЦ+{institution}-{number}"
    return name


def with_sites(network: Network, sites: Collection[Site], *, visiting: bool) -> Network:
    """The network with these places open.

    A new one is assumed to be equipped: one room of every kind that some course asks for, as large as its
    largest group, for one group at a time, open to every course. ``visiting``: the teachers of the network
    are assumed to go there; otherwise only those who work there or travel anyway.
    """
    new = [site for site in sites if site.kind is SiteKind.NEW]
    listed = {site.centre for site in sites if site.kind is SiteKind.LISTED}
    centres = tuple(
        centre.replace(status=CentreStatus.OPEN) if centre.id in listed else centre
        for centre in network.centres
    )
    centres += tuple(
        Centre(id=site.centre, institution=site.institution, max_parallel_groups=1) for site in new
    )
    rooms = tuple(room for site in new for room in _rooms(network, site))
    added = tuple(site.centre for site in new)
    courses = tuple(
        course.replace(centres=(*course.centres, *added)) if course.centres and added else course
        for course in network.courses
    )
    places = tuple(site.institution for site in sites)
    teachers = tuple(
        teacher.replace(also_at=tuple(dict.fromkeys((*teacher.also_at, *places)))) if visiting else teacher
        for teacher in network.teachers
    )
    return network.replace(
        centres=centres, rooms=(*network.rooms, *rooms), courses=courses, teachers=teachers
    )


def _rooms(network: Network, site: Site) -> list[Room]:
    """One room of every kind and equipment that courses ask for."""
    asked: dict[tuple[str, tuple[str, ...]], list[Course]] = {}
    for course in network.courses:
        if not course.is_practice:
            asked.setdefault((course.room_kind, tuple(sorted(course.equipment))), []).append(course)
    return [
        Room(
            centre=site.centre,
            name=str(number),
            capacity=max(1, *(network.group_max(course) for course in courses)),
            kind=kind,
            equipment=equipment,
        )
        for number, ((kind, equipment), courses) in enumerate(sorted(asked.items()), start=1)
    ]
