"""A network falls into parts that share nothing, and never into parts that share something."""

from __future__ import annotations

import pytest

from instances.generator import GeneratorSpec, generate
from instances.tiny import ALL
from models.network import Network
from models.parts import independent_parts, part_networks, part_of_student
from models.tables import Lock
from scheduler.engine.model import PlanModel
from tests.side_by_side import side_by_side

NAMES = sorted(ALL)


@pytest.mark.parametrize("name", NAMES)
def test_two_copies_share_nothing(name: str) -> None:
    """Beside its copy a network has twice its parts, and each of them is what it was, but for the mark."""
    network = ALL[name].network
    both = side_by_side([network, network])
    alone = independent_parts(network)
    expected = [tuple(f"{n}·{course}" for course in part) for n in (1, 2) for part in alone]
    assert list(independent_parts(both)) == expected
    sizes = [(len(part.students), len(part.rooms), len(part.runs)) for part in part_networks(both)]
    assert sizes[: len(sizes) // 2] == sizes[len(sizes) // 2 :]
    assert set(part_of_student(both)) == {f"{n}·{s}" for n in (1, 2) for s in network.choices_by_student}


def test_what_two_networks_share_makes_them_one() -> None:
    """A teacher of both, a student with a choice in each, a lock that takes a teacher across, one institution
    with a centre of each."""
    network = ALL["two_sessions"].network
    both = side_by_side([network, network])
    assert len(independent_parts(both)) == 2
    courses = tuple(course.id for course in both.courses)
    one, other = both.teachers[0], both.teachers[-1]
    shared = both.replace(teachers=(one.replace(courses=courses), *both.teachers[1:]))
    assert len(independent_parts(shared)) == 1
    first, last = both.choices[0], both.choices[-1]
    crossing = both.replace(choices=(*both.choices, last.replace(student=first.student, rank=9)))
    assert len(independent_parts(crossing)) == 1
    lock = Lock(reason="замена", group=f"{courses[0]}-1", teacher=other.id)
    assert len(independent_parts(both.replace(locks=(lock,)))) == 1
    town = {item.id: item.replace(settlement="город") for item in both.institutions}
    moved = both.replace(
        institutions=tuple(town.values()),
        centres=tuple(centre.replace(institution=one.institution) for centre in both.centres),
        teachers=tuple(item.replace(may_travel=True) for item in both.teachers),
    )
    assert len(independent_parts(moved)) == 1


def components(model: PlanModel) -> list[set[str]]:
    """Courses whose groups are linked by constraints of the model, whatever the constraints are."""
    variables = model.cp.proto.variables
    parent = list(range(len(variables)))

    def find(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    fixed = {at for at, variable in enumerate(variables) if variable.domain[0] == variable.domain[-1]}
    for constraint in model.cp.proto.constraints:
        used = sorted({at for at in variables_of(constraint) if at not in fixed})
        for at in used[1:]:
            parent[find(at)] = find(used[0])
    linked: dict[int, set[str]] = {}
    for group in model.groups.values():
        linked.setdefault(find(group.opened.index), set()).add(group.course.id)
        for slot in group.all_slots():
            linked.setdefault(find(slot.chosen.index), set()).add(group.course.id)
    return list(linked.values())


def variables_of(constraint: object) -> set[int]:
    """The variables of a constraint of any kind the model uses."""
    found: set[int] = set()
    text = str(constraint)
    for line in text.splitlines():
        name, _, value = line.strip().partition(":")
        if name in ("literals", "vars", "enforcement_literal") and value.strip().lstrip("-").isdecimal():
            at = int(value)
            found.add(at if at >= 0 else -at - 1)
    return found


@pytest.mark.parametrize(
    "network",
    [generate(GeneratorSpec(applicants=480, seed=5, courses_per_student=2))[0]]
    + [side_by_side([tiny.network, tiny.network]) for tiny in ALL.values()],
    ids=["480 applicants", *ALL],
)
def test_no_constraint_of_the_engine_links_two_parts(network: Network) -> None:
    """Whatever rules there are: their constraints stay within a part, and a part has all its seats."""
    model = PlanModel(network)
    parts = [set(part) for part in independent_parts(network)]
    linked = components(model)
    assert linked
    assert all(any(found <= part for part in parts) for found in linked)
    seats = {(seat.student.id, seat.group.id) for seat in model.seats}
    assert seats
    planned = [PlanModel(part) for part in part_networks(network)]
    assert seats == {(seat.student.id, seat.group.id) for part in planned for seat in part.seats}
