"""Shows what the audit found, rule by rule."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from models.text import Text
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.finding import Finding

RULE = Text("{code} {title} ({name}): {severity}, {count}", "{code} {title} ({name}): {severity}, {count}")
FINDING = Text("  - {message}", "  - {message}")
EXCESS = Text(" (на {excess} {unit})", " (by {excess} {unit})")
CLAUSE = Text(" [{clause}]", " [{clause}]")
CURE = Text("    Что сделать: {cure}", "    Cure: {cure}")
SEVERITY = {
    "error": Text("нарушение", "violation"),
    "warning": Text("предупреждение", "warning"),
    "info": Text("сведение", "information"),
}


def show_findings(screen: Screen, findings: Sequence[Finding]) -> None:
    """Prints all findings, those of one rule together, in the order of the rules.

    A cure that several findings in a row have in common is said once, below them.
    """
    from models.rules import RULES

    order = {name: position for position, name in enumerate(RULES)}
    ranked = sorted(findings, key=lambda item: (item.severity != "error", order.get(item.rule, len(order))))
    for (severity, name), items in groupby(ranked, key=lambda item: (item.severity, item.rule)):
        found = list(items)
        rule = RULES.get(name)
        screen.print(
            RULE(
                code=rule.code if rule else "",
                title=rule.title if rule else name,
                name=name,
                severity=SEVERITY[severity],
                count=len(found),
            )
        )
        for cure, alike in groupby(found, key=lambda item: screen.words(item.cure or "")):
            for finding in alike:
                screen.print(_line(screen, finding))
            if cure:
                screen.print(CURE(cure=cure))


def _line(screen: Screen, finding: Finding) -> str:
    line = screen.words(FINDING(message=finding.message))
    if finding.excess is not None and finding.severity == "error":
        line += screen.words(EXCESS(excess=finding.excess, unit=finding.unit))
    if finding.clause:
        line += screen.words(CLAUSE(clause=finding.clause))
    return line
