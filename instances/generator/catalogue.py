"""The courses every municipality offers, by falling popularity, and what they need."""

from __future__ import annotations

from dataclasses import dataclass

from models.tables import CourseParity, LoadCategory, Period

COMPUTERS, LAB, PLAIN, KITCHEN, STUDIO = "компьютерный", "лаборатория", "учебный", "кухня", "студия"

ROOM_SEATS = {COMPUTERS: (13, 16), LAB: (14, 18), PLAIN: (18, 26), KITCHEN: (10, 13), STUDIO: (12, 16)}
"""Fewest and most seats of a room by its kind."""


@dataclass(frozen=True)
class Offer:
    """A course of the catalogue. ``sites`` are places by role: town schools 0–2, college, village.

    ``posts`` are the teachers who can give it; a group takes ``num_teachers`` of them.
    """

    code: str
    profile: str
    title: str
    room_kind: str
    sites: tuple[str, ...]
    posts: tuple[str, ...]
    related: tuple[str, ...]
    hours: int = 34
    weekly_sessions: int = 1
    period: Period = Period.YEAR
    parity: CourseParity = CourseParity.EVERY
    load_category: LoadCategory = LoadCategory.ADDITIONAL
    num_teachers: int = 1
    min_size: int | None = None
    programme: str = ""
    is_practice: bool = False

    @property
    def choice(self) -> str:
        """The code that students choose: the programme's, if the course is part of one."""
        return self.programme or self.code


CATALOGUE: tuple[Offer, ...] = (
    Offer(
        "ИТ",
        "ИТ",
        "Программирование",
        COMPUTERS,
        ("town0", "town1"),
        ("информатика", "информатика 2"),
        ("СОЦЭК", "ЖУРН"),
        load_category=LoadCategory.EXTRACURRICULAR,
    ),
    Offer(
        "ХИМБИО",
        "химико-биологический",
        "Избранные вопросы химии и биологии",
        LAB,
        ("town0",),
        ("химия",),
        ("МЕД", "КУЛИН"),
        hours=68,
        weekly_sessions=2,
        load_category=LoadCategory.EXTRACURRICULAR,
    ),
    Offer(
        "СОЦЭК",
        "социально-экономический",
        "Экономика и право",
        PLAIN,
        ("town2",),
        ("экономика",),
        ("ИТ", "СОЦГУМ"),
        load_category=LoadCategory.CURRICULUM,
    ),
    Offer(
        "МЕД",
        "медицинский класс",
        "Введение в медицину",
        LAB,
        ("town1",),
        ("медицина", "биология", "химия"),
        ("ХИМБИО", "ПЕД"),
        num_teachers=2,
    ),
    Offer(
        "ПСИХ",
        "педагогический класс",
        "Психология и педагогика",
        PLAIN,
        ("town2",),
        ("педагогика",),
        ("СОЦГУМ", "ИСК"),
        programme="ПЕД",
    ),
    Offer(
        "ПРАК",
        "педагогический класс",
        "Практика в детском саду",
        "",
        ("town2",),
        ("педагогика", "дошкольное воспитание"),
        ("СОЦГУМ", "ИСК"),
        hours=22,
        parity=CourseParity.EITHER,
        programme="ПЕД",
        is_practice=True,
    ),
    Offer(
        "СОЦГУМ",
        "социально-гуманитарный",
        "Обществознание: трудные вопросы",
        PLAIN,
        ("town0", "town2"),
        ("история",),
        ("ЖУРН", "СОЦЭК"),
    ),
    Offer(
        "КУЛИН",
        "кулинария",
        "Кулинарное искусство",
        KITCHEN,
        ("college",),
        ("технология",),
        ("ИСК", "ХИМБИО"),
        hours=22,
        parity=CourseParity.ODD,
        min_size=6,
    ),
    Offer(
        "ЖУРН",
        "журналистика",
        "Школа журналиста",
        PLAIN,
        ("town1", "college"),
        ("русский язык",),
        ("СОЦГУМ", "ИТ"),
        hours=20,
        period=Period.HALF,
        min_size=6,
    ),
    Offer(
        "ИСК",
        "искусство",
        "Изобразительное искусство",
        STUDIO,
        ("village", "town1"),
        ("ИЗО",),
        ("ПЕД", "КУЛИН"),
        hours=22,
        parity=CourseParity.EITHER,
    ),
)

CHOICES: tuple[str, ...] = tuple(dict.fromkeys(offer.choice for offer in CATALOGUE))
"""What can be chosen, by falling popularity."""

RELATED: dict[str, tuple[str, ...]] = {offer.choice: offer.related for offer in CATALOGUE}
