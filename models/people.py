"""Names of people, kept apart from the network: ids are all that the engine, logs and plans carry."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from models.base import Record


class PersonKind(StrEnum):
    STUDENT = "student"
    TEACHER = "teacher"


class Person(Record):
    id: str
    kind: PersonKind
    name: str


class People(Record):
    """The table of names; an id without a row stands for itself."""

    rows: tuple[Person, ...] = ()

    @cached_property
    def _names(self) -> dict[tuple[PersonKind, str], str]:
        return {(row.kind, row.id): row.name for row in self.rows}

    def student(self, id: str) -> str:
        return self._names.get((PersonKind.STUDENT, id), id)

    def teacher(self, id: str) -> str:
        return self._names.get((PersonKind.TEACHER, id), id)
