"""H10: On every run, in every week, no more students ride than there are seats; every ride fits
the run's stops and times.

A student who rides a run on one weekday for several sessions takes one seat in each week. A ride
must itself be a way that `travel_time` or `way_home` admits.
"""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="bus_seats",
    code="H10",
    kind=RuleKind.COUPLING,
    title=Text(
        "Места в автобусе",
        "Seats on a run",
    ),
    sentence=Text(
        "На каждом рейсе в каждую неделю едет не больше обучающихся, чем мест; поездка "
        "соответствует остановкам и времени рейса.",
        "On every run, in every week, no more students ride than there are seats; every"
        " ride fits the run's stops and times.",
    ),
    refusal=RefusalCode.NO_SEAT,
)
