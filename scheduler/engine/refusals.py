"""Why each unserved choice was refused: codes from the filters and from the occupancy of the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from models import lottery
from models.calendar import weeks_of
from models.network import Network, windows_admit
from models.plan import (
    Direction,
    Enrolment,
    Group,
    Plan,
    Refusal,
    RefusalCode,
    SeatMode,
    Session,
    session_ordinal,
)
from models.rules import RULES
from models.tables import Choice, ChoiceKind, Course, LoadCategory, Student
from models.text import Message, Text
from models.time import SHORT_WEEKDAYS
from scheduler.engine.candidates import (
    Application,
    Attendance,
    Placement,
    RoomUse,
    Staffing,
    Way,
    circumstance,
    is_remote,
    pause_between,
    raw_placements,
    sites_for,
)
from scheduler.engine.clashes import clash
from scheduler.engine.variables import CENTRE
from scheduler.rules import (
    APPLICATION_FILTERS,
    ATTENDANCE_FILTERS,
    PLACEMENT_FILTERS,
    WAYS,
    room_fit,
    teacher_fit,
)
from scheduler.rules.daily_load import free_lessons
from scheduler.rules.weekly_load import free_hours, weekly

Why = tuple[RefusalCode, Message]

NO_GROUP = Text(
    "группа не открыта: подходящих заявок {have}, нужно не меньше {least}",
    "no group opened: {have} applications fit, {least} are needed",
)
NO_PLACE = Text("курс не открыт: {reason}", "the course is not open: {reason}")
NO_TEACHER = Text("нет свободного учителя", "no teacher is available")
NO_ROOM = Text("нет подходящего кабинета", "no room fits")
NO_RESOURCES = Text(
    "для группы не хватило учителя, кабинета или места в РЦ",
    "teachers, rooms or centres did not suffice for the group",
)
FULL = Text("группа {group} заполнена: {size} из {most}", "group {group} is full: {size} of {most}")
PLACES_FULL = Text(
    "места практики для группы {group} заняты", "the practice places of group {group} are taken"
)
REMOTE_FULL = Text("дистанционные места группы {group} заняты", "the remote seats of group {group} are taken")
TIEBREAK = Text(
    "группа {group} заполнена; среди равных место получили другие: {by}",
    "group {group} is full; others came first among equals: {by}",
)
QUEUE = Text(
    "; в листе ожидания {place}-е место из {waiting}", "; number {place} of {waiting} on the waiting list"
)
BY_PRIORITY = Text("приоритет по Положению", "declared priority")
BY_DATE = Text("срок заявки", "date of the choice")
BY_LOTTERY = Text("жребий {seed}", "lottery {seed}")
CLASH = Text("занято другим занятием: группа {group}", "busy with another session: group {group}")
HOURS = Text(
    "недельный максимум нагрузки: для сети остаётся {free} ч, нужно {needed} ч",
    "weekly maximum of hours: {free} h are left for the network, {needed} h are needed",
)
LESSONS = Text(
    "максимум уроков в день: {weekday} остаётся {left}, нужно {needed}",
    "maximum of lessons a day: {left} are left on {weekday}, {needed} are needed",
)
EVENINGS = Text("вечеров в неделю не больше {cap}", "no more than {cap} evenings a week")
COURSES = Text("курсов у обучающегося не больше {cap}", "no more than {cap} courses a student")
NO_SEATS = Text("в рейсе {run} нет мест", "run {run} has no seat left")
NEEDED_THERE = Text(
    "без обучающегося в группе {group} стало бы меньше {least}",
    "without the student group {group} would fall below {least}",
)
PASSED_OVER = Text(
    "место в группе не отдано: цели сети ставят другое выше",
    "a seat was left free: the goals of the network put something else first",
)
NOT_TOGETHER = Text(
    "все курсы программы вместе не складываются: {reason}",
    "the courses of the programme do not fit together: {reason}",
)


def unserved_choices(network: Network, plan: Plan) -> Iterator[Choice]:
    """The choices that need a refusal: alternatives above the one served, and unmet additional ones."""
    for student, choices in network.choices_by_student.items():
        seated = {(seat.rank, seat.course) for seat in plan.seats_of.get(student, [])}
        served = [
            choice
            for choice in choices
            if (courses := network.courses_of(choice.course))
            and all((choice.rank, course.id) in seated for course in courses)
        ]
        best = min((choice.rank for choice in served if choice.kind is ChoiceKind.ALTERNATIVE), default=None)
        for choice in choices:
            if choice in served:
                continue
            if choice.kind is ChoiceKind.ADDITIONAL or best is None or choice.rank < best:
                yield choice


def find_refusals(network: Network, plan: Plan, applicants: Collection[str] = ()) -> tuple[Refusal, ...]:
    """One refusal for each choice that needs one, by student and rank.

    ``applicants`` draw lots together, if they are more than those of the network.
    """
    office = Office(network, plan)
    reasons = [(choice, *office.why(choice)) for choice in unserved_choices(network, plan)]
    waiting = _waiting_lists(
        network,
        plan,
        [choice for choice, code, _ in reasons if code in _WAIT],
        applicants or network.choices_by_student,
    )
    refusals = []
    for choice, code, message in reasons:
        text = message.in_("ru")
        if code in _WAIT:
            queue = waiting[choice.course]
            text += QUEUE(place=queue.index(choice) + 1, waiting=len(queue)).in_("ru")
        refusals.append(
            Refusal(student=choice.student, course=choice.course, rank=choice.rank, code=code, text=text)
        )
    return tuple(sorted(refusals, key=lambda item: (item.student, item.rank)))


def _waiting_lists(
    network: Network, plan: Plan, choices: list[Choice], applicants: Collection[str]
) -> dict[str, list[Choice]]:
    """Course → those who wait for a seat in it: by rank, priority, date and, last, the plan's lottery."""
    drawn = {} if plan.lottery_seed is None else lottery.numbers(applicants, plan.lottery_seed)

    def turn(choice: Choice) -> tuple[int, int, bool, int, str]:
        points = priority_points(network, network.student_by_id[choice.student])
        return (
            choice.rank,
            -points,
            network.is_late(choice),
            -drawn.get(choice.student, 0),
            choice.student,
        )

    lists: dict[str, list[Choice]] = {}
    for choice in sorted(choices, key=turn):
        lists.setdefault(choice.course, []).append(choice)
    return lists


