"""Shows how the search goes: a growing table on a terminal, a line a level elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from models.text import Message, Text
from scheduler.cli.screen import Screen
from scheduler.engine.settings import NEARER

if TYPE_CHECKING:
    from rich.table import Table

    from scheduler.engine.settings import Progress

HEADERS = (
    Text("Уровень", "Level"),
    Text("Значение", "Value"),
    Text("Граница", "Bound"),
    Text("Разрыв", "Gap"),
    Text("Время, с", "Seconds"),
)
LINE = Text(
    "{seconds} с  {level}: {value}, граница {bound}, разрыв {gap}",
    "{seconds} s  {level}: {value}, bound {bound}, gap {gap}",
)
FIRST_PLAN = Text("{seconds} с  первый план есть", "{seconds} s  there is a first plan")
CONFLICTS = Text(
    "{seconds} с  плана нет, найдено противоречий закреплений: {count}",
    "{seconds} s  there is no plan, conflicts of locks found: {count}",
)
OF_PART = Text("часть {part} из {parts}: {title}", "part {part} of {parts}: {title}")
OF_WHOM = Text("{title}, {unit}", "{title}, {unit}")
NEARNESS = Text("Ближе к исходному плану", "Nearer to the base plan")
TITLE = Text("Поиск плана (Ctrl-C: остановиться на лучшем)", "Searching (Ctrl-C: stop with the best plan)")


@contextmanager
def watched(screen: Screen) -> Iterator[Callable[[Progress], None]]:
    """The function to hand to the engine as ``on_progress``."""
    reached: Reached = {}
    if not screen.err.isatty():

        def tell(progress: Progress) -> None:
            if progress.phase == "plan" and progress.part is None:
                screen.complain(FIRST_PLAN(seconds=f"{progress.elapsed_s:.1f}"))
            elif progress.phase == "conflict":
                screen.complain(CONFLICTS(seconds=f"{progress.elapsed_s:.1f}", count=progress.value))
            elif progress.phase == "done":
                level, value, bound, gap, seconds = cells(screen, progress, reached)
                screen.complain(LINE(level=level, value=value, bound=bound, gap=gap, seconds=seconds))
                _remember(reached, progress)

        yield tell
        return
    from rich.console import Console
    from rich.live import Live

    rows: dict[str, tuple[str, ...]] = {}
    console = Console(file=screen.err)
    with Live(_draw(screen, rows), console=console, refresh_per_second=4, transient=True) as live:

        def show(progress: Progress) -> None:
            if progress.phase == "plan":
                return
            if progress.phase == "conflict":
                live.console.print(
                    CONFLICTS(seconds=f"{progress.elapsed_s:.1f}", count=progress.value).in_(screen.lang)
                )
                return
            _put(rows, progress, cells(screen, progress, reached))
            if progress.phase == "done":
                _remember(reached, progress)
            live.update(_draw(screen, rows))

        yield show


MOST_PARTS = 4
"""How many parts of a network the table shows beside the goals of the whole: those last heard of."""

Reached = dict[tuple[int | None, str], int]
"""Part and level → its value, of the levels that are done."""


def _remember(reached: Reached, progress: Progress) -> None:
    if progress.value is not None:
        reached[progress.part, progress.level] = progress.value


def _put(rows: dict[str, tuple[str, ...]], progress: Progress, row: tuple[str, ...]) -> None:
    """One row for every goal of the whole, below them one for each of a few parts."""
    if progress.part is None:
        rows[progress.level.partition(".")[0]] = row
    else:
        rows[f"{progress.part}/{progress.parts}"] = row
    parts = [key for key in rows if "/" in key]
    for key in parts[:-MOST_PARTS]:
        del rows[key]
    for key in parts[-MOST_PARTS:]:
        rows[key] = rows.pop(key)


def cells(
    screen: Screen, progress: Progress, reached: Mapping[tuple[int | None, str], int]
) -> tuple[str, str, str, str, str]:
    """A report of the engine in the order of ``HEADERS``; the gap is in the level's own unit.

    ``reached`` has the levels that are done: one of fairness is told as the share it adds to those before.
    """
    from models.plan import Level, Sense
    from reports.views.steps import ONE_SHARE, bare, is_share, step_of, step_title, step_unit

    if progress.level == NEARER:
        return screen.words(NEARNESS), *("—",) * 3, f"{progress.elapsed_s:.1f}"
    level = Level(name=progress.level, sense=Sense.MINIMISE, value=0)
    if is_share(level):
        level = level.replace(scale=ONE_SHARE * (progress.parts if progress.part is None else 1))
    title: Text | Message = step_title(level)
    before = 0
    if is_share(level):
        title = OF_WHOM(title=title, unit=step_unit(level))
        goal = progress.level.partition(".")[0]
        before = reached.get((progress.part, f"{goal}.{step_of(level) - 1}"), 0)
    if progress.part is not None:
        title = OF_PART(part=progress.part, parts=progress.parts, title=title)
    value = None if progress.value is None else progress.value - before
    bound = None if progress.bound is None else progress.bound - before
    if bound is not None and is_share(level):
        bound = min(bound, level.scale)
    gap = None if value is None or bound is None else abs(value - bound)

    def said(number: int | None) -> str:
        return "—" if number is None else screen.words(bare(level, number))

    return (
        screen.words(title),
        said(value),
        said(bound),
        said(gap),
        f"{progress.elapsed_s:.1f}",
    )


def _draw(screen: Screen, rows: Mapping[str, tuple[str, ...]]) -> Table:
    from rich.table import Table

    table = Table(title=TITLE.in_(screen.lang), title_justify="left")
    for position, header in enumerate(HEADERS):
        table.add_column(header.in_(screen.lang), justify="left" if position == 0 else "right")
    for row in rows.values():
        table.add_row(*row)
    return table
