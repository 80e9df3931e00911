"""Classes with their lessons: how many a day, when the last one ends, by five- and six-day weeks."""

from __future__ import annotations

import random

from models.tables import DayLessons, SchoolClass
from models.time import Parity

FIRST_BELL = 8 * 60 + 30
BREAKS = (10, 15, 15, 10, 10, 10)

FIVE_DAYS = ((7, 6, 6, 6, 5), (7, 7, 6, 6, 5), (7, 7, 6, 6, 5), (7, 7, 7, 6, 5), (7, 7, 7, 7, 6))
SIX_DAYS = ((6, 6, 6, 6, 4, 4), (6, 6, 6, 6, 5, 5), (7, 6, 6, 6, 5, 5))
"""Lessons of the days of a week, the fewest (on Friday or the short day) near the end."""


def lessons_end(lessons: int, lesson_minutes: int) -> int:
    """When the last of so many lessons ends, in minutes from midnight."""
    return FIRST_BELL + lessons * lesson_minutes + sum(BREAKS[: lessons - 1])


def build_class(
    institution: str,
    name: str,
    grade: int,
    rng: random.Random,
    *,
    days_a_week: int,
    lesson_minutes: int,
    short_day: int,
) -> SchoolClass:
    """A class of the grade; ``head_count`` is set when its applicants are known.

    ``short_day`` is the weekday that the municipality's schools keep free of late lessons; most
    classes have their fewest lessons on it. Every fifth class alternates by odd and even weeks.
    """
    pattern = list(rng.choice(FIVE_DAYS if days_a_week == 5 else SIX_DAYS))
    saturday = [pattern.pop()] if days_a_week == 6 else []
    fewest = pattern.pop()
    rng.shuffle(pattern)
    at = short_day - 1 if rng.random() < 0.75 else rng.randrange(5)
    pattern.insert(at, fewest)
    counts = pattern + saturday
    days: list[DayLessons] = []
    alternating = rng.randrange(5) if rng.random() < 0.2 else None
    for weekday, lessons in enumerate(counts, start=1):
        if weekday - 1 == alternating and lessons == 7:
            days += [
                DayLessons(weekday=weekday, end=lessons_end(n, lesson_minutes), lessons=n, parity=parity)
                for n, parity in ((7, Parity.ODD), (6, Parity.EVEN))
            ]
        else:
            days.append(
                DayLessons(weekday=weekday, end=lessons_end(lessons, lesson_minutes), lessons=lessons)
            )
    return SchoolClass(
        institution=institution,
        name=name,
        grade=grade,
        head_count=0,
        days=tuple(days),
        weekly_hours=sum(counts),
        extracurricular_hours=rng.randint(2, 5),
    )


def classes_of(
    institution: str, names: list[tuple[str, int]], rng: random.Random, **habits: int
) -> list[SchoolClass]:
    """The classes of one school by (name, grade); all keep the school's bells."""
    return [build_class(institution, name, grade, rng, **habits) for name, grade in names]
