"""Courses, programmes, teachers, practice places."""

from __future__ import annotations

from instances.cells import (
    Code,
    Date,
    Decimal,
    Int,
    IntList,
    OneOf,
    Ref,
    RefList,
    Text_,
    Vocabulary,
    Windows,
    YesNo,
)
from instances.schema.column import Column, Table
from models.tables import CourseParity, LoadCategory, Period
from models.text import Text

LOAD_CATEGORY = OneOf(
    LoadCategory,
    curriculum=Text("учебный план", "curriculum"),
    extracurricular=Text("внеурочная деятельность", "extracurricular"),
    additional=Text("дополнительное образование", "additional"),
)
PERIOD = OneOf(
    Period,
    year=Text("год", "year"),
    half=Text("полугодие", "half"),
    first_half=Text("1 полугодие", "half 1"),
    second_half=Text("2 полугодие", "half 2"),
    dates=Text("даты", "dates"),
)
PARITY = OneOf(
    CourseParity,
    every=Text("каждая", "every"),
    odd=Text("нечётная", "odd"),
    even=Text("чётная", "even"),
    either=Text("через одну", "either"),
)

COURSES = Table(
    "courses",
    Text("Курсы", "Courses"),
    Text("Что предлагает сеть.", "What the network offers."),
    (
        Column(
            "id",
            Text("Код", "ID"),
            Code(),
            required=True,
            note=Text("Короткий код курса: «ИТ».", "A short id of the course: IT."),
            examples=("ИТ", "РОБ"),
        ),
        Column(
            "profile",
            Text("Профиль", "Profile"),
            Vocabulary("profile"),
            required=True,
            note=Text("Профиль обучения.", "The profile."),
            examples=("ИТ", "ИТ"),
        ),
        Column(
            "title",
            Text("Название", "Title"),
            Text_(),
            required=True,
            note=Text("Как в приказе.", "As in the order."),
            examples=("Программирование", "Робототехника"),
        ),
        Column(
            "hours",
            Text("Часов всего", "Hours in all"),
            Int(1, 2000),
            required=True,
            note=Text("За весь курс.", "Of the whole course."),
            examples=("34", "17"),
        ),
        Column(
            "load_category",
            Text("Вид нагрузки", "Load category"),
            LOAD_CATEGORY,
            required=True,
            note=Text(
                "Как засчитываются часы; от этого зависят пределы. Без значения по умолчанию.",
                "How the hours are booked; the limits depend on it. There is no default.",
            ),
            examples=("внеурочная деятельность", "дополнительное образование"),
        ),
        Column(
            "session_hours",
            Text("Часов на занятии", "Hours a session"),
            Int(1, 6),
            note=Text("Уроков подряд: 1, 2 или 3.", "Lessons in a row: 1, 2 or 3."),
            assumed=Text("2", "2"),
            examples=("2", "1"),
        ),
        Column(
            "weekly_sessions",
            Text("Занятий в неделю", "Sessions a week"),
            Int(1, 7),
            note=Text("Каждое в своё время.", "Each at its own time."),
            assumed=Text("1", "1"),
            examples=("1", "1"),
        ),
        Column(
            "num_sessions",
            Text("Занятий всего", "Sessions in all"),
            Int(1, 400),
            note=Text("Если не часы ÷ часы на занятии.", "Unless hours ÷ hours a session."),
            assumed=Text("часы ÷ часы на занятии", "hours ÷ hours a session"),
        ),
        Column(
            "period",
            Text("Период", "Period"),
            PERIOD,
            note=Text(
                "«полугодие» — любое из двух; «даты» — с и по.", "'half': either; 'dates': from and to."
            ),
            assumed=Text("год", "year"),
            examples=("год", "год"),
        ),
        Column(
            "period_from", Text("Период с", "Period from"), Date(), note=Text("Для «даты».", "For dates.")
        ),
        Column("period_to", Text("Период по", "Period to"), Date(), note=Text("Для «даты».", "For dates.")),
        Column(
            "parity",
            Text("Недели", "Weeks"),
            PARITY,
            note=Text("«через одну» — нечётные или чётные.", "'either': odd or even."),
            assumed=Text("каждая", "every"),
            examples=("каждая", "каждая"),
        ),
        Column(
            "grades",
            Text("Параллели", "Grades"),
            IntList(1, 12, ranges=True),
            note=Text("Для кого: «10, 11» или «10-11».", "For whom: '10, 11' or '10-11'."),
            assumed=Text("для всех параллелей", "all grades"),
            examples=("10-11", "10-11"),
        ),
        Column(
            "min_size",
            Text("Группа от", "Group min"),
            Int(0, 1000),
            note=Text("Наименьшая группа.", "The smallest group."),
            assumed=Text("по норме", "by the norm"),
            examples=("5", "5"),
        ),
        Column(
            "target_size",
            Text("Группа желательно", "Group target"),
            Int(0, 1000),
            note=Text("Желательная наполняемость.", "The size wished for."),
            assumed=Text("по норме, в пределах группы", "by the norm, within the group's limits"),
            examples=("10", "8"),
        ),
        Column(
            "max_size",
            Text("Группа до", "Group max"),
            Int(0, 1000),
            note=Text("Наибольшая группа.", "The largest group."),
            assumed=Text("по норме", "by the norm"),
            examples=("15", "12"),
        ),
        Column(
            "max_groups",
            Text("Групп не больше", "Groups at most"),
            Int(0, 1000),
            note=Text("Сколько групп можно открыть.", "How many groups may open."),
            assumed=Text("сколько позволит спрос", "what demand allows"),
            examples=("2", "1"),
        ),
        Column(
            "room_kind",
            Text("Вид кабинета", "Room kind"),
            Vocabulary("room kind"),
            note=Text("Как на листе «Кабинеты».", "As on the sheet Rooms."),
            assumed=Text("любой кабинет", "any room"),
            examples=("компьютерный", "компьютерный"),
        ),
        Column(
            "equipment",
            Text("Оборудование", "Equipment"),
            Vocabulary("equipment", many=True),
            note=Text("Что должно быть в кабинете.", "What the room must have."),
        ),
        Column(
            "centres",
            Text("Центры", "Centres"),
            RefList("centres"),
            note=Text("Где может идти; через точку с запятой.", "Where it may be held; with semicolons."),
            assumed=Text("любой центр этого профиля", "any centre of the profile"),
        ),
        Column(
            "num_teachers",
            Text("Учителей в группе", "Teachers a group"),
            Int(1, 10),
            note=Text("Сколько учителей ведут группу.", "How many teachers a group needs."),
            assumed=Text("1", "1"),
            examples=("1", "1"),
        ),
        Column(
            "remote_seats",
            Text("Дистанционных мест", "Remote seats"),
            Int(0, 1000),
            note=Text(
                "Сколько мест группы можно занять из своего учреждения, в кабинете с тьютором.",
                "How many seats of a group may be taken from a room with a tutor at the own institution.",
            ),
        ),
        Column(
            "prerequisite",
            Text("Требуется курс", "Prerequisite"),
            Ref("courses", lenient=True),
            note=Text(
                "Который надо пройти раньше; может быть курсом прошлых лет, если он есть у кого-то в столбце "
                "«Пройденные курсы».",
                "The course to be passed before; may be one of former years that some student has passed.",
            ),
        ),
        Column(
            "programme",
            Text("Программа", "Programme"),
            Ref("programmes"),
            note=Text("Если курс — часть программы.", "If the course is part of a programme."),
        ),
        Column(
            "is_practice",
            Text("Практика", "Practice"),
            YesNo(),
            note=Text(
                "Практика в детских садах, без кабинета.", "Practice at kindergartens, without a room."
            ),
            assumed=Text("нет", "no"),
        ),
    ),
    required=True,
)

