"""Every rule: one plan that keeps it, and the smallest damage that breaks it, with its number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from instances.tiny import ALL, base
from models.network import Network
from models.norms import Norm, shipped_norms
from models.plan import Plan, SeatMode
from models.rules import RULES
from models.tables import Centre, CentreStatus, Lock, PracticePlace, Programme
from models.travel import Mode, Travel
from reports.audit import audit
from reports.audit.say import week

Pair = tuple[Network, Plan]


@dataclass(frozen=True)
class Case:
    """What keeps a rule, what breaks it, by how much, and which rules cannot but break with it."""

    good: Pair
    bad: Pair
    excess: int | None
    also: tuple[str, ...] = ()


def open_days(s: Any) -> Case:
    """13 October is a Tuesday: one date that is no Monday."""
    bad = s.plan(s.session(dates=("2026-10-05", "2026-10-13")))
    return Case((s.network(), s.plan()), (s.network(), bad), 1)


def group_clash(s: Any) -> Case:
    """15:00–15:40 and 15:20–16:00 share 20 minutes; teacher, room and students clash with them."""
    course = base.course("ИТ", hours=4, weekly_sessions=2)
    net = s.network(courses=(course,))
    good = s.plan(s.session(), s.session(ordinal=2, start="16:00"))
    bad = s.plan(s.session(), s.session(ordinal=2, start="15:20"))
    return Case((net, good), (net, bad), 20, ("teacher_clash", "room_clash", "student_clash"))


def _two_courses(s: Any, **tables: Any) -> Network:
    """О1 gets ИТ, О2 gets ХИМ; two rooms for ten."""
    rooms = tuple(base.Room(centre="РЦ1", name=name, capacity=10) for name in ("1", "2"))
    values: dict[str, Any] = {
        "choices": (*base.choices("О1", "ИТ"), *base.choices("О2", "ХИМ")),
        "rooms": rooms,
        "teachers": (base.teacher("У1", "ИТ", "ХИМ"), base.teacher("У2", "ХИМ")),
    }
    return s.network(**(values | tables))


def _both(s: Any, start: str = "15:00", **changes: Any) -> Plan:
    seats = (("О1", "ИТ"), ("О2", "ХИМ"))
    return s.plan(s.session(), s.session("ХИМ", start, **({"room": "2"} | changes)), seats=seats)


def teacher_clash(s: Any) -> Case:
    """У1 gives both sessions from 15:00 to 15:40: 40 minutes are missing."""
    net = _two_courses(s)
    return Case((net, _both(s)), (net, _both(s, teachers=("У1",))), 40)


def room_clash(s: Any) -> Case:
    """Both sessions in room 1 from 15:00 to 15:40."""
    net = _two_courses(s)
    return Case((net, _both(s)), (net, _both(s, room="1")), 40)


def student_clash(s: Any) -> Case:
    """15:40 to 15:45 are 5 minutes, the break norm is 10."""
    choices = (*base.choices("О1", "ИТ"), s.also("О1", "ХИМ"))
    student = s.student("О1", two_courses_consent=True)
    net = _two_courses(s, choices=choices, students=("О1",)).replace(students=(student,))

    def plan(start: str) -> Plan:
        enrolments = (s.seat("О1"), s.seat("О1", "ХИМ", rank=2))
        return s.plan(s.session(), s.session("ХИМ", start, room="2"), enrolments=enrolments)

    return Case((net, plan("15:50")), (net, plan("15:45")), 5)


def home_lessons(s: Any) -> Case:
    """13:50 is 10 minutes before the lessons end, for each of two students."""
    net = s.network(rules=base.rules(s.windows("13:00")))
    return Case((net, s.plan()), (net, s.plan(s.session(start="13:50"))), 10)


def gap(s: Any) -> Case:
    """From 14:00 to 14:20 are 20 minutes, the norm is 30."""
    net = s.network(rules=base.rules(s.windows("13:00")))
    return Case((net, s.plan(s.session(start="14:30"))), (net, s.plan(s.session(start="14:20"))), 10)


def _walk(s: Any, minutes: int, **tables: Any) -> Network:
    return s.network(
        students=("О3",),
        travel=(Travel(origin="Ш2", destination="Ш1", minutes=minutes, mode=Mode.WALK),),
        **tables,
    )


def travel_time(s: Any) -> Case:
    """14:00 + 30 on the way + 10 in reserve = 14:40, ten minutes after the start at 14:30."""
    net, seats = _walk(s, 30), (("О3", "ИТ"),)
    bad = s.plan(s.session(start="14:30"), seats=seats)
    return Case((net, s.plan(seats=seats)), (net, bad), 10)


def way_home(s: Any) -> Case:
    """15:40 + 30 = 16:10; the student is due at 16:00."""
    good, seats = _walk(s, 30), (("О3", "ИТ"),)
    bad = _walk(s, 30).replace(students=(s.student("О3", home_by=16 * 60),))
    return Case((good, s.plan(seats=seats)), (bad, s.plan(seats=seats)), 10)


def _bus(s: Any, seats: int, **tables: Any) -> Pair:
    plan = s.plan(seats=(("О3", "ИТ"), ("О4", "ИТ")), rides=s.rides("О3", "О4"))
    return s.network(students=("О3", "О4"), runs=s.runs(seats), **tables), plan


def bus_seats(s: Any) -> Case:
    """Two riders, one seat (on each of the two runs)."""
    return Case(_bus(s, 2), _bus(s, 1), 1)


def room_fit(s: Any) -> Case:
    """Room 1 is no chemistry room."""
    net = s.network(students=("О1",), courses=(base.course("ИТ", room_kind="химия"),))
    seats = (("О1", "ИТ"),)
    good = s.plan(s.session(room="2"), seats=seats)
    return Case((net, good), (net, s.plan(seats=seats)), None)


def room_capacity(s: Any) -> Case:
    """Two students, one seat in room 2."""
    return Case((s.network(), s.plan()), (s.network(), s.plan(s.session(room="2"))), 1)


def group_size(s: Any) -> Case:
    """One student, two at least."""
    net = s.network(courses=(base.course("ИТ", min_size=2),))
    return Case((net, s.plan()), (net, s.plan(seats=(("О1", "ИТ"),))), 1)


def course_hours(s: Any) -> Case:
    """Two lessons need two dates, one is listed."""
    bad = s.plan(s.session(dates=("2026-10-05",)))
    return Case((s.network(), s.plan()), (s.network(), bad), 1)


def grade(s: Any) -> Case:
    """Grade 10 in a course for grade 11."""
    bad = s.network(courses=(base.course("ИТ", grades=(11,)),))
    return Case((s.network(), s.plan()), (bad, s.plan()), 1)


def prerequisite(s: Any) -> Case:
    """ИТ builds on ХИМ, which nobody has passed."""
    bad = s.network(courses=(base.course("ИТ", prerequisite="ХИМ"), base.course("ХИМ")))
    return Case((s.network(), s.plan()), (bad, s.plan()), 1)


def teacher_fit(s: Any) -> Case:
    """У2 does not teach ИТ."""
    return Case((s.network(), s.plan()), (s.network(), s.plan(s.session(teachers=("У2",)))), None)


def teacher_team(s: Any) -> Case:
    """Nobody where one teacher is needed."""
    return Case((s.network(), s.plan()), (s.network(), s.plan(s.session(teachers=()))), 1)


def teacher_load(s: Any) -> Case:
    """One hour a week, none allowed."""
    bad = s.network(teachers=(base.teacher("У1", "ИТ", max_hours=0),))
    return Case((s.network(), s.plan()), (bad, s.plan()), 1)


def day_window(s: Any) -> Case:
    """17:30–18:10 ends ten minutes after the window."""
    return Case((s.network(), s.plan()), (s.network(), s.plan(s.session(start="17:30"))), 10)


def _curriculum(s: Any, **of_class: Any) -> Pair:
    course = base.course("ИТ", load_category="curriculum")
    school_class = base.school_class("Ш1").replace(**of_class)
    return s.network(courses=(course,), classes=(school_class,)), s.plan()


def weekly_load(s: Any) -> Case:
    """34 hours of the class and one of the network; grade 10 with five days may have 34."""
    return Case(_curriculum(s, weekly_hours=33), _curriculum(s, weekly_hours=34), 1)


def daily_load(s: Any) -> Case:
    """Seven lessons on Monday and one of the network; seven are allowed."""
    days = [base.DayLessons(weekday=1, end=14 * 60, lessons=number) for number in (6, 7)]
    return Case(_curriculum(s, days=(days[0],)), _curriculum(s, days=(days[1],)), 1)


def evenings(s: Any) -> Case:
    """Monday and Tuesday, one evening allowed."""
    net = s.network(
        courses=(base.course("ИТ", hours=4, weekly_sessions=2),),
        rules=base.rules(s.windows(), max_evenings=1),
    )
    good = s.plan(s.session(), s.session(ordinal=2, start="16:00"))
    tuesday = s.session(ordinal=2, weekday=2, dates=("2026-10-06", "2026-10-13"))
    return Case((net, good), (net, s.plan(s.session(), tuesday)), 1)


def course_limit(s: Any) -> Case:
    """О2 sits in ХИМ and wants only ИТ."""
    good = _two_courses(s)
    bad = _two_courses(s, choices=(*base.choices("О1", "ИТ"), *base.choices("О2", "ИТ")))
    return Case((good, _both(s)), (bad, _both(s)), 1)


def programme_whole(s: Any) -> Case:
    """The programme is ИТ and ХИМ; О1 has a seat in ИТ only."""
    courses = tuple(base.course(id, programme="П") for id in ("ИТ", "ХИМ"))
    net = s.network(
        students=("О1",),
        courses=courses,
        programmes=(Programme(id="П", title="Программа"),),
        choices=base.choices("О1", "П"),
    )
    sessions = (s.session(), s.session("ХИМ", "16:00"))
    good = s.plan(*sessions, seats=(("О1", "ИТ"), ("О1", "ХИМ")))
    bad = s.plan(seats=(("О1", "ИТ"),))
    return Case((net, good), (net, bad), 1)


def locks(s: Any) -> Case:
    """О2 is locked to the group and not in it."""
    net = s.network(locks=(Lock(group="ИТ-1", student="О2", reason="продолжает курс"),))
    return Case((net, s.plan()), (net, s.plan(seats=(("О1", "ИТ"),))), None)


def centre_open(s: Any) -> Case:
    """The centre is closed."""
    bad = s.network(centres=(Centre(id="РЦ1", institution="Ш1", status=CentreStatus.CLOSED),))
    return Case((s.network(), s.plan()), (bad, s.plan()), None)


def parallel_groups(s: Any) -> Case:
    """Two groups at 15:00, one allowed."""
    net = _two_courses(s, centres=(Centre(id="РЦ1", institution="Ш1", max_parallel_groups=1),))
    return Case((net, _both(s, "16:00")), (net, _both(s)), 1)


def practice_places(s: Any) -> Case:
    """Two practising students, one place; the kindergarten is the school's own, so the way is nothing."""

    def pair(places: int) -> Pair:
        net = s.network(
            courses=(base.course("ИТ", is_practice=True),),
            practice_places=(PracticePlace(institution="Ш1", places=places),),
        )
        enrolments = tuple(s.seat(id, site="Ш1") for id in ("О1", "О2"))
        return net, s.plan(s.session(room=None), enrolments=enrolments)

    return Case(pair(2), pair(1), 1)


