"""What a rule and a goal are, before anybody encodes or checks them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.finding import Severity
from models.plan import RefusalCode, Sense
from models.text import Text


class RuleKind(StrEnum):
    """Where a rule bites.

    ``FILTER`` deletes candidates before the model is built; ``COUPLING`` ties variables together;
    ``STRUCTURE`` holds by the way the model is built; ``ADVICE`` is checked only, as a warning.
    """

    FILTER = "filter"
    COUPLING = "coupling"
    STRUCTURE = "structure"
    ADVICE = "advice"


@dataclass(frozen=True)
class Rule:
    """The statement of one rule. ``code`` is the department's number (H1 …), ``norms`` the keys it reads."""

    name: str
    code: str
    kind: RuleKind
    title: Text
    sentence: Text
    severity: Severity = Severity.ERROR
    norms: tuple[str, ...] = ()
    refusal: RefusalCode | None = None


@dataclass(frozen=True)
class Goal:
    """The statement of one goal: what is summed, which way is better, in which unit, on which scale.

    ``counted`` says what the number of a level counts, with the ``{number}`` in it: a sentence a level, the
    last one for all further levels. ``parts`` names the levels of a goal that has several different ones.
    """

    name: str
    sense: Sense
    title: Text
    sentence: Text
    counted: tuple[Text, ...]
    unit: Text
    scale: Text
    parts: tuple[Text, ...] = ()
