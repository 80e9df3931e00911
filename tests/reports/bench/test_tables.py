"""Tables say what the rows hold, in both languages."""

from __future__ import annotations

from collections.abc import Callable

from models.bench import BenchRow
from models.plan import Level, Sense
from reports.bench.tables import comparison_table, counts_table, goal_cell, number, report, runs_table

Row = Callable[..., BenchRow]


def cells(table: str) -> list[list[str]]:
    """The rows of a Markdown table below its head."""
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def test_a_run_is_a_line(row: Row) -> None:
    """Times, memory, and every goal with value, bound and gap: 20 of 500 points are four per cent."""
    made = row(unserved=(3, 3), points=(480, 500), peak_mb=314.2, first_plan_s=1.25, violations=0)
    (line,) = cells(runs_table([made], "en"))
    assert line == [
        *("x1-k1-loose-s1", "100", "10", "setka", "plan", "9", "1.2", "—", "—", "314"),
        *("3 ✓", "480 (500), 4 %"),
    ]


def test_a_failed_run_says_so(row: Row) -> None:
    """With its reason, violations counted, and strokes that do not break the table."""
    made = row(status="failed", error="exit code 9: a | b", violations=2)
    (line,) = cells(runs_table([made], "en"))
    assert line[4] == "failed, violations: 2: exit code 9: a / b"


def test_fairness_is_one_column() -> None:
    """The value of the first level, and the largest gap of all: 30 of 2000 are 1.5 per cent."""
    first = Level(name="fairness.1", sense=Sense.MAXIMISE, value=900, bound=900, scale=1000)
    second = Level(name="fairness.2", sense=Sense.MAXIMISE, value=1810, bound=1840, scale=2000)
    assert goal_cell([first, second], "ru") == "900 (900), 1,5 %"
    assert goal_cell([first], "ru") == "900 ✓"
    assert goal_cell([first, second.replace(bound=None)], "ru") == "900 (—)"


def test_numbers_have_the_digits_they_need() -> None:
    """No zeros at the end, nothing rounded to nought, a comma in Russian."""
    assert [number(value, "ru") for value in (1.0, 1.25, 100.0, 0.0, None)] == ["1", "1,25", "100", "0", "—"]
    assert number(0.001, "en") == "< 0.01"


def test_the_comparison_names_the_level(row: Row) -> None:
    """Against one solver the points decide, against the other that it has no plan."""
    rows = [row(unserved=(3, 3), points=(480, 500)), row("weighted", (3, 0), (490, None)), row("mip")]
    assert cells(comparison_table(rows, "setka", "en")) == [
        ["x1-k1-loose-s1", "10", "weighted", "worse", "rank_points", "480", "490", "500"],
        ["x1-k1-loose-s1", "10", "mip", "better", "—", "—", "—", "—"],
    ]
    assert cells(counts_table(rows, "setka", "en")) == [["weighted", "0", "0", "1"], ["mip", "1", "0", "0"]]


def test_the_report_compares_only_what_there_is(row: Row) -> None:
    """Of one solver alone there is a table of runs and nothing else."""
    alone = report([row(unserved=(3, 3))], "setka", "ru")
    both = report([row(unserved=(3, 3)), row("mip", (4, 3))], "setka", "ru")
    assert alone.count("\n## ") == 0
    assert both.count("\n## ") == 2
