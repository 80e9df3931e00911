"""The sheet «Правила сети»: one decision of the department a row, with its explanation."""

from __future__ import annotations

from dataclasses import dataclass

from instances.cells import (
    Clock,
    Date,
    Decimal,
    Int,
    IntList,
    Kind,
    LongText,
    OneOf,
    Text_,
    WeekdayList,
    Windows,
    Words,
    YesNo,
)
from instances.schema.column import Column, Table
from models.tables import GapMode, PriorityMode
from models.text import Text


@dataclass(frozen=True)
class Setting:
    """One row: the key, what it is called, of which kind, what a blank means, an explanation."""

    key: str
    title: Text
    kind: Kind
    blank: Text
    note: Text


NAME = "name"
ADD_HOLIDAYS = "add_holidays"
ADD_NORMS = "add_norms"

GAP_MODE = OneOf(
    GapMode, max=Text("дорога входит в перерыв", "max"), sum=Text("дорога сверх перерыва", "sum")
)
PRIORITY_MODE = OneOf(PriorityMode, last=Text("среди равных", "last"), strict=Text("строго", "strict"))

SETTINGS: dict[str, Setting] = {
    setting.key: setting
    for setting in (
        Setting(
            NAME,
            Text("Название сети", "Network name"),
            Text_(),
            Text("имя файла", "the file's name"),
            Text("Печатается в заголовках.", "Printed in headings."),
        ),
        Setting(
            "school_year",
            Text("Учебный год", "School year"),
            Int(2000, 2098),
            Text("по датам заявок, иначе текущий", "by the dates of choices, else the current one"),
            Text("Год, в который он начинается: 2026.", "The year in which it begins: 2026."),
        ),
        Setting(
            "first_day",
            Text("Первый день занятий", "First day of lessons"),
            Date(),
            Text("1 октября", "1 October"),
            Text("Первый день занятий сети.", "First day of the network's lessons."),
        ),
        Setting(
            "last_day",
            Text("Последний день занятий", "Last day of lessons"),
            Date(),
            Text("25 апреля", "25 April"),
            Text("Последний день занятий сети.", "Last day of the network's lessons."),
        ),
        Setting(
            "second_half_from",
            Text("Второе полугодие с", "Second half from"),
            Date(),
            Text("первый понедельник не раньше 9 января", "the first Monday from 9 January on"),
            Text("С этого дня идут курсы второго полугодия.", "Courses of the second half start here."),
        ),
        Setting(
            "choice_deadline",
            Text("Срок подачи заявок", "Deadline of choices"),
            Date(),
            Text("срока нет", "no deadline"),
            Text("Заявка позже этого дня среди равных последняя.", "A later choice comes last among equals."),
        ),
        Setting(
            "windows",
            Text("Окна занятий", "Windows of sessions"),
            Windows(needs_none=True),
            Text("Пн-Пт 14:30-18:00; Сб 9:00-14:00", "Mon-Fri 14:30-18:00; Sat 9:00-14:00"),
            Text(
                "Когда идут занятия сети; у РЦ могут быть свои окна. «нет» — только окна РЦ.",
                "When sessions are held; a centre may have its own windows. 'none': only those.",
            ),
        ),
        Setting(
            "network_days",
            Text("Сетевые дни", "Network days"),
            WeekdayList(),
            Text("любой день", "any day"),
            Text("Дни недели, в которые сеть занимается.", "The weekdays on which the network meets."),
        ),
        Setting(
            "gap_mode",
            Text("Дорога и перерыв", "Travel and gap"),
            GAP_MODE,
            Text("дорога входит в перерыв", "max"),
            Text(
                "Считается ли дорога частью перерыва после уроков.",
                "Whether travel counts as part of the gap after lessons (max) or comes on top (sum).",
            ),
        ),
        Setting(
            "lesson_minutes",
            Text("Минут в уроке", "Minutes a lesson"),
            Int(10, 90),
            Text("40", "40"),
            Text("Длина одного урока занятия.", "Length of one lesson of a session."),
        ),
        Setting(
            "break_minutes",
            Text("Минут перемены", "Minutes a break"),
            Int(0, 60),
            Text("10", "10"),
            Text("Перемена внутри сдвоенного занятия.", "The break within a double session."),
        ),
        Setting(
            "time_step",
            Text("Шаг времени, мин", "Time step, min"),
            Int(1, 60),
            Text("10", "10"),
            Text("С каким шагом подбирается начало занятия.", "The step of possible starts."),
        ),
        Setting(
            "max_courses",
            Text("Курсов на обучающегося", "Courses a student"),
            Int(0, 10),
            Text("1", "1"),
            Text("Без отдельного согласия.", "Without special consent."),
        ),
        Setting(
            "max_courses_with_consent",
            Text("Курсов при согласии", "Courses with consent"),
            Int(0, 10),
            Text("2", "2"),
            Text("Если родители согласны на два курса.", "If the parents consent to two courses."),
        ),
        Setting(
            "max_evenings",
            Text("Вечеров в неделю", "Evenings a week"),
            Int(0, 7),
            Text("2", "2"),
            Text("Сколько дней в неделю можно заниматься в сети.", "Days a week a student may attend."),
        ),
        Setting(
            "max_ranks",
            Text("Пожеланий на обучающегося", "Ranks a student"),
            Int(1, 50),
            Text("3", "3"),
            Text("Последний допустимый номер очерёдности.", "The last rank allowed."),
        ),
        Setting(
            "rank_points",
            Text("Баллы по очерёдности", "Points by rank"),
            IntList(0, 1000, ranges=False),
            Text("5, 3, 2", "5, 3, 2"),
            Text("За первое, второе, третье пожелание.", "For the first, second, third choice."),
        ),
        Setting(
            "reserve_seats",
            Text("Резерв мест в группе", "Reserve seats a group"),
            Int(0, 100),
            Text("0", "0"),
            Text("Сколько мест держать свободными.", "Seats kept free in each group."),
        ),
        Setting(
            "home_by",
            Text("Быть дома до", "Home by"),
            Clock(),
            Text("20:00", "20:00"),
            Text("Если у обучающегося не указано иное.", "Unless the student has another time."),
        ),
        Setting(
            "walk_minutes",
            Text("Минут пешком внутри населённого пункта", "Minutes on foot within a settlement"),
            Int(0, 600),
            Text("15", "15"),
            Text(
                "Между учреждениями одного населённого пункта без строки на листе «Дорога».",
                "Between institutions of one settlement without a row on the sheet Travel.",
            ),
        ),
        Setting(
            "senior_grades",
            Text("Старшие классы", "Senior grades"),
            IntList(1, 12, ranges=True, needs_none=True),
            Text("10, 11", "10, 11"),
            Text("Кто считается в доле старшеклассников.", "Who counts in the share of seniors."),
        ),
        Setting(
            "budget",
            Text("Бюджет, руб.", "Budget, RUB"),
            Decimal(),
            Text("не задан", "not set"),
            Text("Справочно, для сравнения вариантов.", "For comparing scenarios."),
        ),
        Setting(
            "priority_mode",
            Text("Действие приоритетов", "Mode of priorities"),
            PRIORITY_MODE,
            Text("среди равных", "last"),
            Text(
                "«строго»: никого не обходит обучающийся с меньшим приоритетом.",
                "'strict': nobody is passed over by a student of lower priority.",
            ),
        ),
        Setting(
            "lottery_seed",
            Text("Число жребия", "Lottery seed"),
            Int(0, 2**31 - 1),
            Text("записывается при составлении плана", "recorded when planning"),
            Text("Чтобы жребий можно было повторить.", "So that the lottery can be repeated."),
        ),
        Setting(
            "min_unit_applicants",
            Text("Наименьшая единица справедливости", "Smallest unit of fairness"),
            Int(1, 1000),
            Text("3", "3"),
            Text(
                "Школы, где заявителей меньше, считаются вместе.",
                "Schools with fewer applicants are pooled.",
            ),
        ),
        Setting(
            ADD_HOLIDAYS,
            Text("Добавить праздники по закону", "Add public holidays"),
            YesNo(),
            Text("да", "yes"),
            Text(
                "Если на листе «Календарь» нет ни одного праздника.",
                "If the sheet Calendar names no holiday at all.",
            ),
        ),
        Setting(
            ADD_NORMS,
            Text("Добавить нормы из комплекта", "Add the shipped norms"),
            YesNo(),
            Text("да", "yes"),
            Text(
                "Нормы, которых нет на листе «Нормы», берутся из комплекта.",
                "Norms that the sheet Norms does not give are taken from those that come with setka.",
            ),
        ),
    )
}

KEY = Words({key: setting.title for key, setting in SETTINGS.items()})

RULES_TABLE = Table(
    "rules",
    Text("Правила сети", "Rules"),
    Text(
        "Решения управления образования: по одному на строку. Пустое значение — «по умолчанию».",
        "What the department decides, one decision a row. A blank value means the default.",
    ),
    (
        Column("key", Text("Правило", "Rule"), KEY, required=True, note=Text("Что решается.", "The rule.")),
        Column(
            "value",
            Text("Значение", "Value"),
            LongText(),
            note=Text("Ваше значение; пусто — по умолчанию.", "Your value; blank for the default."),
        ),
        Column("default", Text("По умолчанию", "Default"), LongText(), is_info=True),
        Column("note", Text("Пояснение", "Explanation"), LongText(), is_info=True),
    ),
    prefilled=True,
    kinds_by_key={key: setting.kind for key, setting in SETTINGS.items()},
)
