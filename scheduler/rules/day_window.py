"""Deletes placements outside the day, the network's or the centre's windows, or a network day."""

from models.network import Network, windows_admit
from models.text import Message, Text
from models.time import format_clock
from scheduler.engine.candidates import Placement

OUTSIDE = Text(
    "{start}–{end} вне окна РЦ {centre} или учебного дня",
    "{start}–{end} is outside the window of centre {centre} or of the day",
)


def admits(network: Network, placement: Placement) -> Message | None:
    """``None`` if the placement is admitted, else the reason against it."""
    rules = network.rules
    category = network.course_by_id[placement.course].load_category.value
    windows = network.centre_by_id[placement.centre].windows or rules.windows
    if (
        placement.weekday == 7
        or (rules.network_days and placement.weekday not in rules.network_days)
        or placement.start < network.norm("day_start", load_category=category)
        or placement.end > network.norm("day_end", load_category=category)
        or not windows_admit(windows, placement.weekday, placement.start, placement.end, placement.weeks)
    ):
        return OUTSIDE(
            start=format_clock(placement.start),
            end=format_clock(placement.end),
            centre=placement.centre,
        )
    return None
