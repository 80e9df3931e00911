"""Shows what the audit found, rule by rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from models.text import Message, Text
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.finding import Finding
    from models.people import People

RULE = Text("{code} {title} ({name}): {severity}, {count}", "{code} {title} ({name}): {severity}, {count}")
FINDING = Text("  - {message}", "  - {message}")
EXCESS = Text(" (на {excess})", " (by {excess})")
NAMED = Text("{id} ({name})", "{id} ({name})")
CLAUSE = Text(" [{clause}]", " [{clause}]")
CURE = Text("    Что сделать: {cure}", "    Cure: {cure}")
PLACES_OF_EXCESS = ("excess", "missing")
"""What the place for the excess is called in sentences that name it."""

SEVERITY = {
    "error": Text("нарушение", "violation"),
    "warning": Text("предупреждение", "warning"),
    "info": Text("сведение", "information"),
}


def show_findings(screen: Screen, findings: Sequence[Finding], people: People | None = None) -> None:
    """Prints all findings, those of one rule together, in the order of the rules; with names, if known.

    A cure that several findings in a row have in common is said once, below them.
    """
    from models.goals import GOALS
    from models.rules import RULES

    order = {name: position for position, name in enumerate(RULES)}
    ranked = sorted(findings, key=lambda item: (item.severity != "error", order.get(item.rule, len(order))))
    for (severity, name), items in groupby(ranked, key=lambda item: (item.severity, item.rule)):
        found = [_with_names(item, people) if people else item for item in items]
        rule = RULES.get(name)
        screen.print(
            RULE(
                code=rule.code if rule else "",
                title=rule.title if rule else GOALS[name].title if name in GOALS else name,
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
        amount = screen.words(_amount(finding.excess, finding.unit))
        if not _says(finding.message, finding.excess):
            line = line.removesuffix(".") + screen.words(EXCESS(excess=amount)) + "."
    if finding.clause:
        line += screen.words(CLAUSE(clause=finding.clause))
    return line


def _says(message: Message, excess: int) -> bool:
    """Whether a sentence names the excess itself; another number may be equal to it by chance."""
    return any(
        f"{{{place}}}" in message.text.ru and message.values.get(place) == excess
        for place in PLACES_OF_EXCESS
    )


def _amount(excess: int, unit: str) -> Text | str:
    """So many of a unit, in the form that "by" asks for."""
    from reports.audit.units import UNITS

    return UNITS[unit].counted(excess) if unit in UNITS else f"{excess} {unit}".rstrip()


def _with_names(finding: Finding, people: People) -> Finding:
    """The finding with the name behind each id of a person."""
    names = {"student": people.student, "teacher": people.teacher}

    def named(key: str, value: Any) -> Any:
        if key not in names or not isinstance(value, str) or names[key](value) == value:
            return value
        return NAMED(id=value, name=names[key](value))

    values = {key: named(key, value) for key, value in finding.message.values.items()}
    return replace(finding, message=Message(finding.message.text, values))
