"""Why a student was refused in a plan: what its groups, seats and rides leave free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.calendar import weeks_of
from models.network import Network, windows_admit
from models.plan import (
    Direction,
    Enrolment,
    Group,
    Plan,
    RefusalCode,
    SeatMode,
    Session,
)
from models.tables import Choice, ChoiceKind, Course, LoadCategory, Student
from models.text import Message
from scheduler.engine.candidates import (
    NO_PAUSE,
    Attendance,
    Placement,
    Way,
    is_remote,
    pause_between,
    sites_for,
)
from scheduler.engine.clashes import clash
from scheduler.engine.obstacles import Obstacles, by_rule
from scheduler.engine.planned import count_riders, num_remote, placement_of, riding, site_of
from scheduler.engine.refusal_words import (
    BY_DATE,
    BY_LOTTERY,
    BY_PRIORITY,
    CLASH,
    COURSES,
    EVENINGS,
    FULL,
    HOURS,
    NEEDED_THERE,
    NO_GROUP_LEFT,
    NO_PLACE,
    NO_RESOURCES,
    NO_SEATS,
    NOT_TOGETHER,
    PASSED_OVER,
    PLACES_FULL,
    REMOTE_FULL,
    TIEBREAK,
    Why,
    lessons,
)
from scheduler.engine.variables import CENTRE
from scheduler.rules import WAYS
from scheduler.rules.daily_load import free_lessons
from scheduler.rules.weekly_load import free_hours


@dataclass(frozen=True)
class _Seating:
    """A group the student could join, at a site."""

    group: Group
    site: str


class Office:
    """Answers "why not?" for one plan; what several answers need is computed once.

    ``ties``: say of a full group by what its members came first, where they are equal in all else.
    """

    def __init__(
        self, network: Network, plan: Plan, *, ties: bool = True, obstacles: Obstacles | None = None
    ) -> None:
        self.network, self.plan, self.ties = network, plan, ties
        self.obstacles = obstacles or Obstacles(network)
        self.open_groups: dict[str, list[Group]] = {}
        for group in plan.groups:
            self.open_groups.setdefault(group.course, []).append(group)
        self._unopened: dict[str, Why] = {}
        self._riders, self._riding = count_riders(plan), riding(plan)

    def after(self, plan: Plan) -> Office:
        """The same office for a changed plan."""
        return Office(self.network, plan, ties=self.ties, obstacles=self.obstacles)

    def free_seat(
        self, choice: Choice
    ) -> tuple[Group, str, list[tuple[str, Direction, str, str, str]]] | None:
        """A seat the student could simply take for a course wished for: group, site (as in ``Seat.sites``)
        and rides; a remote one only if the group has no other.

        ``None`` if there is none, or if the group the student would leave needs every member.
        Programmes are not tried: their seats hang together.
        """
        student = self.network.student_by_id[choice.student]
        courses = self.network.courses_of(choice.course)
        if len(courses) != 1 or choice.course in self.network.programme_courses:
            return None
        course = courses[0]
        if self.obstacles.application(student, course) or self.obstacles.class_load(student, course):
            return None
        if self._needed_elsewhere(student, choice):
            return None
        for group in self.open_groups.get(course.id, []):
            if self._group(student, choice, course, group) is None:
                site = next(
                    site
                    for site in self._sites(student, course, group)
                    if self._at_site(student, choice, course, _Seating(group, site)) is None
                    and self._has_place(course, group, site)
                )
                named = site if course.is_practice or self._is_remote(course, group, site) else CENTRE
                return group, named, self._rides(student, course, group, site)
        return None

    def _sites(self, student: Student, course: Course, group: Group) -> list[str]:
        return sites_for(self.network, student, course, group.sessions[0].centre)

    def _is_remote(self, course: Course, group: Group, site: str) -> bool:
        return is_remote(self.network, course, group.sessions[0].centre, site)

    def _rides(
        self, student: Student, course: Course, group: Group, site: str
    ) -> list[tuple[str, Direction, str, str, str]]:
        """Rides with a seat where no free way leads."""
        rides = []
        for session in group.sessions:
            attendance = Attendance(student, placement_of(self.network, course, session), site)
            for direction, module in zip(Direction, WAYS.values(), strict=True):
                ways = module.ways(self.network, attendance)
                if any(way.run is None for way in ways):
                    continue
                way = next(way for way in ways if self._no_seat(student, [way], session) is None)
                rides.append((session.id, direction, way.run or "", way.board, way.alight))
        return rides

    def _needed_elsewhere(self, student: Student, choice: Choice) -> tuple[Group, int] | None:
        """The group (and its minimum) that would become too small if the student left it for the choice."""
        for seat in self.plan.seats_of.get(student.id, []):
            if self._kept(seat, choice):
                continue
            group = self.plan.group_by_id[seat.group]
            course = self.network.course_by_id[group.course]
            least = self.network.group_min(course, group.sessions[0].centre, group.id)
            locked = any(lock.student == student.id and lock.group == group.id for lock in self.network.locks)
            if locked or course.programme or len(self.plan.members[group.id]) <= least:
                return group, least
        return None

    # --- one choice ----------------------------------------------------------------------------

    def why(self, choice: Choice) -> Why:
        """The code and sentence for one refused choice; a programme's is that of its first obstacle."""
        student = self.network.student_by_id[choice.student]
        most = self.network.max_courses(student)
        if most < 1:
            return RefusalCode.LOAD_LIMIT, COURSES(cap=most)
        reasons: list[Why] = []
        for course in self.network.courses_of(choice.course):
            reason = self._course(student, choice, course)
            if reason is not None:
                reasons.append(reason)
        if reasons:
            return reasons[0]
        return RefusalCode.LOAD_LIMIT, NOT_TOGETHER(reason=EVENINGS(cap=self.network.rules.max_evenings))

    def _course(self, student: Student, choice: Choice, course: Course) -> Why | None:
        obstacles = self.obstacles
        placements, obstacle = obstacles.placements(course)
        found = obstacles.application(student, course) or obstacle or obstacles.class_load(student, course)
        if found is not None:
            return found
        groups = self.open_groups.get(course.id, [])
        if not groups:
            return obstacles.nowhere(student, course, placements) or self._no_group(course)
        answers = [self._group(student, choice, course, group) for group in groups]
        refused = [answer for answer in answers if answer is not None]
        if len(refused) < len(answers):
            return None if course.programme else self._seat_not_taken(student, choice)
        return min(refused, key=lambda answer: _ORDER.index(answer[0]))

    # --- the plan ------------------------------------------------------------------------------

    def _no_group(self, course: Course) -> Why:
        """No group of the course is open: too few could come to any one placement, or no resources."""
        if course.id not in self._unopened:
            self._unopened[course.id] = self._find_no_group(course)
        return self._unopened[course.id]

    def _find_no_group(self, course: Course) -> Why:
        wanting = {
            choice.student
            for choice in self.network.choices
            if course in self.network.courses_of(choice.course) and not self._better(choice)
        }
        too_few = self.obstacles.too_few(course, wanting, NO_GROUP_LEFT)
        return too_few or (RefusalCode.COURSE_NOT_OPEN, NO_PLACE(reason=NO_RESOURCES))

    def _better(self, choice: Choice) -> bool:
        """Whether the student sits in something wished for more than this choice."""
        seats = self.plan.seats_of.get(choice.student, [])
        return choice.kind is ChoiceKind.ALTERNATIVE and any(seat.rank < choice.rank for seat in seats)

    def _group(self, student: Student, choice: Choice, course: Course, group: Group) -> Why | None:
        """What keeps the student out of one open group; ``None`` if nothing does."""
        sites = self._sites(student, course, group)
        answers = [self._at_site(student, choice, course, _Seating(group, site)) for site in sites]
        found = [answer for answer in answers if answer is not None]
        if len(found) < len(answers):
            open_to = [site for site, answer in zip(sites, answers, strict=True) if answer is None]
            if any(self._has_place(course, group, site) for site in open_to):
                return None
            return self._full(student, choice, course, group)
        return min(found, key=lambda answer: _ORDER.index(answer[0]))

    def _at_site(self, student: Student, choice: Choice, course: Course, seating: _Seating) -> Why | None:
        """What keeps the student from attending all sessions of a group at a site, size apart."""
        for session in seating.group.sessions:
            placement = placement_of(self.network, course, session)
            name, reason = self.obstacles.attendance(student, placement, seating.site)
            if reason is not None:
                return by_rule(name, reason)
            too_many = self.obstacles.too_many_lessons(student, course, placement)
            if too_many is not None:
                return RefusalCode.LOAD_LIMIT, too_many
            if course.is_practice and not self._practice_free(student, placement, seating.site):
                return RefusalCode.CAPACITY, PLACES_FULL(group=seating.group.id)
            if self._is_remote(course, seating.group, seating.site) and not self._remote_free(
                student, course, seating.group, placement
            ):
                return RefusalCode.CAPACITY, REMOTE_FULL(group=seating.group.id)
            for way in WAYS.values():
                ways = way.ways(self.network, Attendance(student, placement, seating.site))
                full = self._no_seat(student, ways, session)
                if full is not None:
                    return RefusalCode.NO_SEAT, NO_SEATS(run=full)
        return self._beside_other_seats(student, choice, course, seating)

    def _no_seat(self, student: Student, ways: list[Way], session: Session) -> str | None:
        """If every way is a run that others fill: that run."""
        full = None
        for way in ways:
            if way.run is None:
                return None
            seats = self.network.run_by_id[way.run].seats
            if all(
                self._others_riding(student, way.run, session.weekday, week) < seats for week in session.weeks
            ):
                return None
            full = way.run
        return full

    def _others_riding(self, student: Student, run: str, weekday: int, week: str) -> int:
        rides_too = (student.id, run, weekday, week) in self._riding
        return self._riders[run, weekday, week] - rides_too

    def _practice_free(self, student: Student, placement: Placement, site: str) -> bool:
        place = self.network.practice_by_institution[site]
        if not windows_admit(
            place.windows, placement.weekday, placement.start, placement.end, placement.weeks
        ):
            return False
        return sum(seat.site == site for seat in self._others_during(student, placement)) < place.places

    def _remote_free(self, student: Student, course: Course, group: Group, placement: Placement) -> bool:
        """Whether the group may have one more remote member, and the own institution a seat for one then."""
        if num_remote(self.plan, group.id) >= course.remote_seats:
            return False
        own = student.institution
        present = sum(
            seat.mode is SeatMode.REMOTE and self.network.student_by_id[seat.student].institution == own
            for seat in self._others_during(student, placement)
        )
        return present < self.network.institution_by_id[own].remote_seats

    def _others_during(self, student: Student, placement: Placement) -> Iterator[Enrolment]:
        """The seats of others in every session that overlaps a placement: of the student's own, one that
        overlaps it is given up or in the way."""
        for group, session in self.plan.sessions():
            course = self.network.course_by_id[group.course]
            if clash(placement_of(self.network, course, session), placement, NO_PAUSE):
                members = self.plan.members.get(group.id, [])
                yield from (seat for seat in members if seat.student != student.id)

    def _beside_other_seats(
        self, student: Student, choice: Choice, course: Course, seating: _Seating
    ) -> Why | None:
        """Clashes and loads beside the seats the student keeps when this choice is served."""
        network = self.network
        kept = [seat for seat in self.plan.seats_of.get(student.id, []) if self._kept(seat, choice)]
        served = len({seat.rank for seat in kept})
        if served >= network.max_courses(student):
            return RefusalCode.LOAD_LIMIT, COURSES(cap=network.max_courses(student))
        mine = [(course, s, seating.site) for s in seating.group.sessions]
        others = [
            (network.course_by_id[seat.course], session, site_of(network, seat, session), seat.group)
            for seat in kept
            if seat.group in self.plan.group_by_id
            for session in self.plan.group_by_id[seat.group].sessions
        ]
        for new_course, session, site in mine:
            placement = placement_of(self.network, new_course, session)
            for other_course, other, other_site, group in others:
                pause = pause_between(network, student, site, other_site)
                if clash(placement, placement_of(self.network, other_course, other), pause):
                    return RefusalCode.TIME_CLASH, CLASH(group=group)
        together = [(c, placement_of(self.network, c, s)) for c, s, _ in mine]
        together += [(c, placement_of(self.network, c, s)) for c, s, _, _ in others]
        ranks = {choice.rank, *(seat.rank for seat in kept)}
        return self._overload(student, course, together, ranks)

    def _overload(
        self, student: Student, course: Course, together: list[tuple[Course, Placement]], ranks: set[int]
    ) -> Why | None:
        """Hours, lessons of a day or evenings that would be too many in some week, all sessions together."""
        network = self.network
        category = course.load_category
        free = None if category is LoadCategory.ADDITIONAL else free_hours(network, student, category)
        cap = self._evenings_cap(student, ranks)
        for week in weeks_of(together[0][1].weeks):
            bit = 1 << (week - 1)
            present = [(c, p) for c, p in together if p.weeks & bit]
            counted = [(c, p) for c, p in present if c.load_category is category]
            hours = sum(c.session_hours for c, _ in counted)
            if free is not None and hours > free:
                return RefusalCode.LOAD_LIMIT, HOURS(free=free, needed=hours)
            days = {p.weekday for _, p in present}
            if len(days) > cap:
                return RefusalCode.LOAD_LIMIT, EVENINGS(cap=cap)
            for day in days if category is LoadCategory.CURRICULUM else ():
                left = free_lessons(network, student, day, bit)
                needed = sum(c.session_hours for c, p in counted if p.weekday == day)
                if left is not None and needed > left:
                    return RefusalCode.LOAD_LIMIT, lessons(day, left, needed)
        return None

    def _evenings_cap(self, student: Student, ranks: set[int]) -> int:
        """Days a week the student may attend: a programme wished for at one of the ranks may raise it."""
        network = self.network
        return max(
            network.rules.max_evenings,
            *(
                sum(c.weekly_sessions for c in network.courses_of(choice.course))
                for choice in network.choices_by_student[student.id]
                if choice.rank in ranks and choice.course in network.programme_courses
            ),
            0,
        )

    def _kept(self, seat: Enrolment, choice: Choice) -> bool:
        """Whether a seat would be kept: an alternative gives way to an alternative."""
        kinds = {c.rank: c.kind for c in self.network.choices_by_student[seat.student]}
        both_alternative = (
            choice.kind is ChoiceKind.ALTERNATIVE and kinds.get(seat.rank) is ChoiceKind.ALTERNATIVE
        )
        return seat.rank != choice.rank and not both_alternative

    # --- full groups ---------------------------------------------------------------------------

    def most(self, course: Course, group: Group) -> int:
        """The most members a group may have, its remote ones included: its maximum (or permission) and its
        smallest room."""
        remote = num_remote(self.plan, group.id)
        rooms = [
            room.capacity + remote
            for session in group.sessions
            if session.room and (room := self.network.room_of(session.centre, session.room))
        ]
        return min([self._largest(course, group), *rooms])

    def _largest(self, course: Course, group: Group) -> int:
        return self.network.group_max(course, group.id)

    def has_some_place(self, course: Course, group: Group) -> bool:
        """Whether the group is not full, at its centre or for one more remote member."""
        members = len(self.plan.members.get(group.id, []))
        may_be_remote = num_remote(self.plan, group.id) < course.remote_seats
        return members < (self._largest if may_be_remote else self.most)(course, group)

    def _has_place(self, course: Course, group: Group, site: str) -> bool:
        """Whether the group is not full for who would be at the site; remote seats apart."""
        members = len(self.plan.members.get(group.id, []))
        remote = self._is_remote(course, group, site)
        return members < (self._largest if remote else self.most)(course, group)

    def _full(self, student: Student, choice: Choice, course: Course, group: Group) -> Why:
        members = self.plan.members.get(group.id, [])
        most = self.most(course, group)
        by = self._lost_to_equal(student, choice, members) if self.ties else None
        if by is not None:
            return RefusalCode.LOST_TIEBREAK, TIEBREAK(group=group.id, by=by)
        return RefusalCode.CAPACITY, FULL(group=group.id, size=len(members), most=most)

    def _lost_to_equal(self, student: Student, choice: Choice, members: list[Enrolment]) -> Message | None:
        """If a member equals the student in all but priority, date and lottery: which of these decided."""
        network = self.network
        for member in members:
            other = network.student_by_id[member.student]
            theirs = network.choices_by_student[other.id]
            mine = network.choices_by_student[student.id]
            if not (
                member.rank == choice.rank
                and other.replace(**_IGNORED) == student.replace(**_IGNORED)
                and [(c.course, c.rank, c.kind) for c in mine] == [(c.course, c.rank, c.kind) for c in theirs]
            ):
                continue
            points = [network.priority_points(item) for item in (student, other)]
            if points[0] < points[1]:
                return BY_PRIORITY()
            late = [
                network.is_late(next(c for c in choices if c.rank == choice.rank))
                for choices in (mine, theirs)
            ]
            if late[0] and not late[1]:
                return BY_DATE()
            return BY_LOTTERY(seed=self.plan.lottery_seed)
        return None

    def _seat_not_taken(self, student: Student, choice: Choice) -> Why:
        """A seat is free and yet not given: the group the student is in needs every member."""
        needed = self._needed_elsewhere(student, choice)
        if needed is not None:
            return RefusalCode.NO_GROUP_MIN, NEEDED_THERE(group=needed[0].id, least=needed[1])
        return RefusalCode.CAPACITY, PASSED_OVER()


_IGNORED: dict[str, object] = {
    "id": "",
    "priorities": (),
    "consent": False,
    "agreement": False,
    "long_ride_reason": "",
    "passed": (),
}

_ORDER = (
    RefusalCode.LOST_TIEBREAK,
    RefusalCode.CAPACITY,
    RefusalCode.NO_SEAT,
    RefusalCode.LOAD_LIMIT,
    RefusalCode.TIME_CLASH,
    RefusalCode.NO_RETURN_BUS,
    RefusalCode.TRAVEL_TIME,
    RefusalCode.GAP,
)
"""Of several groups the one the student came nearest to gives the reason."""
