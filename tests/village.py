"""A small network that takes a second to plan: more than tiny, less than a district."""

from __future__ import annotations

from instances.tiny.base import choices, course, network, rules, slot, student, teacher
from models.network import Network
from models.tables import Room


def village() -> Network:
    """Twelve students, three courses of two groups, four evenings, two rooms."""
    names = ("ИТ", "ХИМ", "ПРАВО")
    return network(
        "село",
        rules=rules([slot(day, "14:30", "17:30") for day in range(1, 5)]),
        courses=tuple(course(name, max_size=5, max_groups=2) for name in names),
        teachers=tuple(teacher(f"У{n}", name) for n, name in enumerate(names, start=1)),
        rooms=(Room(centre="РЦ1", name="1", capacity=4), Room(centre="РЦ1", name="2", capacity=6)),
        students=tuple(student(f"О{n}") for n in range(1, 13)),
        choices=tuple(
            choice
            for n in range(1, 13)
            for choice in choices(f"О{n}", *(names[(n + k) % 3] for k in range(2)))
        ),
    )


VILLAGE = village()
