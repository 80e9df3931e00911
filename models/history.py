"""The yearly totals that the history of a network may hold, and how they may be called."""

from __future__ import annotations

from models.text import Text

INDICATORS: dict[str, Text] = {
    "centres": Text("ресурсных центров", "resource centres"),
    "groups": Text("групп", "groups"),
    "students": Text("обучающихся", "students"),
    "seniors": Text("старшеклассников", "seniors"),
    "certificates": Text("сертификатов", "certificates"),
    "pedagogical": Text("в педагогическом классе", "in the pedagogical class"),
    "exams": Text("сдали ГИА по профилю", "passed the state exam in the profile"),
    "admitted": Text("поступили по профилю", "admitted by profile"),
    "support": Text("поддержка учителей, руб.", "support of teachers, RUB"),
    "cost": Text("затраты, руб.", "cost, RUB"),
}
"""Key → what it counts in a school year."""

ALSO = {"сертификаты": "certificates", "центры": "centres", "рц": "centres", "группы": "groups"}
"""Other names that are understood."""


def indicator_of(key: str) -> str | None:
    """The indicator that a key names, by its id or title in either language; capitals and ё do not matter."""
    wanted = _plain(key)
    for id, title in INDICATORS.items():
        if wanted in (id, _plain(title.ru), _plain(title.en)):
            return id
    return ALSO.get(wanted)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split())
