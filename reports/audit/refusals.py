"""Which choices a plan refuses."""

from __future__ import annotations

from models.network import Network
from models.plan import Plan
from models.tables import Choice, ChoiceKind
from reports.audit.facts import facts_of, served
from reports.audit.memo import remembered


@remembered
def refused(network: Network, plan: Plan) -> list[Choice]:
    """The choices that must be listed as refused.

    Of each applicant: every alternative choice ranked above the one served (all of them if none is),
    and every additional choice not served.
    """
    facts = facts_of(network, plan)
    found = []
    for choices in network.choices_by_student.values():
        obtained = [c.rank for c in choices if c.kind is ChoiceKind.ALTERNATIVE and served(network, facts, c)]
        best = min(obtained, default=None)
        for choice in choices:
            if choice.kind is ChoiceKind.ADDITIONAL:
                unmet = not served(network, facts, choice)
            else:
                unmet = best is None or choice.rank < best
            if unmet:
                found.append(choice)
    return found
