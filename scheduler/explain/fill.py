"""The smallest change of every refusal, written beside it for the office."""

from __future__ import annotations

from dataclasses import dataclass

from models.audit import Auditor
from models.changes import Catalogue
from models.network import Network
from models.plan import Plan, Refusal
from scheduler.explain.cures import smallest_change
from scheduler.explain.desk import Desk
from scheduler.explain.verdicts import Clock


@dataclass(frozen=True)
class Filled:
    """A plan with the changes that were found. ``found`` of ``tried`` refusals have one; the others of the
    plan were not reached in the time."""

    plan: Plan
    found: int
    tried: int


def with_cures(
    network: Network, plan: Plan, auditor: Auditor, catalogue: Catalogue, seconds: float
) -> Filled:
    """Fills ``cure`` of the refusals, one by one, for so many seconds; Ctrl-C ends it with those found. It is
    empty where no change would help, ``None`` where that is not known."""
    desk = Desk(network, plan, auditor)
    choices = {(choice.student, choice.course): choice for choice in desk.unserved}
    clock = Clock(seconds)
    cures: dict[tuple[str, str], str] = {}
    tried = 0
    try:
        for refusal in plan.refusals:
            choice = choices.get(_key(refusal))
            if choice is None:
                continue
            if clock.is_out():
                break
            search = smallest_change(desk, choice, catalogue, clock.left())
            if search.cure is not None:
                cures[_key(refusal)] = search.cure.text.in_("ru")
            elif search.is_complete:
                cures[_key(refusal)] = ""
            tried += search.is_complete
    except KeyboardInterrupt:
        pass  # the plan is there; whatever more is said of it is a gift
    refusals = tuple(refusal.replace(cure=cures.get(_key(refusal))) for refusal in plan.refusals)
    return Filled(plan.replace(refusals=refusals), sum(map(bool, cures.values())), tried)


def _key(refusal: Refusal) -> tuple[str, str]:
    return refusal.student, refusal.course
