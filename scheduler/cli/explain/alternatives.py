"""Shows what would come of it if a group, course or centre were otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text import Text
from scheduler.cli.explain.students import INTERNAL, MOST_LISTED, moved
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.people import People
    from scheduler.explain.desk import Desk
    from scheduler.explain.groups import About

OTHERWISE = Text("Что было бы иначе", "What if it were otherwise")
HEADERS = (
    Text("Если", "If"),
    Text("То", "Then"),
    Text("Теряют", "Lose"),
)
LOSERS = Text("{what}: теряют {students}", "{what}: {students} would lose")
MORE = Text("и ещё {count}", "and {count} more")
NONE = Text("—", "—")
TITLE = Text("«{title}»", "“{title}”")


def show(screen: Screen, desk: Desk, people: People, kind: str, id: str, seconds: float) -> None:
    """Prints the facts, a table of what-ifs, and who would lose in each (for the office). Of a programme that
    for each of its courses."""
    from scheduler.explain import groups

    if kind == "group":
        _show(screen, people, groups.why_group(desk, desk.plan.group_by_id[id], seconds))
    elif kind == "centre":
        _show(screen, people, groups.why_centre(desk, id, seconds))
    else:
        courses = desk.network.courses_of(id)
        for course in courses:
            screen.print(TITLE(title=course.title))
            _show(screen, people, groups.why_course(desk, course, seconds))


def _show(screen: Screen, people: People, about: About) -> None:
    for fact in about.facts:
        screen.print(fact)
    if not about.what_ifs:
        return
    rows = [(item.what, item.said, len(item.losers) if item.losers else NONE) for item in about.what_ifs]
    screen.table(OTHERWISE, HEADERS, rows)
    losing = [item for item in about.what_ifs if item.losers]
    if losing:
        screen.print()
        screen.print(INTERNAL)
    for item in losing:
        said: list[object] = [moved(people, effect) for effect in item.losers[:MOST_LISTED]]
        if len(item.losers) > MOST_LISTED:
            said.append(MORE(count=len(item.losers) - MOST_LISTED))
        screen.print(LOSERS(what=item.what, students=said))
