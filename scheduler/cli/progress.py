"""Shows how the search goes: a growing table on a terminal, a line a level elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from models.text import Text
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
TITLE = Text("Поиск плана (Ctrl-C: остановиться на лучшем)", "Searching (Ctrl-C: stop with the best plan)")


@contextmanager
def watched(screen: Screen) -> Iterator[Callable[[Progress], None]]:
    """The function to hand to the engine as ``on_progress``."""
    if not screen.err.isatty():
        yield lambda progress: _tell(screen, progress)
        return
    from rich.console import Console
    from rich.live import Live

    rows: dict[str, Progress] = {}
    console = Console(file=screen.err)
    with Live(_draw(screen, rows), console=console, refresh_per_second=4, transient=True) as live:

        def show(progress: Progress) -> None:
            rows[progress.level.partition(".")[0]] = progress
            live.update(_draw(screen, rows))

        yield show


def _tell(screen: Screen, progress: Progress) -> None:
    if progress.phase == "done":
        level, value, bound, gap, seconds = cells(screen, progress)
        screen.complain(LINE(level=level, value=value, bound=bound, gap=gap, seconds=seconds))


def cells(screen: Screen, progress: Progress) -> tuple[str, str, str, str, str]:
    """A report of the engine in the order of ``HEADERS``; the gap is in the level's own unit."""
    from reports.export.tables.levels import level_title

    known = progress.value is not None and progress.bound is not None
    gap = abs((progress.value or 0) - (progress.bound or 0)) if known else None
    return (
        level_title(progress.level).in_(screen.lang),
        "—" if progress.value is None else str(progress.value),
        "—" if progress.bound is None else str(progress.bound),
        "—" if gap is None else str(gap),
        f"{progress.elapsed_s:.1f}",
    )


def _draw(screen: Screen, rows: dict[str, Progress]) -> Table:
    from rich.table import Table

    table = Table(title=TITLE.in_(screen.lang), title_justify="left")
    for position, header in enumerate(HEADERS):
        table.add_column(header.in_(screen.lang), justify="left" if position == 0 else "right")
    for progress in rows.values():
        table.add_row(*cells(screen, progress))
    return table
