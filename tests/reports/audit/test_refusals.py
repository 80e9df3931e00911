"""Which choices a plan must list as refused, and which reasons it contradicts."""

from __future__ import annotations

from typing import Any

import pytest

from instances.tiny import base
from models.network import Network
from models.plan import Plan, RefusalCode
from models.tables import Institution, InstitutionKind, PracticePlace, Programme
from models.travel import Mode, Travel
from reports.audit import audit
from reports.audit.reasons import contradiction, possible_codes
from reports.audit.refusals import refused


def wants_three(scene: Any) -> Network:
    """О1 wants ИТ, ХИМ or БИО (in this order) and МЕД on top."""
    courses = tuple(base.course(id) for id in ("ИТ", "ХИМ", "БИО", "МЕД"))
    net: Network = scene.network(
        students=("О1",),
        courses=courses,
        choices=(*base.choices("О1", "ИТ", "ХИМ", "БИО"), scene.also("О1", "МЕД", rank=4)),
    )
    return net


def test_choices_above_the_seat_and_additional_ones_are_refused(scene: Any) -> None:
    """Served the second of three alternatives: the first is refused, the third is not; МЕД is unmet."""
    plan = scene.plan(scene.session("ХИМ"), enrolments=(scene.seat("О1", "ХИМ", rank=2),))
    assert [choice.course for choice in refused(wants_three(scene), plan)] == ["ИТ", "МЕД"]


def test_all_choices_are_refused_where_none_is_served(scene: Any) -> None:
    """Without any seat all three alternatives and the additional choice are refused."""
    found = refused(wants_three(scene), Plan())
    assert [choice.course for choice in found] == ["ИТ", "ХИМ", "БИО", "МЕД"]


def full(scene: Any, **student: Any) -> tuple[Network, Plan]:
    """ИТ-1 on Monday 15:00 is full with О2; О1 is refused."""
    net = scene.network(courses=(base.course("ИТ", max_size=1),))
    net = net.replace(students=(scene.student("О1", **student), scene.student("О2")))
    return net, scene.plan(seats=(("О2", "ИТ"),))


@pytest.mark.parametrize(
    ("code", "contradicted"),
    [
        ("CAPACITY", False),
        ("LOST_TIEBREAK", False),
        ("NO_GROUP_MIN", True),
        ("GRADE", True),
        ("PREREQUISITE", True),
        ("COURSE_NOT_OPEN", True),
        ("TIME_CLASH", True),
        ("GAP", True),
        ("TRAVEL_TIME", True),
        ("NO_RETURN_BUS", True),
        ("NO_SEAT", True),
        ("LOAD_LIMIT", True),
    ],
)
def test_only_reasons_that_the_plan_shows_can_be_true(scene: Any, code: str, contradicted: bool) -> None:
    """The group is open, full, and in reach of О1 at a free hour: no reason but a seat can be true."""
    net, plan = full(scene)
    why = contradiction(net, plan, net.choices[0], RefusalCode(code))
    assert (why is not None) is contradicted


@pytest.mark.parametrize("code", ["CAPACITY", "LOST_TIEBREAK"])
def test_no_seat_is_lost_where_no_group_is_open(scene: Any, code: str) -> None:
    """A full group or a lottery cannot be the reason if the course did not open at all."""
    net = scene.network(students=("О1",))
    why = contradiction(net, Plan(), net.choices[0], RefusalCode(code))
    assert why is not None


def test_a_blocked_hour_is_a_clash(scene: Any) -> None:
    """Blocked on Monday from 15:00, О1 is rightly told of a clash."""
    net, plan = full(scene, blocked=(base.slot(1, "15:00", "16:00"),))
    assert contradiction(net, plan, net.choices[0], RefusalCode.TIME_CLASH) is None


def possible(network: Network, plan: Plan, choice: int = 0) -> set[str]:
    """The codes that could be true of a choice."""
    return {code.value for code in possible_codes(network, plan, network.choices[choice])}


def test_a_free_seat_is_no_want_of_seats(scene: Any) -> None:
    """Three of ИТ's five seats are free, but О1 is busy then: the clash is the only reason left."""
    net = scene.network().replace(
        students=(scene.student("О1", blocked=(base.slot(1, "15:00", "16:00"),)), scene.student("О2"))
    )
    assert possible(net, scene.plan(seats=(("О2", "ИТ"),))) == {"TIME_CLASH"}


