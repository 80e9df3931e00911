"""What a student lacks for a seat, with everything and everybody else left as they are.

Each rule that could keep the student out is asked how much of which change it would take. The answers are
amounts: minutes, seats, hours. Where there are several ways out (a run, walking, another run) each is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.calendar import parity_mask, weeks_of
from models.network import Network, mask_parities, windows_admit, windows_touch
from models.norms import MissingNormError
from models.plan import Direction, Enrolment, Plan, Ride, SeatMode, Session, session_id
from models.tables import Choice, ChoiceKind, Course, DayLessons, GapMode, LoadCategory, Student
from models.time import Parity
from models.travel import Mode
from scheduler.engine.candidates import NO_PAUSE, Application, Placement, is_remote, pause_between
from scheduler.engine.clashes import clash
from scheduler.engine.extract import make_enrolment
from scheduler.engine.planned import count_riders, num_remote, placement_of, site_of
from scheduler.engine.variables import CENTRE
from scheduler.explain.changes import Bag, Item, run_id, together
from scheduler.rules import APPLICATION_FILTERS


@dataclass(frozen=True)
class Visit:
    """A session of a group as the student would attend it, at an institution."""

    course: Course
    group: str
    placement: Placement
    site: str

    @property
    def session(self) -> str:
        return session_id(self.group, self.placement.session)


@dataclass(frozen=True)
class WayOut:
    """One way to (or from) a session: what it needs, and the ride it takes (run, board, alight), if any."""

    bag: Bag
    ride: tuple[str, str, str] | None = None


class Needs:
    """The needs of one student who is to be seated for one choice.

    ``base`` is the plan without the seats that the student gives up for it.
    """

    def __init__(self, network: Network, plan: Plan, choice: Choice) -> None:
        self.network, self.plan, self.choice = network, plan, choice
        self.student: Student = network.student_by_id[choice.student]
        kinds = {c.rank: c.kind for c in network.choices_by_student[choice.student]}
        seats = plan.seats_of.get(choice.student, [])
        self.left = [seat for seat in seats if _gives_way(choice, seat, kinds)]
        self.kept = [seat for seat in seats if seat not in self.left]
        gone = {(seat.student, seat.group) for seat in self.left}
        sessions = {session.id: group.id for group, session in plan.sessions()}
        self.base = plan.replace(
            enrolments=tuple(e for e in plan.enrolments if (e.student, e.group) not in gone),
            rides=tuple(r for r in plan.rides if (r.student, sessions.get(r.session)) not in gone),
        )

    @cached_property
    def riders(self) -> dict[tuple[str, int, str], int]:
        return dict(count_riders(self.base))

    @cached_property
    def kept_visits(self) -> list[Visit]:
        """What the student attends anyway."""
        found = []
        for seat in self.kept:
            course = self.network.course_by_id[seat.course]
            for session in self.plan.group_by_id[seat.group].sessions:
                site = site_of(self.network, seat, session)
                found.append(Visit(course, seat.group, self.placement(course, session), site))
        return found

    def placement(self, course: Course, session: Session) -> Placement:
        """Where and when a session of the plan is."""
        return placement_of(self.network, course, session)

    # --- the student alone ---------------------------------------------------------------------

    def leaving(self) -> Bag | None:
        """What the groups that the student leaves lack then; ``None`` if a lock holds the student there."""
        bag: dict[Item, int] = {}
        for seat in self.left:
            if any(lock.student == seat.student and lock.group == seat.group for lock in self.network.locks):
                return None
            least = self.least(seat.group)
            short = least - len(self.base.members.get(seat.group, []))
            if short > 0:
                bag[Item("min_size", (seat.group, least))] = short
        return bag

    def least(self, group: str) -> int:
        """The fewest members an open group may have."""
        found = self.plan.group_by_id[group]
        course = self.network.course_by_id[found.course]
        return self.network.group_min(course, found.sessions[0].centre, group)

    def applying(self, course: Course) -> Bag | None:
        """Grade and prerequisite; ``None`` if another rule is against the application."""
        bag: dict[Item, int] = {}
        for rule, admits in APPLICATION_FILTERS.items():
            if admits(self.network, Application(self.student, course)) is None:
                continue
            if rule == "grade":
                bag[Item("grade", (course.id, self.network.class_of(self.student).grade))] = 1
            elif rule == "prerequisite":
                bag[Item("prerequisite", (self.student.id, course.id))] = 1
            else:
                return None
        return bag

    def taking_more(self) -> Bag:
        """Consent, wish or cap, if the choice would be one course more than allowed."""
        network, student = self.network, self.student
        number = len({seat.rank for seat in self.kept}) + 1
        bag: dict[Item, int] = {}
        if number <= network.max_courses(student):
            return bag
        rules = network.rules
        extra = sum(c.kind is ChoiceKind.ADDITIONAL for c in network.choices_by_student[student.id])
        wished = student.wished_courses if student.wished_courses is not None else 1 + extra
        if number > wished:
            bag[Item("wish", (student.id, wished))] = number - wished
        with_consent = max(rules.max_courses, rules.max_courses_with_consent)
        cap = with_consent if student.two_courses_consent else rules.max_courses
        if number > cap and number <= with_consent:
            bag[Item("consent", (student.id,))] = 1
        elif number > cap:
            bag[Item("course_cap")] = number - cap
        return bag

    # --- all sessions together -----------------------------------------------------------------

    def joint(self, visits: Sequence[Visit]) -> Bag | None:
        """Loads and evenings of all that the student would attend; ``None`` if two sessions clash."""
        every = [*self.kept_visits, *visits]
        for at, one in enumerate(every):
            for other in every[at + 1 :]:
                pause = pause_between(self.network, self.student, one.site, other.site)
                if clash(one.placement, other.placement, pause):
                    return None
        return together(self._hours(every), self._lessons(every), self._evenings(every))

    def _hours(self, visits: Sequence[Visit]) -> Bag:
        school_class = self.network.class_of(self.student)
        bag: dict[Item, int] = {}
        for category, taken, norm in (
            (LoadCategory.CURRICULUM, school_class.weekly_hours, "weekly_hours_max"),
            (LoadCategory.EXTRACURRICULAR, school_class.extracurricular_hours, "extracurricular_weekly_max"),
        ):
            counted = [visit for visit in visits if visit.course.load_category is category]
            most = self._norm(norm)
            if not counted or most is None:
                continue
            needed = max(
                sum(visit.course.session_hours for visit in counted if visit.placement.weeks & week)
                for week in _weeks(counted)
            )
            if taken + needed > most:
                where = (self.student.institution, self.student.class_name, category.value)
                bag[Item("hours", where)] = taken + needed - most
        return bag

    def _lessons(self, visits: Sequence[Visit]) -> Bag:
        most = self._norm("daily_lessons_max")
        bag: dict[Item, int] = {}
        if most is None:
            return bag
        counted = [visit for visit in visits if visit.course.load_category is LoadCategory.CURRICULUM]
        days = self.network.class_of(self.student).days
        for week in _weeks(counted):
            for weekday in sorted({visit.placement.weekday for visit in counted}):
                lessons = max(
                    (d.lessons for d in days if d.weekday == weekday and week & parity_mask(d.parity)),
                    default=0,
                )
                needed = sum(
                    visit.course.session_hours
                    for visit in counted
                    if visit.placement.weeks & week and visit.placement.weekday == weekday
                )
                if needed and lessons + needed > most:
                    item = Item("day_lessons", (self.student.institution, self.student.class_name, weekday))
                    bag[item] = max(bag.get(item, 0), lessons + needed - most)
        return bag

    def _norm(self, key: str) -> int | None:
        institution = self.network.institution_by_id[self.student.institution]
        try:
            return self.network.norm(
                key,
                grade=self.network.class_of(self.student).grade,
                days_a_week=institution.days_a_week,
                institution_kind=institution.kind.value,
            )
        except MissingNormError:
            return None

    def _evenings(self, visits: Sequence[Visit]) -> Bag:
        network = self.network
        ranks = {self.choice.rank, *(seat.rank for seat in self.kept)}
        cap = max(
            network.rules.max_evenings,
            *(
                sum(course.weekly_sessions for course in network.courses_of(choice.course))
                for choice in network.choices_by_student[self.student.id]
                if choice.rank in ranks and choice.course in network.programme_courses
            ),
            0,
        )
        days = max(
            (
                len({visit.placement.weekday for visit in visits if visit.placement.weeks & week})
                for week in _weeks(visits)
            ),
            default=0,
        )
        return {Item("evening"): days - network.rules.max_evenings} if days > cap else {}

    # --- one session ---------------------------------------------------------------------------

    def at(self, visit: Visit) -> Bag:
        """Times that are taken, and the gap after lessons."""
        placement = visit.placement
        bag: dict[Item, int] = {}
        student = self.student
        for window in student.blocked:
            if windows_touch((window,), placement.weekday, placement.start, placement.end, placement.weeks):
                bag[Item("own_time", (student.id, window.weekday, window.start, window.end))] = 1
        for window in self.network.class_of(student).blocked:
            if windows_touch((window,), placement.weekday, placement.start, placement.end, placement.weeks):
                where = (student.institution, student.class_name, window.weekday, window.start, window.end)
                bag[Item("class_time", where)] = 1
        gap = max(0, self.network.norm("gap_minutes"))
        return together(bag, self._lessons_until(placement, placement.start - gap))

    def _ends(self, placement: Placement) -> dict[Item, int]:
        """Whose lessons end when on that day: the class's, or the student's own where they replace them."""
        student = self.student
        days = self.network.class_of(student).days
        found: dict[Item, int] = {}
        for parity in mask_parities(placement.weeks):
            own = [d.end for d in student.lesson_ends if _is_on(d, placement.weekday, parity)]
            usual = [d.end for d in days if _is_on(d, placement.weekday, parity)]
            if own:
                item = Item("own_lessons_end", (student.id, placement.weekday))
            else:
                where = (student.institution, student.class_name, placement.weekday)
                item = Item("lessons_end", where)
            for end in own or usual:
                found[item] = max(found.get(item, 0), end)
        return found

    def _lessons_until(self, placement: Placement, latest: int) -> Bag:
        """Lessons that end by a time: minutes that they would have to end earlier."""
        return {item: end - latest for item, end in self._ends(placement).items() if end > latest}

    def ways_there(self, visit: Visit) -> Iterator[WayOut]:
        """Every way that could be in time, with what it needs; also one by a run that does not exist yet."""
        network, student, placement = self.network, self.student, visit.placement
        buffer = network.norm("arrival_buffer")
        has_lessons = bool(self._ends(placement))
        origin = student.institution if has_lessons else network.home_of(student)
        gap = network.norm("gap_minutes") if network.rules.gap_mode is GapMode.SUM else 0

        def until(latest: int) -> Bag:
            return self._lessons_until(placement, latest) if has_lessons else {}

        for minutes, bag, _ in self._free(origin, visit.site):
            lead = minutes + buffer if minutes else 0
            yield WayOut(together(bag, until(placement.start - gap - lead)))
        for run, board, alight in network.legs(origin, visit.site):
            ride = alight.time - board.time
            if placement.weekday not in run.weekdays or alight.time + buffer > placement.start:
                continue
            latest = min(board.time, alight.time - gap - (ride if gap else 0))
            bag = together(until(latest), self._ride(ride), self._seat(run.id, run.seats, placement))
            yield WayOut(bag, (run.id, board.place, alight.place))
        ride_minutes = self._run_minutes(origin, visit.site)
        if ride_minutes:
            departs = placement.start - buffer - ride_minutes
            where = (placement.weekday, origin, visit.site, departs, ride_minutes)
            if departs >= 0:
                bag = together({Item("run", where): 1}, until(departs - gap), self._ride(ride_minutes))
                yield WayOut(bag, (run_id(where), origin, visit.site))

    def ways_back(self, visit: Visit) -> Iterator[WayOut]:
        """The same for the way home."""
        network, student, placement = self.network, self.student, visit.placement
        home, home_by = network.home_of(student), network.home_by(student)
        table = network.travel_table
        settlement = table.settlement(home)

        def home_at(time: int) -> Bag:
            return {Item("home_by", (student.id,)): time - home_by} if time > home_by else {}

        for minutes, bag, mode in self._free(visit.site, home):
            needed = together(bag, home_at(placement.end + minutes))
            if mode is Mode.PUBLIC and table.settlement(visit.site) != settlement:
                last = network.last_bus(settlement, placement.weekday)
                if last is not None and placement.end > last:
                    needed[Item("last_bus", (settlement, placement.weekday))] = placement.end - last
            yield WayOut(needed)
        for run, board, alight in network.legs(visit.site, home):
            if placement.weekday not in run.weekdays or board.time < placement.end:
                continue
            bag = together(
                home_at(alight.time),
                self._ride(alight.time - board.time),
                self._seat(run.id, run.seats, placement),
            )
            yield WayOut(bag, (run.id, board.place, alight.place))
        ride_minutes = self._run_minutes(visit.site, home)
        if ride_minutes:
            where = (placement.weekday, visit.site, home, placement.end, ride_minutes)
            bag = together(
                {Item("run", where): 1}, home_at(placement.end + ride_minutes), self._ride(ride_minutes)
            )
            yield WayOut(bag, (run_id(where), visit.site, home))

    def _free(self, origin: str, destination: str) -> Iterator[tuple[int, dict[Item, int], Mode]]:
        """Ways that need no seat: minutes, what they need, mode."""
        student, table = self.student, self.network.travel_table
        allowed = self.network.free_modes(student, origin, destination)
        for mode in (Mode.WALK, Mode.PUBLIC):
            minutes = table.minutes(origin, destination, mode)
            if minutes is None:
                continue
            bag = self._ride(minutes)
            if mode not in allowed:
                bag = together(bag, {Item("alone", (student.id,)): 1})
            yield minutes, bag, mode

    def _ride(self, minutes: int) -> dict[Item, int]:
        """Consent to a ride over the limit."""
        is_long = not self.student.long_ride_reason and minutes > self.network.norm("ride_error")
        return {Item("long_ride", (self.student.id,)): 1} if is_long else {}

    def _seat(self, run: str, seats: int, placement: Placement) -> Bag:
        """Seats that the run lacks in its fullest week, unless the student rides it then anyway."""
        weeks = [self.network.school_calendar.iso_week(week) for week in weeks_of(placement.weeks)]
        sessions = {session.id: session for _, session in self.base.sessions()}
        own = {
            week
            for ride in self.base.rides
            if ride.student == self.student.id and ride.run == run
            for week in sessions[ride.session].weeks
            if sessions[ride.session].weekday == placement.weekday
        }
        short = max(
            (self.riders.get((run, placement.weekday, w), 0) + 1 - seats for w in weeks if w not in own),
            default=0,
        )
        return {Item("run_seat", (run,)): short} if short > 0 else {}

    def _run_minutes(self, origin: str, destination: str) -> int | None:
        """How long a run of one's own would take; ``None`` where no row of the travel table says."""
        return self.network.travel_table.fastest(origin, destination, (Mode.BUS, Mode.PUBLIC))

    def practice(self, visit: Visit) -> Bag | None:
        """Places that a kindergarten lacks then; ``None`` if it takes nobody at that time."""
        placement = visit.placement
        place = self.network.practice_by_institution[visit.site]
        p = placement
        if not windows_admit(place.windows, p.weekday, p.start, p.end, p.weeks):
            return None
        present = self._present(placement, lambda seat: seat.site == visit.site)
        short = present + 1 - place.places
        return {Item("place", (visit.site,)): short} if short > 0 else {}

    def is_remote(self, visit: Visit) -> bool:
        """Whether the student would take part from the own institution."""
        return is_remote(self.network, visit.course, visit.placement.centre, visit.site)

    def has_remote_seat(self, visit: Visit) -> bool:
        """Whether the group may have one more remote member, and the own institution a seat for one then."""

        def is_beside(seat: Enrolment) -> bool:
            student = self.network.student_by_id[seat.student]
            return seat.mode is SeatMode.REMOTE and student.institution == visit.site

        return (
            num_remote(self.base, visit.group) < visit.course.remote_seats
            and self._present(visit.placement, is_beside)
            < self.network.institution_by_id[visit.site].remote_seats
        )

    def _present(self, placement: Placement, is_there: Callable[[Enrolment], bool]) -> int:
        """The most of some seats that are in session at one moment of a placement."""
        there = [
            (self.placement(self.network.course_by_id[group.course], session), count)
            for group, session in self.base.sessions()
            if (count := sum(map(is_there, self.base.members.get(group.id, []))))
        ]
        clashing = [(other, count) for other, count in there if clash(other, placement, NO_PAUSE)]
        moments = {placement.start, *(other.start for other, _ in clashing if other.start > placement.start)}
        return max(
            sum(
                count
                for other, count in clashing
                if other.start <= moment < other.end and other.weeks & (1 << (week - 1))
            )
            for moment in moments
            for week in weeks_of(placement.weeks)
        )

    def rides(self, visit: Visit, there: WayOut, back: WayOut) -> Iterator[Ride]:
        """The rows of the plan for the rides of a visit."""
        for direction, way in zip(Direction, (there, back), strict=True):
            if way.ride is not None:
                run, board, alight = way.ride
                yield Ride(
                    student=self.student.id,
                    session=visit.session,
                    direction=direction,
                    run=run,
                    board=board,
                    alight=alight,
                )

    def enrolment(self, visit: Visit) -> Enrolment:
        """The row of the plan for the seat that a visit belongs to."""
        site = visit.site if visit.course.is_practice or self.is_remote(visit) else CENTRE
        return make_enrolment(self.student, self.choice, visit.group, visit.course, site)


def _gives_way(choice: Choice, seat: Enrolment, kinds: dict[int, ChoiceKind]) -> bool:
    """Whether a seat is given up for the choice: an alternative gives way to an alternative."""
    alternative = ChoiceKind.ALTERNATIVE
    return seat.rank == choice.rank or (choice.kind is alternative and kinds.get(seat.rank) is alternative)


def _weeks(visits: Sequence[Visit]) -> list[int]:
    """One week (as a mask) of each different mixture of the visits and of odd and even."""
    mixtures: dict[tuple[object, ...], int] = {}
    every = 0
    for visit in visits:
        every |= visit.placement.weeks
    for week in weeks_of(every):
        bit = 1 << (week - 1)
        key = (bool(bit & parity_mask(Parity.ODD)), *(bool(v.placement.weeks & bit) for v in visits))
        mixtures.setdefault(key, bit)
    return list(mixtures.values())


def _is_on(day: DayLessons, weekday: int, parity: Parity) -> bool:
    return day.weekday == weekday and day.parity in (parity, Parity.EVERY)
