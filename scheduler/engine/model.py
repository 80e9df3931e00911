"""The CP-SAT model of a network: groups placed in time, students seated in groups (pair formulation).

Variables. For a group and each of its weekly sessions exactly one *slot* (placement) is chosen if the
group opens; rooms and teachers refine the slot. A *seat* is a student in a group; where the way to the
session matters, a *way* of the seat is chosen in each direction. Rules of kind "structure" hold by this
construction: ``teacher_team`` in ``_add_group``, ``group_form`` in ``_unite_sessions``. The rules of
``scheduler.rules`` are then encoded one by one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from functools import cached_property

from ortools.sat.python import cp_model

from models.calendar import parity_mask
from models.network import Network, group_id
from models.plan import Direction, Plan
from models.tables import Choice, ChoiceKind, Course, Room, Student
from models.time import Parity
from scheduler.engine.attainable import attainable_points
from scheduler.engine.candidates import (
    Application,
    Attendance,
    Deleted,
    Placement,
    RoomUse,
    Staffing,
    Way,
    circumstance,
    is_remote,
    raw_placements,
    sites_for,
)
from scheduler.engine.clash_free import TIMELESS_RULES, clash_free_placements
from scheduler.engine.expressions import Expr, Literal, total
from scheduler.engine.garbage import no_collection
from scheduler.engine.held_together import hold_together
from scheduler.engine.reduction import (
    Usable,
    held_placements,
    undominated_ways,
    useful_placements,
)
from scheduler.engine.symmetry import break_symmetry
from scheduler.engine.variables import CENTRE, GroupVars, Seat, Slot, Stay, WayVar
from scheduler.rules import (
    APPLICATION_FILTERS,
    ATTENDANCE_FILTERS,
    COUPLINGS,
    PLACEMENT_FILTERS,
    ROOM_FILTERS,
    STAFFING_FILTERS,
    objection,
    travel_time,
    way_home,
)
from scheduler.rules.daily_load import sessions_left


class PlanModel:
    """Builds the model. ``without`` leaves rules out: to ask what stands in the way, and to test them.

    ``reduce``: leave out ways that another way makes superfluous, break the symmetry of groups, and add what
    sharpens the relaxation.
    ``explain``: every rule and every lock is enforced by a literal of its own (``switches``), so that
    a conflict can be traced; otherwise they simply hold.
    ``applicants`` draw lots together, if they are more than those of the network.
    ``like``: a plan that solutions are to stay near to, so that its placements are never superfluous.
    ``relaxing``: a model of the same network; this one is its relaxation in which nothing clashes (see
    ``engine.clash_free``).
    """

    def __init__(
        self,
        network: Network,
        *,
        without: Collection[str] = (),
        reduce: bool = True,
        explain: bool = False,
        applicants: Collection[str] = (),
        like: Plan | None = None,
        relaxing: PlanModel | None = None,
    ) -> None:
        self.network = network
        self.applicants = applicants or tuple(network.choices_by_student)
        self.without = frozenset(without)
        self.reduce = reduce
        self.explain = explain
        self.like = like
        self.cp = cp_model.CpModel()
        self.switches: dict[tuple[str, str], Literal] = {}
        self.deleted: dict[str, list[Deleted]] = defaultdict(list)
        self.groups: dict[str, GroupVars] = {}
        self.usable: dict[str, list[Usable]] = {}
        self.course_groups: dict[str, list[GroupVars]] = defaultdict(list)
        self.seats: list[Seat] = []
        self.student_seats: dict[str, list[Seat]] = defaultdict(list)
        self.served: dict[tuple[str, str], Literal] = {}
        self.refused_applications: dict[tuple[str, str], Deleted] = {}
        self.present: dict[frozenset[int], Expr] = {}
        self.clashes: dict[tuple[object, ...], Literal] = {}
        self.attained: dict[tuple[object, ...], bool] = {}
        self._day_literals: dict[tuple[Seat, int], dict[Stay, Literal]] = {}
        self._parts: dict[tuple[int, frozenset[int]], Literal] = {}
        self._circumstances: dict[tuple[object, ...], int] = {}
        self._circumstance_of: dict[str, int] = {}
        self._reached: dict[tuple[int, str], bool] = {}
        self._lessons_left: dict[tuple[int, str, int, int], bool] = {}
        self._attendances: dict[tuple[object, ...], tuple[list[Way], list[Way]] | None] = {}
        with no_collection():
            self._build(relaxing)
        self.num_decisions = len(self.cp.proto.variables)

    def _build(self, relaxing: PlanModel | None) -> None:
        if relaxing is None:
            self.placed = self._placed()
        else:
            self.usable, self.attainable = relaxing.usable, relaxing.attainable
            self.placed = clash_free_placements(relaxing)
        for course in self.network.courses:
            self._add_course(course, self.placed[course.id])
        for student in self.network.students:
            self._add_student(student)
        for rule, encode in COUPLINGS.items():
            if rule not in self.without and (relaxing is None or rule in TIMELESS_RULES):
                encode(self)
        if self.reduce:
            break_symmetry(self)
            if relaxing is None and not (self.explain or self.without):
                hold_together(self)

    def _placed(self) -> dict[str, list[Usable]]:
        """Course → its placements, with the rooms and teachers that fit."""
        courses = self.network.courses
        self.usable = {course.id: self._usable(course) for course in courses}
        if not self.reduce:
            return self.usable
        held = set() if self.like is None else held_placements(self.network, self.like)
        return useful_placements(self, self.usable, held)

    # --- constraints ---------------------------------------------------------------------------

    def require(self, rule: str, constraint: cp_model.BoundedLinearExpression | bool, lock: str = "") -> None:
        """Adds a constraint in the name of a rule (or of one lock), under its switch when explaining."""
        if constraint is True:
            return
        if constraint is False:
            constraint = self.constant(0) >= 1
        added = self.cp.add(constraint)
        if self.explain:
            added.only_enforce_if(self.switch("lock" if lock else "rule", lock or rule))

    def switch(self, kind: str, name: str) -> Literal:
        key = (kind, name)
        if key not in self.switches:
            self.switches[key] = self.cp.new_bool_var(f"switch[{kind},{name}]")
        return self.switches[key]

    def constant(self, value: int) -> Literal:
        return self.cp.new_constant(value)

    # --- groups --------------------------------------------------------------------------------

    def placements(self, course: Course) -> list[Placement]:
        """The placements the filters leave; the others are kept with their reasons in ``deleted``."""
        kept = []
        for placement in raw_placements(self.network, course):
            against = objection(PLACEMENT_FILTERS, self.network, placement, self.without)
            if against is None:
                kept.append(placement)
            else:
                self.deleted[course.id].append(Deleted(placement, *against))
        return kept

    def rooms(self, course: Course, placement: Placement) -> list[Room]:
        """Rooms of the centre that fit; a practice course needs none."""
        found = []
        for room in self.network.rooms_by_centre.get(placement.centre, []):
            use = RoomUse(placement, room)
            against = objection(ROOM_FILTERS, self.network, use, self.without)
            if against is None:
                found.append(room)
            else:
                self.deleted[course.id].append(Deleted(use, *against))
        return found

    def teachers(self, course: Course, placement: Placement) -> list[str]:
        """Teachers who may give the session; reasons are kept of those who teach the course."""
        anybody = "teacher_fit" in self.without
        found = []
        for teacher in self.network.teachers if anybody else self.network.teachers_of(course.id):
            staffing = Staffing(placement, teacher)
            against = objection(STAFFING_FILTERS, self.network, staffing, self.without)
            if against is None:
                found.append(teacher.id)
            else:
                self.deleted[course.id].append(Deleted(staffing, *against))
        return found

    def _usable(self, course: Course) -> list[Usable]:
        """The placements with the rooms and teachers that fit; those without enough are left out."""
        usable = []
        for placement in self.placements(course):
            rooms = [] if course.is_practice else self.rooms(course, placement)
            teachers = self.teachers(course, placement)
            if (rooms or course.is_practice) and len(teachers) >= course.num_teachers:
                usable.append((placement, rooms, teachers))
        return usable

    def _add_course(self, course: Course, usable: list[Usable]) -> None:
        for ordinal in range(1, self.network.group_counts[course.id] + 1):
            group = GroupVars(
                group_id(course.id, ordinal), course, self.cp.new_bool_var(f"open[{course.id}-{ordinal}]")
            )
            self._add_group(group, usable)
            self.groups[group.id] = group
            self.course_groups[course.id].append(group)

    def _add_group(self, group: GroupVars, usable: list[Usable]) -> None:
        cp, course = self.cp, group.course
        staff = sorted({teacher for _, _, teachers in usable for teacher in teachers})
        whole_team = len(staff) == course.num_teachers
        group.teachers = {
            teacher: group.opened if whole_team else cp.new_bool_var(f"teacher[{group.id},{teacher}]")
            for teacher in staff
        }
        for session in range(1, course.weekly_sessions + 1):
            slots = []
            for placement, rooms, teachers in usable:
                if placement.session != session:
                    continue
                p = placement
                name = f"{group.id}.{session},{p.centre},{p.weekday},{p.start},{p.weeks:x}"
                chosen = cp.new_bool_var(f"slot[{name}]")
                room_vars = [
                    (room, chosen if len(rooms) == 1 else cp.new_bool_var(f"room[{name},{room.name}]"))
                    for room in rooms
                ]
                if len(rooms) > 1:
                    cp.add(total(literal for _, literal in room_vars) == chosen)
                all_needed = len(teachers) == course.num_teachers
                teacher_vars = [
                    (teacher, chosen if all_needed else cp.new_bool_var(f"teaches[{name},{teacher}]"))
                    for teacher in teachers
                ]
                if not all_needed:
                    cp.add(total(literal for _, literal in teacher_vars) == course.num_teachers * chosen)
                    for _, literal in teacher_vars:
                        cp.add_implication(literal, chosen)
                slots.append(Slot(group, placement, chosen, room_vars, teacher_vars))
            group.slots[session] = slots
            cp.add(total(slot.chosen for slot in slots) == group.opened)
            if not whole_team:
                for teacher, literal in group.teachers.items():
                    cp.add(
                        total(lit for slot in slots for name, lit in slot.teachers if name == teacher)
                        == literal
                    )
        self._unite_sessions(group)

    def _unite_sessions(self, group: GroupVars) -> None:
        """All sessions of a group share the centre and the set of weeks."""
        parts: list[Callable[[Placement], object]] = [lambda p: p.centre, lambda p: p.weeks]
        for session in range(2, group.course.weekly_sessions + 1):
            for part in parts:
                values = {part(slot.placement) for k in (1, session) for slot in group.slots[k]}
                for value in sorted(values, key=str) if len(values) > 1 else []:
                    first, other = (
                        total(slot.chosen for slot in group.slots[k] if part(slot.placement) == value)
                        for k in (1, session)
                    )
                    self.cp.add(first == other)

    # --- students ------------------------------------------------------------------------------

    def _add_student(self, student: Student) -> None:
        for choice in self.network.choices_by_student.get(student.id, []):
            courses = self.network.courses_of(choice.course)
            in_course: list[Expr] = []
            for course in courses:
                seats = self._seats(student, choice, course)
                in_course.append(total(seat.taken for seat in seats))
            served = self.cp.new_bool_var(f"served[{student.id},{choice.course}]")
            self.served[student.id, choice.course] = served
            if len(courses) == 1:
                self.cp.add(in_course[0] == served)
            elif not courses:
                self.cp.add(served == 0)
            else:
                for seated in in_course:
                    self.cp.add(served <= seated)

    def _seats(self, student: Student, choice: Choice, course: Course) -> list[Seat]:
        application = Application(student, course)
        against = objection(APPLICATION_FILTERS, self.network, application, self.without)
        if against is not None:
            self.refused_applications[student.id, choice.course] = Deleted(application, *against)
            return []
        seats = []
        for group in self.course_groups[course.id]:
            seat = self._seat(student, choice, group)
            if seat is not None:
                seats.append(seat)
                group.seats.append(seat)
                self.seats.append(seat)
                self.student_seats[student.id].append(seat)
        return seats

    def ways(self, student: Student, placement: Placement, site: str) -> tuple[list[Way], list[Way]] | None:
        """The ways there and back of a student to a session, or ``None`` if it cannot be attended."""
        who = self._circumstance(student)
        if not self._has_lessons_left(who, student, placement):
            return None
        if (who, site) not in self._reached:
            self._reached[who, site] = "travel_time" in self.without or travel_time.leads_there(
                self.network, student, site
            )
        if not self._reached[who, site]:
            return None
        key = (who, site, placement.weekday, placement.start, placement.end, placement.weeks)
        if key not in self._attendances:
            self._attendances[key] = self._find_ways(Attendance(student, placement, site))
        return self._attendances[key]

    def _has_lessons_left(self, who: int, student: Student, placement: Placement) -> bool:
        """Whether the norm of lessons a day leaves room for the session, if for no other. Where the rule may
        be left out or traced, only the rule itself says so."""
        if not self.reduce or self.explain or self.without:
            return True
        course = self.network.course_by_id[placement.course]
        key = (who, course.id, placement.weekday, placement.weeks)
        if key not in self._lessons_left:
            left = sessions_left(self.network, student, course, placement.weekday, placement.weeks)
            self._lessons_left[key] = left > 0
        return self._lessons_left[key]

    def _circumstance(self, student: Student) -> int:
        """A number that students share who are circumstanced alike; quicker to compare than what it is of."""
        if student.id not in self._circumstance_of:
            known = self._circumstances.setdefault(circumstance(student), len(self._circumstances))
            self._circumstance_of[student.id] = known
        return self._circumstance_of[student.id]

    def _find_ways(self, attendance: Attendance) -> tuple[list[Way], list[Way]] | None:
        if objection(ATTENDANCE_FILTERS, self.network, attendance, self.without) is not None:
            return None
        both = []
        for rule, module in (("travel_time", travel_time), ("way_home", way_home)):
            ways = [Way(0)] if rule in self.without else module.ways(self.network, attendance)
            if not ways:
                return None
            both.append(undominated_ways(ways) if self.reduce else ways)
        return both[0], both[1]

    def _seat(self, student: Student, choice: Choice, group: GroupVars) -> Seat | None:
        """The seat of a student in a group with its sites and ways; ``None`` if it can never be taken."""
        cp, name = self.cp, f"{student.id},{group.id}"
        sites: dict[str, list[tuple[str, bool]]] = {}
        reached: dict[tuple[str, bool], dict[int, list[tuple[Slot, tuple[list[Way], list[Way]]]]]] = {}
        for session, slots in group.slots.items():
            for slot in slots:
                centre = slot.placement.centre
                if centre not in sites:
                    found_at = sites_for(self.network, student, group.course, centre)
                    sites[centre] = [
                        (site, is_remote(self.network, group.course, centre, site)) for site in found_at
                    ]
                for where in sites[centre]:
                    ways = self.ways(student, slot.placement, where[0])
                    if ways is not None:
                        reached.setdefault(where, {}).setdefault(session, []).append((slot, ways))
        places: dict[str, dict[int, list[tuple[Slot, tuple[list[Way], list[Way]]]]]] = {}
        for (site, remote), sessions in reached.items():
            # at a centre the site follows from the slot, so no literal is needed
            named = site if group.course.is_practice or remote else CENTRE
            for session, found in sessions.items():
                places.setdefault(named, {}).setdefault(session, []).extend(found)
        places = {site: found for site, found in places.items() if len(found) == len(group.slots)}
        if not places:
            return None
        seat = Seat(student, choice, group, cp.new_bool_var(f"seat[{name}]"))
        if len(places) == 1:
            seat.sites = dict.fromkeys(places, seat.taken)
        else:
            seat.sites = {site: cp.new_bool_var(f"site[{name},{site}]") for site in places}
            cp.add(total(seat.sites.values()) == seat.taken)
        for session in group.slots:
            for site, literal in seat.sites.items():
                admitted = [slot for slot, _ in places[site][session]]
                seat.admitted[session, site] = admitted
                if len(admitted) < len(group.slots[session]):
                    cp.add(literal <= total(slot.chosen for slot in admitted))
                else:
                    cp.add_implication(literal, group.opened)
                for index, direction in enumerate(Direction):
                    offered = [(slot, both[index]) for slot, both in places[site][session]]
                    seat.ways.setdefault((session, direction), []).extend(
                        self._way_vars(f"{name}.{session},{direction.value}", site, literal, offered)
                    )
        return seat

    def _way_vars(
        self, name: str, site: str, literal: Literal, found: list[tuple[Slot, list[Way]]]
    ) -> list[WayVar]:
        """One literal for every different way; exactly one is taken with the seat (at that site)."""
        fitting: dict[tuple[Way, int | None, int | None], list[Slot]] = defaultdict(list)
        for slot, ways in found:
            for way in ways:
                placement = slot.placement
                when = (placement.weekday, placement.weeks) if way.run else (None, None)
                fitting[way, *when].append(slot)
        if len(fitting) == 1:
            ((way, weekday, weeks),) = fitting
            return [WayVar(way, site, weekday, weeks, literal)]
        result = []
        times = Counter(slot.chosen.index for slots in fitting.values() for slot in slots)
        for (way, weekday, weeks), slots in fitting.items():
            label = f"way[{name},{site},{way.run or 'free'},{way.minutes},{weekday}]"
            if all(times[slot.chosen.index] == 1 for slot in slots):
                taken = self.part(literal, slots, label)
            else:  # where a slot leaves a choice of ways, the slot does not tell which is taken
                taken = self.cp.new_bool_var(label)
                self.cp.add(taken <= total(slot.chosen for slot in slots))
            result.append(WayVar(way, site, weekday, weeks, taken))
        self.cp.add(total(way.taken for way in result) == literal)
        return result

    def part(self, literal: Literal, slots: list[Slot], name: str) -> Literal:
        """True if the literal holds and one of these slots of a session is chosen; the caller adds that the
        literals of a partition of its slots add up to it. Days and ways there and back share them."""
        key = (literal.index, frozenset(slot.chosen.index for slot in slots))
        if key not in self._parts:
            self._parts[key] = self.cp.new_bool_var(name)
            self.cp.add(self._parts[key] <= total(slot.chosen for slot in slots))
        return self._parts[key]

    def seats_in(self, student: str, group: str) -> list[Seat]:
        """The student's seats in a group: one for each choice that the group's course answers."""
        return [seat for seat in self.student_seats[student] if seat.group.id == group]

    # --- what several rules and goals need --------------------------------------------------------

    @cached_property
    def week_atoms(self) -> list[int]:
        """The weeks of the year split so finely that every set of weeks in use is a union of parts."""
        masks = {slot.placement.weeks for group in self.groups.values() for slot in group.all_slots()}
        days = [day for item in self.network.classes for day in item.days]
        days += [day for student in self.network.students for day in student.lesson_ends]
        if any(day.parity is not Parity.EVERY for day in days):
            masks |= {parity_mask(Parity.ODD), parity_mask(Parity.EVEN)}
        atoms = [self.network.school_calendar.network_mask]
        for mask in sorted(masks):
            atoms = [part for atom in atoms for part in (atom & mask, atom & ~mask) if part]
        return atoms

    @cached_property
    def in_weeks(self) -> dict[tuple[str, int], Literal | int]:
        """(group, weeks) → whether the open group meets in that set of weeks; a plain 1 if it must."""
        result: dict[tuple[str, int], Literal | int] = {}
        for group in self.groups.values():
            masks = sorted({slot.placement.weeks for slot in group.slots.get(1, [])})
            for mask in masks:
                if len(masks) == 1:
                    result[group.id, mask] = 1
                else:
                    literal = self.cp.new_bool_var(f"weeks[{group.id},{mask:x}]")
                    self.cp.add(
                        total(s.chosen for s in group.slots[1] if s.placement.weeks == mask) == literal
                    )
                    result[group.id, mask] = literal
        return result

    def meets_in(self, seat: Seat, atom: int) -> list[Literal]:
        """Literals of which one holds exactly when the seat is taken and its group meets in the atom."""
        masks = sorted({slot.placement.weeks for slot in seat.group.slots[1]})
        if len(masks) == 1:
            return [seat.taken] if masks[0] & atom else []
        return [self.seat_in_weeks[seat, mask] for mask in masks if mask & atom]

    @cached_property
    def seat_in_weeks(self) -> dict[tuple[Seat, int], Literal]:
        """(seat, weeks) → the seat is taken and the group meets in that set of weeks."""
        result = {}
        for seat in self.seats:
            masks = sorted({slot.placement.weeks for slot in seat.group.slots[1]})
            if len(masks) == 1:
                continue
            literals = []
            for mask in masks:
                name = f"seat_weeks[{seat.student.id},{seat.group.id},{mask:x}]"
                literal = self.cp.new_bool_var(name)
                self.cp.add(literal <= self.in_weeks[seat.group.id, mask])
                result[seat, mask] = literal
                literals.append(literal)
            self.cp.add(total(literals) == seat.taken)
        return result

    @cached_property
    def attainable(self) -> dict[str, int]:
        """Applicant → the most points that the applicant could have alone."""
        return attainable_points(self)

    def site_of(self, slot: Slot) -> str:
        """The institution of the slot's centre, where all but practice takes place."""
        return self.network.centre_by_id[slot.placement.centre].institution

    def days(self, seat: Seat, session: int) -> dict[Stay, Literal]:
        """{stay: the seat is taken and its session is then and there}."""
        key = (seat, session)
        if key not in self._day_literals:
            self._day_literals[key] = self._days(seat, session)
        return self._day_literals[key]

    def _days(self, seat: Seat, session: int) -> dict[Stay, Literal]:
        by_day: dict[Stay, tuple[Literal, list[Slot]]] = {}
        for site, literal in seat.sites.items():
            for slot in seat.admitted[session, site]:
                placement = slot.placement
                key = Stay(placement.weekday, placement.weeks, site or self.site_of(slot), site)
                by_day.setdefault(key, (literal, []))[1].append(slot)
        if len(by_day) == 1:
            return dict.fromkeys(by_day, seat.taken)
        name = f"{seat.student.id},{seat.group.id}.{session}"
        result = {}
        for stay, (literal, slots) in by_day.items():
            label = f"day[{name},{stay.weekday},{stay.weeks:x},{stay.site}]"
            day = self.part(literal, slots, label if literal is not seat.remote else f"{label},remote")
            if literal is not seat.taken:
                self.cp.add_implication(day, literal)
            result[stay] = day
        self.cp.add(total(result.values()) == seat.taken)
        return result

    def may_meet(self, one: Seat, other: Seat) -> bool:
        """Whether one student could hold both seats: of one programme, or of choices not both alternative."""
        if one.group.course.id == other.group.course.id:
            return False
        if one.choice is other.choice:
            return True
        both_alternative = (
            one.choice.kind is ChoiceKind.ALTERNATIVE and other.choice.kind is ChoiceKind.ALTERNATIVE
        )
        return not both_alternative and self.network.max_courses(one.student) >= 2
