"""``setka documents``: the department's papers as Word files, from templates that can be edited."""

from __future__ import annotations

from models.text import Text
from scheduler.cli.clicks import Commands

ABOUT = Text(
    "Документы управления образования: приказы, планы, списки, уведомления в формате Word.\n\n"
    "Номера и даты остаются пустыми. Реквизиты берутся с листа «Реквизиты»; чего там нет, печатается чертой. "
    "Шаблоны можно править в Word.",
    "The papers of the education department as Word files: orders, plans, lists, letters, in Russian.\n\n"
    "Numbers and dates stay blank. Requisites come from the sheet of requisites; what is missing there is a "
    "line to fill in. Templates can be edited in Word.",
)

command = Commands(
    "documents",
    text=ABOUT,
    modules={name: f"scheduler.cli.documents.{name}" for name in ("list", "init", "make")},
    examples=(
        "setka documents list",
        "setka documents init -o templates",
        "setka documents make udomlya out/udomlya/plan.json -o out/papers",
    ),
    no_args_is_help=True,
)
"""The group of commands."""
