"""A figure as SVG that may stand in a page beside others, the same at every run."""

from __future__ import annotations

import re
from io import StringIO
from xml.sax.saxutils import quoteattr

from matplotlib.figure import Figure

from reports.figures.letters import FAMILY
from reports.figures.style import settings

FONTS = f"'{FAMILY}', Verdana, 'Segoe UI', Arial, sans-serif"
"""Words stay words, to be searched and read aloud. Where the first font is missing, Verdana has nearly its
widths, and the others are narrower: nothing runs into anything."""

INHERITED = 'style="stroke-linejoin: round; stroke-linecap: butt"'
"""What matplotlib says in a style sheet, which would reach beyond the picture into the page."""


def svg_text(figure: Figure, key: str, label: str) -> str:
    """The picture without XML prologue and metadata. All ids begin with ``key``; ``label`` describes it."""
    buffer = StringIO()
    with settings(key):
        figure.savefig(
            buffer, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None}
        )
    text = buffer.getvalue()
    text = text[text.index("<svg ") :]
    text = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>\s*", "", text, count=1, flags=re.DOTALL)
    text = re.sub(r"<[a-z][^<>]*>", lambda tag: _tag(tag[0], key), text)
    return text.replace("<svg ", f'<svg role="img" aria-label={quoteattr(label)} {INHERITED} ', 1)


def _tag(tag: str, key: str) -> str:
    """A tag with its ids and fonts; words between tags, where anything may stand, are never touched."""
    tag = re.sub(r'\bid="', f'id="{key}-', tag)
    tag = re.sub(r'href="#', f'href="#{key}-', tag)
    tag = tag.replace("url(#", f"url(#{key}-")
    return tag.replace(f"'{FAMILY}'", FONTS)
