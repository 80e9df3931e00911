"""The public readings of the views: what they show, and that they show nobody."""

from __future__ import annotations

from typing import Any

import pytest

from instances.tiny import base
from models.plan import Plan, Refusal, RefusalCode
from models.text import say
from models.travel import Mode, Travel
from reports.export.tables.members import members as members_table
from reports.views.public import (
    PublicFlow,
    PublicFull,
    PublicPlace,
    PublicUnopened,
    named_schools,
    public_centre_pages,
    public_fills,
    public_flows,
    public_full,
    public_home,
    public_meetings,
    public_members,
    public_school_pages,
    public_served,
    public_shares,
    public_there,
    public_unopened,
)

MONDAY = base.session("ИТ-1", 1, ("У1",), 1, "15:00", [])


def learning(sources: Any, *numbers: int, chemistry: int = 0, **tables: Any) -> Any:
    """So many students of Ш1, Ш2, … in computing at РЦ1, and the last so many of Ш1 in chemistry, too."""
    schools = [f"Ш{n}" for n in range(1, len(numbers) + 1)]
    students = [
        (f"О{school}{n}", school)
        for school, number in zip(schools, numbers, strict=True)
        for n in range(number)
    ]
    groups = (
        base.group("ИТ", MONDAY),
        base.group("ХИМ", MONDAY.replace(id="ХИМ-1.1", weekday=2, teachers=("У2",))),
    )
    own = [id for id, school in students if school == "Ш1"]
    seats = [base.seat(id, "ИТ") for id, _ in students]
    seats += [base.seat(id, "ХИМ") for id in own[len(own) - chemistry :]]
    return sources.of(
        sources.network(schools, students, **tables),
        Plan(groups=groups[: 2 if chemistry else 1], enrolments=tuple(seats)),
    )


# --- members -----------------------------------------------------------------------------------------


def shown(source: Any) -> list[tuple[str, int, str]]:
    """The cells of the only group."""
    (circle,) = public_members(source)
    return [(cell.institution, cell.grade, say(cell.count, "ru")) for cell in circle.cells]


def test_members_are_masked_beside_their_sum(sources: Any) -> None:
    """5 and 2: the 5 hides with the 2, which would be 7 - 5."""
    source = learning(sources, 5, 2)
    assert shown(source) == [("Ш1", 10, "3 и более"), ("Ш2", 10, "менее 3")]
    assert named_schools(source) == {"ИТ-1": ("Ш1", "Ш2")}


@pytest.mark.parametrize(
    ("numbers", "named", "total"),
    [((1, 1, 1), (), "3"), ((2, 2), ("Ш1", "Ш2"), "4"), ((1, 1), (), "менее 3"), ((2,), (), "менее 3")],
)
def test_schools_are_not_named_where_that_would_tell_that_each_sends_one(
    sources: Any, numbers: tuple[int, ...], named: tuple[str, ...], total: str
) -> None:
    """Three students of three schools are one of each; four of two may be 1 + 3, 2 + 2 or 3 + 1."""
    (circle,) = public_members(learning(sources, *numbers))
    assert (circle.cells, circle.schools, say(circle.total, "ru")) == ((), named, total)


def test_the_table_of_members_says_the_same(sources: Any) -> None:
    """One row a cell, else one row a group: its schools together, or not named."""
    assert len(members_table(learning(sources, 5, 2)).rows) == 2
    (row,) = members_table(learning(sources, 2, 2)).rows
    assert [say(value, "en") for value in row[2:]] == ["Школа Ш1, Школа Ш2 together", "None", "4"]
    (row,) = members_table(learning(sources, 1, 1, 1)).rows
    assert say(row[2], "ru") == "ОУ не названы"


# --- schools -----------------------------------------------------------------------------------------


