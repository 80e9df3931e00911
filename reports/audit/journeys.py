"""The ways of enrolled students that fail, told alike for the way there and the way home."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Direction, Plan
from models.rule import Rule
from models.text import Text
from reports.audit import limits, say
from reports.audit.facts import facts_of
from reports.audit.ways import best, free, free_or_run, ride_trials

ADD_RIDE = Text(
    "Поездка не записана: запишите обучающегося на подходящий рейс ({runs}).",
    "A ride is missing: give the student a seat on a run that fits ({runs}).",
)
OTHER_RIDE = Text(
    "Запишите обучающегося на другой рейс или перенесите занятие.",
    "Give the student a seat on another run or move the session.",
)
MOVE = Text(
    "Перенесите занятие, переведите обучающегося в другую группу или измените подвоз.",
    "Move the session, or the student to another group, or change the rides.",
)


def failed_ways(
    network: Network,
    plan: Plan,
    direction: Direction,
    rule: Rule,
    *,
    late: Text,
    too_long: Text,
    no_way: Text,
) -> Iterator[Finding]:
    """A finding for each student and session without an admissible way in one direction.

    With a ride recorded the ride is judged (one that does not fit the run's stops at all is left to
    `bus_seats`), without one the best free way. The number is that of minutes missing or over.
    """
    facts = facts_of(network, plan)
    there = direction is Direction.THERE
    for attendance in facts.attendances:
        student, place, when = attendance.student, attendance.place, attendance.meeting.when
        ride = facts.rides.get((student.id, attendance.meeting.id, direction))
        if ride is not None:
            trials = ride_trials(network, student, place, when, ride)
            if not trials:
                continue
        else:
            trials = free(network, student, place, when, direction)
        trial = best(trials)
        if trial is not None and trial.admissible:
            continue
        fitting = [
            way.means
            for way in free_or_run(network, student, place, when, there)
            if way.admissible and way.means in network.run_by_id
        ]
        text = no_way if trial is None else late if trial.late >= trial.over else too_long
        if fitting and ride is None:
            cure = ADD_RIDE(runs=list(dict.fromkeys(fitting)))
        else:
            cure = OTHER_RIDE() if fitting else MOVE()
        norm = "ride_error" if text is too_long else "arrival_buffer"
        yield say.finding(
            rule,
            text(
                student=student.id,
                session=attendance.meeting.id,
                when=say.moment(when),
                minutes=trial.minutes if trial else None,
                missing=trial.missing if trial else None,
            ),
            cure,
            who=(student.id, attendance.meeting.id),
            excess=trial.missing if trial else None,
            unit=say.MINUTES,
            clause=limits.clause(network, norm) if norm in rule.norms else "",
        )
