"""The columns of a form, as it is written and as it is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from instances.reading.headers import fold_header
from models.network import Network
from models.tables import ChoiceKind
from models.text import Text

FORMAT = "setka-form/1"
SHEET = Text("Заявка", "Application")
GUIDE = Text("Пояснения", "Explanations")
LISTS = Text("Списки", "Lists")
STAMP = "setka"
"""The hidden sheet that says which network, which school, and what was pre-filled."""

SUBMITTED = Text("Дата подачи заявки:", "Date of the application:")
TOP = 4
"""Rows above the headers."""
CHOICE = "choice_"
MOST_CHOICES = 50


@dataclass(frozen=True)
class FormColumn:
    """A column: its title, its note, its width in characters."""

    field: str
    title: Text
    note: Text
    width: int


NUMBER = FormColumn("number", Text("№", "No"), Text("", ""), 4)
ID = FormColumn(
    "id",
    Text("Код", "ID"),
    Text("Заполняет программа, не меняйте.", "Filled in by the program, leave it as it is."),
    12,
)
NAME = FormColumn(
    "name",
    Text("ФИО", "Name"),
    Text(
        "Фамилия, имя, отчество полностью. Опечатку исправьте здесь же. Чтобы отозвать заявку, сотрите ФИО.",
        "Full name. Correct a misprint right here. To withdraw an application, clear the name.",
    ),
    26,
)
CLASS = FormColumn(
    "class_name", Text("Класс", "Class"), Text("Выберите из списка.", "Choose from the list."), 8
)
ADDITIONAL = FormColumn(
    "additional",
    Text("Сверх одного: № выбора", "On top of one: choice No"),
    Text(
        "Из выбранного даётся один курс. Если какой-то нужен сверх него, впишите номер выбора: 2. "
        "Несколько — через запятую.",
        "One of the choices is given. If some are wished for on top of it, enter the number of the choice: "
        "2. Several with commas.",
    ),
    10,
)
WISHES = FormColumn(
    "wishes",
    Text("Чего нет в списке", "Not on the list"),
    Text(
        "Курс или профиль, которого нет в списке, а хотелось бы. Несколько — через точку с запятой.",
        "A course or profile that is not on the list but wished for. Several with semicolons.",
    ),
    18,
)
HOME = FormColumn(
    "home",
    Text("Дорога: остановка или деревня", "Way: stop or village"),
    Text(
        "Куда обучающийся возвращается. Пусто — населённый пункт школы.",
        "Where the student rides home to. Blank: the settlement of the school.",
    ),
    15,
)
ALONE = FormColumn(
    "may_travel_alone",
    Text("Ездит без взрослых", "May travel alone"),
    Text("Рейсовым автобусом: да или нет. Пусто — да.", "By public bus: yes or no. Blank: yes."),
    9,
)
CONSENT = FormColumn(
    "consent",
    Text("Согласие на обработку данных", "Consent to data processing"),
    Text("Получено ли согласие: да или нет. Пусто — нет.", "Was it given: yes or no. Blank: no."),
    10,
)
TWO_COURSES = FormColumn(
    "two_courses_consent",
    Text("Согласие на два курса", "Consent to two courses"),
    Text("Дали ли его родители: да или нет. Пусто — нет.", "Did the parents: yes or no. Blank: no."),
    9,
)
ANOTHER = FormColumn(
    "another",
    Text("Другой человек", "Another person"),
    Text(
        "«да», если в школе есть обучающийся с таким же или похожим ФИО и это не он.",
        "'yes' if the school has a student of the same or a similar name, and this is not the same person.",
    ),
    8,
)


def choice_column(rank: int) -> FormColumn:
    """The column of a choice."""
    note = Text(
        "Курс из списка; 1 — самое желанное. Чего нет в списке — в столбец «Чего нет в списке».",
        "A course from the list; 1 is the most wished for. What is not there goes to 'Not on the list'.",
    )
    return FormColumn(f"{CHOICE}{rank}", Text(f"Выбор {rank}", f"Choice {rank}"), note, 20)


def columns_of(network: Network) -> tuple[FormColumn, ...]:
    """The columns of the forms of a network: as many choices as its rules allow."""
    rules = network.rules
    several = max(rules.max_courses, rules.max_courses_with_consent) > 1 or any(
        choice.kind is ChoiceKind.ADDITIONAL for choice in network.choices
    )
    return (
        NUMBER,
        ID,
        NAME,
        CLASS,
        *(choice_column(rank) for rank in range(1, min(rules.max_ranks, MOST_CHOICES) + 1)),
        *((ADDITIONAL,) if several else ()),
        WISHES,
        HOME,
        ALONE,
        CONSENT,
        *((TWO_COURSES,) if several else ()),
        ANOTHER,
    )


def by_header(fields: Iterable[str]) -> dict[str, FormColumn]:
    """Folded header in either language → column, of the fields that a form has."""
    wanted = set(fields)
    every = (
        *(NUMBER, ID, NAME, CLASS, ADDITIONAL, WISHES, HOME, ALONE, CONSENT, TWO_COURSES, ANOTHER),
        *(choice_column(rank) for rank in range(1, MOST_CHOICES + 1)),
    )
    return {
        fold_header(title): column
        for column in every
        if column.field in wanted
        for title in (column.title.ru, column.title.en)
    }
