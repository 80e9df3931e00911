"""Who gains, loses or moves, by name, with what they have in both plans. For the office alone."""

from __future__ import annotations

from dataclasses import dataclass

from models.order import natural
from models.plan import Enrolment, SeatMode
from models.text import LANGS, Message, Text, joined
from models.time import SHORT_WEEKDAYS, format_clock
from reports.compare.comparison import Comparison
from reports.compare.people import StudentChange, Turn
from reports.export.source import Source
from reports.export.words import MODE

TURNS = {
    Turn.GAINS: Text("выигрывает", "gains"),
    Turn.LOSES: Text("проигрывает", "loses"),
    Turn.MOVES: Text("переходит", "moves"),
    Turn.NEW: Text("только в варианте", "in the scenario only"),
    Turn.GONE: Text("только в исходной сети", "in the base only"),
    Turn.KEEPS: Text("без изменений", "no change"),
}
"""In the order people ask for them."""

HEADINGS = {
    Turn.GAINS: Text(
        "Выигрывают: заявка выше или место вместо отказа", "Gain: a higher choice, or a seat instead of none"
    ),
    Turn.LOSES: Text("Проигрывают: заявка ниже или отказ", "Lose: a lower choice, or no seat"),
    Turn.MOVES: Text(
        "Переходят: заявка та же, другая группа, место или время",
        "Move: the same choice, another group, place or time",
    ),
    Turn.NEW: Text("Спрос только этого варианта (пожелания)", "Demand of this scenario only (wishes)"),
    Turn.GONE: Text("Заявки только исходной сети", "Applications of the base only"),
}

NOTHING = Text("без места", "no seat")
NO_CHOICE = Text("нет заявки", "no application")


@dataclass(frozen=True)
class Learner:
    """A student with name, school and class, and what they have before and after."""

    student: str
    name: str
    school: str
    class_name: str
    turn: Turn
    before: Text | Message
    after: Text | Message


def learners(item: Comparison) -> list[Learner]:
    """All for whom something changes, by what changes, school, class and name."""
    order = list(TURNS)
    found = [_learner(item, change) for change in item.students if change.turn is not Turn.KEEPS]
    return sorted(
        found,
        key=lambda one: (
            order.index(one.turn),
            natural(one.school),
            natural(one.class_name),
            one.name,
            natural(one.student),
        ),
    )


def _learner(item: Comparison, change: StudentChange) -> Learner:
    source = item.scenario.source if item.scenario.source.student(change.student) else item.base.source
    known = source.student(change.student)
    return Learner(
        change.student,
        source.people.student(change.student),
        source.institution_name(change.institution),
        known.class_name if known else "",
        change.turn,
        seats(item.base.source, change.student),
        seats(item.scenario.source, change.student),
    )


def seats(source: Source, student: str) -> Text:
    """The groups of a student, each with its course, place, day and time."""
    held = sorted(source.plan.seats_of.get(student, ()), key=lambda one: natural(one.group))
    if held:
        return joined(_seat(source, one) for one in held)
    return NOTHING if student in source.network.choices_by_student else NO_CHOICE


def _seat(source: Source, enrolment: Enrolment) -> Text:
    """``Программирование (УСОШ № 2, вт 15:00)``; of practice the site; whether it is remote."""
    group = source.plan.group_by_id[enrolment.group]
    place: str | Text = source.held_at(group, source.group_centre(group))
    if enrolment.site:
        place = source.institution_name(enrolment.site)
    parts = []
    for lang in LANGS:
        times = ", ".join(
            f"{SHORT_WEEKDAYS[session.weekday - 1].in_(lang)}\u00a0{format_clock(session.start)}"
            for session in group.sessions
        )
        name = place if isinstance(place, str) else place.in_(lang)
        mode = MODE[enrolment.mode].in_(lang) if enrolment.mode is SeatMode.REMOTE else ""
        told = ", ".join(part for part in (name, mode, times) if part)
        parts.append(f"{source.course_title(group.course)} ({told})")
    return Text(parts[0], parts[1])
