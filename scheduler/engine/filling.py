"""Gives away seats that a search cut short has left free beside a refusal.

A plan whose first levels are proven has none of them. Every move seats a student in something wished
for more and takes nothing from anybody, so no earlier level gets worse and one gets better.
"""

from __future__ import annotations

from models.network import Network
from models.plan import Direction, Group, Plan, Ride
from models.tables import Choice, ChoiceKind
from scheduler.engine.extract import make_enrolment
from scheduler.engine.free_seats import give_free_seats
from scheduler.engine.office import Office
from scheduler.engine.refusals import unserved_choices


def fill_free_seats(network: Network, plan: Plan) -> Plan:
    """The plan after all such moves, best ranks first; the same plan if there are none.

    Where the goals put something else above wishes, a free seat may be meant, and nothing is moved.
    """
    if not network.wishes_come_first:
        return plan
    moved = True
    while moved:
        moved = False
        office = Office(network, plan)
        for choice in sorted(unserved_choices(network, plan), key=lambda c: (c.rank, c.student)):
            seat = office.free_seat(choice)
            if seat is not None:
                plan = _move(network, plan, choice, *seat)
                office = office.after(plan)
                moved = True
    if any(_touches_programme(office, choice) for choice in unserved_choices(network, plan)):
        return give_free_seats(network, plan)
    return plan


def _touches_programme(office: Office, choice: Choice) -> bool:
    """Whether the choice is a programme, or the student would leave one for it, and every course of it has an
    open group with a place."""
    network = office.network
    leaves = choice.kind is ChoiceKind.ALTERNATIVE and any(
        network.course_by_id[seat.course].programme for seat in office.plan.seats_of.get(choice.student, [])
    )
    return (leaves or choice.course in network.programme_courses) and all(
        any(office.has_some_place(course, group) for group in office.open_groups.get(course.id, []))
        for course in network.courses_of(choice.course)
    )


def _move(
    network: Network,
    plan: Plan,
    choice: Choice,
    group: Group,
    site: str,
    rides: list[tuple[str, Direction, str, str, str]],
) -> Plan:
    """Seats the student in the group; an alternative seat held until now is given up."""
    student = network.student_by_id[choice.student]
    kinds = {c.rank: c.kind for c in network.choices_by_student[student.id]}
    left = {
        seat.group
        for seat in plan.seats_of.get(student.id, [])
        if choice.kind is ChoiceKind.ALTERNATIVE and kinds.get(seat.rank) is ChoiceKind.ALTERNATIVE
    }
    left_sessions = {session.id for name in left for session in plan.group_by_id[name].sessions}
    enrolments = [e for e in plan.enrolments if not (e.student == student.id and e.group in left)]
    course = network.course_by_id[group.course]
    enrolments.append(make_enrolment(student, choice, group.id, course, site))
    kept = [r for r in plan.rides if not (r.student == student.id and r.session in left_sessions)]
    kept += [
        Ride(student=student.id, session=session, direction=direction, run=run, board=board, alight=alight)
        for session, direction, run, board, alight in rides
    ]
    return plan.replace(
        enrolments=tuple(sorted(enrolments, key=lambda item: (item.student, item.group))),
        rides=tuple(sorted(kept, key=lambda item: (item.student, item.session, item.direction))),
    )
