"""What the data model expects where a JSON file has something else. Its own sentences are English."""

from __future__ import annotations

from pydantic_core import ErrorDetails

from models.text import Message, Text
from models.time import NoClockTimeError

KINDS = {
    "int": Text("целое число", "a whole number"),
    "float": Text("число", "a number"),
    "finite_number": Text("число, а не NaN или Infinity", "a number, not NaN or Infinity"),
    "string": Text("текст", "a text"),
    "bool": Text("true или false", "true or false"),
    "date": Text("дата вида 2026-10-01", "a date like 2026-10-01"),
    "list": Text("список в [ ]", "a list in [ ]"),
    "tuple": Text("список в [ ]", "a list in [ ]"),
    "model": Text("запись в { }", "a record in { }"),
    "json": Text(
        "JSON без половин знаков и без глубоких вложений", "JSON without half characters, not nested deeply"
    ),
    "dict": Text("запись в { }", "a record in { }"),
}
"""How the name of a kind of error begins → what was expected."""

LIMITS = {
    "ge": Text("число не меньше {limit}", "a number of at least {limit}"),
    "gt": Text("число больше {limit}", "a number above {limit}"),
    "le": Text("число не больше {limit}", "a number of at most {limit}"),
    "lt": Text("число меньше {limit}", "a number below {limit}"),
}
CLOCK = Text('время вида "14:30" от 00:00 до 24:00', 'a clock time like "14:30", from 00:00 to 24:00')
AS_WRITTEN = Text("значение, какое пишет setka", "a value as setka writes it")


def expected(detail: ErrorDetails) -> Message | Text:
    """What the data model wants of the field of an error."""
    bounds = detail.get("ctx", {})
    if "expected" in bounds:
        words = str(bounds["expected"])
        return Text(words.replace(" or ", " или "), words)
    for name, text in LIMITS.items():
        if name in bounds:
            return text(limit=bounds[name])
    if isinstance(bounds.get("error"), NoClockTimeError):
        return CLOCK
    return next((text for start, text in KINDS.items() if detail["type"].startswith(start)), AS_WRITTEN)
