"""How differences are said: a proven one in whole, an interval with both ends, an unproven one as such."""

from __future__ import annotations

from models.text import Message, Text
from reports.compare.certain import Interval
from reports.export.words import grouped

EXACTLY = Text("{number}, доказано", "{number}, proven")
BETWEEN = Text("не меньше {low} и не больше {high}", "at least {low} and at most {high}")
OPEN = Text("от {low} до {high}: не доказано, что лучше", "from {low} to {high}: not proven to be better")
UNKNOWN = Text("границы нет", "no bound")
IN_THESE_PLANS = Text("в этих планах", "in these plans")
NO_DIFFERENCE = Text("без изменений", "no change")
NOT_TOLD = Text("не публикуется", "not published")
MORE = Text("больше, доказано", "more, proven")
FEWER = Text("меньше, доказано", "fewer, proven")
AS_MANY = Text("столько же, доказано", "as many, proven")
OPEN_SIGN = Text("не доказано, что лучше", "not proven to be better")
RANGE = Text("от {low} до {high}", "{low} to {high}")
KNOWN = Text("{changed}, {known}", "{changed}, {known}")
POINTS = Text("{number}\u00a0п.\u00a0п.", "{number}\u00a0pp")


def signed(number: int) -> Text:
    """A difference with its sign: ``+7``, ``−3``, ``0``."""
    text = grouped(abs(number))
    sign = "+" if number > 0 else "\u2212" if number < 0 else ""
    return Text(sign + text.ru, sign + text.en)


def signed_points(number: float) -> Message:
    """A difference of two shares, in percentage points: ``+0,5 п. п.``."""
    text = f"{abs(number):.1f}"
    sign = "+" if number > 0 else "\u2212" if number < 0 else ""
    return POINTS(number=Text(sign + text.replace(".", ","), sign + text))


def certain_sign(difference: Interval) -> Text:
    """Which way a difference certainly goes, without its numbers."""
    if difference.low > 0:
        return MORE
    if difference.high < 0:
        return FEWER
    return AS_MANY if difference.is_exact else OPEN_SIGN


def certain(
    difference: Interval | None, low: Text | Message | None = None, high: Text | Message | None = None
) -> Message | Text:
    """What is known of a difference; ``low`` and ``high`` are its ends in words where they are no counts."""
    if difference is None:
        return UNKNOWN
    first, last = low or signed(difference.low), high or signed(difference.high)
    if difference.is_exact:
        return EXACTLY(number=first)
    form = OPEN if difference.low <= 0 <= difference.high else BETWEEN
    return form(low=first, high=last)
