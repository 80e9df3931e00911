"""Sums of the network tell of no one or two children."""

from __future__ import annotations

from typing import Any

from instances.tiny import base
from models.plan import Plan
from models.tables import SchoolClass
from models.text import say
from reports.views.public.headline import public_headline

GRADES = {"10А": 10, "9А": 9}


def headline(sources: Any, schools: int, seniors: int, younger: int, refused: int) -> Any:
    """Schools with so many served seniors and younger students in all, and so many refused seniors."""
    names = [f"Ш{n}" for n in range(1, schools + 1)]
    number = seniors + younger + refused
    students = [(f"О{at}", names[at % schools]) for at in range(number)]
    network = sources.network(names, students)
    network = network.replace(
        classes=tuple(
            SchoolClass(institution=name, name=class_name, grade=grade, head_count=100)
            for name in names
            for class_name, grade in GRADES.items()
        ),
        students=tuple(
            base.student(id, institution=school, class_name="9А" if at < younger else "10А")
            for at, (id, school) in enumerate(students)
        ),
    )
    seated = [id for id, _ in students[: seniors + younger]]
    session = base.session("ИТ-1", 1, ("У1",), 1, "15:00", [])
    plan = Plan(groups=(base.group("ИТ", session),), enrolments=tuple(base.seat(id, "ИТ") for id in seated))
    return public_headline(sources.of(network, plan))


def test_large_numbers_are_told(sources: Any) -> None:
    """Four schools, 16 seniors and 5 younger served, 2 refused: nothing is of one school, nothing close."""
    found = headline(sources, 4, seniors=16, younger=5, refused=2)
    assert (found.applicants, found.served, found.senior_places) == (23, 21, 16)
    assert say(found.share, "ru") == "4,0\u00a0%"  # 16 of 4 × 100


def test_two_sums_that_differ_by_two_are_not_both_told(sources: Any) -> None:
    """18 served, 16 of them seniors: the two younger ones could be found among the members of the groups."""
    found = headline(sources, 4, seniors=16, younger=2, refused=3)
    assert found.served == 18
    assert say(found.senior_places, "ru") == "15–19"
    assert say(found.share, "ru") == "3,8–4,8\u00a0%"  # 15/400 = 3.75 %, 19/400 = 4.75 %


def test_the_sums_of_a_single_school_are_those_of_its_children(sources: Any) -> None:
    """20 of 21 served in the only school: one has nothing, so that neither sum stands beside the other."""
    found = headline(sources, 1, seniors=20, younger=0, refused=1)
    assert found.applicants == 21
    assert say(found.served, "ru") == say(found.first_choices, "ru") == "20–24"


def test_one_or_two_are_fewer_than_three(sources: Any) -> None:
    """A single learner is no number, and has no share."""
    found = headline(sources, 1, seniors=1, younger=0, refused=0)
    assert [say(value, "ru") for value in (found.applicants, found.served, found.senior_places)] == [
        "менее 3"
    ] * 3
    assert found.share is None
