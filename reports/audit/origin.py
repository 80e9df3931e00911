"""Where a workbook comes from: the plan as it was when the workbook was written.

The workbook of the office carries it on its last sheet, a line a record, beside a fingerprint of every sheet
that is not read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from models.fault import Fault, Spot
from models.finding import Severity
from models.plan import Level, Plan
from models.text import LANGS, Text
from reports.audit import cells
from reports.audit.sheets import Rows, title_of

TITLE = Text("Исходный план", "Original plan")
TITLES = {cells.plain(TITLE.in_(lang)) for lang in LANGS}
RECORDS = {"group": "groups", "enrolment": "enrolments", "ride": "rides"}
"""Name of a line → the part of the plan that it is a record of."""

ABOUT, SHEET = "plan", "sheet"
"""The first line, with network, lottery and levels; a line for a sheet that is not read."""

DAMAGED = Text("Служебный лист повреждён.", "The sheet of the program is damaged.")
RESTORE = Text(
    "Верните лист из нетронутой копии книги или удалите его: тогда правка проверяется, но не сравнивается с "
    "исходным планом.",
    "Put the sheet of an untouched copy in its place, or delete it: the edit is then audited, but not "
    "compared with the original plan.",
)


@dataclass(frozen=True)
class Origin:
    """The plan that a workbook was written from, without run and refusals.

    ``sha256`` is the digest of its network; it and the seed of the lottery are missing in a plan that was
    made by hand. ``sheets`` has the fingerprint of every sheet that is not read, by its name.
    """

    plan: Plan
    sha256: str = ""
    lottery_seed: int | None = None
    sheets: Mapping[str, str] = field(default_factory=dict)

    @property
    def levels(self) -> tuple[Level, ...]:
        return self.plan.levels


def lines_of(plan: Plan, sheets: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The lines of the sheet: what it is, and the record as JSON."""
    about = {
        "sha256": plan.network.sha256 if plan.network else "",
        "lottery_seed": plan.lottery_seed,
        "levels": [level.model_dump(mode="json") for level in plan.levels],
    }
    yield ABOUT, _json(about)
    for name, part in RECORDS.items():
        for record in getattr(plan, part):
            yield name, _json(record.model_dump(mode="json"))
    for title, mark in sheets.items():
        yield SHEET, _json({"title": title, "fingerprint": mark})


def origin_of(sheets: Mapping[str, Rows]) -> tuple[Origin | None, tuple[Fault, ...]]:
    """The origin, or ``None`` where the workbook does not carry it; a fault where it is damaged."""
    title = title_of(TITLES, sheets)
    if title is None:
        return None, ()
    found: dict[str, list[Any]] = {ABOUT: [], SHEET: [], **{name: [] for name in RECORDS}}
    try:
        for row in sheets[title]:
            name = cells.text(row[0]) if row else ""
            if name in found:
                found[name].append(json.loads(cells.text(row[1])))
        (about,) = found[ABOUT]
        origin = Origin(
            plan=Plan.model_validate(
                {part: found[name] for name, part in RECORDS.items()} | {"levels": about["levels"]}
            ),
            sha256=about["sha256"],
            lottery_seed=about["lottery_seed"],
            sheets={sheet["title"]: sheet["fingerprint"] for sheet in found[SHEET]},
        )
    except (ValueError, KeyError, TypeError, IndexError):  # whatever somebody typed there
        return None, (Fault(Severity.ERROR, Spot(title), "", DAMAGED(), RESTORE()),)
    return origin, ()


def _json(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
