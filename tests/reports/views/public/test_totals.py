"""Whoever knows all that is told, of groups, schools and all together, still doubts every small count: all
numbers that fit are tried, one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from instances.tiny import base
from models.plan import Plan, Refusal, RefusalCode
from models.tables import SchoolClass
from models.text import Message, Text
from reports.export.masking import FEWER, MORE
from reports.views.public.headline import public_headline
from reports.views.public.members import public_members
from reports.views.public.refusals import public_refusals
from reports.views.public.served import public_served_in_all
from reports.views.public.shares import public_shares

SCHOOLS, GRADES, COURSES = ("Ш1", "Ш2"), (9, 10), ("ИТ", "ХИМ")
CODES = (RefusalCode.CAPACITY, RefusalCode.NO_GROUP_MIN)
LARGEST = 30
"""No number of a test is larger."""

Kind = tuple[int, int, int, int]
"""School, grade, course asked for first, and what is obtained: the first choice, the second, nothing."""

Limits = tuple[int, int]


def source_of(sources: Any, counts: dict[Kind, int]) -> Any:
    """So many students of each kind, all with two choices; those of a kind are refused alike."""
    kinds = [kind for kind, count in sorted(counts.items()) for _ in range(count)]
    students = [(f"О{at}", SCHOOLS[kind[0]]) for at, kind in enumerate(kinds)]
    choices, seats, refusals = [], [], []
    for (id, _), (_, grade, first, got) in zip(students, kinds, strict=True):
        order = COURSES[::1] if first == 0 else COURSES[::-1]
        choices += base.choices(id, *order)
        if got < 2:
            seats.append(base.seat(id, order[got], got + 1))
        refusals += [
            Refusal(student=id, course=course, rank=rank, code=CODES[(grade + rank) % 2], text="")
            for rank, course in enumerate(order[:got], start=1)
        ]
    network = sources.network(SCHOOLS, students, choices=tuple(choices))
    network = network.replace(
        classes=tuple(
            SchoolClass(institution=school, name=f"{grade}А", grade=grade, head_count=50)
            for school, grade in product(SCHOOLS, GRADES)
        ),
        students=tuple(
            base.student(id, institution=school, class_name=f"{GRADES[kind[1]]}А")
            for (id, school), kind in zip(students, kinds, strict=True)
        ),
    )
    sessions = [base.session(f"{course}-1", 1, ("У1",), 1, "15:00", []) for course in COURSES]
    groups = [base.group(course, session) for course, session in zip(COURSES, sessions, strict=True)]
    return sources.of(network, Plan(groups=tuple(groups), enrolments=tuple(seats), refusals=tuple(refusals)))


def limits(said: int | Message | Text | None) -> Limits:
    """What a reader knows of a number that is printed so."""
    if isinstance(said, int):
        return said, said
    if not isinstance(said, Message):
        return 0, LARGEST
    if said.text is FEWER:
        return 1, 2
    return (3, LARGEST) if said.text is MORE else (said.values["low"], said.values["high"])


def is_few(said: object) -> bool:
    """Whether a number is printed as "fewer than 3"."""
    return isinstance(said, Message) and said.text is FEWER


def fits(number: int, known: Limits) -> bool:
    """Whether a number may be so, for all that is known of it."""
    return known[0] <= number <= known[1]


@dataclass(frozen=True)
class Members:
    """How the members of both groups may be spread, by school and grade; and the sums of it."""

    cells: tuple[int, ...]
    seats: int
    seniors: int


def members(source: Any) -> Iterator[tuple[Members, list[int]]]:
    """All that fit what is told of groups, of schools, and of seniors in all; with the masked cells."""
    circles = {circle.groups[0]: circle for circle in public_members(source)}
    keys = list(product(SCHOOLS, GRADES))
    rows, few = [], []
    for at, course in enumerate(COURSES):
        circle = circles[f"{course}-1"]
        shown = {(cell.institution, cell.grade): cell.count for cell in circle.cells}
        few += [at * len(keys) + n for n, key in enumerate(keys) if is_few(shown.get(key))]
        total = limits(circle.total)
        most = total[1]
        known = [limits(shown.get(key, 0) if shown else None) for key in keys]
        ways = product(*(range(low, min(high, most) + 1) for low, high in known))
        rows.append(
            [
                way
                for way in ways
                if fits(sum(way), total)
                and (
                    shown
                    or not circle.schools
                    or {k[0] for k, v in zip(keys, way, strict=True) if v} == {*circle.schools}
                )
            ]
        )
    shares = {
        item.institution: (item.low, LARGEST if item.high is None else item.high)
        for item in public_shares(source)
    }
    told = limits(public_headline(source).senior_places)
    for way in product(*rows):
        cells = tuple(number for row in way for number in row)
        of = {
            school: sum(row[n] for row in way for n, key in enumerate(keys) if key == (school, 10))
            for school in SCHOOLS
        }
        if all(fits(of[school], shares[school]) for school in SCHOOLS) and fits(sum(of.values()), told):
            yield Members(cells, sum(cells), sum(of.values())), few


def applications(source: Any, seats: int) -> Iterator[dict[str, int]]:
    """All that fits what is told of applications, if there are so many seats: everybody makes a first choice
    and has one seat at most, as readers may know."""
    headline, in_all = public_headline(source), public_served_in_all(source)
    known = {f"cause {at}": limits(item.count) for at, item in enumerate(public_refusals(source))}
    first, second = in_all.ranks
    refused_second = limits(second.refused)
    for nothing, served_first, again in product(
        between(limits(in_all.with_nothing)),
        between(limits(first.served)),
        between(refused_second),
    ):
        numbers = {
            "nothing": nothing,
            "served 1": served_first,
            "served 2": seats - served_first,
            "refused 1": seats + nothing - served_first,
            "refused 2": again,
        }
        refused = numbers["refused 1"] + again
        if (
            fits(seats, limits(headline.served))
            and fits(seats + nothing, limits(headline.applicants))
            and fits(seats + nothing, limits(headline.with_first))
            and fits(served_first, limits(headline.first_choices))
            and fits(numbers["served 2"], limits(second.served))
            and fits(numbers["refused 1"], limits(first.refused))
        ):
            for causes in product(*(between((low, min(high, refused))) for low, high in known.values())):
                if sum(causes) == refused:
                    yield numbers | dict(zip(known, causes, strict=True))


def between(known: Limits) -> range:
    """All numbers that may be."""
    return range(known[0], known[1] + 1)


def masked(source: Any) -> set[str]:
    """The numbers of applications that are printed as "fewer than 3"."""
    in_all = public_served_in_all(source)
    said: dict[str, object] = {"nothing": in_all.with_nothing}
    said |= {f"served {rank.rank}": rank.served for rank in in_all.ranks}
    said |= {f"refused {rank.rank}": rank.refused for rank in in_all.ranks}
    said |= {f"cause {at}": item.count for at, item in enumerate(public_refusals(source))}
    return {name for name, value in said.items() if is_few(value)}


KINDS = st.tuples(
    st.sampled_from([0, 1]),
    st.sampled_from([0, 1, 1]),
    st.sampled_from([0, 1]),
    st.sampled_from([0, 0, 1, 2]),
)
COUNTS = st.dictionaries(KINDS, st.integers(1, 4), min_size=2, max_size=7)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(counts=COUNTS)
def test_every_masked_number_may_be_another(sources: Any, counts: dict[Kind, int]) -> None:
    """Members of groups by school and grade, applications by rank, refusals by cause, those with nothing."""
    source = source_of(sources, counts)
    values: dict[object, set[int]] = defaultdict(set)
    possible: dict[int, list[dict[str, int]]] = {}
    few: list[int] = []
    for way, few in members(source):
        if way.seats not in possible:
            possible[way.seats] = list(applications(source, way.seats))
            for numbers in possible[way.seats]:
                for name, number in numbers.items():
                    values[name].add(number)
        if possible[way.seats]:
            for at in few:
                values[at].add(way.cells[at])
    assert any(possible.values())
    assert [name for name in (*few, *masked(source)) if len(values[name]) < 2] == []
