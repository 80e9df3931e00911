"""Sentences for people, in Russian and English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Lang = Literal["ru", "en"]
LANGS: tuple[Lang, ...] = ("ru", "en")


@dataclass(frozen=True)
class Text:
    """One sentence (or term) in both languages, with ``{named}`` places for values."""

    ru: str
    en: str

    def __call__(self, **values: Any) -> Message:
        return Message(self, values)

    def in_(self, lang: Lang) -> str:
        return self.ru if lang == "ru" else self.en


@dataclass(frozen=True)
class Message:
    """A sentence together with the values that belong into it; values may be texts themselves."""

    text: Text
    values: Mapping[str, Any] = field(default_factory=dict)

    def in_(self, lang: Lang) -> str:
        """The finished sentence."""
        return self.text.in_(lang).format(**{name: say(value, lang) for name, value in self.values.items()})


def joined(parts: Iterable[Any], separator: str = "; ") -> Text:
    """Texts and other values as one."""
    found = list(parts)
    return Text(
        separator.join(say(part, "ru") for part in found), separator.join(say(part, "en") for part in found)
    )


def say(value: Any, lang: Lang) -> str:
    """Any value as people read it: texts translated, sequences joined by commas."""
    if isinstance(value, Text | Message):
        return value.in_(lang)
    if isinstance(value, tuple | list | set | frozenset):
        items = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return ", ".join(say(item, lang) for item in items)
    return str(value)
