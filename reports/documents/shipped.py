"""The templates that come with the program, written anew: ``python -m reports.documents.shipped``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reports.documents import shipped_year_end
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
            ("Курс", "title", 46),
            ("Классы", "grades", 18),
            ("Часов всего / в неделю", "hours", 22),
            ("Период", "period", 32),
            ("Учитель", "teachers", 37),
            ("Групп", "groups", 16),
            ("Наполняе-мость", "size", 21),
        ),
    )
    blank.annex(landscape=False)
    blank.stamp(3)
    blank.text("Состав групп", align="center", bold=True, after=8)
    blank.table(
        "members",
        (
            ("Группа", "group", 56),
            ("Общеобразовательное учреждение", "school", 58),
            ("Класс", "class_name", 20),
            ("Количество", "count", 26),
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
            ("РЦ, адрес", "centre", 28),
            ("Каб.", "room", 22),
            ("Профиль, курс", "course", 32),
            ("Группа", "group", 17),
            ("Классы", "classes", 14),
            ("ОУ-участники (кол-во)", "schools", 32),
            ("Учитель", "teachers", 25),
            ("Периодич-ность", "weeks", 21),
            ("Часы", "hours", 11),
            ("Подвоз", "bus", 21),
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
    blank.control("{%p if remark %}")
    blank.text("{{ remark }}", size=SMALL, before=8)
    blank.control("{%p endif %}")
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
    blank = Blank(numbered=False)
    blank.control("{%p for student in students %}")
    blank.text("{{ student.school }}", align="center", bold=True)
    blank.text("Индивидуальный учебный план № ______", align="center", bold=True, size=15, before=18)
    blank.text("на {{ year }} учебный год", align="center", after=12)
    blank.text("Обучающийся: {{ student.name }}", after=4)
    blank.text("Класс: {{ student.class_name }}", after=10)
    blank.table(
        "student.courses",
        (
            ("Курс", "title", 34),
            ("Вид нагрузки", "load", 29),
            ("Часов в неделю / год", "hours", 18),
            ("Место и время", "place", 38),
            ("Учитель", "teachers", 28),
            ("Форма аттестации", "assessment", 23),
        ),
        size=9,
        number=False,
    )
    blank.text("{{ student.total }}", before=10, after=10)
    blank.pair("{{ student.head_post }}", "{{ student.head }}")
    blank.text("Ознакомлены:", before=16, keep=True)
    blank.text("обучающийся ______________ «____» __________ 20___ г.", before=6, keep=True)
    blank.text("родитель (законный представитель) ______________ «____» __________ 20___ г.", before=6)
    blank.end_pages()
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
            ("ФИО", "name", 44),
            ("ОУ, класс", "school", 36),
            ("Посадка", "board", 24),
            ("Высадка", "alight", 24),
            ("Едет", "days", 32),
        ),
    )
    blank.end_pages()
    return blank


def refusals() -> Blank:
    """D20: a letter for every refused application, to the parents."""
    blank = Blank(numbered=False)
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
    blank.end_pages()
    return blank


def assessment_order() -> Blank:
    """D4 with the groups and their commissions."""
    blank = Blank()
    blank.order("О проведении итоговой аттестации в муниципальной сети профильных курсов")
    blank.annex(landscape=True)
    blank.stamp(1)
    blank.text("График итоговой аттестации", align="center", bold=True, after=8)
    blank.table(
        "lines",
        (
            ("РЦ", "centre", 42),
            ("Курс, группа", "group", 52),
            ("Дата, время, кабинет", "when", 40),
            ("Форма", "form", 24),
            ("Председатель", "head", 36),
            ("Члены комиссии", "members", 39),
            ("Допущено", "admitted", 23),
        ),
    )
    return blank


def assessment_sheet() -> Blank:
    """D5: the sheet of a group."""
    blank = Blank(landscape=True)
    blank.text("Ведомость итоговой аттестации", align="center", bold=True, size=15)
    blank.text("{{ centre }}; курс {{ group }}", align="center", before=4)
    blank.text("{{ year }} учебный год", align="center")
    blank.text("Дата: «____» ______________ 20___ г.", before=6, after=8)
    blank.table(
        "rows",
        (
            ("ФИО", "name", 55),
            ("ОУ, класс", "school", 42),
            ("Часов пройдено / пропущено", "hours", 26),
            ("Тема", "topic", 52),
            ("Оценка", "mark", 20),
            ("Результат", "result", 27),
            ("Подпись", "signature", 28),
        ),
    )
    blank.text("Председатель комиссии ______________ {{ head }}", before=14, keep=True)
    blank.control("{%p for member in members %}")
    blank.text("Член комиссии ______________ {{ member }}", before=4)
    blank.control("{%p endfor %}")
    return blank


def certificates_order() -> Blank:
    """D6 with the register of certificates."""
    blank = Blank()
    blank.order(
        "О выдаче сертификатов о прослушивании профильных курсов в муниципальной сети профильных курсов в "
        "{{ year }} учебном году"
    )
    blank.annex(landscape=True)
    blank.stamp(1)
    blank.text("Реестр сертификатов", align="center", bold=True, after=8)
    blank.table(
        "lines",
        (
            ("Рег. №", "register", 20),
            ("ФИО", "name", 55),
            ("ОУ", "school", 42),
            ("Класс", "class_name", 16),
            ("РЦ", "centre", 42),
            ("Курс", "course", 48),
            ("Часов", "hours", 14),
            ("Результат", "result", 22),
        ),
    )
    return blank


def certificates() -> Blank:
    """D7: a page a certificate."""
    blank = Blank(landscape=True, size=15, numbered=False)
    blank.control("{%p for item in certificates %}")
    blank.text("{{ organisation }}", align="center", bold=True, before=18)
    blank.text("СЕРТИФИКАТ № ________", align="center", bold=True, size=30, before=30, after=18)
    blank.text("{{ item.name }}", align="center", bold=True, size=24)
    blank.text("{{ item.school }}, {{ item.class_name }}", align="center", after=12)
    blank.text("прослушал(а) профильный курс муниципальной сети профильных курсов", align="center")
    blank.text("«{{ item.course }}»", align="center", bold=True, size=20, before=6, after=6)
    blank.text("в объёме {{ item.hours_in_words }} в {{ year }} учебном году", align="center")
    blank.text("Ресурсный центр: {{ item.centre }}", align="center", before=6)
    blank.text("Результат: {{ item.result }}", align="center", before=6)
    blank.text("Приказ от «____» __________ 20___ г. № ________", align="center", before=10)
    blank.pair("{{ signatory_post }}", "{{ signatory }}", widths=(150, 110), before=20)
    blank.end_pages()
    return blank


def results_note() -> Blank:
    """D16: what a centre tells a school."""
    blank = Blank()
    blank.text("{{ centre }}", align="center", bold=True)
    blank.text("СПРАВКА", align="center", bold=True, size=15, before=14)
    blank.text(
        "о результатах обучения на профильных курсах в {{ year }} учебном году", align="center", after=6
    )
    blank.text("Выдана: {{ school }}", after=10)
    blank.table(
        "lines",
        (
            ("ФИО", "name", 52),
            ("Класс", "class_name", 16),
            ("Курс", "course", 50),
            ("Часов", "hours", 16),
            ("Результат", "result", 26),
        ),
    )
    blank.text("«____» ______________ 20___ г.", before=12, keep=True)
    blank.pair("Координатор ресурсного центра", "________________")
    return blank


def working_together() -> Blank:
    """D10 with the centres and those who send students."""
    blank = Blank()
    blank.order(
        "Об организации сетевого взаимодействия муниципальных образовательных учреждений {{ territory }} в "
        "{{ year }} учебном году"
    )
    blank.annex(landscape=True)
    blank.stamp(1)
    blank.text("Сетевое взаимодействие учреждений", align="center", bold=True, after=8)
    blank.table(
        "lines",
        (
            ("Сеть", "network", 70),
            ("Участники", "schools", 90),
            ("Ответственный", "responsible", 50),
            ("Сроки", "term", 40),
        ),
    )
    return blank


def agreement() -> Blank:
    """D14: the agreement with parents, a page a student."""
    blank = Blank(size=12, numbered=False)
    blank.control("{%p for student in students %}")
    blank.text("СОГЛАШЕНИЕ № ________", align="center", bold=True, size=14)
    blank.text("о посещении профильных курсов муниципальной сети", align="center", bold=True)
    blank.text("{{ place }}\t«____» ______________ 20___ г.", before=8, after=8)
    blank.tab_right()
    blank.text(
        "{{ student.school }} в лице руководителя ({{ student.head }}), с одной стороны, и родитель "
        "(законный представитель) ________________________________________ обучающегося: {{ student.name }}, "
        "класс {{ student.class_name }}, с другой стороны, заключили соглашение о нижеследующем.",
        indent=True,
    )
    blank.text("1. Обучающийся посещает в {{ year }} учебном году профильные курсы:", indent=True, before=4)
    blank.control("{%p for course in student.courses %}")
    blank.text("– {{ course }}{{ '.' if loop.last else ';' }}", indent=True)
    blank.control("{%p endfor %}")
    for text in (
        "2. Школа обязуется: сообщать об изменениях расписания, учитывать результаты обучения, согласовать с "
        "занятиями расписание уроков.",
        "3. Родитель обязуется: обеспечить посещение занятий, сообщать о причинах пропусков.",
        "4. Обучающийся {{ student.alone }}. Родитель ознакомлен с временем и порядком подвоза.",
        "5. Соглашение действует с {{ student.first }} по {{ student.last }} и составлено в двух "
        "экземплярах.",
    ):
        blank.text(text, align="both", indent=True, before=4)
    blank.pair("Руководитель школы ______________", "Родитель ______________", widths=(90, 80))
    blank.end_pages()
    return blank


def consent() -> Blank:
    """D14: the consent to the processing of personal data, a paper of its own, a page a student."""
    blank = Blank(size=12, numbered=False)
    blank.control("{%p for student in students %}")
    blank.text("СОГЛАСИЕ", align="center", bold=True, size=14)
    blank.text("на обработку персональных данных", align="center", bold=True, after=10)
    for text in (
        "Я, ________________________________________________, паспорт ____________________, выдан "
        "________________________________________________, зарегистрированный(ая) по адресу "
        "________________________________________________, являясь родителем (законным представителем) "
        "обучающегося: {{ student.name }}, {{ student.school }}, класс {{ student.class_name }},",
        "даю согласие оператору ({{ organisation }}, {{ student.school }} и ресурсные центры, в которых "
        "проходят занятия) на обработку персональных данных ребёнка: фамилия, имя, отчество, школа, класс, "
        "выбранные курсы, расписание и посещение занятий, результаты обучения, сведения о подвозе.",
        "Цель обработки: организация обучения на профильных курсах муниципальной сети в {{ year }} учебном "
        "году. Действия: сбор, запись, систематизация, хранение, уточнение, использование, передача между "
        "названными операторами, обезличивание, уничтожение. Данные не размещаются в сети Интернет.",
        "Согласие действует до {{ student.last }} и может быть отозвано письменным заявлением.",
    ):
        blank.text(text, indent=True, after=6)
    blank.text("«____» ______________ 20___ г.   ______________ / ______________________ /", before=14)
    blank.end_pages()
    return blank


def contract() -> Blank:
    """D15: between a school and the institution of a centre."""
    blank = Blank(size=12)
    blank.text("ДОГОВОР № ________", align="center", bold=True, size=14)
    blank.text("о сетевой форме реализации образовательных программ", align="center", bold=True)
    blank.text("{{ place }}\t«____» ______________ 20___ г.", before=8, after=8)
    blank.tab_right()
    for text in (
        "{{ school }} (лицензия: {{ school_licence }}), далее — Школа, в лице: {{ school_head }}, и "
        "{{ host }} (лицензия: {{ host_licence }}), далее — Ресурсный центр, в лице: {{ host_head }}, "
        "заключили договор о нижеследующем.",
        "1. Предмет договора: реализация профильных курсов для обучающихся Школы на базе Ресурсного центра. "
        "Участвуют: {{ count }}.",
        "2. Курсы, расписание и место занятий:",
    ):
        blank.text(text, align="both", indent=True, after=4)
    blank.table(
        "rows",
        (
            ("Курс", "course", 46),
            ("Часов", "hours", 16),
            ("Обучающихся", "count", 30),
            ("День, время, период", "when", 46),
            ("Место", "place", 32),
        ),
        number=False,
    )
    for text in (
        "3. Ресурсный центр проводит занятия и промежуточную аттестацию, ведёт учёт посещаемости, сообщает "
        "Школе о пропусках и результатах справкой.",
        "4. Школа учитывает результаты, согласует расписание уроков, организует подвоз обучающихся.",
        "5. Договор действует с {{ first }} по {{ last }}.",
    ):
        blank.text(text, align="both", indent=True, before=6)
    blank.pair("Школа ______________", "Ресурсный центр ______________", widths=(85, 85))
    return blank


TEMPLATES: dict[str, Callable[[], Blank]] = {
    "D01_приказ_организация.docx": order_of_the_network,
    "D02_приказ_расписание.docx": order_of_the_timetable,
    "D04_приказ_аттестация.docx": assessment_order,
    "D05_ведомость.docx": assessment_sheet,
    "D06_приказ_сертификаты.docx": certificates_order,
    "D07_сертификаты.docx": certificates,
    "D10_приказ_взаимодействие.docx": working_together,
    "D11_план_на_месяц.docx": month_plan,
    "D13_индивидуальные_планы.docx": individual_plans,
    "D14_соглашения.docx": agreement,
    "D14_согласия.docx": consent,
    "D15_договор.docx": contract,
    "D16_справка.docx": results_note,
    "D19_списки_подвоза.docx": passengers,
    "D20_уведомления.docx": refusals,
    **shipped_year_end.TEMPLATES,
}


def main() -> None:
    """Replaces the folder's templates by what is built here."""
    FOLDER.mkdir(exist_ok=True)
    for name, build in TEMPLATES.items():
        (FOLDER / name).write_bytes(build().content())


if __name__ == "__main__":
    main()
