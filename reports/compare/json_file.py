"""Comparisons for other programs, with the figures of both plans and what is certain of the differences."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from reports.compare.certain import Interval
from reports.compare.comparison import Comparison, Side
from reports.compare.indicators import Indicator, indicators
from reports.compare.level_lines import level_lines
from reports.compare.moves import group_lines
from reports.compare.told import together

FORMAT = "setka-comparison/1"


def write_json(comparisons: Sequence[Comparison], path: Path, *, public: bool) -> None:
    """Writes the file anew. What is published tells what the public page tells, and nothing else."""
    content = public_content(comparisons) if public else internal_content(comparisons)
    text = json.dumps(content, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def internal_content(comparisons: Sequence[Comparison]) -> dict[str, Any]:
    """Everything, students by id."""
    return {
        "format": FORMAT,
        "base": _figures(comparisons[0].base),
        "scenarios": [_scenario(item) for item in comparisons],
    }


def public_content(comparisons: Sequence[Comparison]) -> dict[str, Any]:
    """The figures that are told (``null``: withheld), what is certain of them, the groups that change."""
    comparisons = together(comparisons)
    lines = indicators(comparisons, public=True)
    return {
        "format": FORMAT,
        "base": {
            "name": comparisons[0].base.name,
            "title": comparisons[0].base.title,
            "figures": {line.key: line.base.number for line in lines},
        },
        "scenarios": [_told(item, lines, at) for at, item in enumerate(comparisons)],
    }


def _told(item: Comparison, lines: Sequence[Indicator], at: int) -> dict[str, Any]:
    entries = {line.key: line.entries[at] for line in lines}
    return {
        "name": item.scenario.name,
        "title": item.scenario.title,
        "figures": {key: entry.value.number for key, entry in entries.items()},
        "difference": {key: entry.difference for key, entry in entries.items()},
        "certain": {key: _interval(entry.interval) for key, entry in entries.items() if entry.interval},
        "levels_certain": {
            line.name: _interval(line.certain) for line in level_lines(item, public=True) if line.certain
        },
        "groups": [
            {"group": line.group, "change": line.turn.value} for line in group_lines(item, public=True)
        ],
    }


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


def _scenario(item: Comparison) -> dict[str, Any]:
    return _figures(item.scenario) | {
        "difference": {
            "served": item.scenario.summary.served - item.base.summary.served,
            "served_certain": _interval(item.served),
            "levels_certain": {entry.level.name: _interval(entry.difference) for entry in item.levels},
        },
        "groups": [
            {"group": change.id, "course": change.course, "change": change.turn.value}
            for change in item.groups
        ],
        "turns": dict(item.turns),
        "schools": [asdict(school) for school in item.schools],
        "students": [asdict(change) for change in item.students],
    }


def _interval(found: Interval | None) -> list[int] | None:
    return None if found is None else [found.low, found.high]
