"""``setka bench``: measures the engine and its peers on a registry of instances."""

from __future__ import annotations

from models.text import Text
from scheduler.cli.clicks import Commands

ABOUT = Text(
    "Измерить планировщик и сравнить с другими на тех же сетях.\n\n"
    "Каждый запуск идёт в отдельном процессе и записывается одной строкой; прерванный набор запусков можно "
    "продолжить. Задачи: udomlya и вымышленные сети вида x10-k2-scarce-s3 (размер, курсов у обучающегося, "
    "достаток или нехватка, начальное число).",
    "Measure the planner and compare it with others on the same networks.\n\n"
    "Every run has a process of its own and becomes one row; a set of runs that was interrupted can be taken "
    "up again. Instances: udomlya, and synthetic networks like x10-k2-scarce-s3 (size, courses a student, "
    "loose or scarce, seed).",
)

command = Commands(
    "bench",
    text=ABOUT,
    modules={name: f"scheduler.cli.bench.{name}" for name in ("list", "run", "table", "plot")},
    examples=(
        'setka bench list "x1-*"',
        'setka bench run "x1-k1-*" --solver setka --limit 15 --out rows.jsonl',
        "setka bench table rows.jsonl",
    ),
    no_args_is_help=True,
)
"""The group of commands."""
