"""The share of seniors by school, and that it is the headline's."""

from __future__ import annotations

from typing import Any

from instances.tiny import base
from models.plan import Plan
from reports.export.summary import summarise
from reports.views.shares import share_in_all, shares


def test_both_parts_of_the_fraction(sources: Any) -> None:
    """Two classes 10А of twenty; one student of Ш1 and two of Ш2 learn, О2 in two groups at once."""
    network = sources.network(["Ш1", "Ш2"], [("О1", "Ш1"), ("О2", "Ш2"), ("О3", "Ш2")])
    seats = (base.seat("О1", "ИТ"), base.seat("О2", "ИТ"), base.seat("О3", "ИТ"), base.seat("О2", "ХИМ"))
    first, second = shares(sources.of(network, Plan(enrolments=seats)))
    assert (first.institution, first.places, first.seniors, first.share) == ("Ш1", 1, 20, 1 / 20)
    assert (second.name, second.places, second.share) == ("Школа Ш2", 2, 2 / 20)
    assert not second.is_rural


def test_younger_classes_do_not_count(sources: Any) -> None:
    """A student of grade 9 learns in the network, yet is no senior; the school has no other class."""
    younger = base.school_class("Ш2").replace(grade=9)
    network = sources.network(["Ш1", "Ш2"], [("О1", "Ш2")], classes=(base.school_class("Ш1"), younger))
    (only,) = shares(sources.of(network, Plan(enrolments=(base.seat("О1", "ИТ"),))))
    assert (only.institution, only.places) == ("Ш1", 0)


def test_no_seniors_no_share(sources: Any) -> None:
    """Nothing is divided by nought."""
    network = sources.network(["Ш1"], [], classes=())
    assert share_in_all(sources.of(network, Plan())).share is None


def test_the_sum_is_the_headline(sources: Any) -> None:
    """Of every plan, damaged ones included."""
    for name, source in sources.every().items():
        total, summary = share_in_all(source), summarise(source.network, source.plan)
        assert (total.places, total.seniors) == (summary.senior_places, summary.seniors), name
