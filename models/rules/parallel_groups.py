"""H13: A centre holds no more groups at the same time than it takes.

Practice sessions are held elsewhere and do not count.
"""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="parallel_groups",
    code="H13",
    kind=RuleKind.COUPLING,
    title=Text(
        "Групп одновременно",
        "Parallel groups",
    ),
    sentence=Text(
        "В РЦ одновременно занимается не больше групп, чем он принимает; практика проходит в детских садах "
        "и не считается.",
        "A centre holds no more groups at the same time than it takes; practice is held at kindergartens and "
        "does not count.",
    ),
)
