"""Remote seats are taken by those who could not be seated otherwise, and by nobody else."""

from __future__ import annotations

from instances.tiny import ALL, base
from models.network import Network
from models.outcome import Solved
from models.parts import independent_parts
from models.plan import Plan, RefusalCode, SeatMode
from models.tables import Centre, Room
from reports.audit import audit
from scheduler.engine.filling import fill_free_seats
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve

VILLAGE = ALL["remote_seats"].network
"""A room of two seats and a tutor's of one; О1 of the host's school, О2 and О3 of the village."""


def planned(network: Network) -> Plan:
    """The best plan of a network, proven."""
    outcome = solve(network, Settings(time_limit_s=60, deterministic=True), audit)
    assert isinstance(outcome, Solved)
    assert outcome.plan.status == "optimal"
    return outcome.plan


def remote(plan: Plan) -> list[str]:
    """Who is remote."""
    return [seat.student for seat in plan.enrolments if seat.mode is SeatMode.REMOTE]


def levels(plan: Plan) -> dict[str, int]:
    """Level → value."""
    return {level.name: level.value for level in plan.levels}


def with_room(capacity: int, **tables: object) -> Network:
    """The village with another room."""
    return VILLAGE.replace(rooms=(Room(centre="РЦ1", name="1", capacity=capacity),), **tables)


def test_nobody_stays_at_home_to_save_a_walk() -> None:
    """Three seats at the centre: all come, however long the way. Where travel stands first, all who can do
    not."""
    wide = with_room(3, institutions=(base.school("Ш1"), base.school("С1").replace(remote_seats=2)))
    assert remote(planned(wide)) == []
    thrifty = wide.replace(goals=("unserved", "rank_points", "travel", "remote_seats"))
    assert remote(planned(thrifty)) == ["О2", "О3"]


def test_who_cannot_come_is_remote() -> None:
    """No way leads from the village to the centre; the tutor's room seats both."""
    far = VILLAGE.replace(
        travel=(), institutions=(base.school("Ш1"), base.school("С1").replace(remote_seats=2))
    )
    plan = planned(far)
    assert remote(plan) == ["О2", "О3"]
    assert levels(plan)["unserved"] == 0
    assert levels(plan)["travel"] == 0


def test_there_is_no_such_goal_where_nothing_is_remote() -> None:
    """Neither without a course that gives such seats, nor without a school that has them."""
    without_course = VILLAGE.replace(courses=(base.course("ИТ"),))
    without_school = VILLAGE.replace(institutions=(base.school("Ш1"), base.school("С1")))
    for network in (without_course, without_school):
        plan = planned(network)
        assert "remote_seats" not in levels(plan)
        assert levels(plan)["unserved"] == 1


def test_a_remote_seat_taken_is_the_reason() -> None:
    """No way to the centre and one seat with a tutor: of О2 and О3 one is refused for want of a seat."""
    plan = planned(VILLAGE.replace(travel=()))
    (refusal,) = plan.refusals
    assert refusal.code is RefusalCode.CAPACITY
    assert refusal.text.startswith("дистанционные места группы ИТ-1 заняты")


def test_a_full_room_is_the_reason() -> None:
    """The room is full, and so are the remote seats: О4 of the host's school waits for a seat."""
    network = VILLAGE.replace(
        students=(*VILLAGE.students, base.student("О4")),
        choices=(*VILLAGE.choices, *base.choices("О4", "ИТ")),
    )
    plan = planned(network)
    assert levels(plan)["unserved"] == 1
    (refusal,) = plan.refusals
    assert refusal.code in (RefusalCode.CAPACITY, RefusalCode.LOST_TIEBREAK)
    assert "группа ИТ-1 заполнена" in refusal.text


def test_a_remote_seat_left_free_is_given() -> None:
    """The room is full and О3 was left out: the tutor's seat is free. A room with a seat comes first."""
    plan = ALL["remote_seats"].plan
    assert plan is not None
    two = plan.replace(enrolments=plan.enrolments[:2])
    assert remote(fill_free_seats(VILLAGE, two)) == ["О3"]
    filled = fill_free_seats(with_room(3), two)
    assert len(filled.enrolments) == 3
    assert remote(filled) == []


def test_a_tutor_shared_makes_one_part() -> None:
    """Two courses at two schools with an applicant each of a third: by its room with a tutor they are one."""
    network = base.network(
        "три школы",
        rules=base.rules([base.slot(1, "15:00", "15:40")]),
        institutions=(base.school("Ш1"), base.school("Ш2"), base.school("С1").replace(remote_seats=1)),
        classes=tuple(base.school_class(name) for name in ("Ш1", "Ш2", "С1")),
        centres=(Centre(id="РЦ1", institution="Ш1"), Centre(id="РЦ2", institution="Ш2")),
        rooms=(Room(centre="РЦ1", name="1", capacity=5), Room(centre="РЦ2", name="1", capacity=5)),
        courses=(
            base.course("ИТ", centres=("РЦ1",), remote_seats=1),
            base.course("ХИМ", centres=("РЦ2",), remote_seats=1),
        ),
        teachers=(base.teacher("У1", "ИТ"), base.teacher("У2", "ХИМ", institution="Ш2")),
        students=(base.student("О1", institution="С1"), base.student("О2", institution="С1")),
        choices=(*base.choices("О1", "ИТ"), *base.choices("О2", "ХИМ")),
    )
    assert len(independent_parts(network)) == 1
    plan = planned(network)
    assert len(remote(plan)) == 1
    apart = network.replace(courses=tuple(course.replace(remote_seats=0) for course in network.courses))
    assert len(independent_parts(apart)) == 2
