"""H8: A student attends on no more days of any week than the network's rules allow.

The cap is `rules.max_evenings`; a programme of more weekly sessions than that raises it for its
members to its own number of weekly sessions.
"""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="evenings",
    code="H8",
    kind=RuleKind.COUPLING,
    title=Text(
        "Вечеров в неделю",
        "Evenings a week",
    ),
    sentence=Text(
        "Обучающийся занят в сети не больше разрешённого числа дней в неделю.",
        "A student attends on no more days of any week than the network's rules allow.",
    ),
    refusal=RefusalCode.LOAD_LIMIT,
)
