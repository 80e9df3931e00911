"""Locks and permissions that name what is not there or cannot be."""

from __future__ import annotations

from instances.validate.draft import Draft
from models.network import split_group_id
from models.text import Text
from models.time import format_clock

NO_SESSION = Text(
    "у курса «{course}» занятий в неделю: {count}", "the course '{course}' has {count} sessions a week"
)
FIX_SESSION = Text("Укажите номер от 1 до {count}.", "Give a number from 1 to {count}.")
FOREIGN_ROOM = Text("в центре «{centre}» нет такого кабинета", "the centre '{centre}' has no such room")
FIX_ROOM = Text("Проверьте центр и кабинет.", "Check centre and room.")
CANNOT_TEACH = Text("учитель не ведёт курс «{course}»", "the teacher does not teach the course '{course}'")
ADD_COURSE = Text(
    "Впишите курс учителю или закрепите другого.", "Enter the course beside the teacher or lock another one."
)
NOT_CHOSEN = Text(
    "обучающийся не выбирал курс «{course}»", "the student did not choose the course '{course}'"
)
ADD_CHOICE = Text("Добавьте заявку или снимите закрепление.", "Add the choice or take the lock off.")
BEYOND = Text(
    "группы с таким номером быть не может: заявок на курс {count}",
    "there cannot be a group of that number: {count} students chose the course",
)
MORE_GROUPS = Text(
    "у курса «{course}» групп не больше {most}", "the course '{course}' has at most {most} groups"
)
RAISE_IT = Text(
    "Исправьте номер группы или «Групп не больше» у курса.",
    "Correct the number of the group, or the largest number of groups of the course.",
)
COUNT_ON = Text("Нумеруйте группы курса подряд с 1.", "Number the groups of a course from 1 on.")
NO_WINDOW = Text("в {start} занятие не помещается ни в одно окно", "at {start} the session fits no window")
FIX_START = Text("Укажите время внутри окон сети или центра.", "Give a time inside the windows.")
NOT_OPEN = Text("центр не открыт", "the centre is not open")
OPEN_IT = Text("Откройте центр или укажите другой.", "Open the centre or name another one.")
SUNDAY = Text("по воскресеньям занятий нет", "there are no sessions on Sundays")
OTHER_DAY = Text("Укажите другой день.", "Give another day.")
SIZES = Text("наименьшая группа больше наибольшей", "the smallest size exceeds the largest")
SWAP = Text("Исправьте числа.", "Correct the numbers.")
NO_SIZE = Text("разрешение ничего не разрешает", "the permission permits nothing")
GIVE_SIZE = Text("Впишите «Группа от» или «Группа до».", "Enter the smallest or the largest size.")


def check(draft: Draft) -> None:
    """Reports on every lock and permission."""
    for index in range(len(draft.network.locks)):
        _check_lock(draft, index)
    for index, permission in enumerate(draft.network.permissions):
        _check_ordinal(draft, "permissions", index, permission.group)
        low, high = permission.min_size, permission.max_size
        if low is None and high is None:
            draft.bad("permissions", index, "min_size", NO_SIZE(), GIVE_SIZE())
        elif low is not None and high is not None and low > high:
            draft.bad("permissions", index, "max_size", SIZES(), SWAP())


def _check_ordinal(draft: Draft, table: str, index: int, group: str) -> None:
    """A course has no more groups than it says itself, or than students who chose it."""
    network = draft.network
    name, ordinal = split_group_id(group)
    course = network.course_by_id[name]
    if course.max_groups is not None:
        if ordinal > course.max_groups:
            draft.bad(table, index, "group", MORE_GROUPS(course=name, most=course.max_groups), RAISE_IT())
        return
    count = len({c.student for c in network.choices if course in network.courses_of(c.course)})
    if ordinal > max(1, count) and draft.is_whole("choices") and draft.is_whole("courses"):
        draft.bad(table, index, "group", BEYOND(count=count), COUNT_ON())


def _check_lock(draft: Draft, index: int) -> None:
    network = draft.network
    lock = network.locks[index]
    course = network.course_by_id[split_group_id(lock.group)[0]]
    _check_ordinal(draft, "locks", index, lock.group)
    count = course.weekly_sessions
    if lock.session is not None and lock.session > count:
        problem = NO_SESSION(course=course.id, count=count)
        draft.bad("locks", index, "session", problem, FIX_SESSION(count=count))
    if lock.room and lock.centre and network.room_of(lock.centre, lock.room) is None:
        draft.bad("locks", index, "room", FOREIGN_ROOM(centre=lock.centre), FIX_ROOM())
    if lock.teacher and course.id not in network.teacher_by_id[lock.teacher].courses:
        draft.doubt("locks", index, "teacher", CANNOT_TEACH(course=course.id), ADD_COURSE())
    if lock.student:
        chosen = network.choices_by_student.get(lock.student, [])
        if not any(course in network.courses_of(choice.course) for choice in chosen):
            draft.doubt("locks", index, "student", NOT_CHOSEN(course=course.id), ADD_CHOICE())
    if lock.centre and network.centre_by_id[lock.centre].status.value != "open":
        draft.doubt("locks", index, "centre", NOT_OPEN(), OPEN_IT())
    if lock.weekday == 7:
        draft.doubt("locks", index, "weekday", SUNDAY(), OTHER_DAY())
    elif lock.start is not None:
        minutes = network.session_minutes(course)
        days = [lock.weekday] if lock.weekday is not None else range(1, 7)
        centres = [lock.centre] if lock.centre else [centre.id for centre in network.centres]
        inside = any(
            window.weekday == day and window.start <= lock.start and lock.start + minutes <= window.end
            for centre in centres
            for day in days
            for window in (network.centre_by_id[centre].windows or network.rules.windows)
        )
        if not inside:
            draft.doubt("locks", index, "start", NO_WINDOW(start=format_clock(lock.start)), FIX_START())
