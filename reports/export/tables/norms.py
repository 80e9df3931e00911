"""The norms in force on the first day of lessons, for whom, and where they are written."""

from __future__ import annotations

from models.norm_words import UNITS, title_of
from models.norms import Norm
from models.text import Message, Text
from reports.export.source import Source
from reports.export.table import Column, Table, Value, table

TITLE = Text("Нормы", "Norms")

COLUMNS = (
    Column("key", Text("Ключ", "Key"), width=26),
    Column("title", Text("Норма", "Norm"), width=44),
    Column("value", Text("Значение", "Value"), width=10),
    Column("unit", Text("Единица", "Unit"), width=9),
    Column("circle", Text("Для кого", "For whom"), width=30),
    Column("source", Text("Источник", "Source"), width=40),
    Column("clause", Text("Пункт", "Clause"), width=14),
    Column("verified", Text("Проверено", "Verified"), width=14),
)

VERIFIED = Text("проверено", "verified")
NOT_VERIFIED = Text("не проверено", "not verified")

GRADES = Text("{low}–{high} классы", "grades {low}–{high}")
DAYS = Text("{days}-дневная неделя", "{days}-day week")
RURAL = Text("сельские", "rural")
TOWN = Text("городские", "town")
KINDS = {
    "school": Text("школы", "schools"),
    "college": Text("колледжи", "colleges"),
    "curriculum": Text("учебный план", "curriculum"),
    "extracurricular": Text("внеурочная деятельность", "extracurricular"),
    "additional": Text("дополнительное образование", "additional education"),
}


def norms(source: Source) -> Table:
    """One row a record of a norm; a clause nobody has read says so."""
    first_day = source.network.rules.first_day
    in_force = [
        norm
        for norm in source.network.norms
        if not (norm.valid_from and first_day < norm.valid_from)
        and not (norm.valid_to and norm.valid_to < first_day)
    ]
    return table("norms", TITLE, COLUMNS, [_row(norm) for norm in in_force])


def _row(norm: Norm) -> tuple[Value, ...]:
    return (
        norm.key,
        title_of(norm.key),
        norm.value,
        UNITS.get(norm.unit, norm.unit),
        circle(norm),
        norm.source,
        norm.clause,
        VERIFIED if norm.verified else NOT_VERIFIED,
    )


def circle(norm: Norm) -> Message | str:
    """Whom a norm is about; empty for everybody."""
    parts: list[Text | Message | str] = []
    if norm.grade_from is not None or norm.grade_to is not None:
        parts.append(GRADES(low=norm.grade_from or "", high=norm.grade_to or ""))
    if norm.days_a_week is not None:
        parts.append(DAYS(days=norm.days_a_week))
    for named in (norm.institution_kind, norm.load_category):
        if named:
            parts.append(KINDS.get(named, named))
    if norm.is_rural is not None:
        parts.append(RURAL if norm.is_rural else TOWN)
    return Text("{parts}", "{parts}")(parts=parts) if parts else ""
