"""The plan is of this network, names nothing unknown and nothing twice, lists every refusal and
gives the true value of every goal.

Network digest; unknown ids; doubled groups, sessions, enrolments, rides; enrolments in groups
that are not there or of another course or rank; rides of sessions the student does not attend;
refusals missing, superfluous or contradicted by the plan; level values.
"""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="records",
    code="—",
    kind=RuleKind.STRUCTURE,
    title=Text(
        "Записи плана",
        "Records of the plan",
    ),
    sentence=Text(
        "План относится к этой сети, не содержит неизвестных и повторных записей, "
        "перечисляет каждый отказ и называет верные значения целей.",
        "The plan is of this network, names nothing unknown and nothing twice, lists "
        "every refusal and gives the true value of every goal.",
    ),
)
