"""What the tables are made from, with the look-ups they share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from models.fault import Assumption
from models.network import Network
from models.people import People
from models.plan import Enrolment, Group, Plan, Session
from models.tables import Student
from models.text import Text
from reports.audit.timetable.words import PRACTICE


@dataclass(frozen=True)
class Source:
    """A plan with its network, the names of people and what was assumed when reading."""

    network: Network
    plan: Plan
    people: People
    assumptions: tuple[Assumption, ...] = ()

    @cached_property
    def unofficial_years(self) -> list[int]:
        """Calendar years whose moved days off were not known when the network was read."""
        return sorted({a.unofficial_year for a in self.assumptions if a.unofficial_year is not None})

    @cached_property
    def session_by_id(self) -> dict[str, tuple[Group, Session]]:
        return {session.id: (group, session) for group, session in self.plan.sessions()}

    def course_title(self, target: str) -> str:
        """The title of a course or of a programme; the id where the network knows neither."""
        if target in self.network.course_by_id:
            return self.network.course_by_id[target].title
        titles = [programme.title for programme in self.network.programmes if programme.id == target]
        return titles[0] if titles else target

    def profile(self, course: str) -> str:
        known = self.network.course_by_id.get(course)
        return known.profile if known else ""

    def institution_name(self, institution: str) -> str:
        known = self.network.institution_by_id.get(institution)
        return known.name if known else institution

    def centre_name(self, centre: str) -> str:
        """The institution a centre works in; with the centre's id where it has several."""
        known = self.network.centre_by_id.get(centre)
        if known is None:
            return centre
        siblings = [item for item in self.network.centres if item.institution == known.institution]
        name = self.institution_name(known.institution)
        return name if len(siblings) == 1 else f"{name} ({centre})"

    def centre_address(self, centre: str) -> str:
        known = self.network.centre_by_id.get(centre)
        institution = self.network.institution_by_id.get(known.institution) if known else None
        return institution.address if institution else ""

    def is_practice(self, group: Group) -> bool:
        """Whether a group meets at practice places instead of its centre."""
        known = self.network.course_by_id.get(group.course)
        return known is not None and known.is_practice

    def held_at(self, group: Group, centre: str) -> str | Text:
        """Where people go to for a session of a group at a centre."""
        return PRACTICE if self.is_practice(group) else self.centre_name(centre)

    def student(self, student: str) -> Student | None:
        return self.network.student_by_id.get(student)

    def grade(self, student: str) -> int | None:
        known = self.student(student)
        return self.network.class_of(known).grade if known else None

    def members(self, group: str) -> list[Enrolment]:
        return self.plan.members.get(group, [])

    def group_centre(self, group: Group) -> str:
        """The one centre all sessions of a group are held at; empty for a group without sessions."""
        return group.sessions[0].centre if group.sessions else ""
