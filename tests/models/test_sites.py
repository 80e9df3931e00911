"""Places for a next centre: which there are, and what a network with them is assumed to have."""

from __future__ import annotations

from models.sites import Site, SiteKind, sites_of, with_sites
from models.tables import Centre, CentreStatus, Institution, InstitutionKind
from models.wishes import is_offered
from tests.village import VILLAGE

NETWORK = VILLAGE.replace(
    institutions=(
        *VILLAGE.institutions,
        Institution(id="Ш2", name="Вторая"),
        Institution(id="Ш3", name="Третья", participates=False),
        Institution(id="Д1", name="Сад", kind=InstitutionKind.KINDERGARTEN),
    ),
    centres=(*VILLAGE.centres, Centre(id="РЦ9", institution="Ш1", status=CentreStatus.CANDIDATE)),
    courses=tuple(c.replace(centres=("РЦ1",)) if c.id == "ИТ" else c for c in VILLAGE.courses),
)


def test_candidates_and_institutions_without_a_centre() -> None:
    """Neither who does not take part nor a kindergarten."""
    assert sites_of(NETWORK) == (
        Site("РЦ9", "Ш1", SiteKind.LISTED),
        Site("РЦ+Ш2", "Ш2", SiteKind.NEW),
    )


def test_a_made_up_id_is_free() -> None:
    """Also where somebody has called a centre so."""
    taken = NETWORK.replace(centres=(*NETWORK.centres, Centre(id="РЦ+Ш2", institution="Ш1")))
    assert sites_of(taken)[-1].centre == "РЦ+Ш2-2"


def test_a_new_centre_is_equipped() -> None:
    """A room of every kind asked for, one group at a time, every course; teachers only if they visit."""
    listed, new = sites_of(NETWORK)
    for visiting in (False, True):
        opened = with_sites(NETWORK, [new], visiting=visiting)
        assert opened.centre_by_id[new.centre].max_parallel_groups == 1
        assert [room.capacity for room in opened.rooms_by_centre[new.centre]] == [5]
        assert opened.course_by_id["ИТ"].centres == ("РЦ1", new.centre)
        assert opened.course_by_id["ХИМ"].centres == ()
        assert opened.teacher_by_id["У1"].works_at("Ш2") is visiting
        assert opened.centre_by_id["РЦ9"].status is CentreStatus.CANDIDATE
    opened = with_sites(NETWORK, [listed], visiting=False)
    assert opened.centre_by_id["РЦ9"].status is CentreStatus.OPEN
    assert opened.rooms == NETWORK.rooms
    assert is_offered(opened, opened.course_by_id["ХИМ"])
