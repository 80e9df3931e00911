"""The generator: the same spec gives the same network, well-formed, with all the kinds of courses."""

from __future__ import annotations

from pathlib import Path

import pytest

from instances import read, write
from instances.generator import GeneratorSpec, generate
from models.network import Network
from models.tables import ChoiceKind, CourseParity, InstitutionKind, Period


@pytest.fixture(scope="module", params=[1, 2], ids=["one course", "two courses"])
def network(request: pytest.FixtureRequest) -> Network:
    """A network of 120 applicants with one, and with two courses a student."""
    return generate(GeneratorSpec(seed=4, courses_per_student=request.param))[0]


def test_same_spec_same_network() -> None:
    """Two runs of one spec agree in every row, another seed does not."""
    spec = GeneratorSpec(applicants=250, seed=7)
    assert generate(spec)[0].sha256 == generate(spec)[0].sha256
    assert generate(spec)[0].sha256 != generate(spec.replace(seed=8))[0].sha256


@pytest.mark.parametrize("applicants", [100, 121, 1000])
def test_number_of_applicants(applicants: int) -> None:
    """Exactly as many students as asked for, every one with a choice and a (synthetic) name."""
    network, people = generate(GeneratorSpec(applicants=applicants))
    assert len(network.students) == applicants
    assert set(network.choices_by_student) == set(network.student_by_id)
    assert all(people.student(student.id).startswith("Обучающийся-") for student in network.students)


def test_references(network: Network) -> None:
    """Every id named in a row stands in its table."""
    institutions = network.institution_by_id
    targets = set(network.course_by_id) | {programme.id for programme in network.programmes}
    assert len(institutions) == len(network.institutions)
    assert all(centre.institution in institutions for centre in network.centres)
    assert all(room.centre in network.centre_by_id for room in network.rooms)
    assert all(item.institution in institutions for item in network.classes)
    assert all((s.institution, s.class_name) in network.class_by_key for s in network.students)
    assert all(choice.course in targets for choice in network.choices)
    assert all(set(course.centres) <= set(network.centre_by_id) for course in network.courses)
    assert all(set(teacher.courses) <= set(network.course_by_id) for teacher in network.teachers)
    assert all(teacher.institution in institutions for teacher in network.teachers)


def test_choices_are_ranked_once(network: Network) -> None:
    """Ranks of a student run 1, 2, 3 without a course named twice."""
    for choices in network.choices_by_student.values():
        assert [choice.rank for choice in choices] == list(range(1, len(choices) + 1))
        assert len({choice.course for choice in choices}) == len(choices)


def test_additional_choices_only_by_consent(network: Network) -> None:
    """An additional choice needs the consent to two courses, and in a network of two many have one."""
    extra = [choice for choice in network.choices if choice.kind is ChoiceKind.ADDITIONAL]
    assert all(network.student_by_id[choice.student].two_courses_consent for choice in extra)
    assert bool(extra) == any(student.two_courses_consent for student in network.students)


def test_kinds_of_courses(network: Network) -> None:
    """Half-year, odd, odd-or-even, two-session, two-teacher and practice courses all occur."""
    courses = network.courses
    assert any(course.period is Period.HALF for course in courses)
    assert {CourseParity.ODD, CourseParity.EITHER} <= {course.parity for course in courses}
    assert any(course.weekly_sessions == 2 for course in courses)
    assert any(course.num_teachers == 2 for course in courses)
    assert any(course.is_practice for course in courses)
    assert any(teacher.may_travel for teacher in network.teachers)


def test_every_course_can_be_held(network: Network) -> None:
    """Every course finds a day with a room, its teachers and dates enough for all its hours."""
    for course in network.courses:
        minutes = network.session_minutes(course)
        assert any(
            len(network.usable_dates(course, centre, weekday, weeks)) >= course.session_dates_needed(1)
            and (course.is_practice or any(day in _days(room) for room in network.rooms_by_centre[centre]))
            and sum(course.id in t.courses and day in _days(t) for t in network.teachers)
            >= course.num_teachers
            for centre in course.centres
            for weekday in range(1, 7)
            for day in [weekday]
            for weeks in network.week_masks(course)
            if network.grid(centre, weekday, minutes)
        ), course.id


def _days(item: object) -> set[int]:
    """The weekdays on which a room or teacher has a window."""
    return {window.weekday for window in getattr(item, "windows", ())}


def test_seniors_outnumber_applicants(network: Network) -> None:
    """No class has more applicants than heads, and the applicants are a minority of the seniors."""
    for school_class in network.classes:
        applicants = [s for s in network.students if (s.institution, s.class_name) == school_class.key]
        assert len(applicants) <= school_class.head_count
    assert sum(item.head_count for item in network.classes) > 3 * len(network.students)


def test_situations_are_many_but_shared() -> None:
    """120 applicants fall into some 90 to 112 different situations of class, home and choices."""
    for seed in range(1, 6):
        network, _ = generate(GeneratorSpec(seed=seed))
        situations = {
            (
                student.institution,
                student.class_name,
                student.home,
                student.home_by,
                student.may_travel_alone,
                tuple((c.course, c.rank) for c in network.choices_by_student[student.id]),
            )
            for student in network.students
        }
        assert 90 <= len(situations) <= 112


@pytest.mark.parametrize(
    "knobs",
    [
        {"rural_share": 0.0},
        {"rural_share": 1.0},
        {"room_scarcity": 1.0, "teacher_scarcity": 1.0, "seat_scarcity": 1.0},
        {"popularity_skew": 1.0, "teacher_scarcity": 0.0},
    ],
    ids=str,
)
def test_extreme_knobs(knobs: dict[str, float]) -> None:
    """The ends of every knob still give a network of the size asked for."""
    network, _ = generate(GeneratorSpec.model_validate({"applicants": 130, **knobs}))
    assert len(network.students) == 130


def test_travel_is_local() -> None:
    """Ways are listed within a municipality and between the two towns of a pair, so the table stays short."""
    network, _ = generate(GeneratorSpec(applicants=2400))
    assert len(network.travel) < 35 * 20
    kindergartens = [i for i in network.institutions if i.kind is InstitutionKind.KINDERGARTEN]
    assert len(kindergartens) == 2 * 20


def test_written_and_read_without_loss(tmp_path: Path) -> None:
    """A generated workbook reads without errors and gives the same network and names."""
    network, people = generate(GeneratorSpec(applicants=250, seed=3, courses_per_student=2))
    write(network, people, tmp_path / "network.xlsx")
    reading = read(tmp_path / "network.xlsx")
    assert not reading.errors
    assert reading.network is not None
    assert reading.network.sha256 == network.sha256
    assert reading.people == people
