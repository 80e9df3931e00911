"""Near misses, as they may be published."""

from __future__ import annotations

from dataclasses import dataclass

from models.text import Message
from reports.export.masking import THRESHOLD, masked
from reports.export.source import Source
from reports.views.near_misses import near_misses


@dataclass(frozen=True)
class PublicUnopened:
    """A course that did not open. Of one or two applicants it is told that they are fewer than three; how
    many were missing would then give them away and is ``None``."""

    title: str
    wanting: int | Message
    minimum: int
    missing: int | None


@dataclass(frozen=True)
class PublicFull:
    """A course with full groups, and how many applicants found no seat."""

    title: str
    groups: tuple[str, ...]
    missing: int | Message


def public_unopened(source: Source) -> list[PublicUnopened]:
    """Courses without a group for want of applicants, by title."""
    return [
        PublicUnopened(
            item.title,
            masked(item.wanting),
            item.minimum,
            item.missing if item.wanting >= THRESHOLD else None,
        )
        for item in sorted(near_misses(source).unopened, key=lambda item: (item.title, item.course))
    ]


def public_full(source: Source) -> list[PublicFull]:
    """Courses with full groups, by title: an order by missing seats would tell of the small numbers."""
    return [
        PublicFull(item.title, item.groups, masked(item.missing))
        for item in sorted(near_misses(source).full, key=lambda item: (item.title, item.course))
    ]
