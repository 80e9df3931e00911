"""The result of planning in a dozen lines: who was served, how good it is, where it lies."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from models.text import Text, joined
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.finding import Finding
    from models.network import Network
    from models.plan import Level, Plan

SERVED = Text("Получили место: {served} из {applicants}", "Served: {served} of {applicants} applicants")
FIRST = Text("Первая заявка: {first} из {of}", "First choice: {first} of {of}")
GROUPS = Text(
    "Групп: {groups}, ресурсных центров: {centres}", "Groups: {groups}, resource centres: {centres}"
)
SENIORS = Text(
    "Доля старшеклассников: {share} ({places} из {seniors}; классы {grades})",
    "Share of seniors: {share} ({places} of {seniors}; grades {grades})",
)
QUALITY = {
    "optimal": Text(
        "Качество: лучший возможный план, доказано на всех уровнях",
        "Quality: the best possible plan, proven on all levels",
    ),
    "feasible": Text(
        "Качество: допустимый план; разрыв до границы — в таблице",
        "Quality: a feasible plan; the table shows how far each level is from its bound",
    ),
}
REFUSALS = Text("Отказы по причинам: {counts}", "Refusals by reason: {counts}")
COUNTED = Text("{reason} ({code}) — {count}", "{reason} ({code}): {count}")
NO_REFUSALS = Text("Отказов нет", "No refusals")
LOTTERY = Text(
    "Жребий: {seed}. Впишите это число на лист «Правила сети» («{setting}»): иначе следующий план "
    "разыграет места между равными заново.",
    "Lottery: {seed}. Enter this number on the sheet of rules ('{setting}'): else the next plan draws "
    "lots between equals anew.",
)
WARNINGS = Text(
    "Предупреждений проверки: {count} (setka verify покажет их)",
    "Warnings of the audit: {count} (setka verify lists them)",
)
WRITTEN = Text(
    "Отчёт: {report}\nКнига для правки: {timetable}\nПлан: {plan}\n"
    "Для публикации: {public}\nДля служебного пользования: {internal}",
    "Report: {report}\nWorkbook to edit: {timetable}\nPlan: {plan}\n"
    "To publish: {public}\nFor the office: {internal}",
)
LEVELS = Text("Уровни целей", "Levels of the goals")
HEADERS = (
    Text("Цель", "Goal"),
    Text("Значение", "Value"),
    Text("Граница", "Bound"),
    Text("Единица", "Unit"),
    Text("Разрыв", "Gap"),
    Text("Доказано", "Proven"),
)
YES = Text("да", "yes")
NO = Text("нет", "no")


def show_headline(
    screen: Screen, network: Network, plan: Plan, warnings: Sequence[Finding], directory: Path
) -> None:
    """Prints the figures, the levels, the refusals and where everything lies."""
    from instances.schema import SETTINGS
    from reports.export.summary import summarise
    from reports.export.words import percent

    summary = summarise(network, plan)
    screen.print(SERVED(served=summary.served, applicants=summary.applicants))
    screen.print(FIRST(first=summary.first_choices, of=summary.with_first))
    screen.print(GROUPS(groups=summary.groups, centres=summary.centres))
    if summary.senior_share is not None:
        screen.print(
            SENIORS(
                share=percent(summary.senior_share),
                places=summary.senior_places,
                seniors=summary.seniors,
                grades=network.rules.senior_grades,
            )
        )
    if plan.status:
        screen.print(QUALITY[plan.status])
    show_levels(screen, plan.levels)
    if summary.refusals:
        screen.print(REFUSALS(counts=_by_reason(network, plan)))
    else:
        screen.print(NO_REFUSALS)
    if plan.lottery_seed is not None and network.rules.lottery_seed is None:
        screen.print(LOTTERY(seed=plan.lottery_seed, setting=SETTINGS["lottery_seed"].title))
    if warnings:
        screen.print(WARNINGS(count=len(warnings)))
    internal = directory / "internal"
    screen.print(
        WRITTEN(
            report=internal / "report.html",
            timetable=internal / "timetable.xlsx",
            plan=directory / "plan.json",
            public=directory / "public",
            internal=internal,
        )
    )


def _by_reason(network: Network, plan: Plan) -> Text:
    """``в группах нет свободных мест (CAPACITY) — 2; …``"""
    from reports.export.reasons import general_reason

    counts = Counter((item.code.value, general_reason(network, plan, item)) for item in plan.refusals)
    ordered = sorted(counts.items(), key=lambda item: (item[0][0], item[0][1].ru))
    return joined(COUNTED(reason=reason, code=code, count=count) for (code, reason), count in ordered)


def show_levels(screen: Screen, levels: Sequence[Level]) -> None:
    """Prints value, bound, gap and proof, the levels of one goal in one line."""
    from reports.views.steps import goal_of, single_shares

    goals: dict[str, list[Level]] = {}
    for level in single_shares(levels):
        goals.setdefault(goal_of(level), []).append(level)
    screen.table(LEVELS, HEADERS, [_row(members) for members in goals.values()])


def _row(levels: list[Level]) -> tuple[object, ...]:
    """A goal of several levels shows the first that is not proven (else the first)."""
    from reports.export.words import percent
    from reports.views.steps import bare, step_title, step_unit

    shown = next((level for level in levels if not level.proven), levels[0])
    return (
        step_title(shown),
        bare(shown, shown.value),
        "—" if shown.told_bound is None else bare(shown, shown.told_bound),
        step_unit(shown),
        "—" if shown.gap is None or shown.told_bound is None else percent(shown.gap, 2),
        YES if shown.proven else NO,
    )
