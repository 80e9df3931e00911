"""A base and two scenarios, small enough to count by hand, with plans made by hand.

Two schools: Ш1 in town (students О1 … О8) hosts the centre РЦ1, Ш2 in a village (О9 … О14) the centre РЦ2,
a candidate in the base. All apply for ИТ first and ХИМ next, but О14, who only wishes for ПОВАР; О12 and О13
wish for it, too.

- Base: ИТ-1 on Monday at РЦ1 (О1 … О5), ХИМ-1 on Tuesday at РЦ1 (О6 … О8, О9, О10). О11 … О13 have nothing.
- "open": РЦ2 opens, ИТ-2 on Wednesday at РЦ2 takes О9, О10 (who had their second choice) and О11, ПОВАР-1 on
  Thursday the three whose wishes are demand here: the third choice of О12 and О13, the first of О14.
- "lose": ХИМ is not given: О6 … О10 lose their seats; ИТ-1 moves to Thursday.
"""

from __future__ import annotations

from instances.tiny import base
from models.network import Network
from models.people import People, Person, PersonKind
from models.plan import Enrolment, Group, Level, Plan, RunStamp, Sense
from models.tables import Centre, CentreStatus, Choice, Cost, Institution, Room
from reports.compare.comparison import Comparison, Side
from reports.export.source import Source

STUDENTS = tuple(f"О{n}" for n in range(1, 15))
NAMES = {id: f"Фамилия{id[1:]} Имя" for id in STUDENTS}

MONDAYS = ("2026-10-05", "2026-10-12")
TUESDAYS = ("2026-10-06", "2026-10-13")
WEDNESDAYS = ("2026-10-07", "2026-10-14")
THURSDAYS = ("2026-10-08", "2026-10-15")


def network(*, opened: bool = False, wishes: bool = False) -> Network:
    """The network; ``opened``: with the second centre; ``wishes``: with the wishes among the choices."""
    applied = [
        Choice(student=id, course=course, rank=rank)
        for id in STUDENTS[:13]
        for rank, course in enumerate(("ИТ", "ХИМ"), start=1)
    ]
    if wishes:
        applied += [
            Choice(student=id, course="ПОВАР", rank=rank) for id, rank in (("О12", 3), ("О13", 3), ("О14", 1))
        ]
    return base.network(
        "две школы",
        rules=base.rules([base.slot(day, "14:30", "18:00") for day in range(1, 6)]),
        institutions=(
            Institution(id="Ш1", name="Школа города"),
            Institution(id="Ш2", name="Школа села", is_rural=True),
        ),
        centres=(
            Centre(id="РЦ1", institution="Ш1"),
            Centre(
                id="РЦ2",
                institution="Ш2",
                status=CentreStatus.OPEN if opened else CentreStatus.CANDIDATE,
            ),
        ),
        rooms=(Room(centre="РЦ1", name="1", capacity=10), Room(centre="РЦ2", name="2", capacity=10)),
        classes=(base.school_class("Ш1"), base.school_class("Ш2")),
        courses=tuple(base.course(id, max_groups=2) for id in ("ИТ", "ХИМ", "ПОВАР")),
        teachers=(base.teacher("У1", "ИТ"), base.teacher("У2", "ХИМ"), base.teacher("У3", "ПОВАР", "ИТ")),
        students=tuple(
            base.student(id, institution="Ш1" if at < 8 else "Ш2") for at, id in enumerate(STUDENTS)
        ),
        choices=tuple(applied),
        costs=(
            Cost(key="hour_rate", value=400),
            Cost(key="head_supplement", value=1000),
            Cost(key="centre_opening", value=50_000),
        ),
    )


def _session(group: str, teacher: str, weekday: int, dates: tuple[str, ...], centre: str = "РЦ1") -> Group:
    room = "1" if centre == "РЦ1" else "2"
    held = base.session(group, 1, (teacher,), weekday, "15:00", list(dates), centre=centre, room=room)
    return Group(id=group, course=group.partition("-")[0], sessions=(held,))


def seats(group: str, rank: int, *students: int) -> list[Enrolment]:
    """Seats of the students О1, О2, … by number."""
    course = group.partition("-")[0]
    return [Enrolment(student=f"О{n}", group=group, course=course, rank=rank) for n in students]


def levels(unserved: tuple[int, int], points: tuple[int, int]) -> tuple[Level, ...]:
    """Those with nothing and the points, each as value and bound; proven where the two are one."""
    first = Level(
        name="unserved",
        sense=Sense.MINIMISE,
        value=unserved[0],
        bound=unserved[1],
        proven=unserved[0] == unserved[1],
        scale=13,
    )
    second = Level(
        name="rank_points",
        sense=Sense.MAXIMISE,
        value=points[0],
        bound=points[1],
        proven=first.proven and points[0] == points[1],
        scale=65,
    )
    return first, second


