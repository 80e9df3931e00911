"""Locks that cannot hold together: subset-minimal sets of locks and rules, and the fewest locks to give up.

The solver's own core of a model in which every lock has a switch is only a start. It is shrunk by deletion
(Chinneck and Dravnieks 1991) with a fresh model for every candidate, and "infeasible" counts only when it
also holds with presolve off. The locks of a conflict are then put aside and the next one is looked for, until
the rest holds. The fewest locks to give up (a minimum correction set, Liffiton and Sakallah 2008) are those
that a plan with as many locks as possible does not keep.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from models.network import Network, split_group_id
from models.outcome import Conflict
from models.tables import Lock
from scheduler.engine.conflict_words import lock_parts, rule_parts
from scheduler.engine.expressions import Literal, is_true, total
from scheduler.engine.judge import Clock, Judge
from scheduler.engine.locked_part import locked_part
from scheduler.engine.model import PlanModel
from scheduler.rules import (
    APPLICATION_FILTERS,
    ATTENDANCE_FILTERS,
    COUPLINGS,
    PLACEMENT_FILTERS,
    ROOM_FILTERS,
    STAFFING_FILTERS,
    WAYS,
)

FILTERS = (
    (*APPLICATION_FILTERS, *ATTENDANCE_FILTERS, *WAYS),
    tuple(STAFFING_FILTERS),
    tuple(ROOM_FILTERS),
    tuple(PLACEMENT_FILTERS),
)
"""Rules that delete candidates, of students, teachers, rooms and sessions: of any kind mostly all can go.
What is tried last is named where either would do: "not at this centre" says more than "no room of it"."""

ALL_RULES = tuple(name for kind in (COUPLINGS, *FILTERS) for name in kind if name != "locks")

TIE_SHARE = 0.05
"""The part of the time left that a choice among equally small sets of locks may take."""


class Switched:
    """The model of all locks, each under a switch. What only a lock makes possible goes with it."""

    def __init__(self, network: Network) -> None:
        model = PlanModel(locked_part(network, network.locks), reduce=False, explain=True)
        self.model, self.network = model, network
        self.switches: dict[int, Literal] = {}
        for (kind, name), literal in model.switches.items():
            if kind == "lock":
                self.switches[int(name)] = literal
            else:
                model.cp.add(literal == 1)
        counts = network.replace(locks=()).group_counts
        for group in model.groups.values():
            course, ordinal = split_group_id(group.id)
            if ordinal > counts[course]:
                model.cp.add(group.opened <= total(self._reasons(course, ordinal)))

    def _reasons(self, course: str, ordinal: int) -> Iterable[Literal]:
        """The switches of locks on this group of a course, or on a later one."""
        for index, switch in self.switches.items():
            name, locked = split_group_id(self.network.locks[index].group)
            if name == course and locked >= ordinal:
                yield switch

    def core(self, locks: Collection[int], clock: Clock) -> frozenset[int] | bool | None:
        """Some of these locks that cannot hold together; true if all hold, ``None``: not known in time."""
        by_index = {self.switches[index].index: index for index in locks if index in self.switches}
        cp = self.model.cp.clone()
        cp.add_assumptions([cp.get_bool_var_from_proto_index(index) for index in by_index])
        status, solver = clock.solve(cp, workers=1)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return True
        if status != cp_model.INFEASIBLE:
            return None
        return frozenset(by_index[index] for index in solver.sufficient_assumptions_for_infeasibility())

    def fewest(self, clock: Clock) -> frozenset[int] | None:
        """A smallest set of locks to give up, of those one that leaves most points by rank to whom the locks
        concern, as far as a short search finds; ``None``: not proven smallest in time."""
        cp, network = self.model.cp.clone(), self.model.network
        kept = total(self.switches.values())
        cp.maximize(kept)
        status, solver = clock.solve(cp)
        if status != cp_model.OPTIMAL:
            return None
        values = list(solver.response_proto.solution)
        cp.add(kept >= round(solver.objective_value))
        cp.maximize(
            total(
                network.rank_points(choice.rank) * self.model.served[choice.student, choice.course]
                for choice in network.choices
            )
        )
        for index, value in enumerate(values):
            cp.add_hint(cp.get_int_var_from_proto_index(index), value)
        status, solver = clock.solve(cp, share=TIE_SHARE)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            values = list(solver.response_proto.solution)
        return self._off(values)

    def fewest_with(self, lock: int, fewest: frozenset[int], clock: Clock) -> frozenset[int] | None:
        """A smallest set of locks to give up that has this one in it, as like to ``fewest`` as can be."""
        cp = self.model.cp.clone()
        cp.add(self.switches[lock] == 0)
        weight = len(fewest) + 1
        cp.minimize(
            total((weight - (index in fewest)) * (1 - switch) for index, switch in self.switches.items())
        )
        status, solver = clock.solve(cp)
        return self._off(solver.response_proto.solution) if status == cp_model.OPTIMAL else None

    def _off(self, values: Sequence[int]) -> frozenset[int]:
        return frozenset(index for index, switch in self.switches.items() if not is_true(values, switch))

    def hold(self, locks: Collection[int], clock: Clock) -> bool | None:
        """Whether these locks hold together, the others off, by one solve with presolve off."""
        cp = self.model.cp.clone()
        for index, switch in self.switches.items():
            cp.add(switch == (index in locks))
        status, _ = clock.solve(cp, presolve=False)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return True
        return False if status == cp_model.INFEASIBLE else None


@dataclass
class Conflicts:
    """The conflicts found so far, by the positions of their locks; no lock is in two of them.

    ``are_all``: true once the locks in none of them are known to hold together.
    """

    judge: Judge
    switched: Switched
    found: dict[frozenset[int], Conflict] = field(default_factory=dict)
    are_all: bool = False

    def find_next(self) -> bool:
        """Whether there is one more, which is then in ``found``, its rules not yet known."""
        left = frozenset(range(len(self.judge.network.locks))).difference(*self.found)
        core = self.switched.core(left, self.judge.clock)
        start: frozenset[int] | None = None
        if isinstance(core, frozenset) and self.judge.hold(core) is False:
            start = core
        elif core is True:
            self.are_all = True
        else:  # time is up, or the core is none
            holds = self.judge.hold(left)
            self.are_all = holds is True
            start = left if holds is False else None
        if start is None:
            return False
        locks, _ = shrink_locks(self.judge, start)
        self.found[locks] = Conflict(lock_parts(self._named(locks)), is_minimal=False)
        return True

    def add_rules(self, locks: frozenset[int]) -> None:
        """Names the rules that the locks of a conflict break."""
        rules, are_rules_needed = shrink_rules(self.judge, locks)
        _, are_locks_needed = shrink_locks(self.judge, locks)  # known by now, unless time was up
        network, others = self.judge.network, frozenset(ALL_RULES).difference(rules)
        parts = rule_parts(network, self._named(locks), rules, others)
        self.found[locks] = Conflict(
            (*self.found[locks].parts, *parts), is_minimal=are_locks_needed and are_rules_needed
        )

    def _named(self, locks: frozenset[int]) -> tuple[Lock, ...]:
        return tuple(self.judge.network.locks[index] for index in sorted(locks))


def shrink_locks(judge: Judge, locks: frozenset[int]) -> tuple[frozenset[int], bool]:
    """Locks that cannot hold together, of those given, and whether any one of them may be missed for a plan.

    A lock on a further group of a course makes that group possible, so that more locks may hold where fewer
    do not: every lock that is left is tried once more against those that are left in the end.
    """
    needed, tried = locks, frozenset[int]()
    while needed != tried:
        tried, are_known = needed, True
        for index in sorted(tried):
            holds = judge.hold(needed - {index})
            if holds is False:
                needed -= {index}
            are_known = are_known and holds is not None
    return needed, are_known


def shrink_rules(judge: Judge, locks: frozenset[int]) -> tuple[tuple[str, ...], bool]:
    """The rules that these locks break, and whether any one of them may be missed for a plan."""
    couplings = tuple(name for name in COUPLINGS if name != "locks")
    gone = frozenset(couplings) - _coupling_core(judge, locks)
    if judge.hold(locks, gone) is not False:
        gone = frozenset()
    are_known = True
    for kind in (couplings, *FILTERS):
        left = frozenset(kind) - gone
        if judge.hold(locks, gone | left) is False:
            gone |= left
            continue
        for name in sorted(left):
            holds = judge.hold(locks, gone | {name})
            if holds is False:
                gone |= {name}
            are_known = are_known and holds is not None
    return tuple(name for name in ALL_RULES if name not in gone), are_known


def _coupling_core(judge: Judge, locks: frozenset[int]) -> frozenset[str]:
    """The rules among all that tie decisions together of which the solver says that they suffice."""
    part = locked_part(judge.network, [judge.network.locks[index] for index in sorted(locks)])
    model = PlanModel(part, reduce=False, explain=True)
    rules = {literal.index: name for (kind, name), literal in model.switches.items() if kind == "rule"}
    for (kind, _), literal in model.switches.items():
        if kind == "lock":
            model.cp.add(literal == 1)
    model.cp.add_assumptions([model.cp.get_bool_var_from_proto_index(index) for index in rules])
    status, solver = judge.clock.solve(model.cp, workers=1)
    if status != cp_model.INFEASIBLE:
        return frozenset(rules.values())
    return frozenset(rules[index] for index in solver.sufficient_assumptions_for_infeasibility())
