"""The figures of the headline, as they may be published."""

from __future__ import annotations

from dataclasses import dataclass

from models.text import Message, Text
from reports.export.masking import THRESHOLD, masked
from reports.export.source import Source
from reports.export.summary import summarise
from reports.export.words import percent
from reports.views.public.limits import BAND

RANGE = Text("{low}–{high}", "{low}–{high}")


@dataclass(frozen=True)
class PublicHeadline:
    """Sums of the whole network; a number that would tell of one or two children is a band.

    ``share`` is that of the seniors; a range where their number is one, ``None`` where it is not told.
    """

    applicants: int | Message
    served: int | Message
    with_first: int | Message
    first_choices: int | Message
    groups: int
    centres: int
    seniors: int
    senior_places: int | Message
    share: Text | Message | None


def public_headline(source: Source) -> PublicHeadline:
    """What may be told of all together.

    Two sums that differ by one or two tell of the difference: those served who are no seniors are the
    younger grades, and beside the members of the groups by grade so few could be found. In a network of
    one or two schools the sums are nearly those of a school, so that also those left without a seat, or
    without their first choice, must not be one or two.
    """
    summary = summarise(source.network, source.plan)
    is_small_network = has_few_schools(source)
    served = _told(summary.served, *([summary.applicants] if is_small_network else []))
    first = _told(summary.first_choices, *([summary.with_first] if is_small_network else []))
    beside = [summary.served] + ([summary.seniors] if is_small_network else [])
    places = _told(summary.senior_places, *beside)
    return PublicHeadline(
        applicants=masked(summary.applicants),
        served=served,
        with_first=masked(summary.with_first),
        first_choices=first,
        groups=summary.groups,
        centres=summary.centres,
        seniors=summary.seniors,
        senior_places=places,
        share=_share(summary.senior_places, places, summary.seniors),
    )


def has_few_schools(source: Source) -> bool:
    """Whether the sums of the network are nearly those of a school."""
    return len({student.institution for student in source.network.students}) < THRESHOLD


def _told(count: int, *beside: int) -> int | Message:
    """The count, or its band where it is small or differs little from one that is told beside it."""
    if 0 < count < THRESHOLD:
        return masked(count)
    if any(0 < abs(count - other) < THRESHOLD for other in beside):
        low, high = _band(count)
        return RANGE(low=low, high=high)
    return count


def _band(count: int) -> tuple[int, int]:
    return count // BAND * BAND, count // BAND * BAND + BAND - 1


def _share(count: int, told: int | Message, seniors: int) -> Text | Message | None:
    if not seniors or (0 < count < THRESHOLD):
        return None
    if isinstance(told, int):
        return percent(count / seniors)
    low, high = _band(count)
    least, most = f"{100 * low / seniors:.1f}", percent(min(1.0, high / seniors))
    return RANGE(low=Text(least.replace(".", ","), least), high=most)
