"""Two schools, and forms that are filled in as a school would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl

from instances.collect import Merge, Options, file_names, merge, write_form
from instances.collect.layout import TOP
from instances.collect.offer import Offer
from instances.tiny.base import course, network, rules, school, school_class, slot, teacher
from models.people import People, Person, PersonKind
from models.tables import (
    Centre,
    Choice,
    ChoiceKind,
    Programme,
    Room,
    SchoolClass,
    Student,
    Wish,
)

NAMES = {
    "О-001": "Первый Обучающийся Альфа",
    "О-002": "Второй Обучающийся Бета",
    "О-003": "Третий Обучающийся Гамма",
    "О-101": "Сельский Обучающийся Дельта",
}


def _class(institution: str, name: str, grade: int) -> SchoolClass:
    return school_class(institution).replace(name=name, grade=grade, head_count=12)


NETWORK = network(
    "проба",
    rules=rules([slot(day, "14:30", "18:00") for day in range(1, 6)]),
    institutions=(
        school("Ш1").replace(settlement="Город"),
        school("С1").replace(settlement="Село", is_rural=True),
        school("П1").replace(participates=False),
    ),
    classes=(
        *(_class("Ш1", "9А", 9), _class("Ш1", "10А", 10), _class("Ш1", "10Б", 10), _class("Ш1", "11А", 11)),
        _class("С1", "10", 10),
        _class("П1", "10", 10),
    ),
    centres=(Centre(id="РЦ1", institution="Ш1"),),
    rooms=(Room(centre="РЦ1", name="1", capacity=10),),
    courses=(
        course("ИТ", title="Программирование"),
        course("ХИМ", title="Химия", grades=(11,)),
        course("ПРАВО", title="Право"),
        course("ПСИХ", title="Психология", programme="ПЕД"),
        course("ЖУР", title="Журналистика", max_groups=0),
    ),
    programmes=(Programme(id="ПЕД", title="Педагогический класс"),),
    teachers=(teacher("У1", "ИТ", "ХИМ", "ПРАВО", "ПСИХ"),),
    students=(
        Student(id="О-001", institution="Ш1", class_name="10А", consent=True),
        Student(id="О-002", institution="Ш1", class_name="11А", home="Село"),
        Student(id="О-003", institution="Ш1", class_name="10А", may_travel_alone=False),
        Student(id="О-101", institution="С1", class_name="10"),
    ),
    choices=(
        Choice(student="О-001", course="ИТ", rank=1, source="письмо", continues=True),
        Choice(student="О-002", course="ХИМ", rank=1),
        Choice(student="О-002", course="ПЕД", rank=2, kind=ChoiceKind.ADDITIONAL),
        Choice(student="О-003", course="ПРАВО", rank=1),
        Choice(student="О-101", course="ИТ", rank=1),
    ),
    wishes=(
        Wish(institution="Ш1", student="О-001", target="физика"),
        Wish(institution="Ш1", class_name="10А", target="астрономия", count=3),
    ),
)
PEOPLE = People(
    rows=(
        *(Person(id=id, kind=PersonKind.STUDENT, name=name) for id, name in NAMES.items()),
        Person(id="У1", kind=PersonKind.TEACHER, name="Учитель-1"),
    )
)


class Desk:
    """Where forms are made, filled in and merged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.network, self.people = NETWORK, PEOPLE
        self.make()

    def make(self) -> None:
        """Makes all forms from the network as it is now."""
        offer = Offer(self.network)
        self.files = {id: self.folder / name for id, name in file_names(offer.schools).items()}
        for id, path in self.files.items():
            path.unlink(missing_ok=True)
            write_form(offer, self.people, id, path)

    def edit(self, school: str, change: Callable[[openpyxl.Workbook], Any]) -> None:
        """Opens a form, changes it, saves it."""
        book = openpyxl.load_workbook(self.files[school])
        change(book)
        book.save(self.files[school])

    def fill(self, school: str, row: int, **cells: Any) -> int:
        """Types into a row (1 is the first below the headers); Russian headers, ``_`` for spaces."""

        def change(book: openpyxl.Workbook) -> None:
            sheet = book["Заявка"]
            columns = {str(cell.value): cell.column for cell in sheet[TOP + 1]}
            for header, value in cells.items():
                sheet.cell(TOP + 1 + row, columns[header.replace("_", " ")]).value = value

        self.edit(school, change)
        return TOP + 1 + row

    def merge(self, *paths: Path, **options: bool) -> Merge:
        """Merges the forms (all of them without ``paths``)."""
        return merge(self.network, self.people, paths or list(self.files.values()), Options(**options))

    def chosen(self, student: str) -> list[tuple[int, str]]:
        """Rank and course of a student's choices, as the network is now."""
        return [(choice.rank, choice.course) for choice in self.network.choices_by_student.get(student, [])]

    def take(self, **options: bool) -> Merge:
        """Merges all forms and goes on with what came out."""
        merged = self.merge(**options)
        assert not merged.errors
        self.network, self.people = merged.network, merged.people
        return merged
