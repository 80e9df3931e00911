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
    begun = moment(plan.run.started_at)
    return UNDATED if begun is None else EDITION(ru=begun.ru, en=begun.en)


def moment(said: str) -> Text | None:
    """A moment of ISO 8601 by the clock of Moscow; ``None`` where it is none."""
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return None
    if found.tzinfo is not None:
        found = found.astimezone(MOSCOW)
    return Text(f"{found:%d.%m.%Y, %H:%M}", f"{found:%Y-%m-%d, %H:%M}")
