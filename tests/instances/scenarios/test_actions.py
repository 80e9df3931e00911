"""Every action does to a network what its words say, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from instances import read
from instances.scenarios import Variant, read_scenarios
from instances.schema.actions import ACTIONS
from models.finding import Severity
from models.network import Network
from models.tables import CentreStatus
from models.time import Window
from tests.village import VILLAGE

Edited = Callable[[str], Variant]

WINDOW = Window(weekday=1, start=15 * 60, end=16 * 60)

DONE: dict[str, tuple[str, str, Callable[[Network], Any], Any]] = {
    "close_centre": ("РЦ1", "", lambda n: n.centres[0].status, CentreStatus.CLOSED),
    "close_building": ("Ш1", "", lambda n: n.centres[0].status, CentreStatus.CLOSED),
    "centre_windows": ("РЦ1", "Пн 15:00-16:00", lambda n: n.centres[0].windows, (WINDOW,)),
    "parallel_groups": ("РЦ1", "1", lambda n: n.centres[0].max_parallel_groups, 1),
    "centre_profiles": ("РЦ1", "а; б", lambda n: n.centres[0].profiles, ("а", "б")),
    "lose_room": ("РЦ1; 2", "", lambda n: [r.name for r in n.rooms], ["1"]),
    "room_capacity": ("РЦ1; 1", "9", lambda n: [r.capacity for r in n.rooms], [9, 6]),
    "teacher_leaves": ("У1", "", lambda n: [t.id for t in n.teachers], ["У2", "У3"]),
    "teacher_until": ("У1", "12.10.2026", lambda n: n.teachers[0].until, date(2026, 10, 12)),
    "teacher_travels": ("У1", "", lambda n: n.teachers[0].may_travel, True),
    "teacher_also_at": ("У1", "Ш1", lambda n: n.teachers[0].also_at, ("Ш1",)),
    "teacher_hours": ("У1", "2", lambda n: n.teachers[0].max_hours, 2),
    "teacher_windows": ("У1", "Пн 15:00-16:00", lambda n: n.teachers[0].windows, (WINDOW,)),
    "teacher_courses": ("У1", "ИТ; ХИМ", lambda n: n.teachers[0].courses, ("ИТ", "ХИМ")),
    "drop_course": ("ИТ", "", lambda n: n.courses[0].max_groups, 0),
    "groups": ("ИТ", "3", lambda n: n.courses[0].max_groups, 3),
    "smallest_group": ("ИТ", "2", lambda n: n.courses[0].min_size, 2),
    "target_group": ("ИТ", "4", lambda n: n.courses[0].target_size, 4),
    "largest_group": ("ИТ", "6", lambda n: n.courses[0].max_size, 6),
    "remote_seats": ("ИТ", "2", lambda n: n.courses[0].remote_seats, 2),
    "course_centres": ("ИТ", "РЦ1", lambda n: n.courses[0].centres, ("РЦ1",)),
    "apply": (
        "О1",
        "ИТ; 3; 11.09.2026",
        lambda n: [(c.rank, c.made_on) for c in n.choices if (c.student, c.course) == ("О1", "ИТ")],
        [(3, date(2026, 9, 11))],
    ),
    "withdraw": ("О1", "", lambda n: [c for c in n.choices if c.student == "О1"], []),
    "tutor_seats": ("Ш1", "2", lambda n: n.institutions[0].remote_seats, 2),
    "days_a_week": ("Ш1", "6", lambda n: n.institutions[0].days_a_week, 6),
    "rule": ("Вечеров в неделю", "1", lambda n: n.rules.max_evenings, 1),
    "norm": ("gap_minutes", "20; 01.09.2026", lambda n: n.norm("gap_minutes"), 20),
}
"""Action → target, value, what to look at, and what is there afterwards."""

ELSEWHERE = {"open_centre", "school_leaves", "run_seats", "run_days", "cancel_run", "order_run"}
"""Actions on what the village lacks; shown on Udomlya and on a run below."""


def test_every_action_is_tried() -> None:
    """None is forgotten."""
    assert DONE.keys() | ELSEWHERE == ACTIONS.keys()


@pytest.mark.parametrize("name", DONE)
def test_it_does_what_it_says(edited: Edited, name: str) -> None:
    """Said in Russian; everything that the action is not about stays as it was."""
    target, value, look, expected = DONE[name]
    word = ACTIONS[name].title.ru
    variant = edited(f'  - {{do: "{word}", to: "{target}", value: "{value}"}}')
    assert variant.network is not None, variant.faults
    assert look(VILLAGE) != expected
    assert look(variant.network) == expected
    fields = [field for field in Network.model_fields if field not in ("scenarios", "name")]
    changed = [f for f in fields if getattr(variant.network, f) != getattr(VILLAGE, f)]
    assert len(changed) == 1, changed


def test_a_school_takes_its_choices_along(tmp_path: Path) -> None:
    """Of Udomlya: a candidate centre opens; a village school leaves with the choices of its students."""
    file = tmp_path / "v.yaml"
    file.write_text(
        "name: a\nedits: [open_centre: РЦ-Б]\n---\n"
        "name: b\nedits: [учреждение не участвует: Молдинская школа]\n",
        encoding="utf-8",
    )
    base = read(Path("udomlya"))
    opened, left = (v.network for v in read_scenarios(Path("udomlya"), base, [str(file)])[0])
    assert base.network is not None
    assert opened is not None
    assert left is not None
    assert opened.centre_by_id["РЦ-Б"].status is CentreStatus.OPEN
    assert not left.institution_by_id["МОЛ"].participates
    gone = {c.student for c in base.network.choices} - {c.student for c in left.choices}
    assert {base.network.student_by_id[id].institution for id in gone} == {"МОЛ"}
    assert len(left.students) == len(base.network.students)  # they still count among the seniors


def test_runs_come_and_go(edited: Edited) -> None:
    """A run is added with its stops, given seats and days, and taken out again with its stops."""
    added = """
  - {add: runs, row: {id: Р1, weekdays: Пн, seats: 5, kind: по выбору}}
  - {add: stops, row: {run: Р1, place: Село, time: "14:10"}}
  - {add: stops, row: {run: Р1, place: Ш1, time: "14:40"}}
"""
    more = "  - {run_seats: Р1, value: 9}\n  - {run_days: Р1, value: 'Пн, Ср'}\n  - {order_run: Р1}\n"
    variant = edited(added)
    assert variant.network is not None, variant.faults
    (run,) = variant.network.runs
    assert (run.seats, run.weekdays, len(run.stops), run.kind.value) == (5, (1,), 2, "optional")
    contradicting = edited(added + more)
    assert contradicting.network is None  # what the scenario itself has just said is not said otherwise
    wrong = [fault for fault in contradicting.faults if fault.severity is Severity.ERROR]
    assert [fault.problem.text.en for fault in wrong] == ["contradicts the edit on row {row}"] * 3
    gone = edited(added + "  - {cancel_run: Р1}\n")
    assert gone.network is None  # and in the end nothing has changed
    assert "changes nothing" in gone.faults[0].problem.in_("en")
