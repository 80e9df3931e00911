"""The week of a centre."""

from __future__ import annotations

from datetime import date
from typing import Any

from matplotlib.patches import Rectangle

from models.text import Message, Text
from reports.export.masking import masked
from reports.figures import week
from reports.figures.paper import points_wide
from reports.views.week import Meeting, at_centre, meetings


def meeting(session: str, weekday: int, start: int, end: int, **fields: Any) -> Meeting:
    """A meeting of group ИТ-1 in room 8 with twelve members."""
    values: dict[str, Any] = {
        **dict.fromkeys(("centre", "centre_name", "institution", "address"), ""),
        **dict.fromkeys(("schools", "school_names"), ()),
        "group": "ИТ-1",
        "course": "ИТ",
        "title": "Python",
        "profile": "ИТ",
        "room": "8",
        "weeks": Text("", ""),
        "teachers": ("У1",),
        "teacher_names": ("Учитель-01",),
        "dates": (date(2026, 10, 5),),
        "size": 12,
        "is_practice": False,
    }
    return Meeting(session=session, weekday=weekday, start=start, end=end, **(values | fields))


def drawn(*held: Meeting) -> Any:
    """The week with these meetings, in Russian."""
    data = week.Week(held, ("ИТ", "химия"))
    return week.draw(week.sheet(data, "ru"), data, "ru")


def test_boxes_last_from_start_to_end(looks: Any) -> None:
    """14:30 to 16:00 on Tuesday: 870 to 960 minutes, under the hours 14 to 16."""
    ax = drawn(meeting("1", 2, 870, 960))
    body, stripe = (patch for patch in ax.patches if isinstance(patch, Rectangle))
    assert (body.get_x(), body.get_x() + body.get_width()) == (870, 960)
    assert stripe.get_width() < body.get_width() / 10
    words = looks.words(ax)
    assert {"14:00", "15:00", "16:00", "Вторник", "14:30–16:00 Python"} <= {*words}
    assert "ИТ · гр.\u00a0ИТ-1 · каб.\u00a08 · 12\u00a0чел. Учитель-01" in words
    assert words.count("занятий нет") == 4


def test_sessions_at_one_time_lie_below_each_other(looks: Any) -> None:
    """Three at 15:00 and one at 16:00, which goes to the first lane again."""
    ax = drawn(*(meeting(str(n), 1, 900, 960) for n in range(3)), meeting("9", 1, 960, 1000))
    tops = sorted((patch.get_x(), patch.get_y()) for patch in list(ax.patches)[::2])
    first = [top for start, top in tops if start == 900]
    assert len({*first}) == 3
    assert tops[-1] == (960, min(first))
    looks.assert_apart(ax)


def test_profiles_have_colours_and_hatches_of_their_own() -> None:
    """Two profiles of the network, and one it does not know."""
    ax = drawn(*(meeting(p, day, 900, 960, profile=p) for day, p in enumerate(("ИТ", "химия", "?"), start=1)))
    stripes = list(ax.patches)[1::2]
    assert len({stripe.get_facecolor() for stripe in stripes}) == 3
    assert len({stripe.get_hatch() for stripe in stripes}) == 3


def test_practice_has_no_room_and_a_small_size_its_words(looks: Any) -> None:
    """As in public: no teachers, fewer than three; on odd weeks of a Sunday."""
    ax = drawn(
        meeting(
            "1", 7, 600, 700, room="", is_practice=True, teacher_names=(), size=masked(2), weeks=odd_weeks()
        )
    )
    assert {
        "Воскресенье",
        "ИТ · гр.\u00a0ИТ-1 · практика в детских садах · менее 3\u00a0чел. нечётные недели",
    } <= {*looks.words(ax)}


def odd_weeks() -> Message:
    """A label that is a message."""
    return Text("{which} недели", "{which} weeks")(which=Text("нечётные", "odd"))


def test_a_session_that_ends_before_it_starts_is_drawn(looks: Any) -> None:
    """A plan made by hand may hold one."""
    ax = drawn(meeting("1", 1, 900, 890), meeting("2", 1, 900, 900))
    assert all(patch.get_width() > 0 for patch in ax.patches)
    looks.assert_apart(ax)


def test_short_sessions_make_the_figure_wider() -> None:
    """Ten hours with a lesson of 30 minutes: at the usual width it would have 23 points."""
    data = week.Week((meeting("1", 1, 540, 570), meeting("2", 1, 1080, 1110)), ())
    ax = week.sheet(data, "ru")
    assert points_wide(ax) > 1000


def test_forty_groups_on_one_day_stay_apart(hostile: Any, looks: Any) -> None:
    """Names of sixty letters in boxes of forty minutes."""
    data = week.Week(tuple(at_centre(meetings(hostile), "РЦ1")), ("?",))
    assert len(data.meetings) == 38
    ax = week.draw(week.sheet(data, "ru"), data, "ru")
    looks.assert_apart(ax)
    _assert_words_in_boxes(ax, looks)


def _assert_words_in_boxes(ax: Any, looks: Any) -> None:
    """Words of every box end inside it: its right edge and its lower edge, in points."""
    high = ax.get_position().height * ax.figure.get_figheight() * 72
    wide = points_wide(ax)
    left = ax.get_position().x0 * ax.figure.get_figwidth() * 72
    low = ax.get_position().y0 * ax.figure.get_figheight() * 72
    start, end = ax.get_xlim()
    boxes = [
        (
            left + (patch.get_x() - start) / (end - start) * wide,
            low + high - patch.get_y() - patch.get_height(),
            left + (patch.get_x() + patch.get_width() - start) / (end - start) * wide,
            low + high - patch.get_y(),
        )
        for patch in list(ax.patches)[::2]
    ]
    inside = [
        box
        for _, box in looks.texts(ax)
        if any(
            x0 <= box.x0 and y0 <= box.y0 + 1 and box.x1 <= x1 and box.y1 <= y1 for x0, y0, x1, y1 in boxes
        )
    ]
    assert len(inside) == 2 * len(boxes)
