"""All documents: what they are, which template each is made from, and what is put in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from reports.documents import (
    agreements,
    bank,
    month,
    orders,
    passengers,
    students,
    support,
    thanks,
    year_end,
    year_report,
)
from reports.documents.common import Values, centre_title, ordinal
from reports.documents.telling import Office, Public
from reports.export.source import Source

Content = Callable[[], Values]
Kind = type[Office] | type[Public]


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
    public: Callable[[Source], Iterator[Paper]] | None = None
    """The same papers as they may be published; ``None`` for those that are about people."""


def _organisation(kind: Kind, source: Source) -> Iterator[Paper]:
    yield Paper("Приказ об организации работы сети", partial(orders.organisation, kind(source)))


def _timetable(kind: Kind, source: Source) -> Iterator[Paper]:
    yield Paper("Приказ о расписании", partial(orders.timetable, kind(source)))


def _months(kind: Kind, source: Source) -> Iterator[Paper]:
    for first in month.months(source):
        yield Paper(f"План на месяц {first:%Y-%m}", partial(month.month_plan, kind(source), first))


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


def _assessment(source: Source) -> Iterator[Paper]:
    yield Paper("Приказ об итоговой аттестации", partial(year_end.assessment_order, source))


def _sheets(source: Source) -> Iterator[Paper]:
    for group in year_end.groups(source):
        name = f"Ведомость {source.course_title(group.course)} {ordinal(group.id)}"
        yield Paper(name, partial(year_end.assessment_sheet, source, group))


def _certificates_order(source: Source) -> Iterator[Paper]:
    yield Paper("Приказ о выдаче сертификатов", partial(year_end.certificates_order, source))


def _certificates(source: Source) -> Iterator[Paper]:
    found = year_end.certified(source)
    schools = dict.fromkeys(known.institution for _, s in found if (known := source.student(s.student)))
    for school in schools:
        mine = [(group, seat) for group, seat in found if _is_of(source, seat.student, school)]
        yield Paper(
            f"Сертификаты {source.institution_name(school)}", partial(year_end.certificates, source, mine)
        )


def _together(source: Source) -> Iterator[Paper]:
    yield Paper("Приказ о сетевом взаимодействии", partial(agreements.together, source))


def _with_parents(word: str, source: Source) -> Iterator[Paper]:
    seated = {seat.student for seat in source.plan.enrolments}
    for school, members in students.by_school(source, seated).items():
        name = f"{word} {source.institution_name(school)}"
        yield Paper(name, partial(agreements.with_parents, source, members))


def _contracts(source: Source) -> Iterator[Paper]:
    for centre, schools in agreements.partners(source).items():
        for school in schools:
            if school != source.network.centre_by_id[centre].institution:
                name = f"Договор {source.institution_name(school)} — {centre_title(source, centre)}"
                yield Paper(name, partial(agreements.contract, source, school, centre))


def _notes(source: Source) -> Iterator[Paper]:
    found = year_end.certified(source)
    for centre, schools in agreements.partners(source).items():
        for school in schools:
            mine = [
                (group, seat)
                for group, seat in found
                if source.group_centre(group) == centre and _is_of(source, seat.student, school)
            ]
            if mine and school != source.network.centre_by_id[centre].institution:
                name = f"Справка {centre_title(source, centre)} — {source.institution_name(school)}"
                yield Paper(name, partial(year_end.results_note, source, mine, centre, school))


def _single(name: str, content: Callable[[Source], Values], source: Source) -> Iterator[Paper]:
    yield Paper(name, partial(content, source))


def _year(kind: Kind, source: Source) -> Iterator[Paper]:
    yield Paper("Отчёт сети за год", partial(year_report.year_report, kind(source)))


def _forms(source: Source) -> Iterator[Paper]:
    network = source.network
    having = {one.institution for one in network.classes}
    for school in network.institutions:
        if school.participates and school.id in having:
            yield Paper(f"Заявка {school.name}", partial(bank.blank_form, source, school.id))


def _is_of(source: Source, student: str, school: str) -> bool:
    known = source.student(student)
    return known is not None and known.institution == school


DOCUMENTS = (
    Document(
        "D1",
        "Приказ «Об организации работы муниципальной сети профильных курсов»",
        "D01_приказ_организация.docx",
        partial(_organisation, Office),
        partial(_organisation, Public),
    ),
    Document(
        "D2",
        "Приказ «Об утверждении расписания занятий муниципальной сети профильного обучения»",
        "D02_приказ_расписание.docx",
        partial(_timetable, Office),
        partial(_timetable, Public),
    ),
    Document(
        "D4",
        "Приказ «О проведении итоговой аттестации в муниципальной сети профильных курсов»",
        "D04_приказ_аттестация.docx",
        _assessment,
    ),
    Document("D5", "Ведомость итоговой аттестации", "D05_ведомость.docx", _sheets),
    Document(
        "D6",
        "Приказ «О выдаче сертификатов о прослушивании профильных курсов» с реестром",
        "D06_приказ_сертификаты.docx",
        _certificates_order,
    ),
    Document("D7", "Сертификаты", "D07_сертификаты.docx", _certificates),
    Document(
        "D8",
        "Приказ «О финансовой поддержке учителей, работающих в муниципальной сети профильных курсов»",
        "D08_приказ_поддержка.docx",
        partial(_single, "Приказ о поддержке учителей", support.support_order),
    ),
    Document(
        "D9",
        "Приказ «Об объявлении благодарностей по итогам работы муниципальной сети профильных курсов»",
        "D09_приказ_благодарности.docx",
        partial(_single, "Приказ о благодарностях", thanks.commendations),
    ),
    Document(
        "D10",
        "Приказ «Об организации сетевого взаимодействия муниципальных образовательных учреждений»",
        "D10_приказ_взаимодействие.docx",
        _together,
    ),
    Document(
        "D11",
        "План работы на месяц",
        "D11_план_на_месяц.docx",
        partial(_months, Office),
        partial(_months, Public),
    ),
    Document("D12", "Банк данных", "D12_банк_данных.docx", partial(_single, "Банк данных", bank.data_bank)),
    Document("D13", "Индивидуальные учебные планы", "D13_индивидуальные_планы.docx", _individual),
    Document("D14", "Соглашения с родителями", "D14_соглашения.docx", partial(_with_parents, "Соглашения")),
    Document(
        "D14-ПД",
        "Согласия на обработку персональных данных",
        "D14_согласия.docx",
        partial(_with_parents, "Согласия"),
    ),
    Document("D15", "Договор школы и ресурсного центра о сетевой форме", "D15_договор.docx", _contracts),
    Document("D16", "Справка о результатах", "D16_справка.docx", _notes),
    Document("D19", "Список пассажиров и график подвоза", "D19_списки_подвоза.docx", _passengers),
    Document("D20", "Уведомления об отказе", "D20_уведомления.docx", _refusals),
    Document(
        "D21",
        "Отчёт сети за год",
        "D21_отчёт_за_год.docx",
        partial(_year, Office),
        partial(_year, Public),
    ),
    Document("D22", "Заявка школы (бланк)", "D22_заявка_школы.docx", _forms),
    Document(
        "D23",
        "Список на доплату руководителям базовых ОУ",
        "D23_доплаты_руководителям.docx",
        partial(_single, "Список на доплату руководителям", thanks.supplements),
    ),
    Document(
        "D23-СОВЕТ",
        "Выписка из решения Совета",
        "D23_выписка_Совета.docx",
        partial(_single, "Выписка из решения Совета", thanks.council_extract),
    ),
)
BY_CODE = {document.code: document for document in DOCUMENTS}