def remote_seats(s: Any) -> Case:
    """Two remote students of Ш2, one seat with a tutor there; no way leads from Ш2 to the centre."""

    def pair(seats: int) -> Pair:
        net = s.network(
            ("О3", "О4"),
            courses=(base.course("ИТ", remote_seats=2),),
            institutions=(base.school("Ш1"), base.school("Ш2").replace(remote_seats=seats)),
        )
        return net, s.plan(enrolments=tuple(s.seat(id, mode=SeatMode.REMOTE) for id in ("О3", "О4")))

    return Case(pair(2), pair(1), 1)


def group_form(s: Any) -> Case:
    """15:00–15:50 is ten minutes longer than a session of the course."""
    bad = s.plan(s.session(end=15 * 60 + 50))
    return Case((s.network(), s.plan()), (s.network(), bad), 10)


def records(s: Any) -> Case:
    """О2 is enrolled twice in one group."""
    bad = s.plan(seats=(("О1", "ИТ"), ("О2", "ИТ"), ("О2", "ИТ")))
    return Case((s.network(), s.plan()), (s.network(), bad), 1)


def consent(s: Any) -> Case:
    """One paper of О1 is missing."""
    bad = s.network(students=("О1", "О2")).replace(students=(s.student("О1", consent=False), s.student("О2")))
    return Case((s.network(), s.plan()), (bad, s.plan()), 1)


