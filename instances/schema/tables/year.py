"""The calendar and the norms."""

from __future__ import annotations

from instances.cells import Date, Int, Known, LongText, OneOf, Ref, Text_, TitleOf, Words, YesNo
from instances.schema.column import Column, Table
from instances.schema.tables.places import INSTITUTION_KIND
from instances.schema.tables.teaching import LOAD_CATEGORY
from models.norm_words import TITLES, UNITS
from models.tables import CalendarKind
from models.text import Text

CALENDAR_KIND = OneOf(
    CalendarKind,
    lessons=Text("занятия", "lessons"),
    vacation=Text("каникулы", "vacation"),
    holiday=Text("праздник", "holiday"),
    moved=Text("перенос", "moved"),
    blackout=Text("закрыто", "blackout"),
    assessment=Text("аттестация", "assessment"),
)
SEVERITY = Words(
    {
        "error": Text("запрет", "error"),
        "warning": Text("предупреждение", "warning"),
        "info": Text("сведение", "info"),
    }
)
UNIT = Known(
    UNITS,
    *(("время", "clock"), ("часов", "h"), ("минут", "min"), ("человек", "students"), ("рублей", "RUB")),
    ("баллов", "points"),
)

CALENDAR = Table(
    "calendar",
    Text("Календарь", "Calendar"),
    Text("Каникулы, праздники, переносы, закрытые дни.", "Vacations, holidays, moved days, closures."),
    (
        Column(
            "kind",
            Text("Вид", "Kind"),
            CALENDAR_KIND,
            required=True,
            note=Text("Что это за дни.", "What these days are."),
            examples=("каникулы", "закрыто"),
        ),
        Column(
            "first",
            Text("С", "From"),
            Date(),
            required=True,
            note=Text("Первый день; для переноса — рабочий день.", "First day; of a move: the working day."),
            examples=("26.10.2026", "20.11.2026"),
        ),
        Column(
            "last",
            Text("По", "To"),
            Date(),
            note=Text("Последний день.", "Last day."),
            examples=("03.11.2026", ""),
        ),
        Column(
            "institution",
            Text("Учреждение", "Institution"),
            Ref("institutions"),
            note=Text("Для «закрыто»; пусто — все.", "Of a closure; blank for all."),
            examples=("", "Ш1"),
        ),
        Column(
            "moved_from",
            Text("По расписанию дня", "Lessons of"),
            Date(),
            note=Text("Для переноса: чьё расписание.", "Of a move: whose timetable."),
        ),
        Column(
            "note",
            Text("Примечание", "Note"),
            Text_(),
            note=Text("Для себя.", "For yourself."),
            examples=("осенние каникулы", "ремонт"),
        ),
    ),
)

NORMS = Table(
    "norms",
    Text("Нормы", "Norms"),
    Text("Нормы с источником и сроком действия; меняйте здесь.", "Dated norms with their source; edit here."),
    (
        Column(
            "key",
            Text("Норма", "Norm"),
            Known(TITLES),
            required=True,
            note=Text("Ключ нормы или её название.", "Key or title of the norm."),
        ),
        Column("title", Text("Что это", "What it is"), TitleOf("key", TITLES), is_info=True),
        Column(
            "value",
            Text("Значение", "Value"),
            Text_(),
            required=True,
            note=Text("Целое число или время.", "Whole number or time."),
        ),
        Column("unit", Text("Единица", "Unit"), UNIT, note=Text("clock или время.", "clock for a time.")),
        Column(
            "grade_from", Text("Параллель от", "Grade from"), Int(1, 12), note=Text("Для кого.", "For whom.")
        ),
        Column("grade_to", Text("Параллель до", "Grade to"), Int(1, 12), note=Text("Для кого.", "For whom.")),
        Column(
            "days_a_week",
            Text("Дней в неделе", "Days a week"),
            Int(5, 6),
            note=Text("Для какой недели.", "For which week."),
        ),
        Column(
            "institution_kind",
            Text("Вид учреждения", "Institution kind"),
            INSTITUTION_KIND,
            note=Text("Для кого.", "For whom."),
        ),
        Column(
            "load_category",
            Text("Вид нагрузки", "Load category"),
            LOAD_CATEGORY,
            note=Text("Для какой.", "For which."),
        ),
        Column("is_rural", Text("Сельское", "Rural"), YesNo(), note=Text("Для кого.", "For whom.")),
        Column("source", Text("Источник", "Source"), Text_(), note=Text("Документ.", "The document.")),
        Column("clause", Text("Пункт", "Clause"), LongText(), note=Text("Пункт документа.", "The clause.")),
        Column(
            "valid_from", Text("Действует с", "Valid from"), Date(), note=Text("Первый день.", "First day.")
        ),
        Column(
            "valid_to", Text("Действует по", "Valid to"), Date(), note=Text("Последний день.", "Last day.")
        ),
        Column(
            "severity", Text("Строгость", "Severity"), SEVERITY, note=Text("Запрет или нет.", "How strict.")
        ),
        Column(
            "verified",
            Text("Проверено", "Verified"),
            YesNo(),
            note=Text("Пункт прочитан; иначе в приказ не печатается.", "Read; else never printed in orders."),
        ),
    ),
    prefilled=True,
)
