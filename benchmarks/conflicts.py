"""Measures how long setka takes to name the locks that cannot hold together; prints a Markdown table.

    python -m benchmarks.conflicts NETWORK PLAN [--locks 200] [--limit S]

The locks are taken from the plan, so that they hold together: day, start, centre, room and teachers of every
group, then students in their groups. A row plants one contradiction among them, the last row all of them.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from instances import read
from models.network import Network
from models.outcome import Infeasible
from models.plan import Group, Plan
from models.tables import Lock
from scheduler.engine.settings import Settings
from scheduler.engine.why_no_plan import why_no_plan

REASON = "—"


def locks_of(plan: Plan) -> Iterator[Lock]:
    """What a plan decides, as locks: groups first, then seats."""
    for group in plan.groups:
        for ordinal, session in enumerate(group.sessions, start=1):
            at = {"group": group.id, "session": ordinal, "reason": REASON}
            yield Lock(weekday=session.weekday, **at)
            yield Lock(start=session.start, **at)
            if session.room:
                yield Lock(room=session.room, **at)
        yield Lock(group=group.id, centre=group.sessions[0].centre, reason=REASON)
        for teacher in group.sessions[0].teachers:
            yield Lock(group=group.id, teacher=teacher, reason=REASON)
    for seat in plan.enrolments:
        yield Lock(group=seat.group, student=seat.student, reason=REASON)


class Planter:
    """Puts contradictions among locks that hold together, each into groups of its own while there are any."""

    def __init__(self, network: Network, plan: Plan) -> None:
        self.network, self.plan = network, plan
        self.free = [group for group in plan.groups if len(group.sessions) == 1]

    def all(self) -> dict[str, tuple[list[Lock], list[Lock]]]:
        """Contradiction → the locks that give way to it, and those that make it."""
        return {
            "more than the group holds": self.crowd(),
            "teacher twice at once": self.teacher(),
            "room twice at once": self.room(),
            "two courses for one": self.greedy(),
            "centre without a room that fits": self.centre(),
            "before the lessons end": self.early(),
        }

    def _locks(self, *groups: Group) -> list[Lock]:
        """What is locked of groups, but for their students."""
        names = {group.id for group in groups}
        return [lock for lock in locks_of(self.plan) if lock.group in names and not lock.student]

    def _pair(self, *, teacher: bool) -> tuple[Group, Group]:
        """Two groups that could have one teacher (or one room): the first such pair that is free."""
        for one in self.free:
            for other in self.free:
                if one is other or one.sessions[0].room is None:
                    continue
                if self._shared(one, other) if teacher else self._neighbours(one, other):
                    self.free = [group for group in self.free if group not in (one, other)]
                    return one, other
        raise SystemExit("the plan has too few groups to plant all contradictions")

    def _shared(self, one: Group, other: Group) -> bool:
        name = one.sessions[0].teachers[0]
        return other.course in self.network.teacher_by_id[name].courses

    def _neighbours(self, one: Group, other: Group) -> bool:
        return one.sessions[0].centre == other.sessions[0].centre and other.sessions[0].room is not None

    def _as(self, one: Group, other: Group, **locked: object) -> tuple[list[Lock], list[Lock]]:
        """The other group at the time of the first one."""
        session = one.sessions[0]
        at = {"group": other.id, "reason": REASON}
        made = [
            Lock(session=1, weekday=session.weekday, start=session.start, **at),
            *(Lock(**{field: value}, **at) for field, value in locked.items()),
        ]
        return self._locks(other), made

    def teacher(self) -> tuple[list[Lock], list[Lock]]:
        one, other = self._pair(teacher=True)
        return self._as(one, other, teacher=one.sessions[0].teachers[0])

    def room(self) -> tuple[list[Lock], list[Lock]]:
        one, other = self._pair(teacher=False)
        return self._as(one, other, centre=one.sessions[0].centre, room=one.sessions[0].room)

    def crowd(self) -> tuple[list[Lock], list[Lock]]:
        """The members of a course's second group locked into the first, wherever and whenever that is."""
        for one in self.free:
            for other in self.free:
                if one.course != other.course or one is other:
                    continue
                members = [seat.student for seat in self.plan.enrolments if seat.group in (one.id, other.id)]
                most = self.network.group_max(self.network.course_by_id[one.course])
                if len(members) <= most:
                    continue
                self.free = [group for group in self.free if group not in (one, other)]
                gone = [lock for lock in locks_of(self.plan) if lock.group in (one.id, other.id)]
                kept = members[: most + 1]
                return gone, [Lock(group=one.id, student=name, reason=REASON) for name in kept]
        raise SystemExit("no course has two groups that do not fit into one")

    def greedy(self) -> tuple[list[Lock], list[Lock]]:
        """Somebody with one course locked into the group of another choice as well."""
        groups = {group.course: group for group in self.free}
        for seat in self.plan.enrolments:
            student = self.network.student_by_id[seat.student]
            for choice in self.network.choices_by_student[seat.student]:
                is_other = choice.course in groups and choice.course != seat.course
                if is_other and self.network.max_courses(student) == 1:
                    return [], [Lock(group=groups[choice.course].id, student=seat.student, reason=REASON)]
        raise SystemExit("nobody has a second choice")

    def centre(self) -> tuple[list[Lock], list[Lock]]:
        """A group at a centre of other profiles."""
        group = self.free.pop()
        course = self.network.course_by_id[group.course]
        other = next(
            c.id
            for c in self.network.centres
            if (course.centres and c.id not in course.centres)
            or (c.profiles and course.profile not in c.profiles)
            or c.status != "open"
        )
        gone = [lock for lock in self._locks(group) if lock.centre or lock.room]
        return gone, [Lock(group=group.id, centre=other, reason=REASON)]

    def early(self) -> tuple[list[Lock], list[Lock]]:
        """A group at the first start of its centre's windows, on a day on which a member has lessons."""
        for group in list(self.free):
            session = group.sessions[0]
            start = self.network.grid(session.centre, session.weekday, session.end - session.start)[0]
            if start < session.start:
                self.free.remove(group)
                at = {"group": group.id, "session": 1, "reason": REASON}
                gone = [lock for lock in self._locks(group) if lock.start is not None]
                return gone, [Lock(weekday=session.weekday, start=start, **at)]
        raise SystemExit("every group starts as early as can be")


