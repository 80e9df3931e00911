"""Puts the rows of forms into the tables of students, choices and wishes; all other tables stay."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from instances.collect.entries import ABOUT_STUDENT, Entry
from instances.collect.reading import Form
from instances.collect.texts import SOURCE
from models.network import Network
from models.people import People, Person, PersonKind
from models.tables import Choice, ChoiceKind, Student, Wish


class Answers(Protocol):
    """What a school's form comes to: ``now`` are the students that are new or changed."""

    form: Form
    now: dict[str, Entry]
    gone: list[str]


def apply(network: Network, people: People, schools: Iterable[Answers]) -> tuple[Network, People]:
    """The network and the names with what changed; rows that did not stay as and where they are."""
    schools = list(schools)
    now = {id: (school, entry) for school in schools for id, entry in school.now.items()}
    gone = {id for school in schools for id in school.gone}
    if not now and not gone:
        return network, people
    known = {student.id for student in network.students}
    students = [
        _student(student, now[student.id][1]) if student.id in now else student
        for student in network.students
        if student.id not in gone
    ]
    students += [
        _student(Student(id=id, institution=school.form.school, class_name=entry.class_name), entry)
        for id, (school, entry) in now.items()
        if id not in known
    ]
    choices = _replaced(
        [item for item in network.choices if item.student not in gone],
        {
            id: _choices(id, entry, network.choices_by_student.get(id, []), school.form.submitted)
            for id, (school, entry) in now.items()
        },
    )
    wishes = [item for item in network.wishes if not item.student or item.student not in gone]
    for id, (school, entry) in now.items():
        own = [wish for wish in wishes if wish.student == id]
        if tuple(wish.target for wish in own) == entry.wishes:
            continue
        had = {wish.target for wish in own}
        wishes = [wish for wish in wishes if wish.student != id or wish.target in entry.wishes]
        wishes += [
            Wish(institution=school.form.school, student=id, target=target)
            for target in entry.wishes
            if target not in had
        ]
    merged = network.replace(students=tuple(students), choices=tuple(choices), wishes=tuple(wishes))
    return merged, _people(people, students, {id: entry.name for id, (_, entry) in now.items()})


def _student(student: Student, entry: Entry) -> Student:
    return student.replace(**{name: getattr(entry, name) for name in ABOUT_STUDENT})


def _choices(student: str, entry: Entry, former: list[Choice], submitted: date | None) -> list[Choice]:
    """The choices of a student; one made before keeps its date, source and the rest."""
    known = {choice.course: choice for choice in former}
    found = []
    for wanted in sorted(entry.choices, key=lambda item: item.rank):
        kind = ChoiceKind.ADDITIONAL if wanted.additional else ChoiceKind.ALTERNATIVE
        choice = known.get(wanted.course) or Choice(
            student=student, course=wanted.course, rank=wanted.rank, made_on=submitted, source=SOURCE
        )
        found.append(choice.replace(rank=wanted.rank, kind=kind))
    return found


def _replaced(choices: list[Choice], new: dict[str, list[Choice]]) -> list[Choice]:
    """The choices with those of some students put where their first one stood, else at the end."""
    found: list[Choice] = []
    done: set[str] = set()
    for choice in choices:
        if choice.student not in new:
            found.append(choice)
        elif choice.student not in done:
            done.add(choice.student)
            found += new[choice.student]
    return found + [choice for id, own in new.items() if id not in done for choice in own]


def _people(people: People, students: list[Student], names: dict[str, str]) -> People:
    """The names in the order of the students, then everybody else's."""
    known = {row.id: row for row in people.rows if row.kind is PersonKind.STUDENT}
    rows = []
    for student in students:
        name = names.get(student.id) or (known[student.id].name if student.id in known else "")
        if name and (student.id in known or name != student.id):
            rows.append(Person(id=student.id, kind=PersonKind.STUDENT, name=name))
    return People(rows=(*rows, *(row for row in people.rows if row.kind is not PersonKind.STUDENT)))
