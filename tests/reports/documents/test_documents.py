"""The papers of plans: whole, without ids and leftovers of templates, with their titles word for word."""

from __future__ import annotations

import html
import io
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import matplotlib
import pytest
from docx import Document as open_word
from matplotlib.ft2font import FT2Font

from instances.tiny import ALL
from models.people import People
from models.plan import RefusalCode
from models.tables import CourseResult, Requisite
from reports.documents.catalogue import BY_CODE, DOCUMENTS
from reports.documents.making import Made, TemplateFaultError, make
from reports.documents.shipped import FOLDER, TEMPLATES
from reports.export.source import Source


def texts(paper: Made) -> list[str]:
    """Every paragraph of a Word file, those in tables included."""
    word = open_word(io.BytesIO(paper.content))
    found = [paragraph.text for paragraph in word.paragraphs]
    for table in word.tables:
        found += [cell.text for row in table.rows for cell in row.cells]
    return found


def source_of(plan: Any) -> Source:
    """A plan that is hard to print, as the papers take it."""
    return plan if isinstance(plan, Source) else Source(plan.network, plan.plan, plan.people)


def tiny(name: str, *requisites: Requisite) -> Source:
    """A network solved by hand."""
    case = ALL[name]
    assert case.plan is not None
    return Source(case.network.replace(requisites=requisites), case.plan, People())


@pytest.mark.parametrize("name", TEMPLATES)
def test_shipped_templates_are_what_is_built(name: str) -> None:
    """The file in the package has the bytes that its builder gives; every document has one."""
    assert (FOLDER / name).read_bytes() == TEMPLATES[name]().content()
    assert {document.template for document in DOCUMENTS} == set(TEMPLATES)


@pytest.mark.parametrize("case", ["hostile", "one_school", "no_groups"])
def test_papers_are_whole(case: str, request: pytest.FixtureRequest) -> None:
    """Whatever names are like: no tag is left, equal plans give equal bytes, files can lie on Windows."""
    source = source_of(request.getfixturevalue(case))
    for document in DOCUMENTS:
        papers = list(make(document, source))
        assert papers == list(make(document, source))
        assert len({paper.name for paper in papers}) == len(papers)
        for paper in papers:
            said = "\n".join(texts(paper)).replace("{{}}", "")  # names have these signs
            assert "{{" not in said
            assert "{%" not in said
            assert not re.search(r'[\\/:*?"<>|]', paper.name)
            properties = open_word(io.BytesIO(paper.content)).core_properties
            assert (properties.author, properties.last_modified_by) == ("setka", "setka")
            with zipfile.ZipFile(io.BytesIO(paper.content)) as parts:
                assert not any(str(Path.home()).encode() in parts.read(name) for name in parts.namelist())


@pytest.mark.parametrize("name", ["two_courses", "full_buses", "two_sessions", "practice_places", "tie"])
def test_no_ids_in_print(name: str) -> None:
    """Groups, centres and institutions are printed by what people call them."""
    source = tiny(name)
    ids = {group.id for group in source.plan.groups} | set(source.network.centre_by_id)
    for document in DOCUMENTS:
        for paper in make(document, source):
            for text in texts(paper):
                assert not any(re.search(rf"(?<!\w){re.escape(id)}(?!\w)", text) for id in ids), text


def test_orders_have_their_titles_and_parts() -> None:
    """Word for word; number and date are blank; requisites in their places, lines where they are missing."""
    year = tiny("two_courses").network.rules.school_year
    network = "муниципальной сети профильных курсов"
    given = (
        Requisite(key="территория", value="Удомельского городского округа"),
        Requisite(key="Организация", value="Управление образования"),
        Requisite(key="подпись: должность", value="Начальник управления"),
        Requisite(key="основание", value="плана работы управления"),
        Requisite(key="виза", value="Юрисконсульт; А. Б. Ви"),
    )
    source = tiny("two_courses", *given)
    titles = {
        "D4": f"О проведении итоговой аттестации в {network}",
        "D6": f"О выдаче сертификатов о прослушивании профильных курсов в {network} в "
        f"{year}/{year + 1} учебном году",
        "D10": (
            "Об организации сетевого взаимодействия муниципальных образовательных учреждений Удомельского "
            f"городского округа в {year}/{year + 1} учебном году"
        ),
        "D1": f"Об организации работы муниципальной сети профильных курсов в {year}/{year + 1} учебном году",
        "D2": (
            "Об утверждении расписания занятий муниципальной сети профильного обучения на "
            f"{year}/{year + 1} учебный год"
        ),
    }
    for code, title in titles.items():
        (paper,) = make(BY_CODE[code], source)
        said = texts(paper)
        for part in (title, "ПРИКАЗ", "ПРИКАЗЫВАЮ:", "Управление образования", "Начальник управления"):
            assert part in said, part
        assert any(re.fullmatch(r"от «_+» _+ 20___ г\.\t№ _+", text) for text in said)
        assert any(text.startswith("На основании плана работы управления и ") for text in said)
        assert any("Юрисконсульт" in text and "А. Б. Ви" in text for text in said)
        assert "Приложение № 1" in said
        assert any("________" in text and "Исполнитель" in text for text in said)


