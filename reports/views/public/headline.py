"""The figures of the headline, as they may be published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.text import Message, Text
from reports.export.masking import THRESHOLD
from reports.export.source import Source
from reports.export.summary import Summary, summarise
from reports.export.words import percent
from reports.views.public.disclosure import Limits
from reports.views.public.limits import FEW, PLACES, is_small
from reports.views.public.shares import NOT_PUBLISHED
from reports.views.public.totals import NONE, RANGE, Sum, public_totals, said
from reports.views.served import Fate


@dataclass(frozen=True)
class PublicHeadline:
    """Sums of the whole network; a number that would tell of one or two children is a range.

    ``share`` is that of the seniors; a range where their number is one, ``None`` where it is not told.
    """

    applicants: int | Message | Text
    served: int | Message | Text
    with_first: int | Message | Text
    first_choices: int | Message | Text
    groups: int
    centres: int
    seniors: int
    senior_places: int | Message | Text
    share: Text | Message | None


def public_headline(source: Source) -> PublicHeadline:
    """What may be told of all together (see ``reports.views.public.totals``)."""
    summary = summarise(source.network, source.plan)
    totals = public_totals(source)
    applicants = _applicants(summary, totals)
    with_first = applicants if summary.with_first == summary.applicants else totals[Sum.WITH_FIRST]
    return PublicHeadline(
        applicants=_printed(applicants),
        served=_printed(totals[Sum.SERVED]),
        with_first=_printed(with_first),
        first_choices=_printed(totals.get((1, Fate.SERVED), NONE)),
        groups=summary.groups,
        centres=summary.centres,
        seniors=summary.seniors,
        senior_places=_printed(totals[PLACES]),
        share=_share(totals[PLACES], summary.seniors),
    )


def _applicants(summary: Summary, totals: Mapping[object, Limits]) -> Limits:
    """A range no wider than what is told of those served and of those with nothing leaves it."""
    limits, (served, most), nothing = (totals[key] for key in (Sum.APPLICANTS, Sum.SERVED, Sum.WITH_NOTHING))
    is_sum = served == most and nothing == FEW and is_small(summary.applicants - summary.served)
    if limits[0] == limits[1] or not is_sum:
        return limits
    return served + 1, served + THRESHOLD - 1


def _printed(limits: Limits) -> int | Message | Text:
    number = said(limits)
    return NOT_PUBLISHED if number is None else number


def _share(places: Limits, seniors: int) -> Text | Message | None:
    low, high = places
    if not seniors or high is None or (low, high) == FEW:
        return None
    if low == high:
        return percent(low / seniors)
    least, most = f"{100 * low / seniors:.1f}", percent(min(1.0, high / seniors))
    return RANGE(low=Text(least.replace(".", ","), least), high=most)
