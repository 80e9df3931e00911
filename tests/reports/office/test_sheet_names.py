"""Names of sheets are legal in Excel and different, whatever the institutions are called."""

from __future__ import annotations

import pytest

from reports.office.sheet_names import FORBIDDEN, LONGEST, sheet_name

HOSTILE = [
    "",
    "   ",
    "'",
    "[школа]: №1*?/\\",
    "'в апострофах'",
    "History",
    "имя\nв две строки",
    "Ж" * 60,
    "а" * 30 + "'" + "б" * 20,
    "😀" * 40,
    "МБОУ «Средняя общеобразовательная школа» № 1",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_any_title_gives_a_legal_name(title: str) -> None:
    """Not blank, not too long, no sign that Excel forbids, no apostrophe at an end, not its own name."""
    name = sheet_name(title, ())
    assert name.strip()
    assert len(name.encode("utf-16-le")) // 2 <= LONGEST
    assert not FORBIDDEN.search(name)
    assert name[0] != "'"
    assert name[-1] != "'"
    assert name.casefold() != "history"


def test_names_differ_also_in_upper_and_lower_case() -> None:
    """Forty schools of one long name, and one written otherwise, have forty-one sheets."""
    taken: list[str] = []
    for title in ["Школа имени " + "Ж" * 50] * 40 + ["ШКОЛА ИМЕНИ " + "Ж" * 50]:
        taken.append(sheet_name(title, taken))
    assert len({name.casefold() for name in taken}) == 41
    assert max(map(len, taken)) <= LONGEST


def test_a_long_name_keeps_its_number() -> None:
    """What tells two schools apart often stands at the end."""
    name = sheet_name("Муниципальное общеобразовательное учреждение школа № 17", ())
    assert name.startswith("Муниципальное")
    assert name.endswith("№ 17")


def test_a_short_name_stays_as_it_is() -> None:
    """Nothing is done to what is legal."""
    assert sheet_name("УСОШ №4", ()) == "УСОШ №4"
