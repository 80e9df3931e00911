"""All documents: what they are, which template each is made from, and what is put in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from reports.documents import month, orders, passengers, students
from reports.documents.common import Values
from reports.export.source import Source

Content = Callable[[], Values]


@dataclass(frozen=True)
class Paper:
    """A file to make: its name without the ending, and what is put into the template."""

    name: str
    values: Content


@dataclass(frozen=True)
class Document:
    """``code`` is the document's number, ``title`` its name, ``template`` the file it is made from."""

    code: str
    title: str
    template: str
    papers: Callable[[Source], Iterator[Paper]]


def _organisation(source: Source) -> Iterator[Paper]:
    yield Paper("Приказ об организации работы сети", partial(orders.organisation, source))


def _timetable(source: Source) -> Iterator[Paper]:
    yield Paper("Приказ о расписании", partial(orders.timetable, source))


def _months(source: Source) -> Iterator[Paper]:
    for first in month.months(source):
        yield Paper(f"План на месяц {first:%Y-%m}", partial(month.month_plan, source, first))


def _individual(source: Source) -> Iterator[Paper]:
    seated = {seat.student for seat in source.plan.enrolments}
    for school, members in students.by_school(source, seated).items():
        name = f"ИУП {source.institution_name(school)}"
        yield Paper(name, partial(students.individual_plans, source, members))


def _passengers(source: Source) -> Iterator[Paper]:
    if source.plan.rides:
        yield Paper("Списки пассажиров и график подвоза", partial(passengers.passengers, source))


def _refusals(source: Source) -> Iterator[Paper]:
    refused = {refusal.student for refusal in source.plan.refusals}
    for school, members in students.by_school(source, refused).items():
        name = f"Уведомления {source.institution_name(school)}"
        yield Paper(name, partial(students.refusals, source, members))


DOCUMENTS = (
    Document(
        "D1",
        "Приказ «Об организации работы муниципальной сети профильных курсов»",
        "D01_приказ_организация.docx",
        _organisation,
    ),
    Document(
        "D2",
        "Приказ «Об утверждении расписания занятий муниципальной сети профильного обучения»",
        "D02_приказ_расписание.docx",
        _timetable,
    ),
    Document("D11", "План работы на месяц", "D11_план_на_месяц.docx", _months),
    Document("D13", "Индивидуальные учебные планы", "D13_индивидуальные_планы.docx", _individual),
    Document("D19", "Список пассажиров и график подвоза", "D19_списки_подвоза.docx", _passengers),
    Document("D20", "Уведомления об отказе", "D20_уведомления.docx", _refusals),
)
BY_CODE = {document.code: document for document in DOCUMENTS}
