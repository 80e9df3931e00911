"""Walks in town, buses to the villages, school bus runs, last buses home. Times of buses are synthetic."""

from __future__ import annotations

from instances.udomlya.places import BRUSOVO, KOTLOVAN, MOLDINO, POROZHKI, RYAD, TOWN
from models.tables import LastBus, Run, RunStop
from models.time import parse_clock
from models.travel import Mode, Travel

PUBLIC_MINUTES = {RYAD: 12, POROZHKI: 20, BRUSOVO: 35}
"""Village → minutes from town by public bus (7, 13 and 23 km at 40 km/h, rounded up)."""

SCHOOL_BUS_MINUTES = {KOTLOVAN: 35, MOLDINO: 57}
"""Villages that only a school bus serves after lessons (23 and 38 km)."""

WALKS: tuple[tuple[str, str, int], ...] = (
    ("УСОШ1", "УСОШ2", 12),
    ("УСОШ1", "УГ3", 15),
    ("УСОШ1", "УСОШ4", 18),
    ("УСОШ1", "УСОШ5", 20),
    ("УСОШ1", "УК", 14),
    ("УСОШ2", "УГ3", 8),
    ("УСОШ2", "УСОШ4", 14),
    ("УСОШ2", "УСОШ5", 16),
    ("УСОШ2", "УК", 10),
    ("УГ3", "УСОШ4", 12),
    ("УГ3", "УСОШ5", 15),
    ("УГ3", "УК", 12),
    ("УСОШ4", "УСОШ5", 10),
    ("УСОШ4", "УК", 16),
    ("УСОШ5", "УК", 15),
    ("УСОШ4", "ДС-А", 8),
    ("УСОШ4", "ДС-Б", 12),
)

TRAVEL: tuple[Travel, ...] = (
    *(Travel(origin=a, destination=b, minutes=minutes, mode=Mode.WALK) for a, b, minutes in WALKS),
    *(
        Travel(origin=village, destination=TOWN, minutes=minutes)
        for village, minutes in PUBLIC_MINUTES.items()
    ),
    *(
        Travel(origin=village, destination=TOWN, minutes=minutes, mode=Mode.BUS)
        for village, minutes in SCHOOL_BUS_MINUTES.items()
    ),
)

WORKDAYS = (1, 2, 3, 4, 5)

LAST_BUSES: tuple[LastBus, ...] = (
    LastBus(settlement=RYAD, departs=parse_clock("18:40")),
    LastBus(settlement=POROZHKI, departs=parse_clock("15:50"), weekdays=WORKDAYS),
    LastBus(settlement=POROZHKI, departs=parse_clock("17:00"), weekdays=(6,)),
    LastBus(settlement=BRUSOVO, departs=parse_clock("18:20")),
)


def _run(id: str, weekdays: tuple[int, ...], seats: int, vehicle: str, *stops: tuple[str, str]) -> Run:
    return Run(
        id=id,
        weekdays=weekdays,
        stops=tuple(RunStop(place=place, time=parse_clock(time)) for place, time in stops),
        seats=seats,
        cost=2500.0,
        vehicle=vehicle,
        escort="работник базовой школы",
    )


SHARED_1 = "автобус на 20 мест, 18 заняты подвозом из школы"
SHARED_2 = "автобус на 20 мест, 17 заняты подвозом из школы"
OWN = "автобус на 20 мест"

RUNS: tuple[Run, ...] = (
    _run("Р1-туда", (2, 4), 2, SHARED_1, (KOTLOVAN, "14:00"), (TOWN, "14:35")),
    _run("Р1-обратно", (2, 4), 2, SHARED_1, (TOWN, "17:20"), (KOTLOVAN, "17:55")),
    _run("Р2-туда", (2, 4), 3, SHARED_2, (MOLDINO, "14:00"), (KOTLOVAN, "14:22"), (TOWN, "14:57")),
    _run("Р2-обратно", (2, 4), 3, SHARED_2, (TOWN, "18:00"), (KOTLOVAN, "18:35"), (MOLDINO, "18:57")),
    _run("Р3-туда", (1, 3, 4), 20, OWN, (BRUSOVO, "13:50"), (TOWN, "14:20")),
    _run("Р3-обратно", (1, 3, 4), 20, OWN, (TOWN, "17:15"), (BRUSOVO, "17:45")),
)
"""Р1 and Р2 compete for the riders of Котлован; Р2 alone goes on to Молдино."""