def double_session(s: Any) -> Case:
    """A break of 5 minutes, the norm is 10."""
    bad = s.network(rules=base.rules(s.windows(), break_minutes=5))
    return Case((s.network(), s.plan()), (bad, s.plan()), 5)


def escort(s: Any) -> Case:
    """Two riders where an escort is due from two on: one more than may ride alone."""
    norm = Norm(key="escort_riders", value="2", valid_from=date(2026, 9, 1))
    return Case(_bus(s, 2), _bus(s, 2, norms=(*shipped_norms(), norm)), 1)


def teacher_gap(s: Any) -> Case:
    """У1 is idle from 15:40 to 17:50, 130 minutes; the norm is 120."""
    net = _two_courses(s, rules=base.rules(s.windows("14:30", "19:00")))
    return Case((net, _both(s, "17:40", teachers=("У1",))), (net, _both(s, "17:50", teachers=("У1",))), 10)


def ride_warning(s: Any) -> Case:
    """40 minutes on foot, 30 are desirable."""
    seats = (("О3", "ИТ"),)
    return Case((_walk(s, 30), s.plan(seats=seats)), (_walk(s, 40), s.plan(seats=seats)), 10)


CASES: dict[str, Callable[[Any], Case]] = {
    case.__name__: case
    for case in (
        open_days, group_clash, teacher_clash, room_clash, student_clash, home_lessons, gap, travel_time,
        way_home, bus_seats, room_fit, room_capacity, group_size, course_hours, grade, prerequisite,
        teacher_fit, teacher_team, teacher_load, day_window, weekly_load, daily_load, evenings, course_limit,
        programme_whole, locks, centre_open, parallel_groups, practice_places, remote_seats, group_form,
        records, consent, double_session, escort, teacher_gap, ride_warning,
    )
}  # fmt: skip


