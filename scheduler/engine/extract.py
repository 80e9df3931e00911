"""From the values of a solution to a plan, and from a plan back to the literals that say it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from models.calendar import weeks_of
from models.network import Network
from models.plan import Direction, Enrolment, Group, Plan, Ride, SeatMode, Session, session_id
from models.tables import Choice, Course, Student
from scheduler.engine.candidates import Placement
from scheduler.engine.expressions import Literal
from scheduler.engine.model import PlanModel
from scheduler.engine.variables import CENTRE, GroupVars, Seat, Slot, WayVar

IsTrue = Callable[[Literal], bool]


def make_session(
    network: Network,
    group: str,
    course: Course,
    placement: Placement,
    room: str | None,
    teachers: tuple[str, ...],
) -> Session:
    """A group's session at a placement, with its dates: the first usable ones, the rest spare."""
    calendar = network.school_calendar
    usable = network.usable_dates(course, placement.centre, placement.weekday, placement.weeks)
    needed = course.session_dates_needed(placement.session)
    return Session(
        id=session_id(group, placement.session),
        centre=placement.centre,
        room=room,
        teachers=teachers,
        weekday=placement.weekday,
        start=placement.start,
        end=placement.end,
        weeks=tuple(calendar.iso_week(week) for week in weeks_of(placement.weeks)),
        dates=tuple(usable[:needed]),
        spare=tuple(usable[needed:]),
    )


def extract(model: PlanModel, is_true: IsTrue) -> Plan:
    """Groups, enrolments and rides of a solution, in the order of ids."""
    network = model.network
    groups, rides = [], []
    chosen: dict[tuple[str, int], Slot] = {}
    for group in model.groups.values():
        if not is_true(group.opened):
            continue
        sessions = []
        for ordinal, slots in group.slots.items():
            slot = next(slot for slot in slots if is_true(slot.chosen))
            chosen[group.id, ordinal] = slot
            room = next((room.name for room, literal in slot.rooms if is_true(literal)), None)
            teachers = tuple(sorted(name for name, literal in slot.teachers if is_true(literal)))
            sessions.append(make_session(network, group.id, group.course, slot.placement, room, teachers))
        groups.append(Group(id=group.id, course=group.course.id, sessions=tuple(sessions)))
    enrolments = []
    for seat in model.seats:
        if not is_true(seat.taken):
            continue
        site = next(name for name, literal in seat.sites.items() if is_true(literal))
        enrolments.append(make_enrolment(seat.student, seat.choice, seat.group.id, seat.group.course, site))
        for (ordinal, direction), ways in seat.ways.items():
            way = next(w for w in ways if is_true(w.taken) and fits(w, chosen[seat.group.id, ordinal]))
            if way.way.run is not None:
                rides.append(_ride(seat, ordinal, direction, way))
    return Plan(
        groups=tuple(sorted(groups, key=lambda item: item.id)),
        enrolments=tuple(sorted(enrolments, key=lambda item: (item.student, item.group))),
        rides=tuple(sorted(rides, key=lambda item: (item.student, item.session, item.direction))),
    )


def fits(way: WayVar, slot: Slot) -> bool:
    """Whether a way is one to this slot: free ways are to all, a run's to its weekday and weeks."""
    return way.weekday is None or (
        way.weekday == slot.placement.weekday and way.weeks == slot.placement.weeks
    )


def make_enrolment(student: Student, choice: Choice, group: str, course: Course, site: str) -> Enrolment:
    """A student's seat for a choice; ``site`` as in ``Seat.sites``."""
    is_remote = not course.is_practice and site != CENTRE
    return Enrolment(
        student=student.id,
        group=group,
        course=course.id,
        rank=choice.rank,
        mode=SeatMode.REMOTE if is_remote else SeatMode.SEAT,
        site=site if course.is_practice else None,
        held=not (student.consent and student.agreement),
    )


