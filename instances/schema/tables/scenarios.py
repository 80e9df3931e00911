"""Scenarios: what if. Each is one or several rows of the same name."""

from __future__ import annotations

from instances.cells import LongText, Text_, Words
from instances.schema.actions import ACTIONS
from instances.schema.column import Column, Table
from models.text import Text

SCENARIOS = Table(
    "scenarios",
    Text("Варианты", "Scenarios"),
    Text(
        "«Что, если…»: по действию на строку, у строк одного варианта одно имя. План по ним не меняется, их "
        "сравнивает команда whatif.",
        "'What if…': one action a row, the rows of a scenario share its name. The plan does not depend on "
        "them; the command whatif compares them.",
    ),
    (
        Column(
            "scenario",
            Text("Вариант", "Scenario"),
            Text_(),
            required=True,
            note=Text("Короткое имя без пробелов.", "A short name without spaces."),
            examples=("без-центра", "без-учителя"),
        ),
        Column(
            "title",
            Text("Название варианта", "Title"),
            LongText(),
            note=Text("Для отчёта; в одной из строк.", "For the report; in one of the rows."),
            assumed=Text("имя варианта", "the scenario's name"),
            examples=("Закрыть один центр", "Учитель уходит"),
        ),
        Column(
            "action",
            Text("Действие", "Action"),
            Words({name: action.title for name, action in ACTIONS.items()}),
            required=True,
            note=Text("Из списка.", "From the list."),
            examples=("закрыть центр", "учитель уходит"),
        ),
        Column(
            "target",
            Text("Что", "Target"),
            LongText(),
            required=True,
            note=Text(
                "Код или название того, что меняется; кабинет — «центр; кабинет».",
                "Id or name of what changes; of a room 'centre; room'.",
            ),
            examples=("РЦ2", "У1"),
        ),
        Column(
            "value",
            Text("Значение", "Value"),
            LongText(),
            note=Text(
                "Новое значение, где оно нужно: записывается как на листе, где оно стоит.",
                "The new value where one is needed, written as on the sheet where it stands.",
            ),
        ),
    ),
)