def test_every_rule_has_a_case() -> None:
    """A rule that is stated is tested here, and nothing else is."""
    assert set(CASES) == set(RULES)


@pytest.mark.parametrize("rule", CASES)
def test_a_plan_that_keeps_the_rule_has_no_finding(scene: Any, rule: str) -> None:
    """The good plan of each case breaches no rule, and does not even warn of this one."""
    report = audit(*CASES[rule](scene).good)
    assert report.violations == ()
    assert rule not in {found.rule for found in report.findings}


@pytest.mark.parametrize("rule", CASES)
def test_the_smallest_damage_is_found_with_its_number(scene: Any, rule: str) -> None:
    """The bad plan of each case breaches this rule by the number derived, and no other than it must."""
    case = CASES[rule](scene)
    report = audit(*case.bad)
    mine = [found for found in report.findings if found.rule == rule]
    assert {found.excess for found in mine} == {case.excess}
    assert all(found.severity is RULES[rule].severity for found in mine)
    assert {found.rule for found in report.violations} - {rule} == set(case.also)
    for found in mine:
        assert "{" not in found.message.in_("ru") + found.message.in_("en")
        assert found.cure is not None
        assert found.clause == ""  # nobody has read the clauses that are shipped


def test_a_clause_is_named_once_somebody_has_read_it(scene: Any) -> None:
    """A verified norm gives its source and clause to the finding."""
    norm = Norm(
        key="gap_minutes",
        value="30",
        source="Положение",
        clause="п. 4.2",
        valid_from=date(2026, 9, 1),
        verified=True,
    )
    net, plan = gap(scene).bad
    found = audit(net.replace(norms=(*net.norms, norm)), plan).violations
    assert {item.clause for item in found} == {"Положение, п. 4.2"}