def test_headers_are_repeated_and_rows_stay_whole() -> None:
    """Annexes of several pages: Word repeats the first row and parts none."""
    (paper,) = make(BY_CODE["D2"], tiny("two_courses"))
    tables = [table for table in open_word(io.BytesIO(paper.content)).tables if len(table.columns) > 2]
    assert tables
    for table in tables:
        marks = [row._tr.trPr.xml if row._tr.trPr is not None else "" for row in table.rows]
        assert "w:tblHeader" in marks[0]
        assert all("w:cantSplit" in mark for mark in marks)
        assert not any("w:tblHeader" in mark for mark in marks[1:])


def width(word: str, size: float) -> float:
    """Millimetres of a bold word in a typeface as wide as that of the papers."""
    font = FT2Font(str(Path(matplotlib.get_data_path()) / "fonts/ttf/STIXGeneralBol.ttf"))
    font.set_size(size * 20, 72)
    font.set_text(word, 0.0)
    return float(font.get_width_height()[0]) / 64 / 20 * 25.4 / 72


@pytest.mark.parametrize("name", TEMPLATES)
def test_words_of_headers_fit_their_columns(name: str) -> None:
    """No word of a header is broken where it has no hyphen; a cell has margins of 1.9 mm."""
    for table in TEMPLATES[name]().word.tables:
        for cell in table.rows[0].cells:
            size = cell.paragraphs[0].runs[0].font.size
            assert size is not None
            for word in re.findall(r"[^\s-]+-?", cell.text):
                assert width(word, size.pt) <= cell.width.mm - 3.8, word


def test_runs_there_come_first() -> None:
    """In D2, whatever the order of the plan."""
    source = tiny("full_buses")
    turned = Source(source.network, source.plan.replace(rides=source.plan.rides[::-1]), source.people)
    (paper,) = make(BY_CODE["D2"], turned)
    assert "Р1, Р2, Р3" in texts(paper)


def test_dates_in_print_are_those_of_the_plan() -> None:
    """D2 gives the hours delivered against the course's; months cover every date once."""
    source = tiny("two_sessions")
    (paper,) = make(BY_CODE["D2"], source)
    (group,) = source.plan.groups
    course = source.network.course_by_id[group.course]
    given = sum(len(session.dates) for session in group.sessions) * course.session_hours
    assert f"{given} / {course.hours}" in texts(paper)
    days = {day for session in group.sessions for day in session.dates}
    told = 0
    for plan in make(BY_CODE["D11"], source):
        table = next(t for t in open_word(io.BytesIO(plan.content)).tables)
        told += sum(len(re.findall(r"\d+", row.cells[0].text)) for row in table.rows[1:])
    assert told == len([day for session in group.sessions for day in session.dates])
    assert len(list(make(BY_CODE["D11"], source))) == len({(day.year, day.month) for day in days})


