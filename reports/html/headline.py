"""The figures that stand first on the page."""

from __future__ import annotations

from dataclasses import dataclass

from models.text import Lang, Message, Text, say
from reports.export.source import Source
from reports.export.summary import summarise
from reports.export.words import grouped, percent
from reports.html.plurals import CENTRE, GROUP, Noun
from reports.html.words import WORDS
from reports.views.public.headline import public_headline
from reports.views.public.shares import NOT_PUBLISHED

Number = int | Text | Message


@dataclass(frozen=True)
class Tile:
    """A large figure, what it is, and what it is counted from (may be empty)."""

    value: str
    label: str
    detail: str


def tiles(source: Source, *, lang: Lang, public: bool) -> list[Tile]:
    """Served, first choices, share of seniors with both parts of the fraction, groups and centres."""
    summary = summarise(source.network, source.plan)
    told = public_headline(source) if public else summary
    if public:
        share = public_headline(source).share
    else:
        share = None if summary.senior_share is None else percent(summary.senior_share)

    def detail(key: str, part: Number, whole: Number) -> str:
        if NOT_PUBLISHED in (part, whole):
            return ""
        grades = source.network.rules.senior_grades
        return WORDS[key](part=_number(part), whole=_number(whole), grades=grades).in_(lang)

    def counted(noun: Noun, number: int) -> Tile:
        return Tile(say(grouped(number), lang), noun.form(number, lang), "")

    return [
        Tile(
            say(_number(told.served), lang),
            WORDS["served"].in_(lang),
            detail("of_applicants", told.served, told.applicants),
        ),
        Tile(
            say(_number(told.first_choices), lang),
            WORDS["first"].in_(lang),
            detail("of_first", told.first_choices, told.with_first),
        ),
        Tile(
            WORDS["not_published"].in_(lang) if public and share is None else say(share or "—", lang),
            WORDS["seniors"].in_(lang),
            detail("of_seniors", told.senior_places, told.seniors),
        ),
        counted(GROUP, summary.groups),
        counted(CENTRE, summary.centres),
    ]


def _number(value: Number) -> Text | Message:
    return grouped(value) if isinstance(value, int) else value
