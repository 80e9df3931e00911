"""Numbers with their nouns: 1 место, 2 места, 5 мест."""

from __future__ import annotations

from dataclasses import dataclass

from models.text import Lang, Text
from reports.export.words import grouped


@dataclass(frozen=True)
class Noun:
    """A noun in the forms that numbers ask for: Russian 1, 2–4, 5–20; English one, several."""

    one: str
    few: str
    many: str
    en_one: str
    en_many: str

    def form(self, number: int, lang: Lang) -> str:
        """The noun as it stands beside a number."""
        if lang == "en":
            return self.en_one if number == 1 else self.en_many
        if 11 <= number % 100 <= 14:
            return self.many
        return self.one if number % 10 == 1 else self.few if 2 <= number % 10 <= 4 else self.many

    def __call__(self, number: int) -> Text:
        """The number and the noun, which do not part at the end of a line."""
        said = grouped(number)
        return Text(f"{said.ru}\u00a0{self.form(number, 'ru')}", f"{said.en}\u00a0{self.form(number, 'en')}")


GROUP = Noun("группа", "группы", "групп", "group", "groups")
CENTRE = Noun(
    "ресурсный центр", "ресурсных центра", "ресурсных центров", "resource centre", "resource centres"
)
SEAT = Noun("место", "места", "мест", "seat", "seats")
BY_STUDENTS = Noun("обучающегося", "обучающихся", "обучающихся", "student", "students")
"""As it stands after «на»: на 1 обучающегося больше."""
WISH = Noun("пожелание", "пожелания", "пожеланий", "wish", "wishes")
