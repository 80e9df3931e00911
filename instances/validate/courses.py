"""Courses: figures that contradict one another, sessions and hours that fit no window and no calendar."""

from __future__ import annotations

from collections import defaultdict

from instances.schema import TABLES
from instances.validate.draft import Draft
from instances.validate.fitting_rooms import check_rooms
from models.network import Network, windows_admit
from models.tables import CentreStatus, Course, Period, Teacher
from models.text import Text, joined
from models.time import WEEKDAYS

INVERTED = Text("период кончается раньше, чем начинается", "the period ends before it begins")
FIX_PERIOD = Text("Исправьте даты периода.", "Correct the dates of the period.")
NO_DATES = Text("период «даты», но даты не указаны", "the period is 'dates' but no dates are given")
SPARE_DATES = Text("даты действуют только для периода «даты»", "dates count only for the period 'dates'")
CHOOSE_DATES = Text(
    "Выберите период «даты» или сотрите дату.", "Choose the period 'dates' or clear the date."
)
LONG = Text(
    "занятие длиной {minutes} мин длиннее любого окна, в которое может идти",
    "the session of {minutes} min is longer than every window it could use",
)
SHORTER = Text(
    "Уменьшите часы на занятии или расширьте окна сети или центра.",
    "Take fewer hours a session or widen the windows of the network or the centre.",
)
NO_ROOM_IN_YEAR = Text(
    "часы не укладываются в календарь: нужно занятий {needed}, учебных дат не больше {dates}",
    "the hours do not fit the calendar: {needed} sessions needed, at most {dates} teaching dates",
)
FEW_DATES = Text(
    "в эти дни недели курс идти не может: нужно дат {needed}, а есть {days}",
    "the course cannot be held on these weekdays: {needed} dates are needed, there are {days}",
)
DAY_WITH_DATES = Text("{day} — {number}", "{day}: {number}")
LONGER_PERIOD = Text(
    "Если эти дни нужны, удлините период («Последний день занятий») или сократите часы.",
    "If these days are wanted, take a longer period (the last day of lessons) or fewer hours.",
)
MORE_SESSIONS = Text(
    "Увеличьте часы на занятии или число занятий в неделю, сократите курс или удлините период.",
    "Take more hours a session or more sessions a week, a shorter course or a longer period.",
)
SELF = Text("курс требует сам себя", "the course requires itself")
OTHER_COURSE = Text("Укажите другой курс или сотрите.", "Name another course or clear the cell.")
CYCLE = Text("курсы требуют друг друга: {circle}", "the courses require one another: {circle}")
BREAK_IT = Text("Сотрите «Требуется курс» у одного из них.", "Clear the prerequisite of one of them.")
OTHER_HOURS = Text(
    "занятий {number} по {hours} ч — это {total} ч, а в курсе {all} ч",
    "{number} sessions of {hours} h make {total} h, but the course has {all} h",
)
FIX_HOURS = Text(
    "Исправьте число занятий или часы либо оставьте «Занятий всего» пустым.",
    "Correct the sessions or the hours, or leave the number of sessions blank.",
)
NO_PRACTICE = Text("для практики нет мест", "there are no practice places")
ADD_PLACES = Text("Заполните лист «Места практики».", "Fill in the sheet Practice places.")
PRACTICE_IN_PERSON = Text("на практике нет дистанционных мест", "there are no remote seats in practice")
LEAVE_BLANK = Text("Оставьте ячейку пустой.", "Leave the cell blank.")
NO_CENTRE = Text(
    "курсу негде идти: нет открытого центра участвующего учреждения для профиля «{profile}»",
    "no open centre of a participating institution takes the profile '{profile}'",
)
OPEN_CENTRE = Text(
    "Курс не откроется. Откройте центр, добавьте ему профиль или укажите центры у курса.",
    "The course will not open. Open a centre, give it the profile, or name the course's centres.",
)
TOO_SMALL = Text(
    "в группе самое большее {most}, а открыть её можно от {least}",
    "a group has at most {most}, but it opens with {least} or more",
)
FIX_SIZES = Text(
    "Курс не откроется. Исправьте «{low}» или «{high}», норму или запас мест.",
    "The course will not open. Correct '{low}' or '{high}', the norm, or the seats held in reserve.",
)
NO_TIME = Text(
    "учителя, которые ведут курс, никогда не свободны, когда он может идти",
    "the teachers of the course are never free when it could take place",
)
FREE_TEACHER = Text(
    "Курс не откроется. Проверьте у учителей «{windows}» и «{until}».",
    "The course will not open. Check '{windows}' and '{until}' of the teachers.",
)
NO_TEACHER = Text(
    "учителей не хватает: курс могут вести {count}, нужно {needed}",
    "too few teachers: {count} can teach the course, {needed} needed",
)
ADD_TEACHER = Text(
    "Курс не откроется. Впишите курс учителю на листе «Учителя».",
    "The course will not open. Enter the course beside a teacher on the sheet Teachers.",
)


def check(draft: Draft) -> None:
    """Reports on every course. Without centres nothing can be said of any."""
    if not draft.network.centres:
        return
    for index, course in enumerate(draft.network.courses):
        _check_figures(draft, index, course)
        _check_opening(draft, index, course)


