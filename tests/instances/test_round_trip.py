"""A network written in any format and read again is the same network with the same names."""

from __future__ import annotations

import string
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from instances import tiny
from instances.generator import GeneratorSpec, generate
from instances.reading import read
from instances.writing import write
from models.network import Network
from models.people import People, Person, PersonKind
from models.tables import (
    Cost,
    CourseParity,
    DayLessons,
    HistoryFigure,
    LastBus,
    LoadCategory,
    Period,
    Requisite,
    Run,
    RunKind,
    RunStop,
    Wish,
)
from models.time import Parity, Window
from models.travel import Mode, Travel

FORMATS = ("net.xlsx", "net.json", "net")

LETTERS = "абвгёжЁЯ" + string.ascii_letters + string.digits + " -&<>\"'{}%№=+@()«»,😀"
TEXTS = st.text(LETTERS, min_size=1, max_size=60).map(str.strip).filter(bool)
MINUTES = st.integers(0, 1439)
PARITIES = st.sampled_from(Parity)
DAYS = st.integers(1, 7)


@st.composite
def windows(draw: st.DrawFn) -> tuple[Window, ...]:
    """Any windows, in any order."""
    found = []
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, 1438))
        end = draw(st.integers(start + 1, 1440))
        found.append(Window(weekday=draw(DAYS), start=start, end=end, parity=draw(PARITIES)))
    return tuple(found)


@st.composite
def day_lessons(draw: st.DrawFn) -> tuple[DayLessons, ...]:
    """The week of a class: weekdays rising, each weekly or by parity."""
    days = []
    for weekday in sorted(draw(st.sets(DAYS))):
        parities = draw(st.sampled_from([(Parity.EVERY,), (Parity.ODD, Parity.EVEN), (Parity.EVEN,)]))
        days += [
            DayLessons(weekday=weekday, end=draw(MINUTES), lessons=draw(st.integers(0, 9)), parity=parity)
            for parity in parities
        ]
    return tuple(days)


@st.composite
def networks(draw: st.DrawFn) -> tuple[Network, People]:
    """A tiny network with every kind of value varied; its references stay sound."""
    base = tiny.ALL["two_courses"].network
    first = base.courses[0].replace(
        title=draw(TEXTS),
        hours=1,
        load_category=draw(st.sampled_from(LoadCategory)),
        parity=draw(st.sampled_from([CourseParity.EVERY, CourseParity.EITHER])),
        period=draw(st.sampled_from([Period.YEAR, Period.HALF])),
        remote_seats=draw(st.integers(0, 5)),
        equipment=(),
    )
    school_class = base.classes[0].replace(
        days=draw(day_lessons()),
        blocked=draw(windows()),
        absent=tuple(sorted(date(2026, 10, 1) + timedelta(n) for n in draw(st.sets(st.integers(0, 60))))),
    )
    student = base.students[0].replace(
        home_by=draw(st.none() | MINUTES),
        consent=draw(st.booleans()),
        wished_courses=draw(st.none() | st.integers(0, 3)),
        lesson_ends=draw(day_lessons()),
        blocked=draw(windows()),
        long_ride_reason=draw(TEXTS),
    )
    stops = (RunStop(place="Деревня", time=600), RunStop(place="Город", time=draw(st.integers(601, 1439))))
    run = Run(
        id="Р1",
        weekdays=tuple(sorted(draw(st.sets(DAYS)))),
        stops=stops,
        seats=draw(st.integers(0, 50)),
        kind=draw(st.sampled_from(RunKind)),
        cost=draw(st.none() | st.integers(0, 10**6).map(float)),
    )
    target = draw(TEXTS)
    network = base.replace(
        name=draw(TEXTS),
        institutions=(
            base.institutions[0].replace(full_name=draw(TEXTS), remote_seats=draw(st.integers(0, 5))),
            *base.institutions[1:],
        ),
        classes=(school_class, *base.classes[1:]),
        courses=(first, *base.courses[1:]),
        students=(student, *base.students[1:]),
        teachers=(base.teachers[0].replace(windows=draw(windows())), *base.teachers[1:]),
        wishes=(Wish(institution=base.institutions[0].id, target=target),),
        travel=(Travel(origin="Деревня", destination="Город", minutes=20, mode=draw(st.sampled_from(Mode))),),
        last_buses=(
            LastBus(settlement="Деревня", departs=draw(MINUTES), weekdays=tuple(sorted(draw(st.sets(DAYS))))),
        ),
        runs=(run,),
        requisites=(Requisite(key=draw(TEXTS), value=draw(TEXTS) + "\n" + draw(TEXTS)),),
        costs=(Cost(key=draw(TEXTS), value=draw(st.integers(0, 10**8)) / 4),),
        history=(HistoryFigure(school_year=2020, key=draw(TEXTS), value=-2.5),),
        rules=base.rules.replace(
            senior_grades=tuple(sorted(draw(st.sets(st.integers(1, 12))))),
            rank_points=tuple(draw(st.lists(st.integers(0, 99), min_size=1, max_size=4))),
            lottery_seed=draw(st.none() | st.integers(0, 2**31 - 1)),
            budget=draw(st.none() | st.integers(0, 10**9).map(float)),
        ),
    )
    person = Person(id=network.students[0].id, kind=PersonKind.STUDENT, name=draw(TEXTS))
    return network, People(rows=(person,))


