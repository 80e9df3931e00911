"""Templates, style and script, put together to one page that asks for nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from models.text import Lang, say
from models.time import SHORT_WEEKDAYS, WEEKDAYS, format_clock
from reports.export.imprint import Imprint
from reports.export.words import grouped, percent
from reports.html.comparison_words import COMPARISON
from reports.html.words import WORDS as PLAN
from reports.views.public.ways import note
from reports.views.shares import STATED_SHARE
from reports.views.week import Meeting

WORDS = PLAN | COMPARISON
"""The words of all pages."""

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src '{script}'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""Nothing is loaded from anywhere, and no script runs but the page's own."""


def asset(name: str) -> str:
    """The text of a style sheet or script of the package."""
    return (files("reports.html") / "assets" / name).read_text(encoding="utf-8")


def render(
    template: str, *, lang: Lang, imprint: Imprint, title: str, styles: Sequence[str] = (), **values: Any
) -> str:
    """A page from its template. ``title`` stands in the browser's tab and at the foot of printed pages, there
    with the edition. Without a mark it is a public page. ``styles`` are sheets of its own."""
    script = asset("report.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    environment = _environment(lang)
    return environment.get_template(template).render(
        lang=lang,
        public=imprint.mark is None,
        title=title,
        mark=imprint.mark,
        edition=imprint.edition,
        policy=POLICY.format(script=f"sha256-{digest}"),
        style=Markup(
            asset("style.css")
            + asset("print.css")
            + "".join(map(asset, styles))
            + _foot(title, lang, imprint)
        ),
        script=Markup(script),
        stated_share=STATED_SHARE,
        **values,
    )


@cache
def _environment(lang: Lang) -> Environment:
    """Escapes everything, and knows no undefined value. Words come in the language of the page."""

    def word(key: str, **values: Any) -> str:
        return WORDS[key](**values).in_(lang) if values else WORDS[key].in_(lang)

    environment = Environment(
        loader=PackageLoader("reports.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(t=word, profile_colours=profile_colours, note=note)
    environment.filters.update(
        say=lambda value: say(value, lang),
        number=lambda value: grouped(value).in_(lang) if isinstance(value, int) else say(value, lang),
        clock=format_clock,
        percent=lambda share, digits=1: percent(share, digits).in_(lang),
        weekday=lambda day: WEEKDAYS[day - 1].in_(lang),
        short_weekday=lambda day: SHORT_WEEKDAYS[day - 1].in_(lang),
        date=lambda day: _date(day, lang),
        stop=lambda text: text if text.endswith(".") else text + ".",
        sentence=lambda text: text[:1].upper() + text[1:],
        cell=lambda value: _cell(value, lang),
    )
    return environment


def _date(day: date, lang: Lang) -> str:
    return f"{day:%d.%m.%Y}" if lang == "ru" else day.isoformat()


def _cell(value: Any, lang: Lang) -> str:
    """A cell of a table of the export."""
    if value is None or value == "":
        return "—"
    if isinstance(value, float):
        text = f"{value:.6g}"
        return text.replace(".", ",") if lang == "ru" else text
    return say(value, lang)


NUM_COLOURS = 8


def profile_colours(meetings: list[Meeting]) -> Mapping[str, int]:
    """Profile → the number of its colour in the style sheet; by name, so that a profile keeps its own."""
    profiles = sorted({meeting.profile for meeting in meetings})
    return {profile: at % NUM_COLOURS for at, profile in enumerate(profiles)}


def _foot(title: str, lang: Lang, imprint: Imprint) -> str:
    """What stands on every printed page: the mark at its head, title, edition and number at its foot."""
    mark = imprint.mark.in_(lang) if imprint.mark is not None else ""
    return (
        f"@page{{@bottom-left{{content:{css_string(f'{title} · {imprint.edition.in_(lang)}')}}}"
        f"@top-left{{content:{css_string(mark)}}}"
        f"@bottom-right{{content:{css_string(WORDS['page'].in_(lang))} counter(page)}}}}"
    )


def css_string(text: str) -> str:
    """Any text as a string of CSS, which may stand in HTML: all but letters and digits is escaped."""
    return '"' + "".join(c if c.isalnum() else f"\\{ord(c):06x}" for c in text) + '"'


def heading_of_year(year: int, lang: Lang) -> str:
    """``2026/2027 учебный год``."""
    return WORDS["year"](year=year, next=year + 1).in_(lang)
