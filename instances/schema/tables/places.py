"""Institutions, centres, rooms, classes."""

from __future__ import annotations

from instances.cells import (
    Code,
    DateList,
    Decimal,
    Int,
    LessonEnd,
    Lessons,
    LongText,
    OneOf,
    Ref,
    Text_,
    Vocabulary,
    Windows,
    YesNo,
)
from instances.schema.column import Column, Table
from models.tables import CentreStatus, InstitutionKind
from models.text import Text
from models.time import SHORT_WEEKDAYS

INSTITUTION_KIND = OneOf(
    InstitutionKind,
    school=Text("школа", "school"),
    college=Text("колледж", "college"),
    kindergarten=Text("детский сад", "kindergarten"),
    additional=Text("дополнительное образование", "additional education"),
    partner=Text("партнёр", "partner"),
)
CENTRE_STATUS = OneOf(
    CentreStatus,
    open=Text("открыт", "open"),
    candidate=Text("кандидат", "candidate"),
    closed=Text("закрыт", "closed"),
)

INSTITUTIONS = Table(
    "institutions",
    Text("Учреждения", "Institutions"),
    Text(
        "Школы, колледж, детские сады и партнёры сети.",
        "Schools, college, kindergartens and partners of the network.",
    ),
    (
        Column(
            "id",
            Text("Код", "ID"),
            Code(),
            required=True,
            note=Text(
                "Короткий код, например «Ш1»; на него ссылаются другие листы.",
                "A short id such as S1; other sheets refer to it.",
            ),
            examples=("Ш1", "С1"),
        ),
        Column(
            "name",
            Text("Краткое название", "Short name"),
            Text_(),
            required=True,
            note=Text("Как в таблицах и списках.", "As in tables and lists."),
            examples=("Городская школа", "Сельская школа"),
        ),
        Column(
            "full_name",
            Text("Полное название", "Full name"),
            Text_(),
            note=Text("Как в приказах.", "As in orders."),
            examples=("МБОУ «Городская школа»", "МБОУ «Сельская школа»"),
        ),
        Column(
            "kind",
            Text("Вид", "Kind"),
            INSTITUTION_KIND,
            note=Text("Вид учреждения.", "The kind of institution."),
            assumed=Text("школа", "school"),
            examples=("школа", "школа"),
        ),
        Column(
            "participates",
            Text("Участвует", "Participates"),
            YesNo(),
            note=Text("Участвует ли в сети в этом году.", "Whether it takes part this year."),
            assumed=Text("да", "yes"),
            examples=("да", "да"),
        ),
        Column(
            "is_rural",
            Text("Сельское", "Rural"),
            YesNo(),
            note=Text(
                "От этого зависят наименьшая группа и справедливость.",
                "Decides the smallest group and fairness.",
            ),
            assumed=Text("нет", "no"),
            examples=("нет", "да"),
        ),
        Column(
            "settlement",
            Text("Населённый пункт", "Settlement"),
            Vocabulary("place"),
            note=Text("Внутри одного населённого пункта ходят пешком.", "Within one settlement people walk."),
            assumed=Text("место, отдельное от всех других", "a place of its own, apart from all others"),
            examples=("Город", "Село"),
        ),
        Column(
            "zone",
            Text("Зона", "Zone"),
            Vocabulary("place"),
            note=Text("Для времени в пути «по умолчанию» между зонами.", "For default travel times by zone."),
        ),
        Column("address", Text("Адрес", "Address"), LongText(), note=Text("Для приказов.", "For orders.")),
        Column("lat", Text("Широта", "Latitude"), Decimal(-90, 90), note=Text("Для карты.", "For maps.")),
        Column("lon", Text("Долгота", "Longitude"), Decimal(-180, 180), note=Text("Для карты.", "For maps.")),
        Column(
            "days_a_week",
            Text("Дней в неделе", "Days a week"),
            Int(5, 6),
            note=Text("Учебная неделя: 5 или 6 дней.", "School week: 5 or 6 days."),
            assumed=Text("5", "5"),
            examples=("5", "5"),
        ),
        Column(
            "remote_seats",
            Text("Дистанционных мест с тьютором", "Remote seats with a tutor"),
            Int(0, 1000),
            note=Text(
                "Сколько своих обучающихся могут одновременно заниматься дистанционно.",
                "How many of its own students may take part remotely at one time.",
            ),
        ),
        Column("telephone", Text("Телефон", "Telephone"), Text_(), note=Text("Для приказов.", "For orders.")),
    ),
    required=True,
)

CENTRES = Table(
    "centres",
    Text("Ресурсные центры", "Centres"),
    Text("Где идут занятия. В одном учреждении их может быть несколько.", "Where sessions are held."),
    (
        Column(
            "id",
            Text("Код", "ID"),
            Code(),
            required=True,
            note=Text("Короткий код центра.", "A short id of the centre."),
            examples=("РЦ1", "РЦ2"),
        ),
        Column(
            "institution",
            Text("Базовое учреждение", "Base institution"),
            Ref("institutions"),
            required=True,
            note=Text("Код или название с листа «Учреждения».", "Id or name on the sheet Institutions."),
            examples=("Ш1", "С1"),
        ),
        Column(
            "profiles",
            Text("Профили", "Profiles"),
            Vocabulary("profile", many=True),
            note=Text("Какие профили ведёт; через точку с запятой.", "Profiles it runs, with semicolons."),
            assumed=Text("любые профили", "any profile"),
            examples=("ИТ", "ИТ"),
        ),
        Column(
            "coordinator",
            Text("Координатор (должность)", "Coordinator (post)"),
            Text_(),
            note=Text("Должность, без фамилии.", "The post, without a name."),
        ),
        Column(
            "status",
            Text("Состояние", "Status"),
            CENTRE_STATUS,
            note=Text("Кандидат и закрытый групп не принимают.", "Only an open centre takes groups."),
            assumed=Text("открыт", "open"),
            examples=("открыт", "открыт"),
        ),
        Column(
            "max_parallel_groups",
            Text("Групп одновременно", "Groups at a time"),
            Int(0, 1000),
            note=Text("Сколько групп занимаются в одно время.", "How many groups may meet at one time."),
            assumed=Text("сколько вместят кабинеты", "as many as the rooms hold"),
            examples=("2", "1"),
        ),
        Column(
            "windows",
            Text("Окна занятий", "Windows"),
            Windows(),
            note=Text("Свои окна вместо окон сети.", "Windows of its own instead of the network's."),
            assumed=Text("окна сети", "the network's windows"),
        ),
    ),
    required=True,
)

