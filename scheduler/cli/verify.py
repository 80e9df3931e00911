"""``setka verify``: the independent audit of a plan, whoever made it."""

from __future__ import annotations

import click

from models.text import Text
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE, VIOLATED
from scheduler.cli.findings import show_findings
from scheduler.cli.headline import show_levels
from scheduler.cli.inputs import SET_ASIDE_AGAIN, read_network, read_plan

ABOUT = Text(
    "Независимо проверить план, кто бы его ни составил.\n\n"
    "PLAN — plan.json или книга Excel с листами «Группы», «Занятия», «Зачисления» (и «Поездки», если есть "
    "подвоз). Все правила и значения целей вычисляются заново по сети и плану. Код завершения 1, если есть "
    "нарушения.",
    "Audit a plan independently, whoever made it.\n\n"
    "PLAN is plan.json, or a workbook with sheets of groups, sessions and enrolments (and rides, if there "
    "are buses). All rules and the values of all goals are recomputed from network and plan. Exit code 1 if "
    "there are violations.",
)
CLEAN = Text("Нарушений нет.", "No violations.")
TOTAL = Text(
    "Нарушений: {violations}, предупреждений: {warnings}", "Violations: {violations}, warnings: {warnings}"
)


@click.command(
    "verify",
    cls=Command,
    text=ABOUT,
    examples=(
        "setka verify udomlya out/udomlya/plan.json",
        "setka verify district.xlsx timetable.xlsx",
    ),
)
@click.argument("source", metavar="NETWORK")
@click.argument("plan_file", metavar="PLAN")
@click.option("--set-aside", cls=Option, text=SET_ASIDE_AGAIN, is_flag=True)
@click.pass_context
def command(ctx: click.Context, source: str, plan_file: str, set_aside: bool) -> int:
    """Audits the plan and prints all findings and levels."""
    from reports.audit import audit

    screen = screen_of(ctx)
    network, reading = read_network(screen, source, set_aside=set_aside)
    report = audit(network, read_plan(screen, network, reading.people, plan_file))
    show_findings(screen, report.findings)
    show_levels(screen, report.levels)
    screen.print(TOTAL(violations=len(report.violations), warnings=len(report.warnings)))
    if report.violations:
        return VIOLATED
    screen.print(CLEAN)
    return FINE
