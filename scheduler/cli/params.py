"""Numbers on the command line, with complaints in the language chosen."""

from __future__ import annotations

from typing import Any

import click

from models.text import Text
from scheduler.cli.clicks import screen_of

NOT_WHOLE = Text(
    "«{value}» — не целое число от {low} до {high}", "'{value}' is not a whole number from {low} to {high}"
)
NOT_NUMBER = Text("«{value}» — не число от {low} до {high}", "'{value}' is not a number from {low} to {high}")


class Whole(click.ParamType[int]):
    """A whole number within bounds, both included."""

    name = "N"

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high = low, high

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            number = int(str(value))
        except ValueError:
            number = self.low - 1
        if not self.low <= number <= self.high:
            self.fail(_say(NOT_WHOLE, ctx, value=value, low=self.low, high=self.high), param, ctx)
        return number


class Number(click.ParamType[float]):
    """A number within bounds, both included; a decimal comma will do."""

    name = "X"

    def __init__(self, low: float, high: float) -> None:
        self.low, self.high = low, high

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        try:
            number = float(str(value).replace(",", "."))
        except ValueError:
            number = float("nan")
        if not self.low <= number <= self.high:
            self.fail(
                _say(NOT_NUMBER, ctx, value=value, low=f"{self.low:g}", high=f"{self.high:g}"), param, ctx
            )
        return number


def _say(text: Text, ctx: click.Context | None, **values: Any) -> str:
    return text(**values).in_(screen_of(ctx).lang if ctx else "en")
