"""The language: asked for, set, or that of the computer."""

from __future__ import annotations

import pytest

from scheduler.cli.language import choose


def test_asked_for_wins_wherever_it_stands() -> None:
    """``--lang`` beats the variable, before or after the command."""
    assert choose(["--lang", "ru", "check", "x"], {"SETKA_LANG": "en"}) == "ru"
    assert choose(["check", "x", "--lang=en"], {"SETKA_LANG": "ru"}) == "en"
    assert choose(["check", "--", "--lang=en"], {"SETKA_LANG": "ru"}) == "ru"


def test_the_variable_beats_the_locale() -> None:
    """SETKA_LANG is obeyed; what it does not know is passed over."""
    assert choose([], {"SETKA_LANG": "ru", "LANG": "en_US.UTF-8"}) == "ru"
    assert choose([], {"SETKA_LANG": "fr", "LANG": "ru_RU.UTF-8"}) == "ru"


@pytest.mark.parametrize(
    ("name", "lang"),
    [("Russian_Russia", "ru"), ("ru_RU", "ru"), ("English_United States", "en"), (None, "en")],
)
def test_the_computer_speaks(name: str | None, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without variables (Windows) the locale decides, by its Windows or its POSIX name."""
    monkeypatch.setattr("locale.getlocale", lambda: (name, "cp1251"))
    assert choose([], {}) == lang
