"""How differences are said, with the right endings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reports.compare.certain import Interval
from reports.compare.comparison import Comparison
from reports.compare.learners import seats
from reports.compare.sentences import by, demand, headline
from reports.compare.words import certain, certain_sign, signed, signed_points


@pytest.mark.parametrize(("number", "said"), [(7, "+7"), (-3, "−3"), (0, "0"), (12345, "+12\u00a0345")])
def test_a_difference_has_its_sign(number: int, said: str) -> None:
    """The minus is a minus, not a hyphen."""
    assert signed(number).ru == said


@pytest.mark.parametrize(
    ("low", "high", "said", "sign"),
    [
        (7, 9, "не меньше +7 и не больше +9", "больше, доказано"),
        (3, 3, "+3, доказано", "больше, доказано"),
        (0, 0, "0, доказано", "столько же, доказано"),
        (-5, -3, "не меньше −5 и не больше −3", "меньше, доказано"),
        (-2, 3, "от −2 до +3: не доказано, что лучше", "не доказано, что лучше"),
        (0, 3, "от 0 до +3: не доказано, что лучше", "не доказано, что лучше"),
    ],
)
def test_what_is_certain(low: int, high: int, said: str, sign: str) -> None:
    """In numbers, and for those who may not know them."""
    assert certain(Interval(low, high)).in_("ru") == said
    assert certain_sign(Interval(low, high)).ru == sign


def test_nothing_is_certain_without_a_bound() -> None:
    """That is said."""
    assert certain(None).in_("ru") == "границы нет"


def test_shares_differ_in_percentage_points() -> None:
    """With a comma in Russian."""
    assert signed_points(0.5).in_("ru") == "+0,5\u00a0п.\u00a0п."
    assert signed_points(-1.0).in_("en") == "−1.0\u00a0pp"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "место получат на 1\u00a0обучающегося больше"),
        (2, "место получат на 2\u00a0обучающихся больше"),
        (11, "место получат на 11\u00a0обучающихся больше"),
        (21, "место получат на 21\u00a0обучающегося больше"),
        (-5, "место получат на 5\u00a0обучающихся меньше"),
        (0, "место получат столько же обучающихся"),
    ],
)
def test_students_are_counted_in_good_russian(number: int, said: str) -> None:
    """The number decides on the ending."""
    assert by(number).in_("ru") == said


def test_the_headline(opened: Any, lost: Any) -> None:
    """Proven to the student, or between two ends."""
    assert headline(opened, public=False).in_("ru") == (
        "Вариант «Открыть центр в селе»: место получат на 4\u00a0обучающихся больше\u00a0— доказано."
    )
    assert headline(lost, public=False).in_("ru") == (
        "Вариант «Химии не будет»: место получат меньше обучающихся: не меньше чем на 3 и не больше чем на 5"
        "\u00a0— доказано; в этих планах место получат на 5\u00a0обучающихся меньше."
    )


def test_intervals_that_overlap_are_said_to(plans: Any) -> None:
    """5 to 13 beside 10: from −5 to +3, and nothing is said of which is better."""
    item = Comparison(plans.base_side(), plans.lost_side(bound=0))
    assert item.served == Interval(-5, 3)
    said = headline(item, public=False).in_("ru")
    assert "от −5 до +3, промежутки перекрываются" in said
    assert "не доказано" in said


def test_wishes_are_named_as_demand(opened: Any, lost: Any) -> None:
    """Three wishes, one seat of somebody who had no application; none where nothing new is offered."""
    said = demand(opened, public=False)
    assert said is not None
    assert "3\u00a0пожелания" in said.in_("ru")
    assert said.in_("ru").endswith("одни пожелания: 1.")
    assert demand(lost, public=False) is None


def test_other_applications_are_named_as_such(opened: Any, lost: Any) -> None:
    """A scenario in which somebody withdraws: said beside the wishes, and the student has no application."""
    assert not opened.has_other_choices
    source = opened.scenario.source
    gone = source.network.choices[0].student
    left = tuple(choice for choice in source.network.choices if choice.student != gone)
    changed = replace(source, network=source.network.replace(choices=left))
    item = replace(opened, scenario=replace(opened.scenario, source=changed))
    assert item.has_other_choices
    for public in (False, True):
        said = demand(item, public=public)
        assert said is not None
        assert "The applications of this scenario are others" in said.in_("en")
        assert "wishes" in said.in_("en")
    empty = source.plan.replace(enrolments=())
    assert seats(replace(changed, plan=empty), gone).en == "no application"
    assert seats(replace(source, plan=empty), gone).en == "no seat"
    assert demand(lost, public=False) is None
