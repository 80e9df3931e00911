"""Studies on the screen: the answers, the tables, what they rest on, and where the pages are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from models.text import Text
from scheduler.cli.output import writing
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from reports.compare.study import Study

WRITTEN = Text("Страница: {page}\nТаблицы: {book}", "Page: {page}\nTables: {book}")


def keep_study(screen: Screen, study: Study, stage: Path, directory: Path) -> Callable[[], None]:
    """Writes a study into ``stage``; gives what shows it once it is in ``directory``."""
    from reports.compare.study import write_study

    with writing(directory):
        write_study(study, stage, lang=screen.lang)

    def show() -> None:
        _show(screen, study, directory / "internal")

    return show


def _show(screen: Screen, study: Study, folder: Path) -> None:
    from reports.compare.study import shown

    for part in study.parts:
        printed = shown(part.table)
        screen.table(printed.title, [column.title for column in printed.columns], printed.rows)
        screen.print()
    for sentence in (*study.answers, *study.notes):
        screen.print(sentence)
    screen.print(WRITTEN(page=folder / f"{study.key}.html", book=folder / f"{study.key}.xlsx"))
