"""H8: A session lies within the limits of the day, the network's and the centre's windows, on a
network day.

A centre's own windows replace the network's. `day_start` and `day_end` are those of the course's
load category. Empty `network_days` admit every day. Sunday never. The planner's places of practice
have windows of their own besides (see practice_places).
"""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="day_window",
    code="H8",
    kind=RuleKind.FILTER,
    title=Text(
        "Окно времени",
        "Day window",
    ),
    sentence=Text(
        "Занятие целиком лежит в пределах дня, окна сети и окна РЦ, в сетевой день.",
        "A session lies within the limits of the day, the network's and the centre's "
        "windows, on a network day.",
    ),
    norms=(
        "day_start",
        "day_end",
    ),
)
