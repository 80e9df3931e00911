"""What refusals say."""

from __future__ import annotations

from models.plan import RefusalCode
from models.text import Message, Text
from models.time import SHORT_WEEKDAYS

Why = tuple[RefusalCode, Message]
"""The code of a refusal and its sentence."""

NO_GROUP = Text(
    "группа не открыта: из подавших заявку в одно время могут прийти {have}, нужно не меньше {least}",
    "no group opened: of all who applied {have} could come at one time, {least} are needed",
)
NO_GROUP_LEFT = Text(
    "группа не открыта: из тех, кто ждёт курс, в одно время могут прийти {have}, нужно не меньше {least}",
    "no group opened: of those who wait for it {have} could come at one time, {least} are needed",
)
NO_PLACE = Text("курс не открыт: {reason}", "the course is not open: {reason}")
NO_TEACHER = Text("нет свободного учителя", "no teacher is available")
NO_ROOM = Text("нет подходящего кабинета", "no room fits")
SIZES = Text(
    "в группе самое большее {most}, а открыть её можно от {least}",
    "a group has at most {most}, but it opens with {least} or more",
)
AT_OTHER_TIMES = Text("{reason}, а в другое время — {other}", "{reason}, and at other times {other}")
NO_RESOURCES = Text(
    "для группы не хватило учителя, кабинета или места в РЦ",
    "teachers, rooms or centres did not suffice for the group",
)
FULL = Text("группа {group} заполнена: {size} из {most}", "group {group} is full: {size} of {most}")
PLACES_FULL = Text(
    "места практики для группы {group} заняты", "the practice places of group {group} are taken"
)
REMOTE_FULL = Text("дистанционные места группы {group} заняты", "the remote seats of group {group} are taken")
TIEBREAK = Text(
    "группа {group} заполнена; среди равных место получили другие: {by}",
    "group {group} is full; others came first among equals: {by}",
)
QUEUE = Text(
    "; в листе ожидания {place}-е место из {waiting}", "; number {place} of {waiting} on the waiting list"
)
BY_PRIORITY = Text("приоритет по Положению", "declared priority")
BY_DATE = Text("срок заявки", "date of the choice")
BY_LOTTERY = Text("жребий {seed}", "lottery {seed}")
CLASH = Text("занято другим занятием: группа {group}", "busy with another session: group {group}")
HOURS = Text(
    "недельный максимум нагрузки: для сети остаётся {free} ч, нужно {needed} ч",
    "weekly maximum of hours: {free} h are left for the network, {needed} h are needed",
)
LESSONS = Text(
    "максимум уроков в день: {weekday} остаётся {left}, нужно {needed}",
    "maximum of lessons a day: {left} are left on {weekday}, {needed} are needed",
)
EVENINGS = Text("вечеров в неделю не больше {cap}", "no more than {cap} evenings a week")
COURSES = Text("курсов у обучающегося не больше {cap}", "no more than {cap} courses a student")
NO_SEATS = Text("в рейсе {run} нет мест", "run {run} has no seat left")
NEEDED_THERE = Text(
    "без обучающегося в группе {group} стало бы меньше {least}",
    "without the student group {group} would fall below {least}",
)
PASSED_OVER = Text(
    "место в группе не отдано: цели сети ставят другое выше",
    "a seat was left free: the goals of the network put something else first",
)
NOT_TOGETHER = Text(
    "все курсы программы вместе не складываются: {reason}",
    "the courses of the programme do not fit together: {reason}",
)


def lessons(weekday: int, left: int, needed: int) -> Message:
    """Too few lessons are left on a weekday."""
    return LESSONS(weekday=SHORT_WEEKDAYS[weekday - 1], left=left, needed=needed)
