"""Norms in the planner's words: a title for every key and a word for every unit of ``data/norms.csv``."""

from __future__ import annotations

from models.text import Text

TITLES: dict[str, Text] = {
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
    "escort_riders": Text("Сопровождающий нужен, если детей не меньше", "Riders that need an escort"),
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

UNITS: dict[str, Text] = {
    "h": Text("ч", "h"),
    "min": Text("мин", "min"),
    "lessons": Text("уроков", "lessons"),
    "students": Text("чел.", "students"),
    "clock": Text("", ""),
    "years": Text("лет", "years"),
    "RUB": Text("руб.", "RUB"),
    "points": Text("балл.", "points"),
}


def title_of(key: str) -> Text:
    """The title of a norm; a planner's own key stands for itself."""
    return TITLES.get(key, Text(key, key))