def test_a_seat_may_be_left_free_for_a_goal_above_wishes(scene: Any) -> None:
    """Nothing keeps О1 out of ИТ. With travel above wishes its seat may stay free, else no code is true."""
    net, plan = scene.network(), scene.plan(seats=(("О2", "ИТ"),))
    assert possible(net, plan) == set()
    assert possible(net.replace(goals=("travel", "rank_points")), plan) == {"CAPACITY"}


def test_a_tie_is_lost_to_somebody(scene: Any) -> None:
    """The one seat of ИТ went to О2, who wished for it second and has no priority over О1."""
    net = scene.network(
        students=("О1", "О2"),
        courses=(base.course("ИТ", max_size=1), base.course("ХИМ")),
        choices=(*base.choices("О1", "ИТ"), *base.choices("О2", "ХИМ", "ИТ")),
    )
    assert possible(net, scene.plan(enrolments=(scene.seat("О2", rank=2),))) == {"CAPACITY"}
    assert "LOST_TIEBREAK" in possible(
        net.replace(choices=(*base.choices("О1", "ИТ"), *base.choices("О2", "ИТ"))),
        scene.plan(enrolments=(scene.seat("О2"),)),
    )


@pytest.mark.parametrize(("least", "code"), [(2, "COURSE_NOT_OPEN"), (3, "NO_GROUP_MIN")])
def test_a_group_opens_if_enough_could_come(scene: Any, least: int, code: str) -> None:
    """О1 and О2 can come at the same time: enough for a group of two, too few for one of three."""
    net = scene.network(courses=(base.course("ИТ", min_size=least),))
    assert possible(net, Plan()) == {code}


def test_who_could_come_at_no_common_time_is_too_few(scene: Any) -> None:
    """О1 is free on Mondays and О2 on Tuesdays only: two wish for ИТ, one could come at a time."""
    busy = {day: base.slot(day, "14:00", "18:00") for day in range(1, 6)}
    net = scene.network(courses=(base.course("ИТ", min_size=2),)).replace(
        students=tuple(
            scene.student(id, blocked=tuple(window for day, window in busy.items() if day != free))
            for id, free in (("О1", 1), ("О2", 2))
        )
    )
    assert possible(net, Plan()) == {"NO_GROUP_MIN"}


def test_a_course_that_nobody_can_give_does_not_lack_members(scene: Any) -> None:
    """Both of the two whom a group needs wait, and there is no teacher."""
    net = scene.network(courses=(base.course("ИТ", min_size=2),), teachers=())
    assert possible(net, Plan()) == {"COURSE_NOT_OPEN"}


def test_who_could_come_to_no_time_is_refused_for_that(scene: Any) -> None:
    """Nothing is open. О1 is busy on all days: a clash. О3 of the village has no way there nor back."""
    net = scene.network(students=("О1", "О3"), courses=(base.course("ИТ"),))
    busy = tuple(base.slot(day, "14:00", "18:00") for day in range(1, 6))
    net = net.replace(students=(scene.student("О1", blocked=busy), scene.student("О3")))
    assert "TIME_CLASH" in possible(net, Plan())
    assert "TRAVEL_TIME" not in possible(net, Plan())
    assert {"TRAVEL_TIME", "NO_RETURN_BUS"} <= possible(net, Plan(), choice=1)
    assert "TIME_CLASH" not in possible(net, Plan(), choice=1)


def test_a_seat_on_the_bus_is_missing_where_it_is_full(scene: Any) -> None:
    """О3 has the only seat of both runs; with two seats О4 could ride, too."""
    for seats, expected in ((1, {"NO_SEAT"}), (2, set())):
        net = scene.network(students=("О4", "О3"), runs=scene.runs(seats=seats))
        plan = scene.plan(seats=(("О3", "ИТ"),), rides=scene.rides("О3"))
        assert possible(net, plan) == expected


