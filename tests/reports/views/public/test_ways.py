"""The ways that are told of the students of a school: those they have, and never whose they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import product
from typing import Any

from instances.tiny import base
from models.plan import Direction, Plan, Ride
from models.tables import LastBus, Run, RunStop, SchoolClass
from models.text import say
from models.time import parse_clock
from models.travel import Mode, Travel
from reports.export.tables.rides import runs as runs_table
from reports.html.bus_runs import bus_runs
from reports.views.public import public_members, public_ways
from reports.views.public.ways import PublicWay, note
from reports.views.ways import WALK

START = base.session("ИТ-1", 1, ("У1",), 1, "15:30", [])
"""Computing at Ш1, Monday 15:30 to 16:10; lessons of all schools end at 14:00."""

GRADES = {"10А": 10, "11А": 11}


def run(id: str, *stops: tuple[str, str]) -> Run:
    """A run on Mondays with places and times."""
    return Run(
        id=id,
        weekdays=(1,),
        seats=9,
        stops=tuple(RunStop(place=place, time=parse_clock(time)) for place, time in stops),
    )


RUNS = (
    run("Р1", ("С2", "14:30"), ("Ш1", "15:05")),
    run("Р2", ("С2", "14:40"), ("Ш1", "15:15")),
    run("РАНО", ("С2", "13:00"), ("Ш1", "13:35")),
    run("Р3", ("Ш1", "16:20"), ("С2", "16:55"), ("Хутор", "17:10")),
)


def going(
    sources: Any,
    there: Sequence[str],
    *,
    classes: Sequence[str] = (),
    town: int = 5,
    homes: Sequence[str] = (),
    back: str = "Р3",
    **tables: Any,
) -> Any:
    """Students of the village school С2, one an entry of ``there``: a run, or "" for a way without one.
    ``town`` students of Ш1 sit in the same group."""
    village = [f"О{n}" for n in range(len(there))]
    names = [*village, *(f"О9{n}" for n in range(town))]
    students = [(id, "С2" if id in village else "Ш1") for id in names]
    network = sources.network(["Ш1", "С2"], students, **({"runs": RUNS} | tables))
    stated = dict(zip(village, classes, strict=True)) if classes else {}
    lives = dict(zip(village, homes, strict=True)) if homes else {}
    network = network.replace(
        classes=tuple(
            SchoolClass(institution=school, name=name, grade=grade, head_count=20, days=made.days)
            for school in ("Ш1", "С2")
            for name, grade in GRADES.items()
            for made in [base.school_class(school)]
        ),
        students=tuple(
            student.replace(class_name=stated.get(student.id, "10А"), home=lives.get(student.id, ""))
            for student in network.students
        ),
    )
    rides = [
        Ride(student=id, session="ИТ-1.1", direction=Direction.THERE, run=of, board="С2", alight="Ш1")
        for id, of in zip(village, there, strict=True)
        if of
    ]
    rides += [
        Ride(
            student=id,
            session="ИТ-1.1",
            direction=Direction.BACK,
            run=back,
            board="Ш1",
            alight=lives.get(id) or "С2",
        )
        for id in village
        if back
    ]
    plan = Plan(
        groups=(base.group("ИТ", START),),
        enrolments=tuple(base.seat(id, "ИТ") for id in names),
        rides=tuple(rides),
    )
    return sources.of(network, plan)


def told(source: Any, school: str = "С2", session: str = "ИТ-1.1") -> tuple[list[str], list[str]]:
    """The ways there and home in Russian."""
    found = public_ways(source)[school, session]
    return [say(way.text, "ru") for way in found.there], [say(way.text, "ru") for way in found.back]


P1, P2 = "рейс Р1, Школа С2 14:30 → Школа Ш1 15:05", "рейс Р2, Школа С2 14:40 → Школа Ш1 15:15"
P3 = "рейс Р3, Школа Ш1 16:20 → Школа С2 16:55"


# --- what is told ------------------------------------------------------------------------------------


def test_the_runs_of_the_members_are_told_with_who_knows_more(sources: Any) -> None:
    """Two of three ride with Р1, one with Р2: both are named, and the run back that all take."""
    source = going(sources, ["Р1", "Р1", "Р2"])
    assert told(source) == ([P1, P2], [P3])
    found = public_ways(source)["С2", "ИТ-1.1"]
    assert [say(note(ways), "ru") for ways in (found.there, found.back)] == [
        "свой рейс сообщит школа",
        "None",
    ]


def test_a_way_that_nobody_has_is_not_told(sources: Any) -> None:
    """All three have a seat on Р1: no word of Р2, nearer in time, and of public transport."""
    bus = Travel(origin="С2", destination="Ш1", minutes=20, mode=Mode.PUBLIC)
    assert told(going(sources, ["Р1", "Р1", "Р1"], travel=(bus,)))[0] == [P1]


def test_of_one_or_two_all_runs_are_told_that_serve_the_school(sources: Any) -> None:
    """Two runs for "fewer than 3" would make them two. Still no way without a run: nobody goes so; nor the
    run that leaves before the lessons end."""
    bus = Travel(origin="С2", destination="Ш1", minutes=20, mode=Mode.PUBLIC)
    for riders in (["Р1"], ["Р2"], ["Р1", "Р2"], ["Р2", "Р2"]):
        assert told(going(sources, riders, town=6, travel=(bus,))) == ([P1, P2], [P3])


def test_three_ways_of_three_students_would_be_one_each(sources: Any) -> None:
    """Then all that serve are told, also the run that nobody of them takes."""
    runs = (*RUNS, run("Р4", ("С2", "14:35"), ("Ш1", "15:10")), run("Р5", ("С2", "14:45"), ("Ш1", "15:20")))
    there, _ = told(going(sources, ["Р1", "Р2", "Р4"], runs=runs))
    assert [way.split(",")[0] for way in there] == ["рейс Р1", "рейс Р4", "рейс Р2", "рейс Р5"]


def test_the_way_back_ends_at_home(sources: Any) -> None:
    """The four of Ш1 stay there for the session and live on the farm: 25 minutes on foot, not "on site"."""
    way = Travel(origin="Ш1", destination="Хутор", minutes=25, mode=Mode.WALK)
    source = going(sources, ["Р1"], town=4, travel=(way,))
    students = tuple(
        student.replace(home="Хутор") if student.institution == "Ш1" else student
        for student in source.network.students
    )
    moved = sources.of(source.network.replace(students=students), source.plan)
    assert told(moved, "Ш1") == (["на месте"], ["пешком, 25\u00a0мин"])


def test_a_run_to_several_villages_is_told_with_all_its_stops(sources: Any) -> None:
    """One of three lives on the farm: where somebody gets off is not told apart."""
    source = going(sources, ["Р1", "Р1", "Р1"], homes=["С2", "С2", "Хутор"])
    assert told(source)[1] == ["рейс Р3, Школа Ш1 16:20 → Школа С2 16:55 → Хутор 17:10"]
    for homes in (["С2", "Хутор"], ["Хутор", "С2"]):
        alone = going(sources, ["Р1", "Р1"], homes=homes, town=6)
        assert told(alone)[1] == ["рейс Р3, Школа Ш1 16:20 → Школа С2 16:55 → Хутор 17:10"]


def test_public_transport_is_told_until_the_last_bus(sources: Any) -> None:
    """20 minutes both ways. After the last bus, at 16:00, only the way on foot is left."""
    bus = Travel(origin="С2", destination="Ш1", minutes=20, mode=Mode.PUBLIC)
    walk = Travel(origin="С2", destination="Ш1", minutes=50, mode=Mode.WALK)
    last = LastBus(settlement="С2", departs=parse_clock("16:00"))
    source = going(sources, ["", "", ""], back="", runs=(), travel=(bus, walk), last_buses=(last,))
    assert told(source) == (["общественным транспортом, 20\u00a0мин"], ["пешком, 50\u00a0мин"])


def test_ways_of_one_kind_are_a_range(sources: Any) -> None:
    """Three of four walk 10 minutes home, one 30: the school knows who."""
    roads = [("С2", 10), ("Хутор", 30)]
    travel = tuple(Travel(origin="Ш1", destination=to, minutes=n, mode=Mode.WALK) for to, n in roads)
    homes = ["С2", "С2", "С2", "Хутор"]
    source = going(sources, ["Р1"] * 4, homes=homes, back="", travel=travel)
    assert told(source)[1] == ["пешком, 10–30\u00a0мин"]


def test_nothing_is_told_where_no_way_is_known_or_no_school_named(sources: Any) -> None:
    """Without runs and roads; and of a group of one."""
    assert told(going(sources, ["", "", ""], back="", runs=())) == ([], [])
    assert public_ways(going(sources, ["Р1"], town=0)) == {}


def test_who_says_which_way_is_ones_own() -> None:
    """The school knows the runs; where one lives is known to everybody."""
    walk, bus, first, second = (PublicWay(WALK, 9, 9, run) for run in ("", "", "Р1", "Р2"))
    assert note([walk]) is None
    said = [note(told) for told in ([first, second], [first, walk], [walk, bus])]
    assert [text.ru for text in said if text] == [
        "свой рейс сообщит школа",
        "свой путь сообщит школа",
        "в зависимости от места жительства",
    ]


# --- the runs of a group -----------------------------------------------------------------------------


def test_runs_of_groups_are_those_told_of_the_schools(sources: Any) -> None:
    """Both runs for one student as for two; no run where the school may not be named."""
    for riders in (["Р1"], ["Р1", "Р2"]):
        source = going(sources, riders, town=6)
        assert [(row[0], row[4]) for row in runs_table(source).rows] == [
            (id, "ИТ-1") for id in ("Р1", "Р2", "Р3")
        ]
        assert [run.run for run in bus_runs(source, public=True)] == ["Р1", "Р2", "Р3"]
        assert {run.riders for run in bus_runs(source, public=True)} == {None}
    assert runs_table(going(sources, ["Р1"], town=0)).rows == ()


def test_the_office_sees_riders(sources: Any) -> None:
    """Two on Р1, one on Р2, three home on Р3."""
    found = bus_runs(going(sources, ["Р1", "Р1", "Р2"]), public=False)
    assert [(run.run, run.riders) for run in found] == [("Р1", 2), ("Р2", 1), ("Р3", 3)]


# --- what can be worked out --------------------------------------------------------------------------


def worlds(sources: Any) -> Any:
    """Groups of eight with one to four students of С2, on two runs in every way; with the numbers that
    matter: members by grade, and riders of each run."""
    for counts in [(1, 0), (2, 0), (3, 0), (4, 0), (1, 1), (1, 2), (2, 1), (2, 2)]:
        classes = [name for name, count in zip(GRADES, counts, strict=True) for _ in range(count)]
        for riders in product(("Р1", "Р2"), repeat=len(classes)):
            source = going(sources, riders, classes=classes, town=8 - len(classes))
            yield source, (*counts, riders.count("Р1"), riders.count("Р2"))


def test_no_small_number_follows_from_members_and_ways(sources: Any) -> None:
    """All that look alike in public, told apart: each masked number of members, and each run with one or
    two riders, has at least two values among them; so a reader who knows the procedure learns no more."""
    alike: dict[str, set[tuple[int, ...]]] = defaultdict(set)
    for source, numbers in worlds(sources):
        alike[repr((public_members(source), public_ways(source), runs_table(source)))].add(numbers)
    assert len(alike) > 5
    for shown, numbers in alike.items():
        for at in range(4):
            values = {each[at] for each in numbers}
            is_hidden = at > 1 or values <= {1, 2}
            assert not is_hidden or len(values) > 1 or not values & {1, 2}, (shown, numbers)


def test_every_plan_can_be_asked(sources: Any) -> None:
    """Damaged plans included; only schools that may be named have ways."""
    for source in sources.every().values():
        named = {school for circle in public_members(source) for school in circle.schools}
        assert {school for school, _ in public_ways(source)} <= named