RUN = RunStamp(
    version="0.1.0",
    ortools="9.15",
    seed=1,
    lottery_seed=7,
    workers=1,
    time_limit_s=10,
    wall_s=1.5,
    started_at="2026-09-20T06:00:00+00:00",
    goals=("unserved", "rank_points"),
)


def base_side() -> Side:
    """10 of 13 served, 5 with their first choice; two groups, 2 dates of 1 hour each."""
    plan = Plan(
        run=RUN,
        status="optimal",
        groups=(_session("ИТ-1", "У1", 1, MONDAYS), _session("ХИМ-1", "У2", 2, TUESDAYS)),
        enrolments=(*seats("ИТ-1", 1, 1, 2, 3, 4, 5), *seats("ХИМ-1", 2, 6, 7, 8, 9, 10)),
        levels=levels((3, 3), (40, 40)),
    )
    return Side("base", "Исходная сеть", _source(network(), plan), seconds=1.5)


def opened_side() -> Side:
    """14 of 14 served: one more group of ИТ, and ПОВАР for the wish."""
    plan = Plan(
        run=RUN,
        status="optimal",
        groups=(
            _session("ИТ-1", "У1", 1, MONDAYS),
            _session("ИТ-2", "У3", 3, WEDNESDAYS, "РЦ2"),
            _session("ХИМ-1", "У2", 2, TUESDAYS),
            _session("ПОВАР-1", "У3", 4, THURSDAYS, "РЦ2"),
        ),
        enrolments=(
            *seats("ИТ-1", 1, 1, 2, 3, 4, 5),
            *seats("ИТ-2", 1, 9, 10, 11),
            *seats("ХИМ-1", 2, 6, 7, 8),
            *seats("ПОВАР-1", 3, 12, 13),
            *seats("ПОВАР-1", 1, 14),
        ),
        levels=levels((0, 0), (58, 61)),
    )
    source = _source(network(opened=True, wishes=True), plan)
    return Side("open", "Открыть центр в селе", source, wishes=3, seconds=2.0, opened=("РЦ2",))


def lost_side(bound: int = 6) -> Side:
    """5 of 13 served, and not proven: at best 13 − ``bound``."""
    plan = Plan(
        run=RUN,
        status="feasible",
        groups=(_session("ИТ-1", "У1", 4, THURSDAYS),),
        enrolments=tuple(seats("ИТ-1", 1, 1, 2, 3, 4, 5)),
        levels=levels((8, bound), (25, 35)),
    )
    return Side("lose", "Химии не будет", _source(network(), plan), seconds=10.0)


def _source(found: Network, plan: Plan) -> Source:
    people = People(
        rows=tuple(Person(id=id, kind=PersonKind.STUDENT, name=name) for id, name in NAMES.items())
    )
    return Source(found, plan, people)


def pair() -> list[Comparison]:
    """The base beside both scenarios."""
    first = base_side()
    return [Comparison(first, opened_side()), Comparison(first, lost_side())]


def hostile_pair(hostile: Source) -> list[Comparison]:
    """The plan that is hard to print without its last five groups, beside plans under names full of signs in
    which five are moved, five of the others closed, and the last five open."""
    whole = hostile.plan
    before = _without(whole, {group.id for group in whole.groups[-5:]}, value=40)
    after = _without(whole, {group.id for group in whole.groups[5:10]}, value=38)
    moved = [group.replace(sessions=(group.sessions[0].replace(weekday=5),)) for group in after.groups[:5]]
    changed = after.replace(groups=(*moved, *after.groups[5:]))
    first = Side("base", "Исходная <сеть> & {сеть}", Source(hostile.network, before, hostile.people))
    title = "Вариант <b>&\"'{{х}}%$_^\\ с очень длинным названием, которое не умещается в строке, №"
    other = Source(hostile.network, changed, hostile.people)
    return [Comparison(first, Side(f"v{n}", f"{title} {n}", other)) for n in (1, 2, 3, 4)]


def _without(plan: Plan, groups: set[str], value: int) -> Plan:
    """The plan with some groups closed and so many left with nothing."""
    unserved = Level(name="unserved", sense=Sense.MINIMISE, value=value, bound=30, scale=90)
    return plan.replace(
        groups=tuple(group for group in plan.groups if group.id not in groups),
        enrolments=tuple(seat for seat in plan.enrolments if seat.group not in groups),
        levels=(unserved, *plan.levels[1:]),
    )
