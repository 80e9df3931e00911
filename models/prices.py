"""The prices that a network may give, by key."""

from __future__ import annotations

from models.text import Text

HOUR, HEAD, RUN, OPENING = "hour_rate", "head_supplement", "bus_run", "centre_opening"

TITLES: dict[str, Text] = {
    HOUR: Text("час учителя", "teacher's hour"),
    HEAD: Text("доплата руководителю", "supplement of a head"),
    RUN: Text("рейс", "bus run"),
    OPENING: Text("открытие центра", "opening of a centre"),
}
