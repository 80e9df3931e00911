"""The planner with paper and pencil: no solver, every rule kept."""

from __future__ import annotations

from scheduler.engine.by_hand import plan_by_hand
from scheduler.engine.filling import fill_free_seats
from scheduler.peers.errand import Errand, Send


def run(errand: Errand, send: Send) -> None:
    """Makes one plan and sends it home; it asks neither for time nor for luck. Chairs are given first, then
    the remote seats that are left."""
    network = errand.network
    plan = plan_by_hand(network)
    send(fill_free_seats(network, plan) if any(c.remote_seats for c in network.courses) else plan)
