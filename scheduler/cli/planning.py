"""From a network to an audited plan on disk; the work that ``plan`` and ``demo`` share."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from models.text import Text
from scheduler.cli.conflicts import (
    DROPPED,
    VERIFY,
    WAS_DROPPED,
    Rows,
    not_in_plan,
    show_conflicts,
    show_locks,
    without,
)
from scheduler.cli.exits import NO_PLAN, VIOLATED, Refused
from scheduler.cli.output import save, writing
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.audit import AuditReport
    from models.fault import Reading
    from models.network import Network
    from models.outcome import Outcome
    from models.plan import Plan
    from models.tables import Lock
    from scheduler.engine.settings import Settings

WORKERS = Text("Сколько потоков использовать (обычно 3).", "Parallel workers (3 by default).")
PLAN_FILE = "plan.json"
"""What the search was for: it is kept even where nothing else can be written."""

ENTRIES = (PLAN_FILE, "public", "internal")
"""What a planned network leaves in its folder."""

UNSUPPORTED = Text(
    "Эта версия setka пока не умеет планировать (ничего не записано):",
    "This version of setka cannot plan the following yet (nothing was written):",
)
REFUSED_INPUT = Text("сеть не может быть спланирована", "the network cannot be planned")
PART = Text("  - {message}", "  - {message}")
NO_PLAN_EXISTS = Text("плана не существует, ничего не записано", "there is no plan, nothing was written")
NOTHING_FOUND = Text("план не найден: {reason}", "no plan was found: {reason}")
CURES = Text(
    "Наименьшие изменения: для отказов — {found}, просмотрено отказов {tried} из {of}",
    "Smallest changes: found for {found} refusals, {tried} of {of} looked at",
)
CURES_SHARE = 0.25
"""Of the time limit, what the smallest changes may take on top of it."""

ENDED_EARLY = Text(
    "Поиск закончился раньше времени: {reason}. Остаётся лучший план из найденных.",
    "The search ended early: {reason}. The best plan found so far is kept.",
)
BROKEN_PLAN = Text(
    "внутренняя ошибка: найденный план не прошёл независимую проверку и не записан ({reason})",
    "internal error: the plan found did not pass the independent audit and was not written ({reason})",
)


@dataclass(frozen=True)
class Found:
    """A plan, the network that it is a plan of, its audit, and the locks that had to be given up for it.

    ``ended_early``: the search was stopped, or broke off.
    """

    network: Network
    plan: Plan
    report: AuditReport
    dropped: tuple[Lock, ...] = ()
    ended_early: bool = False


def find_plan(
    screen: Screen, network: Network, reading: Reading, settings: Settings, *, drop_locks: bool = False
) -> Found:
    """The best plan within the limit, audited once more; raises ``Refused`` where there is none.

    ``drop_locks``: where the locks cannot hold together, plan without the fewest that have to go, which are
    named first.
    """
    from models.outcome import Infeasible, Unknown

    refuse_unsupported(screen, network)
    rows = Rows(network, reading)
    dropped: tuple[Lock, ...] = ()
    outcome = _search(screen, network, replace(settings, explain_conflicts=not drop_locks))
    if isinstance(outcome, Infeasible) and drop_locks and outcome.fewest:
        dropped, network = outcome.fewest, without(network, outcome.fewest)
        show_locks(screen, DROPPED, rows, dropped)
        outcome = _search(screen, network, settings)
    if isinstance(outcome, Infeasible):
        show_conflicts(screen, rows, outcome)
        raise Refused(NO_PLAN_EXISTS, VIOLATED)
    if isinstance(outcome, Unknown):
        raise Refused(NOTHING_FOUND(reason=outcome.reason), NO_PLAN)
    if outcome.ended is not None:
        screen.complain(ENDED_EARLY(reason=outcome.ended))
    return Found(
        network, outcome.plan, _audited(screen, network, outcome.plan), dropped, outcome.ended is not None
    )


def _search(screen: Screen, network: Network, settings: Settings) -> Outcome:
    from reports.audit import audit
    from scheduler.cli.progress import watched
    from scheduler.engine.solve import AuditMismatchError, solve

    try:
        with watched(screen) as on_progress:
            return solve(network, settings, audit, on_progress)
    except AuditMismatchError as error:
        raise Refused(BROKEN_PLAN(reason=str(error).replace("; ", "\n  ")), VIOLATED) from error


def _audited(screen: Screen, network: Network, plan: Plan) -> AuditReport:
    from reports.audit import audit

    report = audit(network, plan)
    if report.violations:
        from scheduler.cli.findings import show_findings

        show_findings(Screen(screen.lang, screen.err, screen.err), report.violations)
        raise Refused(BROKEN_PLAN(reason=len(report.violations)), VIOLATED)
    return report


def refuse_unsupported(screen: Screen, network: Network) -> None:
    """Raises ``Refused`` if the network asks for what the engine does not do yet."""
    from instances import unsupported

    missing = unsupported(network)
    if missing:
        screen.complain(UNSUPPORTED)
        for message in missing:
            screen.complain(PART(message=message))
        raise Refused(REFUSED_INPUT)


def add_cures(screen: Screen, found: Found, settings: Settings) -> Found:
    """The plan with the smallest change beside each refusal, as far as the time goes: a share of the limit;
    a deterministic run takes what it needs, so that it gives the same every time. A search that was stopped
    is not gone on with."""
    if found.ended_early or not found.plan.refusals:
        return found
    try:
        from models.changes import shipped_changes
        from reports.audit import audit
        from scheduler.explain.fill import with_cures

        seconds = math.inf if settings.deterministic else CURES_SHARE * settings.time_limit_s
        filled = with_cures(found.network, found.plan, audit, shipped_changes(), seconds)
    except KeyboardInterrupt:
        return found
    screen.complain(CURES(found=filled.found, tried=filled.tried, of=len(found.plan.refusals)))
    return replace(found, plan=filled.plan)


def write_plan(
    screen: Screen, reading: Reading, network: Network, found: Found, stage: Path, directory: Path
) -> None:
    """Writes plan.json, first of all, and the two folders into a folder that is still hidden.

    ``network`` is the one that was read, with all its locks.
    """
    from reports.export.folders import export

    save(stage / PLAN_FILE, found.plan.model_dump_json(indent=1) + "\n", directory)
    assumptions = (*not_in_plan(network, reading, found.dropped), *reading.assumptions)
    with writing(directory):
        export(found.network, found.plan, reading.people, stage, assumptions=assumptions, lang=screen.lang)


def show_dropped(screen: Screen, reading: Reading, network: Network, dropped: tuple[Lock, ...]) -> None:
    """Says once more, after all figures, what is not in the plan."""
    if dropped:
        rows = Rows(network, reading)
        screen.print(WAS_DROPPED(count=len(dropped)))
        for lock in dropped:
            screen.print(PART(message=rows.named(lock)))
        screen.print(VERIFY)
