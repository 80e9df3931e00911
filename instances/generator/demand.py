"""The applicants of one municipality and what they choose."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from instances.generator.catalogue import CHOICES, RELATED
from instances.generator.places import Places
from instances.generator.spec import GeneratorSpec
from instances.year_2026 import CHOICE_DEADLINE
from models.tables import Choice, ChoiceKind, SchoolClass, Student

FIRST_CHOICE_DAY = date(2026, 9, 1)
PRIZE, CONTINUES = "призёр", "второй-год"

LIKE_A_FRIEND = 0.25
"""Share of applicants who choose the same as the one before them from their class."""


@dataclass(frozen=True)
class Applicant:
    student: Student
    choices: tuple[Choice, ...]


def popularity(rng: random.Random, skew: float) -> dict[str, float]:
    """Choice → its weight: a power law in the place on the list, with some noise of the place."""
    return {
        code: (1 / (place + 1)) ** (1.2 * skew) * rng.uniform(0.85, 1.2) for place, code in enumerate(CHOICES)
    }


def build_applicants(
    spec: GeneratorSpec,
    places: Places,
    classes: list[SchoolClass],
    ids: list[str],
    rng: random.Random,
    course_id: dict[str, str],
    neighbour_id: dict[str, str],
) -> list[Applicant]:
    """One applicant for every id.

    ``course_id`` and ``neighbour_id`` map the codes of the catalogue to what can be chosen at home and
    in the neighbouring town (empty: none). Town applicants name the latter now and then, never first.
    """
    weights = popularity(rng, spec.popularity_skew)
    rural_schools = {village.school for village in places.villages}
    num_rural = round(len(ids) * spec.rural_share) if rural_schools else 0
    by_side: dict[bool, list[SchoolClass]] = defaultdict(list)
    for school_class in classes:
        by_side[school_class.institution in rural_schools].append(school_class)
    ids = list(ids)
    rng.shuffle(ids)
    last_wanted: dict[tuple[str, str], list[str]] = {}
    applicants = []
    for number, id in enumerate(ids):
        is_rural = number < num_rural
        school_class = rng.choice(by_side[is_rural])
        student = _student(spec, places, school_class, id, rng, is_rural)
        wanted = _wanted(rng, weights)
        if school_class.key in last_wanted and rng.random() < LIKE_A_FRIEND:
            wanted = last_wanted[school_class.key]
        last_wanted[school_class.key] = wanted
        targets = [course_id[code] for code in wanted]
        if neighbour_id and not is_rural and len(targets) > 1 and rng.random() < 0.08:
            targets[-1] = neighbour_id[wanted[-1]]
        applicants.append(Applicant(student, _choices(student, targets, rng)))
    return sorted(applicants, key=lambda applicant: applicant.student.id)


def _student(
    spec: GeneratorSpec,
    places: Places,
    school_class: SchoolClass,
    id: str,
    rng: random.Random,
    is_rural: bool,
) -> Student:
    lives_out = not is_rural and places.near_villages and rng.random() < 0.08
    home = rng.choice(places.near_villages).name if lives_out else ""
    by_public_bus = lives_out or any(v.school == school_class.institution for v in places.near_villages)
    wants_two = spec.courses_per_student == 2 and rng.random() < 0.5
    priorities = tuple(name for name, share in ((PRIZE, 0.06), (CONTINUES, 0.08)) if rng.random() < share)
    return Student(
        id=id,
        institution=school_class.institution,
        class_name=school_class.name,
        home=home,
        home_by=rng.choice((18 * 60 + 30, 19 * 60)) if rng.random() < 0.1 else None,
        may_travel_alone=by_public_bus or rng.random() > 0.04,
        consent=rng.random() < 0.95,
        agreement=rng.random() < 0.93,
        two_courses_consent=wants_two,
        priorities=priorities,
    )


def _wanted(rng: random.Random, weights: dict[str, float]) -> list[str]:
    """One to three codes by rank: the first by popularity, later ones mostly related to it."""
    wanted = rng.choices(list(weights), list(weights.values()))
    for _ in range(rng.choices((0, 1, 2), (20, 45, 35))[0]):
        pool = [code for code in RELATED[wanted[0]] if code not in wanted]
        if not pool or rng.random() < 0.25:
            pool = [code for code in weights if code not in wanted]
        wanted += rng.choices(pool, [weights[code] for code in pool])
    return wanted


def _choices(student: Student, targets: list[str], rng: random.Random) -> tuple[Choice, ...]:
    """The ranked choices; who agreed to two courses takes the last one on top (if there are two)."""
    days = rng.randint(0, (CHOICE_DEADLINE - FIRST_CHOICE_DAY).days)
    late = rng.random() < 0.04
    made_on = CHOICE_DEADLINE + timedelta(days=3) if late else FIRST_CHOICE_DAY + timedelta(days=days)
    continues = CONTINUES in student.priorities
    return tuple(
        Choice(
            student=student.id,
            course=target,
            rank=rank,
            kind=ChoiceKind.ADDITIONAL
            if student.two_courses_consent and rank == len(targets) and rank > 1
            else ChoiceKind.ALTERNATIVE,
            made_on=made_on,
            source="анкета",
            continues=continues and rank == 1,
        )
        for rank, target in enumerate(targets, start=1)
    )
