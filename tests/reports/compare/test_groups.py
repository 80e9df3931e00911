"""What becomes of groups, of flows between centres and of schools."""

from __future__ import annotations

from typing import Any

from reports.compare.flows import ABSENT, NOWHERE, Stream, streams
from reports.compare.groups import GroupTurn, group_changes
from reports.compare.moves import group_lines, place_and_time
from reports.compare.page import cost_rows, school_rows


def test_opened_moved_and_closed(opened: Any, lost: Any) -> None:
    """Two open; one moves to Thursday and one closes. Sizes are those of both plans."""
    found = {change.id: change for change in opened.groups}
    assert {id for id, change in found.items() if change.turn is GroupTurn.OPENED} == {"ИТ-2", "ПОВАР-1"}
    assert (found["ХИМ-1"].turn, found["ХИМ-1"].size_before, found["ХИМ-1"].size_after) == (
        GroupTurn.KEPT,
        5,
        3,
    )
    turns = {change.id: change.turn for change in lost.groups}
    assert turns == {"ИТ-1": GroupTurn.MOVED, "ХИМ-1": GroupTurn.CLOSED}


def test_every_part_of_a_session_counts_as_a_move(plans: Any) -> None:
    """Centre, room, teacher, day, start, weeks: each alone; the same plan is no move."""
    plan = plans.base_side().plan
    first = plan.groups[0]
    session = first.sessions[0]
    for changes in (
        {"centre": "РЦ2"},
        {"room": "2"},
        {"teachers": ("У3",)},
        {"weekday": 5},
        {"start": 800},
        {"weeks": ("2026-W41",)},
    ):
        moved = plan.replace(groups=(first.replace(sessions=(session.replace(**changes),)), *plan.groups[1:]))
        assert group_changes(plan, moved)[0].turn is GroupTurn.MOVED, changes
    assert {change.turn for change in group_changes(plan, plan)} == {GroupTurn.KEPT}


def test_lines_say_before_and_after(lost: Any) -> None:
    """For the office with sizes; in public without."""
    closed, moved = group_lines(lost, public=False)
    assert (closed.group, closed.after, closed.sizes) == ("ХИМ-1", (), (5, 0))
    assert place_and_time(moved.before).in_("ru") == "Школа города, каб. 1, Пн 15:00–15:40"
    assert place_and_time(moved.after).in_("ru") == "Школа города, каб. 1, Чт 15:00–15:40"
    assert [line.sizes for line in group_lines(lost, public=True)] == [None, None]


def test_in_public_another_teacher_is_no_change(opened: Any) -> None:
    """It would be a line in which nothing is seen to change."""
    base = opened.base
    first = base.plan.groups[0]
    session = first.sessions[0].replace(teachers=("У3",))
    plan = base.plan.replace(groups=(first.replace(sessions=(session,)), *base.plan.groups[1:]))
    other = type(base)("t", "Другой учитель", type(base.source)(base.network, plan, base.source.people))
    item = type(opened)(base, other)
    assert [line.group for line in group_lines(item, public=False)] == ["ИТ-1"]
    assert group_lines(item, public=True) == []


def test_flows_between_centres(opened: Any, lost: Any) -> None:
    """8 stay at РЦ1, 2 go to РЦ2, 3 come from nothing, 1 had not applied; or 5 stay and 5 lose their seat."""
    town, village = "Школа города", "Школа села"
    assert streams(opened) == [
        Stream(town, town, 8),
        Stream(town, village, 2),
        Stream(NOWHERE, village, 3),
        Stream(ABSENT, village, 1),
    ]
    assert streams(lost) == [Stream(town, town, 5), Stream(town, NOWHERE, 5), Stream(NOWHERE, NOWHERE, 3)]


def test_schools_and_their_kinds(comparisons: Any) -> None:
    """Town 8 of 8, village 2 of 5 in the base; 6 of 6 with the centre; 5 and 0 without the course."""
    said = [
        [row.base.in_("ru"), *(cell.said.in_("ru") for cell in row.cells)] for row in school_rows(comparisons)
    ]
    town, village = ["8 из 8", "8 из 8", "5 из 8"], ["2 из 5", "6 из 6", "0 из 5"]
    assert said == [town, village, village, town]
    assert [cell.difference for cell in school_rows(comparisons)[1].cells] == [4, -2]


def test_cost_by_item(comparisons: Any) -> None:
    """Hours, heads, runs, in all a year, opening: base and both scenarios."""
    numbers = [[cell.difference for cell in row.cells] for row in cost_rows(comparisons)]
    assert numbers == [[1600, -800], [1000, 0], [0, 0], [2600, -800], [50_000, 0]]
