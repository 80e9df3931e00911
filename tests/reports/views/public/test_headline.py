"""Sums of the network tell of no one or two children: a number that would is a range."""

from __future__ import annotations

from typing import Any

import pytest

from instances.tiny import base
from models.plan import Plan, Refusal, RefusalCode
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
    plan = Plan(
        groups=(base.group("ИТ", session),),
        enrolments=tuple(base.seat(id, "ИТ") for id in seated),
        refusals=tuple(
            Refusal(student=id, course="ИТ", rank=1, code=RefusalCode.CAPACITY, text="")
            for id, _ in students[len(seated) :]
        ),
    )
    return public_headline(sources.of(network, plan))


def ru(*values: Any) -> list[str]:
    """In Russian."""
    return [say(value, "ru") for value in values]


def test_large_numbers_are_told(sources: Any) -> None:
    """Four schools, 16 seniors and 5 younger served, 3 refused: no difference is small."""
    found = headline(sources, 4, seniors=16, younger=5, refused=3)
    assert (found.applicants, found.served, found.senior_places) == (24, 21, 16)
    assert say(found.share, "ru") == "4,0\u00a0%"  # 16 of 4 × 100


@pytest.mark.parametrize("younger", [1, 2])
def test_served_less_seniors_does_not_tell_of_the_younger(sources: Any, younger: int) -> None:
    """18 served, one or two of grade 9: beside "fewer than 3" among the members, the seniors are a range in
    which both are possible."""
    found = headline(sources, 4, seniors=18 - younger, younger=younger, refused=3)
    assert found.served == 18
    low, high = found.senior_places.values["low"], found.senior_places.values["high"]
    assert low <= 16 < 17 <= high
    assert say(found.share, "ru") == {1: "4,0–4,8\u00a0%", 2: "3,5–4,2\u00a0%"}[younger]  # of 400


def test_younger_students_are_found_by_no_larger_difference_either(sources: Any) -> None:
    """One of grade 9 of each of three schools: 19 − 16 = 3 would tell that "fewer than 3" is 1 thrice."""
    found = headline(sources, 4, seniors=16, younger=3, refused=3)
    assert ru(found.served, found.senior_places) == ["19", "14–17"]


@pytest.mark.parametrize("schools", [1, 4])
@pytest.mark.parametrize("refused", [1, 2])
def test_applicants_less_served_does_not_tell_of_those_without_a_seat(
    sources: Any, schools: int, refused: int
) -> None:
    """The group is public with its 20 members: so how many applied is a range."""
    found = headline(sources, schools, seniors=20, younger=0, refused=refused)
    assert ru(found.served, found.applicants) == ["20", "21–22"]
    assert ru(found.first_choices, found.with_first) == ["20", "21–22"]


def test_one_or_two_are_fewer_than_three(sources: Any) -> None:
    """A single learner is no number, and has no share."""
    found = headline(sources, 1, seniors=1, younger=0, refused=0)
    assert ru(found.applicants, found.served, found.senior_places) == ["менее 3"] * 3
    assert found.share is None