def test_shares_are_told_in_bands(sources: Any) -> None:
    """Of twenty seniors each 4, 9 and 1 learn. Ш2's applications are told, and with them its number."""
    source = learning(sources, 4, 9, 1)
    found = public_shares(source)
    assert [(item.institution, item.low, item.high) for item in found] == [
        ("Ш1", 0, 4),
        ("Ш2", 9, 9),
        ("Ш3", 0, 4),
    ]
    assert [item.share for item in found] == [(0, 4 / 20), (9 / 20, 9 / 20), (0, 4 / 20)]


def test_a_share_never_passes_one(sources: Any) -> None:
    """Six of a class of six: 5 to 9 would be up to 150 %."""
    small = base.school_class("Ш1").replace(head_count=6)
    source = learning(sources, 6, classes=(small,), choices=())
    assert [item.share for item in public_shares(source)] == [(5 / 6, 1.0)]


def test_applications_are_told_of_large_schools_and_of_all_others_together(sources: Any) -> None:
    """Ш3 has one student in computing: it hides with Ш1, the next larger, and Ш2 stands alone."""
    source = learning(sources, 4, 9, 1)
    alone, others = public_served(source)
    assert (alone.institution, alone.ranks[0].served, alone.with_nothing) == ("Ш2", 9, 0)
    assert (others.institution, say(others.name, "ru")) == ("", "прочие ОУ (2)")
    assert others.ranks[0].served == 5


def test_where_no_school_stands_alone_only_the_sum_is_left(sources: Any) -> None:
    """Two and one."""
    assert public_served(learning(sources, 2, 1)) == []


def test_few_refusals_are_not_told_by_school(sources: Any) -> None:
    """One applicant of twenty has nothing: that is told of the network, of no school."""
    source = learning(sources, 9, 12)
    plan = source.plan.replace(enrolments=source.plan.enrolments[1:])
    found = public_served(sources.of(source.network, plan))
    assert [(item.with_nothing, item.ranks[0].refused, item.ranks[0].served) for item in found] == [
        (None, None, 8),
        (None, None, 12),
    ]


# --- journeys ----------------------------------------------------------------------------------------

ROADS = tuple(
    Travel(origin=school, destination="Ш1", minutes=minutes, mode=Mode.PUBLIC)
    for school, minutes in (("Ш2", 20), ("Ш3", 30), ("Ш4", 40))
)


def test_minutes_there_are_those_told_of_the_groups(sources: Any) -> None:
    """From each school that may be named, however few: it is what their groups say. Ш1 stays where it is."""
    source = learning(sources, 3, 9, 2, 4, travel=ROADS)
    assert [(place.place, place.minimum, place.maximum) for place in public_there(source)] == [
        ("Ш4", 40, 40),
        ("Ш3", 30, 30),
        ("Ш2", 20, 20),
    ]
    assert public_there(learning(sources, 1, 1, 1, travel=ROADS)) == []


def test_small_villages_are_together_with_one_that_is_not(sources: Any) -> None:
    """Two live in Ш3; the four of Ш4 cover them. Who stays in Ш1 does not travel."""
    source = learning(sources, 3, 9, 2, 4, travel=ROADS)
    alone, others = public_home(source)
    assert alone == PublicPlace("Ш2", "Школа Ш2", 20, 20)
    assert (say(others.name, "en"), others.minimum, others.maximum) == ("other places (2)", 30, 40)


def test_of_fewer_than_three_travellers_no_way_home_is_told(sources: Any) -> None:
    """Two in all."""
    assert public_home(learning(sources, 5, 2, travel=ROADS)) == []


def test_flows_say_what_the_members_say(sources: Any) -> None:
    """ "3 or more" counts three, "fewer than 3" one, schools named together one each."""
    assert public_flows(learning(sources, 5, 2)) == [
        PublicFlow("Ш1", "Школа Ш1", "Ш1", "Школа Ш1", 3),
        PublicFlow("Ш2", "Школа Ш2", "Ш1", "Школа Ш1", 1),
    ]
    assert [flow.at_least for flow in public_flows(learning(sources, 2, 2))] == [1, 1]
    assert [flow.at_least for flow in public_flows(learning(sources, 7, chemistry=4))] == [11]
    assert public_flows(learning(sources, 1, 1, 1)) == []


