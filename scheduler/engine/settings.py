"""What a caller may set, and what the engine reports while it works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PROVERS = ("objective_lb_search_max_lp", "pseudo_costs")
"""Workers that prove: they show step by step what the full linear relaxation of the objective cannot reach,
and branch where the objective has suffered most."""

SUBSOLVERS = (*PROVERS, "default_lp")
"""The workers of nearly all solves. CP-SAT gives one worker less to such searches than there are: the last
one looks for better solutions in neighbourhoods. So the last of these only stands in where another cannot
work."""


@dataclass(frozen=True)
class Settings:
    """How long and how to solve.

    ``time_limit_s`` wall seconds in all (in deterministic mode: CP-SAT's deterministic seconds).
    ``workers`` parallel subsolvers of CP-SAT's own choice; ``None`` takes one for each
    of ``SUBSOLVERS``.
    ``deterministic``: one worker and deterministic time, so that the same input gives the same plan.
    ``memory_gb``: most that the process of the search may hold (1 GB = 2³⁰ bytes); ``None``: no limit.
    ``lottery_seed``: ``None`` takes the network's own, else a fresh one, recorded in the plan.
    ``presolve``: off where the solver's presolve has been caught at an error.
    ``explain_conflicts``: where locks conflict, find out by which rules, and what giving each up would bring.
    """

    time_limit_s: float = 60.0
    seed: int = 1
    workers: int | None = None
    deterministic: bool = False
    lottery_seed: int | None = None
    memory_gb: float | None = None
    presolve: bool = True
    explain_conflicts: bool = True

    @property
    def num_workers(self) -> int:
        if self.deterministic:
            return 1
        return self.workers or len(SUBSOLVERS)


NEARER = "nearer"
"""What progress calls the last step of a search beside a known plan; it is no level of a plan."""

Phase = Literal["plan", "start", "better", "done", "conflict"]


@dataclass(frozen=True)
class Progress:
    """One line of progress: a level begins, gets better or is done; or a first plan is there, of no level.
    Where there is no plan: one more conflict of locks is found, ``value`` so far.

    ``part``: the number of the independent part it is about, of ``parts``; ``None``: the whole network.
    """

    level: str
    phase: Phase
    value: int | None
    bound: int | None
    elapsed_s: float
    part: int | None = None
    parts: int = 1