def priority_points(network: Network, student: Student) -> int:
    """The points of a student's declared priorities, each counted once."""
    return sum(network.priority_by_id[name].points for name in set(student.priorities))


@dataclass(frozen=True)
class _Seating:
    """A group the student could join, at a site."""

    group: Group
    site: str


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
    sessions = {session.id: session for _, session in plan.sessions()}
    riders = {
        (ride.student, ride.run, sessions[ride.session].weekday, week)
        for ride in plan.rides
        for week in sessions[ride.session].weeks
    }
    return Counter((run, weekday, week) for _, run, weekday, week in riders)


class Office:
    """Answers "why not?" for one plan; what several answers need is computed once.

    ``ties``: say of a full group by what its members came first, where they are equal in all else.
    """

    def __init__(self, network: Network, plan: Plan, *, ties: bool = True) -> None:
        self.network, self.plan, self.ties = network, plan, ties
        self.open_groups: dict[str, list[Group]] = {}
        for group in plan.groups:
            self.open_groups.setdefault(group.course, []).append(group)
        self._placements: dict[str, tuple[list[Placement], Why | None]] = {}
        self._attendances: dict[tuple[object, ...], tuple[str, Message | None]] = {}
        self._unopened: dict[str, Why] = {}
        self._riders = count_riders(plan)

    def after(self, plan: Plan) -> Office:
        """The same office for a changed plan."""
        office = Office(self.network, plan, ties=self.ties)
        office._placements = self._placements
        office._attendances = self._attendances
        return office

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
        if any(admits(self.network, Application(student, course)) for admits in APPLICATION_FILTERS.values()):
            return None
        if self._class_load(student, course) is not None or self._needed_elsewhere(student, choice):
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
                way = next(way for way in ways if self._no_seat([way], session) is None)
                rides.append((session.id, direction, way.run or "", way.board, way.alight))
        return rides

    def _needed_elsewhere(self, student: Student, choice: Choice) -> tuple[Group, int] | None:
        """The group (and its minimum) that would become too small if the student left it for the choice."""
        for seat in self.plan.seats_of.get(student.id, []):
            if self._kept(seat, choice):
                continue
            group = self.plan.group_by_id[seat.group]
            permission = self.network.permission_by_group.get(group.id)
            course = self.network.course_by_id[group.course]
            least = self.network.group_min(course, group.sessions[0].centre)
            if permission and permission.min_size is not None:
                least = permission.min_size
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

    def never(self, choice: Choice) -> Why | None:
        """What keeps the student out of every plan, whatever it does for others; ``None`` if nothing does by
        itself."""
        network = self.network
        student = network.student_by_id[choice.student]
        most = network.max_courses(student)
        if most < 1:
            return RefusalCode.LOAD_LIMIT, COURSES(cap=most)
        for course in network.courses_of(choice.course):
            for name, admits in APPLICATION_FILTERS.items():
                reason = admits(network, Application(student, course))
                if reason is not None:
                    return self._by_rule(name, reason)
            placements, obstacle = self.placements(course)
            found = (
                obstacle
                or self._class_load(student, course)
                or self._nowhere(student, course, placements)
                or self._too_few(course, self._wanting(course))
            )
            if found is not None:
                return found
        return None

    def never_opens(self, course: Course) -> Why | None:
        """What keeps every plan from opening a group of the course; ``None`` if nothing does by itself."""
        _, obstacle = self.placements(course)
        return obstacle or self._too_few(course, self._wanting(course))

    def _wanting(self, course: Course) -> set[str]:
        return {c.student for c in self.network.choices if course in self.network.courses_of(c.course)}

    def _course(self, student: Student, choice: Choice, course: Course) -> Why | None:
        application = Application(student, course)
        for name, admits in APPLICATION_FILTERS.items():
            reason = admits(self.network, application)
            if reason is not None:
                return self._by_rule(name, reason)
        placements, obstacle = self.placements(course)
        if obstacle is not None:
            return obstacle
        load = self._class_load(student, course)
        if load is not None:
            return load
        groups = self.open_groups.get(course.id, [])
        if not groups:
            return self._nowhere(student, course, placements) or self._no_group(course)
        answers = [self._group(student, choice, course, group) for group in groups]
        found = [answer for answer in answers if answer is not None]
        if len(found) < len(answers):
            return None if course.programme else self._seat_not_taken(student, choice)
        return min(found, key=lambda answer: _ORDER.index(answer[0]))

    def _by_rule(self, rule: str, reason: Message) -> Why:
        code = RULES[rule].refusal
        assert code is not None, rule
        return code, reason

    def placements(self, course: Course) -> tuple[list[Placement], Why | None]:
        """The placements at which the course could be held at all, or why there are none."""
        if course.id not in self._placements:
            self._placements[course.id] = self._find_placements(course)
        return self._placements[course.id]

    def _find_placements(self, course: Course) -> tuple[list[Placement], Why | None]:
        network = self.network
        found = []
        if course.max_groups == 0:
            return [], (RefusalCode.COURSE_NOT_OPEN, NO_PLACE(reason=NO_RESOURCES))
        staff = [t for t in network.teachers if course.id in t.courses]
        if len(staff) < course.num_teachers:
            return [], (RefusalCode.COURSE_NOT_OPEN, NO_PLACE(reason=NO_TEACHER))
        obstacles: Counter[str] = Counter()
        texts: dict[str, Message] = {}
        for placement in raw_placements(network, course):
            for name, admits in PLACEMENT_FILTERS.items():
                reason = admits(network, placement)
                if reason is not None:
                    obstacles[name] += 1
                    texts[name] = reason
                    break
            else:
                teachers = [t for t in staff if teacher_fit.admits(network, Staffing(placement, t)) is None]
                rooms = [
                    room
                    for room in network.rooms_by_centre.get(placement.centre, [])
                    if room_fit.admits(network, RoomUse(placement, room)) is None
                ]
                if len(teachers) < course.num_teachers:
                    obstacles["teacher"] += 1
                    texts["teacher"] = NO_TEACHER()
                elif not rooms and not course.is_practice:
                    obstacles["room"] += 1
                    texts["room"] = NO_ROOM()
                else:
                    found.append(placement)
        if found:
            return found, None
        for name in ("room", "teacher", "course_hours", "day_window", "centre_open"):
            if obstacles[name]:
                return [], (RefusalCode.COURSE_NOT_OPEN, NO_PLACE(reason=texts[name]))
        return [], (RefusalCode.COURSE_NOT_OPEN, NO_PLACE(reason=NO_RESOURCES))

    # --- the student alone ---------------------------------------------------------------------

    def _class_load(self, student: Student, course: Course) -> Why | None:
        if course.load_category is LoadCategory.ADDITIONAL:
            return None
        free = free_hours(self.network, student, course.load_category)
        if free is not None and weekly(course) > free:
            return RefusalCode.LOAD_LIMIT, HOURS(free=free, needed=weekly(course))
        return None

    def _nowhere(self, student: Student, course: Course, placements: list[Placement]) -> Why | None:
        """If the student can attend no placement of the course: the obstacle nearest to being none."""
        reasons: Counter[str] = Counter()
        texts: dict[str, Message] = {}
        for placement in placements:
            too_many = self._too_many_lessons(student, course, placement)
            if too_many is not None:
                reasons["daily_load"] += 1
                texts["daily_load"] = too_many
                continue
            for site in sites_for(self.network, student, course, placement.centre):
                name, reason = self._attendance(student, placement, site)
                if reason is None:
                    return None
                reasons[name] += 1
                texts[name] = reason
        for name in ("way_home", "travel_time", "gap", "daily_load", "home_lessons"):
            if reasons[name]:
                if name == "daily_load":
                    return RefusalCode.LOAD_LIMIT, texts[name]
                return self._by_rule(name, texts[name])
        return RefusalCode.COURSE_NOT_OPEN, NO_PLACE(reason=NO_RESOURCES)

    def _attendance(self, student: Student, placement: Placement, site: str) -> tuple[str, Message | None]:
        """The rule that keeps the student from a session at a site, and its reason; shared by all who are
        circumstanced alike."""
        when = (placement.weekday, placement.start, placement.end, placement.weeks)
        key = (circumstance(student), site, when)
        if key not in self._attendances:
            self._attendances[key] = self._find_attendance(Attendance(student, placement, site))
        return self._attendances[key]

    def _find_attendance(self, attendance: Attendance) -> tuple[str, Message | None]:
        for name, admits in ATTENDANCE_FILTERS.items():
            reason = admits(self.network, attendance)
            if reason is not None:
                return name, reason
        for name, way in WAYS.items():
            reason = way.admits(self.network, attendance)
            if reason is not None:
                return name, reason
        return "", None

    def _too_many_lessons(self, student: Student, course: Course, placement: Placement) -> Message | None:
        if course.load_category is not LoadCategory.CURRICULUM:
            return None
        left = free_lessons(self.network, student, placement.weekday, placement.weeks)
        if left is None or course.session_hours <= left:
            return None
        return _lessons(placement.weekday, left, course.session_hours)

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
        too_few = self._too_few(course, wanting)
        return too_few or (RefusalCode.COURSE_NOT_OPEN, NO_PLACE(reason=NO_RESOURCES))

    def _too_few(self, course: Course, wanting: Collection[str]) -> Why | None:
        """If fewer want the course, or can come to any one placement of it, than a group needs."""
        least = min(
            self.network.group_min(course, placement.centre) for placement in self.placements(course)[0]
        )
        have = len(wanting)
        if have >= least:
            students = [self.network.student_by_id[student] for student in wanting]
            have = max(
                self._could_be_seated(students, course, placement) for placement in self.placements(course)[0]
            )
        return (RefusalCode.NO_GROUP_MIN, NO_GROUP(have=have, least=least)) if have < least else None

    def _better(self, choice: Choice) -> bool:
        """Whether the student sits in something wished for more than this choice."""
        seats = self.plan.seats_of.get(choice.student, [])
        return choice.kind is ChoiceKind.ALTERNATIVE and any(seat.rank < choice.rank for seat in seats)

    def _could_be_seated(self, students: Collection[Student], course: Course, placement: Placement) -> int:
        """How many could attend a placement: all who can come, others as far as there are remote seats."""
        coming = 0
        remote: Counter[str] = Counter()
        for student in students:
            sites = self._could_attend(student, course, placement)
            if any(not is_remote(self.network, course, placement.centre, site) for site in sites):
                coming += 1
            elif sites:
                remote[student.institution] += 1
        seats = (min(n, self.network.institution_by_id[name].remote_seats) for name, n in remote.items())
        return coming + min(course.remote_seats, sum(seats))

    def _could_attend(self, student: Student, course: Course, placement: Placement) -> list[str]:
        """The sites at which the student could attend a placement."""
        if any(admits(self.network, Application(student, course)) for admits in APPLICATION_FILTERS.values()):
            return []
        if self._class_load(student, course) or self._too_many_lessons(student, course, placement):
            return []
        return [
            site
            for site in sites_for(self.network, student, course, placement.centre)
            if self._attendance(student, placement, site)[1] is None
        ]

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
            name, reason = self._attendance(student, placement, seating.site)
            if reason is not None:
                return self._by_rule(name, reason)
            too_many = self._too_many_lessons(student, course, placement)
            if too_many is not None:
                return RefusalCode.LOAD_LIMIT, too_many
            if course.is_practice and not self._practice_free(placement, seating.site):
                return RefusalCode.CAPACITY, PLACES_FULL(group=seating.group.id)
            if self._is_remote(course, seating.group, seating.site) and not self._remote_free(
                course, seating.group, placement, seating.site
            ):
                return RefusalCode.CAPACITY, REMOTE_FULL(group=seating.group.id)
            for way in WAYS.values():
                ways = way.ways(self.network, Attendance(student, placement, seating.site))
                full = self._no_seat(ways, session)
                if full is not None:
                    return RefusalCode.NO_SEAT, NO_SEATS(run=full)
        return self._beside_other_seats(student, choice, course, seating)

    def _no_seat(self, ways: list[Way], session: Session) -> str | None:
        """If every way is a full run: that run."""
        full = None
        for way in ways:
            if way.run is None:
                return None
            seats = self.network.run_by_id[way.run].seats
            if all(self._riders[way.run, session.weekday, week] < seats for week in session.weeks):
                return None
            full = way.run
        return full

    def _practice_free(self, placement: Placement, site: str) -> bool:
        place = self.network.practice_by_institution[site]
        if not windows_admit(
            place.windows, placement.weekday, placement.start, placement.end, placement.weeks
        ):
            return False
        return sum(seat.site == site for seat in self._seats_during(placement)) < place.places

    def _remote_free(self, course: Course, group: Group, placement: Placement, own: str) -> bool:
        """Whether the group may have one more remote member, and the own institution a seat for one then."""
        if num_remote(self.plan, group.id) >= course.remote_seats:
            return False
        present = sum(
            seat.mode is SeatMode.REMOTE and self.network.student_by_id[seat.student].institution == own
            for seat in self._seats_during(placement)
        )
        return present < self.network.institution_by_id[own].remote_seats

    def _seats_during(self, placement: Placement) -> Iterator[Enrolment]:
        """The seats in every session that overlaps a placement."""
        for group, session in self.plan.sessions():
            course = self.network.course_by_id[group.course]
            if clash(placement_of(self.network, course, session), placement, 0):
                yield from self.plan.members.get(group.id, [])

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
            (network.course_by_id[seat.course], session, self._site(seat, session), seat.group)
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
                    return RefusalCode.LOAD_LIMIT, _lessons(day, left, needed)
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

    def _site(self, seat: Enrolment, session: Session) -> str:
        return site_of(self.network, seat, session)

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
        permission = self.network.permission_by_group.get(group.id)
        if permission and permission.max_size is not None:
            return permission.max_size
        return self.network.group_max(course)

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
            points = [priority_points(network, item) for item in (student, other)]
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


def _lessons(weekday: int, left: int, needed: int) -> Message:
    return LESSONS(weekday=SHORT_WEEKDAYS[weekday - 1], left=left, needed=needed)


_WAIT = (RefusalCode.CAPACITY, RefusalCode.LOST_TIEBREAK)
"""Whom one more seat would serve: they are on the waiting list of the course."""

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
