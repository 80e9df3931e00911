"""What a page tells of a plan: for the office the numbers, in public what may stand side by side.

Beside the rules for one plan (``reports.views.public``) there is one of two: where a scenario has one or two
applicants more or fewer than the base, its number of applicants is not told, nor what it follows from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.goals import unserved
from models.text import Message, Text
from reports.compare.comparison import Comparison, Side
from reports.compare.people import Turn
from reports.export.masking import THRESHOLD, masked
from reports.export.words import grouped, percent
from reports.views.public.headline import PublicHeadline
from reports.views.public.shares import NOT_PUBLISHED

OF = Text("{part} из {whole}", "{part} of {whole}")
UNKNOWN = Text("—", "—")

MINUTES = 60


@dataclass(frozen=True)
class Told:
    """A figure of a plan: the number (``None`` where none is told) and how it is said."""

    number: float | None
    said: Text | Message


SERVED, FIRST, SHARE, TRAVEL, GROUPS, CENTRES, HOURS, YEARLY, ONCE = (
    *("served", "first", "share", "travel", "groups", "centres", "hours", "yearly", "once"),
)
"""Keys of what is told, in the order people ask for it."""

PLAIN = (GROUPS, CENTRES, HOURS, YEARLY, ONCE)
"""These follow from the timetable and the prices, which are public."""


def told_of(side: Side, *, public: bool, hides_demand: bool = False) -> Mapping[str, Told]:
    """Every figure by its key; in public travel is left out. ``hides_demand``: the number of applicants is
    not told."""
    summary, cost = side.summary, side.cost
    found: dict[str, Told] = {}
    if public:
        found |= _headline(side.headline, hides_demand=hides_demand)
    else:
        share = summary.senior_share
        found[SERVED] = Told(summary.served, OF(part=summary.served, whole=summary.applicants))
        found[FIRST] = Told(summary.first_choices, OF(part=summary.first_choices, whole=summary.with_first))
        found[SHARE] = _unknown() if share is None else Told(round(100 * share, 1), percent(share))
        found[TRAVEL] = _plain(round(side.travel / MINUTES))
    found[GROUPS] = _plain(summary.groups)
    found[CENTRES] = _plain(summary.centres)
    found[HOURS] = _plain(side.hours)
    found[YEARLY] = _plain(round(cost.yearly))
    found[ONCE] = _plain(round(cost.opening))
    return found


def _headline(headline: PublicHeadline, *, hides_demand: bool) -> dict[str, Told]:
    def part(value: int | Message | Text, whole: int | Message | Text) -> Told:
        number = value if isinstance(value, int) else None
        said = grouped(value) if isinstance(value, int) else value
        if hides_demand or NOT_PUBLISHED in (value, whole):
            return Told(number, said)
        return Told(number, OF(part=said, whole=whole))

    places, seniors = headline.senior_places, headline.seniors
    exact = isinstance(places, int) and seniors and headline.share is not None
    return {
        SERVED: part(headline.served, headline.applicants),
        FIRST: part(headline.first_choices, headline.with_first),
        SHARE: Told(
            round(100 * places / seniors, 1) if exact and isinstance(places, int) else None,
            NOT_PUBLISHED if headline.share is None else headline.share,
        ),
    }


def _plain(number: int) -> Told:
    return Told(number, grouped(number))


def _unknown() -> Told:
    return Told(None, UNKNOWN)


def hides_demand(item: Comparison) -> bool:
    """Whether the applicants of the two sides differ by so few that they could be recognised."""
    return any(0 < item.turns[turn.value] < THRESHOLD for turn in (Turn.NEW, Turn.GONE))


def told_wishes(item: Comparison, *, public: bool) -> int | Message:
    """How many wishes were added to the applications."""
    return masked(item.scenario.wishes) if public else item.scenario.wishes


def told_levels(item: Comparison, *, public: bool) -> set[str]:
    """The goals whose numbers may be told of both plans of a comparison."""
    if not public:
        levels = (*item.base.plan.levels, *item.scenario.plan.levels)
        return {level.name.partition(".")[0] for level in levels}
    found = item.base.public_goals & item.scenario.public_goals
    return found - {unserved.GOAL.name} if hides_demand(item) else found


def may_tell_served(item: Comparison, *, public: bool) -> bool:
    """Whether it may be told how many are served in both plans."""
    sides = (item.base, item.scenario)
    return not public or all(isinstance(side.headline.served, int) for side in sides)


def may_tell_certain(item: Comparison, *, public: bool) -> bool:
    """Whether the numbers may be told of what is certain of those served. Ends of an interval are applicants
    less a bound, so they are not told where the applicants are not."""
    if not public:
        return True
    is_exact = item.served is not None and item.served.is_exact
    sides = (item.base, item.scenario)
    return may_tell_served(item, public=True) and (
        (is_exact and _is_reached(item))
        or (not hides_demand(item) and all(unserved.GOAL.name in side.public_goals for side in sides))
    )


def _is_reached(item: Comparison) -> bool:
    """Whether what is certain is what the plans serve, which is told."""
    served = item.scenario.summary.served - item.base.summary.served
    return item.served is not None and item.served.low == served
