"""The catalogue of changes: what ships is whole, and one's own is read or refused row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.changes import PLACES, read_changes, shipped_changes

HEADER = "kind;step;cost;most;ru;en\n"


def test_the_shipped_catalogue_offers_every_kind() -> None:
    """Each kind of change has its row, and its sentences can be filled in both languages."""
    catalogue = shipped_changes()
    assert catalogue.keys() == PLACES.keys()
    for kind, row in catalogue.items():
        values = dict.fromkeys(PLACES[kind], "X") | {"amount": 3}
        for said in (row.text(**values).in_("ru"), row.text(**values).in_("en")):
            assert "{" not in said


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("bribe;1;1;1;а;b", "kind"),
        ("seat;0;1;1;а;b", "step"),
        ("seat;1;free;1;а;b", "cost"),
        ("seat;1;1;;а;b", "most"),
        ("seat;1;1;1;{run};b", "ru"),
        ("seat;1;1;1;а;{amount", "en"),
        ("seat;1;1;1;;b", "ru"),
    ],
)
def test_a_faulty_row(tmp_path: Path, row: str, column: str) -> None:
    """The fault names file, row and column; other rows are read."""
    path = tmp_path / "changes.csv"
    path.write_text(HEADER + "chair;1;2;3;а {amount};b\n" + row + "\n", encoding="utf-8")
    catalogue, faults = read_changes(path)
    assert catalogue.keys() == {"chair"}
    assert [(f.spot.sheet, f.spot.row, f.spot.column) for f in faults] == [("changes.csv", 3, column)]


def test_a_file_that_is_none(tmp_path: Path) -> None:
    """Missing, or without the columns: one fault, no catalogue."""
    path = tmp_path / "changes.csv"
    (fault,) = read_changes(path)[1]
    assert fault.problem.in_("ru") == "Файл не читается: нет такого файла или папки"
    path.write_text("kind,cost\nseat,1\n", encoding="utf-8")
    assert len(read_changes(path)[1]) == 1
    path.write_text(HEADER, encoding="utf-8")
    assert [fault.problem.in_("en") for fault in read_changes(path)[1]] == [
        "There is no row below the headers"
    ]
    path.write_text(HEADER + "seat;1;1;1;а;b\nseat;1;2;1;а;b\n", encoding="utf-8")
    assert [fault.spot.row for fault in read_changes(path)[1]] == [3]
