"""The requisites that documents ask for, by key."""

from __future__ import annotations

ORGANISATION = "организация"
ORGANISATION_OF = "организация: родительный"
TERRITORY = "территория"
LETTERHEAD = "бланк"
PLACE = "место"
SIGNATORY_POST = "подпись: должность"
SIGNATORY = "подпись: фамилия"
CONTROL = "контроль"
GROUNDS = "основание"
VISA = "виза"
EXECUTOR = "исполнитель"
TELEPHONE = "телефон исполнителя"
DISTRIBUTION = "рассылка"
LICENCE = "лицензия"
HEAD = "руководитель"
APPEAL = "куда обращаться"
COMMISSION_HEAD = "комиссия: председатель"
COMMISSION = "комиссия: член"
REMARK = "примечание"

KEYS: dict[str, str] = {
    ORGANISATION: "кто издаёт приказ, полное название",
    ORGANISATION_OF: "оно же в родительном падеже, для «Приложение к приказу …»",
    TERRITORY: "территория в родительном падеже: «Удомельского городского округа»",
    LETTERHEAD: "строка бланка под названием: адрес, телефон (можно несколько строк)",
    PLACE: "место издания: «г. Удомля»",
    SIGNATORY_POST: "должность того, кто подписывает, в именительном падеже",
    SIGNATORY: "инициалы и фамилия того, кто подписывает",
    CONTROL: "пункт о контроле целиком; без него контроль остаётся за подписывающим",
    GROUNDS: "на основании чего: в родительном падеже (можно несколько строк)",
    VISA: "кто согласует: «должность; И. О. Фамилия» (можно несколько строк)",
    EXECUTOR: "кто подготовил, инициалы и фамилия",
    TELEPHONE: "его телефон",
    DISTRIBUTION: "кому разослать (можно несколько строк)",
    LICENCE: "номер и дата лицензии учреждения (столбец «Учреждение»)",
    HEAD: "руководитель учреждения: «должность; И. О. Фамилия» (столбец «Учреждение»)",
    COMMISSION_HEAD: "председатель аттестационной комиссии: должность и фамилия",
    COMMISSION: "член комиссии: должность и фамилия (можно несколько строк)",
    APPEAL: "куда обращаться родителям: кабинет, телефон, часы",
    REMARK: "для себя, в документы не попадает",
}
"""What documents ask for, and what to write."""


def plain_key(key: str) -> str:
    """One form of a key: capitals, spaces and the letter ё do not matter."""
    return " ".join(key.casefold().replace("ё", "е").split())
