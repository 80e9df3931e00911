"""Letterhead, signatories, grounds, from the sheet «Реквизиты»; what is missing is a line to fill in."""

from __future__ import annotations

from dataclasses import dataclass

from models.network import Network
from models.requisites import plain_key
from reports.documents.grammar import LINE


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
        wanted = plain_key(key)
        return [
            item.value.strip()
            for item in self.network.requisites
            if plain_key(item.key) == wanted and item.institution == institution and item.value.strip()
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
