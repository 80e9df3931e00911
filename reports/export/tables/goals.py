"""The goals for readers: what the plan reaches on each, in a sentence, and whether it could be better."""

from __future__ import annotations

from models.text import Text
from reports.export.source import Source
from reports.export.table import Column, Kind, Table, Value, table
from reports.export.words import NO, YES
from reports.views.bounds import GoalLine, goal_lines
from reports.views.public.goals import public_goal_lines
from reports.views.worst_off import unit_names

TITLE = Text("Цели плана", "Goals of the plan")

COLUMNS = (
    Column("number", Text("№", "No."), Kind.NUMBER, width=5),
    Column("title", Text("Цель", "Goal"), width=30),
    Column("value", Text("Достигнуто", "Reached"), width=22),
    Column("counted", Text("Что посчитано", "What is counted"), width=62),
    Column("bound", Text("Лучше не бывает", "No plan can beat"), width=22),
    Column("verdict", Text("Можно ли лучше", "Could it be better"), width=34),
    Column("proven", Text("Доказано", "Proven"), width=11),
)


def goals(source: Source, *, public: bool) -> Table:
    """One row a goal, most important first; in public without the numbers that tell of single students."""
    lines = public_goal_lines(source) if public else goal_lines(source.plan.levels, unit_names(source))
    rows = [_row(number, line) for number, line in enumerate(lines, start=1)]
    return table("goals", TITLE, COLUMNS, rows)


def _row(number: int, line: GoalLine) -> tuple[Value, ...]:
    return (
        number,
        line.title,
        line.value,
        line.counted,
        line.bound,
        line.verdict,
        YES if line.proven else NO,
    )
