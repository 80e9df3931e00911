"""Puts municipalities together to a network."""

from __future__ import annotations

import random
from collections import Counter

from instances.generator.catalogue import CHOICES
from instances.generator.classes import classes_of
from instances.generator.demand import CONTINUES, PRIZE, Applicant, build_applicants
from instances.generator.offer import Offering, build_offering
from instances.generator.places import Places, build_places, build_runs
from instances.generator.spec import GeneratorSpec
from instances.year_2026 import (
    CHOICE_DEADLINE,
    FIRST_DAY,
    LAST_DAY,
    SCHOOL_YEAR,
    SECOND_HALF_FROM,
    calendar_2026,
)
from models.network import Network
from models.norms import shipped_norms
from models.people import People, Person, PersonKind
from models.tables import (
    ChoiceKind,
    NetworkRules,
    Priority,
    Programme,
    Requisite,
    Run,
    SchoolClass,
)
from models.travel import Travel

TOWN_CLASSES = [("10А", 10), ("10Б", 10), ("11А", 11), ("11Б", 11)]
VILLAGE_CLASSES = [("10", 10), ("11", 11)]
COLLEGE_CLASSES = [("1 курс", 10), ("2 курс", 11)]


class Municipality:
    """One municipality, built step by step from its own stream of random numbers."""

    def __init__(self, spec: GeneratorSpec, number: int, ids: list[str]) -> None:
        rng = random.Random(f"setka:{spec.seed}:{number}")
        tag = f"{number:02d}"
        self.places: Places = build_places(tag, rng, spec.rural_share)
        short_day = rng.choice((2, 3, 4))
        classes = _classes(self.places, rng, short_day)
        neighbour = _neighbour(number, spec.num_municipalities)
        self.applicants: list[Applicant] = build_applicants(
            spec, self.places, classes, ids, rng, _targets(tag), _targets(neighbour) if neighbour else {}
        )
        self.classes: list[SchoolClass] = _with_head_counts(classes, self.applicants, self.places, rng)
        demand = _demand(self.applicants, tag)
        self.offering: Offering = build_offering(spec, self.places, demand, rng, short_day)
        homes = {village.school: village.name for village in self.places.villages}
        riders = Counter(
            homes[a.student.institution] for a in self.applicants if a.student.institution in homes
        )
        self.runs: list[Run] = build_runs(self.places, riders, rng, spec.seat_scarcity)
        self.border: list[Travel] = []
        if neighbour and int(neighbour) == number + 1:
            self.border.append(
                Travel(origin=self.places.town, destination=f"Город-{neighbour}", minutes=rng.randint(35, 55))
            )


def generate(spec: GeneratorSpec) -> tuple[Network, People]:
    """The network of the spec and the (synthetic) names of its people."""
    count = spec.num_municipalities
    width = len(str(spec.applicants))
    ids = [f"О-{n:0{width}d}" for n in range(1, spec.applicants + 1)]
    bounds = [spec.applicants * n // count for n in range(count + 1)]
    parts = [
        Municipality(spec, number, ids[bounds[number - 1] : bounds[number]]) for number in range(1, count + 1)
    ]
    applicants = [applicant for part in parts for applicant in part.applicants]
    network = Network(
        name=f"Учебная сеть: {spec.applicants} заявителей, вариант {spec.seed}",
        rules=NetworkRules(
            school_year=SCHOOL_YEAR,
            first_day=FIRST_DAY,
            last_day=LAST_DAY,
            second_half_from=SECOND_HALF_FROM,
            choice_deadline=CHOICE_DEADLINE,
            lottery_seed=spec.seed,
        ),
        institutions=tuple(item for part in parts for item in part.places.institutions),
        centres=tuple(item for part in parts for item in part.offering.centres),
        rooms=tuple(item for part in parts for item in part.offering.rooms),
        classes=tuple(item for part in parts for item in part.classes),
        courses=tuple(item for part in parts for item in part.offering.courses),
        teachers=tuple(item for part in parts for item in part.offering.teachers),
        students=tuple(applicant.student for applicant in applicants),
        choices=tuple(choice for applicant in applicants for choice in applicant.choices),
        norms=shipped_norms(),
        programmes=tuple(
            Programme(
                id=f"М{part.places.tag}-ПЕД", title="Педагогический класс", profile="педагогический класс"
            )
            for part in parts
        ),
        travel=tuple(item for part in parts for item in (*part.places.travel, *part.border)),
        last_buses=tuple(item for part in parts for item in part.places.last_buses),
        runs=tuple(item for part in parts for item in part.runs),
        calendar=calendar_2026(),
        priorities=(
            Priority(id=PRIZE, title="Призёр муниципальной олимпиады", points=2),
            Priority(id=CONTINUES, title="Второй год обучения", points=1),
        ),
        practice_places=tuple(item for part in parts for item in part.offering.practice_places),
        requisites=(
            Requisite(key="примечание", value="Все учреждения, обучающиеся и учителя вымышлены генератором."),
        ),
    )
    return network, _people(network)


def _targets(tag: str) -> dict[str, str]:
    return {code: f"М{tag}-{code}" for code in CHOICES}


def _neighbour(number: int, count: int) -> str:
    """The tag of the municipality whose town is near: they lie in pairs, the last odd one alone."""
    partner = number + 1 if number % 2 else number - 1
    return f"{partner:02d}" if partner <= count else ""


def _classes(places: Places, rng: random.Random, short_day: int) -> list[SchoolClass]:
    villages = {village.school for village in places.villages}
    found: list[SchoolClass] = []
    for item in places.institutions:
        if item.id in places.kindergartens:
            continue
        names = (
            VILLAGE_CLASSES
            if item.id in villages
            else COLLEGE_CLASSES
            if item.id == places.college
            else TOWN_CLASSES
        )
        minutes = 40 if item.id in villages else rng.choice((40, 45))
        found += classes_of(
            item.id,
            names,
            rng,
            days_a_week=item.days_a_week,
            lesson_minutes=minutes,
            short_day=short_day,
        )
    return found


def _with_head_counts(
    classes: list[SchoolClass], applicants: list[Applicant], places: Places, rng: random.Random
) -> list[SchoolClass]:
    """About one senior in five applies; a class has at least as many heads as applicants."""
    villages = {village.school for village in places.villages}
    counts = Counter((a.student.institution, a.student.class_name) for a in applicants)
    return [
        item.replace(
            head_count=max(
                counts[item.key] + rng.randint(1, 3),
                rng.randint(5, 10) if item.institution in villages else rng.randint(19, 26),
            )
        )
        for item in classes
    ]


def _demand(applicants: list[Applicant], tag: str) -> dict[str, int]:
    prefix = f"М{tag}-"
    return Counter(
        choice.course.removeprefix(prefix)
        for applicant in applicants
        for choice in applicant.choices
        if choice.rank == 1 or choice.kind is ChoiceKind.ADDITIONAL
    )


def _people(network: Network) -> People:
    students = [
        Person(id=student.id, kind=PersonKind.STUDENT, name=f"Обучающийся-{student.id.removeprefix('О-')}")
        for student in network.students
    ]
    teachers = [
        Person(id=teacher.id, kind=PersonKind.TEACHER, name=f"Учитель-{teacher.id}")
        for teacher in network.teachers
    ]
    return People(rows=(*students, *teachers))
