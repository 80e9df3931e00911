"""Kindergartens: they take students for practice, but neither learn nor teach in the network."""

from __future__ import annotations

from instances.validate.draft import Draft
from models.tables import InstitutionKind
from models.text import Text

PUPIL = Text("обучающийся записан в детском саду", "the student belongs to a kindergarten")
OTHER_SCHOOL = Text(
    "Проверьте учреждение обучающегося и его вид на листе «Учреждения».",
    "Check the student's institution, and its kind on the sheet Institutions.",
)
CENTRE = Text("ресурсный центр открыт в детском саду", "the resource centre is in a kindergarten")
PRACTICE = Text(
    "Если там только практика, внесите детский сад на лист «Места практики».",
    "If it is for practice only, enter the kindergarten on the sheet Practice places.",
)


def check(draft: Draft) -> None:
    """A warning for every student and every centre of a kindergarten."""
    network = draft.network
    kind = {institution.id: institution.kind for institution in network.institutions}
    for index, student in enumerate(network.students):
        if kind[student.institution] is InstitutionKind.KINDERGARTEN:
            draft.doubt("students", index, "institution", PUPIL(), OTHER_SCHOOL())
    for index, centre in enumerate(network.centres):
        if kind[centre.institution] is InstitutionKind.KINDERGARTEN:
            draft.doubt("centres", index, "institution", CENTRE(), PRACTICE())
