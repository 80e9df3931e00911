"""Counts the riders of each run week by week, and compares each ride with the run's stops."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.network import Network
from models.plan import Plan
from models.rules.bus_seats import RULE
from models.text import Text
from reports.audit import say
from reports.audit.facts import facts_of
from reports.audit.riders import fullest_weeks
from reports.audit.ways import ride_trials

FULL = Text(
    "Рейсом {run} ({day}) на неделе {week} едут {riders} чел., а мест {seats}.",
    "{riders} students ride run {run} ({day}) in week {week}, which has {seats} seats.",
)
FEWER = Text(
    "Пересадите {excess} чел. на другой рейс или дайте больший автобус.",
    "Move {excess} students to another run or order a bigger bus.",
)
UNFIT = Text(
    "Поездка обучающегося {student} рейсом {run} от «{board}» до «{alight}» не подходит к занятию "
    "{session} ({when}): рейс не идёт в этот день или через эти остановки.",
    "The ride of student {student} on run {run} from {board} to {alight} does not fit session "
    "{session} ({when}): the run does not go on that day or by those stops.",
)
OTHER = Text("Исправьте рейс или остановки поездки.", "Correct the run or the stops of the ride.")


def check(network: Network, plan: Plan) -> Iterator[Finding]:
    """A run with more riders than seats, and a ride that is not on the run's way.

    A ride that is on the run's way but late or too long is named by `travel_time` and `way_home`.
    """
    for run, weekday, week, students in fullest_weeks(network, plan):
        excess = len(students) - run.seats
        if excess > 0:
            yield say.finding(
                RULE,
                FULL(
                    run=run.id,
                    day=say.weekday(weekday),
                    week=say.week(network, week),
                    riders=len(students),
                    seats=run.seats,
                ),
                FEWER(excess=excess),
                who=(run.id, *students),
                excess=excess,
                unit=say.STUDENTS,
            )
    facts = facts_of(network, plan)
    visits = {(a.student.id, a.meeting.id): a for a in facts.attendances}
    for (student, session, _), ride in facts.rides.items():
        attendance = visits.get((student, session))
        if attendance is None or ride.run not in network.run_by_id:
            continue
        when = attendance.meeting.when
        if not ride_trials(network, attendance.student, attendance.place, when, ride):
            yield say.finding(
                RULE,
                UNFIT(
                    student=student,
                    run=ride.run,
                    board=ride.board,
                    alight=ride.alight,
                    session=session,
                    when=say.moment(when),
                ),
                OTHER(),
                who=(student, session, ride.run),
            )
