"""How far the original plan that a workbook remembers can be relied on: whether it is of this network, and
whether it agrees with itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.text import Text
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.finding import Finding
    from models.network import Network
    from reports.audit.origin import Origin

OTHER_NETWORK = Text(
    "Книга сделана по другим данным сети: либо данные с тех пор изменены, либо это книга другой сети. "
    "Всё считается по нынешним данным, с прежними значениями целей сравнить нельзя.",
    "The workbook was made for other data of the network: either they were changed since, or it is another "
    "network's. Everything is computed from the present data; the former levels cannot be compared.",
)
CONTRADICTED = Text(
    "Лист «{sheet}» противоречит сам себе: его изменили, или книга сделана из плана с неверными записями. "
    "Сравнивать с ним нельзя. Верните лист из нетронутой копии книги или удалите его.",
    "Sheet {sheet} contradicts itself: it was changed, or the workbook was made from a plan with wrong "
    "records. Nothing is compared with it. Put the sheet of an untouched copy in its place, or delete it.",
)
ITEM = Text("  - {message}", "  - {message}")


def as_in_origin(network: Network, origin: Origin) -> Network:
    """The network with the lottery of the original plan, so that both are counted alike."""
    if origin.lottery_seed in (None, network.rules.lottery_seed):
        return network
    return network.replace(rules=network.rules.replace(lottery_seed=origin.lottery_seed))


def is_of(network: Network, origin: Origin) -> bool:
    """Whether the workbook was made for this very network, as far as it says."""
    return origin.sha256 in ("", network.sha256)


def contradictions(network: Network, origin: Origin) -> Sequence[Finding]:
    """Where the levels of the original plan are not those of its groups, seats and rides, or contradict one
    another.

    None is sought where the workbook does not say of which network it is: it may be of another.
    """
    from reports.audit.recorded_levels import check_levels

    if origin.sha256 != network.sha256:
        return ()
    return tuple(check_levels(as_in_origin(network, origin), origin.plan))


def show_contradictions(screen: Screen, found: Sequence[Finding]) -> None:
    """Prints that nothing is compared with the original plan, and why."""
    from reports.audit.origin import TITLE

    screen.print(CONTRADICTED(sheet=TITLE))
    for finding in found:
        screen.print(ITEM(message=finding.message))