# --- pages, sizes and near misses --------------------------------------------------------------------


def test_meetings_have_no_teacher_and_only_schools_that_may_be_named(sources: Any) -> None:
    """Of three students of three schools the timetable names no school; of two not even the number."""
    (meeting,) = public_meetings(learning(sources, 1, 1, 1))
    assert (meeting.teachers, meeting.teacher_names, meeting.schools, meeting.size) == ((), (), (), 3)
    (meeting,) = public_meetings(learning(sources, 2))
    assert say(meeting.size, "ru") == "менее 3"
    assert public_fills(learning(sources, 2)) == []
    assert [fill.size for fill in public_fills(learning(sources, 3))] == [3]


def test_a_page_of_a_school(sources: Any) -> None:
    """Ш2 sends "fewer than 3" to computing at Школа Ш1."""
    _, page = public_school_pages(learning(sources, 5, 2))
    (group,) = page.groups
    assert (group.group, group.centre_name, say(group.cells[0].count, "en")) == (
        *("ИТ-1", "Школа Ш1"),
        "fewer than 3",
    )
    assert [meeting.session for meeting in page.meetings] == ["ИТ-1.1"]
    assert [contact.centre for contact in page.contacts] == ["РЦ1"]
    for page in public_school_pages(learning(sources, 1, 1, 1)):
        assert (page.groups, page.meetings, page.contacts) == ((), (), ())


def test_a_page_of_a_centre(sources: Any) -> None:
    """РЦ1 hosts seven, РЦ2 nobody."""
    first, second = public_centre_pages(learning(sources, 5, 2))
    assert ([fill.size for fill in first.fills], len(first.members[0].cells)) == ([7], 2)
    assert (second.meetings, second.fills, second.members) == ((), (), ())


def test_near_misses_of_one_or_two_children(sources: Any) -> None:
    """Three in vain are told with what was missing, one is not; two seats missing are "fewer than 3"."""
    courses = (base.course("ИТ", max_size=5), base.course("ХИМ", min_size=5), base.course("ГЕО", min_size=5))
    source = learning(sources, 5, courses=courses)
    codes = [("ХИМ", RefusalCode.NO_GROUP_MIN)] * 3 + [("ГЕО", RefusalCode.NO_GROUP_MIN)]
    codes += [("ИТ", RefusalCode.CAPACITY)] * 2
    refusals = tuple(
        Refusal(student=f"О{n}", course=course, rank=1, code=code, text="")
        for n, (course, code) in enumerate(codes)
    )
    refused = sources.of(source.network, source.plan.replace(refusals=refusals))
    few, three = public_unopened(refused)
    assert (few.title, say(few.wanting, "ru"), few.missing) == ("Курс ГЕО", "менее 3", None)
    assert three == PublicUnopened("Курс ХИМ", 3, 5, 2)
    (full,) = public_full(refused)
    assert isinstance(full, PublicFull)
    assert say(full.missing, "en") == "fewer than 3"


VIEWS = (
    public_members,
    public_shares,
    public_served,
    public_there,
    public_home,
    public_flows,
    public_meetings,
    public_fills,
    public_school_pages,
    public_centre_pages,
    public_unopened,
    public_full,
)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_nobody_is_named_in_any_view_of_any_plan(sources: Any, view: Any) -> None:
    """Neither a name nor an id of a student or teacher, damaged plans included."""
    for name, source in sources.every().items():
        text = repr(view(source))
        network, plan = source.network, source.plan
        people = {item.id for item in (*network.students, *network.teachers)}
        people |= {seat.student for seat in plan.enrolments}
        people |= {teacher for _, session in plan.sessions() for teacher in session.teachers}
        for id in people:
            assert repr(id) not in text, (name, id)
        for person in source.people.rows:
            assert person.name not in text, (name, person.name)