def named_site(network: Network, row: Enrolment) -> str | None:
    """The site of an enrolment as in ``Seat.sites``; ``None`` if it is remote and names a site too."""
    if row.mode is not SeatMode.REMOTE:
        return row.site or CENTRE
    course = network.course_by_id[row.course]
    is_sound = row.site is None and not course.is_practice
    return network.student_by_id[row.student].institution if is_sound else None


def _ride(seat: Seat, ordinal: int, direction: Direction, way: WayVar) -> Ride:
    return Ride(
        student=seat.student.id,
        session=session_id(seat.group.id, ordinal),
        direction=direction,
        run=way.way.run or "",
        board=way.way.board,
        alight=way.way.alight,
    )


def literals_of(model: PlanModel, plan: Plan) -> list[Literal] | None:
    """The literals that are true in a plan (all other decisions false); ``None`` if one is missing.

    A missing literal means that the model has no such decision, so no solution is that plan.
    """
    network, true = model.network, []
    calendar = network.school_calendar
    for group in plan.groups:
        variables = model.groups.get(group.id)
        if variables is None or len(group.sessions) != len(variables.slots):
            return None
        true.append(variables.opened)
        for session in group.sessions:
            weeks = calendar.mask_of_iso(session.weeks)
            ordinal = int(session.id.rpartition(".")[2])
            slot = next(
                (
                    slot
                    for slot in variables.slots.get(ordinal, [])
                    if slot.placement.centre == session.centre
                    and slot.placement.weekday == session.weekday
                    and slot.placement.start == session.start
                    and slot.placement.weeks == weeks
                ),
                None,
            )
            if slot is None:
                return None
            rooms = {room.name: literal for room, literal in slot.rooms}
            teachers = dict(slot.teachers)
            fitting_rooms = set(rooms) or {""}
            if not set(session.teachers) <= set(teachers) or (session.room or "") not in fitting_rooms:
                return None
            true.append(slot.chosen)
            true += [rooms[session.room]] if session.room else []
            for name in session.teachers:
                true += [teachers[name], variables.teachers[name]]
    for row in plan.enrolments:
        seat = next(
            (seat for seat in model.seats_in(row.student, row.group) if seat.choice.rank == row.rank), None
        )
        site = None if seat is None else named_site(network, row)
        if seat is None or site is None or site not in seat.sites:
            return None
        true += [seat.taken, seat.sites[site]]
        literals = _ways_taken(network, plan, seat, site)
        if literals is None:
            return None
        true += literals
    return true


def _ways_taken(network: Network, plan: Plan, seat: Seat, site: str) -> list[Literal] | None:
    """The way literals of one enrolment: the ride recorded, else the free way that fits the session."""
    group = plan.group_by_id.get(seat.group.id)
    if group is None:
        return None
    taken = []
    for session in group.sessions:
        ordinal = int(session.id.rpartition(".")[2])
        weeks = network.school_calendar.mask_of_iso(session.weeks)
        for direction in Direction:
            row = plan.ride_of.get((seat.student.id, session.id, direction))
            said = (row.run, row.board, row.alight) if row else (None, "", "")
            fitting = [
                way
                for way in seat.ways[ordinal, direction]
                if way.site == site
                and (way.way.run, way.way.board, way.way.alight) == said
                and way.weekday in (None, session.weekday)
                and way.weeks in (None, weeks)
            ]
            if not fitting:
                return None
            if len(fitting) == 1:
                taken.append(fitting[0].taken)
    return taken


def timetable_literals(model: PlanModel) -> Iterator[Literal]:
    """All that says which groups open, when, where and with whom: everything but seats and ways."""
    for group in model.groups.values():
        yield from timetable_of(group)


def timetable_of(group: GroupVars) -> Iterator[Literal]:
    """The same of one group."""
    yield group.opened
    yield from group.teachers.values()
    for slot in group.all_slots():
        yield slot.chosen
        yield from (literal for _, literal in (*slot.rooms, *slot.teachers))
