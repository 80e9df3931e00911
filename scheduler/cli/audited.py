"""The plan that a command writes something of: read, audited, and refused where it breaks rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.text import Text
from scheduler.cli.exits import VIOLATED, Refused
from scheduler.cli.findings import show_findings
from scheduler.cli.inputs import read_network, read_plan
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.audit import AuditReport
    from models.fault import Reading
    from models.network import Network
    from models.plan import Plan
    from reports.export.source import Source

HAS_VIOLATIONS = Text(
    "в плане есть нарушения ({count}), ничего не записано; таблицы черновика: setka export --draft",
    "the plan has violations ({count}), nothing was written; tables of a draft: setka export --draft",
)


@dataclass(frozen=True)
class Audited:
    """A plan with the network it is of, as it was read, and what the audit says."""

    network: Network
    reading: Reading
    plan: Plan
    report: AuditReport

    @property
    def source(self) -> Source:
        """What tables, papers and calendars are made of; levels are those that the audit found."""
        from reports.export.source import Source

        plan = self.plan.replace(levels=self.report.levels)
        return Source(self.network, plan, self.reading.people, self.reading.assumptions)


def read_audited(
    screen: Screen, source: str, plan_file: str, *, set_aside: bool, draft: bool = False
) -> Audited:
    """Reads network and plan; violations go to stderr and end the command, unless it is a draft."""
    from reports.audit import audit

    network, reading = read_network(screen, source, set_aside=set_aside)
    plan, _ = read_plan(screen, network, reading.people, plan_file)
    report = audit(network, plan)
    if report.violations and not draft:
        show_findings(Screen(screen.lang, screen.err, screen.err), report.violations)
        raise Refused(HAS_VIOLATIONS(count=len(report.violations)), VIOLATED)
    return Audited(network, reading, plan, report)
