"""A student attends on no more days of any week than the network's rules allow."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from scheduler.engine.expressions import total
from scheduler.engine.loads import most_sessions
from scheduler.engine.peaks import Use, peaks
from scheduler.engine.presence import Visit, any_of, visits

if TYPE_CHECKING:
    from scheduler.engine.expressions import Expr
    from scheduler.engine.model import PlanModel


def encode(model: PlanModel) -> None:
    """One literal a student, weekday and part of the year: at least one session then."""
    network = model.network
    cap = network.rules.max_evenings
    for student in model.student_seats:
        if most_sessions(model, student) <= cap:
            continue
        by_weeks = [(Use(visit.seat.group.id, visit.weeks), visit) for visit in visits(model, student)]
        evenings: list[list[Expr]] = []
        for found in peaks(by_weeks, model.week_atoms):
            by_day: dict[int, list[Visit]] = defaultdict(list)
            for visit in found:
                by_day[visit.weekday].append(visit)
            evenings.append(
                [
                    any_of(model, that_day, f"evening[{student},{weekday}]")
                    for weekday, that_day in by_day.items()
                ]
            )
        raised, extra = [], []
        for choice in network.choices_by_student[student]:
            if choice.course in network.programme_courses:
                weekly = sum(c.weekly_sessions for c in network.programme_courses[choice.course])
                if weekly > cap:
                    raises = model.cp.new_bool_var(f"raises_evenings[{student},{choice.course}]")
                    model.cp.add_implication(raises, model.served[student, choice.course])
                    raised.append(raises)
                    extra.append((weekly - cap) * raises)
        if len(raised) > 1:  # the longest programme sets the cap; two do not add up
            model.cp.add_at_most_one(raised)
        for days in evenings:
            model.require("evenings", total(days) <= cap + total(extra))
