"""Wishes become choices where a scenario offers what the base does not."""

from __future__ import annotations

from models.tables import Centre, CentreStatus, Room, Wish
from models.wishes import is_offered, with_wishes
from tests.village import VILLAGE


def with_candidate(status: CentreStatus):  # type: ignore[no-untyped-def]
    """The village with a second centre, for ХИМ alone, and three who wish for it."""
    return VILLAGE.replace(
        centres=(*VILLAGE.centres, Centre(id="РЦ2", institution="Ш1", status=status)),
        rooms=(*VILLAGE.rooms, Room(centre="РЦ2", name="3", capacity=5)),
        courses=tuple(c.replace(centres=("РЦ2",)) if c.id == "ХИМ" else c for c in VILLAGE.courses),
        wishes=(
            Wish(institution="Ш1", class_name="10А", target="ХИМ", count=2),
            Wish(institution="Ш1", student="О1", target="хим"),
            Wish(institution="Ш1", target="ХИМ", count=9),
            Wish(institution="Ш1", class_name="10А", target="ИТ", count=4),
        ),
    )


def test_only_what_is_new_counts() -> None:
    """Two of the class without a name; О1 has chosen ХИМ already; nobody knows when the nine could come."""
    base, scenario = with_candidate(CentreStatus.CANDIDATE), with_candidate(CentreStatus.OPEN)
    course = base.course_by_id["ХИМ"]
    assert not is_offered(base, course)
    assert is_offered(scenario, course)
    demand = with_wishes(scenario, base)
    assert [course for _, course in demand.added] == ["ХИМ", "ХИМ"]
    new = [s for s in demand.network.students if s.id not in base.student_by_id]
    assert [(s.institution, s.class_name) for s in new] == [("Ш1", "10А")] * 2
    assert all(demand.network.choices_by_student[s.id][0].rank == 1 for s in new)


def test_a_students_wish_is_the_next_choice() -> None:
    """It ranks behind what the student has chosen."""
    base, scenario = with_candidate(CentreStatus.CANDIDATE), with_candidate(CentreStatus.OPEN)
    without = tuple(c for c in base.choices if (c.student, c.course) != ("О1", "ХИМ"))
    demand = with_wishes(scenario.replace(choices=without), base.replace(choices=without))
    ranks = [c.rank for c in demand.network.choices_by_student["О1"]]
    assert ranks == sorted(set(ranks))
    assert demand.network.choices_by_student["О1"][-1].course == "ХИМ"


def test_nothing_new_nothing_added() -> None:
    """The same network against itself."""
    base = with_candidate(CentreStatus.OPEN)
    demand = with_wishes(base, base)
    assert demand.network is base
    assert demand.added == ()
