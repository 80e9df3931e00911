"""Where a workbook comes from: the levels that the plan had when it was written, network and lottery."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.fault import Fault
from models.goals import GOALS
from models.plan import BoundScope, Level
from models.text import LANGS, Text
from reports.audit import cells
from reports.audit.sheets import Form, Row, Rows, find_sheet, title_of

LEVELS = Form(("уровни", "levels"), ("level", "value"), is_required=False)
ABOUT = ("о плане", "about the plan")
DIGEST = Text("Контрольная сумма сети", "Digest of the network")
LOTTERY = Text("Начальное число жребия", "Seed of the lottery")
FOR_EVERY_PLAN = ("любого плана", "every plan")
PROVEN = ("да", "yes")
NUMBER = Text("нужно целое число", "a whole number is")


@dataclass(frozen=True)
class Origin:
    """What a workbook remembers of the plan it shows. ``levels`` have no scale; they are in their order.

    ``sha256`` is the digest of the network; it and the seed of the lottery are missing in a plan that
    was made by hand.
    """

    levels: tuple[Level, ...]
    sha256: str = ""
    lottery_seed: int | None = None


def origin_of(sheets: Mapping[str, Rows]) -> tuple[Origin | None, tuple[Fault, ...]]:
    """The origin, or ``None`` where the workbook has no levels; faults where they are damaged."""
    faults: list[Fault] = []
    sheet = find_sheet(LEVELS, sheets, faults)
    if sheet is None or faults:
        return None, tuple(faults)
    levels = tuple(_level(row) for row in sheet if row.text("level").partition(".")[0] in GOALS)
    if sheet.faults or not levels:
        return None, tuple(sheet.faults)
    said = _about(sheets)
    seed = said.get("lottery", "")
    return Origin(levels, said.get("digest", ""), int(seed) if seed.isdecimal() else None), ()


def _level(row: Row) -> Level:
    name = row.text("level")
    bound = row.read("bound", cells.whole, NUMBER, 0) if row.text("bound") else None
    is_global = cells.plain(row.text("scope")) in FOR_EVERY_PLAN
    return Level(
        name=name,
        sense=GOALS[name.partition(".")[0]].sense,
        value=row.read("value", cells.whole, NUMBER, 0),
        bound=bound,
        scope=BoundScope.GLOBAL if is_global else BoundScope.GIVEN_PREVIOUS,
        proven=cells.plain(row.text("proven")) in PROVEN,
    )


def _about(sheets: Mapping[str, Rows]) -> dict[str, str]:
    """Digest and lottery seed from the sheet about the plan."""
    title = title_of(ABOUT, sheets)
    labels = {
        cells.plain(text.in_(lang)): key
        for key, text in (("digest", DIGEST), ("lottery", LOTTERY))
        for lang in LANGS
    }
    return {
        labels[said]: cells.text(row[1])
        for row in (sheets[title] if title is not None else ())
        if len(row) > 1 and (said := cells.plain(cells.text(row[0]))) in labels
    }
