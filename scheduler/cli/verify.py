"""``setka verify``: the independent audit of a plan, whoever made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from models.text import Text
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.conflicts import ALL_KEPT, IGNORED, Rows, show_locks, without
from scheduler.cli.cost import cost_of, show_cost
from scheduler.cli.edits import show_broken, show_edits
from scheduler.cli.exits import FINE, VIOLATED
from scheduler.cli.findings import show_findings
from scheduler.cli.headline import show_levels
from scheduler.cli.inputs import SET_ASIDE_AGAIN, read_network, read_plan
from scheduler.cli.origins import OTHER_NETWORK, as_in_origin, contradictions, is_of, show_contradictions

if TYPE_CHECKING:
    from models.fault import Reading
    from models.network import Network
    from models.plan import Plan
    from scheduler.cli.screen import Screen

ABOUT = Text(
    "Независимо проверить план, кто бы его ни составил.\n\n"
    "PLAN — plan.json, timetable.xlsx или plan.xlsx из папки internal, в том числе исправленные в Excel, "
    "или своя книга с листами «Группы», «Занятия», «Зачисления» (и «Поездки», если есть подвоз). Все правила "
    "и значения целей вычисляются заново по сети и плану; если книга помнит план, из которого сделана, "
    "сначала перечислены правки, а если правила не нарушены, видно, чего они стоили. Код завершения 1, "
    "если есть нарушения.",
    "Audit a plan independently, whoever made it.\n\n"
    "PLAN is plan.json, timetable.xlsx or plan.xlsx of the folder internal, also when edited in Excel, or a "
    "workbook of your own with sheets of groups, sessions and enrolments (and rides, if there are buses). "
    "All rules and the values of all goals are recomputed from network and plan; if the workbook remembers "
    "the plan it was made from, the edits are listed first, and unless they break rules it shows what they "
    "cost. Exit code 1 if there are violations.",
)
DROP_LOCKS = Text(
    "Проверить без закреплений, которых в плане нет, как при планировании с --drop-locks; они будут названы.",
    "Audit without the locks that are not in the plan, as when planned with --drop-locks; they are named.",
)
CLEAN = Text("Нарушений нет.", "No violations.")
CLEAN_NOW = Text(
    "По нынешним данным сети нарушений нет; книга сделана по другим.",
    "No violations by the present data of the network; the workbook was made for others.",
)
FALSE_ORIGIN = Text(
    "План правил не нарушает, но лист «{sheet}» неверен, см. выше.",
    "The plan violates no rule, but the sheet {sheet} is wrong, see above.",
)
TAKEN_OVER = Text(
    "Границы и доказанность взяты из файла и не проверены: для этого нужен новый поиск. Значения целей "
    "вычислены заново.",
    "Bounds and proofs are taken from the file and are not checked, which would need a new search. The "
    "values of the goals are recomputed.",
)
TOTAL = Text(
    "Нарушений: {violations}, предупреждений: {warnings}", "Violations: {violations}, warnings: {warnings}"
)


@click.command(
    "verify",
    cls=Command,
    text=ABOUT,
    examples=(
        "setka verify udomlya out/udomlya/plan.json",
        "setka verify district.xlsx out/district/internal/timetable.xlsx",
    ),
)
@click.argument("source", metavar="NETWORK")
@click.argument("plan_file", metavar="PLAN")
@click.option("--set-aside", cls=Option, text=SET_ASIDE_AGAIN, is_flag=True)
@click.option("--drop-locks", cls=Option, text=DROP_LOCKS, is_flag=True)
@click.pass_context
def command(ctx: click.Context, source: str, plan_file: str, set_aside: bool, drop_locks: bool) -> int:
    """Prints what was edited, all findings, and the goals: as they are, or what became of them."""
    from reports.audit import audit
    from reports.audit.origin import TITLE

    screen = screen_of(ctx)
    network, reading = read_network(screen, source, set_aside=set_aside)
    plan, read = read_plan(screen, network, reading.people, plan_file)
    origin, is_edited, is_explained = read.origin, False, True
    if drop_locks:
        made = origin.plan if origin else plan  # what an edit breaks was not given up
        network = _without_broken(screen, network, reading, made)
    if origin is not None and (found := contradictions(network, origin)):
        show_contradictions(screen, found)
        origin, is_explained = None, False
    is_of_other = origin is not None and not is_of(network, origin)
    if origin is not None:
        is_edited = show_edits(screen, network, reading.people, origin, read)
    if is_of_other:
        screen.print(OTHER_NETWORK)
        origin = None
    report = audit(as_in_origin(network, origin) if origin else network, plan)
    show_findings(screen, report.findings, reading.people)
    if origin is None:
        show_levels(screen, report.levels)
        shows_bounds = any(level.bound is not None for level in report.levels)
    else:
        if report.violations:
            show_broken(screen, as_in_origin(network, origin), origin, report.violations)
        cost = cost_of(network, reading.people, origin, plan, report, is_edited=is_edited)
        is_explained = show_cost(screen, cost)
        shows_bounds = cost.shows_bounds
    if shows_bounds:
        screen.print(TAKEN_OVER)
    screen.print(TOTAL(violations=len(report.violations), warnings=len(report.warnings)))
    if report.violations:
        return VIOLATED
    if not is_explained:
        screen.print(FALSE_ORIGIN(sheet=TITLE))
        return VIOLATED
    screen.print(CLEAN_NOW if is_of_other else CLEAN)
    return FINE


def _without_broken(screen: Screen, network: Network, reading: Reading, made: Plan) -> Network:
    """The network without the locks that a plan does not keep, which are named. They are those that were
    given up for it: were one of these kept, fewer would have been enough."""
    from reports.audit.rules.locks import broken_locks

    broken = broken_locks(network, made)
    if not broken:
        screen.complain(ALL_KEPT)
        return network
    show_locks(screen, IGNORED, Rows(network, reading), broken)
    return without(network, broken)