ROOMS = Table(
    "rooms",
    Text("Кабинеты", "Rooms"),
    Text("Кабинеты центров.", "Rooms of the centres."),
    (
        Column(
            "centre",
            Text("Центр", "Centre"),
            Ref("centres"),
            required=True,
            note=Text("Код с листа «Ресурсные центры».", "Id on the sheet Centres."),
            examples=("РЦ1", "РЦ2"),
        ),
        Column(
            "name",
            Text("Кабинет", "Room"),
            Text_(),
            required=True,
            note=Text("Номер или название.", "Number or name."),
            examples=("12", "3"),
        ),
        Column(
            "capacity",
            Text("Мест", "Capacity"),
            Int(1, 10_000),
            required=True,
            note=Text("Сколько обучающихся вмещает.", "How many students it holds."),
            examples=("15", "12"),
        ),
        Column(
            "kind",
            Text("Вид кабинета", "Room kind"),
            Vocabulary("room kind"),
            note=Text("Например «компьютерный».", "Such as computer room."),
            examples=("компьютерный", "компьютерный"),
        ),
        Column(
            "equipment",
            Text("Оборудование", "Equipment"),
            Vocabulary("equipment", many=True),
            note=Text("Через точку с запятой.", "With semicolons."),
            examples=("проектор", ""),
        ),
        Column(
            "windows",
            Text("Когда свободен", "Availability"),
            Windows(),
            note=Text("Дни и часы.", "Days and hours."),
            assumed=Text("всегда, когда открыт центр", "whenever the centre is open"),
        ),
    ),
    required=True,
)


def _day_columns() -> tuple[Column, ...]:
    columns = []
    for day, name in enumerate(SHORT_WEEKDAYS, start=1):
        taught = day <= 5
        columns.append(
            Column(
                f"end_{day}",
                Text(f"{name.ru}: конец уроков", f"{name.en}: lessons end"),
                LessonEnd(),
                note=Text(
                    "14:10 или «нечёт 14:10; чёт 15:00»; пусто — уроков нет.",
                    "14:10 or 'odd 14:10; even 15:00'; blank for no lessons.",
                ),
                assumed=Text("в этот день уроков нет", "no lessons on that day") if taught else None,
                examples=("14:10", "13:30") if taught else (),
            )
        )
        columns.append(
            Column(
                f"lessons_{day}",
                Text(f"{name.ru}: уроков", f"{name.en}: lessons"),
                Lessons(),
                note=Text(
                    "Сколько уроков: 6 или «нечёт 6; чёт 7».", "How many lessons: 6 or 'odd 6; even 7'."
                ),
                examples=("6", "6") if taught else (),
            )
        )
    return tuple(columns)


CLASSES = Table(
    "classes",
    Text("Классы", "Classes"),
    Text("Классы и студенческие группы с их расписанием.", "Classes with their bells."),
    (
        Column(
            "institution",
            Text("Учреждение", "Institution"),
            Ref("institutions"),
            required=True,
            note=Text("Код или название с листа «Учреждения».", "Id or name on the sheet Institutions."),
            examples=("Ш1", "С1"),
        ),
        Column(
            "name",
            Text("Класс", "Class"),
            Text_(),
            required=True,
            note=Text("Например «10А».", "Such as 10A."),
            examples=("10А", "11"),
        ),
        Column(
            "grade",
            Text("Параллель", "Grade"),
            Int(1, 12),
            required=True,
            note=Text("Год обучения: 10.", "Year of school: 10."),
            examples=("10", "11"),
        ),
        Column(
            "head_count",
            Text("Обучающихся в классе", "Head count"),
            Int(0, 10_000),
            required=True,
            note=Text("Всего, для доли старшеклассников.", "In all, for the share of seniors."),
            examples=("25", "9"),
        ),
        *_day_columns(),
        Column(
            "weekly_hours",
            Text("Часов в неделю", "Weekly hours"),
            Int(0, 60),
            note=Text("Часы учебного плана.", "Hours of the curriculum."),
            assumed=Text("0: предел недели не проверяется всерьёз", "0: the weekly maximum hardly binds"),
            examples=("34", "34"),
        ),
        Column(
            "extracurricular_hours",
            Text("Часов внеурочной деятельности", "Extracurricular hours"),
            Int(0, 60),
            note=Text("В неделю.", "A week."),
            assumed=Text("0", "0"),
            examples=("3", "3"),
        ),
        Column(
            "blocked",
            Text("Занятое время", "Blocked times"),
            Windows(),
            note=Text("Другие занятия класса.", "Other times taken."),
        ),
        Column(
            "absent",
            Text("Даты отсутствия", "Absent on"),
            DateList(),
            note=Text(
                "Практика колледжа и подобное: «12.10.2026-18.10.2026».",
                "Practice weeks and the like: '12.10.2026-18.10.2026'.",
            ),
        ),
    ),
    required=True,
)
