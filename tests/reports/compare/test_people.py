"""Who gains, loses and moves, counted by hand."""

from __future__ import annotations

from typing import Any

from reports.compare.learners import learners
from reports.compare.people import Turn, student_changes


def test_opening_a_centre(opened: Any) -> None:
    """О9, О10 rise from rank 2 to 1, О11 … О13 from nothing, О14 is new; for the others nothing changes."""
    turns = {change.student: change.turn for change in opened.students}
    assert {id for id, turn in turns.items() if turn is Turn.GAINS} == {"О9", "О10", "О11", "О12", "О13"}
    assert turns["О14"] is Turn.NEW
    assert {turn for id, turn in turns.items() if int(id[1:]) <= 8} == {Turn.KEEPS}
    points = {change.student: (change.points_before, change.points_after) for change in opened.students}
    assert (points["О9"], points["О11"], points["О12"]) == ((3, 5), (0, 5), (0, 2))


def test_giving_a_course_up(lost: Any) -> None:
    """О6 … О10 lose their seats, О1 … О5 come on another day, three have nothing in either."""
    assert dict(lost.turns) == {"loses": 5, "moves": 5, "keeps": 3}


def test_the_other_way_round(plans: Any) -> None:
    """From the scenario to the base gains are losses, and who is new is gone."""
    base, opened = plans.base_side(), plans.opened_side()
    found = student_changes(opened.network, opened.plan, base.network, base.plan)
    turns = {change.student: change.turn for change in found}
    assert turns["О14"] is Turn.GONE
    assert sum(turn is Turn.LOSES for turn in turns.values()) == 5


def test_they_are_listed_by_name_with_place_and_time(opened: Any, plans: Any) -> None:
    """Gains first; who had nothing is said to have had no seat."""
    found = {one.student: one for one in learners(opened)}
    assert list(found) == ["О10", "О11", "О12", "О13", "О9", "О14"]
    assert found["О11"].name == plans.NAMES["О11"]
    assert (found["О11"].school, found["О11"].class_name) == ("Школа села", "10А")
    assert found["О11"].before.in_("ru") == "без места"
    assert found["О9"].before.in_("ru") == "Курс ХИМ (Школа города, Вт\u00a015:00)"
    assert found["О9"].after.in_("en") == "Курс ИТ (Школа села, Wed\u00a015:00)"