def test_letters_tell_of_one_student_alone() -> None:
    """The reason, what is offered, whom to ask; the other students and the code are not in it."""
    source = tiny("full_buses", Requisite(key="куда обращаться", value="каб. 3"))
    (refusal,) = source.plan.refusals
    (paper,) = make(BY_CODE["D20"], source)
    said = "\n".join(texts(paper))
    assert refusal.student in said  # the network has no names: the id stands in for one
    for other in source.network.student_by_id.keys() - {refusal.student}:
        assert other not in said
    assert "УВЕДОМЛЕНИЕ" in said
    assert "Причина: в автобусе нет места." in said
    assert "каб. 3" in said
    assert not any(code in said for code in RefusalCode)


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("приоритет по Положению", "место получили заявки с преимуществом по Положению."),
        ("срок заявки", "место получили заявки, поданные в срок."),
        ("жребий 7", "среди равных заявок решил жребий."),
        ("иное", "место досталось заявке с преимуществом или по жребию."),
    ],
)
def test_letters_say_what_decided_among_equals(by: str, said: str) -> None:
    """Priority, the date or the lottery, where the plan tells it; never the number of the lottery."""
    source = tiny("full_buses")
    (refusal,) = source.plan.refusals
    told = f"группа ИТ-1 заполнена; среди равных место получили другие: {by}"
    lost = refusal.replace(code=RefusalCode.LOST_TIEBREAK, text=told)
    (paper,) = make(
        BY_CODE["D20"], Source(source.network, source.plan.replace(refusals=(lost,)), source.people)
    )
    (reason,) = [text for text in texts(paper) if text.startswith("Причина: ")]
    assert reason.endswith(said)
    assert "7" not in reason


@pytest.mark.parametrize(
    ("is_open", "said"),
    [
        (True, "обучающийся зачислен в группу другого курса, а её состав уменьшать нельзя"),
        (False, "группа не набрала наименьшего числа обучающихся"),
    ],
)
def test_papers_do_not_call_an_open_group_too_small(is_open: bool, said: str) -> None:
    """Where the course's group is open, it is the student's own group that would be too small."""
    source = tiny("full_buses")
    (refusal,) = source.plan.refusals
    groups = source.plan.groups if is_open else ()
    few = refusal.replace(code=RefusalCode.NO_GROUP_MIN)
    told = Source(
        source.network,
        source.plan.replace(groups=groups, enrolments=(), refusals=(few,), rides=()),
        source.people,
    )
    (paper,) = make(BY_CODE["D20"], told)
    assert f"Причина: {said}." in texts(paper)
    (bank,) = make(BY_CODE["D12"], told)
    assert any(text.endswith(said) for text in texts(bank))


def test_passengers_fit_the_seats() -> None:
    """D19: as many names as ride, the stops with their times."""
    source = tiny("full_buses")
    (paper,) = make(BY_CODE["D19"], source)
    tables = open_word(io.BytesIO(paper.content)).tables
    names = [row.cells[1].text for table in tables[1::2] for row in table.rows[1:]]
    assert sorted(names) == sorted(ride.student for ride in source.plan.rides)


def broken(folder: Path, old: str, new: str) -> Path:
    """Templates of which D11 has other words."""
    name = BY_CODE["D11"].template
    word = open_word(str(FOLDER / name))
    runs = [run for paragraph in word.paragraphs for run in paragraph.runs]
    for run in runs:
        run.text = run.text.replace(old, new)
    word.save(str(folder / name))
    return folder


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{{ month }}", "{{ mnth }}", ("mnth", "План работы на")),
        ("{{ month }}", "{{ month }", ("План работы на",)),
        ("{%p if remarks %}", "{%p fi remarks %}", ("fi",)),
    ],
)
def test_a_broken_template_is_told_with_its_place(
    old: str, new: str, told: tuple[str, ...], tmp_path: Path
) -> None:
    """The file, the words around, and where the good one is."""
    with pytest.raises(TemplateFaultError) as caught:
        list(make(BY_CODE["D11"], tiny("two_sessions"), broken(tmp_path, old, new)))
    message = caught.value.message.in_("ru")
    for part in (BY_CODE["D11"].template, "setka documents init", *told):
        assert part in message


def test_what_is_no_word_file_is_told(tmp_path: Path) -> None:
    """A text with the name of a template; one's own words are kept where the template is fine."""
    (tmp_path / BY_CODE["D1"].template).write_text("приказ", encoding="utf-8")
    with pytest.raises(TemplateFaultError, match=r"cannot be read as a Word document"):
        list(make(BY_CODE["D1"], tiny("two_sessions"), tmp_path))
    own = broken(tmp_path, "Сетевое взаимодействие ОУ", "Наша сеть")
    paper = next(make(BY_CODE["D11"], tiny("two_sessions"), own))
    assert "Наша сеть" in texts(paper)


