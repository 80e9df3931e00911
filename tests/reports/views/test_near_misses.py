"""How many students or seats were missing."""

from __future__ import annotations

from typing import Any

from instances.tiny import base
from models.plan import Plan, Refusal, RefusalCode
from models.tables import Centre, CentreStatus, Programme
from reports.views.near_misses import FullCourse, UnopenedCourse, near_misses


def refusal(student: str, course: str, code: RefusalCode, rank: int = 1) -> Refusal:
    """A refusal without words."""
    return Refusal(student=student, course=course, rank=rank, code=code, text="")


STUDENTS = [(f"О{n}", "Ш1") for n in range(1, 6)]


def test_two_students_short_of_a_group(sources: Any) -> None:
    """Three wanted chemistry, five are needed."""
    network = sources.network(["Ш1"], STUDENTS, courses=(base.course("ХИМ", min_size=5),))
    refusals = tuple(refusal(f"О{n}", "ХИМ", RefusalCode.NO_GROUP_MIN) for n in (1, 2, 3))
    found = near_misses(sources.of(network, Plan(refusals=refusals)))
    assert found.unopened == (UnopenedCourse("ХИМ", "Курс ХИМ", 3, 5),)
    assert found.full == ()
    assert [item.missing for item in found.unopened] == [2]


def test_the_minimum_is_that_of_the_easiest_open_centre(sources: Any) -> None:
    """A rural centre needs five, one in town eight, by the norms; a closed rural one does not count."""
    rural = base.school("С1").replace(is_rural=True)
    for status, minimum in ((CentreStatus.OPEN, 5), (CentreStatus.CLOSED, 8)):
        network = sources.network(
            ["Ш1"],
            STUDENTS,
            institutions=(base.school("Ш1"), rural),
            centres=(Centre(id="РЦ1", institution="Ш1"), Centre(id="РЦ2", institution="С1", status=status)),
            courses=(base.course("ХИМ", min_size=None),),
        )
        plan = Plan(refusals=(refusal("О1", "ХИМ", RefusalCode.NO_GROUP_MIN),))
        (course,) = near_misses(sources.of(network, plan)).unopened
        assert (course.minimum, course.missing) == (minimum, minimum - 1)


def test_enough_students_who_cannot_come_together(sources: Any) -> None:
    """Three wanted it and three are needed, only not at one time: nobody is missing."""
    network = sources.network(["Ш1"], STUDENTS, courses=(base.course("ХИМ", min_size=3),))
    refusals = tuple(refusal(f"О{n}", "ХИМ", RefusalCode.NO_GROUP_MIN) for n in (1, 2, 3))
    (course,) = near_misses(sources.of(network, Plan(refusals=refusals))).unopened
    assert (course.wanting, course.missing) == (3, 0)


def test_a_programme_needs_its_largest_minimum(sources: Any) -> None:
    """Of two courses of a programme one needs four students, the other two."""
    courses = (
        base.course("ПСИХ", min_size=4, programme="ПЕД"),
        base.course("ПРАК", min_size=2, programme="ПЕД"),
    )
    network = sources.network(
        ["Ш1"], STUDENTS, courses=courses, programmes=(Programme(id="ПЕД", title="Педкласс"),)
    )
    plan = Plan(refusals=(refusal("О1", "ПЕД", RefusalCode.NO_GROUP_MIN),))
    assert near_misses(sources.of(network, plan)).unopened == (UnopenedCourse("ПЕД", "Педкласс", 1, 4),)


def test_seats_that_were_missing(sources: Any) -> None:
    """Computing takes two: О3 and О4 found it full, О5 lost the tie; one refused twice counts once."""
    network = sources.network(["Ш1"], STUDENTS, courses=(base.course("ИТ", max_size=2),))
    group = base.group("ИТ", base.session("ИТ-1", 1, ("У1",), 1, "15:00", []))
    plan = Plan(
        groups=(group,),
        enrolments=(base.seat("О1", "ИТ"), base.seat("О2", "ИТ")),
        refusals=(
            refusal("О3", "ИТ", RefusalCode.CAPACITY),
            refusal("О3", "ИТ", RefusalCode.CAPACITY, rank=2),
            refusal("О4", "ИТ", RefusalCode.CAPACITY),
            refusal("О5", "ИТ", RefusalCode.LOST_TIEBREAK),
            refusal("О5", "ИТ", RefusalCode.GAP),
        ),
    )
    found = near_misses(sources.of(network, plan))
    assert found.full == (FullCourse("ИТ", "Курс ИТ", ("ИТ-1",), 2, 3),)
    assert [item.missing for item in found.full] == [3]


def test_other_reasons_are_no_near_miss(sources: Any) -> None:
    """A seat left free by the goals, and a seat needed in an open group, say nothing about numbers."""
    network = sources.network(["Ш1"], STUDENTS)
    group = base.group("ИТ", base.session("ИТ-1", 1, ("У1",), 1, "15:00", []))
    plan = Plan(
        groups=(group,),
        refusals=(
            refusal("О1", "ИТ", RefusalCode.CAPACITY),
            refusal("О2", "ИТ", RefusalCode.NO_GROUP_MIN),
        ),
    )
    found = near_misses(sources.of(network, plan))
    assert (found.unopened, found.full) == ((), ())


def test_every_plan_can_be_asked(sources: Any) -> None:
    """Damaged plans included: refusals of unknown courses are no near misses."""
    for source in sources.every().values():
        found = near_misses(source)
        known = {*source.network.course_by_id, *source.network.programme_courses}
        assert {item.course for item in (*found.unopened, *found.full)} <= known
