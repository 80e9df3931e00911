"""Templates: support, commendations, the data bank, the Council, the form of a school."""

from __future__ import annotations

from collections.abc import Callable

from reports.documents.blank import SMALL, Blank


def support_order() -> Blank:
    """D8 with the list of teachers."""
    blank = Blank()
    blank.order(
        "О финансовой поддержке учителей, работающих в муниципальной сети профильных курсов в {{ year }} "
        "учебном году"
    )
    blank.annex(landscape=True)
    blank.stamp(1)
    blank.text("Список учителей", align="center", bold=True, after=8)
    blank.table(
        "lines",
        (
            ("ФИО", "name", 50),
            ("Должность, ОУ", "post", 48),
            ("РЦ, курс", "where", 59),
            ("Лет в сети", "years", 16),
            ("Групп / часов / сертифи-катов", "counts", 28),
            ("Баллов", "points", 21),
            ("Сумма, руб.", "sum", 22),
        ),
    )
    blank.control("{%p for remark in remarks %}")
    blank.text("{{ remark }}", size=SMALL, before=6)
    blank.control("{%p endfor %}")
    return blank


def commendations() -> Blank:
    """D9 with who is commended and for what."""
    blank = Blank()
    blank.order(
        "Об объявлении благодарностей по итогам работы муниципальной сети профильных курсов в {{ year }} "
        "учебном году"
    )
    blank.annex(landscape=False)
    blank.stamp(1)
    blank.text("Список для объявления благодарности", align="center", bold=True, after=8)
    blank.table(
        "lines",
        (
            ("ФИО / организация", "name", 52),
            ("Должность", "post", 48),
            ("За что", "reason", 60),
        ),
    )
    return blank


def year_report() -> Blank:
    """D21: indicators, schools, centres, years with their chart."""
    blank = Blank()
    blank.text("{{ organisation }}", align="center", bold=True)
    blank.text("ОТЧЁТ", align="center", bold=True, size=16, before=12)
    blank.text("о работе муниципальной сети профильных курсов", align="center", bold=True)
    blank.text("за {{ year }} учебный год", align="center", bold=True, after=10)
    blank.text("1. Показатели", bold=True, after=4, keep=True)
    columns = (("Показатель", "title", 105), ("Значение", "value", 65))
    blank.table("indicators", columns, number=False, size=11)
    blank.text("В доле {{ grades }}.", size=SMALL, before=4)
    blank.text("2. По учреждениям", bold=True, before=12, after=4, keep=True)
    blank.table(
        "schools",
        (
            ("ОУ", "school", 39),
            ("Старше-классников", "seniors", 26),
            ("Из них в сети", "places", 20),
            ("Доля", "share", 25),
            ("Подали заявки", "applied", 20),
            ("Получили место", "seated", 20),
            ("Сертифи-катов", "certificates", 20),
        ),
        number=False,
    )
    blank.text("3. По ресурсным центрам", bold=True, before=12, after=4, keep=True)
    blank.table(
        "centres",
        (
            ("РЦ", "centre", 42),
            ("Групп", "groups", 18),
            ("Обучающихся в группах", "sizes", 30),
            ("Часов занятий", "hours", 20),
            ("Курсы", "courses", 60),
        ),
        number=False,
    )
    blank.text("4. По годам", bold=True, before=12, after=4, keep=True)
    blank.text("{{ chart }}", align="center", after=4)
    blank.table(
        "years",
        (
            ("Учебный год", "year", 34),
            ("РЦ", "centres", 20),
            ("Групп", "groups", 22),
            ("Обучающихся", "students", 32),
            ("Сертификатов", "certificates", 32),
            ("В педклассе", "pedagogical", 30),
        ),
        number=False,
    )
    blank.text(
        "Прочерк: сведений нет. Сертификаты этого года появятся после аттестации.", size=SMALL, before=4
    )
    blank.pair("{{ signatory_post }}", "{{ signatory }}")
    return blank


