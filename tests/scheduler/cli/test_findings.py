"""Findings as they are printed: an excess once and in its right form, people by id and name."""

from __future__ import annotations

import sys

import pytest

from models.finding import Finding, Severity
from models.goals import GOALS
from models.people import People, Person, PersonKind
from models.text import Lang, Text
from reports.audit import say
from reports.audit.units import UNITS
from scheduler.cli.findings import show_findings
from scheduler.cli.screen import Screen


def printed(capsys: pytest.CaptureFixture[str], finding: Finding, lang: Lang, people: People) -> str:
    """The line of a finding."""
    show_findings(Screen(lang, sys.stdout, sys.stderr), [finding], people)
    return capsys.readouterr().out.splitlines()[1].strip()


def breach(message: Text, excess: int, unit: str, **values: object) -> Finding:
    """A violation of some rule."""
    return Finding("travel_time", Severity.ERROR, message(**values), excess=excess, unit=unit)


def test_an_excess_is_not_said_twice(capsys: pytest.CaptureFixture[str]) -> None:
    """A sentence that names the minutes missing has nothing behind it, in either language."""
    message = Text("Не хватает {missing} мин.", "{missing} minutes are missing.")
    finding = breach(message, 125, say.MINUTES, missing=125)
    assert printed(capsys, finding, "ru", People()) == "- Не хватает 125 мин."
    assert printed(capsys, finding, "en", People()) == "- 125 minutes are missing."


def test_another_number_is_not_the_excess(capsys: pytest.CaptureFixture[str]) -> None:
    """The end of an id beside the unit, or a length that happens to equal what is missing."""
    sessions = Text("У {group} занятий {number}, а нужно {needed}.", "{group}: {number} instead of {needed}.")
    finding = breach(sessions, 1, say.SESSIONS, group="ХИМ-1", number=1, needed=2)
    assert printed(capsys, finding, "ru", People()) == "- У ХИМ-1 занятий 1, а нужно 2 (на 1 занятие)."
    length = Text("Длится {minutes} мин.", "Lasts {minutes} minutes.")
    finding = breach(length, 45, say.MINUTES, minutes=45)
    assert printed(capsys, finding, "ru", People()) == "- Длится 45 мин (на 45 мин)."


@pytest.mark.parametrize(
    ("number", "ru", "en"), [(1, "1 дату", "1 date"), (3, "3 даты", "3 dates"), (11, "11 дат", "11 dates")]
)
def test_units_are_counted(number: int, ru: str, en: str, capsys: pytest.CaptureFixture[str]) -> None:
    """На 1 дату, на 3 даты, на 11 дат; in English as well."""
    finding = breach(Text("Мало дат.", "Too few dates."), number, say.DATES)
    assert printed(capsys, finding, "ru", People()) == f"- Мало дат (на {ru})."
    assert printed(capsys, finding, "en", People()) == f"- Too few dates (by {en})."


def test_every_unit_of_the_audit_can_be_counted() -> None:
    """No unit is left in the one form that `say` names it by."""
    named = {value for name, value in vars(say).items() if name.isupper() and isinstance(value, str)}
    assert named == set(UNITS)
    assert {goal.unit.ru for goal in GOALS.values()} <= named


@pytest.mark.parametrize(
    ("unit", "ru", "en"),
    [
        (say.POINTS, ("1 балл", "2 балла", "5 баллов"), ("1 point", "2 points", "5 points")),
        (say.SEATS, ("1 место", "2 места", "5 мест"), ("1 seat", "2 seats", "5 seats")),
    ],
)
def test_units_of_goals_are_counted_in_both_languages(
    unit: str, ru: tuple[str, ...], en: tuple[str, ...]
) -> None:
    """A level that is recorded wrongly is off by points or seats, in English as well."""
    counted = [UNITS[unit].counted(number) for number in (1, 2, 5)]
    assert tuple(text.ru for text in counted) == ru
    assert tuple(text.en for text in counted) == en


def test_people_are_named_beside_their_ids(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the name is known; another value that looks like the id stays as it is."""
    people = People(rows=(Person(id="О1", kind=PersonKind.STUDENT, name="Обучающийся-001"),))
    message = Text("{student} опаздывает в {room}.", "{student} is late in {room}.")
    finding = breach(message, 5, say.MINUTES, student="О1", room="О1")
    assert printed(capsys, finding, "ru", people) == "- О1 (Обучающийся-001) опаздывает в О1 (на 5 мин)."
    assert printed(capsys, finding, "ru", People()) == "- О1 опаздывает в О1 (на 5 мин)."
