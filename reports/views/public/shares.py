"""The share of seniors by school, as it may be published."""

from __future__ import annotations

from dataclasses import dataclass

from models.text import Text
from reports.export.masking import THRESHOLD
from reports.export.source import Source
from reports.views.public.disclosure import UNTOLD, Limits
from reports.views.public.limits import SCHOOL
from reports.views.public.totals import public_totals
from reports.views.shares import shares

NOT_PUBLISHED = Text("не публикуется", "not published")


@dataclass(frozen=True)
class PublicShare:
    """``seniors`` is the head count; ``low`` to ``high`` of them learn in the network (``high`` is ``None``
    where that is not published). Both are equal where the number itself may be told."""

    institution: str
    name: str
    is_rural: bool
    seniors: int
    low: int
    high: int | None

    @property
    def share(self) -> tuple[float, float] | None:
        """The range of the share; ``None`` where it is not published or there are no seniors."""
        if self.high is None or not self.seniors:
            return None
        return min(1.0, self.low / self.seniors), min(1.0, self.high / self.seniors)


def public_shares(source: Source) -> list[PublicShare]:
    """One entry an institution with seniors, by name."""
    totals = public_totals(source)
    found = []
    for item in shares(source):
        limits = _large(totals[SCHOOL, item.institution])
        found.append(PublicShare(item.institution, item.name, item.is_rural, item.seniors, *limits))
    return found


def _large(limits: Limits) -> Limits:
    """Nothing instead of a number of one or two: in a network of one school its sum would be told as such,
    and the headline does not tell it either."""
    high = limits[1]
    return UNTOLD if high is not None and 0 < high < THRESHOLD else limits
