"""Travel, last buses, runs and their stops."""

from __future__ import annotations

from instances.cells import Clock, Code, Decimal, Int, OneOf, Place, Ref, Text_, WeekdayList
from instances.schema.column import Column, Table
from models.tables import RunKind
from models.text import Text
from models.travel import Mode

MODE = OneOf(
    Mode,
    walk=Text("пешком", "walk"),
    public=Text("рейсовый автобус", "public"),
    bus=Text("школьный автобус", "school bus"),
)
RUN_KIND = OneOf(RunKind, fixed=Text("постоянный", "fixed"), optional=Text("по выбору", "optional"))
PLACE = Text("Учреждение, населённый пункт, остановка или зона.", "Institution, settlement, stop or zone.")

TRAVEL = Table(
    "travel",
    Text("Дорога", "Travel"),
    Text("Сколько минут занимает дорога. Обратно столько же.", "Minutes on the way; the same backwards."),
    (
        Column(
            "origin", Text("Откуда", "From"), Place(), required=True, note=PLACE, examples=("Село", "Село")
        ),
        Column(
            "destination",
            Text("Куда", "To"),
            Place(),
            required=True,
            note=PLACE,
            examples=("Город", "Город"),
        ),
        Column(
            "minutes",
            Text("Минут", "Minutes"),
            Int(0, 1440),
            required=True,
            note=Text("В одну сторону.", "One way."),
            examples=("25", "20"),
        ),
        Column(
            "mode",
            Text("Способ", "Mode"),
            MODE,
            note=Text(
                "Школьный автобус — только на рейсах с листа «Рейсы».",
                "A school bus only on runs of the sheet Runs.",
            ),
            assumed=Text("рейсовый автобус", "public"),
            examples=("рейсовый автобус", "школьный автобус"),
        ),
    ),
)

LAST_BUSES = Table(
    "last_buses",
    Text("Последние автобусы", "Last buses"),
    Text("Последний рейсовый автобус домой.", "The last public bus home."),
    (
        Column(
            "settlement",
            Text("Населённый пункт", "Settlement"),
            Place(),
            required=True,
            note=Text("Куда идёт автобус.", "Where the bus goes."),
            examples=("Село", "Город"),
        ),
        Column(
            "departs",
            Text("Отправление", "Departs"),
            Clock(),
            required=True,
            note=Text("Время отправления.", "Time of departure."),
            examples=("18:40", "18:10"),
        ),
        Column(
            "weekdays",
            Text("Дни недели", "Weekdays"),
            WeekdayList(needs_none=True),
            note=Text("«Пн-Пт» или «Пн, Ср».", "'Mon-Fri' or 'Mon, Wed'."),
            assumed=Text("Пн-Сб", "Mon-Sat"),
            examples=("Пн-Сб", "Пн-Пт"),
        ),
    ),
)

RUNS = Table(
    "runs",
    Text("Рейсы", "Runs"),
    Text("Школьные автобусы; остановки — на листе «Остановки».", "School buses; their stops on Stops."),
    (
        Column(
            "id",
            Text("Код", "ID"),
            Code(),
            required=True,
            note=Text("Код рейса.", "Id of the run."),
            examples=("Р1", "Р2"),
        ),
        Column(
            "weekdays",
            Text("Дни недели", "Weekdays"),
            WeekdayList(needs_none=True),
            required=True,
            note=Text("«Пн-Пт» или «Пн, Ср».", "'Mon-Fri' or 'Mon, Wed'."),
            examples=("Пн-Пт", "Пн-Пт"),
        ),
        Column(
            "seats",
            Text("Мест", "Seats"),
            Int(0, 1000),
            required=True,
            note=Text("Для обучающихся сети.", "For students of the network."),
            examples=("20", "20"),
        ),
        Column(
            "cost", Text("Стоимость, руб.", "Cost, RUB"), Decimal(), note=Text("Одного рейса.", "Of a run.")
        ),
        Column(
            "kind",
            Text("Вид", "Kind"),
            RUN_KIND,
            note=Text(
                "«По выбору» — план закажет рейс, только если он нужен.",
                "Optional: the plan orders the run only if it is needed.",
            ),
            assumed=Text("постоянный", "fixed"),
            examples=("постоянный", "постоянный"),
        ),
        Column("vehicle", Text("Автобус", "Vehicle"), Text_(), note=Text("Какой.", "Which.")),
        Column(
            "escort",
            Text("Сопровождающий", "Escort"),
            Text_(),
            note=Text("Должность.", "The post."),
            examples=("учитель", "учитель"),
        ),
        Column(
            "driver_hours",
            Text("Часов водителя", "Driver's hours"),
            Decimal(0, 24),
            note=Text("Справочно.", "For information."),
        ),
    ),
)

STOPS = Table(
    "stops",
    Text("Остановки", "Stops"),
    Text("Остановки рейсов по порядку.", "The stops of the runs in order."),
    (
        Column(
            "run",
            Text("Рейс", "Run"),
            Ref("runs"),
            required=True,
            note=Text("Код рейса.", "Id of the run."),
            examples=("Р1", "Р1", "Р2", "Р2"),
        ),
        Column(
            "place",
            Text("Место", "Place"),
            Place(),
            required=True,
            note=PLACE,
            examples=("Село", "Город", "Город", "Село"),
        ),
        Column(
            "time",
            Text("Время", "Time"),
            Clock(),
            required=True,
            note=Text("Отправление с остановки.", "Time at the stop."),
            examples=("14:20", "14:40", "17:10", "17:30"),
        ),
    ),
)
