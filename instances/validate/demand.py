"""Programmes that nobody can be taught whole, and classes whose figures do not match."""

from __future__ import annotations

from instances.validate.draft import Draft
from models.text import Text
from models.time import format_clock

NO_COURSES = Text("ни один курс не входит в эту программу", "no course is part of this programme")
NAME_PROGRAMME = Text(
    "Укажите программу у её курсов на листе «Курсы» или удалите строку.",
    "Name the programme beside its courses, or delete the row.",
)
SAME_NAME = Text("код программы совпадает с кодом курса", "the programme's id is also that of a course")
OTHER_ID = Text("Дайте программе другой код.", "Give the programme another id.")
UNTEACHABLE = Text(
    "курс программы «{course}» некому вести: программа не откроется",
    "nobody can teach the programme's course '{course}': the programme will not open",
)
ADD_TEACHER = Text("Впишите курс учителю.", "Enter the course beside a teacher.")
NO_LESSONS = Text("у класса ни в один день нет уроков", "the class has no lessons on any day")
FILL_DAYS = Text(
    "Заполните столбцы «конец уроков», если уроки есть.", "Fill in the ends of lessons if there are any."
)
MORE_APPLICANTS = Text(
    "в классе {head_count} обучающихся, а на листе «Обучающиеся» их {listed}",
    "the class has {head_count} students, but {listed} are listed on the sheet Students",
)
NO_END = Text("уроки указаны, а их конец — нет", "lessons are given, but not when they end")
GIVE_END = Text("Впишите время конца последнего урока.", "Enter the end of the last lesson.")
EARLY_END = Text(
    "уроки кончаются в {end}, а занятия могут начинаться с {start}",
    "lessons end at {end}, but sessions may begin at {start}",
)
CHECK_TIME = Text("Проверьте время: не 13:30 ли вместо 1:30?", "Check the time: is it 13:30, not 1:30?")
CHECK_COUNT = Text("Проверьте число обучающихся в классе.", "Check the head count of the class.")


def check(draft: Draft) -> None:
    """Reports on programmes and classes."""
    network = draft.network
    for index, programme in enumerate(network.programmes):
        courses = network.programme_courses.get(programme.id, [])
        if programme.id in network.course_by_id:
            draft.bad("programmes", index, "id", SAME_NAME(), OTHER_ID())
        if not courses:
            draft.doubt("programmes", index, "id", NO_COURSES(), NAME_PROGRAMME())
        for course in courses:
            if not any(course.id in teacher.courses for teacher in network.teachers):
                draft.doubt("programmes", index, "id", UNTEACHABLE(course=course.id), ADD_TEACHER())
    listed: dict[tuple[str, str], int] = {}
    for student in network.students:
        key = (student.institution, student.class_name)
        listed[key] = listed.get(key, 0) + 1
    for index, school_class in enumerate(network.classes):
        count = listed.get(school_class.key, 0)
        cells = draft.rows["classes"][index].values
        for day in range(1, 8):
            if any(cells.get(f"lessons_{day}", {}).values()) and f"end_{day}" not in cells:
                draft.bad("classes", index, f"end_{day}", NO_END(), GIVE_END(), "")
        earliest = network.norm("day_start")
        for lessons in school_class.days:
            if lessons.end < earliest:
                end, start = format_clock(lessons.end), format_clock(earliest)
                problem = EARLY_END(end=end, start=start)
                draft.doubt("classes", index, f"end_{lessons.weekday}", problem, CHECK_TIME())
        if count and not school_class.days:
            draft.doubt("classes", index, "end_1", NO_LESSONS(), FILL_DAYS())
        if count > school_class.head_count:
            problem = MORE_APPLICANTS(head_count=school_class.head_count, listed=count)
            draft.doubt("classes", index, "head_count", problem, CHECK_COUNT())
