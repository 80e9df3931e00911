"""From a network to an audited plan on disk; the work that ``plan`` and ``demo`` share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from models.text import Text
from scheduler.cli.exits import NO_PLAN, VIOLATED, Refused
from scheduler.cli.output import save, writing
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.audit import AuditReport
    from models.fault import Reading
    from models.network import Network
    from models.outcome import ConflictPart
    from models.plan import Plan
    from scheduler.engine import Settings

PLAN_FILE = "plan.json"
"""What the search was for: it is kept even where nothing else can be written."""

ENTRIES = (PLAN_FILE, "public", "internal")
"""What a planned network leaves in its folder."""

UNSUPPORTED = Text(
    "Эта версия setka пока не умеет планировать (ничего не записано):",
    "This version of setka cannot plan the following yet (nothing was written):",
)
REFUSED_INPUT = Text("сеть не может быть спланирована", "the network cannot be planned")
CONFLICT = Text(
    "Плана не существует: вместе невыполнимо следующее (без любого из пунктов план есть):",
    "There is no plan: these cannot hold together (without any one of them there is one):",
)
PART = Text("  - {message}", "  - {message}")
NO_PLAN_EXISTS = Text("плана не существует, ничего не записано", "there is no plan, nothing was written")
NOTHING_FOUND = Text("план не найден: {reason}", "no plan was found: {reason}")
ENDED_EARLY = Text(
    "Поиск закончился раньше времени: {reason}. Остаётся лучший план из найденных.",
    "The search ended early: {reason}. The best plan found so far is kept.",
)
BROKEN_PLAN = Text(
    "внутренняя ошибка: найденный план не прошёл независимую проверку и не записан ({reason})",
    "internal error: the plan found did not pass the independent audit and was not written ({reason})",
)


def find_plan(screen: Screen, network: Network, settings: Settings) -> tuple[Plan, AuditReport]:
    """The best plan within the limit, audited once more; raises ``Refused`` where there is none."""
    from models.outcome import Infeasible, Unknown
    from reports.audit import audit
    from scheduler.cli.progress import watched
    from scheduler.engine import solve
    from scheduler.engine.solve import AuditMismatchError

    refuse_unsupported(screen, network)
    try:
        with watched(screen) as on_progress:
            outcome = solve(network, settings, audit, on_progress)
    except AuditMismatchError as error:
        raise Refused(BROKEN_PLAN(reason=str(error).replace("; ", "\n  ")), VIOLATED) from error
    if isinstance(outcome, Infeasible):
        show_conflict(screen, outcome.conflict)
        raise Refused(NO_PLAN_EXISTS, VIOLATED)
    if isinstance(outcome, Unknown):
        raise Refused(NOTHING_FOUND(reason=outcome.reason), NO_PLAN)
    if outcome.ended is not None:
        screen.complain(ENDED_EARLY(reason=outcome.ended))
    report = audit(network, outcome.plan)
    if report.violations:
        from scheduler.cli.findings import show_findings

        show_findings(Screen(screen.lang, screen.err, screen.err), report.violations)
        raise Refused(BROKEN_PLAN(reason=len(report.violations)), VIOLATED)
    return outcome.plan, report


def refuse_unsupported(screen: Screen, network: Network) -> None:
    """Raises ``Refused`` if the network asks for what the engine does not do yet."""
    from instances import unsupported

    missing = unsupported(network)
    if missing:
        screen.complain(UNSUPPORTED)
        for message in missing:
            screen.complain(PART(message=message))
        raise Refused(REFUSED_INPUT)


def show_conflict(screen: Screen, parts: tuple[ConflictPart, ...]) -> None:
    """Names the parts of the input that cannot hold together: the result of the command, so on stdout."""
    screen.print(CONFLICT)
    for part in parts:
        screen.print(PART(message=part.message))


def write_plan(
    screen: Screen, reading: Reading, network: Network, plan: Plan, stage: Path, directory: Path
) -> None:
    """Writes plan.json, first of all, and the two folders into a folder that is still hidden."""
    from reports.export.folders import export

    save(stage / PLAN_FILE, plan.model_dump_json(indent=1) + "\n", directory)
    with writing(directory):
        export(network, plan, reading.people, stage, assumptions=reading.assumptions, lang=screen.lang)
