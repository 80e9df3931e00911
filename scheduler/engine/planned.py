"""A plan in the words of the engine: placements, sites, remote members, riders."""

from __future__ import annotations

from collections import Counter

from models.network import Network
from models.plan import Enrolment, Plan, SeatMode, Session, session_ordinal
from models.tables import Course
from scheduler.engine.candidates import Placement


def placement_of(network: Network, course: Course, session: Session) -> Placement:
    """Where and when a session of a plan is."""
    return Placement(
        course.id,
        session_ordinal(session.id),
        session.centre,
        session.weekday,
        session.start,
        session.end,
        network.school_calendar.mask_of_iso(session.weeks),
    )


def site_of(network: Network, seat: Enrolment, session: Session) -> str:
    """The institution where a student of a plan attends a session."""
    if seat.mode is SeatMode.REMOTE:
        return network.student_by_id[seat.student].institution
    return seat.site or network.centre_by_id[session.centre].institution


def num_remote(plan: Plan, group: str) -> int:
    """How many members of a group are remote."""
    return sum(seat.mode is SeatMode.REMOTE for seat in plan.members.get(group, []))


def count_riders(plan: Plan) -> Counter[tuple[str, int, str]]:
    """(run, weekday, ISO week) → students on it."""
    return Counter((run, weekday, week) for _, run, weekday, week in riding(plan))


def riding(plan: Plan) -> set[tuple[str, str, int, str]]:
    """Who rides when: (student, run, weekday, ISO week)."""
    sessions = {session.id: session for _, session in plan.sessions()}
    return {
        (ride.student, ride.run, sessions[ride.session].weekday, week)
        for ride in plan.rides
        for week in sessions[ride.session].weeks
    }
