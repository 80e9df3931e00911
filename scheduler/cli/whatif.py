"""``setka whatif``: scenarios beside the base, with what is certain of the differences."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.text import Message, Text
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE, NO_PLAN, VIOLATED, Refused
from scheduler.cli.inputs import FAULTS, WARNINGS, read_network, read_plan, show_faults
from scheduler.cli.output import save, staged, writing
from scheduler.cli.params import Number, Whole
from scheduler.cli.planning import ENDED_EARLY, find_plan, refuse_unsupported, show_conflict
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from instances.scenarios import Variant
    from models.fault import Reading
    from models.network import Network
    from models.plan import Plan
    from models.text import Lang
    from reports.compare.comparison import Comparison, Side
    from scheduler.engine import Settings

ABOUT = Text(
    "Что, если…: спланировать варианты сети и сравнить их с исходным планом.\n\n"
    "SCENARIO — имя варианта с листа «Варианты» или файл .yaml; без имён берутся все варианты листа. "
    "Исходная сеть не меняется. Варианты планируются с тем же пределом времени, числом поиска и жребием; из "
    "равных планов берётся ближайший к исходному. Спрос — поданные заявки и пожелания на то, чего в исходной "
    "сети нет. В DIR записываются сравнение (public/ — без имён, internal/ — с именами) и планы вариантов.",
    "What if: plan scenarios of a network and compare them with the base plan.\n\n"
    "SCENARIO is the name of a scenario on the sheet of scenarios or a .yaml file; without names all of the "
    "sheet are taken. The base network stays as it is. Scenarios are planned with the same time limit, seed "
    "and lottery; of equally good plans the one nearest to the base is taken. Demand is the applications and "
    "the wishes for what the base does not offer. DIR receives the comparison (public/ without names, "
    "internal/ with them) and the scenarios' plans.",
)
OUTPUT = Text("Папка для сравнения.", "Folder for the comparison.")
TIME_LIMIT = Text("Предел времени на каждый вариант, секунд (60).", "Time limit a scenario, seconds (60).")
SEED = Text("Начальное число поиска (1).", "Seed of the search (1).")
WORKERS = Text("Сколько потоков вести (обычно 4).", "Parallel workers (4 by default).")
DETERMINISTIC = Text(
    "Один поток и условное время: те же данные дают тот же план.",
    "One worker and deterministic time: the same input gives the same plan.",
)
BASE_PLAN = Text(
    "Готовый план исходной сети (plan.json); без него она планируется заново.",
    "A plan of the base network (plan.json); without it the base is planned anew.",
)
NO_WISHES = Text(
    "Только поданные заявки, без пожеланий на то, чего в исходной сети нет.",
    "Applications only, without wishes for what the base does not offer.",
)
SET_ASIDE = Text(
    "Отложить строки с ошибками и планировать без них.", "Set faulty rows aside and plan without them."
)
FORCE = Text("Заменить прежнее сравнение в DIR.", "Replace an earlier comparison in DIR.")
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
ENTRIES = ("plans", "public", "internal")


@click.command(
    "whatif",
    cls=Command,
    text=ABOUT,
    examples=(
        "setka whatif udomlya add-centre -o out/whatif",
        "setka whatif district.xlsx -o out/whatif --time-limit 120",
        "setka whatif district.xlsx second-bus.yaml --base out/district/plan.json -o out/whatif",
    ),
)
@click.argument("source", metavar="NETWORK")
@click.argument("scenarios", metavar="[SCENARIO]...", nargs=-1)
@click.option("-o", "--output", cls=Option, text=OUTPUT, metavar="DIR", required=True)
@click.option("--base", "base_plan", cls=Option, text=BASE_PLAN, metavar="PLAN")
@click.option("--time-limit", cls=Option, text=TIME_LIMIT, type=Number(1, 86_400), metavar="S", default=60.0)
@click.option("--seed", cls=Option, text=SEED, type=Whole(0, 2**31 - 1), metavar="N", default=1)
@click.option("--workers", cls=Option, text=WORKERS, type=Whole(1, 256), metavar="N")
@click.option("--deterministic", cls=Option, text=DETERMINISTIC, is_flag=True)
@click.option("--no-wishes", cls=Option, text=NO_WISHES, is_flag=True)
@click.option("--set-aside", cls=Option, text=SET_ASIDE, is_flag=True)
@click.option("--force", cls=Option, text=FORCE, is_flag=True)
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    scenarios: tuple[str, ...],
    output: str,
    base_plan: str | None,
    time_limit: float,
    seed: int,
    workers: int | None,
    deterministic: bool,
    no_wishes: bool,
    set_aside: bool,
    force: bool,
) -> int:
    """Reads, plans the base, then each scenario; writes whatever could be compared."""
    screen = screen_of(ctx)
    directory = Path(output)
    with staged(directory, ENTRIES, force=force) as stage:
        network, reading = read_network(screen, source, set_aside=set_aside)
        variants = _read_scenarios(screen, source, reading, scenarios, set_aside=set_aside)
        from scheduler.engine import Settings

        settings = Settings(time_limit_s=time_limit, seed=seed, workers=workers, deterministic=deterministic)
        for one in (network, *(variant.network for variant in variants)):
            assert one is not None
            refuse_unsupported(screen, one)
        base = _base(screen, network, reading, settings, base_plan, len(variants) + 1)
        comparisons, code = _compare(screen, base, variants, settings, wishes=not no_wishes)
        if not comparisons:
            raise Refused(NONE_PLANNED, code)
        with writing(directory):
            _write(comparisons, stage, directory, screen.lang)
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
    return code


def _read_scenarios(
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


def _base(
    screen: Screen, network: Network, reading: Reading, settings: Settings, given: str | None, of: int
) -> Side:
    """The base with its plan: the one given, audited, or a new one."""
    from reports.audit import audit
    from reports.compare.comparison import Side
    from reports.export.source import Source

    if given is None:
        screen.complain(PLANNING(number=1, of=of, title=BASE_TITLE))
        plan, _ = find_plan(screen, network, settings)
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


def _compare(
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
            show_conflict(screen, outcome.conflict)
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
