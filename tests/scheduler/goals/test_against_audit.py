"""Objectives and evaluations of goals are set against each other, over all plans of the micro-networks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from ortools.sat.python import cp_model

from models.goals import GOALS
from models.network import Network
from models.plan import Plan, Sense
from reports.audit.levels import true_levels
from scheduler.engine.expressions import Objective, total
from scheduler.engine.extract import literals_of
from scheduler.engine.model import PlanModel
from scheduler.goals import OBJECTIVES

TELLING = ("group_size", "travel_time", "bus_seats", "remote_seats")
"""Rules in whose micro-networks plans differ in every goal."""


class Appraiser:
    """Says what plans of a network are worth to its model."""

    def __init__(self, network: Network, judge: Callable[[PlanModel], Any]) -> None:
        self.model = PlanModel(network, reduce=False)
        self.decisions = judge(self.model).decisions
        self.levels: list[Objective] = []
        costs = []
        for goal in network.goals:
            sign = 1 if GOALS[goal].sense is Sense.MINIMISE else -1
            for level in OBJECTIVES[goal](self.model, network.rules.lottery_seed or 1):
                self.levels.append(level)
                costs.append(sign * level.expression)
        self.model.cp.minimize(total(costs))
        self.solver = cp_model.CpSolver()
        self.solver.parameters.num_workers = 1
        self.solver.parameters.cp_model_presolve = False

    def worth(self, plan: Plan) -> dict[str, int]:
        """Level → value. With all decisions made, what a level is worth depends on no other level."""
        literals = literals_of(self.model, plan)
        assert literals is not None
        true = {literal.index for literal in literals}
        cp = self.model.cp.clone()
        for index in self.decisions:
            domain = cp.proto.variables[index].domain
            domain[0] = domain[1] = int(index in true)
        assert self.solver.solve(cp) == cp_model.OPTIMAL
        values = list(self.solver.response_proto.solution)
        return {level.name: level.value(values) for level in self.levels}


def test_model_and_audit_agree_on_what_a_plan_is_worth(
    micro: Any, verdicts: Callable[[Any], list[Any]], judge: Callable[[PlanModel], Any]
) -> None:
    """Every level of every plan that keeps the rules, in the same order."""
    appraiser = Appraiser(micro.network, judge)
    for verdict in verdicts(micro):
        if verdict.broken:
            continue
        audited = {level.name: level.value for level in true_levels(micro.network, verdict.plan)}
        assert list(appraiser.worth(verdict.plan).items()) == list(audited.items()), verdict.plan


def test_every_goal_tells_plans_apart(
    micros_of: Callable[[str], list[Any]], verdicts: Callable[[Any], list[Any]]
) -> None:
    """Each of its levels does, in one of a few networks: no agreement above is one of zeros."""
    worth: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for micro in (micro for rule in TELLING for micro in micros_of(rule)):
        for verdict in verdicts(micro):
            if not verdict.broken:
                for level in true_levels(micro.network, verdict.plan):
                    worth[level.name][micro.name].add(level.value)
    assert {name.partition(".")[0] for name in worth} == set(GOALS)
    assert not [name for name, values in worth.items() if max(map(len, values.values())) < 2]