def _check_figures(draft: Draft, index: int, course: Course) -> None:
    network = draft.network
    if course.prerequisite == course.id:
        draft.bad("courses", index, "prerequisite", SELF(), OTHER_COURSE())
    elif circle := _circle(network, course):
        draft.bad("courses", index, "prerequisite", CYCLE(circle=" → ".join(circle)), BREAK_IT())
    total = course.sessions_needed * course.session_hours
    if course.num_sessions is not None and not 0 <= total - course.hours < course.session_hours:
        problem = OTHER_HOURS(
            number=course.num_sessions, hours=course.session_hours, total=total, all=course.hours
        )
        draft.doubt("courses", index, "num_sessions", problem, FIX_HOURS())
    if course.period is Period.DATES:
        if course.period_from is None and course.period_to is None:
            draft.bad("courses", index, "period_from", NO_DATES(), FIX_PERIOD())
        first = course.period_from or network.rules.first_day
        last = course.period_to or network.rules.last_day
        if last < first:
            draft.bad("courses", index, "period_to", INVERTED(), FIX_PERIOD())
            return
    elif course.period_from is not None or course.period_to is not None:
        name = "period_from" if course.period_from else "period_to"
        draft.doubt("courses", index, name, SPARE_DATES(), CHOOSE_DATES())
    _check_time(draft, index, course)


def _circle(network: Network, course: Course) -> list[str]:
    """The chain of prerequisites that leads from a course back to it; empty if none does."""
    chain = [course.id]
    while chain[-1] in network.course_by_id:
        before = network.course_by_id[chain[-1]].prerequisite
        if not before or before in chain[1:]:
            return []
        chain.append(before)
        if before == course.id:
            return chain
    return []


def centres_for(network: Network, course: Course) -> list[str]:
    """The open centres of participating institutions that may hold a course."""
    return [
        centre.id
        for centre in network.centres
        if centre.status is CentreStatus.OPEN
        and network.institution_by_id[centre.institution].participates
        and (
            centre.id in course.centres
            if course.centres
            else not centre.profiles or course.profile in centre.profiles
        )
    ]


def _check_time(draft: Draft, index: int, course: Course) -> None:
    """A session needs a window, and its weekday enough dates, at one centre at least."""
    network = draft.network
    centres = centres_for(network, course) or [centre.id for centre in network.centres]
    minutes = network.session_minutes(course)
    admitted = network.rules.network_days or range(1, 7)
    days = {
        centre: [day for day in admitted if day <= 6 and network.grid(centre, day, minutes)]
        for centre in centres
    }
    if not any(days.values()):
        draft.bad("courses", index, "session_hours", LONG(minutes=minutes), SHORTER())
        return
    needed = course.session_dates_needed(1)
    dates: dict[int, int] = defaultdict(int)
    for centre in centres:
        for day in days[centre]:
            for mask in network.week_masks(course):
                dates[day] = max(dates[day], len(network.usable_dates(course, centre, day, mask)))
    most = max(dates.values())
    short = {day: number for day, number in dates.items() if number < needed}
    if most < needed:
        problem = NO_ROOM_IN_YEAR(needed=needed, dates=most)
        draft.bad("courses", index, "hours", problem, MORE_SESSIONS())
    elif short:
        said = [DAY_WITH_DATES(day=WEEKDAYS[day - 1], number=number) for day, number in sorted(short.items())]
        draft.doubt("courses", index, "hours", FEW_DATES(needed=needed, days=joined(said)), LONGER_PERIOD())


def _is_ever_free(network: Network, course: Course, teacher: Teacher, centres: list[str]) -> bool:
    """Whether some session of the course lies in a teacher's own windows and days of work."""
    if teacher.until is not None and teacher.until < network.rules.first_day:
        return False
    minutes = network.session_minutes(course)
    return not centres or any(
        windows_admit(teacher.windows, day, start, start + minutes, mask)
        for centre in centres
        for day in network.rules.network_days or range(1, 7)
        for start in network.grid(centre, day, minutes)
        for mask in network.week_masks(course)
    )


def _check_opening(draft: Draft, index: int, course: Course) -> None:
    """What will keep the course from opening, as warnings."""
    network = draft.network
    has_places = any(place.places for place in network.practice_places)
    if course.is_practice and not has_places and draft.is_whole("practice_places"):
        draft.bad("courses", index, "is_practice", NO_PRACTICE(), ADD_PLACES())
    if course.is_practice and course.remote_seats:
        draft.bad("courses", index, "remote_seats", PRACTICE_IN_PERSON(), LEAVE_BLANK())
    centres = centres_for(network, course)
    if not centres:
        draft.doubt(
            "courses", index, "profile", NO_CENTRE(profile=course.profile), OPEN_CENTRE(), course.profile
        )
    able = [teacher for teacher in network.teachers if course.id in teacher.courses]
    if len(able) < course.num_teachers:
        problem = NO_TEACHER(count=len(able), needed=course.num_teachers)
        draft.doubt("courses", index, "id", problem, ADD_TEACHER())
    elif sum(_is_ever_free(network, course, teacher, centres) for teacher in able) < course.num_teachers:
        columns = TABLES["teachers"].by_field
        cure = FREE_TEACHER(windows=columns["windows"].title, until=columns["until"].title)
        draft.doubt("courses", index, "id", NO_TIME(), cure)
    least = min((network.group_min(course, centre) for centre in centres), default=0)
    most = network.group_max(course)
    if most < least:
        columns = TABLES["courses"].by_field
        cure = FIX_SIZES(low=columns["min_size"].title, high=columns["max_size"].title)
        name = "max_size" if course.max_size is not None else "min_size"
        draft.doubt("courses", index, name, TOO_SMALL(most=most, least=least), cure)
    if centres and not course.is_practice:
        check_rooms(draft, index, course, centres)
