"""People are found by what one types of their names."""

from __future__ import annotations

import pytest

from models.text import Text
from scheduler.cli.exits import Refused
from scheduler.cli.lookup import find

STUDENT = Text("обучающийся", "student")
NAMES = {
    "О1": ["Иванова Анна Дмитриевна"],
    "О2": ["Иванова Анна-Мария Петровна"],
    "О3": ["Фёдорова Яна Ильинична"],
    "О4": ["Фёдорова Яна"],
    "О5": ["Ким Ия Львовна"],
    "О6": ["Ким Ия Юрьевна"],
}


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("Иванова Анна", "О1"),
        ("иванова  анна дмитриевна", "О1"),
        ("Федорова Яна", "О4"),
        ("Федорова Яна Ильинична", "О3"),
        ("О2", "О2"),
    ],
)
def test_surname_and_first_name_are_enough(typed: str, id: str) -> None:
    """Without the patronymic; a name that is whole comes before one that only begins so."""
    assert find(STUDENT, typed, NAMES) == id


@pytest.mark.parametrize(("typed", "near"), [("Ким Ия", ("О5", "О6")), ("Иван", ()), ("", ())])
def test_who_is_not_clear_is_asked(typed: str, near: tuple[str, ...]) -> None:
    """Two of one name, a part of a word, nothing: nobody is guessed."""
    with pytest.raises(Refused) as caught:
        find(STUDENT, typed, NAMES)
    said = caught.value.message.in_("ru")
    assert all(f"{id} (" in said for id in near)
