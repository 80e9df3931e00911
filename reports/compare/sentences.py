"""A scenario in a sentence or two, for somebody who reads no table."""

from __future__ import annotations

from models.text import Message, Text
from reports.compare.certain import Interval
from reports.compare.comparison import Comparison
from reports.compare.people import Turn
from reports.compare.told import may_tell_certain, may_tell_served, told_wishes
from reports.compare.words import certain_sign, signed
from reports.html.plurals import BY_STUDENTS, WISH

NAMED = Text("Вариант «{title}»: {what}.", "Scenario “{title}”: {what}.")

MORE = Text("место получат на {count} больше", "{count} more get a seat")
FEWER = Text("место получат на {count} меньше", "{count} fewer get a seat")
AS_MANY = Text("место получат столько же обучающихся", "as many students get a seat")
PROVEN = Text("{what}\u00a0— доказано", "{what}: proven")
MORE_BETWEEN = Text(
    "место получат больше обучающихся: не меньше чем на {low} и не больше чем на {high}\u00a0— доказано; "
    "в этих планах {plans}",
    "more students get a seat: at least {low} and at most {high} more, proven; in these plans {plans}",
)
FEWER_BETWEEN = Text(
    "место получат меньше обучающихся: не меньше чем на {low} и не больше чем на {high}\u00a0— доказано; "
    "в этих планах {plans}",
    "fewer students get a seat: at least {low} and at most {high} fewer, proven; in these plans {plans}",
)
OPEN = Text(
    "не доказано, что мест станет больше или меньше: разница лучших планов лежит от {low} до {high}, "
    "промежутки перекрываются; в этих планах {plans}",
    "it is not proven that more or fewer get a seat: the difference of the best plans lies between {low} and "
    "{high}, the intervals overlap; in these plans {plans}",
)
UNBOUNDED = Text(
    "в этих планах {plans}; доказать ничего не удалось", "in these plans {plans}; nothing is proven"
)
UNTOLD = Text(
    "место получат: {sign}; число не публикуется", "students with a seat: {sign}; the number is not published"
)
UNTOLD_PLANS = Text("сколько получат место, не публикуется", "how many get a seat is not published")

BY_WISHES = Text(
    "Спрос в этом варианте больше: к заявкам добавлено {wishes} на то, чего в исходной сети нет. В числе "
    "получивших место те, у кого были одни пожелания: {served}.",
    "The demand is larger here: {wishes} for what the base does not offer were added to the applications. Of "
    "those with a seat, {served} had only such wishes.",
)
BY_WISHES_PUBLIC = Text(
    "Спрос в этом варианте больше: к заявкам добавлены пожелания на то, чего в исходной сети нет ({wishes}).",
    "The demand is larger here: wishes for what the base does not offer were added to the applications "
    "({wishes}).",
)


OTHER_CHOICES = Text(
    "Заявки в этом варианте другие, чем в исходной сети: разница — это и разница в заявках.",
    "The applications of this scenario are others than those of the base: so is part of the difference.",
)
BOTH = Text("{one} {other}", "{one} {other}")


def headline(item: Comparison, *, public: bool) -> Message:
    """What the scenario does to the number of students with a seat, and how sure that is."""
    return NAMED(title=item.scenario.title, what=in_short(item, public=public))


def in_short(item: Comparison, *, public: bool) -> Text | Message:
    """The same without the name of the scenario."""
    certain = item.served
    if not may_tell_served(item, public=public):
        return UNTOLD_PLANS if certain is None else UNTOLD(sign=certain_sign(certain))
    plans = by(item.scenario.summary.served - item.base.summary.served)
    if certain is None:
        return UNBOUNDED(plans=plans)
    if not may_tell_certain(item, public=public):
        return PLANS_AND_SIGN(plans=plans, sign=certain_sign(certain))
    return _certain(certain, plans)


PLANS_AND_SIGN = Text("в этих планах {plans}; {sign}", "in these plans {plans}; {sign}")


def _certain(known: Interval, plans: Text | Message) -> Message:
    if known.is_exact:
        return PROVEN(what=by(known.low))
    if known.low > 0:
        return MORE_BETWEEN(low=known.low, high=known.high, plans=plans)
    if known.high < 0:
        return FEWER_BETWEEN(low=-known.high, high=-known.low, plans=plans)
    return OPEN(low=signed(known.low), high=signed(known.high), plans=plans)


def by(difference: int) -> Text | Message:
    """``место получат на 3 обучающихся больше``."""
    if not difference:
        return AS_MANY
    return (MORE if difference > 0 else FEWER)(count=BY_STUDENTS(abs(difference)))


def demand(item: Comparison, *, public: bool) -> Message | Text | None:
    """That wishes are part of the demand here, or that other applications are, if so."""
    said: list[Message | Text] = []
    if item.scenario.wishes and public:
        said.append(BY_WISHES_PUBLIC(wishes=told_wishes(item, public=True)))
    elif item.scenario.wishes:
        served = sum(change.turn is Turn.NEW and bool(change.groups_after) for change in item.students)
        said.append(BY_WISHES(wishes=WISH(item.scenario.wishes), served=served))
    if item.has_other_choices:
        said.append(OTHER_CHOICES)
    if len(said) == 2:
        return BOTH(one=said[0], other=said[1])
    return said[0] if said else None
