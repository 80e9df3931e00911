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
    """Prints every goal before and after; ``False`` if a level passes a bound that nothing explains."""
    from reports.views.steps import goal_of, single_shares, step_title

    was = {level.name: level for level in single_shares(before)}
    goals: dict[str, list[Level]] = {}
    for level in single_shares(after):
        goals.setdefault(goal_of(level), []).append(level)
    shown = [_changed(was, levels) or levels[0] for levels in goals.values()]
    screen.table(LEVELS, HEADERS, [_row(was.get(level.name), level) for level in shown])
    changed = _changed(was, shown)
    if changed is None:
        screen.print(UNCHANGED)
    else:
        verdict = IS_BETTER if _gain(was[changed.name], changed) > 0 else IS_WORSE
        screen.print(FIRST(title=step_title(changed), change=verdict))
    return _explain_bounds(screen, before, after, has_violations=has_violations)


def _changed(was: dict[str, Level], levels: Sequence[Level]) -> Level | None:
    """The first of the levels whose value is another one."""
    return next((level for level in levels if level.name in was and _gain(was[level.name], level)), None)


def _row(old: Level | None, new: Level) -> tuple[object, ...]:
    """A level in the order of ``HEADERS``."""
    from reports.views.steps import bare, step_title, step_unit

    return (
        step_title(new),
        "—" if old is None else bare(old, old.value),
        bare(new, new.value),
        NEW if old is None else _change(old, new),
        "—" if old is None or old.bound is None else bare(old, old.bound),
        step_unit(new),
    )


def _explain_bounds(
    screen: Screen, before: Sequence[Level], after: Sequence[Level], *, has_violations: bool
) -> bool:
    """Says of each goal that is better than its bound why it can be; of one with several levels, once.

    The levels are compared as they were proven: of fairness the running sums.
    """
    from models.plan import BoundScope
    from reports.views.steps import bare, goal_of, single_shares, step_title

    was = {level.name: level for level in before}
    shares = {level.name: level for level in single_shares(before)}
    worse = None
    told: set[str] = set()
    is_explained = True
    for level in after:
        old = was.get(level.name)
        if old is None:
            continue
        goal = goal_of(level)
        if old.bound is not None and _gain(old.replace(value=old.bound), level) > 0 and goal not in told:
            told.add(goal)
            bound = shares[level.name].bound
            values = {"title": step_title(level), "bound": bare(level, old.bound if bound is None else bound)}
            if has_violations:
                screen.print(NOT_ALLOWED(**values))
            elif worse is not None and old.scope is BoundScope.GIVEN_PREVIOUS:
                screen.print(TRADED(**values, worse=step_title(worse)))
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
    from reports.export.words import grouped
    from reports.views.steps import difference, goal_of

    gain = _gain(old, new)
    if not gain:
        return SAME
    by = difference(new, abs(gain)) if goal_of(new) == FAIRNESS.name else grouped(abs(gain))
    return (BETTER if gain > 0 else WORSE)(by=by)
