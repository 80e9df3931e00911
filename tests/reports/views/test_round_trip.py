"""One run that brings students to town and, after the session, home again: its two legs are told apart."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document as open_word

from models.tables import Run, RunStop
from models.text import say
from reports.documents.catalogue import BY_CODE
from reports.documents.making import make
from reports.export.source import Source
from reports.export.tables.rides import rides
from reports.views.ways import way_of_ride

STOPS = (("С1", "14:30"), ("Ш1", "15:05"), ("Ш1", "16:20"), ("С1", "16:55"))


@pytest.fixture
def source(sources: Any) -> Source:
    """О1 and О2 go to town and back on the run Р1; the plan names the way back first."""
    of_two_runs = sources.tiny("full_buses")
    run = Run(
        id="Р1", weekdays=(1,), seats=2, stops=tuple(RunStop(place=place, time=time) for place, time in STOPS)
    )
    taken = tuple(ride.replace(run="Р1") for ride in reversed(of_two_runs.plan.rides))
    made: Source = sources.of(of_two_runs.network.replace(runs=(run,)), of_two_runs.plan.replace(rides=taken))
    return made


def test_the_table_tells_the_times_of_the_leg(source: Source) -> None:
    """There 14:30 to 15:05, back 16:20 to 16:55; without the run in the network no times."""
    table = rides(source)
    at = {column.key: n for n, column in enumerate(table.columns)}
    told = {
        tuple(say(row[at[key]], "ru") for key in ("direction", "departs", "arrives")) for row in table.rows
    }
    assert told == {("туда", "14:30:00", "15:05:00"), ("обратно", "16:20:00", "16:55:00")}
    unknown = Source(source.network.replace(runs=()), source.plan, source.people)
    assert all(way_of_ride(unknown, ride) is None for ride in source.plan.rides)


def test_the_list_of_passengers_names_the_road_and_begins_with_the_way_there(source: Source) -> None:
    """D19: both schools in the title, each student's two legs in the order of the day."""
    (paper,) = make(BY_CODE["D19"], source)
    word = open_word(io.BytesIO(paper.content))
    assert any("Р1 (Школа С1 — Школа Ш1 — Школа С1)" in paragraph.text for paragraph in word.paragraphs)
    rows = [[cell.text for cell in row.cells] for row in word.tables[1].rows[1:]]
    assert [(row[1], row[3], row[4]) for row in rows] == [
        (student, *leg)
        for student in ("Обучающийся-001", "Обучающийся-002")
        for leg in (("Школа С1, 14:30", "Школа Ш1, 15:05"), ("Школа Ш1, 16:20", "Школа С1, 16:55"))
    ]
