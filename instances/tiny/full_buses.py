"""Two runs with full seats: who has another way stays in the village.

Three students of the village school С1 want computing in town (Ш1, Monday 15:30). Two runs go there
after the lessons, each with one free seat; one run goes back with two. О3 would also take the course in
the village. All are served when О3 stays there (``unserved`` 0). ``rank_points``: 5 + 5 + 3 = 13. A ride is
35 minutes, there and back, on two dates: ``travel`` 2 × 70 × 2 = 280. ``trips``: one evening each and one
trip each for О1 and О2, 3 + 2 = 5. (О1 and О2 may exchange their runs there.)

О3's first choice is refused for want of a seat.

Damage: О2 rides there on О1's run, two riders on one seat.
"""

from __future__ import annotations

from instances.tiny.base import (
    Damage,
    Tiny,
    choices,
    course,
    group,
    network,
    rules,
    school,
    school_class,
    seat,
    session,
    slot,
    student,
    teacher,
)
from models.plan import Direction, Plan, Refusal, RefusalCode, Ride
from models.tables import Centre, Room, Run, RunStop
from models.time import parse_clock

DATES = ["2026-10-05", "2026-10-12"]


def run(id: str, seats: int, start: tuple[str, str], finish: tuple[str, str]) -> Run:
    """A run on Mondays from (place, time) to (place, time)."""
    stops = tuple(RunStop(place=place, time=parse_clock(time)) for place, time in (start, finish))
    return Run(id=id, weekdays=(1,), stops=stops, seats=seats)


def ride(student: str, direction: Direction, run: str, board: str, alight: str) -> Ride:
    """A ride of computing's session."""
    return Ride(student=student, session="ИТ-1.1", direction=direction, run=run, board=board, alight=alight)


NETWORK = network(
    "Два рейса без свободных мест",
    rules=rules([slot(1, "15:30", "16:10")]),
    institutions=(school("Ш1"), school("С1")),
    centres=(Centre(id="РЦ1", institution="Ш1"), Centre(id="РЦ2", institution="С1")),
    rooms=(Room(centre="РЦ1", name="1", capacity=10), Room(centre="РЦ2", name="1", capacity=10)),
    classes=(school_class("С1"),),
    courses=(course("ИТ", centres=("РЦ1",), min_size=2), course("КРАЙ", centres=("РЦ2",))),
    teachers=(teacher("У1", "ИТ"), teacher("У2", "КРАЙ", institution="С1")),
    students=tuple(student(id, institution="С1") for id in ("О1", "О2", "О3")),
    choices=(*choices("О1", "ИТ"), *choices("О2", "ИТ"), *choices("О3", "ИТ", "КРАЙ")),
    runs=(
        run("Р1", 1, ("С1", "14:30"), ("Ш1", "15:05")),
        run("Р2", 1, ("С1", "14:40"), ("Ш1", "15:15")),
        run("Р3", 2, ("Ш1", "16:20"), ("С1", "16:55")),
    ),
)

THERE, BACK = Direction.THERE, Direction.BACK
RIDES_BACK = (ride("О1", BACK, "Р3", "Ш1", "С1"), ride("О2", BACK, "Р3", "Ш1", "С1"))

PLAN = Plan(
    groups=(
        group("ИТ", session("ИТ-1", 1, ("У1",), 1, "15:30", DATES)),
        group("КРАЙ", session("КРАЙ-1", 1, ("У2",), 1, "15:30", DATES, centre="РЦ2")),
    ),
    enrolments=(seat("О1", "ИТ"), seat("О2", "ИТ"), seat("О3", "КРАЙ", rank=2)),
    rides=(ride("О1", THERE, "Р1", "С1", "Ш1"), ride("О2", THERE, "Р2", "С1", "Ш1"), *RIDES_BACK),
    refusals=(
        Refusal(
            student="О3",
            course="ИТ",
            rank=1,
            code=RefusalCode.NO_SEAT,
            text="на рейсах нет свободных мест",
        ),
    ),
)

TINY = Tiny(
    "full_buses",
    NETWORK,
    PLAN,
    {"unserved": 0, "rank_points": 13, "travel": 280, "trips": 5},
    Damage(
        "two riders on one seat",
        PLAN.replace(
            rides=(ride("О1", THERE, "Р1", "С1", "Ш1"), ride("О2", THERE, "Р1", "С1", "Ш1"), *RIDES_BACK)
        ),
        ("bus_seats",),
    ),
)
