"""Forms filled in by schools, merged: who is who, what changes, what stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from instances import read, write
from instances.building.people import person_id
from instances.collect.merging import Kind, Merge
from instances.fold import fold
from models.tables import Choice, ChoiceKind, Lock
from models.text import say
from tests.instances.collect.desk import Desk

FREE = 10
"""A row below all known students."""


def kinds(merged: Merge) -> list[tuple[Kind, str, bool]]:
    """What happened to whom, and whether it was taken."""
    return [(change.kind, change.student, change.taken) for change in merged.changes]


def new_student(desk: Desk, row: int = FREE, **cells: Any) -> int:
    """Somebody new at Ш1."""
    values = {"ФИО": "Новый Учащийся Эпсилон", "Класс": "10Б", "Выбор_1": "Право"} | cells
    return desk.fill("Ш1", row, **values)


def test_what_a_school_answers_is_in_the_workbook_read_again(desk: Desk, tmp_path: Path) -> None:
    """Changed choices, a new student with an id of school and name, the date of the form."""
    desk.edit("Ш1", lambda book: book["Заявка"].cell(4, 4, date(2026, 9, 8)))
    desk.fill("Ш1", 1, Выбор_1="Право", Выбор_2="Программирование", Выбор_3="Педагогический класс")
    new_student(desk, Чего_нет_в_списке="химия; физика", Согласие_на_обработку_данных="да")
    before = desk.network
    merged = desk.take()
    path = tmp_path / "новая.xlsx"
    write(desk.network, desk.people, path)
    again = read(path)
    assert again.network == desk.network
    assert again.people == desk.people
    id = person_id("S", "Ш1", fold("Новый Учащийся Эпсилон"))
    assert kinds(merged) == [(Kind.CHANGED, "О-001", True), (Kind.NEW, id, True)]
    assert desk.chosen("О-001") == [(1, "ПРАВО"), (2, "ИТ"), (3, "ПЕД")]
    kept = next(item for item in desk.network.choices_by_student["О-001"] if item.course == "ИТ")
    assert (kept.source, kept.continues, kept.made_on) == ("письмо", True, None)
    fresh = desk.network.choices_by_student[id][0]
    assert (fresh.course, fresh.made_on, fresh.source) == ("ПРАВО", date(2026, 9, 8), "анкета школы")
    student = desk.network.students[-1]
    assert (student.id, student.class_name, student.consent) == (id, "10Б", True)
    assert [wish.target for wish in desk.network.wishes if wish.student == id] == ["химия", "физика"]
    for table in type(before).model_fields:
        if table not in ("students", "choices", "wishes"):
            assert getattr(before, table) == getattr(desk.network, table)
    assert desk.network.wishes[1] == before.wishes[1]


def test_the_same_forms_again_change_nothing(desk: Desk) -> None:
    """Neither with the options that decide doubts, nor with a namesake among the new ones."""
    new_student(desk)
    new_student(desk, 11, ФИО="Новый Учащийся Эпсилон", Другой_человек="да")
    new_student(desk, 12, ФИО="Учащийся Новый Эпсилон")
    desk.fill("Ш1", 2, ФИО=None)
    desk.fill("Ш1", 3, ФИО="Третий Обучающийся Гама", Класс="10 б")
    first = desk.take(doubtful_as_new=True, remove_withdrawn=True)
    assert first.has_changes
    second = desk.merge(doubtful_as_new=True, remove_withdrawn=True)
    assert not second.errors
    assert not second.has_changes
    assert second.network is desk.network


def test_before_and_after_are_told(desk: Desk) -> None:
    """Field by field, in words."""
    desk.fill("Ш1", 1, **{"Класс": "10 б", "Чего_нет_в_списке": None})
    merged = desk.merge()
    told = [
        tuple(say(part, "ru") for part in (change.what, change.before, change.after))
        for change in merged.changes
    ]
    assert told == [("изменено: класс", "10А", "10Б"), ("изменено: чего нет в списке", "физика", "—")]


def test_additional_choices_keep_their_kind_and_can_be_made_alternatives(desk: Desk) -> None:
    """By the numbers of choices wished for on top of one."""
    desk.fill("Ш1", 1, **{"Выбор_2": "Право", "Сверх_одного:_№_выбора": 2})
    desk.fill("Ш1", 2, **{"Сверх_одного:_№_выбора": None})
    desk.take()
    own = desk.network.choices_by_student
    assert [choice.kind for choice in own["О-001"]] == [ChoiceKind.ALTERNATIVE, ChoiceKind.ADDITIONAL]
    assert [choice.kind for choice in own["О-002"]] == [ChoiceKind.ALTERNATIVE] * 2


def test_a_cleared_name_is_a_withdrawal_that_waits_for_a_word(desk: Desk) -> None:
    """The student stays until the planner says otherwise; then choices and wishes go as well."""
    desk.fill("Ш1", 1, ФИО=None)
    merged = desk.merge()
    assert kinds(merged) == [(Kind.WITHDRAWN, "О-001", False)]
    assert merged.network is desk.network
    desk.take(remove_withdrawn=True)
    assert "О-001" not in {student.id for student in desk.network.students}
    assert not desk.chosen("О-001")
    assert [wish.target for wish in desk.network.wishes] == ["астрономия"]
    assert "О-001" not in {person.id for person in desk.people.rows}


def test_a_withdrawn_student_whom_a_lock_names_stays(desk: Desk) -> None:
    """Other tables are left as they are."""
    lock = Lock(reason="решение", group="ИТ-1", student="О-001")
    desk.network = desk.network.replace(locks=(lock,))
    desk.fill("Ш1", 1, ФИО=None)
    merged = desk.merge(remove_withdrawn=True)
    assert kinds(merged) == [(Kind.WITHDRAWN, "О-001", False)]
    assert "Закрепления" in say(merged.changes[0].note, "ru")


def test_all_choices_cleared_leave_the_student(desk: Desk) -> None:
    """It is a change like any other."""
    desk.fill("Ш1", 3, Выбор_1=None)
    desk.take()
    assert desk.chosen("О-003") == []
    assert "О-003" in {student.id for student in desk.network.students}


def test_what_the_workbook_changed_since_is_kept_unless_forms_are_preferred(desk: Desk) -> None:
    """Both for what the school left alone and for what both changed."""
    others = tuple(choice for choice in desk.network.choices if choice.student not in ("О-001", "О-003"))
    own = (Choice(student="О-001", course="ПРАВО", rank=1), Choice(student="О-003", course="ИТ", rank=1))
    desk.network = desk.network.replace(choices=(*others, *own))
    desk.fill("Ш1", 1, Выбор_1="Педагогический класс")
    merged = desk.merge()
    assert kinds(merged) == [(Kind.CHANGED, "О-001", False), (Kind.CHANGED, "О-003", False)]
    notes = [say(change.note, "ru") for change in merged.changes]
    assert notes[0].startswith("изменено и в книге, и в анкете")
    assert notes[1].startswith("книга изменена после выпуска анкеты")
    assert merged.network is desk.network
    desk.take(prefer_forms=True)
    assert desk.chosen("О-001") == [(1, "ПЕД")]
    assert desk.chosen("О-003") == [(1, "ПРАВО")]


def test_a_student_taken_out_of_the_workbook_does_not_come_back(desk: Desk) -> None:
    """Untouched in the form: nothing; changed: told; with forms preferred: back under the same id."""
    desk.network = desk.network.replace(
        students=tuple(item for item in desk.network.students if item.id != "О-003"),
        choices=tuple(item for item in desk.network.choices if item.student != "О-003"),
    )
    assert not desk.merge().changes
    desk.fill("Ш1", 3, Выбор_2="Программирование")
    assert kinds(desk.merge()) == [(Kind.NEW, "О-003", False)]
    desk.take(prefer_forms=True)
    assert desk.chosen("О-003") == [(1, "ПРАВО"), (2, "ИТ")]


def test_a_known_student_typed_anew_is_the_same(desk: Desk) -> None:
    """By name and class, however spelt; blank cells of the row say nothing; in another class has moved."""
    desk.fill("Ш1", 1, ФИО=None)
    row = {"ФИО": "ПЕРВЫЙ  обучающийся альфа", "Класс": "10-А", "Выбор_1": "Право"}
    desk.fill("Ш1", FREE, **row)
    merged = desk.merge()
    assert kinds(merged) == [(Kind.CHANGED, "О-001", True)]
    assert [fault.problem.in_("ru") for fault in merged.faults if "написание" in fault.problem.in_("ru")]
    desk.fill("Ш1", FREE, ФИО="Первый Обучающийся Альфа", Класс="10Б", Выбор_1="Программирование")
    (change,) = desk.merge().changes
    assert (change.student, change.what.in_("ru")) == ("О-001", "изменено: класс")


def test_a_misprint_corrected_in_its_row_keeps_the_id(desk: Desk) -> None:
    """Its choices stay, its name is the new one."""
    desk.fill("Ш1", 3, ФИО="Третий Обучающийся Гама")
    desk.take()
    assert desk.people.student("О-003") == "Третий Обучающийся Гама"
    assert desk.chosen("О-003") == [(1, "ПРАВО")]


@pytest.mark.parametrize(
    "name",
    ["Обучающийся Первый Альфа", "Первый Обучающийса Альфа", "Первый О. А.", "Первый Обучающийся Альфа"],
)
def test_a_like_name_is_doubtful_until_somebody_decides(desk: Desk, name: str) -> None:
    """Neither merged nor taken as new by itself; by a flag of the planner, or by the word of the school."""
    new_student(desk, ФИО=name)
    merged = desk.merge()
    assert not merged.errors
    assert [(doubt.name, doubt.taken) for doubt in merged.doubts] == [(name, False)]
    assert not merged.changes
    assert merged.network is desk.network
    assert [change.kind for change in desk.merge(doubtful_as_new=True).changes] == [Kind.NEW]
    new_student(desk, Другой_человек="да")
    merged = desk.merge()
    assert not merged.doubts
    assert [change.kind for change in merged.changes] == [Kind.NEW]


def test_like_names_among_new_ones_are_doubtful(desk: Desk) -> None:
    """The second of them."""
    new_student(desk)
    new_student(desk, 11, ФИО="Новый Учащийся Эпсилонн")
    merged = desk.merge()
    assert [doubt.name for doubt in merged.doubts] == ["Новый Учащийся Эпсилонн"]
    assert [change.name for change in merged.changes] == ["Новый Учащийся Эпсилон"]


def test_a_name_at_two_schools_is_told(desk: Desk) -> None:
    """Whether the other one is known or new as well; both are taken."""
    new_student(desk, ФИО="Сельский Обучающийся Дельта")
    merged = desk.merge()
    assert [(twin.school, twin.name) for twin in merged.twins] == [("Ш1", "Сельский Обучающийся Дельта")]
    assert "Школа С1" in merged.twins[0].problem.in_("ru")
    new_student(desk)
    desk.fill("С1", 5, ФИО="Новый Учащийся Эпсилон", Класс="10", Выбор_1="Право")
    assert [twin.school for twin in desk.merge().twins] == ["Ш1", "С1"]


def test_who_has_not_answered(desk: Desk) -> None:
    """Schools without a form; classes of the others that nobody is in."""
    merged = desk.merge(desk.files["Ш1"])
    assert [school.id for school in merged.silent] == ["С1"]
    assert [item.name for item in merged.empty] == ["10Б"]
    assert not desk.merge().silent


def test_a_name_without_choices_is_left_out_and_told(desk: Desk) -> None:
    """A class list pasted whole does not come into the workbook."""
    row = new_student(desk, Выбор_1=None)
    merged = desk.merge()
    assert not merged.changes
    (fault,) = merged.faults
    assert fault.problem.in_("ru") == f"ни одного выбора, не внесены строки: {row}"


def test_forms_for_a_year_without_applications(desk: Desk, tmp_path: Path) -> None:
    """The sheets of students and choices are empty; everybody in the forms is new."""
    desk.network = desk.network.replace(students=(), choices=(), wishes=())
    desk.people = desk.people.replace(rows=desk.people.rows[-1:])
    write(desk.network, desk.people, tmp_path / "пусто.xlsx")
    assert read(tmp_path / "пусто.xlsx").network is None
    again = read(tmp_path / "пусто.xlsx", may_be_empty=("students", "choices"))
    assert again.network == desk.network
    desk.make()
    new_student(desk, 1)
    desk.take()
    write(desk.network, desk.people, tmp_path / "новая.xlsx")
    assert read(tmp_path / "новая.xlsx").network == desk.network


def test_a_late_form_is_late(desk: Desk) -> None:
    """Choices carry its date; those made before keep theirs."""
    desk.network = desk.network.replace(rules=desk.network.rules.replace(choice_deadline=date(2026, 9, 10)))
    desk.edit("Ш1", lambda book: book["Заявка"].cell(4, 4, "11.09.2026"))
    desk.fill("Ш1", 1, Выбор_2="Право")
    desk.take()
    late = {item.course: desk.network.is_late(item) for item in desk.network.choices_by_student["О-001"]}
    assert late == {"ИТ": False, "ПРАВО": True}


def test_people_without_names_are_known_by_their_ids(desk: Desk) -> None:
    """The id stands where the name would, and no name is made of it."""
    desk.people = desk.people.replace(rows=())
    desk.make()
    assert not desk.merge().changes
    desk.fill("Ш1", 1, Выбор_1="Право")
    desk.take()
    assert not desk.people.rows
    assert desk.chosen("О-001") == [(1, "ПРАВО")]
