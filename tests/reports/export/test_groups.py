"""Groups and sessions as tables: limits with who sets them, and practice where it is held."""

from __future__ import annotations

import pytest

from instances.tiny import ALL
from models.people import People
from models.tables import Permission, Room
from models.text import say
from reports.export.source import Source
from reports.export.table import Table
from reports.export.tables.groups import groups
from reports.export.tables.sessions import PUBLIC, sessions
from reports.office.load import group_fill
from reports.office.teachers import teacher_weeks


def source(name: str, **tables: object) -> Source:
    """A tiny network with its plan and tables of the test's own."""
    plan = ALL[name].plan
    assert plan is not None
    return Source(ALL[name].network.replace(**tables), plan, People())


def column(table: Table, key: str, group: str) -> set[str]:
    """What stands in a column for a group."""
    keys = [item.key for item in table.columns]
    return {say(row[keys.index(key)], "ru") for row in table.rows if row[keys.index("group")] == group}


def test_limits_are_those_of_the_figure() -> None:
    """Permission and room count: computing may have one student, and no more than its room has seats."""
    permission = Permission(group="ИТ-1", reason="решение", min_size=1)
    rooms = tuple(Room(centre=centre, name="1", capacity=3) for centre in ("РЦ1", "РЦ2"))
    table = groups(source("full_buses", permissions=(permission,), rooms=rooms))
    assert column(table, "minimum", "ИТ-1") == {"1"}
    assert column(table, "maximum", "ИТ-1") == {"3"}
    assert column(table, "limits", "ИТ-1") == {"1–3 (мест в кабинете 3)"}
    load = group_fill(source("full_buses", permissions=(permission,), rooms=rooms), public=False)
    for key in ("minimum", "maximum", "limits"):
        assert column(load, key, "ИТ-1") == column(table, key, "ИТ-1")


@pytest.mark.parametrize(
    "table",
    [groups, sessions, lambda source: sessions(source, PUBLIC), teacher_weeks],
    ids=["groups", "sessions", "public sessions", "by teacher"],
)
def test_practice_is_held_in_kindergartens(table: object) -> None:
    """Not at the school of its centre, where nobody will find it; other groups stay where they are."""
    assert callable(table)
    made = table(source("practice_places"))
    assert column(made, "place", "ПРАК-1") == {"практика в детских садах"}
    assert column(made, "place", "ИТ-1") == {"Школа Ш1"}


def test_practice_has_no_address_of_a_school() -> None:
    """The school of its centre has one."""
    school, *others = ALL["practice_places"].network.institutions
    made = sessions(
        source("practice_places", institutions=(school.replace(address="ул. Школьная, 1"), *others)), PUBLIC
    )
    assert column(made, "address", "ПРАК-1") == {""}
    assert column(made, "address", "ИТ-1") == {"ул. Школьная, 1"}