def test_certificates_are_for_those_with_a_result() -> None:
    """All who hold a seat while the sheet of results is empty; then those on it, with what stands there."""
    source = tiny("two_courses")
    seats = source.plan.enrolments
    pages = [text for paper in make(BY_CODE["D7"], source) for text in texts(paper) if "СЕРТИФИКАТ" in text]
    assert len(pages) == len(seats)
    year = source.network.rules.school_year
    first = seats[0]
    result = CourseResult(
        student=first.student,
        course=first.course,
        school_year=year,
        hours_attended=1,
        result="зачтено",
        topic="Мосты",
    )
    known = Source(source.network.replace(results=(result,)), source.plan, source.people)
    (register,) = make(BY_CODE["D6"], known)
    lines = open_word(io.BytesIO(register.content)).tables[-1].rows[1:]
    assert [(row.cells[2].text, row.cells[8].text) for row in lines] == [(first.student, "зачтено")]
    sheets = ["\n".join(texts(paper)) for paper in make(BY_CODE["D5"], known)]
    hours = source.network.course_by_id[first.course].hours
    assert any("Мосты" in said and f"1 / {hours - 1}" in said for said in sheets)


def test_an_individual_plan_tells_the_dates_on_which_the_class_is_away() -> None:
    """О1's class is away on the second of two dates, which is one hour; without that nothing is said."""
    source = tiny("full_buses")
    away = tuple(
        one.replace(absent=(date(2026, 10, 12),)) if one.institution == "С1" else one
        for one in source.network.classes
    )
    for classes, said in ((source.network.classes, False), (away, True)):
        told = Source(source.network.replace(classes=classes), source.plan, source.people)
        (paper,) = make(BY_CODE["D13"], told)
        sentence = "Занятия курса «Курс ИТ», на которых класса не будет: 12 октября (1 час)."
        assert any(sentence in text for text in texts(paper)) is said


def test_contracts_count_the_students_of_the_school() -> None:
    """One for every pair of a school and a centre elsewhere; its numbers add up to the seats there."""
    source = tiny("full_buses")
    counted = 0
    for paper in make(BY_CODE["D15"], source):
        table = open_word(io.BytesIO(paper.content)).tables[0]
        counted += sum(int(row.cells[2].text) for row in table.rows[1:])
    seats = [
        seat
        for seat in source.plan.enrolments
        if source.network.student_by_id[seat.student].institution
        != source.network.centre_by_id[source.group_centre(source.plan.group_by_id[seat.group])].institution
    ]
    assert counted == len(seats) > 0


@pytest.mark.parametrize("case", ["hostile", "one_school", "no_groups"])
def test_what_is_published_names_nobody(case: str, request: pytest.FixtureRequest) -> None:
    """No name or id of a student or teacher is anywhere in a public file: text, properties, file name."""
    source = source_of(request.getfixturevalue(case))
    students, teachers = source.network.students, source.network.teachers
    people = [
        *(name for one in students for name in (one.id, source.people.student(one.id))),
        *(name for one in teachers for name in (one.id, source.people.teacher(one.id))),
    ]
    names = [name for name in people if len(name) > 3]
    count = 0
    for document in DOCUMENTS:
        for paper in make(document, source, public=True):
            count += 1
            with zipfile.ZipFile(io.BytesIO(paper.content)) as parts:
                files = [name for name in parts.namelist() if name.endswith((".xml", ".rels"))]
                said = "\n".join(html.unescape(parts.read(name).decode()) for name in files)
            said += "\n".join((paper.name, *texts(paper)))
            assert not [name for name in names if name in said]
    assert count >= 2


def test_small_counts_are_not_published() -> None:
    """D1 counts by school and grade what a group may tell; D2 and D11 name schools without counts."""
    source = tiny("two_courses")
    (office,), (public,) = (list(make(BY_CODE["D1"], source, public=told)) for told in (False, True))
    members = [open_word(io.BytesIO(paper.content)).tables[-1].rows[1:] for paper in (office, public)]
    exact = [row.cells[4].text for row in members[0]]
    masked = [row.cells[4].text for row in members[1]]
    assert "1" in exact or "2" in exact
    assert not {"1", "2"} & set(masked)
    for code in ("D2", "D11"):
        for paper in make(BY_CODE[code], source, public=True):
            said = "\n".join(texts(paper))
            assert not re.search(r"\(\d+\)", said)


def test_papers_with_names_say_so() -> None:
    """In the properties of the file: they are for the office; what may be published does not say it."""
    source = tiny("two_courses")
    for document in DOCUMENTS:
        for public in (False, True):
            for paper in make(document, source, public=public):
                comments = open_word(io.BytesIO(paper.content)).core_properties.comments
                assert ("персональные данные" in comments) is not public
