"""Choices: beyond the last rank, for a part of a programme, from a school that stays away; and fewer than the
courses wished for."""

from __future__ import annotations

from datetime import date

from instances.validate.draft import Draft
from models.tables import Choice, ChoiceKind
from models.text import Text

BEYOND = Text("номер больше допустимого: {limit}", "the rank is beyond the last one allowed: {limit}")
FEWER = Text(
    "Оставьте не больше {limit} пожеланий или измените «Пожеланий на обучающегося».",
    "Keep at most {limit} choices, or change 'Ranks a student'.",
)
MEMBER = Text(
    "курс — часть программы «{programme}» и отдельно не выбирается",
    "the course is part of the programme '{programme}' and cannot be chosen alone",
)
NAME_IT = Text("Впишите код программы: {programme}.", "Enter the programme's id: {programme}.")
EMPTY = Text("в программе нет ни одного курса", "the programme has no course")
GIVE_COURSES = Text(
    "Укажите программу у её курсов на листе «Курсы».", "Name the programme beside its courses."
)
STAYS_AWAY = Text(
    "учреждение «{name}» в этом году не участвует", "the institution '{name}' does not take part this year"
)
TAKE_PART = Text(
    "Поставьте «да» в столбце «Участвует» или удалите заявку.",
    "Put 'yes' in the column Participates, or delete the choice.",
)
WRONG_GRADE = Text(
    "курс не для параллели {grade}: заявка не будет удовлетворена",
    "the course is not for grade {grade}: the choice cannot be served",
)
CHECK_GRADE = Text(
    "Проверьте параллели курса и класс обучающегося.", "Check the course's grades and the student's class."
)

OTHER_YEAR = Text(
    "заявка подана не для учебного года {year}/{next}", "the choice is not for the school year {year}/{next}"
)
CHECK_YEAR = Text("Проверьте год в дате.", "Check the year of the date.")
WISHES_MORE = Text(
    "хочет курсов: {wished}, а дать можно не больше {most}: дополнительных заявок — {additional}, "
    "а из взаимозаменяемых даётся одна",
    "wishes for {wished} courses, and {most} at most can be given: {additional} choices are additional, and "
    "one of the alternative ones is served",
)
MAKE_ADDITIONAL = Text(
    "На листе «Заявки» нужна заявка вида «дополнительное»: она даётся сверх взаимозаменяемых.",
    "It needs a choice of the kind 'additional' on the sheet Choices: it comes on top of the others.",
)
CAPPED = Text(
    "хочет курсов: {wished}, а дать можно не больше {most}",
    "wishes for {wished} courses, and {most} at most can be given",
)
ASK_CONSENT = Text(
    "Нужно «да» в столбце «Согласие на два курса» или другое число в правилах сети "
    "(«Курсов на обучающегося», «Курсов при согласии»).",
    "It needs 'yes' in the column Consent to two courses, or another number in the rules of the network "
    "('Courses a student', 'Courses with consent').",
)


def check(draft: Draft) -> None:
    """Reports on every row of the choices, and on students who wish for more courses than they can have."""
    _check_numbers(draft)
    network = draft.network
    for index, choice in enumerate(network.choices):
        limit = network.rules.max_ranks
        if choice.rank > limit:
            draft.bad("choices", index, "rank", BEYOND(limit=limit), FEWER(limit=limit))
        year = network.rules.school_year
        if choice.made_on and not date(year, 1, 1) <= choice.made_on <= date(year + 1, 8, 31):
            draft.doubt("choices", index, "made_on", OTHER_YEAR(year=year, next=year + 1), CHECK_YEAR())
        student = network.student_by_id[choice.student]
        school = network.institution_by_id[student.institution]
        if not school.participates:
            draft.bad("choices", index, "student", STAYS_AWAY(name=school.name), TAKE_PART())
        _check_target(draft, index, choice)


def _check_numbers(draft: Draft) -> None:
    network = draft.network
    for index, student in enumerate(network.students):
        wished, choices = student.wished_courses, network.choices_by_student.get(student.id, [])
        if wished is None or not choices:
            continue
        most = network.max_courses(student)
        if wished > most:
            draft.doubt("students", index, "wished_courses", CAPPED(wished=wished, most=most), ASK_CONSENT())
        additional = sum(choice.kind is ChoiceKind.ADDITIONAL for choice in choices)
        most = additional + (additional < len(choices))
        if wished > most:
            problem = WISHES_MORE(wished=wished, most=most, additional=additional)
            draft.doubt("students", index, "wished_courses", problem, MAKE_ADDITIONAL())


def _check_target(draft: Draft, index: int, choice: Choice) -> None:
    network = draft.network
    course = network.course_by_id.get(choice.course)
    if course is None and not network.courses_of(choice.course):
        if draft.is_whole("courses"):
            draft.bad("choices", index, "course", EMPTY(), GIVE_COURSES())
    elif course is not None and course.programme:
        programme = course.programme
        draft.bad("choices", index, "course", MEMBER(programme=programme), NAME_IT(programme=programme))
    else:
        grade = network.class_of(network.student_by_id[choice.student]).grade
        if any(item.grades and grade not in item.grades for item in network.courses_of(choice.course)):
            draft.doubt("choices", index, "course", WRONG_GRADE(grade=grade), CHECK_GRADE())
