"""Priorities, goals, locks, permissions: what the planner decides about the plan."""

from __future__ import annotations

from instances.cells import Clock, Code, Group, Int, LongText, Ref, Text_, Words
from instances.schema.column import Column, Table
from models.goals import GOALS as STATEMENTS
from models.text import Text
from models.time import SHORT_WEEKDAYS, WEEKDAYS

GOAL_NAMES = Words({name: goal.title for name, goal in STATEMENTS.items()})
WEEKDAY = Words(
    dict(enumerate(SHORT_WEEKDAYS, start=1)),
    *((name.in_(lang), number) for number, name in enumerate(WEEKDAYS, start=1) for lang in ("ru", "en")),
)

PRIORITIES = Table(
    "priorities",
    Text("Приоритеты", "Priorities"),
    Text("Приоритеты по положению.", "Priorities of the local regulation."),
    (
        Column(
            "id",
            Text("Код", "ID"),
            Code(),
            required=True,
            note=Text("Короткий код.", "A short id."),
            examples=("призёр", "второй-год"),
        ),
        Column(
            "title",
            Text("Название", "Title"),
            Text_(),
            required=True,
            note=Text("Кто это.", "Who it is."),
            examples=("Призёр олимпиады", "Продолжает курс"),
        ),
        Column(
            "points",
            Text("Баллы", "Points"),
            Int(0, 1000),
            required=True,
            note=Text("Больше — раньше.", "More go first."),
            examples=("2", "1"),
        ),
        Column("clause", Text("Пункт", "Clause"), LongText(), note=Text("Пункт положения.", "The clause.")),
    ),
)

GOALS = Table(
    "goals",
    Text("Цели", "Goals"),
    Text("Порядок важности: чем выше строка, тем важнее.", "In order of importance, the first counts most."),
    (
        Column(
            "name", Text("Цель", "Goal"), GOAL_NAMES, required=True, note=Text("Из списка.", "From the list.")
        ),
        Column("note", Text("Пояснение", "Explanation"), LongText(), is_info=True),
    ),
    prefilled=True,
)

LOCKS = Table(
    "locks",
    Text("Закрепления", "Locks"),
    Text("Решения, которые план обязан сохранить.", "Decisions that the plan must keep."),
    (
        Column(
            "group",
            Text("Группа", "Group"),
            Group(),
            required=True,
            note=Text("«ИТ-1».", "Such as IT-1."),
            examples=("ИТ-1", "РОБ-1"),
        ),
        Column(
            "student",
            Text("Обучающийся", "Student"),
            Ref("students"),
            note=Text("Кто в ней.", "A member."),
            examples=("О-001", ""),
        ),
        Column(
            "session",
            Text("Занятие недели", "Session of the week"),
            Int(1, 7),
            note=Text("Какое из занятий недели.", "Which session of the week."),
        ),
        Column(
            "weekday",
            Text("День", "Weekday"),
            WEEKDAY,
            note=Text("День недели.", "The weekday."),
            examples=("", "Пн"),
        ),
        Column(
            "start",
            Text("Начало", "Start"),
            Clock(),
            note=Text("Время.", "The time."),
            examples=("", "15:00"),
        ),
        Column("room", Text("Кабинет", "Room"), Text_(), note=Text("Как на листе «Кабинеты».", "The room.")),
        Column(
            "teacher", Text("Учитель", "Teacher"), Ref("teachers"), note=Text("Код или ФИО.", "Id or name.")
        ),
        Column("centre", Text("Центр", "Centre"), Ref("centres"), note=Text("Код.", "The id.")),
        Column(
            "reason",
            Text("Причина", "Reason"),
            LongText(),
            required=True,
            note=Text("Почему.", "Why it holds."),
            examples=("решение рабочей группы", "кабинет свободен"),
        ),
    ),
)

PERMISSIONS = Table(
    "permissions",
    Text("Разрешения", "Permissions"),
    Text("Группы особой наполняемости.", "Groups of a special size."),
    (
        Column(
            "group",
            Text("Группа", "Group"),
            Group(),
            required=True,
            note=Text("«ИТ-1».", "Such as IT-1."),
            examples=("ИТ-1", "РОБ-1"),
        ),
        Column(
            "reason",
            Text("Причина", "Reason"),
            LongText(),
            required=True,
            note=Text("Печатается.", "It is printed."),
            examples=("малая сельская группа", "по решению Совета"),
        ),
        Column(
            "min_size",
            Text("Группа от", "Group min"),
            Int(0, 1000),
            note=Text("Наименьшая.", "Smallest."),
            examples=("4", "3"),
        ),
        Column(
            "max_size", Text("Группа до", "Group max"), Int(0, 1000), note=Text("Наибольшая.", "Largest.")
        ),
    ),
)
