"""Which of the two languages to speak: asked for, set, or that of the computer."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping, Sequence

from models.text import LANGS, Lang

VARIABLE = "SETKA_LANG"


def choose(args: Sequence[str], environment: Mapping[str, str] = os.environ) -> Lang:
    """``--lang`` anywhere among the arguments, else SETKA_LANG, else the computer's language.

    Read before the arguments are parsed, so that help and complaints about usage follow it too.
    """
    return _asked(args) or _known(environment.get(VARIABLE)) or _of_computer(environment)


def _asked(args: Sequence[str]) -> Lang | None:
    asked = None
    for position, word in enumerate(args):
        if word == "--":
            break
        if word.startswith("--lang="):
            asked = _known(word.removeprefix("--lang=")) or asked
        elif word == "--lang" and position + 1 < len(args):
            asked = _known(args[position + 1]) or asked
    return asked


def _known(name: str | None) -> Lang | None:
    return next((lang for lang in LANGS if name and name.strip().lower() == lang), None)


def _of_computer(environment: Mapping[str, str]) -> Lang:
    """Russian if the locale is (``ru_RU`` on Linux and macOS, ``Russian_Russia`` on Windows)."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(variable):
            return "ru" if environment[variable].lower().startswith("ru") else "en"
    name = locale.getlocale()[0] or ""
    return "ru" if name.lower().startswith("ru") else "en"
