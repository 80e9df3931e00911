"""Norms in the planner's words."""

from __future__ import annotations

from instances.tiny import ALL
from models.norm_words import TITLES, UNITS
from models.norms import shipped_norms
from models.people import People
from models.plan import Plan
from models.text import say
from reports.export.source import Source
from reports.export.tables.norms import KINDS, norms


def test_every_shipped_norm_has_words() -> None:
    """Keys, units and circles are named in both languages."""
    norms = shipped_norms()
    assert {norm.key for norm in norms} == set(TITLES), "models/norm_words.py: TITLES"
    assert {norm.unit for norm in norms} == set(UNITS), "models/norm_words.py: UNITS"
    assert {kind for norm in norms for kind in (norm.institution_kind, norm.load_category) if kind} <= set(
        KINDS
    )


def test_the_norms_in_force() -> None:
    """Of two records that follow one another in time only the one in force is listed."""
    rows = norms(Source(ALL["tie"].network, Plan(), People())).rows
    weekly = {(say(row[4], "ru"), row[2]) for row in rows if row[0] == "weekly_hours_max"}
    assert ("10–11 классы, 5-дневная неделя", "34") in weekly
    assert len(weekly) == len([row for row in rows if row[0] == "weekly_hours_max"])
