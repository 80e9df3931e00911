"""A refusal in general words, true whatever its code was given for."""

from __future__ import annotations

from instances.tiny import base
from models.people import People
from models.plan import Group, Plan, Refusal, RefusalCode
from models.text import say
from reports.export.reasons import general_reason
from reports.export.source import Source
from reports.export.tables.refusals import refusal_counts
from reports.views.refused import refused_by_school

NETWORK = base.network(
    "сеть",
    rules=base.rules([base.slot(1, "14:30", "18:00")]),
    teachers=(base.teacher("У1", "ИТ", "КРАЙ"),),
    courses=(base.course("ИТ"), base.course("КРАЙ")),
    students=tuple(base.student(f"О{n}") for n in range(8)),
    choices=tuple(choice for n in range(8) for choice in base.choices(f"О{n}", "КРАЙ" if n < 4 else "ИТ")),
)
TOO_FEW = "группа не набрала наименьшего числа обучающихся"
NEEDED = "обучающийся зачислен в группу другого курса, а её состав уменьшать нельзя"


def refused(student: int, course: str, code: RefusalCode = RefusalCode.NO_GROUP_MIN) -> Refusal:
    """A refusal without words."""
    return Refusal(student=f"О{student}", course=course, rank=1, code=code, text="")


def test_no_open_group_is_said_to_be_too_small() -> None:
    """ИТ has a group, КРАЙ has none; other codes mean the same everywhere."""
    plan = Plan(groups=(Group(id="ИТ-1", course="ИТ", sessions=()),))
    said = {course: general_reason(NETWORK, plan, refused(0, course)).ru for course in ("ИТ", "КРАЙ")}
    assert said == {"ИТ": NEEDED, "КРАЙ": TOO_FEW}
    assert general_reason(NETWORK, plan, refused(0, "ИТ", RefusalCode.GRADE)).ru == "курс для других классов"


def test_schools_and_the_public_read_the_same() -> None:
    """Four refused for want of others, four who could not leave a group: two rows of four."""
    plan = Plan(
        groups=(Group(id="ИТ-1", course="ИТ", sessions=()),),
        refusals=tuple(refused(n, "КРАЙ" if n < 4 else "ИТ") for n in range(8)),
    )
    source = Source(NETWORK, plan, People())
    rows = [[say(value, "ru") for value in row] for row in refusal_counts(source).rows]
    assert rows == [["Курс ИТ", NEEDED, "4"], ["Курс КРАЙ", TOO_FEW, "4"]]
    (school,) = refused_by_school(source).values()
    assert {(item.course, item.reason.ru) for item in school} == {("ИТ", NEEDED), ("КРАЙ", TOO_FEW)}
