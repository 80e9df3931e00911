"""Udomlya's builder: the size, the kinds of things and the demand that the bundled network promises."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from instances import read
from instances.bundled import bundled_path
from instances.udomlya import build
from models.finding import Severity
from models.network import Network
from models.people import People
from models.tables import CentreStatus, ChoiceKind, CourseParity, InstitutionKind, Period
from models.time import Parity


@pytest.fixture(scope="module")
def built() -> tuple[Network, People]:
    """Network and names as the builder makes them."""
    return build()


@pytest.fixture(scope="module")
def network(built: tuple[Network, People]) -> Network:
    """The network alone."""
    return built[0]


def test_size(network: Network) -> None:
    """Eleven institutions, some 600 seniors, of whom 130 apply, 21 or 22 in a hundred."""
    seniors = sum(c.head_count for c in network.classes if c.grade in network.rules.senior_grades)
    assert len(network.institutions) == 11
    assert 580 <= seniors <= 620
    assert len(network.choices_by_student) == len(network.students) == 130
    assert 20 <= 100 * 130 / seniors <= 24


def test_centres(network: Network) -> None:
    """Five open centres, two of them in one school, and a candidate in a village."""
    status = Counter(centre.status for centre in network.centres)
    assert status == {CentreStatus.OPEN: 5, CentreStatus.CANDIDATE: 1}
    hosts = Counter(centre.institution for centre in network.centres)
    assert hosts.most_common(1) == [("УСОШ5", 2)]


def test_courses_cover_the_nine_profiles(network: Network) -> None:
    """Ten courses of nine profiles, with all the forms a course can have and a programme with practice."""
    courses = network.courses
    assert len(courses) == 10
    assert len({course.profile for course in courses}) == 9
    assert any(course.period is Period.HALF for course in courses)
    assert any(course.parity is CourseParity.ODD for course in courses)
    assert any(course.weekly_sessions == 2 for course in courses)
    assert any(course.num_teachers == 2 for course in courses)
    programme = network.programme_courses["ПЕД"]
    assert {(c.min_size, c.target_size, c.max_size) for c in programme} == {(15, 20, 25)}
    assert [course.is_practice for course in programme] == [False, True]


def test_hours_fit_with_a_date_to_spare(network: Network) -> None:
    """Every course has weekday and weeks with at least one date more than it needs."""
    for course in network.courses:
        assert any(
            len(network.usable_dates(course, centre, weekday, weeks)) > course.session_dates_needed(1)
            for centre in course.centres
            for weekday in range(1, 6)
            for weeks in network.week_masks(course)
        ), course.id


def test_circumstances(network: Network) -> None:
    """All that a planner meets in a year occurs at least once."""
    kinds = {item.kind for item in network.institutions}
    assert {InstitutionKind.COLLEGE, InstitutionKind.KINDERGARTEN} <= kinds
    assert {i.days_a_week for i in network.institutions} == {5, 6}
    assert {day.parity for c in network.classes for day in c.days} == set(Parity)
    assert any(school_class.absent for school_class in network.classes)
    assert any(teacher.may_travel for teacher in network.teachers)
    assert any(choice.kind is ChoiceKind.ADDITIONAL for choice in network.choices)
    assert any(choice.continues for choice in network.choices)
    assert any(network.is_late(choice) for choice in network.choices)
    assert any(student.priorities for student in network.students)
    assert all(lock.reason for lock in network.locks)
    assert network.locks
    assert network.wishes


def test_references(network: Network) -> None:
    """Every id named in a row stands in its table."""
    institutions, courses = network.institution_by_id, network.course_by_id
    targets = set(courses) | {programme.id for programme in network.programmes}
    assert all(centre.institution in institutions for centre in network.centres)
    assert all(room.centre in network.centre_by_id for room in network.rooms)
    assert all(item.institution in institutions for item in network.classes)
    assert all((s.institution, s.class_name) in network.class_by_key for s in network.students)
    assert all(choice.course in targets for choice in network.choices)
    assert all(set(teacher.courses) <= set(courses) for teacher in network.teachers)
    assert all(set(course.centres) <= set(network.centre_by_id) for course in network.courses)
    declared = set(network.priority_by_id)
    assert all(set(student.priorities) <= declared for student in network.students)


def test_people_are_synthetic(built: tuple[Network, People]) -> None:
    """People are called by number (teachers with their subject), and the network says so."""
    network, people = built
    assert len(people.rows) == len(network.students) + len(network.teachers)
    pattern = re.compile(r"Обучающийся-\d{3}|Учитель-\d{2} \([а-я ]+\)")
    assert all(pattern.fullmatch(person.name) for person in people.rows)
    notes = [requisite.value for requisite in network.requisites if requisite.key == "примечание"]
    assert len(notes) == 1
    assert "вымышлены" in notes[0]


def test_builder_is_deterministic(network: Network) -> None:
    """Built twice, the network has one digest."""
    assert build()[0].sha256 == network.sha256


def test_workbook_is_what_the_builder_makes(built: tuple[Network, People]) -> None:
    """The bundled workbook reads without faults and gives the builder's network and names."""
    reading = read(bundled_path("udomlya"))
    assert not reading.errors
    assert reading.network is not None
    assert reading.network.sha256 == built[0].sha256
    assert reading.people == built[1]


def test_only_the_ninth_grader_is_warned_of() -> None:
    """The one thing ``setka check`` remarks on is the choice that the course's grades rule out."""
    warnings = [fault for fault in read(bundled_path("udomlya")).faults if fault.severity is Severity.WARNING]
    assert [(fault.spot.sheet, fault.value) for fault in warnings] == [("Заявки", "ИТ")]
