"""The templates that come with the program, written anew: ``python -m reports.documents.shipped``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reports.documents.blank import SMALL, Blank

FOLDER = Path(__file__).parent / "templates"

TITLES = {
    "D1": "Об организации работы муниципальной сети профильных курсов в {{ year }} учебном году",
    "D2": (
        "Об утверждении расписания занятий муниципальной сети профильного обучения на {{ year }} учебный год"
    ),
}


def order_of_the_network() -> Blank:
    """D1 with its centres, courses and groups."""
    blank = Blank()
    blank.order(TITLES["D1"])
    blank.annex(landscape=True)
    blank.stamp(1)
    blank.text("Ресурсные центры муниципальной сети профильных курсов", align="center", bold=True, after=8)
    blank.table(
        "centres",
        (
            ("Ресурсный центр", "name", 50),
            ("Адрес", "address", 45),
            ("Профили", "profiles", 50),
            ("Координатор (должность)", "coordinator", 60),
            ("Кабинеты", "rooms", 45),
        ),
    )
    blank.annex(landscape=True)
    blank.stamp(2)
    blank.text("Профильные курсы", align="center", bold=True, after=8)
    blank.table(
        "courses",
        (
            ("РЦ", "centre", 34),
            ("Профиль", "profile", 32),
            ("Курс", "title", 48),
            ("Классы", "grades", 16),
            ("Часов всего / в неделю", "hours", 20),
            ("Период", "period", 32),
            ("Учитель", "teachers", 42),
            ("Групп", "groups", 14),
            ("Наполняе-мость", "size", 20),
        ),
    )
    blank.annex(landscape=False)
    blank.stamp(3)
    blank.text("Состав групп", align="center", bold=True, after=8)
    blank.table(
        "members",
        (
            ("Группа", "group", 56),
            ("Общеобразовательное учреждение", "school", 60),
            ("Класс", "class_name", 20),
            ("Количество", "count", 24),
        ),
    )
    return blank


def order_of_the_timetable() -> Blank:
    """D2 with the week and the dates of every group."""
    blank = Blank()
    blank.order(TITLES["D2"])
    blank.annex(landscape=True)
    blank.stamp(1)
    blank.text("Расписание занятий на {{ year }} учебный год", align="center", bold=True, after=8)
    blank.table(
        "sessions",
        (
            ("День", "weekday", 22),
            ("Время", "time", 21),
            ("РЦ, адрес", "centre", 32),
            ("Каб.", "room", 13),
            ("Профиль, курс", "course", 34),
            ("Группа", "group", 17),
            ("Классы", "classes", 14),
            ("ОУ-участники (кол-во)", "schools", 30),
            ("Учитель", "teachers", 27),
            ("Периодич-ность", "weeks", 21),
            ("Часы", "hours", 11),
            ("Подвоз", "bus", 15),
        ),
        size=8,
        number=False,
    )
    blank.annex(landscape=False)
    blank.stamp(2)
    blank.text("Даты занятий групп", align="center", bold=True, after=8)
    blank.table(
        "dates",
        (
            ("Группа, занятие", "session", 42),
            ("Даты занятий", "dates", 70),
            ("Запасные даты", "spare", 30),
            ("Часов: проводится / по курсу", "hours", 22),
        ),
        size=9,
        number=False,
    )
    return blank


def month_plan() -> Blank:
    """D11: a line a group with the dates of the month."""
    blank = Blank(landscape=True)
    blank.text("{{ organisation }}", align="center", bold=True)
    blank.text("План работы на {{ month }}", align="center", bold=True, before=6)
    blank.text("Сетевое взаимодействие ОУ", align="center", bold=True, after=8)
    blank.table(
        "lines",
        (
            ("Даты, день", "dates", 44),
            ("Время", "time", 24),
            ("Занятие (курс, группа)", "what", 56),
            ("Место (РЦ, каб.)", "place", 48),
            ("Участники (ОУ, кол-во)", "schools", 48),
            ("Ответственный", "responsible", 46),
        ),
        size=SMALL,
        number=False,
    )
    blank.control("{%p if remarks %}")
    blank.text("{{ remarks }}", size=SMALL, before=8)
    blank.control("{%p endif %}")
    return blank


def individual_plans() -> Blank:
    """D13: a page for every student of a school."""
    blank = Blank()
    blank.control("{%p for student in students %}")
    blank.text("{{ student.school }}", align="center", bold=True)
    blank.text("Индивидуальный учебный план № ______", align="center", bold=True, size=15, before=18)
    blank.text("на {{ year }} учебный год", align="center", after=12)
    blank.text("Обучающийся: {{ student.name }}", after=4)
    blank.text("Класс: {{ student.class_name }}", after=10)
    blank.table(
        "student.courses",
        (
            ("Курс", "title", 36),
            ("Вид нагрузки", "load", 27),
            ("Часов в неделю / год", "hours", 18),
            ("Место и время", "place", 37),
            ("Учитель", "teachers", 27),
            ("Форма аттестации", "assessment", 25),
        ),
        number=False,
    )
    blank.text("{{ student.total }}", before=10, after=10)
    blank.pair("{{ student.head_post }}", "{{ student.head }}")
    blank.text("Ознакомлены:", before=16, keep=True)
    blank.text("обучающийся ______________ «____» __________ 20___ г.", before=6, keep=True)
    blank.text("родитель (законный представитель) ______________ «____» __________ 20___ г.", before=6)
    blank.control("{%p if not loop.last %}")
    blank.page_break()
    blank.control("{%p endif %}")
    blank.control("{%p endfor %}")
    return blank


def passengers() -> Blank:
    """D19: a page for every run and weekday."""
    blank = Blank()
    blank.control("{%p for run in runs %}")
    blank.text("Список пассажиров и график подвоза", align="center", bold=True, size=15)
    blank.text("на {{ year }} учебный год", align="center", after=10)
    blank.text("Рейс: {{ run.name }}, {{ run.weekday }}", bold=True, after=4)
    blank.text("Мест: {{ run.seats }}; пассажиров: {{ run.count }}", after=4)
    blank.text("Даты: {{ run.dates }}", after=4)
    blank.text("Сопровождающий: {{ run.escort }}", after=8)
    blank.text("График движения", bold=True, after=4)
    blank.table("run.stops", (("Остановка", "place", 110), ("Время", "time", 40)), number=True)
    blank.text("Пассажиры", bold=True, before=10, after=4)
    blank.table(
        "run.passengers",
        (
            ("ФИО", "name", 58),
            ("ОУ, класс", "school", 48),
            ("Посадка", "board", 26),
            ("Высадка", "alight", 26),
        ),
    )
    blank.control("{%p if not loop.last %}")
    blank.page_break()
    blank.control("{%p endif %}")
    blank.control("{%p endfor %}")
    return blank


def refusals() -> Blank:
    """D20: a letter for every refused application, to the parents."""
    blank = Blank()
    blank.control("{%p for letter in letters %}")
    blank.text("{{ organisation }}", align="center", bold=True)
    blank.control("{%p for line in letterhead %}")
    blank.text("{{ line }}", align="center", size=SMALL)
    blank.control("{%p endfor %}")
    blank.text("Родителям (законным представителям)", align="right", before=18)
    blank.text("Обучающийся: {{ letter.name }}", align="right")
    blank.text("{{ letter.school }}, {{ letter.class_name }}", align="right", after=18)
    blank.text("УВЕДОМЛЕНИЕ", align="center", bold=True, size=15)
    blank.text("от «____» ______________ 20___ г. № ________", align="center", after=12)
    blank.text("{{ letter.decision }}", align="both", indent=True, after=6)
    blank.text("Причина: {{ letter.reason }}.", align="both", indent=True, after=6)
    blank.control("{%p if letter.waiting %}")
    blank.text("{{ letter.waiting }}", align="both", indent=True, after=6)
    blank.control("{%p endif %}")
    blank.text("{{ letter.offered }}", align="both", indent=True, after=6)
    blank.text("По вопросам и с возражениями обращайтесь: {{ appeal }}.", align="both", indent=True, after=6)
    blank.pair("{{ signatory_post }}", "{{ signatory }}")
    blank.control("{%p if not loop.last %}")
    blank.page_break()
    blank.control("{%p endif %}")
    blank.control("{%p endfor %}")
    return blank


TEMPLATES: dict[str, Callable[[], Blank]] = {
    "D01_приказ_организация.docx": order_of_the_network,
    "D02_приказ_расписание.docx": order_of_the_timetable,
    "D11_план_на_месяц.docx": month_plan,
    "D13_индивидуальные_планы.docx": individual_plans,
    "D19_списки_подвоза.docx": passengers,
    "D20_уведомления.docx": refusals,
}


def main() -> None:
    """Replaces the folder's templates by what is built here."""
    FOLDER.mkdir(exist_ok=True)
    for name, build in TEMPLATES.items():
        (FOLDER / name).write_bytes(build().content())


if __name__ == "__main__":
    main()
