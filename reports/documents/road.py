"""How a student gets to the sessions and back, in the words of an agreement with the parents."""

from __future__ import annotations

from collections import defaultdict

from models.order import natural
from models.plan import Direction
from models.tables import Student
from models.time import WEEKDAYS, format_clock
from reports.documents.students import seats_of
from reports.export.source import Source
from reports.views.ways import Way, ways
from reports.views.week import Meeting

TO, FROM = "едет к месту занятий школьным автобусом", "едет с занятий школьным автобусом"


def road(source: Source, student: Student, held: dict[str, list[Meeting]]) -> str:
    """What follows «Обучающийся»: the runs of the school bus with weekdays, stops and escort, and whether
    the student goes alone where there is no bus."""
    there, back = (_rides(source, student, held, direction) for direction in Direction)
    manner = "самостоятельно" if student.may_travel_alone else "в сопровождении взрослого"
    if not there and not back:
        return f"следует к месту занятий и обратно {manner}"
    told = f"{TO} ({there})" if there else f"{FROM} ({back})"
    both = f" и обратно ({back})" if there and back else ""
    return f"{told}{both}; остальной путь следует {manner}"


def _rides(source: Source, student: Student, held: dict[str, list[Meeting]], direction: Direction) -> str:
    """``вторник: рейс Р1, Липки 14:00 — Заозёрск 14:40, сопровождающий: учитель``; empty for none."""
    days: dict[Way, set[int]] = defaultdict(set)
    for seat in seats_of(source, student.id):
        for meeting in held.get(seat.group, []):
            way = ways(source).get((student.id, meeting.session, direction))
            if way is not None and way.run:
                days[way].add(meeting.weekday)
    found = sorted(days.items(), key=lambda item: (sorted(item[1]), natural(item[0].run)))
    return "; ".join(
        f"{', '.join(WEEKDAYS[day - 1].ru for day in sorted(on))}: {_ride(source, way)}" for way, on in found
    )


def _ride(source: Source, way: Way) -> str:
    escort = source.network.run_by_id[way.run].escort
    stops = f"{_stop(way.board, way.board_time)} — {_stop(way.alight, way.alight_time)}"
    return ", ".join((f"рейс {way.run}", stops, *([f"сопровождающий: {escort}"] if escort else [])))


def _stop(name: str, time: int | None) -> str:
    return name if time is None else f"{name} {format_clock(time)}"
