"""Another year's demand: applicants drawn anew from those there are (bootstrap, Efron 1979)."""

from __future__ import annotations

import random

from models.network import Network
from models.tables import Choice, Student

PREFIX = "повтор"
"""How the ids of students begin who stand for one drawn more than once."""


def resampled(network: Network, factor: float, seed: int) -> Network:
    """The network with ``factor`` times as many applicants, drawn with replacement.

    Who is drawn twice gets a double of the same school, class, home and choices; who is not drawn withdraws,
    but still counts among the seniors. Students that a lock names always apply. The same seed draws the same.
    """
    rng = random.Random(seed)
    applicants = sorted(network.choices_by_student)
    locked = {lock.student for lock in network.locks if lock.student} & set(applicants)
    number = max(len(locked), round(factor * len(applicants)))
    drawn = [*sorted(locked), *rng.choices(applicants, k=number - len(locked))] if applicants else []
    students: list[Student] = []
    choices: list[Choice] = []
    seen: dict[str, int] = {}
    for id in drawn:
        seen[id] = seen.get(id, 0) + 1
        name = id if seen[id] == 1 else f"{PREFIX}-{seen[id]}-{id}"
        if name != id:
            students.append(network.student_by_id[id].replace(id=name))
        choices += [choice.replace(student=name) for choice in network.choices_by_student[id]]
    return network.replace(students=(*network.students, *students), choices=tuple(choices))


def factors(number: int, spread: float) -> list[float]:
    """So many factors spread evenly over [1 - spread, 1 + spread]; a single one is 1."""
    if number == 1:
        return [1.0]
    return [1 - spread + 2 * spread * at / (number - 1) for at in range(number)]
