"""Networks put beside each other: one network of several parts that share nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from models.network import Network, split_group_id

TABLES = ("institutions", "centres", "rooms", "classes", "courses", "teachers", "students", "choices")
MORE_TABLES = ("programmes", "travel", "last_buses", "runs", "locks", "permissions", "practice_places")


def side_by_side(networks: Sequence[Network]) -> Network:
    """One network of all; the ids of the n-th begin with ``n·``. Rules, norms, goals are the first one's."""
    tables = {
        table: tuple(row for n, network in enumerate(networks, 1) for row in _marked(network, table, f"{n}·"))
        for table in (*TABLES, *MORE_TABLES)
    }
    return networks[0].replace(**tables)


def _marked(network: Network, table: str, mark: str) -> Iterable[Any]:
    ids = {
        row.id
        for name in ("institutions", "centres", "courses", "teachers", "students", "programmes", "runs")
        for row in getattr(network, name)
    }
    places = {item.settlement for item in network.institutions} | {item.zone for item in network.institutions}
    places |= {stop.place for run in network.runs for stop in run.stops}
    places |= {student.home for student in network.students}

    def mark_all(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: mark_all(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [mark_all(item) for item in value]
        if isinstance(value, str) and value and (value in ids | places or _is_group(value, ids)):
            return mark + value
        return value

    return (type(row)(**mark_all(row.model_dump())) for row in getattr(network, table))


def _is_group(value: str, ids: set[str]) -> bool:
    try:
        return split_group_id(value)[0] in ids
    except ValueError:
        return False
