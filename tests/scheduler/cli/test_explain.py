"""``setka explain`` as a planner uses it: one question a call, exit codes of the contract."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from instances import write
from instances.tiny import ALL
from instances.tiny.base import choices, course, network, rules, slot, student, teacher
from models.people import People, Person, PersonKind
from models.plan import Plan
from models.tables import Programme

Run = Callable[..., Any]

NAMES = People(
    rows=(
        Person(id="О1", kind=PersonKind.STUDENT, name="Орлова Алёна Игоревна"),
        Person(id="О2", kind=PersonKind.STUDENT, name="Орлов Пётр Ильич"),
    )
)


@pytest.fixture
def planned(setka: Run, tmp_path: Path) -> tuple[str, str]:
    """One seat that two students want, with their names; planned."""
    write(ALL["tie"].network, NAMES, tmp_path / "tie.json")
    assert setka("plan", "tie.json", "-o", "out", "--time-limit", "30").code == 0
    return "tie.json", "out/plan.json"


def refused_student(plan: str, tmp_path: Path) -> str:
    """The student with a refusal."""
    return Plan.model_validate_json((tmp_path / plan).read_text(encoding="utf-8")).refusals[0].student


def test_a_student(setka: Run, planned: tuple[str, str], tmp_path: Path) -> None:
    """By id or by name in any spelling: the reason, code, letter, who would lose, the smallest change."""
    who = refused_student(planned[1], tmp_path)
    by_id = setka("explain", *planned, "--student", who)
    assert by_id.code == 0, by_id.err
    for part in ("Why refused", "Code: ", "For the letter: ", "For the office only", "smallest change"):
        assert part in by_id.out
    letter = next(line for line in by_id.out.splitlines() if "For the letter" in line)
    assert "О1" not in letter
    assert "О2" not in letter
    name = next(person.name for person in NAMES.rows if person.id == who)
    typed = name.lower().replace("ё", "е")
    assert setka("explain", *planned, "--student", typed).out == by_id.out


@pytest.mark.parametrize(
    ("option", "typed", "offered"),
    [
        ("--student", "Орлава Алена", "О1 (Орлова Алёна Игоревна)"),
        ("--course", "ИТТ", "ИТ"),
        ("--group", "ИТ-9", "ИТ-1"),
        ("--centre", "РЦ7", "РЦ1"),
    ],
)
def test_the_nearest_spelling(
    setka: Run, planned: tuple[str, str], option: str, typed: str, offered: str
) -> None:
    """An unknown id is wrong usage; what it may have meant is offered."""
    done = setka("explain", *planned, option, typed)
    assert done.code == 2
    assert f"'{typed}': the {'plan' if option == '--group' else 'network'} has none" in done.err
    assert offered in done.err


@pytest.mark.parametrize(
    ("options", "part"),
    [
        (("--group", "ИТ-1"), "Without this group"),
        (("--course", "ИТ"), "One more group of the course"),
        (("--centre", "РЦ1"), "Without any group at this centre"),
        ((), "What holds the network back"),
    ],
)
def test_everything_else(setka: Run, planned: tuple[str, str], options: tuple[str, ...], part: str) -> None:
    """Groups, courses, centres and the whole plan are answered in a table."""
    done = setka("explain", *planned, *options, "--time-limit", "20")
    assert done.code == 0, done.err
    assert part in done.out


def test_one_question_at_a_time(setka: Run, planned: tuple[str, str]) -> None:
    """Two questions are wrong usage."""
    assert setka("explain", *planned, "--student", "О1", "--course", "ИТ").code == 2


def test_a_plan_that_breaks_rules(setka: Run, planned: tuple[str, str], tmp_path: Path) -> None:
    """It is not explained; what it breaks is listed, as it is for a plan of another network."""
    path = tmp_path / planned[1]
    plan = Plan.model_validate_json(path.read_text(encoding="utf-8"))
    path.write_text(plan.replace(refusals=()).model_dump_json(), encoding="utf-8")
    done = setka("explain", *planned, "--student", "О1")
    assert done.code == 1
    assert "breaks rules" in done.err
    assert "Why refused" not in done.out


def test_ones_own_catalogue(setka: Run, planned: tuple[str, str], tmp_path: Path) -> None:
    """Its cost is used; a faulty one is refused with file, row and column."""
    own = tmp_path / "own.csv"
    own.write_text(
        "kind;step;cost;most;ru;en\nseat;1;77;1;место;one more chair at the table\n", encoding="utf-8"
    )
    who = refused_student(planned[1], tmp_path)
    done = setka("explain", *planned, "--student", who, "--changes", "own.csv")
    assert "cost 77" in done.out
    assert "one more chair at the table" in done.out
    own.write_text("kind;step;cost;most;ru;en\nseat;1;no;1;а;b\n", encoding="utf-8")
    done = setka("explain", *planned, "--student", who, "--changes", "own.csv")
    assert done.code == 2
    assert "own.csv" in done.err
    assert "cost" in done.err


def test_a_programme_is_asked_about_course_by_course(setka: Run, tmp_path: Path) -> None:
    """Each of its courses by title, in the order of the programme."""
    courses = (course("ПСИ", programme="ПЕД"), course("ДЕТ", programme="ПЕД"))
    village = network(
        "программа",
        rules=rules([slot(1, "15:00", "15:40"), slot(2, "15:00", "15:40")]),
        courses=courses,
        programmes=(Programme(id="ПЕД", title="Педагогический класс"),),
        teachers=(teacher("У1", "ПСИ", "ДЕТ"),),
        students=(student("О1"),),
        choices=choices("О1", "ПЕД"),
    )
    write(village, People(), tmp_path / "programme.json")
    assert setka("plan", "programme.json", "-o", "out").code == 0
    done = setka("explain", "programme.json", "out/plan.json", "--course", "педагогический класс")
    assert done.code == 0, done.err
    titles = [line for line in done.out.splitlines() if line.startswith("“")]
    assert titles == [f"“{item.title}”" for item in courses]