def data_bank() -> Blank:
    """D12: a line for every applicant."""
    blank = Blank(landscape=True)
    blank.text("Банк данных муниципальной сети профильных курсов", align="center", bold=True, size=14)
    blank.text("{{ year }} учебный год", align="center", after=8)
    blank.table(
        "lines",
        (
            ("Обучающийся", "name", 30),
            ("ОУ", "school", 23),
            ("Класс", "class_name", 13),
            ("Пожелания", "wishes", 37),
            ("РЦ", "centre", 23),
            ("Группа", "group", 28),
            ("Зачислен / выбыл, причина", "state", 33),
            ("ИУП №", "plan", 14),
            ("Согла-сие", "consent", 13),
            ("Согла-шение", "agreement", 14),
            ("Подвоз", "bus", 15),
            ("Резуль-тат", "result", 15),
            ("Серти-фикат №", "certificate", 15),
        ),
        size=7,
        number=False,
    )
    return blank


def blank_form() -> Blank:
    """D22: choices written by hand."""
    blank = Blank(size=11)
    blank.text("ЗАЯВКА", align="center", bold=True, size=15)
    blank.text(
        "на обучение в муниципальной сети профильных курсов в {{ year }} учебном году",
        align="center",
        after=6,
    )
    blank.text("ОУ: {{ school }}. Классы: {{ classes }}.", after=4)
    blank.text("Предлагаются курсы:", keep=True)
    blank.control("{%p for title in offer %}")
    blank.text("– {{ title }}{{ '.' if loop.last else ';' }}", size=SMALL)
    blank.control("{%p endfor %}")
    blank.text(
        "У каждого обучающегося может быть несколько заявок, по строке на каждую. Очерёдность: 1 — самый "
        "желанный курс. Дорога: пешком, общественный транспорт, школьный автобус (откуда).",
        size=SMALL,
        before=4,
        after=6,
    )
    blank.table(
        "rows",
        (
            ("Класс", "class_name", 18),
            ("ФИО", "name", 48),
            ("Курс / профиль", "course", 46),
            ("Очерёд-ность", "rank", 22),
            ("Дорога", "way", 27),
        ),
    )
    blank.text(
        "«____» ______________ 20___ г.   Ответственный ______________ / ____________________ /", before=12
    )
    return blank


def supplements() -> Blank:
    """D23: the heads who host a centre."""
    blank = Blank()
    blank.text("{{ organisation }}", align="center", bold=True)
    blank.text("СПИСОК", align="center", bold=True, size=15, before=14)
    blank.text("руководителей базовых образовательных учреждений на установление доплаты", align="center")
    blank.text("в {{ year }} учебном году", align="center", after=10)
    blank.table(
        "lines",
        (
            ("ОУ", "school", 30),
            ("Руководитель", "head", 36),
            ("Ресурсный центр", "centres", 32),
            ("Групп", "groups", 18),
            ("Обучаю-щихся", "students", 22),
            ("Доплата, руб.", "sum", 22),
        ),
    )
    blank.pair("{{ signatory_post }}", "{{ signatory }}")
    return blank


def council_extract() -> Blank:
    """D23: the extract from the decision of the Council."""
    blank = Blank()
    blank.text("{{ organisation }}", align="center", bold=True)
    blank.text("ВЫПИСКА", align="center", bold=True, size=15, before=14)
    blank.text("из решения Совета управления образования", align="center")
    blank.text("от «____» ______________ 20___ г.\tпротокол № ________", before=8, after=8)
    blank.tab_right()
    blank.text("Присутствовали: ____ из ____ членов Совета.", after=8)
    blank.text("СЛУШАЛИ:", bold=True)
    blank.text("{{ heard }}", align="both", indent=True, after=6)
    blank.text("РЕШИЛИ:", bold=True)
    blank.control("{%p for item in decided %}")
    blank.text("{{ loop.index }}. {{ item }}", align="both", indent=True, after=3)
    blank.control("{%p endfor %}")
    blank.text("Голосовали: за — ____, против — ____, воздержались — ____.", before=6, after=6)
    blank.pair("Председатель Совета", "________________")
    blank.pair("Секретарь", "________________", before=10)
    blank.text("Выписка верна: ______________ {{ executor }}", before=14)
    return blank


TEMPLATES: dict[str, Callable[[], Blank]] = {
    "D08_приказ_поддержка.docx": support_order,
    "D09_приказ_благодарности.docx": commendations,
    "D12_банк_данных.docx": data_bank,
    "D21_отчёт_за_год.docx": year_report,
    "D22_заявка_школы.docx": blank_form,
    "D23_доплаты_руководителям.docx": supplements,
    "D23_выписка_Совета.docx": council_extract,
}
"""File → what builds it."""
