"""Applications by rank and fate, counted by hand."""

from __future__ import annotations

from typing import Any

from instances.tiny import base
from models.plan import Plan
from models.tables import Choice, ChoiceKind
from reports.audit.levels import true_levels
from reports.export.summary import summarise
from reports.views.served import RankCount, served_by_school, served_in_all


def test_full_buses(sources: Any) -> None:
    """О1 and О2 have their first choice, О3 the second: its first was refused."""
    (school,) = served_by_school(sources.tiny("full_buses"))
    assert (school.institution, school.applicants, school.with_nothing) == ("С1", 3, 0)
    assert school.ranks == (RankCount(1, 2, 1, 0), RankCount(2, 1, 0, 0))


def test_a_choice_below_the_seat_is_not_needed(sources: Any) -> None:
    """О1 sits in the first choice; О2 has nothing, so both choices are refused; О3's additional one too."""
    extra = Choice(student="О3", course="ХИМ", rank=2, kind=ChoiceKind.ADDITIONAL)
    network = sources.network(
        ["Ш1", "Ш2"],
        [("О1", "Ш1"), ("О2", "Ш2"), ("О3", "Ш2")],
        choices=(
            *base.choices("О1", "ИТ", "ХИМ"),
            *base.choices("О2", "ИТ", "ХИМ"),
            *base.choices("О3", "ИТ"),
            extra,
        ),
    )
    group = base.group("ИТ", base.session("ИТ-1", 1, ("У1",), 1, "15:00", []))
    plan = Plan(groups=(group,), enrolments=(base.seat("О1", "ИТ"), base.seat("О3", "ИТ")))
    first, second = served_by_school(sources.of(network, plan))
    assert first.ranks == (RankCount(1, 1, 0, 0), RankCount(2, 0, 0, 1))
    assert second.ranks == (RankCount(1, 1, 1, 0), RankCount(2, 0, 2, 0))
    assert (second.applicants, second.with_nothing) == (2, 1)


def test_the_total_is_the_sum_of_schools_and_agrees_with_headline_and_audit(sources: Any) -> None:
    """Of every plan, damaged ones included: the views never disagree."""
    for name, source in sources.every().items():
        total, schools = served_in_all(source), served_by_school(source)
        assert total.applicants == sum(item.applicants for item in schools), name
        for at, count in enumerate(total.ranks):
            assert count.served == sum(item.ranks[at].served for item in schools), name
            assert count.refused == sum(item.ranks[at].refused for item in schools), name
        levels = {level.name: level.value for level in true_levels(source.network, source.plan)}
        assert total.with_nothing == levels["unserved"], name
        assert total.applicants == summarise(source.network, source.plan).applicants, name
