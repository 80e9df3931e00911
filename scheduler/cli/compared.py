"""Shows scenarios beside the base: a table of figures, and what is certain of the differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text import Message, Text
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reports.compare.comparison import Comparison, Side

TITLE = Text("Сравнение вариантов", "Scenarios compared")
HEADERS = (
    Text("Вариант", "Scenario"),
    Text("Получили место", "Served"),
    Text("Первая заявка", "First choice"),
    Text("Доля", "Share"),
    Text("Групп", "Groups"),
    Text("Дорога, ч", "Travel, h"),
    Text("Затраты, руб.", "Cost, RUB"),
    Text("Лучше", "Gain"),
    Text("Хуже", "Lose"),
    Text("Переходят", "Move"),
)
CERTAIN = Text("Сколько ещё получат место", "How many more are served")
CERTAIN_HEADERS = (
    Text("Вариант", "Scenario"),
    Text("По лучшим планам", "In the best plans"),
    Text("В этих планах", "In these plans"),
)
OF = Text("{part} из {whole}", "{part} of {whole}")
DEMAND = Text(
    "Спрос: поданные заявки; где вариант открывает то, чего не было, — и пожелания (добавлено: {added}).",
    "Demand: applications; where a scenario offers something new, wishes as well (added: {added}).",
)
OTHER_CHOICES = Text(
    "Заявки изменены вариантом, разница — это и разница в заявках: {titles}.",
    "The scenario changes the applications, and so part of the difference: {titles}.",
)
MISSING = Text("Не все цены заданы: {prices}.", "Some prices are not given: {prices}.")


def show_comparisons(screen: Screen, comparisons: Sequence[Comparison]) -> None:
    """Prints the figures of the base and of every scenario, then the differences that are certain."""
    from reports.compare.cost import PRICES
    from reports.compare.words import certain, signed

    base = comparisons[0].base
    rows = [(*_figures(base), "—", "—", "—")]
    rows += [
        (*_figures(item.scenario), item.turns["gains"], item.turns["loses"], item.turns["moves"])
        for item in comparisons
    ]
    screen.table(TITLE, HEADERS, rows)
    screen.print()
    found = [
        (
            item.scenario.title,
            certain(item.served),
            signed(item.scenario.summary.served - base.summary.served),
        )
        for item in comparisons
    ]
    screen.table(CERTAIN, CERTAIN_HEADERS, found)
    screen.print()
    added = sum(item.scenario.wishes for item in comparisons)
    if added:
        screen.print(DEMAND(added=added))
    others = [item.scenario.title for item in comparisons if item.has_other_choices]
    if others:
        screen.print(OTHER_CHOICES(titles=others))
    missing = dict.fromkeys(key for item in comparisons for key in item.scenario.cost.missing)
    if missing:
        screen.print(MISSING(prices=[PRICES[key] for key in missing]))


def _figures(side: Side) -> tuple[Text | Message | str | int, ...]:
    from reports.export.words import grouped, percent

    summary, travel = side.summary, side.level("travel")
    return (
        side.title,
        OF(part=summary.served, whole=summary.applicants),
        OF(part=summary.first_choices, whole=summary.with_first),
        "—" if summary.senior_share is None else percent(summary.senior_share),
        summary.groups,
        "—" if travel is None else grouped(round(travel.value / 60)),
        grouped(round(side.cost.yearly + side.cost.opening)),
    )