PROGRAMMES = Table(
    "programmes",
    Text("Программы", "Programmes"),
    Text(
        "Курсы, которые берут только целиком (педагогический класс).",
        "Courses that are taken whole (pedagogical class).",
    ),
    (
        Column(
            "id",
            Text("Код", "ID"),
            Code(),
            required=True,
            note=Text("Короткий код.", "A short id."),
            examples=("ПЕД", "МЕД"),
        ),
        Column(
            "title",
            Text("Название", "Title"),
            Text_(),
            required=True,
            note=Text("Название.", "Title."),
            examples=("Педагогический класс", "Медицинский класс"),
        ),
        Column(
            "profile",
            Text("Профиль", "Profile"),
            Vocabulary("profile"),
            note=Text("Профиль.", "The profile."),
        ),
    ),
)

TEACHERS = Table(
    "teachers",
    Text("Учителя", "Teachers"),
    Text("Учителя сети. Имена хранятся отдельно от плана.", "Teachers. Names are kept apart."),
    (
        Column(
            "id",
            Text("Код", "ID"),
            Code(),
            note=Text("Можно не заполнять: появится сам.", "May be left blank: it is made up."),
            assumed=Text("постоянный код по учреждению и ФИО", "a stable id from institution and name"),
            examples=("У1", "У2"),
        ),
        Column(
            "person",
            Text("ФИО", "Name"),
            Text_(),
            note=Text("Фамилия, имя, отчество; или код.", "Full name; or an id."),
            examples=("Учитель-001", "Учитель-002"),
        ),
        Column(
            "institution",
            Text("Учреждение", "Institution"),
            Ref("institutions"),
            required=True,
            note=Text("Место основной работы.", "The home institution."),
            examples=("Ш1", "С1"),
        ),
        Column(
            "courses",
            Text("Курсы", "Courses"),
            RefList("courses"),
            note=Text("Какие курсы может вести; через точку с запятой.", "Courses, with semicolons."),
            assumed=Text("не ведёт ни одного курса", "teaches no course"),
            examples=("ИТ", "РОБ"),
        ),
        Column(
            "max_hours",
            Text("Часов сети не больше", "Network hours at most"),
            Int(0, 60),
            note=Text("В неделю.", "A week."),
            assumed=Text("без предела", "no cap"),
            examples=("6", "4"),
        ),
        Column(
            "base_load",
            Text("Основная нагрузка", "Base load"),
            Decimal(0, 100),
            note=Text("Часов в неделю, справочно.", "Hours a week, for information."),
        ),
        Column(
            "windows",
            Text("Когда свободен", "Availability"),
            Windows(),
            note=Text("Дни и часы.", "Days and hours."),
            assumed=Text("всегда, когда открыт центр", "whenever the centre is open"),
        ),
        Column(
            "may_travel",
            Text("Может ездить", "May travel"),
            YesNo(),
            note=Text("В другое учреждение.", "To another institution."),
            assumed=Text("нет", "no"),
            examples=("нет", "нет"),
        ),
        Column(
            "also_at",
            Text("Ещё работает в", "Also at"),
            RefList("institutions"),
            note=Text(
                "Учреждения, куда выезжает; если куда угодно — «Может ездить».",
                "Institutions that he or she goes to; if to any, 'May travel'.",
            ),
        ),
        Column(
            "until",
            Text("Работает до", "Until"),
            Date(),
            note=Text(
                "Последний день, если уходит или болеет до конца года.",
                "The last day, if he or she leaves during the year.",
            ),
            assumed=Text("до конца занятий", "to the end of lessons"),
        ),
        Column(
            "since",
            Text("В сети с года", "In network since"),
            Int(1990, 2100),
            note=Text("Для поддержки учителей: без перерывов.", "For teacher support: without a break."),
        ),
        Column(
            "years",
            Text("Годы в сети", "Years in network"),
            IntList(1990, 2100, ranges=True),
            note=Text(
                "Если были перерывы: учебные годы по году начала, «2019-2021, 2023».",
                "If there were breaks: school years by the year they began, '2019-2021, 2023'.",
            ),
        ),
        Column("position", Text("Должность", "Position"), Text_(), note=Text("Для приказов.", "For orders.")),
    ),
    required=True,
)

PRACTICE_PLACES = Table(
    "practice_places",
    Text("Места практики", "Practice places"),
    Text("Детские сады, которые принимают на практику.", "Kindergartens that take practice."),
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
            "places",
            Text("Мест", "Places"),
            Int(0, 1000),
            required=True,
            note=Text("Обучающихся одновременно.", "Students at a time."),
            examples=("5", "4"),
        ),
        Column(
            "windows",
            Text("Когда принимает", "Availability"),
            Windows(),
            note=Text("Дни и часы.", "Days and hours."),
            assumed=Text("всегда, когда открыт центр", "whenever the centre is open"),
        ),
    ),
)
