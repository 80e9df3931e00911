"""Minutes by place and flows, as they may be published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from models.order import natural
from models.text import Message, Text
from reports.export.masking import THRESHOLD
from reports.export.source import Source
from reports.views.journeys import PlaceJourneys, journeys
from reports.views.public.members import PublicMembers, public_members
from reports.views.public.pooling import withheld
from reports.views.public.ways import public_ways
from reports.views.public.week import public_meetings
from reports.views.ways import REMOTE

OTHER_PLACES = Text("другие места ({count})", "other places ({count})")


@dataclass(frozen=True)
class PublicPlace:
    """Shortest and longest way from a school, or home to a place or to several (then without an id).

    Neither the number of riders is told nor the mean: it would tell in what proportion they go to where.
    """

    place: str
    name: str | Message
    minimum: int
    maximum: int


@dataclass(frozen=True)
class PublicFlow:
    """A school sends at least so many to groups held at an institution; students of two groups count twice.

    It is what the published members of the groups add up to, nothing more.
    """

    origin: str
    origin_name: str
    place: str
    place_name: str
    at_least: int


def public_there(source: Source) -> list[PublicPlace]:
    """The ways from each school to sessions elsewhere, longest first: what is told of its groups."""
    held = {meeting.session: meeting for meeting in public_meetings(source) if not meeting.is_practice}
    minutes: dict[str, list[int]] = defaultdict(list)
    for (school, session), told in public_ways(source).items():
        if session in held and held[session].institution != school:
            minutes[school] += [
                number for way in told.there if way.mode is not REMOTE for number in (way.least, way.most)
            ]
    return _ordered(
        PublicPlace(school, source.institution_name(school), min(found), max(found))
        for school, found in minutes.items()
        if found
    )


def public_home(source: Source) -> list[PublicPlace]:
    """The ways home to places of at least three students, longest first, then those to all others as one.

    Among the others there is always one that could have been told, so that being there does not mean
    that one or two live in it. Nothing is told of fewer than three students in all.
    """
    places = journeys(source).home
    hidden = withheld({item.place: item.riders for item in places})
    found = _ordered(
        PublicPlace(item.place, item.name, item.minimum, item.maximum)
        for item in places
        if item.place not in hidden
    )
    return found + _together([item for item in places if item.place in hidden])


def _ordered(places: Iterable[PublicPlace]) -> list[PublicPlace]:
    return sorted(places, key=lambda item: (-item.maximum, -item.minimum, str(item.name), item.place))


def _together(places: list[PlaceJourneys]) -> list[PublicPlace]:
    if sum(item.riders for item in places) < THRESHOLD:
        return []
    shortest, longest = min(item.minimum for item in places), max(item.maximum for item in places)
    return [PublicPlace("", OTHER_PLACES(count=len(places)), shortest, longest)]


def public_flows(source: Source) -> list[PublicFlow]:
    """Which schools send students where, as far as the published members of the groups say so."""
    least: dict[tuple[str, str], int] = defaultdict(int)
    for circle in public_members(source):
        place = _place(source, circle)
        for school in circle.schools if place else ():
            least[school, place] += circle.at_least(school)
    flows = [
        PublicFlow(school, source.institution_name(school), place, source.institution_name(place), number)
        for (school, place), number in least.items()
    ]
    return sorted(
        flows,
        key=lambda flow: (-flow.at_least, natural(flow.origin_name), natural(flow.place_name), flow.origin),
    )


def _place(source: Source, circle: PublicMembers) -> str:
    """The institution where the groups meet, that of the first for a programme; empty if it is not known
    or different for everybody, as for practice."""
    for group in (source.plan.group_by_id[id] for id in circle.groups):
        centre = source.network.centre_by_id.get(source.group_centre(group))
        if centre is not None and not source.is_practice(group):
            return centre.institution
    return ""
