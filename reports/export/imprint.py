"""What every page, sheet and picture bears: the edition of the plan, and the mark of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from models.plan import Plan
from models.text import Message, Text
from reports.export.words import PERSONAL

MOSCOW = timezone(timedelta(hours=3))
"""The same all year round since 2014. Not asked of the system: Windows has no table of time zones."""

EDITION = Text("редакция от {ru}", "edition of {en}")
BY_HAND = Text("составлено вручную", "made by hand")
UNDATED = Text("редакция без даты", "undated edition")


@dataclass(frozen=True)
class Imprint:
    """``mark`` is that of the office, ``None`` in public."""

    mark: Text | None
    edition: Text | Message


def imprint(plan: Plan, *, public: bool) -> Imprint:
    """What stands on everything of one folder."""
    return Imprint(None if public else PERSONAL, edition(plan))


def edition(plan: Plan) -> Text | Message:
    """When the run that made the plan began, by the clock of Moscow; or that there was none.

    Nothing else tells one printing from another, and it is part of the plan: equal plans have equal papers.
    """
    if plan.run is None:
        return BY_HAND
    try:
        moment = datetime.fromisoformat(plan.run.started_at)
    except ValueError:
        return UNDATED
    if moment.tzinfo is not None:
        moment = moment.astimezone(MOSCOW)
    return EDITION(ru=f"{moment:%d.%m.%Y, %H:%M}", en=f"{moment:%Y-%m-%d, %H:%M}")
