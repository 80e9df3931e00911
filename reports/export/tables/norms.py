"""The norms in force on the first day of lessons, for whom, and where they are written."""

from __future__ import annotations

from models.norms import Norm
from models.text import Message, Text
from reports.export.source import Source
from reports.export.table import Column, Table, Value, table

TITLE = Text("Нормы", "Norms")

COLUMNS = (
    Column("key", Text("Ключ", "Key"), width=26),
    Column("title", Text("Норма", "Norm"), width=44),
    Column("value", Text("Значение", "Value"), width=10),
    Column("unit", Text("Единица", "Unit"), width=9),
    Column("circle", Text("Для кого", "For whom"), width=30),
    Column("source", Text("Источник", "Source"), width=40),
    Column("clause", Text("Пункт", "Clause"), width=14),
    Column("verified", Text("Проверено", "Verified"), width=14),
)

VERIFIED = Text("проверено", "verified")
NOT_VERIFIED = Text("не проверено", "not verified")

TITLES = {
    "weekly_hours_max": Text("Недельный максимум учебной нагрузки", "Most lessons a week"),
    "daily_lessons_max": Text("Уроков в день не больше", "Most lessons a day"),
    "extracurricular_weekly_max": Text(
        "Внеурочной деятельности в неделю не больше", "Most extracurricular hours a week"
    ),
    "lesson_minutes_max": Text("Длина урока не больше", "Longest lesson"),
    "break_minutes_min": Text("Перемена не меньше", "Shortest break"),
    "day_start": Text("Начало учебного дня не раньше", "Day starts no earlier than"),
    "day_end": Text("Конец занятий не позже", "Day ends no later than"),
    "gap_minutes": Text(
        "Перерыв между уроками и дополнительным занятием", "Gap between lessons and the session"
    ),
    "arrival_buffer": Text("Запас на прибытие", "Arrival buffer"),
    "ride_warn": Text("Дорога в одну сторону: желательно не больше", "Way in one direction: warning above"),
    "ride_error": Text("Дорога в одну сторону: не больше", "Way in one direction: at most"),
    "group_min": Text("Наполняемость группы: не меньше", "Group size: at least"),
    "group_target": Text("Наполняемость группы: желательная", "Group size: target"),
    "group_max": Text("Наполняемость группы: не больше", "Group size: at most"),
    "escort_riders": Text("Сопровождающий нужен от стольких детей", "Riders that need an escort"),
    "teacher_gap_max": Text("Окно учителя: желательно не больше", "Teacher's idle time: warning above"),
    "teacher_rate_hours": Text("Ставка учителя (сведение)", "Teacher's rate (information)"),
    "teacher_hourly_year": Text(
        "Почасовая оплата в год не больше (сведение)", "Hourly pay a year (information)"
    ),
    "support_min_years": Text(
        "Поддержка учителя: лет в сети не меньше", "Support of a teacher: years at least"
    ),
    "support_lowest": Text("Поддержка учителя: не меньше", "Support of a teacher: at least"),
    "support_highest": Text("Поддержка учителя: не больше", "Support of a teacher: at most"),
    "support_budget": Text("Поддержка учителей: всего в год", "Support of teachers: in all a year"),
    "support_points_year": Text("Баллов за год работы в сети", "Points for a year in the network"),
    "support_points_group": Text("Баллов за группу", "Points for a group"),
    "support_points_hours": Text("Баллов за десять часов занятий", "Points for ten hours of lessons"),
    "support_points_certificate": Text(
        "Баллов за сертификат обучающегося", "Points for a student's certificate"
    ),
}

UNITS = {
    "h": Text("ч", "h"),
    "min": Text("мин", "min"),
    "lessons": Text("уроков", "lessons"),
    "students": Text("чел.", "students"),
    "clock": Text("", ""),
    "years": Text("лет", "years"),
    "RUB": Text("руб.", "RUB"),
    "points": Text("балл.", "points"),
}

GRADES = Text("{low}–{high} классы", "grades {low}–{high}")
DAYS = Text("{days}-дневная неделя", "{days}-day week")
RURAL = Text("сельские", "rural")
TOWN = Text("городские", "town")
KINDS = {
    "school": Text("школы", "schools"),
    "college": Text("колледжи", "colleges"),
    "curriculum": Text("учебный план", "curriculum"),
    "extracurricular": Text("внеурочная деятельность", "extracurricular"),
    "additional": Text("дополнительное образование", "additional education"),
}


def norms(source: Source) -> Table:
    """One row a record of a norm; a clause nobody has read says so."""
    first_day = source.network.rules.first_day
    in_force = [
        norm
        for norm in source.network.norms
        if not (norm.valid_from and first_day < norm.valid_from)
        and not (norm.valid_to and norm.valid_to < first_day)
    ]
    return table("norms", TITLE, COLUMNS, [_row(norm) for norm in in_force])


def _row(norm: Norm) -> tuple[Value, ...]:
    return (
        norm.key,
        TITLES.get(norm.key, norm.key),
        norm.value,
        UNITS.get(norm.unit, norm.unit),
        circle(norm),
        norm.source,
        norm.clause,
        VERIFIED if norm.verified else NOT_VERIFIED,
    )


def circle(norm: Norm) -> Message | str:
    """Whom a norm is about; empty for everybody."""
    parts: list[Text | Message | str] = []
    if norm.grade_from is not None or norm.grade_to is not None:
        parts.append(GRADES(low=norm.grade_from or "", high=norm.grade_to or ""))
    if norm.days_a_week is not None:
        parts.append(DAYS(days=norm.days_a_week))
    for named in (norm.institution_kind, norm.load_category):
        if named:
            parts.append(KINDS.get(named, named))
    if norm.is_rural is not None:
        parts.append(RURAL if norm.is_rural else TOWN)
    return Text("{parts}", "{parts}")(parts=parts) if parts else ""
