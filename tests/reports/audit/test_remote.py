"""What the audit makes of students who take part from their own school."""

from __future__ import annotations

from typing import Any

from instances.tiny import base
from models.network import Network
from models.plan import Plan, RefusalCode, SeatMode
from models.tables import Centre, Room
from models.travel import Mode, Travel
from reports.audit import audit
from reports.audit.attainable import attainable_points
from reports.audit.reasons import contradiction
from reports.audit.refusals import refused

REMOTE = SeatMode.REMOTE


def network(scene: Any, *students: str, seats: int = 1, **tables: Any) -> Network:
    """Both courses give a remote seat; Ш2 has so many seats with a tutor, and no way leads from it to Ш1."""
    values: dict[str, Any] = {
        "courses": (base.course("ИТ", remote_seats=1), base.course("ХИМ", remote_seats=1)),
        "institutions": (base.school("Ш1"), base.school("Ш2").replace(remote_seats=seats)),
    }
    found: Network = scene.network(students, **(values | tables))
    return found


def test_a_remote_student_needs_no_way(scene: Any) -> None:
    """In the room О3 would need one; without the course's or the school's seat there is no remote one."""
    net = network(scene, "О3")
    plan = scene.plan(enrolments=(scene.seat("О3", mode=REMOTE),))
    assert scene.errors(net, plan) == []
    assert set(scene.errors(net, scene.plan(enrolments=(scene.seat("О3"),)))) == {"travel_time", "way_home"}
    assert scene.errors(network(scene, "О3", seats=0), plan) == ["remote_seats"]
    assert scene.errors(network(scene, "О3", courses=(base.course("ИТ"),)), plan) == ["remote_seats"]


def test_nobody_is_remote_at_home(scene: Any) -> None:
    """О1 is of the school that hosts the centre."""
    net = network(scene, "О1", institutions=(base.school("Ш1").replace(remote_seats=1), base.school("Ш2")))
    assert scene.errors(net, scene.plan(enrolments=(scene.seat("О1", mode=REMOTE),))) == ["remote_seats"]


def test_the_tutor_seats_as_many_at_a_time(scene: Any) -> None:
    """ИТ at 15:00 and ХИМ at 15:20 overlap, at 15:40 it does not: one seat is then enough for both."""
    for start, expected in (("15:20", ["remote_seats"]), ("15:40", [])):
        net = network(scene, "О3", "О4")
        net = net.replace(choices=(*base.choices("О3", "ИТ"), *base.choices("О4", "ХИМ")))
        plan = scene.plan(
            scene.session(),
            scene.session("ХИМ", start, room="2"),
            enrolments=(scene.seat("О3", mode=REMOTE), scene.seat("О4", "ХИМ", mode=REMOTE)),
        )
        assert scene.errors(net, plan) == expected


def test_the_group_counts_them_and_its_room_does_not(scene: Any) -> None:
    """Three members and two chairs: fine if one is remote, unless the group may have two members only."""
    seats = (scene.seat("О1"), scene.seat("О2"), scene.seat("О3", mode=REMOTE))
    rooms = (Room(centre="РЦ1", name="1", capacity=2),)
    net = network(scene, "О1", "О2", "О3", rooms=rooms)
    assert scene.errors(net, scene.plan(enrolments=seats)) == []
    small = network(scene, "О1", "О2", "О3", courses=(base.course("ИТ", remote_seats=1, max_size=2),))
    assert scene.errors(small, scene.plan(enrolments=seats)) == ["group_size"]
    narrow = network(scene, "О1", "О2", "О3", rooms=(Room(centre="РЦ1", name="1", capacity=1),))
    assert scene.errors(narrow, scene.plan(enrolments=seats)) == ["room_capacity"]


def test_between_two_schools_lies_the_way(scene: Any) -> None:
    """О3 is remote in ИТ until 15:40 and then at Ш1, 20 minutes away, for ХИМ: 20 + 10 minutes, at 16:10. At
    the own school's centre the break of 10 minutes is enough."""
    walk = Travel(origin="Ш1", destination="Ш2", minutes=20, mode=Mode.WALK)
    centres = (Centre(id="РЦ1", institution="Ш1"), Centre(id="РЦ2", institution="Ш2"))
    rooms = tuple(
        Room(centre=centre, name=name, capacity=5, kind="")
        for centre, name in (("РЦ1", "1"), ("РЦ1", "2"), ("РЦ2", "1"))
    )
    net = network(
        scene,
        "О3",
        travel=(walk,),
        centres=centres,
        rooms=rooms,
        rules=base.rules(scene.windows(), max_courses=2),
        choices=(*base.choices("О3", "ИТ"), scene.also("О3", "ХИМ")),
        teachers=(base.teacher("У1", "ИТ"), base.teacher("У2", "ХИМ", may_travel=True)),
    )
    seats = (scene.seat("О3", mode=REMOTE), scene.seat("О3", "ХИМ", rank=2))
    for start, place, expected in (
        ("16:00", {"room": "2"}, ["student_clash"]),
        ("16:10", {"room": "2"}, []),
        ("15:50", {"room": "1", "centre": "РЦ2"}, []),
    ):
        plan = scene.plan(scene.session(), scene.session("ХИМ", start, **place), enrolments=seats)
        assert scene.errors(net, plan) == expected


def test_a_free_remote_seat_contradicts_a_refusal(scene: Any) -> None:
    """О3 could take part from home; with О4 there the tutor's room is full."""

    def told(net: Network, plan: Plan) -> object:
        choice = next(choice for choice in refused(net, plan) if choice.student == "О3")
        return contradiction(net, plan, choice, RefusalCode.CAPACITY)

    net = network(scene, "О1", "О3", "О4")
    assert told(net, scene.plan(enrolments=(scene.seat("О1"),))) is not None
    full = scene.plan(enrolments=(scene.seat("О1"), scene.seat("О4", mode=REMOTE)))
    assert told(net, full) is None


def test_remote_seats_are_attainable(scene: Any) -> None:
    """Out of reach without one, so fairness does not count О3; with one the first choice is worth 5."""
    assert attainable_points(network(scene, "О3")) == {"О3": 5}
    assert attainable_points(network(scene, "О3", seats=0)) == {"О3": 0}


def test_the_host_of_the_majority_looks_at_those_who_come(scene: Any) -> None:
    """О1 comes, О3 and О4 are remote: of those who come most are of the host, 1 − 1 = 0."""
    net = network(scene, "О1", "О3", "О4", seats=2, courses=(base.course("ИТ", remote_seats=2),))
    seats = (scene.seat("О1"), *(scene.seat(id, mode=REMOTE) for id in ("О3", "О4")))
    levels = {level.name: level.value for level in audit(net, scene.plan(enrolments=seats)).levels}
    assert levels["majority_host"] == 0
    assert levels["remote_seats"] == 2
