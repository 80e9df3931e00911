"""The best set of places in one model is the best of all sets tried one by one."""

from __future__ import annotations

from itertools import combinations

from instances.tiny.base import choices, course, network, rules, school, school_class, slot, student, teacher
from models.network import Network
from models.outcome import Solved
from models.plan import Plan
from models.sites import sites_of
from models.tables import Centre, CentreStatus, Room
from models.travel import Mode, Travel
from reports.audit import audit
from scheduler.engine.settings import Settings
from scheduler.engine.solve import solve
from scheduler.whatif.site_search import search_sites

SETTINGS = Settings(time_limit_s=60, deterministic=True)

PLACES = {"Ш1": 2, "Ш2": 3, "Ш3": 4}
"""School → its applicants."""


def villages() -> Network:
    """Three schools with a candidate centre each; there is a way between Ш1 and Ш2 only."""
    names = list(PLACES)
    students = [(f"{name}-{n}", name) for name, count in PLACES.items() for n in range(count)]
    return network(
        "сёла",
        rules=rules([slot(1, "15:00", "15:40"), slot(2, "15:00", "15:40")]),
        institutions=tuple(school(name) for name in names),
        classes=tuple(school_class(name) for name in names),
        centres=tuple(
            Centre(id=f"РЦ-{name}", institution=name, status=CentreStatus.CANDIDATE) for name in names
        ),
        rooms=tuple(Room(centre=f"РЦ-{name}", name="1", capacity=5) for name in names),
        courses=(course("ИТ", max_size=5, max_groups=3),),
        teachers=tuple(teacher(f"У-{name}", "ИТ", institution=name) for name in names),
        students=tuple(student(id, institution=name) for id, name in students),
        choices=tuple(choice for id, _ in students for choice in choices(id, "ИТ")),
        travel=(Travel(origin="Ш1", destination="Ш2", minutes=10, mode=Mode.WALK),),
    )


def planned(net: Network) -> Plan:
    """The plan of a network."""
    outcome = solve(net, SETTINGS, audit)
    assert isinstance(outcome, Solved)
    return outcome.plan


def num_served(net: Network, opened: tuple[str, ...]) -> int:
    """How many are served when these centres are open."""
    centres = tuple(
        centre.replace(status=CentreStatus.OPEN) if centre.id in opened else centre for centre in net.centres
    )
    return len(planned(net.replace(centres=centres)).seats_of)


def test_every_place_and_the_best_sets() -> None:
    """Ш1 and Ш2 walk to one another, so either serves five, Ш3 four; two places, Ш3 among them, serve all."""
    net = villages()
    names = [centre.id for centre in net.centres]
    base = planned(net)
    assert base.seats_of == {}
    answers = list(search_sites(net, base, sites_of(net), SETTINGS, audit))
    alone, (every, *sets) = answers[:3], answers[3:]
    assert [len(a.plan.seats_of) if a.plan else None for a in alone] == [
        num_served(net, (name,)) for name in names
    ]
    assert every.plan is not None
    assert len(every.plan.seats_of) == 9
    for answer in sets:
        best = max(num_served(net, chosen) for chosen in combinations(names, answer.most))
        assert answer.plan is not None
        assert len(answer.plan.seats_of) == best
        assert len(answer.used) <= answer.most
        unserved = answer.plan.levels[0]
        assert unserved.value == unserved.bound == 9 - best
    assert [answer.most for answer in sets] == [1, 2]  # two reach what all reach
    assert "Ш3" in {site.institution for site in sets[1].used}
