"""Students: an hour to be home by that no session can keep."""

from __future__ import annotations

from instances.validate.decisions import EARLY, earliest_end
from instances.validate.draft import Draft
from models.text import Text

LATER_OR_BLANK = Text(
    "Проверьте время или оставьте ячейку пустой: тогда действует общее для сети.",
    "Check the time, or leave the cell blank for that of the network.",
)


def check(draft: Draft) -> None:
    """A warning for every student who has to be home before any session has ended."""
    earliest = earliest_end(draft.network)
    for index, student in enumerate(draft.network.students):
        if student.home_by is not None and earliest is not None and student.home_by < earliest:
            draft.doubt("students", index, "home_by", EARLY(), LATER_OR_BLANK())
