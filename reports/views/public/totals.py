"""What may be told of all together, beside all that is told of groups and schools: sums are chosen so that
neither their differences nor what is left of them tells of one or two children.

All numbers hang together: the members of the groups add up to the seats, and the seats to the applications
served; applicants are served or have nothing; first choices are served or refused; the refusals by rank add
up to those by course and reason. So they are one network of sums (``disclosure``), told in the order in which
people ask for them: those first that the headline needs, last how many refusals there are in all.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from models.text import Message, Text
from reports.audit.memo import remembered
from reports.export.masking import FEWER, MORE, THRESHOLD
from reports.export.source import Source
from reports.export.summary import summarise
from reports.views.public.applications import open_schools
from reports.views.public.causes import Cause, counted_refusals
from reports.views.public.disclosure import UNTOLD, Limits, Number, tell
from reports.views.public.limits import ALL, FEW, SEATS, is_small, sayings, seat_numbers
from reports.views.public.members import counted_members
from reports.views.served import Fate, served_in_all
from reports.views.shares import share_in_all, shares

RANGE = Text("{low}–{high}", "{low}–{high}")
NONE: Limits = (0, 0)


class Sum(StrEnum):
    """Keys of what is told of all. Applications have the key (rank, fate), refusals (title, cause)."""

    APPLICANTS = "applicants"
    SERVED = "served"
    WITH_FIRST = "with_first"
    WITH_NOTHING = "with_nothing"
    REFUSED = "refused"


FIRSTS, CHOOSERS, APPLIED, REFUSED, CAUSES = "firsts", "choosers", "applied", "refused", "causes"
REST = "the rest"
"""The sums in which they meet; the rest is what nobody adds up."""


@remembered
def public_totals(source: Source) -> Mapping[object, Limits]:
    """What is told of every number: of all by ``Sum``, ``PLACES``, (rank, fate) and (title, cause), of a
    school by (``SCHOOL``, id)."""
    by_school = shares(source)
    places = {item.institution: item.places for item in by_school}
    in_all = share_in_all(source)
    settled, seats = seat_numbers(
        places,
        counted_members(source),
        source.network.rules.senior_grades,
        open_schools(source, places),
        heads={item.institution: item.seniors for item in by_school},
        leaves_few=is_small(in_all.seniors - in_all.places),
    )
    headline, by_rank = _sums(source)
    return tell([*settled, *headline, *seats, *by_rank, *_refusals(source)])


def _sums(source: Source) -> tuple[list[Number], list[Number]]:
    """Applicants and first choices; then the other applications and those who have nothing."""
    summary, in_all = summarise(source.network, source.plan), served_in_all(source)

    def number(key: object, source: str, target: str, value: int) -> Number:
        return Number(key, source, target, value, sayings(value), is_small(value))

    served = [
        number((item.rank, Fate.SERVED), SEATS, REST if item.rank > 1 else FIRSTS, item.served)
        for item in in_all.ranks
    ]
    refused = [
        number((item.rank, Fate.REFUSED), REFUSED, REST if item.rank > 1 else FIRSTS, item.refused)
        for item in in_all.ranks
    ]
    return [
        number(Sum.SERVED, APPLIED, ALL, summary.served),
        number(Sum.APPLICANTS, CHOOSERS, APPLIED, summary.applicants),
        *served[:1],
        number(Sum.WITH_FIRST, FIRSTS, CHOOSERS, summary.with_first),
    ], [
        *served[1:],
        number(Sum.WITH_NOTHING, APPLIED, REST, in_all.with_nothing),
        *refused,
    ]


def _refusals(source: Source) -> list[Number]:
    """By course and cause, the larger first, then all together. That there are any is seen in any case."""
    counted = counted_refusals(source)
    by_size = sorted(counted, key=lambda key: (-counted[key].count, key))
    causes = [
        Number(key, REST, CAUSES, cause.count, _of_cause(cause), is_small(cause.count))
        for key, cause in ((key, counted[key]) for key in by_size)
    ]
    total = len(source.plan.refusals)
    if not causes:
        causes = [Number("uncounted", REST, CAUSES, total, (UNTOLD,))]
    in_all = tuple((max(1, low), high) for low, high in sayings(total)) if total else (NONE,)
    return [*causes, Number(Sum.REFUSED, CAUSES, REFUSED, total, in_all, is_small(total))]


def _of_cause(cause: Cause) -> tuple[Limits, ...]:
    if is_small(cause.count):
        return FEW, UNTOLD
    more = (THRESHOLD, None), UNTOLD
    return more if cause.is_cover else ((cause.count, cause.count), *more)


def said(limits: Limits) -> int | Message | None:
    """A number as it is printed; ``None``: not at all."""
    low, high = limits
    if low == high:
        return low
    if limits == FEW:
        return FEWER(threshold=THRESHOLD)
    if high is not None:
        return RANGE(low=low, high=high)
    return MORE(threshold=THRESHOLD) if low == THRESHOLD else None
