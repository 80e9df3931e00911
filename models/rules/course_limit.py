"""H11: A student takes a course at most once, at most one of the alternative choices, and no more
courses than allowed; every enrolment answers a choice.

Courses are counted by choices served; a programme counts once. The limit is
`Network.max_courses(student)`. A course reached by two choices counts once in each.
"""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="course_limit",
    code="H11",
    kind=RuleKind.COUPLING,
    title=Text(
        "Число курсов",
        "Number of courses",
    ),
    sentence=Text(
        "Обучающийся занимается курсом не больше одного раза, получает не больше одного"
        " из взаимозаменяемых пожеланий и не больше курсов, чем разрешено; зачисление "
        "отвечает пожеланию.",
        "A student takes a course at most once, at most one of the alternative choices,"
        " and no more courses than allowed; every enrolment answers a choice.",
    ),
    refusal=RefusalCode.LOAD_LIMIT,
)
