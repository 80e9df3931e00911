"""Shows what became of the choices of one student, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.text import Message, Text
from models.time import SHORT_WEEKDAYS, format_clock
from scheduler.cli.lookup import NAMED
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.changes import Catalogue
    from models.people import People
    from models.tables import Choice
    from scheduler.explain.cures import Search
    from scheduler.explain.desk import Desk
    from scheduler.explain.effects import Effect
    from scheduler.explain.refusals import Answer

INTERNAL = Text(
    "Содержит персональные данные. Не для размещения в сети Интернет",
    "Contains personal data. Not for publication on the Internet",
)
WHO = Text("{student}: {school}, {class_name}", "{student}: {school}, {class_name}")
CHOICES = Text("Заявки", "Choices")
HEADERS = (
    Text("Очерёдность", "Rank"),
    Text("Курс", "Course"),
    Text("Итог", "Result"),
)
NO_CHOICES = Text("Заявок нет.", "There are no choices.")
SERVED = Text("место в группе {groups}", "a seat in {groups}")
SERVED_IN_SEVERAL = Text("место в группах {groups}", "seats in {groups}")
SEAT = Text("{group} ({when})", "{group} ({when})")
WHEN = Text("{weekday} {start}, {centre}", "{weekday} {start}, {centre}")
REFUSED = Text("отказ", "refused")
NOT_NEEDED = Text("не понадобилась", "not needed")
WHY = Text("Почему отказано: «{course}» (очерёдность {rank})", "Why refused: {course} (rank {rank})")
LINE = Text("  {line}", "  {line}")
CODE = Text("  Код: {code}", "  Code: {code}")
NO_CODE = Text("  Код: нет, решает цель", "  Code: none, a goal decides")
CODE_UNKNOWN = Text("  Код: не установлен", "  Code: not established")
RECORDED = Text(
    "  Код в плане: {recorded} (дан без решения, по заполненности и препятствиям)",
    "  Code in the plan: {recorded} (given without a solve, by occupancy and obstacles)",
)
LETTER = Text("  Для письма: {letter} {instead}", "  For the letter: {letter} {instead}")
LOSSES = Text(
    "  Для служебного пользования. В ближайшем плане с этим местом:",
    "  For the office only. In the nearest plan with this seat:",
)
NOBODY = Text(
    "  В ближайшем плане с этим местом у других ничего не меняется.",
    "  In the nearest plan with this seat nothing changes for others.",
)
LOSS = Text("    {fate}: {students}", "    {fate}: {students}")
FATE = {
    "loses": Text("теряют", "lose"),
    "moves": Text("переходят или занимаются в другое время", "move, or meet at another time"),
    "gains": Text("выигрывают", "gain"),
}
MOVED = Text("{student}: {before} → {after}", "{student}: {before} → {after}")
NO_SEAT = Text("без места", "no seat")
CURE = Text(
    "  Наименьшее изменение (цена {cost}; у других ничего не меняется, проверено): {changes}.",
    "  The smallest change (cost {cost}; nothing changes for others, checked): {changes}.",
)
CURE_SO_FAR = Text(
    "  Помогло бы (цена {cost}, проверено; дешевле за отведённое время не найдено, но возможно): {changes}.",
    "  This would help (cost {cost}, checked; nothing cheaper was found in the time, but there may be): "
    "{changes}.",
)
NO_CURE = Text(
    "  Из перечня изменений в его пределах не помогает ничего.",
    "  Nothing in the catalogue of changes helps within its limits.",
)
CURE_UNKNOWN = Text(
    "  Наименьшее изменение за отведённое время не найдено.",
    "  The smallest change was not found in the time given.",
)
MOST_LISTED = 12
MORE = Text("и ещё {count}", "and {count} more")


def show_student(
    screen: Screen, desk: Desk, people: People, student: str, catalogue: Catalogue, seconds: float
) -> None:
    """Prints every choice with its result, and an answer for each refused one."""
    from scheduler.explain.cures import smallest_change
    from scheduler.explain.refusals import why_refused

    network = desk.network
    who = network.student_by_id[student]
    screen.print(INTERNAL)
    school = network.institution_by_id[who.institution].name
    screen.print(WHO(student=named(people, student), school=school, class_name=who.class_name))
    choices = network.choices_by_student.get(student, [])
    if not choices:
        screen.print(NO_CHOICES)
        return
    refused = [choice for choice in desk.unserved if choice.student == student]
    rows = [(choice.rank, _title(desk, choice), _result(desk, choice, refused)) for choice in choices]
    screen.table(CHOICES, HEADERS, rows)
    for choice in refused:
        show_answer(screen, desk, people, why_refused(desk, choice, seconds))
        show_cure(screen, smallest_change(desk, choice, catalogue, seconds))


def show_answer(screen: Screen, desk: Desk, people: People, answer: Answer) -> None:
    """Prints one answer: the true sentence, the code, the sentence for the letter, and who would lose."""
    screen.print()
    screen.print(WHY(course=_title(desk, answer.choice), rank=answer.choice.rank))
    screen.print(LINE(line=answer.office))
    if answer.code is not None:
        screen.print(CODE(code=answer.code))
    else:
        screen.print(NO_CODE if answer.outcome == "worse" else CODE_UNKNOWN)
    if answer.recorded is not None and answer.recorded != answer.code:
        screen.print(RECORDED(recorded=answer.recorded))
    screen.print(LETTER(letter=answer.letter, instead=answer.instead))
    if answer.losses:
        screen.print(LOSSES)
        _show_effects(screen, people, answer.losses)
    elif answer.verdict.is_settled:
        screen.print(NOBODY)


def show_cure(screen: Screen, search: Search) -> None:
    """Prints the smallest change, or that none is known."""
    if search.cure is None:
        screen.print(NO_CURE if search.is_complete else CURE_UNKNOWN)
        return
    text = CURE if search.is_complete else CURE_SO_FAR
    screen.print(text(changes=search.cure.text, cost=search.cure.cost))


def _show_effects(screen: Screen, people: People, effects: Sequence[Effect]) -> None:
    for fate, text in FATE.items():
        found = [effect for effect in effects if effect.fate == fate]
        said: list[Message] = [moved(people, effect) for effect in found[:MOST_LISTED]]
        if len(found) > MOST_LISTED:
            said.append(MORE(count=len(found) - MOST_LISTED))
        if said:
            screen.print(LOSS(fate=text, students=said))


def moved(people: People, effect: Effect) -> Message:
    """A student with the groups before and after."""
    return MOVED(
        student=named(people, effect.student),
        before=list(effect.before) or NO_SEAT,
        after=list(effect.after) or NO_SEAT,
    )


def named(people: People, student: str) -> Message | str:
    """The id with the name behind it, if it is known."""
    name = people.student(student)
    return student if name == student else NAMED(id=student, name=name)


def _title(desk: Desk, choice: Choice) -> str:
    from scheduler.explain.desk import title_of

    return title_of(desk.network, choice.course)


def _result(desk: Desk, choice: Choice, refused: Sequence[Choice]) -> Message | Text:
    if choice in refused:
        return REFUSED
    seats = [seat for seat in desk.plan.seats_of.get(choice.student, []) if seat.rank == choice.rank]
    if not seats:
        return NOT_NEEDED
    return (SERVED if len(seats) == 1 else SERVED_IN_SEVERAL)(
        groups=[_seat(desk, seat.group) for seat in seats]
    )


def _seat(desk: Desk, group: str) -> Message:
    sessions = desk.plan.group_by_id[group].sessions
    return SEAT(
        group=group,
        when=[
            WHEN(
                weekday=SHORT_WEEKDAYS[session.weekday - 1],
                start=format_clock(session.start),
                centre=session.centre,
            )
            for session in sessions
        ],
    )
