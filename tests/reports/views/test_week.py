"""The timetable of a week: what a meeting says, and the columns of a grid."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.text import Text
from models.time import overlap
from reports.views.week import (
    Meeting,
    at_centre,
    by_teacher,
    hours,
    in_room,
    lanes,
    meetings,
    of_school,
    rooms,
)


def test_a_meeting_says_all_about_a_session(sources: Any) -> None:
    """Two students of С1 learn computing in Ш1, the third stays in the village."""
    second, first = meetings(sources.tiny("full_buses"))
    assert (first.session, first.group, first.title, first.profile) == ("ИТ-1.1", "ИТ-1", "Курс ИТ", "ИТ")
    assert (first.centre, first.centre_name, first.institution) == ("РЦ1", "Школа Ш1", "Ш1")
    assert first.room == "1"
    assert (first.weekday, first.start, first.end) == (1, 15 * 60 + 30, 16 * 60 + 10)
    assert (first.teachers, first.teacher_names) == (("У1",), ("Учитель-001",))
    assert (first.size, first.schools, first.school_names) == (2, ("С1",), ("Школа С1",))
    assert (first.first, first.last, len(first.dates)) == (date(2026, 10, 5), date(2026, 10, 12), 2)
    assert first.weeks == Text("", "")
    assert (second.centre_name, second.size) == ("Школа С1", 1)


def test_a_hand_made_plan_without_dates_gets_those_it_would_use(sources: Any) -> None:
    """Computing needs two of the Mondays and the plan lists none."""
    (meeting,) = meetings(sources.every()["one school"])
    assert meeting.dates == (date(2026, 10, 5), date(2026, 10, 12))


def test_damaged_plans_lose_no_session(sources: Any) -> None:
    """Every session of every group is there, with ids where names are not known."""
    found = meetings(sources.damaged())
    assert len(found) == 5
    strange = next(meeting for meeting in found if meeting.session == "ИТ-1.2")
    assert (strange.centre_name, strange.institution, strange.first) == ("РЦ9", "", None)
    assert strange.weeks == Text("недели не указаны", "weeks not given")
    assert {m.size for m in found if m.group == "ИТ-1"} == {2}  # О1 twice, and О9 whom nobody knows


def test_filters(sources: Any) -> None:
    """By centre, by school of the students, by teacher, by room."""
    found = meetings(sources.tiny("full_buses"))
    assert [m.group for m in at_centre(found, "РЦ2")] == ["КРАЙ-1"]
    assert len(of_school(found, "С1")) == 2
    assert of_school(found, "Ш1") == []
    assert [m.group for m in by_teacher(found, "У2")] == ["КРАЙ-1"]
    assert rooms(found) == [("С1", "1"), ("Ш1", "1")]
    assert [m.group for m in in_room(found, "Ш1", "1")] == ["ИТ-1"]


def test_lanes_of_a_day(sources: Any) -> None:
    """А and Б overlap, Б and В too, В may stand under А; Г touches В and starts afresh."""
    day = [
        sources.meeting("А", 1, 840, 900),
        sources.meeting("Б", 1, 870, 960),
        sources.meeting("В", 1, 900, 990),
        sources.meeting("Г", 1, 990, 1000),
        sources.meeting("Д", 2, 870, 960),
    ]
    assert [(m.session, lane, of) for m, lane, of in lanes(day)] == [
        ("А", 0, 2),
        ("Б", 1, 2),
        ("В", 0, 2),
        ("Г", 0, 1),
        ("Д", 0, 1),
    ]


def test_hours_of_a_grid(sources: Any) -> None:
    """14:30 to 16:10 takes the rows of 14, 15 and 16 o'clock; nothing takes none."""
    assert list(hours([sources.meeting("А", 1, 870, 970)])) == [14, 15, 16]
    assert list(hours([sources.meeting("А", 1, 840, 960)])) == [14, 15]
    assert list(hours([])) == []


@given(times=st.lists(st.tuples(st.integers(1, 2), st.integers(0, 30), st.integers(-1, 9)), max_size=14))
def test_meetings_side_by_side_never_overlap(sources: Any, times: list[tuple[int, int, int]]) -> None:
    """Overlapping ones stand in different lanes of one number; never more lanes than meet at a moment."""
    day = [sources.meeting(str(n), day, start, start + long) for n, (day, start, long) in enumerate(times)]
    placed = lanes(day)
    assert sorted(m.session for m, _, _ in placed) == sorted(m.session for m in day)

    def end(meeting: Meeting) -> int:
        return max(meeting.end, meeting.start + 1)

    for one, lane, of in placed:
        assert 0 <= lane < of
        for other, other_lane, other_of in placed:
            same_day = one is not other and one.weekday == other.weekday
            if same_day and overlap(one.start, end(one), other.start, end(other)):
                assert lane != other_lane
                assert of == other_of
    busiest = max(
        (sum(m.weekday == d and m.start <= t < end(m) for m in day) for d in (1, 2) for t in range(45)),
    )
    assert all(of <= busiest for _, _, of in placed)
