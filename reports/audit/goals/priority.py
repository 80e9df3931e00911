"""Adds up declared priorities, choices in time and lottery numbers of the choices served."""

from __future__ import annotations

from collections.abc import Callable

from models.goals.priority import GOAL
from models.lottery import numbers
from models.network import Network
from models.plan import Level, Plan
from models.tables import Choice
from reports.audit.attainable import attainable
from reports.audit.facts import served_choices
from reports.audit.level import level
from reports.audit.priorities import points


def evaluate(network: Network, plan: Plan) -> list[Level]:
    """Three sums over the choices served; the third only where a lottery seed is recorded."""

    def declared(choice: Choice) -> int:
        return points(network, network.student_by_id[choice.student]) * network.rank_points(choice.rank)

    def in_time(choice: Choice) -> int:
        return 0 if network.is_late(choice) else network.rank_points(choice.rank)

    sums: list[Callable[[Choice], int]] = [declared, in_time]
    seed = plan.lottery_seed if plan.lottery_seed is not None else network.rules.lottery_seed
    if seed is not None:
        lottery = numbers(network.choices_by_student, seed)
        sums.append(lambda choice: lottery[choice.student] * network.rank_points(choice.rank))

    served = served_choices(network, plan)
    obtainable = [choice for choices in attainable(network).values() for choice in choices]
    return [
        level(GOAL, sum(map(worth, served)), sum(map(worth, obtainable)), part)
        for part, worth in enumerate(sums, start=1)
    ]
