"""What a student's visits add up to: clashes in time, hours of a week, lessons of a day, evenings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from models.calendar import parity_mask, weeks_of
from models.network import Network
from models.tables import LoadCategory, Student
from models.time import Parity
from models.travel import Mode
from reports.audit import limits, ways
from reports.audit.facts import Visit, When

WEEKLY_NORMS = {
    LoadCategory.CURRICULUM: "weekly_hours_max",
    LoadCategory.EXTRACURRICULAR: "extracurricular_weekly_max",
}
"""The weekly cap of a load category; additional hours have none."""


@dataclass(frozen=True)
class Overload:
    """An amount over its limit, with the week (a mask of one) or the weekday where it is largest."""

    amount: int
    limit: int
    weeks: int = 0
    weekday: int = 0
    norm: str = ""

    @property
    def excess(self) -> int:
        return self.amount - self.limit


def single_weeks(masks: Iterable[int]) -> list[int]:
    """One week (as a mask) for each different mixture of the masks, the earliest."""
    return _single_weeks(frozenset(masks))


@lru_cache(maxsize=4096)
def _single_weeks(masks: frozenset[int]) -> list[int]:
    every = 0
    for mask in masks:
        every |= mask
    mixtures: dict[frozenset[int], int] = {}
    for week in weeks_of(every):
        bit = 1 << (week - 1)
        mixtures.setdefault(frozenset(mask for mask in masks if mask & bit), bit)
    return list(mixtures.values())


def weekly_overloads(network: Network, student: Student, visits: Sequence[Visit]) -> Iterator[Overload]:
    """For each load category that the visits use: its worst week, if that is over the maximum."""
    school_class = network.class_of(student)
    own = {
        LoadCategory.CURRICULUM: school_class.weekly_hours,
        LoadCategory.EXTRACURRICULAR: school_class.extracurricular_hours,
    }
    for category, norm in WEEKLY_NORMS.items():
        counted = [visit for visit in visits if visit.course.load_category is category]
        if not counted:
            continue
        cap = limits.limit(network, norm, **limits.circle_of(network, student))
        if cap is None:
            continue
        worst = max(
            (
                Overload(own[category] + hours_in(counted, week), cap, weeks=week, norm=norm)
                for week in single_weeks(visit.when.weeks for visit in counted)
            ),
            key=lambda load: load.amount,
        )
        if worst.excess > 0:
            yield worst


def hours_in(visits: Iterable[Visit], week: int) -> int:
    """Academic hours of the visits in a week."""
    return sum(visit.course.session_hours for visit in visits if visit.when.weeks & week)


def daily_overloads(network: Network, student: Student, visits: Sequence[Visit]) -> Iterator[Overload]:
    """For each weekday with curriculum visits: its worst week, if lessons and visits are over the norm."""
    cap = limits.limit(network, "daily_lessons_max", **limits.circle_of(network, student))
    if cap is None:
        return
    by_day: dict[int, list[Visit]] = defaultdict(list)
    for visit in visits:
        if visit.course.load_category is LoadCategory.CURRICULUM:
            by_day[visit.when.weekday].append(visit)
    for weekday, counted in sorted(by_day.items()):
        masks = [visit.when.weeks for visit in counted]
        worst: Overload | None = None
        for parity in (Parity.ODD, Parity.EVEN):
            lessons = ways.class_lessons(network, student, weekday, parity)
            for week in single_weeks(mask & parity_mask(parity) for mask in masks):
                amount = lessons + hours_in(counted, week)
                if worst is None or amount > worst.amount:
                    worst = Overload(amount, cap, week, weekday, "daily_lessons_max")
        if worst and worst.excess > 0:
            yield worst


def most_evenings(visits: Sequence[Visit]) -> tuple[int, int]:
    """The most days with a visit in one week, and that week as a mask."""
    counts = [
        (len({visit.when.weekday for visit in visits if visit.when.weeks & week}), week)
        for week in single_weeks(visit.when.weeks for visit in visits)
    ]
    return max(counts, key=lambda count: count[0], default=(0, 0))


def evenings_cap(network: Network, programmes: Iterable[str]) -> int:
    """Days a week a student may attend; a programme of more weekly sessions raises it to their number."""
    caps = [network.rules.max_evenings]
    for programme in programmes:
        caps.append(sum(course.weekly_sessions for course in network.programme_courses.get(programme, ())))
    return max(caps)


@dataclass(frozen=True)
class Clash:
    """Two visits too near each other: minutes missing between them; ``None`` where no way is known."""

    missing: int | None
    overlap: bool


def clash(network: Network, student: Student, one: Visit, other: Visit) -> Clash | None:
    """What is wrong between two visits of a student, if anything."""
    if not one.when.same_day(other.when):
        return None
    first, then = sorted((one, other), key=lambda visit: visit.when)
    pause = then.when.start - first.when.end
    if first.place == then.place:
        needed = limits.minutes(network, "break_minutes_min")
    else:
        modes = network.free_modes(student, first.place, then.place)
        minutes = network.travel_table.fastest(first.place, then.place, modes)
        if minutes is None:
            return Clash(None, pause < 0)
        needed = minutes + limits.minutes(network, "arrival_buffer")
    return Clash(needed - pause, pause < 0) if pause < needed else None


def clashes(network: Network, student: Student, visits: Sequence[Visit]) -> bool:
    """Whether any two visits clash."""
    return any(clash(network, student, one, other) for one, other in combinations(visits, 2))


def teacher_way(network: Network, here: str, there: str) -> int | None:
    """Minutes of a teacher between two institutions, the buffer included; ``None`` without a way."""
    if here == there:
        return 0
    minutes = network.travel_table.fastest(here, there, (Mode.WALK, Mode.PUBLIC))
    return None if minutes is None else minutes + limits.minutes(network, "arrival_buffer")


def bears(network: Network, student: Student, visits: Sequence[Visit], programmes: Iterable[str]) -> bool:
    """Whether the student can keep all the visits: no clash, and all loads within their limits."""
    return not clashes(network, student, visits) and within_limits(
        network, student, visits, evenings_cap(network, programmes)
    )


def within_limits(network: Network, student: Student, visits: Sequence[Visit], evenings: int) -> bool:
    """Whether the visits keep the number of evenings, the weekly and the daily load."""
    few_days = len({visit.when.weekday for visit in visits}) <= evenings
    return (
        (few_days or most_evenings(visits)[0] <= evenings)
        and not any(weekly_overloads(network, student, visits))
        and not any(daily_overloads(network, student, visits))
    )


def blocked_minutes(network: Network, student: Student, when: When) -> int:
    """Minutes of a session that lie in blocked times of the student or the class."""
    shared = [
        min(window.end, when.end) - max(window.start, when.start)
        for window in (*network.class_of(student).blocked, *student.blocked)
        if window.weekday == when.weekday and when.weeks & parity_mask(window.parity)
    ]
    return max([0, *shared])
