"""Shows how the search goes: a growing table on a terminal, a line a level elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from models.text import Message, Text
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from rich.table import Table

    from scheduler.engine import Progress

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
OF_WHOM = Text("{title}, {unit}", "{title}, {unit}")
TITLE = Text("Поиск плана (Ctrl-C: остановиться на лучшем)", "Searching (Ctrl-C: stop with the best plan)")


@contextmanager
def watched(screen: Screen) -> Iterator[Callable[[Progress], None]]:
    """The function to hand to the engine as ``on_progress``."""
    reached: dict[str, int] = {}
    if not screen.err.isatty():

        def tell(progress: Progress) -> None:
            if progress.phase == "done":
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
            rows[progress.level.partition(".")[0]] = cells(screen, progress, reached)
            if progress.phase == "done":
                _remember(reached, progress)
            live.update(_draw(screen, rows))

        yield show


def _remember(reached: dict[str, int], progress: Progress) -> None:
    if progress.value is not None:
        reached[progress.level] = progress.value


def cells(screen: Screen, progress: Progress, reached: Mapping[str, int]) -> tuple[str, str, str, str, str]:
    """A report of the engine in the order of ``HEADERS``; the gap is in the level's own unit.

    ``reached`` has the levels that are done: one of fairness is told as the share it adds to those before.
    """
    from models.plan import Level, Sense
    from reports.views.steps import bare, is_share, step_of, step_title, step_unit

    level = Level(name=progress.level, sense=Sense.MINIMISE, value=0)
    title: Text | Message = step_title(level)
    before = 0
    if is_share(level):
        title = OF_WHOM(title=title, unit=step_unit(level))
        goal = progress.level.partition(".")[0]
        before = reached.get(f"{goal}.{step_of(level) - 1}", 0)
    known = progress.value is not None and progress.bound is not None
    gap = abs((progress.value or 0) - (progress.bound or 0)) if known else None

    def said(number: int | None, less: int = 0) -> str:
        return "—" if number is None else screen.words(bare(level, number - less))

    return (
        screen.words(title),
        said(progress.value, before),
        said(progress.bound, before),
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
