"""A scenario: one question "what if" about a network, as a planner writes it down.

What the words of a row mean, and how they change a network, is the business of ``instances.scenarios``.
"""

from __future__ import annotations

from models.base import Record


class ScenarioRow(Record):
    """One edit of a scenario: the ``action`` is done to the ``target`` with the ``value``, as typed.

    ``title`` is the scenario's; it need stand in one of its rows only.
    """

    scenario: str
    action: str
    target: str = ""
    value: str = ""
    title: str = ""
