"""What an audit returns; the engine is handed the auditor as a plain function of this shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from models.finding import Finding, Severity
from models.network import Network
from models.plan import Level, Plan


@dataclass(frozen=True)
class AuditReport:
    """All findings, and every level with its true value (bounds and proofs copied from the plan)."""

    findings: tuple[Finding, ...]
    levels: tuple[Level, ...]

    @property
    def violations(self) -> tuple[Finding, ...]:
        return tuple(item for item in self.findings if item.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(item for item in self.findings if item.severity is Severity.WARNING)


Auditor = Callable[[Network, Plan], AuditReport]
