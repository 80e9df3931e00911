"""Scenarios beside the base: read, planned, written, shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from models.text import Lang, Message, Text
from scheduler.cli.conflicts import Rows, show_conflicts
from scheduler.cli.exits import FINE, NO_PLAN, VIOLATED, Refused
from scheduler.cli.inputs import FAULTS, WARNINGS, read_plan, show_faults
from scheduler.cli.output import save, writing
from scheduler.cli.planning import ENDED_EARLY, find_plan, refuse_unsupported
from scheduler.cli.screen import Screen
from scheduler.cli.sweep import NONE_EXISTS, Workers, run_sweep

if TYPE_CHECKING:
    from collections.abc import Callable

    from instances.scenarios import Variant
    from models.fault import Reading
    from models.network import Network
    from models.plan import Plan
    from reports.compare.comparison import Comparison, Side
    from scheduler.engine.settings import Settings

BASE_TITLE = Text("Исходная сеть", "Base network")
PLANNING = Text("{number} из {of}: {title}", "{number} of {of}: {title}")
NO_SCENARIOS = Text(
    "сравнивать не с чем: на листе «Варианты» нет строк. Впишите вариант или укажите файл .yaml",
    "there is nothing to compare: the sheet of scenarios is empty. Enter one or name a .yaml file",
)
NOT_READ = Text(
    "в вариантах есть ошибки: {count}. Исправьте их; ничего не записано",
    "the scenarios have errors: {count}. Correct them; nothing was written",
)
BROKEN_BASE = Text(
    "в исходном плане есть нарушения ({count}): сравнивать с ним нельзя",
    "the base plan has violations ({count}): nothing can be compared with it",
)
NO_PLAN_HERE = Text("Вариант «{title}»: {reason}", "Scenario '{title}': {reason}")
IMPOSSIBLE = Text("плана не существует", "there is no plan")
NONE_PLANNED = Text("ни один вариант не спланирован, ничего не записано", "no scenario was planned")
WRITTEN = Text(
    "Сравнение: {report}\nТаблицы: {book}\nЛист для Совета: {council}\nДля публикации: {public}\nПланы: "
    "{plans}",
    "Comparison: {report}\nTables: {book}\nSheet for the Council: {council}\nTo publish: {public}\nPlans: "
    "{plans}",
)


def compare(
    screen: Screen,
    base: Side,
    variants: list[Variant],
    settings: Settings,
    stage: Path,
    directory: Path,
    *,
    wishes: bool,
    at_once: Workers | None,
) -> tuple[int, Callable[[], None]]:
    """Plans the scenarios and writes the comparison; the exit code, and what shows it once it is in place."""
    for variant in variants:
        assert variant.network is not None
        refuse_unsupported(screen, variant.network)
    if at_once is None:
        comparisons, code = _one_by_one(screen, base, variants, settings, wishes=wishes)
    else:
        comparisons, code = _at_once(
            screen, base, variants, settings, directory, wishes=wishes, workers=at_once
        )
    if not comparisons:
        raise Refused(NONE_PLANNED, code)
    with writing(directory):
        _write(comparisons, stage, directory, screen.lang)

    def show() -> None:
        from reports.compare import book, council, page
        from scheduler.cli.compared import show_comparisons

        show_comparisons(screen, comparisons)
        internal, public = directory / "internal", directory / "public"
        screen.print(
            WRITTEN(
                report=internal / page.FILE,
                book=internal / book.FILE,
                council=public / council.FILE,
                public=public,
                plans=directory / "plans",
            )
        )

    return code, show


def read_variants(
    screen: Screen, source: str, reading: Reading, wanted: tuple[str, ...], *, set_aside: bool
) -> list[Variant]:
    """The scenarios, each with a network; all faults go to stderr and end the command."""
    from instances.scenarios import read_scenarios
    from models.finding import Severity

    variants, faults = read_scenarios(Path(source), reading, wanted, set_aside=set_aside)
    found = [*faults, *(fault for variant in variants for fault in variant.faults)]
    errors = [fault for fault in found if fault.severity is Severity.ERROR]
    if errors:
        show_faults(screen, FAULTS(source=", ".join(wanted) or source), errors)
        raise Refused(NOT_READ(count=len(errors)))
    if not variants:
        raise Refused(NO_SCENARIOS)
    for variant in variants:
        if variant.faults:
            show_faults(screen, WARNINGS(source=variant.title), variant.faults)
    return variants


def plan_base(
    screen: Screen, network: Network, reading: Reading, settings: Settings, given: str | None, of: int
) -> Side:
    """The base with its plan: the one given, audited, or a new one."""
    from reports.audit import audit
    from reports.compare.comparison import Side
    from reports.export.source import Source

    if given is None:
        screen.complain(PLANNING(number=1, of=of, title=BASE_TITLE))
        plan = find_plan(screen, network, reading, settings).plan
    else:
        plan, _ = read_plan(screen, network, reading.people, given)
        report = audit(network, plan)
        if report.violations:
            from scheduler.cli.findings import show_findings

            show_findings(Screen(screen.lang, screen.err, screen.err), report.violations)
            raise Refused(BROKEN_BASE(count=len(report.violations)), VIOLATED)
        if not plan.levels:
            plan = plan.replace(levels=report.levels)
    return Side(
        "base",
        BASE_TITLE.in_(screen.lang),
        Source(network, plan, reading.people, reading.assumptions),
        seconds=plan.run.wall_s if plan.run else 0.0,
    )


def _one_by_one(
    screen: Screen, base: Side, variants: list[Variant], settings: Settings, *, wishes: bool
) -> tuple[list[Comparison], int]:
    """The comparisons that there are, and the exit code; Ctrl-C ends with those that are done."""
    from models.outcome import Infeasible, Unknown
    from reports.audit import audit
    from reports.compare.comparison import Comparison
    from scheduler.cli.progress import watched
    from scheduler.whatif import plan_scenario

    found: list[Comparison] = []
    code = FINE
    for number, variant in enumerate(variants, start=2):
        assert variant.network is not None
        screen.complain(PLANNING(number=number, of=len(variants) + 1, title=variant.title))
        with watched(screen) as on_progress:
            answer = plan_scenario(
                base.network, base.plan, variant.network, settings, audit, on_progress, wishes=wishes
            )
        outcome = answer.outcome
        if isinstance(outcome, Infeasible):
            _say(screen, variant, IMPOSSIBLE)
            show_conflicts(screen, Rows(variant.network, variant.reading), outcome)
            code = VIOLATED
        elif isinstance(outcome, Unknown):
            _say(screen, variant, outcome.reason)
            code = code or NO_PLAN
        else:
            side = _side(base, variant, answer.network, answer.num_wishes, outcome.plan)
            found.append(Comparison(base, side))
            if outcome.ended is not None:
                screen.complain(ENDED_EARLY(reason=outcome.ended))
                break
    return found, code


def _at_once(
    screen: Screen,
    base: Side,
    variants: list[Variant],
    settings: Settings,
    directory: Path,
    *,
    wishes: bool,
    workers: Workers,
) -> tuple[list[Comparison], int]:
    """The same with several scenarios side by side, one thread each; what is done is kept at once."""
    from reports.compare.comparison import Comparison
    from scheduler.whatif.jobs import Job
    from scheduler.whatif.run import demand_of

    networks = [variant.network for variant in variants if variant.network is not None]
    demands = [demand_of(base.network, network, wishes=wishes) for network in networks]
    drawn = replace(settings, lottery_seed=base.plan.lottery_seed)
    tasks = [
        Job(variant.name, demand.network, drawn, base.plan)
        for variant, demand in zip(variants, demands, strict=True)
    ]
    results = run_sweep(screen, tasks, directory, workers)
    found: list[Comparison] = []
    code = FINE
    for variant, demand, result in zip(variants, demands, results, strict=True):
        if result.plan is None:
            _say(screen, variant, result.reason or NONE_EXISTS)
            code = VIOLATED if result.reason is None else code or NO_PLAN
        else:
            side = _side(base, variant, demand.network, len(demand.added), result.plan)
            found.append(Comparison(base, side))
    return found, code


def _say(screen: Screen, variant: Variant, reason: Message | Text) -> None:
    screen.complain(NO_PLAN_HERE(title=variant.title, reason=reason))


def _side(base: Side, variant: Variant, network: Network, num_wishes: int, plan: Plan) -> Side:
    from reports.compare.comparison import Side, open_centres

    return Side(
        variant.name,
        variant.title,
        replace(base.source, network=network, plan=plan, people=variant.reading.people),
        num_wishes,
        plan.run.wall_s if plan.run else 0.0,
        tuple(sorted(open_centres(network) - open_centres(base.network))),
    )


def _write(comparisons: list[Comparison], stage: Path, directory: Path, lang: Lang) -> None:
    """The plans, the networks they are plans of (for the office: they hold names), and the comparison."""
    from instances import write
    from reports.compare.folders import export_comparison
    from reports.html.school_pages import file_names

    sides = [comparisons[0].base, *(comparison.scenario for comparison in comparisons)]
    networks = stage / "internal" / "networks"
    (stage / "plans").mkdir()
    networks.mkdir(parents=True)
    for side, name in zip(sides, file_names([side.name for side in sides]), strict=True):
        save(stage / "plans" / f"{name}.json", side.plan.model_dump_json(indent=1) + "\n", directory)
        write(side.network, side.source.people, networks / f"{name}.xlsx")
    export_comparison(comparisons, stage, lang=lang)
