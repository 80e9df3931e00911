"""Comparisons for other programs, with the figures of both plans and what is certain of the differences."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from reports.compare.certain import Interval
from reports.compare.comparison import Comparison, Side

FORMAT = "setka-comparison/1"


def write_json(comparisons: Sequence[Comparison], path: Path, *, public: bool) -> None:
    """Writes the file anew. What is published tells sums only: neither schools nor students."""
    content = {
        "format": FORMAT,
        "base": _figures(comparisons[0].base),
        "scenarios": [_scenario(item, public=public) for item in comparisons],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _figures(side: Side) -> dict[str, Any]:
    return {
        "name": side.name,
        "title": side.title,
        "network": side.network.sha256,
        "status": side.plan.status,
        "seconds": side.seconds,
        "wishes": side.wishes,
        **{key: value for key, value in asdict(side.summary).items() if key != "refusals"},
        "senior_share": side.summary.senior_share,
        "served_bounds": _interval(side.served),
        "teacher_hours": side.hours,
        "cost": asdict(side.cost),
        "levels": [level.model_dump(mode="json") for level in side.plan.levels],
    }


def _scenario(item: Comparison, *, public: bool) -> dict[str, Any]:
    found = _figures(item.scenario) | {
        "difference": {
            "served": item.scenario.summary.served - item.base.summary.served,
            "served_certain": _interval(item.served),
            "levels_certain": {
                entry.level.name: _interval(entry.difference)
                for entry in item.levels
                if not (public and entry.level.name.startswith("fairness"))
            },
        },
        "groups": [
            {"group": change.id, "course": change.course, "change": change.turn.value}
            for change in item.groups
        ],
    }
    if not public:
        found["turns"] = dict(item.turns)
        found["schools"] = [asdict(school) for school in item.schools]
        found["students"] = [asdict(change) for change in item.students]
    return found


def _interval(found: Interval | None) -> list[int] | None:
    return None if found is None else [found.low, found.high]
