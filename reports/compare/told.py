"""What a page tells of a plan: for the office the numbers, in public what may stand side by side.

Beside the rules for one plan (``reports.views.public``) there are those for several (``together``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from models.goals import unserved
from models.prices import HEAD, HOUR, OPENING, RUN
from models.text import Message, Text
from reports.compare.comparison import Comparison, Side
from reports.compare.people import Turn
from reports.export.masking import masked
from reports.export.summary import Summary
from reports.export.words import grouped, percent
from reports.views.public.headline import PublicHeadline
from reports.views.public.limits import is_small
from reports.views.public.shares import NOT_PUBLISHED

OF = Text("{part} из {whole}", "{part} of {whole}")
UNKNOWN = Text("—", "—")
NO_PRICE = Text("цены не заданы", "no prices given")

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


def told_of(side: Side, *, public: bool, tells_applicants: bool) -> Mapping[str, Told]:
    """Every figure by its key; in public travel is left out, and the number of applicants where it is
    not told."""
    summary, cost = side.summary, side.cost
    found: dict[str, Told] = {}
    if public:
        found |= _headline(side.headline, tells_applicants=tells_applicants)
    else:
        share = summary.senior_share
        found[SERVED] = Told(summary.served, OF(part=summary.served, whole=summary.applicants))
        found[FIRST] = Told(summary.first_choices, OF(part=summary.first_choices, whole=summary.with_first))
        found[SHARE] = _unknown() if share is None else Told(round(100 * share, 1), percent(share))
        found[TRAVEL] = _plain(round(side.travel / MINUTES))
    found[GROUPS] = _plain(summary.groups)
    found[CENTRES] = _plain(summary.centres)
    found[HOURS] = _plain(side.hours)
    found[YEARLY] = _money(cost.yearly, bool({HOUR, HEAD, RUN} & {*cost.missing}))
    found[ONCE] = _money(cost.opening, OPENING in cost.missing)
    return found


def _headline(headline: PublicHeadline, *, tells_applicants: bool) -> dict[str, Told]:
    def part(value: int | Message | Text, whole: int | Message | Text) -> Told:
        number = value if isinstance(value, int) else None
        said = grouped(value) if isinstance(value, int) else value
        if not tells_applicants or NOT_PUBLISHED in (value, whole):
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


def _money(sum: float, is_missing: bool) -> Told:
    """A sum; nought is none where no price was given."""
    return Told(None, NO_PRICE) if is_missing and not sum else _plain(round(sum))


def _unknown() -> Told:
    return Told(None, UNKNOWN)


def together(comparisons: Sequence[Comparison]) -> list[Comparison]:
    """The comparisons as they are published side by side.

    Base and scenarios have the same applicants but for wishes. Where a plan leaves one or two of them without
    a seat, or without their first choice, their number is not told of any plan: what is served would tell of
    the others. Where a scenario has one or two applicants more or fewer, it is not told of that one.
    """
    tells_any = not leaves_few(comparisons)
    return [_telling(item, tells=tells_any and not _differs_by_few(item)) for item in comparisons]


def leaves_few(comparisons: Sequence[Comparison]) -> bool:
    """Whether some plan leaves one or two applicants without a seat, or without their first choice."""
    sides = [comparisons[0].base, *(item.scenario for item in comparisons)]
    return any(is_small(left) for side in sides for left in _left(side.summary))


def _telling(item: Comparison, *, tells: bool) -> Comparison:
    return item if item.tells_applicants is tells else replace(item, tells_applicants=tells)


def _left(summary: Summary) -> tuple[int, int]:
    """Applicants without a seat, and without their first choice."""
    return summary.applicants - summary.served, summary.with_first - summary.first_choices


def _differs_by_few(item: Comparison) -> bool:
    return any(is_small(item.turns[turn.value]) for turn in (Turn.NEW, Turn.GONE))


def told_wishes(item: Comparison, *, public: bool) -> int | Message:
    """How many wishes were added to the applications."""
    return masked(item.scenario.wishes) if public else item.scenario.wishes


def told_levels(item: Comparison, *, public: bool) -> set[str]:
    """The goals whose numbers may be told of both plans of a comparison."""
    if not public:
        levels = (*item.base.plan.levels, *item.scenario.plan.levels)
        return {level.name.partition(".")[0] for level in levels}
    found = item.base.public_goals & item.scenario.public_goals
    return found if item.tells_applicants else found - {unserved.GOAL.name}


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
        or (item.tells_applicants and all(unserved.GOAL.name in side.public_goals for side in sides))
    )


def _is_reached(item: Comparison) -> bool:
    """Whether what is certain is what the plans serve, which is told."""
    served = item.scenario.summary.served - item.base.summary.served
    return item.served is not None and item.served.low == served
