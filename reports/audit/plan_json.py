"""Reads plan.json, which must have what makes a plan: its format, network, groups and enrolments."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json

from models.fault import Fault, Spot
from models.files.content import read_bytes
from models.finding import Severity
from models.json_faults import expected
from models.plan import PLAN_FORMAT, PLAN_KEYS, Plan
from models.text import Message, Text

NOT_JSON = Text("Файл повреждён: это не JSON.", "The file is damaged: it is not JSON.")
OTHER_COPY = Text(
    "Возьмите неповреждённую копию файла или составьте план заново.",
    "Take an undamaged copy of the file, or make the plan anew.",
)
NO_PLAN = Text("Это не файл плана setka.", "This is no plan file of setka.")
GIVE_PLAN = Text(
    "Укажите plan.json, который записала команда setka plan, или книгу с планом.",
    "Give the plan.json that setka plan wrote, or a workbook with a plan.",
)
WRONG_FIELD = Text("Поле «{field}» неверно: {why}.", "Field {field} is wrong: {why}.")
WHY = {
    "extra_forbidden": Text("такого поля в плане нет", "a plan has no such field"),
    "missing": Text("его нет в файле", "it is missing"),
}
EXPECTED = Text("ожидается {expected}", "expected {expected}")
SEE_SCHEMA = Text(
    "Исправьте поле по описанию файла plan.json.", "Correct the field by the description of plan.json."
)


def read_json(path: Path) -> tuple[Plan | None, tuple[Fault, ...]]:
    """The plan, or ``None`` and all faults of the file; raises ``Unreadable``."""
    content = read_bytes(path).removeprefix(b"\xef\xbb\xbf")
    try:
        plan = Plan.model_validate_json(content)
    except ValidationError as error:
        details = error.errors(include_url=False)
        if any(detail["type"] == "json_invalid" for detail in details):
            return None, (_fault(path, "", NOT_JSON(), OTHER_COPY()),)
        given: Any = from_json(content)
        if not isinstance(given, dict) or given.get("format", PLAN_FORMAT) != PLAN_FORMAT:
            return None, (_fault(path, "", NO_PLAN(), GIVE_PLAN()),)
        return None, (*_missing(path, given), *(_refused(path, detail) for detail in details))
    missing = _missing(path, plan.model_fields_set)
    return (None if missing else plan), missing


def _missing(path: Path, given: Collection[str]) -> tuple[Fault, ...]:
    return tuple(
        _fault(path, key, WRONG_FIELD(field=key, why=WHY["missing"]), GIVE_PLAN())
        for key in PLAN_KEYS
        if key not in given
    )


def _refused(path: Path, detail: ErrorDetails) -> Fault:
    """A fault of the data model at its field."""
    field = ".".join(map(str, detail["loc"]))
    why = WHY.get(detail["type"]) or EXPECTED(expected=expected(detail))
    value = "" if detail["type"] == "missing" else str(detail["input"])[:80]
    return _fault(path, field, WRONG_FIELD(field=field, why=why), SEE_SCHEMA(), value)


def _fault(path: Path, field: str, problem: Message, cure: Message, value: str = "") -> Fault:
    return Fault(Severity.ERROR, Spot(sheet=path.name, column=field), value, problem, cure)
