"""What a planner is offered in the empty workbook: drop-down lists that hold, rows as high as their text."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from instances.cells import Ref
from instances.reading import read
from instances.schema import TABLES
from instances.writing.template import write_template
from models.goals import GOALS
from models.text import Lang


def book(folder: Path, lang: Lang) -> Workbook:
    """The template."""
    path = folder / "пусто.xlsx"
    write_template(path, lang)
    return load_workbook(path)


def offered(template: Workbook, sheet: str, header: str) -> list[str]:
    """What the drop-down list of a column offers; a range by its cells, blanks left out."""
    page = template[sheet]
    (column,) = [cell.column_letter for cell in page[1] if cell.value == header]
    (found,) = [one for one in page.data_validations.dataValidation if f"{column}2" in one.sqref]
    formula = str(found.formula1)
    if formula.startswith('"'):
        return formula.strip('"').split(",")
    name, _, cells = formula.rpartition("!")
    rows = template[name.strip("'")][cells.replace("$", "")]
    return [str(row[0].value) for row in rows if row[0].value is not None]


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_lists_offer_what_the_program_reads(tmp_path: Path, lang: Lang) -> None:
    """Every word of every list is one of its kind, those with commas, too; a cell parts a list at commas."""
    template = book(tmp_path, lang)
    tried = 0
    for table in TABLES.values():
        for column in table.columns:
            words = column.kind.options(lang)
            if words and not isinstance(column.kind, Ref):
                assert offered(template, table.title.in_(lang), column.title.in_(lang)) == list(words)
                tried += 1
    assert tried > 10
    goals = offered(template, TABLES["goals"].title.in_(lang), "Цель" if lang == "ru" else "Goal")
    assert GOALS["priority"].title.in_(lang) in goals
    assert template[{"ru": "Списки", "en": "Lists"}[lang]].sheet_state == "hidden"


@pytest.mark.parametrize("sheet", ["Заявки", "Закрепления"])
def test_people_are_chosen_by_name(tmp_path: Path, sheet: str) -> None:
    """Their ids are left blank in the template; the examples, the only rows, have names."""
    template = book(tmp_path, "ru")
    names = [name for name in TABLES["students"].by_field["person"].examples if name]
    assert set(names) <= set(offered(template, sheet, "Обучающийся"))


def test_rows_are_as_high_as_their_explanations(tmp_path: Path) -> None:
    """Printed from Calc, an explanation of several lines lay over the next rows."""
    page = book(tmp_path, "ru")["Цели"]
    for row in range(2, page.max_row + 1):
        text = str(page.cell(row, 2).value)
        height = page.row_dimensions[row].height or 15
        assert height >= 15 * (len(text) / 45), text


def test_the_hidden_sheet_is_passed_over(tmp_path: Path) -> None:
    """No unknown sheet is told of."""
    book(tmp_path, "ru")
    faults = read(tmp_path / "пусто.xlsx").faults
    assert not [fault for fault in faults if "Списки" in fault.spot.sheet]
