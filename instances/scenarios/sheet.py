"""Scenarios of the sheet «Варианты»."""

from __future__ import annotations

from instances.parts import Tables
from instances.scenarios.edits import Do, Scenario


def sheet_scenarios(tables: Tables) -> list[Scenario]:
    """The scenarios by name, in the order of their first rows; rows without an action are left out: they
    are faults of the sheet."""
    edits: dict[str, list[Do]] = {}
    titles: dict[str, str] = {}
    for row in tables.rows["scenarios"]:
        values = row.values
        if not values.get("scenario") or not values.get("action"):
            continue
        name = values["scenario"]
        spot = row.spot("value" if values.get("value") else "target")
        edits.setdefault(name, []).append(
            Do(values["action"], values.get("target", ""), values.get("value", ""), spot)
        )
        if values.get("title"):
            titles.setdefault(name, values["title"])
    return [Scenario(name, titles.get(name, name), tuple(made), made[0].spot) for name, made in edits.items()]
