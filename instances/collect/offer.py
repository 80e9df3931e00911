"""What a school may choose from: its classes, the courses offered to them, places to ride home to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from instances.fold import fold, fold_class, nearest
from models.network import Network
from models.tables import Course, Institution, SchoolClass
from models.wishes import is_offered


@dataclass(frozen=True)
class Target:
    """A course, or a programme with its courses, that can be chosen."""

    id: str
    label: str
    title: str
    profile: str
    grades: tuple[int, ...]
    hours: int
    offered: bool


@dataclass(frozen=True)
class Offer:
    """Everything a form of the network names."""

    network: Network

    @cached_property
    def schools(self) -> tuple[Institution, ...]:
        """The schools that get a form: they take part and have classes to fill it."""
        return tuple(school for school in self.network.institutions if self.classes(school.id))

    def classes(self, school: str) -> tuple[SchoolClass, ...]:
        """The senior classes of a school that takes part, and those its applicants are in already."""
        institution = self.network.institution_by_id.get(school)
        if institution is None or not institution.participates:
            return ()
        senior = self.network.rules.senior_grades
        known = {student.class_name for student in self.network.students if student.institution == school}
        return tuple(
            item
            for item in self.network.classes
            if item.institution == school and (not senior or item.grade in senior or item.name in known)
        )

    @cached_property
    def targets(self) -> dict[str, Target]:
        """All that can be chosen, by id: programmes whole, their courses not apart."""
        network = self.network
        found: list[tuple[str, str, str, list[Course]]] = [
            (course.id, course.title, course.profile, [course])
            for course in network.courses
            if not course.programme
        ]
        for programme in network.programmes:
            courses = network.courses_of(programme.id)
            if courses:
                found.append(
                    (programme.id, programme.title, programme.profile or courses[0].profile, courses)
                )
        titles = Counter(fold(title) for _, title, _, _ in found)
        none_open = not any(self._is_offered(courses) for *_, courses in found)
        return {
            id: Target(
                id,
                title if titles[fold(title)] == 1 else f"{title} ({id})",
                title,
                profile,
                _common_grades(courses),
                sum(course.hours for course in courses),
                self._is_offered(courses) or (none_open and all(c.max_groups != 0 for c in courses)),
            )
            for id, title, profile, courses in found
        }

    def _is_offered(self, courses: list[Course]) -> bool:
        return all(is_offered(self.network, course) for course in courses)

    def targets_for(self, school: str) -> tuple[Target, ...]:
        """What is offered to some class of the school."""
        grades = {item.grade for item in self.classes(school)}
        return tuple(
            target
            for target in self.targets.values()
            if target.offered and (not target.grades or grades & set(target.grades))
        )

    def label(self, id: str) -> str:
        """How forms call a course or programme."""
        if id in self.targets:
            return self.targets[id].label
        course = self.network.course_by_id.get(id)
        return course.title if course else id

    @cached_property
    def _ids(self) -> dict[str, set[str]]:
        ids: dict[str, set[str]] = {}
        for course in self.network.courses:
            for word in (course.id, course.title):
                ids.setdefault(fold(word), set()).add(course.id)
        for target in self.targets.values():
            for word in (target.id, target.title):
                ids.setdefault(fold(word), set()).add(target.id)
        for target in self.targets.values():
            ids[fold(target.label)] = {target.id}
        return ids

    def find(self, text: str) -> tuple[str, ...]:
        """The courses and programmes that a text may mean; one id where it is clear."""
        if text in self.targets:
            return (text,)
        return tuple(sorted(self._ids.get(fold(text), ())))

    def nearest(self, text: str, school: str) -> str:
        """The nearest label offered to the school; empty if none is near."""
        near = nearest(text, [target.label for target in self.targets_for(school)])
        return near[0] if near else ""

    def class_named(self, school: str, text: str) -> SchoolClass | None:
        """The class of a school, however it is spelt."""
        return self._classes_by_name.get((school, fold_class(text)))

    @cached_property
    def _classes_by_name(self) -> dict[tuple[str, str], SchoolClass]:
        return {(item.institution, fold_class(item.name)): item for item in self.network.classes}

    @cached_property
    def places(self) -> dict[str, str]:
        """Folded name → place as the workbook has it: settlements, stops, ends of ways, institutions."""
        network = self.network
        named = [
            *(item.settlement for item in network.institutions if item.settlement),
            *(stop.place for run in network.runs for stop in run.stops),
            *(place for way in network.travel for place in (way.origin, way.destination)),
            *(student.home for student in network.students if student.home),
        ]
        found: dict[str, str] = {}
        for place in named:
            found.setdefault(fold(place), place)
        for item in network.institutions:
            found.setdefault(fold(item.id), item.id)
            found.setdefault(fold(item.name), item.id)
        return found

    @cached_property
    def villages(self) -> tuple[str, ...]:
        """Places to ride home to, in order, without the institutions themselves."""
        institutions = set(self.network.institution_by_id)
        zones = {item.zone for item in self.network.institutions}
        return tuple(sorted(set(self.places.values()) - institutions - zones))


def _common_grades(courses: list[Course]) -> tuple[int, ...]:
    """The grades that all the courses are for; none where they restrict nothing."""
    named = [set(course.grades) for course in courses if course.grades]
    return tuple(sorted(set.intersection(*named))) if named else ()
