"""H14: Before publishing every enrolled student has the consent and the agreement; without them
the enrolment is marked held.

A warning for every student with a missing paper; an enrolment's `held` mark must say the same (an
error of `records` otherwise, when the plan carries a run).
"""

from models.finding import Severity
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="consent",
    code="H14",
    kind=RuleKind.ADVICE,
    title=Text(
        "Согласие и соглашение",
        "Consent and agreement",
    ),
    sentence=Text(
        "До публикации у каждого зачисленного есть согласие на обработку данных и "
        "соглашение с родителями; без них зачисление помечается и ждёт.",
        "Before publishing every enrolled student has the consent and the agreement; "
        "without them the enrolment is marked held.",
    ),
    severity=Severity.WARNING,
)
