"""Compares the levels that a plan records with the true ones, and bounds and proofs with one another."""

from __future__ import annotations

from collections.abc import Iterator

from models.finding import Finding
from models.goals import GOALS
from models.network import Network
from models.plan import BoundScope, Level, Plan, Sense
from models.rules.records import RULE
from models.text import Text
from reports.audit import say
from reports.audit.levels import true_levels
from reports.audit.recording import REMOVE, doubled, wrong

LEVEL = Text("цель", "level")
NAMED = Text("{name} {value} {unit}", "{name} {value} {unit}")
UNIT = Text("единицу «{unit}»", "the unit «{unit}»")
IN_ORDER = Text("цели в этом порядке", "the levels in this order")
AT_LEAST = Text("границу не меньше {value} или никакой", "a bound of {value} or more, or none")
AT_MOST = Text("границу не больше {value} или никакой", "a bound of {value} or less, or none")
NO_LEVEL = Text("Не записана цель {level}.", "Level {level} is missing.")
EXTRA_LEVEL = Text("Записана цель, которой нет у сети: {level}.", "Level {level} is none of the network's.")
WRONG_VALUE = Text(
    "Значение цели {level}: записано {listed}, на деле {true}.",
    "Level {level}: recorded {listed}, true value {true}.",
)
WRONG_SENSE = Text("Направление цели {level} записано неверно.", "The sense of level {level} is wrong.")
WRONG_ORDER = Text(
    "Цели записаны не в том порядке; нужен такой: {levels}.",
    "The levels are not in their order, which is {levels}.",
)
WRONG_UNIT = Text(
    "Единица цели {level}: записано «{listed}», нужно «{true}».",
    "Unit of level {level}: recorded {listed}, it is {true}.",
)
WRONG_SCALE = Text(
    "Масштаб цели {level}: записано {listed}, на деле {true}.",
    "Scale of level {level}: recorded {listed}, true scale {true}.",
)
WRONG_SCOPE = Text(
    "Граница цели {level} названа верной для любого плана; так можно сказать только о первой цели.",
    "The bound of level {level} is said to hold for every plan, which only that of the first level does.",
)
WRONG_BOUND = Text(
    "Граница цели {level} ({bound}) по ту сторону её значения ({value}).",
    "The bound of level {level} ({bound}) is on the wrong side of its value ({value}).",
)
WRONG_PROOF = Text(
    "Отметка о доказанности цели {level} неверна.", "The mark that level {level} is proven is wrong."
)
NOT_OPTIMAL = Text(
    "План назван оптимальным, но доказаны не все цели.",
    "The plan is called optimal, but not all levels are proven.",
)

IS_OPTIMAL = Text(
    "Все цели доказаны, но план не назван оптимальным.",
    "All levels are proven, but the plan is not called optimal.",
)


def check_levels(network: Network, plan: Plan) -> Iterator[Finding]:
    """Levels that are missing, too many, in another order or untrue, as far as network and plan tell."""
    yield from doubled(LEVEL, ((level.name,) for level in plan.levels))
    true = {level.name: level for level in true_levels(network, plan)}
    listed = {level.name: level for level in plan.levels}
    for name in sorted(listed.keys() - true.keys()):
        yield say.finding(RULE, EXTRA_LEVEL(level=name), REMOVE(), who=(name,))
    known = [level.name for level in plan.levels if level.name in true]
    if known != [name for name in true if name in listed]:
        yield wrong(WRONG_ORDER(levels=list(true)), IN_ORDER)
    all_proven = True
    first = next(iter(true), "")
    for name in true:
        level = listed.get(name)
        if level is None:
            all_proven = False
            if plan.run is not None:
                due = NAMED(name=name, value=true[name].value, unit=_unit(true[name]))
                yield wrong(NO_LEVEL(level=name), due, name)
            continue
        yield from _level(level, true[name])
        yield from _terms(plan, level, true[name], is_first=name == first)
        reached = level.bound is not None and level.bound == true[name].value
        is_proven = reached and all_proven
        if level.proven != is_proven:
            yield wrong(WRONG_PROOF(level=name), f"proven: {str(is_proven).lower()}", name)
        all_proven = all_proven and level.proven and reached
    if plan.status == "optimal" and not all_proven:
        yield wrong(NOT_OPTIMAL(), "status: feasible")
    if plan.status == "feasible" and all_proven and true:
        yield wrong(IS_OPTIMAL(), "status: optimal")


def _terms(plan: Plan, level: Level, true: Level, *, is_first: bool) -> Iterator[Finding]:
    """Unit, scale and scope; a plan made by hand may leave out unit and scale. Only the bound of the first
    level is one for every plan."""
    is_blank = plan.run is None and level.unit == "" and level.scale == 1
    if level.unit != true.unit and not is_blank:
        yield wrong(
            WRONG_UNIT(level=level.name, listed=level.unit, true=true.unit), UNIT(unit=true.unit), level.name
        )
    if level.scale != true.scale and level.value == true.value and not is_blank:  # it may follow the value
        message = WRONG_SCALE(level=level.name, listed=level.scale, true=true.scale)
        yield wrong(message, true.scale, level.name)
    if level.bound is not None and level.scope is BoundScope.GLOBAL and not is_first:
        yield wrong(WRONG_SCOPE(level=level.name), BoundScope.GIVEN_PREVIOUS.value, level.name)


def _level(level: Level, true: Level) -> Iterator[Finding]:
    name = level.name
    if level.value != true.value:
        yield wrong(
            WRONG_VALUE(level=name, listed=level.value, true=true.value),
            true.value,
            name,
            excess=abs(level.value - true.value),
            unit=true.unit,
        )
    if level.sense is not true.sense:
        yield wrong(WRONG_SENSE(level=name), true.sense.value, name)
    if level.bound is not None:
        over = level.bound - true.value if true.sense is Sense.MINIMISE else true.value - level.bound
        if over > 0:
            message = WRONG_BOUND(level=name, bound=level.bound, value=true.value)
            due = AT_MOST if true.sense is Sense.MINIMISE else AT_LEAST
            yield wrong(message, due(value=true.value), name, excess=over, unit=true.unit)


def _unit(level: Level) -> Text:
    """The unit as people read it."""
    goal = GOALS[level.name.partition(".")[0]]
    return goal.unit
