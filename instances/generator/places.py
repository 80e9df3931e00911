"""The places of one municipality: schools, centres, kindergartens, ways between them, bus runs."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from models.tables import Institution, InstitutionKind, LastBus, Run, RunStop
from models.travel import Mode, Travel

VILLAGE_MINUTES = (12, 20, 25, 35, 40, 45, 57)
RUN_FROM_MINUTES = 35
"""Villages at least that far have a school bus of their own; nearer ones go by public bus."""

RUN_LEAVES = 14 * 60 + 25
RUN_RETURNS = 18 * 60 + 5


@dataclass(frozen=True)
class Village:
    """A village with a school: its name, minutes to town, and whether a school bus goes there."""

    name: str
    school: str
    minutes: int

    @property
    def has_run(self) -> bool:
        return self.minutes >= RUN_FROM_MINUTES


@dataclass
class Places:
    """Everything of a municipality that stands somewhere or drives somewhere."""

    tag: str
    town: str
    town_schools: list[str]
    college: str
    villages: list[Village]
    kindergartens: list[str]
    institutions: list[Institution] = field(default_factory=list)
    travel: list[Travel] = field(default_factory=list)
    last_buses: list[LastBus] = field(default_factory=list)

    @property
    def town_sites(self) -> list[str]:
        return [*self.town_schools, self.college]

    @property
    def near_villages(self) -> list[Village]:
        return [village for village in self.villages if not village.has_run]


def build_places(tag: str, rng: random.Random, rural_share: float) -> Places:
    """A town with up to five schools, a college and two kindergartens, and up to seven villages."""
    num_villages = min(7, max(1, round(13 * rural_share))) if rural_share else 0
    minutes = sorted(rng.sample(VILLAGE_MINUTES, num_villages))
    town = f"Город-{tag}"
    places = Places(
        tag=tag,
        town=town,
        town_schools=[f"М{tag}-Ш{n}" for n in range(1, 6 if num_villages <= 4 else 4)],
        college=f"М{tag}-К",
        villages=[
            Village(f"Село-{tag}-{n}", f"М{tag}-С{n}", time) for n, time in enumerate(minutes, start=1)
        ],
        kindergartens=[f"М{tag}-Д1", f"М{tag}-Д2"],
    )
    places.institutions = _institutions(places, rng)
    places.travel = _ways(places, rng)
    places.last_buses = [
        LastBus(settlement=village.name, departs=60 * 17 + 10 * rng.randint(2, 13))
        for village in places.near_villages
    ]
    return places


def _institutions(places: Places, rng: random.Random) -> list[Institution]:
    def town_place(id: str, name: str, kind: InstitutionKind, days: int) -> Institution:
        return Institution(
            id=id, name=name, kind=kind, settlement=places.town, zone=places.tag, days_a_week=days
        )

    school, tag = InstitutionKind.SCHOOL, places.tag
    found = [
        town_place(id, f"Школа {tag}-{n}", school, 6 if rng.random() < 0.3 else 5)
        for n, id in enumerate(places.town_schools, start=1)
    ]
    found.append(town_place(places.college, f"Колледж {tag}", InstitutionKind.COLLEGE, 6))
    found += [
        Institution(
            id=village.school,
            name=f"Сельская школа {tag}-{n}",
            kind=school,
            is_rural=True,
            settlement=village.name,
            zone=tag,
        )
        for n, village in enumerate(places.villages, start=1)
    ]
    found += [
        town_place(id, f"Детский сад {tag}-{n}", InstitutionKind.KINDERGARTEN, 5)
        for n, id in enumerate(places.kindergartens, start=1)
    ]
    return found


def _ways(places: Places, rng: random.Random) -> list[Travel]:
    """Walks within the town, buses from the villages to town, and between villages that are not far."""
    sites = places.town_sites
    rows = [
        Travel(origin=a, destination=b, minutes=rng.randint(6, 25), mode=Mode.WALK)
        for i, a in enumerate(sites)
        for b in sites[i + 1 :]
    ]
    for i, village in enumerate(places.villages):
        mode = Mode.BUS if village.has_run else Mode.PUBLIC
        rows.append(Travel(origin=village.name, destination=places.town, minutes=village.minutes, mode=mode))
        rows += [
            Travel(origin=village.name, destination=other.name, minutes=village.minutes + other.minutes + 5)
            for other in places.villages[i + 1 :]
            if not village.has_run and not other.has_run
        ]
    return rows


def build_runs(places: Places, riders: dict[str, int], rng: random.Random, seat_scarcity: float) -> list[Run]:
    """School buses of the far villages, two villages to a run, on four days of the week.

    ``riders`` counts the applicants of each village. At scarcity 0 four in five may ride on one day.
    """
    far = [village for village in places.villages if village.has_run]
    runs = []
    for number, first in enumerate(range(0, len(far), 2), start=1):
        served = sorted(far[first : first + 2], key=lambda village: -village.minutes)
        demand = sum(riders.get(village.name, 0) for village in served)
        seats = max(3, round(demand * (0.8 - 0.6 * seat_scarcity)))
        weekdays = tuple(sorted(rng.sample(range(1, 6), 4)))
        arrival = RUN_LEAVES + served[0].minutes
        there = [RunStop(place=village.name, time=arrival - village.minutes) for village in served]
        back = [
            RunStop(place=village.name, time=RUN_RETURNS + village.minutes) for village in reversed(served)
        ]
        escort = "учитель базовой школы"
        runs += [
            Run(
                id=f"М{places.tag}-Р{number}-туда",
                weekdays=weekdays,
                stops=(*there, RunStop(place=places.town, time=arrival)),
                seats=seats,
                escort=escort,
            ),
            Run(
                id=f"М{places.tag}-Р{number}-обратно",
                weekdays=weekdays,
                stops=(RunStop(place=places.town, time=RUN_RETURNS), *back),
                seats=seats,
                escort=escort,
            ),
        ]
    return runs
