"""A group has the course's number of weekly sessions, all at one centre, with the same teachers,
in one of the sets of weeks the course allows, each of the course's length.

Group ids are `course-ordinal` with an ordinal from 1 to the course's number of groups; session
ids are `group.ordinal`.
"""

from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="group_form",
    code="—",
    kind=RuleKind.STRUCTURE,
    title=Text(
        "Состав занятий группы",
        "Form of a group",
    ),
    sentence=Text(
        "У группы столько занятий в неделю, сколько требует курс; все они в одном РЦ, с"
        " одними учителями, в одни и те же недели из допустимых; длина занятия отвечает"
        " курсу.",
        "A group has the course's number of weekly sessions, all at one centre, with "
        "the same teachers, in one of the sets of weeks the course allows, each of the "
        "course's length.",
    ),
)
