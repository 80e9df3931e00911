"""Shows what was edited in a workbook, and which rules the edit breaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.text import Text
from scheduler.cli.origins import is_of
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.finding import Finding
    from models.network import Network
    from models.people import People
    from reports.audit.origin import Origin
    from reports.audit.reading import PlanReading

CHANGED = Text("Изменено в книге: {count}", "Edited in the workbook: {count}")
UNCHANGED = Text("Изменений плана в книге не найдено.", "The workbook shows no change of the plan.")
UNREAD = Text(
    "Правки, которые не читаются и ничего не меняют: {count}",
    "Edits that are not read and change nothing: {count}",
)
ITEM = Text("  - {message}", "  - {message}")
BREAKS = Text("Правка нарушает правила: {rules}.", "The edit breaks rules: {rules}.")
RULE = Text("{title} ({count})", "{title} ({count})")
BROKEN_BEFORE = Text(
    "Правка новых нарушений не внесла: они были в плане и до неё.",
    "The edit brings no new violation: they were in the plan before it.",
)


def show_edits(screen: Screen, network: Network, people: People, origin: Origin, read: PlanReading) -> bool:
    """Prints what is otherwise than in the plan the workbook came from, and what is written in vain; whether
    there is anything otherwise."""
    from reports.edits.changes import changes
    from reports.edits.unread import unread_edits
    from reports.export.source import Source

    assert read.plan is not None, "only a plan that was read can be compared"
    before, after = (Source(network, plan, people) for plan in (origin.plan, read.plan))
    changed = changes(before, after)
    unread = unread_edits(read.sheets, origin, before, after) if is_of(network, origin) else []
    screen.print(CHANGED(count=len(changed)) if changed else UNCHANGED)
    for message in changed:
        screen.print(ITEM(message=message))
    if unread:
        screen.print(UNREAD(count=len(unread)))
    for message in unread:
        screen.print(ITEM(message=message))
    return bool(changed)


def show_broken(screen: Screen, network: Network, origin: Origin, violations: Sequence[Finding]) -> None:
    """Prints which rules the edit breaks: those that the plan before it kept."""
    from models.rules import RULES
    from reports.audit import audit

    before = {_key(found) for found in audit(network, origin.plan.replace(levels=())).violations}
    counts = Counter(found.rule for found in violations if _key(found) not in before)
    if not counts:
        screen.print(BROKEN_BEFORE)
        return
    rules = [
        RULE(title=RULES[name].title if name in RULES else name, count=count)
        for name, count in counts.items()
    ]
    screen.print(BREAKS(rules=rules))


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.message.in_("en")