def test_a_load_is_that_of_the_seats_kept(scene: Any) -> None:
    """О2 has the one seat of ИТ. О1 would leave ХИМ for it, but keeps ХИМ if ИТ comes on top of it."""
    courses = (base.course("ИТ", max_size=1), base.course("ХИМ"))
    seats = (scene.seat("О1", "ХИМ", rank=2), scene.seat("О2"))
    plan = scene.plan(scene.session(), scene.session("ХИМ", "16:00"), enrolments=seats)
    net = scene.network(
        courses=courses, choices=(*base.choices("О1", "ИТ", "ХИМ"), *base.choices("О2", "ИТ"))
    )
    assert possible(net, plan) == {"CAPACITY", "LOST_TIEBREAK"}
    more = net.replace(choices=(scene.also("О1", "ИТ", rank=1), *net.choices[1:]))
    assert possible(more, plan) == {"CAPACITY", "LOST_TIEBREAK", "LOAD_LIMIT"}


def practice(scene: Any, *, reach: bool = True, **student: Any) -> tuple[Network, Plan]:
    """О2 has the one place at the own school. ДС has two, ten minutes off, if there is a way."""
    net = scene.network(
        courses=(base.course("ИТ", is_practice=True),),
        institutions=(
            base.school("Ш1"),
            base.school("Ш2"),
            Institution(id="ДС", name="Детский сад", kind=InstitutionKind.KINDERGARTEN),
        ),
        practice_places=(
            PracticePlace(institution="Ш1", places=1),
            PracticePlace(institution="ДС", places=2),
        ),
        travel=(Travel(origin="Ш1", destination="ДС", minutes=10, mode=Mode.WALK),) if reach else (),
    )
    net = net.replace(students=(scene.student("О1", **student), scene.student("О2")))
    plan: Plan = scene.plan(scene.session(room=None), enrolments=(scene.seat("О2", site="Ш1"),))
    return net, plan


def test_a_full_kindergarten_is_no_reason_where_another_has_a_place(scene: Any) -> None:
    """ДС has a place: О1 could take it. It is none to О1 without a way there."""
    assert possible(*practice(scene)) == set()
    assert "CAPACITY" in possible(*practice(scene, reach=False))


def test_a_full_kindergarten_is_no_reason_to_who_cannot_come(scene: Any) -> None:
    """О1 is busy then: were the place at the school free, it could not be taken."""
    busy = (base.slot(1, "15:00", "16:00"),)
    for reach in (True, False):
        net, plan = practice(scene, reach=reach, blocked=busy)
        assert "CAPACITY" not in possible(net, plan)
        assert "TIME_CLASH" in possible(net, plan)


def test_a_programme_does_not_want_the_place_that_is_free(scene: Any) -> None:
    """What О1 cannot attend is the other course of the programme; the practice has a place at ДС."""
    net, plan = practice(scene, blocked=(base.slot(1, "17:00", "18:00"),))
    courses = (base.course("ИТ", is_practice=True, programme="П"), base.course("ХИМ", programme="П"))
    net = net.replace(
        courses=courses,
        programmes=(Programme(id="П", title="П"),),
        choices=tuple(choice for id in ("О1", "О2") for choice in base.choices(id, "П")),
    )
    plan = scene.plan(
        scene.session(room=None),
        scene.session("ХИМ", "17:00"),
        enrolments=(scene.seat("О2", site="Ш1"), scene.seat("О2", "ХИМ")),
    )
    assert "CAPACITY" not in possible(net, plan)
    assert "TIME_CLASH" in possible(net, plan)


def test_a_wrong_code_is_told_with_its_cure(scene: Any) -> None:
    """The finding names student, course and code, why it cannot be, and the codes that can."""
    net, plan = full(scene)
    made = scene.made(net, plan, refusals=(scene.refusal("О1", code="NO_GROUP_MIN"),))
    (found,) = audit(net, made).violations
    assert found.rule == "records"
    assert found.who == ("О1", "ИТ")
    assert found.message.in_("ru") == (
        "Причина отказа NO_GROUP_MIN (О1, «ИТ») противоречит плану: группа ИТ-1 открыта, значит, участников "
        "хватило."
    )
    assert found.cure is not None
    assert found.cure.in_("ru") == "Замените причину отказа: план допускает CAPACITY, LOST_TIEBREAK."
