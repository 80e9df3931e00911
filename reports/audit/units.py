"""The units of an excess as they are counted: by 1 date, by 2 dates; на 1 дату, на 2 даты, на 5 дат."""

from __future__ import annotations

from dataclasses import dataclass

from models.text import Text
from reports.audit import say


@dataclass(frozen=True)
class Unit:
    """A unit in the accusative after 1, 2–4 and 5–20; English one and several."""

    one: str
    few: str
    many: str
    en_one: str
    en_many: str

    def counted(self, number: int) -> Text:
        """The number with its unit."""
        last, teens = number % 10, 11 <= number % 100 <= 14
        form = self.many if teens else self.one if last == 1 else self.few if 2 <= last <= 4 else self.many
        return Text(f"{number} {form}", f"{number} {self.en_one if number == 1 else self.en_many}")


def _short(ru: str, en: str) -> Unit:
    """An abbreviation, which has one form."""
    return Unit(ru, ru, ru, en, en)


UNITS = {
    say.MINUTES: _short("мин", "min"),
    say.STUDENTS: Unit("чел.", "чел.", "чел.", "student", "students"),
    say.HOURS: _short("ч", "h"),
    say.DATES: Unit("дату", "даты", "дат", "date", "dates"),
    say.SESSIONS: Unit("занятие", "занятия", "занятий", "session", "sessions"),
    say.GROUPS: Unit("группу", "группы", "групп", "group", "groups"),
    say.TEACHERS: Unit("учителя", "учителей", "учителей", "teacher", "teachers"),
    say.COURSES: Unit("курс", "курса", "курсов", "course", "courses"),
    say.DAYS: Unit("день", "дня", "дней", "day", "days"),
    say.LESSONS: Unit("урок", "урока", "уроков", "lesson", "lessons"),
    say.GRADES: Unit("класс", "класса", "классов", "grade", "grades"),
    say.PAPERS: Unit("документ", "документа", "документов", "paper", "papers"),
    say.RECORDS: Unit("запись", "записи", "записей", "record", "records"),
    say.POINTS: Unit("балл", "балла", "баллов", "point", "points"),
    say.SHARE: _short("‰", "‰"),
    say.SEATS: Unit("место", "места", "мест", "seat", "seats"),
    say.EVENINGS_AND_TRIPS: Unit(
        "вечер или поездку",
        "вечера или поездки",
        "вечеров и поездок",
        "evening or trip",
        "evenings and trips",
    ),
    say.RUNS: Unit("рейс в неделю", "рейса в неделю", "рейсов в неделю", "run a week", "runs a week"),
}