def check(network: Network, people: People, folder: Path) -> None:
    """Writes and reads each format in turn, each from the one before."""
    current, names = network, people
    for name in FORMATS:
        write(current, names, folder / name, overwrite=True)
        reading = read(folder / name)
        assert reading.network is not None, [(f.spot, f.value, f.problem.in_("en")) for f in reading.errors]
        assert reading.network.sha256 == network.sha256
        assert set(reading.people.rows) == set(people.rows)
        current, names = reading.network, reading.people


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(sample=networks())
def test_any_network_comes_back(sample: tuple[Network, People], tmp_path_factory: Any) -> None:
    """Workbook, JSON and CSV folder lose nothing of a network with values of every kind."""
    check(*sample, tmp_path_factory.mktemp("net"))


@pytest.mark.parametrize("name", tiny.ALL)
def test_tiny_networks_come_back(name: str, tmp_path: Path) -> None:
    """Networks without holidays, settlements and names, too."""
    check(tiny.ALL[name].network, People(), tmp_path)


def test_a_generated_network_comes_back(tmp_path: Path) -> None:
    """A municipality of 120 applicants with programmes, runs, priorities and names."""
    check(*generate(GeneratorSpec(applicants=120)), tmp_path)


def test_norms_that_are_not_the_shipped_ones_come_back(tmp_path: Path) -> None:
    """A network that left out some norms does not gain them by being written and read."""
    network = tiny.ALL["tie"].network
    kept = tuple(norm for norm in network.norms if norm.key != "teacher_rate_hours")
    assert len(kept) < len(network.norms)
    check(network.replace(norms=kept), People(), tmp_path)


def test_what_exists_is_not_overwritten_unasked(tmp_path: Path) -> None:
    """A second writing raises and leaves the first file as it was."""
    network = tiny.ALL["tie"].network
    path = tmp_path / "net.json"
    path.write_text("keep me", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write(network, People(), path)
    assert path.read_text(encoding="utf-8") == "keep me"


def test_overwriting_a_folder_removes_only_its_own_stale_tables(tmp_path: Path) -> None:
    """Files of other people in the folder stay; a table that is now empty goes."""
    folder = tmp_path / "net"
    write(tiny.ALL["full_buses"].network, People(), folder)
    (folder / "заметки.txt").write_text("x", encoding="utf-8")
    assert (folder / "runs.csv").exists()
    write(tiny.ALL["tie"].network, People(), folder, overwrite=True)
    assert not (folder / "runs.csv").exists()
    assert (folder / "заметки.txt").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["net"]


def test_a_failed_writing_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error in the middle removes the passing file and keeps the old one."""
    path = tmp_path / "net.xlsx"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("instances.writing.write_workbook", fail)
    with pytest.raises(OSError, match="disk full"):
        write(tiny.ALL["tie"].network, People(), path, overwrite=True)
    assert [item.name for item in tmp_path.iterdir()] == ["net.xlsx"]
    assert path.read_bytes() == b"old"
