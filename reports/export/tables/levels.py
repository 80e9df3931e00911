"""How good the plan is on each level of the goals, and how far it can be from the best."""

from __future__ import annotations

from collections.abc import Collection

from models.goals import GOALS
from models.plan import BoundScope, Level
from models.text import Text
from reports.export.source import Source
from reports.export.table import Column, Kind, Table, Value, table
from reports.export.words import NO, YES

TITLE = Text("Уровни", "Levels")

COLUMNS = (
    Column("name", Text("Уровень", "Level"), width=16),
    Column("title", Text("Цель", "Goal"), width=44),
    Column("value", Text("Значение", "Value"), Kind.NUMBER, width=11),
    Column("bound", Text("Граница", "Bound"), Kind.NUMBER, width=11),
    Column("unit", Text("Единица", "Unit"), width=18),
    Column("gap", Text("Разрыв", "Gap"), Kind.SHARE, width=9),
    Column("proven", Text("Доказано", "Proven"), width=10),
    Column("scope", Text("Граница верна для", "Bound holds for"), width=34),
    Column("origin", Text("Откуда граница", "Origin of the bound"), width=22),
)

SCOPE = {
    BoundScope.GLOBAL: Text("любого плана", "every plan"),
    BoundScope.GIVEN_PREVIOUS: Text(
        "планов с теми же прежними уровнями", "plans that reach the levels before"
    ),
}


def levels(source: Source, told: Collection[str] | None = None) -> Table:
    """One row a level, in their order; the numbers of the goals that are ``told`` (``None``: of all)."""
    rows = [_row(level, told is None or level.name.partition(".")[0] in told) for level in source.plan.levels]
    return table("levels", TITLE, COLUMNS, rows)


def _row(level: Level, is_told: bool) -> tuple[Value, ...]:
    return (
        level.name,
        level_title(level.name),
        *((level.value, level.bound) if is_told else (None, None)),
        level_unit(level),
        level.gap if is_told else None,
        YES if level.proven else NO,
        SCOPE[level.scope] if level.bound is not None else "",
        level.origin,
    )


def level_title(name: str) -> Text:
    """A level in the planner's words; ``fairness.2`` keeps its number."""
    goal, _, ordinal = name.partition(".")
    if goal not in GOALS:
        return Text(name, name)
    title = GOALS[goal].title
    return Text(f"{title.ru} {ordinal}".strip(), f"{title.en} {ordinal}".strip())


def level_unit(level: Level) -> Text:
    """The unit of the goal, else what the plan says."""
    goal = level.name.partition(".")[0]
    return GOALS[goal].unit if goal in GOALS else Text(level.unit, level.unit)
