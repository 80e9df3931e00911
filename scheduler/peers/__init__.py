"""Other planners on the same network, to measure the engine against.

``solve_by(PEERS["weighted"], network, settings, auditor)`` gives the plan of each the same end as
the engine's: free seats given away, refusals, levels, stamp and audit.
"""

from scheduler.peers import by_hand, mip, weighted
from scheduler.peers.errand import Peer
from scheduler.peers.running import solve_by

__all__ = ["PEERS", "solve_by"]

PEERS: dict[str, Peer] = {"weighted": weighted.run, "mip": mip.run, "by-hand": by_hand.run}
"""Name → the peer."""
