"""Students, their choices and wishes."""

from __future__ import annotations

from instances.cells import (
    Clock,
    Code,
    Date,
    DayLessonsList,
    Int,
    OneOf,
    Place,
    Ref,
    RefList,
    Text_,
    Windows,
    YesNo,
)
from instances.schema.column import Column, Table
from models.tables import ChoiceKind
from models.text import Text

CHOICE_KIND = OneOf(
    ChoiceKind,
    alternative=Text("взаимозаменяемое", "alternative"),
    additional=Text("дополнительное", "additional"),
)

STUDENTS = Table(
    "students",
    Text("Обучающиеся", "Students"),
    Text("Кто подал заявки. Имена хранятся отдельно от плана.", "Who applied. Names are kept apart."),
    (
        Column(
            "id",
            Text("Код", "ID"),
            Code(),
            note=Text("Можно не заполнять: появится сам.", "May be left blank: it is made up."),
            assumed=Text("постоянный код по учреждению и ФИО", "a stable id from institution and name"),
            examples=("О-001", "О-002"),
        ),
        Column(
            "person",
            Text("ФИО", "Name"),
            Text_(),
            note=Text("Фамилия, имя, отчество; или код.", "Full name; or an id."),
            examples=("Обучающийся-001", "Обучающийся-002"),
        ),
        Column(
            "institution",
            Text("Учреждение", "Institution"),
            Ref("institutions"),
            required=True,
            note=Text("Код или название.", "Id or name."),
            examples=("Ш1", "С1"),
        ),
        Column(
            "class_name",
            Text("Класс", "Class"),
            Text_(),
            required=True,
            note=Text("Как на листе «Классы».", "As on the sheet Classes."),
            examples=("10А", "11"),
        ),
        Column(
            "home",
            Text("Остановка или деревня", "Stop or village"),
            Place(),
            note=Text("Куда возвращаться.", "Where the student rides home to."),
            assumed=Text("населённый пункт школы", "the settlement of the school"),
        ),
        Column(
            "home_by",
            Text("Быть дома до", "Home by"),
            Clock(),
            note=Text("Время.", "A time."),
            assumed=Text("по правилам сети", "by the network's rules"),
        ),
        Column(
            "may_travel_alone",
            Text("Ездит без сопровождения", "May travel alone"),
            YesNo(),
            note=Text("Рейсовым автобусом.", "By public bus."),
            assumed=Text("да", "yes"),
            examples=("да", "да"),
        ),
        Column(
            "consent",
            Text("Согласие на обработку данных", "Consent"),
            YesNo(),
            note=Text("Получено ли.", "Whether it was given."),
            assumed=Text("нет", "no"),
            examples=("да", "да"),
        ),
        Column(
            "agreement",
            Text("Соглашение с родителями", "Agreement"),
            YesNo(),
            note=Text("Подписано ли.", "Whether it was signed."),
            assumed=Text("нет", "no"),
            examples=("да", "нет"),
        ),
        Column(
            "two_courses_consent",
            Text("Согласие на два курса", "Consent to two courses"),
            YesNo(),
            note=Text("Дано ли родителями.", "Whether the parents gave it."),
            assumed=Text("нет", "no"),
        ),
        Column(
            "wished_courses",
            Text("Сколько курсов хочет", "Courses wished"),
            Int(0, 10),
            note=Text(
                "Самое большее. Второй курс — только по заявке вида «дополнительное».",
                "At most. A second course needs a choice of the kind 'additional'.",
            ),
            assumed=Text("один и все дополнительные", "one and all additional ones"),
        ),
        Column(
            "lesson_ends",
            Text("Свой конец уроков", "Own end of lessons"),
            DayLessonsList(),
            note=Text("Вместо класса: «Пн 14:10».", "Instead of the class's: 'Mon 14:10'."),
        ),
        Column(
            "blocked",
            Text("Занятое время", "Blocked times"),
            Windows(),
            note=Text("Секции и подобное.", "Clubs and the like."),
        ),
        Column(
            "priorities",
            Text("Приоритеты", "Priorities"),
            RefList("priorities"),
            note=Text("С листа «Приоритеты».", "From the sheet Priorities."),
        ),
        Column(
            "passed",
            Text("Пройденные курсы", "Courses passed"),
            RefList("courses", lenient=True),
            note=Text("В прошлые годы.", "In former years."),
        ),
        Column(
            "long_ride_reason",
            Text("Причина долгой дороги", "Reason for a long ride"),
            Text_(),
            note=Text("Разрешает дорогу сверх предела.", "Allows a ride over the limit."),
        ),
    ),
    required=True,
)


