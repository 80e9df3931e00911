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


def signed(number: int) -> Text:
    """A difference with its sign: ``+7``, ``−3``, ``0``."""
    text = grouped(abs(number))
    sign = "+" if number > 0 else "\u2212" if number < 0 else ""
    return Text(sign + text.ru, sign + text.en)


def certain(difference: Interval | None) -> Message | Text:
    """What is known of a difference."""
    if difference is None:
        return UNKNOWN
    if difference.is_exact:
        return EXACTLY(number=signed(difference.low))
    form = OPEN if difference.low <= 0 <= difference.high else BETWEEN
    return form(low=signed(difference.low), high=signed(difference.high))
