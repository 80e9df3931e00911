"""``setka collect``: applications of the schools, from an empty form to the network's workbook."""

from __future__ import annotations

from models.text import Text
from scheduler.cli.clicks import Commands

ABOUT = Text(
    "Собрать заявки школ: выпустить анкеты и внести ответы в книгу сети.\n\n"
    "В анкетах — персональные данные; в анкете школы обучающиеся только этой школы.",
    "Collect the applications of the schools: make forms, and bring the answers into the network's workbook."
    "\n\nForms hold personal data; the form of a school has the students of that school only.",
)

command = Commands(
    "collect",
    text=ABOUT,
    modules={name: f"scheduler.cli.collect.{name}" for name in ("make", "merge")},
    examples=(
        "setka collect make district.xlsx -o forms",
        "setka collect merge district.xlsx forms -o district-2.xlsx",
    ),
    no_args_is_help=True,
)
"""The group of commands."""