@pytest.mark.parametrize("name", [name for name, tiny in ALL.items() if tiny.plan])
def test_networks_solved_by_hand_agree(name: str) -> None:
    """The plan of each has no violation and the values derived; its damage breaches just the rules named."""
    tiny = ALL[name]
    assert tiny.plan is not None
    report = audit(tiny.network, tiny.plan)
    assert report.violations == ()
    values = {level.name: level.value for level in report.levels}
    assert {level: values[level] for level in tiny.levels} == dict(tiny.levels)
    if tiny.damage:
        found = audit(tiny.network, tiny.damage.plan).violations
        assert {item.rule for item in found} == set(tiny.damage.rules), tiny.damage.story


def test_a_week_is_told_by_its_monday(scene: Any) -> None:
    """Week 6 of the school year, 2026-W41, begins on 5 October; people do not count ISO weeks."""
    network = scene.network()
    said = week(network, network.school_calendar.mask_of_iso(("2026-W41", "2026-W42")))
    assert (said.ru, said.en) == ("с 05.10.2026", "of 2026-10-05")


def told(network: Network, plan: Plan, rule: str) -> list[tuple[str, int | None]]:
    """Sentence and excess of the findings of a rule."""
    return [(f.message.in_("en"), f.excess) for f in audit(network, plan).violations if f.rule == rule]


def test_a_lock_of_a_session_that_is_not_there_says_so(scene: Any) -> None:
    """The group has no second session; no empty list of sessions is printed."""
    net = scene.network(locks=(Lock(group="ИТ-1", session=2, weekday=1, reason="договор"),))
    assert told(net, scene.plan(), "locks") == [
        (
            "Group ИТ-1 has a lock (session 2), but the plan has no such session. "
            "Reason of the lock: договор",
            None,
        )
    ]


def test_only_dates_that_there_are_are_told(scene: Any) -> None:
    """The first Monday is to be taught, the second to be spare; on record it is the other way round, and then
    the spare one is left out. No dash stands for dates that there are none of."""
    first, second = scene.mondays
    net = scene.network(courses=(base.course("ИТ", hours=1),))
    assert told(net, scene.plan(scene.session(dates=(first,), spare=(second,))), "course_hours") == []
    swapped = scene.plan(scene.session(dates=(second,), spare=(first,)))
    assert [sentence.partition(": ")[2] for sentence, _ in told(net, swapped, "course_hours")] == [
        f"{first} are left out; {second} should not be there.",
        f"{second} are left out; {first} should not be there.",
    ]
    both = scene.plan(scene.session(dates=(first,), spare=(first, second)))
    assert [sentence.partition(": ")[2] for sentence, _ in told(net, both, "course_hours")] == [
        f"{first} should not be there."
    ]


def test_every_date_left_out_is_counted(scene: Any) -> None:
    """Of three Mondays two are to be spare; a Tuesday stands there in their place: two dates are left out."""
    rules = base.rules(scene.windows(), last_day=date(2026, 10, 25))
    net = scene.network(courses=(base.course("ИТ", hours=1),), rules=rules)
    weeks = (*base.WEEKS, "2026-W43")
    plan = scene.plan(scene.session(weeks=weeks, dates=("2026-10-05",), spare=("2026-10-13",)))
    assert told(net, plan, "course_hours") == [
        ("The spare dates of session ИТ-1.1 are wrong: 2026-10-12, 2026-10-19 are left out.", 2)
    ]
