"""H19: A remote student takes part from a room with a tutor at the own institution, in every session of the
group. A group has no more of them than its course allows, an institution no more at a time, in all groups
together, than its room has seats.

They count in the group's size, but need no seat at the centre and no way there. Nobody is remote at a centre
that the own institution hosts, nor in practice.
"""

from models.plan import RefusalCode
from models.rule import Rule, RuleKind
from models.text import Text

RULE = Rule(
    name="remote_seats",
    code="H19",
    kind=RuleKind.COUPLING,
    title=Text("Дистанционные места", "Remote seats"),
    sentence=Text(
        "Дистанционно занимаются в своём учреждении, в кабинете с тьютором: в группе не больше обучающихся, "
        "чем допускает курс, в кабинете одновременно не больше, чем в нём мест. В центре, который открыт в "
        "своём учреждении, и на практике дистанционных мест нет.",
        "Remote students take part from a room with a tutor at their own institution: no more in a group "
        "than its course allows, no more in the room at a time than it has seats. There are no remote seats "
        "at a centre of the own institution, nor in practice.",
    ),
    refusal=RefusalCode.CAPACITY,
)
