"""Benchmark rows as Markdown tables: runs with all goals, and one solver against the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from models.bench import BenchRow
from models.plan import Level
from models.text import Lang, Text
from reports.bench.compare import Comparison, Verdict, against, latest

RUNS = Text("Запуски", "Runs")
COMPARED = Text("{solver} против остальных", "{solver} against the others")
COUNTED = Text("{solver} против остальных: сколько раз", "{solver} against the others: how many times")
CELLS = Text(
    "Значение (граница), разрыв в процентах шкалы; ✓ — доказано, что при тех же уровнях выше лучше нет. "
    "Справедливость — первый из её уровней, разрыв — наибольший.",
    "Value (bound), gap in per cent of the scale; ✓: proven that none is better with the levels before it. "
    "Of fairness the first level is shown, with the largest gap of all.",
)
RUN_HEADERS = (
    Text("задача", "instance"),
    Text("заявителей", "applicants"),
    Text("предел, с", "limit, s"),
    Text("решатель", "solver"),
    Text("итог", "status"),
    Text("время, с", "taken, s"),
    Text("первый план, с", "first plan, s"),
    Text("до 1 %, с", "to 1 %, s"),
    Text("до доказательства, с", "to proof, s"),
    Text("память, МБ", "memory, MB"),
)
COMPARED_HEADERS = (
    Text("задача", "instance"),
    Text("предел, с", "limit, s"),
    Text("с кем", "against"),
    Text("итог", "result"),
    Text("первое отличие", "first difference"),
    Text("{solver}", "{solver}"),
    Text("другой", "the other"),
    Text("граница", "bound"),
)
COUNTED_HEADERS = (
    Text("с кем", "against"),
    Text("лучше", "better"),
    Text("равно", "equal"),
    Text("хуже", "worse"),
)
VERDICTS = {
    Verdict.BETTER: Text("лучше", "better"),
    Verdict.EQUAL: Text("равно", "equal"),
    Verdict.WORSE: Text("хуже", "worse"),
}
STATUS = {
    "optimal": Text("доказан", "proven"),
    "feasible": Text("план", "plan"),
    "infeasible": Text("плана нет", "no plan exists"),
    "unknown": Text("не найден", "no plan found"),
    "failed": Text("сбой", "failed"),
}
VIOLATIONS = Text("нарушений: {number}", "violations: {number}")
NONE = "—"


def markdown(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; strokes within cells stay within them."""
    lines = [headers, ["---"] * len(headers), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


def runs_table(rows: Iterable[BenchRow], lang: Lang) -> str:
    """One line a run: times, memory, and for each goal value, bound and gap."""
    found = latest(rows)
    goals = list(dict.fromkeys(goal for row in found for goal, _ in goals_of(row)))
    lines = []
    for row in found:
        cells = {goal: goal_cell(levels, lang) for goal, levels in goals_of(row)}
        lines.append([*_run_cells(row, lang), *(cells.get(goal, NONE) for goal in goals)])
    return markdown([*(header.in_(lang) for header in RUN_HEADERS), *goals], lines)


def goals_of(row: BenchRow) -> list[tuple[str, list[Level]]]:
    """The goals of a row with their levels: the levels of fairness are one, those of priorities as well."""
    return [
        (goal, list(levels)) for goal, levels in groupby(row.levels, lambda level: level.name.split(".")[0])
    ]


def goal_cell(levels: Sequence[Level], lang: Lang) -> str:
    """The first level of a goal, with the largest gap of all its levels."""
    gaps = [level.gap for level in levels]
    said = str(levels[0].value)
    if any(gap is None for gap in gaps):
        return f"{said} ({NONE})"
    largest = max(gap for gap in gaps if gap is not None)
    if largest == 0:
        return f"{said} ✓"
    bound = levels[0].bound
    return f"{said} ({bound}), {number(100 * largest, lang)} %"


def number(value: float | None, lang: Lang, digits: int = 2) -> str:
    """A number with as many digits as it needs, at most so many after the comma; a dash for none."""
    if value is None:
        return NONE
    said = f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
    if value and float(said) == 0:
        said = f"< {10**-digits:g}"
    return said.replace(".", ",") if lang == "ru" else said


def _run_cells(row: BenchRow, lang: Lang) -> list[str]:
    status = STATUS[row.status].in_(lang)
    if row.violations:
        status += f", {VIOLATIONS(number=row.violations).in_(lang)}"
    if row.error:
        status += f": {' '.join(row.error.split())[-120:]}"
    times = (row.wall_s, row.first_plan_s, row.within_1_percent_s, row.proof_s)
    return [
        row.task.instance,
        str(row.applicants or NONE),
        number(row.task.limit_s, lang),
        row.task.solver,
        status,
        *(number(seconds, lang, 1) for seconds in times),
        number(row.peak_mb, lang, 0),
    ]


def comparison_table(rows: Iterable[BenchRow], solver: str, lang: Lang) -> str:
    """One line for each instance and other solver: who is better, and at which level that shows."""
    found = against(rows, solver)
    headers = [header(solver=solver).in_(lang) for header in COMPARED_HEADERS]
    return markdown(headers, [_compared_cells(item, lang) for item in found])


def _compared_cells(item: Comparison, lang: Lang) -> list[str]:
    level = item.level
    theirs = None if level is None else item.other.level(level.name)
    return [
        item.one.task.instance,
        number(item.one.task.limit_s, lang),
        item.other.task.solver,
        VERDICTS[item.verdict].in_(lang),
        NONE if level is None else level.name,
        NONE if level is None else str(level.value),
        NONE if theirs is None else str(theirs.value),
        NONE if level is None or level.bound is None else str(level.bound),
    ]


def counts_table(rows: Iterable[BenchRow], solver: str, lang: Lang) -> str:
    """How often one solver is better, equal and worse than each of the others."""
    found = against(rows, solver)
    others = dict.fromkeys(item.other.task.solver for item in found)
    lines = []
    for other in others:
        verdicts = [item.verdict for item in found if item.other.task.solver == other]
        lines.append([other, *(str(verdicts.count(verdict)) for verdict in VERDICTS)])
    return markdown([header.in_(lang) for header in COUNTED_HEADERS], lines)


def report(rows: Sequence[BenchRow], solver: str, lang: Lang) -> str:
    """All tables under their headings; the comparison only where there is something to compare."""
    parts = [f"## {RUNS.in_(lang)}", CELLS.in_(lang), runs_table(rows, lang)]
    if against(rows, solver):
        parts += [f"## {COUNTED(solver=solver).in_(lang)}", counts_table(rows, solver, lang)]
        parts += [f"## {COMPARED(solver=solver).in_(lang)}", comparison_table(rows, solver, lang)]
    return "\n\n".join(parts) + "\n"
