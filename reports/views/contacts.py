"""Whom to call at a resource centre."""

from __future__ import annotations

from dataclasses import dataclass

from reports.export.source import Source


@dataclass(frozen=True)
class Contact:
    """The coordinator's post and the telephone of the centre's institution; blank where not given."""

    centre: str
    centre_name: str
    address: str
    coordinator: str
    telephone: str


def contact(source: Source, centre: str) -> Contact:
    """Whom to call at a centre."""
    known = source.network.centre_by_id.get(centre)
    institution = source.network.institution_by_id.get(known.institution) if known else None
    return Contact(
        centre=centre,
        centre_name=source.centre_name(centre),
        address=institution.address if institution else "",
        coordinator=known.coordinator if known else "",
        telephone=institution.telephone if institution else "",
    )
