"""The words of a scenario: what may be done to a network, to what, and with which value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from models.text import Text

Deed = Literal["set", "remove", "choose", "close_building", "leave", "norm"]
"""How an action works: sets one field of the row named; removes it; adds a choice; closes all centres of an
institution; lets an institution take part no more; puts a norm in force."""


@dataclass(frozen=True)
class Action:
    """``table``: where the target is looked for. ``field``: what is set, or, of a removal, what the value
    must name. ``fixed``: the cell that is put there, where the value is no matter of choice."""

    name: str
    title: Text
    target: Text
    value: Text
    table: str
    field: str = ""
    deed: Deed = "set"
    fixed: str | None = None


NOTHING = Text("", "")
CENTRE = Text("центр", "centre")
ROOM = Text("центр; кабинет", "centre; room")
COURSE = Text("курс", "course")
TEACHER = Text("учитель", "teacher")
STUDENT = Text("обучающийся", "student")
INSTITUTION = Text("учреждение", "institution")
RUN = Text("рейс", "run")
NUMBER = Text("число", "number")
WINDOWS = Text("«Пн-Пт 14:30-18:00»", "'Mon-Fri 14:30-18:00'")

ACTIONS: dict[str, Action] = {
    action.name: action
    for action in (
        Action(
            "open_centre",
            Text("открыть центр", "open centre"),
            CENTRE,
            NOTHING,
            "centres",
            "status",
            fixed="открыт",
        ),
        Action(
            "close_centre",
            Text("закрыть центр", "close centre"),
            CENTRE,
            NOTHING,
            "centres",
            "status",
            fixed="закрыт",
        ),
        Action(
            "close_building",
            Text("закрыть здание", "close building"),
            INSTITUTION,
            NOTHING,
            "institutions",
            deed="close_building",
        ),
        Action(
            "centre_windows",
            Text("окна центра", "windows of centre"),
            CENTRE,
            WINDOWS,
            "centres",
            "windows",
        ),
        Action(
            "parallel_groups",
            Text("групп одновременно в центре", "parallel groups of centre"),
            CENTRE,
            NUMBER,
            "centres",
            "max_parallel_groups",
        ),
        Action(
            "centre_profiles",
            Text("профили центра", "profiles of centre"),
            CENTRE,
            Text("профили через точку с запятой", "profiles with semicolons"),
            "centres",
            "profiles",
        ),
        Action(
            "lose_room",
            Text("убрать кабинет", "lose room"),
            ROOM,
            NOTHING,
            "rooms",
            deed="remove",
        ),
        Action(
            "room_capacity",
            Text("мест в кабинете", "seats in room"),
            ROOM,
            NUMBER,
            "rooms",
            "capacity",
        ),
        Action(
            "teacher_leaves",
            Text("учитель уходит", "teacher leaves"),
            TEACHER,
            NOTHING,
            "teachers",
            deed="remove",
        ),
        Action(
            "teacher_until",
            Text("учитель работает до", "teacher works until"),
            TEACHER,
            Text("последний день, «15.12.2026»", "the last day, '15.12.2026'"),
            "teachers",
            "until",
        ),
        Action(
            "teacher_travels",
            Text("учитель выезжает", "teacher travels"),
            TEACHER,
            NOTHING,
            "teachers",
            "may_travel",
            fixed="да",
        ),
        Action(
            "teacher_also_at",
            Text("учитель ещё работает в", "teacher also works at"),
            TEACHER,
            Text("все учреждения через точку с запятой", "all institutions with semicolons"),
            "teachers",
            "also_at",
        ),
        Action(
            "teacher_hours",
            Text("часов в неделю у учителя", "weekly hours of teacher"),
            TEACHER,
            NUMBER,
            "teachers",
            "max_hours",
        ),
        Action(
            "teacher_windows",
            Text("окна учителя", "windows of teacher"),
            TEACHER,
            WINDOWS,
            "teachers",
            "windows",
        ),
        Action(
            "teacher_courses",
            Text("курсы учителя", "courses of teacher"),
            TEACHER,
            Text("все курсы через точку с запятой", "all courses with semicolons"),
            "teachers",
            "courses",
        ),
        Action(
            "drop_course",
            Text("убрать курс", "drop course"),
            COURSE,
            NOTHING,
            "courses",
            "max_groups",
            fixed="0",
        ),
        Action(
            "groups",
            Text("групп курса", "groups of course"),
            COURSE,
            NUMBER,
            "courses",
            "max_groups",
        ),
        Action(
            "smallest_group",
            Text("группа от", "smallest group"),
            COURSE,
            NUMBER,
            "courses",
            "min_size",
        ),
        Action(
            "target_group",
            Text("группа около", "target group"),
            COURSE,
            NUMBER,
            "courses",
            "target_size",
        ),
        Action(
            "largest_group",
            Text("группа до", "largest group"),
            COURSE,
            NUMBER,
            "courses",
            "max_size",
        ),
        Action(
            "remote_seats",
            Text("дистанционных мест в группе", "remote seats of course"),
            COURSE,
            NUMBER,
            "courses",
            "remote_seats",
        ),
        Action(
            "course_centres",
            Text("центры курса", "centres of course"),
            COURSE,
            Text("все центры через точку с запятой", "all centres with semicolons"),
            "courses",
            "centres",
        ),
        Action(
            "apply",
            Text("подать заявку", "apply"),
            STUDENT,
            Text("курс; очередность", "course; rank"),
            "students",
            deed="choose",
        ),
        Action(
            "withdraw",
            Text("отозвать заявки", "withdraw"),
            STUDENT,
            Text("курс, или пусто: все заявки", "a course, or blank: all choices"),
            "choices",
            "course",
            deed="remove",
        ),
        Action(
            "school_leaves",
            Text("учреждение не участвует", "institution leaves"),
            INSTITUTION,
            NOTHING,
            "institutions",
            deed="leave",
        ),
        Action(
            "days_a_week",
            Text("учебных дней в неделе", "days a week"),
            INSTITUTION,
            Text("5 или 6", "5 or 6"),
            "institutions",
            "days_a_week",
        ),
        Action(
            "tutor_seats",
            Text("дистанционных мест с тьютором", "remote seats with a tutor"),
            INSTITUTION,
            NUMBER,
            "institutions",
            "remote_seats",
        ),
        Action(
            "run_seats",
            Text("мест в рейсе", "seats on run"),
            RUN,
            NUMBER,
            "runs",
            "seats",
        ),
        Action(
            "run_days",
            Text("дни рейса", "days of run"),
            RUN,
            Text("«Пн, Ср»", "'Mon, Wed'"),
            "runs",
            "weekdays",
        ),
        Action(
            "cancel_run",
            Text("отменить рейс", "cancel run"),
            RUN,
            NOTHING,
            "runs",
            deed="remove",
        ),
        Action(
            "order_run",
            Text("заказать рейс", "order run"),
            RUN,
            NOTHING,
            "runs",
            "kind",
            fixed="постоянный",
        ),
        Action(
            "rule",
            Text("правило сети", "rule"),
            Text("правило", "rule"),
            Text("как на листе «Правила сети»", "as on the sheet Rules"),
            "rules",
            "value",
        ),
        Action(
            "norm",
            Text("норма", "norm"),
            Text("норма", "norm"),
            Text("значение; с даты", "value; from a date"),
            "norms",
            "value",
            deed="norm",
        ),
    )
}
