"""What a sentence of a refusal says in the program's words is compared with the plan; free text is not."""

from __future__ import annotations

from typing import Any

import pytest

from instances.tiny import base
from models.finding import Finding
from models.network import Network
from models.plan import Plan, Refusal
from models.tables import Room
from reports.audit import audit


def waiting(scene: Any) -> tuple[Network, Plan]:
    """О1 has the one seat of ИТ, О5 sits in ХИМ; О2, О3 and О4 wait. О3 wished for ИТ second."""
    net = scene.network(
        courses=(base.course("ИТ", max_size=1), base.course("ХИМ")),
        rooms=(Room(centre="РЦ1", name="1", capacity=10),),
    )
    names = ("О1", "О2", "О3", "О4")
    net = net.replace(
        students=tuple(base.student(id) for id in names),
        choices=tuple(
            c for id in names for c in base.choices(id, *(("ХИМ", "ИТ") if id == "О3" else ("ИТ",)))
        ),
        runs=scene.runs(),
    )
    plan: Plan = scene.plan(enrolments=(scene.seat("О1"),))
    return net, plan


def told(scene: Any, text: str, student: str = "О2", **fields: Any) -> list[Finding]:
    """What the audit finds in a sentence; the other refusals say nothing in particular."""
    net, plan = waiting(scene)
    refusals = [
        Refusal(student=id, course="ИТ", rank=2 if id == "О3" else 1, code="CAPACITY", text="мест нет")
        for id in ("О2", "О3", "О4")
    ]
    refusals = [item.replace(text=text, **fields) if item.student == student else item for item in refusals]
    found = audit(net, plan.replace(refusals=tuple(refusals))).violations
    return [item for item in found if "says" in item.message.in_("en")]


@pytest.mark.parametrize(
    "text",
    [
        "группа ИТ-1 заполнена: 1 из 1",
        "группа ИТ-1 заполнена; среди равных место получили другие: приоритет по Положению",
        "занято, мест нет и не будет",
        "группа заполнена",
        "",
        "в рейсе Р1 нет мест",
    ],
)
def test_what_is_so_or_free_text_is_no_finding(scene: Any, text: str) -> None:
    """The fill of the group is right; or the words are not the program's."""
    assert told(scene, text) == []


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("группа ИТ-1 заполнена: 3 из 3", "group ИТ-1 has 1 of 1"),
        ("группа ИТ-2 заполнена: 1 из 1", "the open groups are ИТ-1"),
        ("места практики для группы ИТ-7 заняты", "the open groups are ИТ-1"),
        ("занято другим занятием: группа ХИМ-1", "the student is in no group"),
        ("без обучающегося в группе ИТ-1 стало бы меньше 5", "the student is in no group"),
        ("в рейсе Р9 нет мест", "there is no such run"),
    ],
)
def test_groups_numbers_and_runs_are_looked_up(scene: Any, text: str, true: str) -> None:
    """Each wrong word is quoted with what is true, which is the cure as well."""
    (found,) = told(scene, text)
    assert found.message.in_("en") == f"A refusal (О2, ИТ) says «{text}»; in truth: {true}."
    assert found.cure is not None
    assert found.cure.in_("en") == f"Correct the sentence of the refusal: {true}."
    assert found.who == ("О2", "ИТ")


def test_a_group_that_is_not_full_is_not_called_full(scene: Any) -> None:
    """О3 is refused ХИМ, in which О1 sits alone."""
    net, _ = waiting(scene)
    plan = scene.plan(scene.session("ХИМ", room="1"), enrolments=(scene.seat("О1", "ХИМ"),))
    net = net.replace(choices=(*base.choices("О1", "ХИМ"), *base.choices("О3", "ХИМ")))
    for said in ("группа ХИМ-1 заполнена", "группа ХИМ-1 заполнена: 1 из 5"):
        refusal = Refusal(student="О3", course="ХИМ", rank=1, code="CAPACITY", text=said)
        words = [item.message.in_("en") for item in audit(net, plan.replace(refusals=(refusal,))).violations]
        assert f"A refusal (О3, ХИМ) says «{said}»; in truth: group ХИМ-1 has 1 of 5." in words


@pytest.mark.parametrize(("student", "place"), [("О2", 1), ("О4", 2), ("О3", 3)])
def test_the_place_on_the_waiting_list_is_recomputed(scene: Any, student: str, place: int) -> None:
    """Who wished for it first waits before who wished for it second; without a lottery by id."""
    words = "группа ИТ-1 заполнена: 1 из 1; в листе ожидания {}-е место из {}"
    assert told(scene, words.format(place, 3), student) == []
    for wrong in ((place + 1, 3), (place, 4)):
        (found,) = told(scene, words.format(*wrong), student)
        assert found.message.in_("ru").endswith(f"на деле: {place}-е место из 3.")


def test_who_does_not_wait_has_no_place(scene: Any) -> None:
    """A refusal for another reason is not on the list, and does not lengthen it."""
    (found,) = told(scene, "в листе ожидания 1-е место из 3", code="TIME_CLASH")
    assert found.message.in_("en").endswith("in truth: the choice is not on the waiting list.")


def test_the_lottery_is_that_of_the_run(scene: Any) -> None:
    """Its number stands in the record of the run."""
    net, plan = waiting(scene)
    words = "группа ИТ-1 заполнена; среди равных место получили другие: жребий {}"
    for seed, wrong in ((1, False), (2, True)):
        refusal = Refusal(student="О2", course="ИТ", rank=1, code="CAPACITY", text=words.format(seed))
        made = scene.made(net, plan, refusals=(refusal,))
        found = [item.message.in_("en") for item in audit(net, made).violations]
        assert ("A refusal (О2, ИТ) says «жребий 2»; in truth: lottery 1." in found) is wrong
