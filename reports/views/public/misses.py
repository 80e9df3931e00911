"""Near misses, as they may be published: as the table of refusals tells them, and never more exactly."""

from __future__ import annotations

from dataclasses import dataclass

from models.plan import RefusalCode
from models.text import Message
from reports.export.source import Source
from reports.views.near_misses import OF_FULL_GROUPS, near_misses
from reports.views.public.refusals import public_refusals


@dataclass(frozen=True)
class PublicUnopened:
    """A course that did not open. Where not the very number of applicants is told, how many were missing
    would give it away and is ``None``."""

    title: str
    wanting: int | Message
    minimum: int
    missing: int | None


@dataclass(frozen=True)
class PublicFull:
    """A course with full groups, and how many applicants found no seat; ``None`` where that is not told."""

    title: str
    groups: tuple[str, ...]
    missing: int | Message | None


def public_unopened(source: Source) -> list[PublicUnopened]:
    """Courses without a group for want of applicants, by title, as far as it is told how many want them."""
    found = []
    for item in sorted(near_misses(source).unopened, key=lambda item: (item.title, item.course)):
        told = _told(source, item.title, item.wanting, (RefusalCode.NO_GROUP_MIN,))
        if told is not None:
            missing = item.missing if isinstance(told, int) else None
            found.append(PublicUnopened(item.title, told, item.minimum, missing))
    return found


def public_full(source: Source) -> list[PublicFull]:
    """Courses with full groups, by title: an order by missing seats would tell of the small numbers."""
    return [
        PublicFull(item.title, item.groups, _told(source, item.title, item.missing, OF_FULL_GROUPS))
        for item in sorted(near_misses(source).full, key=lambda item: (item.title, item.course))
    ]


def _told(source: Source, title: str, number: int, codes: tuple[RefusalCode, ...]) -> int | Message | None:
    """What the table tells of a number: itself where it is the sum of counts that are told, the words where
    it is a single one, else nothing."""
    counts = [item.count for item in public_refusals(source) if item.title == title and item.code in codes]
    known = [count for count in counts if isinstance(count, int)]
    if len(known) == len(counts):
        return number if sum(known) == number else None
    only = counts[0] if len(counts) == 1 else None
    return only if isinstance(only, Message) else None
