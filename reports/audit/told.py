"""What the sentence of a refusal says in the program's own words and the plan can confirm: groups and their
fill, the place on the waiting list, the number of the lottery, a run. Whatever else is said is free text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from models.lottery import numbers
from models.network import Network
from models.plan import Group, Plan, Refusal, RefusalCode
from models.tables import Choice, Course
from models.text import Message, Text
from reports.audit.envy import standing
from reports.audit.shown import Refused
from reports.audit.sizes import largest, smallest

Key = tuple[str, str, int]
"""Student, course or programme, and rank of a choice."""

OPEN = Text("открыты группы {groups}", "the open groups are {groups}")
NOT_OPEN = Text("ни одна группа курса не открыта", "no group of the course is open")
FILL = Text("в группе {group} {size} из {most}", "group {group} has {size} of {most}")
MEMBER = Text("обучающийся занимается в группах {groups}", "the student is in groups {groups}")
NO_MEMBER = Text("обучающийся не занимается ни в одной группе", "the student is in no group")
NO_RUN = Text("такого рейса нет", "there is no such run")
LEAST = Text("в группе {group} нужно не меньше {least}", "group {group} needs at least {least}")
SEED = Text("жребий {seed}", "lottery {seed}")
PLACE = Text("{place}-е место из {waiting}", "number {place} of {waiting}")
NOT_WAITING = Text("в листе ожидания заявки нет", "the choice is not on the waiting list")

WAITING = re.compile(r"в листе ожидания (\d+)-е место из (\d+)")
WAITS = (RefusalCode.CAPACITY, RefusalCode.LOST_TIEBREAK)
"""Codes of choices that are on the waiting list of their course."""

Truth = Message | None


def untrue(case: Refused, text: str, queue: list[Key]) -> Iterator[tuple[str, Message]]:
    """Words of a sentence that the plan contradicts, and what is true. ``queue``: the waiting list."""
    for pattern, truth in TRUTHS.items():
        for found in re.finditer(pattern, text):
            true = truth(case, found)
            if true is not None:
                yield found[0], true
    choice = case.choice
    key = (choice.student, choice.course, choice.rank)
    for found in WAITING.finditer(text):
        if key not in queue:
            yield found[0], NOT_WAITING()
        elif (int(found[1]), int(found[2])) != (queue.index(key) + 1, len(queue)):
            yield found[0], PLACE(place=queue.index(key) + 1, waiting=len(queue))


def waiting_lists(
    network: Network, plan: Plan, refusals: Iterable[tuple[Choice, Refusal]]
) -> dict[str, list[Key]]:
    """Course or programme → who waits for a seat: by rank, priority, date and, last, the plan's lottery."""
    seed = plan.lottery_seed
    drawn = {} if seed is None else numbers(network.choices_by_student, seed)

    def turn(choice: Choice) -> tuple[object, ...]:
        points, is_in_time = standing(network, choice)
        return choice.rank, -points, not is_in_time, -drawn.get(choice.student, 0), choice.student

    lists: dict[str, list[Key]] = defaultdict(list)
    for choice in sorted((choice for choice, refusal in refusals if refusal.code in WAITS), key=turn):
        lists[choice.course].append((choice.student, choice.course, choice.rank))
    return lists


def _full(case: Refused, found: re.Match[str]) -> Truth:
    """A group of the choice that is full, with so many of so many."""
    named = _open_group(case, found[1])
    if named is None:
        return _groups(case)
    size, most = case.facts.size(named[0].id), _most(case, *named)
    is_so = found[2] is None or (found[2], found[3]) == (str(size), str(most))
    return None if is_so and size >= most else FILL(group=named[0].id, size=size, most=most)


def _most(case: Refused, group: Group, course: Course) -> int:
    """The most members that the group's maximum and its rooms allow, those who are remote included."""
    rooms = [case.network.room_of(s.centre, s.room) for s in group.sessions if s.room is not None]
    remote = len(case.facts.remote(group.id))
    seats = [room.capacity + remote for room in rooms if room is not None]
    return min([largest(case.network, group, course), *seats])


def _taken(case: Refused, found: re.Match[str]) -> Truth:
    return None if _open_group(case, found[1]) else _groups(case)


def _open_group(case: Refused, id: str) -> tuple[Group, Course] | None:
    return next((named for named in case.groups if named[0].id == id), None)


def _groups(case: Refused) -> Message:
    return OPEN(groups=[group.id for group, _ in case.groups]) if case.groups else NOT_OPEN()


def _clash(case: Refused, found: re.Match[str]) -> Truth:
    seats = [seat.group.id for seat in case.facts.seats_of.get(case.student.id, ())]
    if found[1] in seats:
        return None
    return MEMBER(groups=seats) if seats else NO_MEMBER()


def _needed(case: Refused, found: re.Match[str]) -> Truth:
    """The group that the student cannot leave, and its minimum."""
    if _clash(case, found) is not None:
        return _clash(case, found)
    (seat,) = [seat for seat in case.facts.seats_of[case.student.id] if seat.group.id == found[1]][:1]
    least = smallest(case.network, seat.group, seat.course)
    return None if found[2] == str(least) else LEAST(group=found[1], least=least)


def _run(case: Refused, found: re.Match[str]) -> Truth:
    return None if found[1] in case.network.run_by_id else NO_RUN()


def _seed(case: Refused, found: re.Match[str]) -> Truth:
    seed = case.plan.lottery_seed
    return None if seed is None or found[1] == str(seed) else SEED(seed=seed)


TRUTHS: dict[str, Callable[[Refused, re.Match[str]], Truth]] = {
    r"группа (\S.*?) заполнена(?:: (\d+) из (\d+))?": _full,
    r"места практики для группы (\S.*?) заняты": _taken,
    r"дистанционные места группы (\S.*?) заняты": _taken,
    r"занято другим занятием: группа (\S.*?)(?=;|$)": _clash,
    r"без обучающегося в группе (\S.*?) стало бы меньше (\d+)": _needed,
    r"в рейсе (\S.*?) нет мест": _run,
    r"жребий (\d+)": _seed,
}
"""Words of the program → what is true instead, if they are not."""