def _helper(field: str, title: Text, kind: Ref | Text_) -> Column:
    return Column(
        field,
        title,
        kind,
        note=Text("Только если ФИО повторяется.", "Only where names repeat."),
    )


CHOICES = Table(
    "choices",
    Text("Заявки", "Choices"),
    Text("Пожелания: одно на строку.", "One choice a row."),
    (
        Column(
            "student",
            Text("Обучающийся", "Student"),
            Ref("students"),
            required=True,
            note=Text("Код или ФИО.", "Id or name."),
            examples=("О-001", "О-002"),
        ),
        _helper("of_institution", Text("Учреждение", "Institution"), Ref("institutions")),
        _helper("of_class", Text("Класс", "Class"), Text_()),
        Column(
            "course",
            Text("Курс или программа", "Course or programme"),
            Ref("courses", "programmes"),
            required=True,
            note=Text("Код или название.", "Id or title."),
            examples=("ИТ", "РОБ"),
        ),
        Column(
            "rank",
            Text("Очерёдность", "Rank"),
            Int(1, 1000),
            required=True,
            note=Text("1 — самое желанное.", "1 is the most wished for."),
            examples=("1", "1"),
        ),
        Column(
            "kind",
            Text("Вид", "Kind"),
            CHOICE_KIND,
            note=Text(
                "Из взаимозаменяемых даётся одно, дополнительное — сверх того.",
                "One of the alternatives is served; additional ones come on top.",
            ),
            assumed=Text("взаимозаменяемое", "alternative"),
        ),
        Column(
            "made_on",
            Text("Дата", "Date"),
            Date(),
            note=Text("Когда подана.", "When it was made."),
            assumed=Text("подана в срок", "made in time"),
            examples=("05.09.2026", "06.09.2026"),
        ),
        Column("source", Text("Источник", "Source"), Text_(), note=Text("Анкета, письмо.", "Form, letter.")),
        Column(
            "continues",
            Text("Второй год", "Second year"),
            YesNo(),
            note=Text("Продолжает курс.", "Continues the course."),
            assumed=Text("нет", "no"),
        ),
    ),
    required=True,
)

WISHES = Table(
    "wishes",
    Text("Пожелания сверх предложенного", "Wishes"),
    Text("Спрос на курсы и профили, которых в сети нет.", "Demand for courses and profiles not offered."),
    (
        Column(
            "institution",
            Text("Учреждение", "Institution"),
            Ref("institutions"),
            required=True,
            note=Text("Код или название.", "Id or name."),
            examples=("Ш1", "С1"),
        ),
        Column(
            "class_name",
            Text("Класс", "Class"),
            Text_(),
            note=Text("Если желает класс.", "If a class wishes."),
            examples=("10А", "11"),
        ),
        Column(
            "student",
            Text("Обучающийся", "Student"),
            Ref("students"),
            note=Text("Если желает один.", "If one student wishes."),
        ),
        Column(
            "target",
            Text("Профиль или курс", "Profile or course"),
            Text_(),
            required=True,
            note=Text("Чего хотят.", "What is wished for."),
            examples=("химия", "журналистика"),
        ),
        Column(
            "count",
            Text("Сколько человек", "How many"),
            Int(0, 10_000),
            note=Text("Число желающих.", "Number of students."),
            assumed=Text("1", "1"),
            examples=("4", "2"),
        ),
    ),
)