def planted(network: Network, plan: Plan, count: int) -> Iterator[tuple[str, Network]]:
    """The network with ``count`` locks and one contradiction, one after the other, and with all of them."""
    base = list(locks_of(plan))
    cases = Planter(network, plan).all()
    for name, (gone, made) in cases.items():
        kept = [lock for lock in base if lock not in gone]
        yield name, network.replace(locks=(*kept[: count - len(made)], *made))
    gone = [lock for out, _ in cases.values() for lock in out]
    made = [lock for _, new in cases.values() for lock in new]
    kept = [lock for lock in base if lock not in gone]
    yield "all of them", network.replace(locks=(*kept[: count - len(made)], *made))


def main() -> None:
    """Prints a row for each contradiction."""
    parser = argparse.ArgumentParser()
    parser.add_argument("network")
    parser.add_argument("plan")
    parser.add_argument("--locks", type=int, default=200)
    parser.add_argument("--limit", type=float, default=60)
    given = parser.parse_args()
    reading = read(Path(given.network))
    if reading.network is None:
        raise SystemExit(f"{given.network} has faults: setka check {given.network}")
    plan = Plan.model_validate_json(Path(given.plan).read_text(encoding="utf-8"))
    print(
        "| planted | locks | conflicts, s | fewest, s | removals, s | conflicts "
        "| locks in them | fewest | removals |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for name, network in planted(reading.network, plan, given.locks):
        print(row_of(name, network, Settings(time_limit_s=given.limit)), flush=True)


def row_of(name: str, network: Network, settings: Settings) -> str:
    """One line: when the last conflict, the fewest locks and the last removal were told, and how many."""
    started, told = time.perf_counter(), list[tuple[float, Infeasible]]()
    why_no_plan(network, settings, lambda answer: told.append((time.perf_counter() - started, answer)))
    answer = told[-1][1]
    conflicts_s = min(at for at, item in told if item.conflicts == answer.conflicts)
    fewest_s = min(at for at, item in told if item.fewest == answer.fewest)
    minimal = sum(conflict.is_minimal for conflict in answer.conflicts)
    members = [len(conflict.locks) for conflict in answer.conflicts]
    return (
        f"| {name} | {len(network.locks)} | {conflicts_s:.1f} | {fewest_s:.1f} | {told[-1][0]:.1f} "
        f"| {len(members)}, minimal {minimal} | {members} | {len(answer.fewest)} | {len(answer.removals)} |"
    )


if __name__ == "__main__":
    main()
