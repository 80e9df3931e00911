"""Nothing is forgotten: every rule and goal that is stated is encoded and checked, once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

import models.goals
import models.rules
import reports.audit.filters
import reports.audit.goals
import reports.audit.rules
import scheduler.goals
import scheduler.rules
from models.goals import GOALS
from models.norms import shipped_norms
from models.plan import RefusalCode
from models.rule import RuleKind
from models.rules import RULES
from reports.audit.checks import CHECKS
from reports.audit.goals import EVALUATORS
from scheduler.goals import OBJECTIVES
from scheduler.rules import COUPLINGS

FILTER_SORTS = (
    "PLACEMENT_FILTERS",
    "ROOM_FILTERS",
    "STAFFING_FILTERS",
    "APPLICATION_FILTERS",
    "ATTENDANCE_FILTERS",
    "WAYS",
)
"""The maps of filters, one for each sort of candidate, named alike in engine and audit."""


def of_kind(kind: RuleKind) -> list[str]:
    """The names of all rules of a kind."""
    return sorted(name for name, rule in RULES.items() if rule.kind is kind)


def files_beside(package: Path) -> set[str]:
    """The names of the modules of a package."""
    return {path.stem for path in package.parent.glob("*.py")} - {"__init__"}


def missing(package: Path, names: Iterable[str]) -> list[str]:
    """The files that a package lacks."""
    return sorted(f"{package.parent.name}/{name}.py" for name in set(names) - files_beside(package))


def test_filters_are_encoded_once() -> None:
    """Every rule that deletes candidates is in exactly one map of filters, and nothing else is."""
    encoded = Counter(name for sort in FILTER_SORTS for name in getattr(scheduler.rules, sort))
    assert sorted(encoded) == of_kind(RuleKind.FILTER)
    assert set(encoded.values()) == {1}


@pytest.mark.parametrize("sort", FILTER_SORTS)
def test_filters_are_asked_by_the_audit(sort: str) -> None:
    """A filter of one sort of candidate stands in the audit's map of the same sort, or the audit would count
    what it forbids as attainable; what the map asks is the rule's own file."""
    audited = getattr(reports.audit.filters, sort)
    assert list(audited) == list(getattr(scheduler.rules, sort))
    assert {name: admits.__module__ for name, admits in audited.items()} == {
        name: f"{reports.audit.rules.__name__}.{name}" for name in audited
    }


def test_couplings_are_encoded() -> None:
    """Every rule that ties variables together has its encoding; structure and advice have none."""
    assert sorted(COUPLINGS) == of_kind(RuleKind.COUPLING)


def test_every_rule_has_a_check() -> None:
    """Rules of every kind are checked, in the order in which they are stated."""
    assert list(CHECKS) == list(RULES)


def test_every_goal_has_objective_and_evaluator() -> None:
    """Goals are solved and evaluated in the order in which they are stated."""
    assert list(GOALS) == list(OBJECTIVES) == list(EVALUATORS)


def test_no_file_is_missing() -> None:
    """Every rule and goal has its file in each package, and no file is without its rule or goal."""
    encoded = of_kind(RuleKind.FILTER) + of_kind(RuleKind.COUPLING)
    for module, names in (
        (models.rules, list(RULES)),
        (reports.audit.rules, list(RULES)),
        (scheduler.rules, encoded),
        (models.goals, list(GOALS)),
        (reports.audit.goals, list(GOALS)),
        (scheduler.goals, list(GOALS)),
    ):
        package = Path(str(module.__file__))
        assert missing(package, names) == []
        assert files_beside(package) - set(names) <= {"objective"}, "a file that no rule or goal names"


def test_a_missing_file_is_named() -> None:
    """What the last test says when a file is missing is that file."""
    assert missing(Path(str(scheduler.rules.__file__)), ["gap", "no_such_rule"]) == ["rules/no_such_rule.py"]


def test_names_and_norms_are_right() -> None:
    """A statement stands under its own name and reads norms that are shipped."""
    keys = {norm.key for norm in shipped_norms()}
    for name, rule in RULES.items():
        assert rule.name == name
        assert set(rule.norms) <= keys, name
    assert all(goal.name == name for name, goal in GOALS.items())


def test_refusal_codes_of_rules() -> None:
    """A student can be refused for every code that a rule names; the lottery and resources are no rules."""
    named = {rule.refusal for rule in RULES.values() if rule.refusal}
    assert set(RefusalCode) - named == {RefusalCode.LOST_TIEBREAK}
