"""Letterhead, signatories, grounds, from the sheet «Реквизиты»; what is missing is a line to fill in."""

from __future__ import annotations

from dataclasses import dataclass

from models.network import Network
from reports.documents.grammar import LINE

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
}
"""What documents ask for, and what to write."""


@dataclass(frozen=True)
class Visa:
    """Who agrees to a paper; each part is a line to fill in where it is not known."""

    post: str
    name: str


@dataclass(frozen=True)
class Requisites:
    """The requisites of a network, by key and institution; capitals and the letter ё do not matter."""

    network: Network

    def all(self, key: str, institution: str = "") -> list[str]:
        """Every value of a key, in the order of the sheet."""
        wanted = _plain(key)
        return [
            item.value.strip()
            for item in self.network.requisites
            if _plain(item.key) == wanted and item.institution == institution and item.value.strip()
        ]

    def one(self, key: str, institution: str = "", *, missing: str = LINE) -> str:
        """The first value of a key, or a line to fill in."""
        found = self.all(key, institution)
        return found[0] if found else missing

    def people(self, key: str, institution: str = "") -> list[Visa]:
        """Posts and names of «должность; И. О. Фамилия»."""
        found = []
        for value in self.all(key, institution):
            post, _, name = value.partition(";")
            found.append(Visa(post.strip() or LINE, name.strip() or LINE))
        return found


def _plain(key: str) -> str:
    return " ".join(key.casefold().replace("ё", "е").split())
