"""All files of the public folder say the same of a number: it is nowhere told that is masked elsewhere."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import openpyxl
import pytest

from instances.tiny import ALL
from models.people import People
from reports.audit.levels import true_levels
from reports.export.folders import export
from reports.export.source import Source

Said = dict[str, set[str]]
"""What is counted → all that is printed of it."""

NUMBERS = {
    "Подали заявки": "applicants",
    "Получили место": "served",
    "Получили первую заявку": "first",
}
"""Rows of the main figures."""

CAPTION = re.compile(
    r"Всего заявителей: (?P<applicants>[^,]+), удовлетворено заявок: [^,]+, из них первых: (?P<first>[^;]+); "
    r"без места: (?P<nothing>[^.]+)\."
)
DETAILS = (
    re.compile(r"(?P<served>[^;]+) из (?P<applicants>[^;]+) подавших заявки;"),
    re.compile(r"(?P<first>[^;]+) из [^;]+ первых заявок;"),
    re.compile(r"(?P<seniors>[^;]+) из [^;]+ обучающихся,"),
)
NOTHING = re.compile(r"без единого места из подавших заявки: (.+?) чел\.", re.IGNORECASE)
MISSES = re.compile(r"не хватило мест: (менее 3|3 и более|\d+)|ждут курс (менее 3|3 и более|\d+)")


@pytest.fixture(scope="module")
def folder(udomlya: Source, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public folder of Udomlya."""
    return public_folder(udomlya, tmp_path_factory.mktemp("udomlya"))


def public_folder(source: Source, path: Path) -> Path:
    """All formats but pictures."""
    export(source.network, source.plan, source.people, path, formats=("xlsx", "csv", "json", "html"))
    return path / "public"


def tables(folder: Path, key: str, title: str) -> Iterator[list[list[str]]]:
    """A table of csv/, tables.json and both workbooks, without its header."""
    with (folder / "csv" / f"{key}.csv").open(encoding="utf-8-sig", newline="") as file:
        yield [*csv.reader(file, delimiter=";")][1:]
    rows = json.loads((folder / "tables.json").read_text("utf-8"))[key]
    yield [[str(value) for value in row.values()] for row in rows]
    for name in ("plan.xlsx", "timetable.xlsx"):
        book = openpyxl.load_workbook(folder / name)
        yield [[str(value) for value in row] for row in book[title].iter_rows(min_row=2, values_only=True)]


def all_said(folder: Path) -> tuple[Said, list[str]]:
    """What the files say of the sums of the network and of refusals by course and reason; and what the
    figure of near misses says."""
    said: Said = defaultdict(set)
    page = (folder / "report.html").read_text("utf-8")
    for rows in tables(folder, "about", "О плане"):
        for name, value, *_ in rows:
            if name in NUMBERS:
                said[NUMBERS[name]].add(value)
            elif name.startswith("Доля"):
                said["seniors"].add(re.split(r"[(]", value)[1].split(" из ")[0])
    for rows in tables(folder, "refusals", "Отказы"):
        for course, reason, count, *_ in rows:
            said[f"{course}: {reason}"].add(count)
    for rows in tables(folder, "goals", "Цели плана"):
        for found in NOTHING.findall(str(rows)):
            said["nothing"].add(found)
    for name, value in _of_page(page):
        said[name].add("не публикуется" if value == "—" else value.strip())
    return said, [a or b for a, b in MISSES.findall(_text(page))]


def _of_page(page: str) -> Iterator[tuple[str, str]]:
    """Tiles, the row of all applications, the caption of their figure, refusals and goals."""
    details = "; ".join(_text(found) for found in re.findall(r'<p class="detail">(.*?)</p>', page)) + ";"
    for pattern in DETAILS:
        for found in pattern.finditer(details):
            yield from found.groupdict().items()
    (row,) = re.findall(r'<tr class="sum">(.*?)</tr>', page, re.DOTALL)
    cells = [_text(cell) for cell in re.findall(r"<td.*?>(.*?)</td>", row, re.DOTALL)]
    yield from (("first", cells[0]), ("nothing", cells[-1]))
    yield from (("in all", cell) for cell in cells)
    for found in CAPTION.finditer(_text(page)):
        yield from found.groupdict().items()
    for found in re.findall(r'<tr class="refusal".*?</tr>', page, re.DOTALL):
        course, reason, count = (_text(cell) for cell in re.findall(r"<td.*?>(.*?)</td>", found, re.DOTALL))
        yield f"{course}: {reason[:1].lower()}{reason[1:]}", count
    yield from (("nothing", found) for found in NOTHING.findall(_text(page)))


def _text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def check(folder: Path) -> Said:
    """Every number is said in one way; none is one or two, nor a difference of two that are told."""
    said, misses = all_said(folder)
    in_all = said.pop("in all")
    assert {name: values for name, values in said.items() if len(values) > 1} == {}
    assert not {"1", "2"} & set.union(in_all, set(misses), *said.values())
    numbers = {
        name: int(*values) for name, values in said.items() if {*values} <= {str(n) for n in range(9999)}
    }
    for one, other in (("applicants", "served"), ("applicants", "first"), ("served", "seniors")):
        if one in numbers and other in numbers:
            assert numbers[one] - numbers[other] not in (1, 2), (one, other)
    counts = {value for name, values in said.items() if ": " in name for value in values}
    assert {found for found in misses if not found.isdecimal()} <= counts
    return said


def test_udomlya_says_every_number_in_one_way(folder: Path) -> None:
    """Headline, main figures, the row of all, captions, refusals and near misses."""
    said = check(folder)
    assert said["served"] == {"126"}
    assert said["seniors"] == {"122–125"}
    assert said["nothing"] == {"4"}
    assert "менее 3" in said["Химия и биология: решение задач: в группах нет свободных мест"]


@pytest.mark.parametrize("name", ["full_buses", "two_courses", "travelling_teacher", "unequal_rooms"])
def test_tiny_plans_say_every_number_in_one_way(name: str, tmp_path: Path) -> None:
    """Where nearly every number is too small to be told."""
    plan = ALL[name].plan
    assert plan is not None
    levels = tuple(true_levels(ALL[name].network, plan))
    check(public_folder(Source(ALL[name].network, plan.replace(levels=levels), People()), tmp_path))


def test_sums_over_members_are_not_among_the_goals(folder: Path) -> None:
    """The minutes, trips and points of all would unmask the members; whether they could be better is told."""
    withheld = {"travel", "trips", "majority_host", "priority"}
    levels = json.loads((folder / "tables.json").read_text("utf-8"))["levels"]
    assert {row["name"].partition(".")[0] for row in levels if row["value"] is None} == withheld
    assert all(row["bound"] is None for row in levels if row["value"] is None)
    (rows, *_) = tables(folder, "goals", "Цели плана")
    assert sum("не публикуется" in row[2] for row in rows) == len(withheld)
