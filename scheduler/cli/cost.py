"""Says what editing a workbook cost: every level before and after, and where a proven bound was passed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.text import Message, Text
from scheduler.cli.headline import LEVELS
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.network import Network
    from models.plan import Level
    from reports.audit.origin import Origin

HEADERS = (
    Text("Цель", "Goal"),
    Text("Было", "Before"),
    Text("Стало", "After"),
    Text("Изменение", "Change"),
    Text("Граница", "Bound"),
    Text("Единица", "Unit"),
)
SAME = Text("без изменений", "unchanged")
BETTER = Text("лучше на {by}", "better by {by}")
WORSE = Text("хуже на {by}", "worse by {by}")
NEW = Text("раньше не считалась", "not counted before")
UNCHANGED = Text(
    "Правка ничего не стоила: все цели прежние.", "The edit cost nothing: all goals are as before."
)
FIRST = Text(
    "Важнейшая из изменившихся целей — «{title}»: {change}. Цели ниже неё менее важны.",
    "The most important goal that changed is {title}: {change}. The goals below it matter less.",
)
IS_BETTER = Text("стало лучше", "it is better now")
IS_WORSE = Text("стало хуже", "it is worse now")
OTHER_NETWORK = Text(
    "Книга сделана для других данных сети, поэтому прежние значения целей не сравниваются.",
    "The workbook was made for other data of the network, so its former levels are not compared.",
)
TRADED = Text(
    "«{title}» лучше границы ({bound}): граница верна, пока прежние цели не хуже, а стала хуже «{worse}».",
    "{title} is better than its bound ({bound}): the bound holds while the goals before it are no worse, but "
    "{worse} got worse.",
)
NOT_ALLOWED = Text(
    "«{title}» лучше границы ({bound}): граница верна для планов без нарушений, а в этом нарушения есть.",
    "{title} is better than its bound ({bound}): the bound holds for plans without violations, and this one "
    "has some.",
)
IMPOSSIBLE = Text(
    "ОШИБКА: «{title}» лучше границы ({bound}), хотя нарушений нет и прежние цели не хуже. Граница в книге "
    "неверна: её изменили или она ошибочна.",
    "ERROR: {title} is better than its bound ({bound}), though nothing is violated and no goal before it got "
    "worse. The bound in the workbook is wrong: it was changed, or it is mistaken.",
)


def as_in_origin(network: Network, origin: Origin) -> Network:
    """The network with the lottery of the original plan, so that both are counted alike."""
    if origin.lottery_seed in (None, network.rules.lottery_seed):
        return network
    return network.replace(rules=network.rules.replace(lottery_seed=origin.lottery_seed))


def is_of(network: Network, origin: Origin) -> bool:
    """Whether the workbook was made for this very network, as far as it says."""
    return origin.sha256 in ("", network.sha256)


def show_cost(
    screen: Screen, before: Sequence[Level], after: Sequence[Level], *, has_violations: bool
) -> bool:
    """Prints every level before and after; ``False`` if one passes a bound that nothing explains."""
    from reports.export.tables.levels import level_title, level_unit

    was = {level.name: level for level in before}
    rows = []
    for level in after:
        old = was.get(level.name)
        rows.append(
            (
                level_title(level.name),
                "—" if old is None else old.value,
                level.value,
                NEW if old is None else _change(old, level),
                "—" if old is None or old.bound is None else old.bound,
                level_unit(level),
            )
        )
    screen.table(LEVELS, HEADERS, rows)
    changed = next((level for level in after if level.name in was and _gain(was[level.name], level)), None)
    if changed is None:
        screen.print(UNCHANGED)
    else:
        verdict = IS_BETTER if _gain(was[changed.name], changed) > 0 else IS_WORSE
        screen.print(FIRST(title=level_title(changed.name), change=verdict))
    return _explain_bounds(screen, was, after, has_violations=has_violations)


def _explain_bounds(
    screen: Screen, was: dict[str, Level], after: Sequence[Level], *, has_violations: bool
) -> bool:
    """Says of each level that is better than its bound why it can be."""
    from models.plan import BoundScope
    from reports.export.tables.levels import level_title

    worse = None
    is_explained = True
    for level in after:
        old = was.get(level.name)
        if old is None:
            continue
        if old.bound is not None and _gain(old.replace(value=old.bound), level) > 0:
            values = {"title": level_title(level.name), "bound": old.bound}
            if has_violations:
                screen.print(NOT_ALLOWED(**values))
            elif worse is not None and old.scope is BoundScope.GIVEN_PREVIOUS:
                screen.print(TRADED(**values, worse=level_title(worse.name)))
            else:
                screen.print(IMPOSSIBLE(**values))
                is_explained = False
        if worse is None and _gain(old, level) < 0:
            worse = level
    return is_explained


def _gain(old: Level, new: Level) -> int:
    """By how much the new value is better; negative if it is worse."""
    from models.plan import Sense

    more = new.value - old.value
    return more if new.sense is Sense.MAXIMISE else -more


def _change(old: Level, new: Level) -> Text | Message:
    """How much better or worse; the unit stands in a column of its own, but shares differ in points."""
    from models.goals.fairness import GOAL as FAIRNESS
    from reports.views.bounds import difference, grouped

    gain = _gain(old, new)
    if not gain:
        return SAME
    is_share = new.name.partition(".")[0] == FAIRNESS.name
    by = difference(new, abs(gain)) if is_share else grouped(abs(gain))
    return (BETTER if gain > 0 else WORSE)(by=by)
