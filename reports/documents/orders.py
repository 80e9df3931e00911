"""D1 and D2: the orders on the work of the network and on its timetable."""

from __future__ import annotations

from datetime import date

from models.order import natural
from models.plan import Group
from models.tables import CentreStatus, Course
from models.time import WEEKDAYS
from reports.documents.common import (
    Values,
    centre_title,
    grades,
    group_name,
    order,
)
from reports.documents.grammar import LINE, clock_range, dates_by_month, school_year, short_date, unofficial
from reports.documents.telling import Telling, whole
from reports.documents.times import weekly
from reports.export.source import Source
from reports.views.week import Meeting


def organisation(telling: Telling) -> Values:
    """D1: centres, courses with groups, and who comes from where."""
    source = telling.source
    year = school_year(source.network.rules.school_year)
    items = [
        f"Организовать в {year} учебном году работу муниципальной сети профильных курсов на базе ресурсных "
        "центров согласно приложению № 1.",
        "Утвердить перечень профильных курсов согласно приложению № 2.",
        "Утвердить состав групп по общеобразовательным учреждениям согласно приложению № 3.",
        "Руководителям учреждений, на базе которых работают ресурсные центры, обеспечить проведение занятий, "
        "учёт посещаемости и безопасность обучающихся.",
        "Руководителям общеобразовательных учреждений довести настоящий приказ до обучающихся и их родителей "
        "(законных представителей) и обеспечить своевременную явку обучающихся на занятия.",
    ]
    purpose = (
        "и в целях удовлетворения образовательных запросов обучающихся в профильном обучении на уровне "
        "среднего общего образования"
    )
    return order(source, purpose, items) | {
        "centres": [
            _centre(source, centre.id) for centre in source.network.centres if _works(source, centre.id)
        ],
        "courses": _courses(telling),
        "members": [
            {
                "group": group_name(source, group.id, group.course),
                "school": school,
                "class_name": class_name,
                "count": count,
            }
            for group in _sorted(source)
            for school, class_name, count in telling.members(group.id)
        ],
    }


def timetable(telling: Telling) -> Values:
    """D2: the week, and the dates of every group with those kept spare."""
    source = telling.source
    year = school_year(source.network.rules.school_year)
    items = [
        f"Утвердить расписание занятий муниципальной сети профильного обучения на {year} учебный год "
        "согласно приложению № 1 и даты занятий групп согласно приложению № 2.",
        "Руководителям учреждений, на базе которых работают ресурсные центры, обеспечить проведение занятий "
        "по утверждённому расписанию; занятия, не состоявшиеся по болезни учителя или иной причине, "
        "проводить в запасные даты.",
        "Руководителям общеобразовательных учреждений ознакомить с расписанием обучающихся и их родителей "
        "(законных представителей), согласовать с ним расписание уроков и обеспечить подвоз обучающихся.",
    ]
    held = telling.meetings()
    return order(source, "и в целях организации занятий", items) | {
        "sessions": [_session(telling, meeting) for meeting in held],
        "remark": unofficial(source.unofficial_years),
        "dates": [
            _dates(source, meeting) for meeting in sorted(held, key=lambda m: (m.title, m.group, m.weekday))
        ],
    }


def _works(source: Source, centre: str) -> bool:
    known = source.network.centre_by_id[centre]
    used = any(source.group_centre(group) == centre for group in source.plan.groups)
    return used or known.status is CentreStatus.OPEN


def _centre(source: Source, centre: str) -> Values:
    known = source.network.centre_by_id[centre]
    rooms = [room for room in source.network.rooms if room.centre == centre]
    return {
        "name": centre_title(source, centre),
        "address": source.centre_address(centre) or LINE,
        "profiles": ", ".join(known.profiles) or "все профили",
        "coordinator": known.coordinator or LINE,
        "rooms": ", ".join(f"{room.name} ({room.kind})" if room.kind else room.name for room in rooms)
        or LINE,
    }


def _sorted(source: Source) -> list[Group]:
    return sorted(source.plan.groups, key=lambda g: (natural(source.course_title(g.course)), natural(g.id)))


def _courses(telling: Telling) -> list[Values]:
    """A line a course and centre."""
    source = telling.source
    together: dict[tuple[str, str], list[Group]] = {}
    for group in _sorted(source):
        together.setdefault((source.group_centre(group), group.course), []).append(group)
    rows = []
    for (centre, id), groups in together.items():
        course = source.network.course_by_id[id]
        names = dict.fromkeys(name for group in groups for name in telling.teachers(group))
        rows.append(
            {
                "centre": centre_title(source, centre),
                "profile": course.profile,
                "title": course.title,
                "grades": grades(source.network, course.grades),
                "hours": f"{course.hours} / {weekly(course)}",
                "period": _period(groups),
                "teachers": ", ".join(names),
                "groups": len(groups),
                "size": ", ".join(telling.size(group.id) for group in groups),
            }
        )
    return sorted(rows, key=lambda row: (natural(str(row["centre"])), natural(str(row["title"]))))


def _period(groups: list[Group]) -> str:
    days: list[date] = [day for group in groups for session in group.sessions for day in session.dates]
    return f"{short_date(min(days))} – {short_date(max(days))}" if days else LINE


def _session(telling: Telling, meeting: Meeting) -> Values:
    source = telling.source
    course = source.network.course_by_id[meeting.course]
    where = "место практики" if meeting.is_practice else centre_title(source, meeting.centre)
    return {
        "weekday": WEEKDAYS[meeting.weekday - 1].ru,
        "time": lessons(source, course, meeting),
        "centre": f"{where}, {meeting.address}" if meeting.address and not meeting.is_practice else where,
        "room": meeting.room or "—",
        "course": f"{course.profile}, «{course.title}»",
        "group": _group_label(source, meeting.group, meeting.course),
        "classes": telling.classes(meeting.group),
        "schools": telling.schools(meeting.group),
        "teachers": telling.taught_by(meeting),
        "weeks": meeting.weeks.in_("ru") or "еженедельно",
        "hours": course.session_hours,
        "bus": ", ".join(map(whole, telling.runs(meeting))) or "—",
    }


def _group_label(source: Source, group: str, course: str) -> str:
    name = group_name(source, group, course)
    return name.rpartition(", ")[2] if "», " in name else "—"


def lessons(source: Source, course: Course, meeting: Meeting) -> str:
    """``14:30–15:10, перерыв 10 мин., 15:20–16:00``; one stretch where its parts are not whole minutes."""
    rules, count = source.network.rules, course.session_hours
    rest = rules.break_minutes
    lesson, over = divmod(meeting.end - meeting.start - (count - 1) * rest, count)
    if count == 1 or over:
        return clock_range(meeting.start, meeting.end)
    starts = [meeting.start + at * (lesson + rest) for at in range(count)]
    return f", перерыв {rest} мин., ".join(clock_range(start, start + lesson) for start in starts)


def _dates(source: Source, meeting: Meeting) -> Values:
    course = source.network.course_by_id[meeting.course]
    _, session = source.session_by_id[meeting.session]
    group, _ = source.session_by_id[meeting.session]
    given = sum(len(one.dates) for one in group.sessions) * course.session_hours
    when = f"{WEEKDAYS[meeting.weekday - 1].ru}, {clock_range(meeting.start, meeting.end)}"
    return {
        "session": f"{group_name(source, meeting.group, meeting.course)}; {when}",
        "dates": dates_by_month(meeting.dates) or LINE,
        "spare": dates_by_month(session.spare) or "нет",
        "hours": f"{given} / {course.hours}",
    }
