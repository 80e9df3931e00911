"""Rows that contradict themselves or one another, seen from these rows alone: even where another fault, of
theirs or of what they refer to, keeps them out of the network."""

from __future__ import annotations

from instances.building.link import Rows
from instances.parts import Problems
from models.text import Text

SAME_COURSE = Text(
    "обучающийся уже выбрал этот курс в строке {row}", "the student already chose this course in row {row}"
)
SAME_RANK = Text(
    "у обучающегося уже есть пожелание {rank} в строке {row}", "rank {rank} is already in row {row}"
)
KEEP_ONE = Text("Оставьте одну из строк.", "Keep one of the rows.")
OTHER_RANK = Text("Поставьте следующий номер очерёдности.", "Give it the next rank.")
SIZES = Text(
    "наполняемость противоречива: от {low}, желательно {target}, до {high}",
    "the sizes contradict one another: min {low}, target {target}, max {high}",
)
ORDER = Text("Нужно: от ≤ желательно ≤ до.", "It must be min ≤ target ≤ max.")


def find_contradictions(rows: Rows) -> Problems:
    """An error for every choice of a course or rank that the student has already; for sizes out of order."""
    problems = Problems()
    _check_choices(problems, rows)
    _check_sizes(problems, rows)
    return problems


def _check_choices(problems: Problems, rows: Rows) -> None:
    courses: dict[tuple[str, str], int] = {}
    ranks: dict[tuple[str, int], int] = {}
    for row in rows["choices"]:
        student, course, rank = (row.values.get(name) for name in ("student", "course", "rank"))
        if student and course:
            first = courses.setdefault((student, course), row.number)
            if first != row.number:
                problems.bad(row, "course", SAME_COURSE(row=first), KEEP_ONE())
        if student and rank:
            first = ranks.setdefault((student, rank), row.number)
            if first != row.number:
                problems.bad(row, "rank", SAME_RANK(rank=rank, row=first), OTHER_RANK())


def _check_sizes(problems: Problems, rows: Rows) -> None:
    for row in rows["courses"]:
        sizes = [row.values.get(name) for name in ("min_size", "target_size", "max_size")]
        given = [size for size in sizes if size is not None]
        if given != sorted(given):
            low, target, high = ("—" if size is None else str(size) for size in sizes)
            problem = SIZES(low=low, target=target, high=high)
            problems.bad(row, "max_size" if sizes[2] is not None else "target_size", problem, ORDER())
