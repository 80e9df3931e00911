"""What the part of a network that locks concern has to keep, by hand."""

from __future__ import annotations

from instances.tiny.base import choices, course, network, rules, slot, student, teacher
from models.network import Network
from models.tables import ChoiceKind, Lock, Programme, Room
from scheduler.engine.locked_part import locked_part
from tests.scheduler.engine.test_conflict import admits_a_plan

LOCK = Lock(group="А-1", student="О1", reason="")


def two_evenings(*, programme: bool) -> Network:
    """A course that needs two evenings, of which a student has one a week; only who takes the programme, with
    its two sessions, may come on two. A day has room for a double session at 15:00 and one at 16:40."""
    first, second = choices("О1", "А", "П")
    return network(
        "два вечера",
        rules=rules([slot(1, "15:00", "17:20"), slot(2, "15:00", "17:20")], max_evenings=1, time_step=100),
        rooms=(Room(centre="РЦ1", name="1", capacity=10), Room(centre="РЦ1", name="2", capacity=10)),
        courses=(
            course("А", weekly_sessions=2, session_hours=2, hours=8),
            course("Б", programme="П"),
            course("В", programme="П"),
        ),
        programmes=(Programme(id="П", title="П"),),
        teachers=(teacher("У1", "А"), teacher("У2", "Б", "В")),
        students=(student("О1", two_courses_consent=True),),
        choices=(first, second.replace(kind=ChoiceKind.ADDITIONAL)) if programme else (first,),
        locks=(LOCK,),
    )


def test_a_programme_that_raises_the_limit_of_evenings_is_kept() -> None:
    """The lock names another course, but only with the programme can its sessions be attended."""
    whole = two_evenings(programme=True)
    assert admits_a_plan(whole)
    part = locked_part(whole, whole.locks)
    assert {item.id for item in part.courses} == {"А", "Б", "В"}
    assert admits_a_plan(part)
    assert not admits_a_plan(two_evenings(programme=False))


def test_what_no_lock_concerns_is_left_out() -> None:
    """Other courses and their applicants; nobody may take more courses for it."""
    whole = two_evenings(programme=True)
    whole = whole.replace(rules=whole.rules.replace(max_evenings=2))
    part = locked_part(whole, whole.locks)
    assert [item.id for item in part.courses] == ["А"]
    assert [item.course for item in part.choices] == ["А"]
    assert part.max_courses(part.students[0]) == whole.max_courses(whole.students[0]) == 2
