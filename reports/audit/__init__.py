"""The independent audit of a finished plan: every rule and every goal, from network and plan alone."""

from __future__ import annotations

from models.audit import AuditReport
from models.network import Network
from models.plan import Level, Plan
from reports.audit.checks import CHECKS
from reports.audit.envy import justified_envy
from reports.audit.levels import true_levels

__all__ = ["audit", "justified_envy"]


def audit(network: Network, plan: Plan) -> AuditReport:
    """All findings of all checks, and the true value of every level.

    Bound, scope, proof and origin of a level are taken over from the plan where its value is true.
    Damaged and hand-made plans give findings, never an exception.
    """
    findings = [found for check in CHECKS.values() for found in check(network, plan)]
    findings += justified_envy(network, plan)
    listed = {level.name: level for level in plan.levels}
    levels = tuple(_with_bound(level, listed.get(level.name)) for level in true_levels(network, plan))
    return AuditReport(tuple(findings), levels)


def _with_bound(true: Level, listed: Level | None) -> Level:
    if listed is None or listed.value != true.value:
        return true
    return true.replace(bound=listed.bound, scope=listed.scope, proven=listed.proven, origin=listed.origin)
