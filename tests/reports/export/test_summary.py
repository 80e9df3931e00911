"""The figures of the headline, counted by hand on a tiny plan."""

from __future__ import annotations

from instances.tiny import ALL
from models.plan import Enrolment
from models.tables import Choice, Programme
from reports.export.summary import summarise


def test_full_buses() -> None:
    """Three applicants, all served, О3 with the second choice; all three are seniors."""
    tiny = ALL["full_buses"]
    assert tiny.plan is not None
    summary = summarise(tiny.network, tiny.plan)
    assert (summary.applicants, summary.served) == (3, 3)
    assert (summary.first_choices, summary.with_first) == (2, 3)
    assert (summary.groups, summary.centres, summary.enrolments) == (2, 2, 3)
    assert summary.refusals == (("NO_SEAT", 1),)
    assert summary.senior_places == 3
    assert summary.seniors == sum(item.head_count for item in tiny.network.classes)


def test_part_of_a_programme_serves_nobody() -> None:
    """A choice of a programme is served only with a seat in all of its courses."""
    tiny = ALL["full_buses"]
    courses = [course.replace(programme="П") for course in tiny.network.courses]
    network = tiny.network.replace(
        courses=courses,
        programmes=(Programme(id="П", title="Программа"),),
        choices=(Choice(student="О1", course="П", rank=1),),
    )
    assert tiny.plan is not None
    seats = [Enrolment(student="О1", group=f"{item.id}-1", course=item.id, rank=1) for item in courses]
    assert summarise(network, tiny.plan.replace(enrolments=seats)).served == 1
    assert summarise(network, tiny.plan.replace(enrolments=seats[:1])).served == 0
