"""H18: Each kindergarten has no more practising students at a time than places, only within its
windows, and every practice enrolment names its site.

An enrolment in a course that is no practice names no site.
"""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="practice_places",
    code="H18",
    kind=RuleKind.COUPLING,
    title=Text(
        "Места практики",
        "Practice places",
    ),
    sentence=Text(
        "На практике в каждом детском саду одновременно не больше обучающихся, чем "
        "мест, и только в часы, когда сад их принимает; у каждого указан сад.",
        "Each kindergarten has no more practising students at a time than places, only "
        "within its windows, and every practice enrolment names its site.",
    ),
    refusal=RefusalCode.CAPACITY,
)
