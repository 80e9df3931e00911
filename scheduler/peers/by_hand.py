"""The planner with paper and pencil: no solver, every rule kept."""

from __future__ import annotations

from scheduler.engine.by_hand import plan_by_hand
from scheduler.peers.errand import Errand, Send


def run(errand: Errand, send: Send) -> None:
    """Makes one plan and sends it home; it asks neither for time nor for luck."""
    send(plan_by_hand(errand.network))
