"""Says what editing a workbook cost: every level before and after, and where a proven bound was passed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.text import Message, Text
from scheduler.cli.headline import LEVELS
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.audit import AuditReport
    from models.network import Network
    from models.people import People
    from models.plan import Level, Plan
    from reports.audit.origin import Origin
    from reports.views.worst_off import UnitShare

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
UNCHANGED = Text("Все цели прежние.", "All goals are as before.")
COSTS_NOTHING = Text(
    "Правка ничего не стоила: все цели прежние.", "The edit cost nothing: all goals are as before."
)
NOT_COMPARED = Text(
    "Пока правила нарушены, цели не оцениваются: план, которому можно их нарушать, всегда выглядит лучше.",
    "While rules are broken the goals are not rated: a plan that may break rules always looks better.",
)
WORST_OFF = Text("Самая обделённая школа, местность или параллель", "The worst-off school, place or grade")
NEXT_WORST_OFF = Text(
    "{rank}-я из самых обделённых школ, местностей и параллелей",
    "Number {rank} of the worst-off schools, places and grades",
)
SHARE = Text(
    "{who}: {unit}, {was} → {now} достижимого.", "{who}: {unit}, {was} → {now} of what is attainable."
)
OTHER_SHARE = Text(
    "{who}: {unit}, {was} достижимого → {other}, {now}.",
    "{who}: {unit}, {was} of what is attainable → {other}, {now}.",
)
FIRST = Text(
    "Важнейшая из изменившихся целей — «{title}»: {change}. Цели ниже неё менее важны.",
    "The most important goal that changed is {title}: {change}. The goals below it matter less.",
)
IS_BETTER = Text("стало лучше", "it is better now")
IS_WORSE = Text("стало хуже", "it is worse now")
TRADED = Text(
    "Лучше своей границы: {passed}. Границы верны, пока прежние цели не хуже, а стала хуже «{worse}».",
    "Better than the bound: {passed}. The bounds hold while the goals before are no worse, but {worse} got "
    "worse.",
)
PASSED = Text("«{title}» ({bound})", "{title} ({bound})")
IMPOSSIBLE = Text(
    "ОШИБКА: «{title}» лучше границы ({bound}), хотя нарушений нет и прежние цели не хуже. Граница в книге "
    "неверна: её изменили или она ошибочна.",
    "ERROR: {title} is better than its bound ({bound}), though nothing is violated and no goal before it got "
    "worse. The bound in the workbook is wrong: it was changed, or it is mistaken.",
)


@dataclass(frozen=True)
class Cost:
    """The levels before and after an edit, and the shares behind those of fairness, the worst-off first."""

    before: Sequence[Level]
    after: Sequence[Level]
    is_edited: bool = True
    has_violations: bool = False
    shares_before: Sequence[UnitShare] = ()
    shares_after: Sequence[UnitShare] = ()

    @property
    def shows_bounds(self) -> bool:
        """Whether bounds of the levels before are told."""
        return not self.has_violations and any(level.bound is not None for level in self.before)


def cost_of(
    network: Network, people: People, origin: Origin, plan: Plan, report: AuditReport, *, is_edited: bool
) -> Cost:
    """What a plan has to be compared by with the one its workbook came from."""
    from reports.export.source import Source
    from reports.views.worst_off import unit_shares

    before, after = (unit_shares(Source(network, item, people)) for item in (origin.plan, plan))
    return Cost(origin.levels, report.levels, is_edited, bool(report.violations), before, after)


def show_cost(screen: Screen, cost: Cost) -> bool:
    """Prints every goal before and after; ``False`` if a level passes a bound that nothing explains.

    While rules are broken there is no better and no worse: a plan that need not keep them can reach anything.
    """
    from reports.views.steps import goal_of, single_shares, step_title

    was = {level.name: level for level in single_shares(cost.before)}
    goals: dict[str, list[Level]] = {}
    for level in single_shares(cost.after):
        goals.setdefault(goal_of(level), []).append(level)
    shown = [_changed(was, levels) or levels[0] for levels in goals.values()]
    columns = (0, 1, 2, 5) if cost.has_violations else range(len(HEADERS))
    rows = [_row(was.get(level.name), level) for level in shown]
    screen.table(LEVELS, [HEADERS[at] for at in columns], [[row[at] for at in columns] for row in rows])
    _show_worst_off(screen, was, shown, cost)
    if cost.has_violations:
        screen.print(NOT_COMPARED)
        return True
    changed = _changed(was, shown)
    if changed is None:
        screen.print(COSTS_NOTHING if cost.is_edited else UNCHANGED)
    else:
        verdict = IS_BETTER if _gain(was[changed.name], changed) > 0 else IS_WORSE
        screen.print(FIRST(title=step_title(changed), change=verdict))
    return _explain_bounds(screen, cost)


def _show_worst_off(screen: Screen, was: dict[str, Level], shown: Sequence[Level], cost: Cost) -> None:
    """Prints whose share it is that changed first."""
    from reports.export.words import percent
    from reports.views.steps import is_share, step_of

    changed = _changed(was, [level for level in shown if is_share(level)])
    if changed is None:
        return
    step = step_of(changed)
    if step > min(len(cost.shares_before), len(cost.shares_after)):
        return
    old, new = cost.shares_before[step - 1], cost.shares_after[step - 1]
    shares = {"was": percent(old.share / 1000), "now": percent(new.share / 1000)}
    who = WORST_OFF if step == 1 else NEXT_WORST_OFF(rank=step)
    if old.name == new.name:
        screen.print(SHARE(who=who, unit=new.name, **shares))
    else:
        screen.print(OTHER_SHARE(who=who, unit=old.name, other=new.name, **shares))


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
        "—" if old is None or old.told_bound is None else bare(old, old.told_bound),
        step_unit(new),
    )


def _explain_bounds(screen: Screen, cost: Cost) -> bool:
    """Says of each goal that is better than its bound why it can be; of one with several levels, once.

    The levels are compared as they were proven: of fairness the running sums.
    """
    from models.plan import BoundScope
    from reports.views.steps import bare, goal_of, single_shares, step_title

    was = {level.name: level for level in cost.before}
    shares = {level.name: level for level in single_shares(cost.before)}
    worse = None
    told: set[str] = set()
    traded: list[Message] = []
    is_explained = True
    for level in cost.after:
        old = was.get(level.name)
        if old is None:
            continue
        goal = goal_of(level)
        if old.bound is not None and _gain(old.replace(value=old.bound), level) > 0 and goal not in told:
            told.add(goal)
            bound = shares[level.name].bound
            values = {"title": step_title(level), "bound": bare(level, old.bound if bound is None else bound)}
            if worse is not None and old.scope is BoundScope.GIVEN_PREVIOUS:
                traded.append(PASSED(**values))
            else:
                screen.print(IMPOSSIBLE(**values))
                is_explained = False
        if worse is None and _gain(old, level) < 0:
            worse = level
    if worse is not None and traded:
        screen.print(TRADED(passed=traded, worse=step_title(worse)))
    return is_explained


def _gain(old: Level, new: Level) -> int:
    """By how much the new value is better; negative if it is worse."""
    from models.plan import Sense

    more = new.value - old.value
    return more if new.sense is Sense.MAXIMISE else -more


def _change(old: Level, new: Level) -> Text | Message:
    """How much better or worse; the unit stands in a column of its own, but shares differ in points."""
    from reports.export.words import grouped
    from reports.views.steps import difference, is_share

    gain = _gain(old, new)
    if not gain:
        return SAME
    by = difference(new, abs(gain)) if is_share(new) else grouped(abs(gain))
    return (BETTER if gain > 0 else WORSE)(by=by)
