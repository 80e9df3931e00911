"""``setka whatif``: scenarios beside the base, with what is certain of the differences."""

from __future__ import annotations

from pathlib import Path

import click

from models.text import Text
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.comparing import compare, plan_base, read_variants
from scheduler.cli.exits import FINE, Refused
from scheduler.cli.inputs import read_network
from scheduler.cli.output import staged
from scheduler.cli.params import Number, Whole
from scheduler.cli.planning import WORKERS, refuse_unsupported
from scheduler.cli.price import FAIRNESS, FREEZING, KINDS, price_fairness, price_freezing
from scheduler.cli.studies import keep_study
from scheduler.cli.sweep import Store, Workers

ABOUT = Text(
    "Что, если…: спланировать варианты сети и сравнить их с исходным планом.\n\n"
    "SCENARIO — имя варианта с листа «Варианты» или файл .yaml; без имён берутся все варианты листа. "
    "Исходная сеть не меняется. Варианты планируются с тем же пределом времени, начальным числом поиска и "
    "жребием; из равных планов берётся ближайший к исходному. Спрос — поданные заявки и пожелания на то, "
    "чего в исходной сети нет. В DIR записываются сравнение (public/ — без имён, internal/ — с именами) и "
    "планы вариантов.",
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
SITES = Text(
    "Где открыть следующий центр: просчитать кандидатов и учреждения без центра, по одному и наборами.",
    "Where the next centre should be: try candidates and institutions without one, alone and in sets.",
)
VISITING = Text(
    "При --site-search: учителя сети выезжают в новые центры.",
    "With --site-search: the teachers of the network go to the new centres.",
)
MOST_SITES = Text(
    "При --site-search: сколько мест в наборе, не больше (5).",
    "With --site-search: most places in a set (5).",
)
SERVE = Text(
    "При --site-search: сколько центров нужно, чтобы место получили P % заявителей.",
    "With --site-search: how many centres it takes to serve P % of the applicants.",
)
DEMAND = Text(
    "Другой спрос: N раз собрать заявки заново из поданных и спланировать.",
    "Other demands: draw the applications anew N times and plan each.",
)
SPREAD = Text(
    "При --demand: на сколько процентов меньше и больше заявителей (20).",
    "With --demand: by how many per cent fewer and more applicants (20).",
)
JOBS = Text(
    "Сколько планов искать одновременно, каждый в один поток.",
    "Plans to look for at a time, one thread each.",
)
DASK = Text(
    "Адрес планировщика Dask: планы ищут его рабочие процессы.",
    "Address of a Dask scheduler: its workers look for the plans.",
)
PRICE = Text(
    "Кривая цены: fairness — чего стоит справедливость, freezing — что даёт вариант за столько изменений.",
    "A curve of prices: what fairness costs, or what a scenario gives for so many changes.",
)
POINTS = Text("При --price: точек на кривой (6).", "With --price: points of the curve (6).")
FAIRNESS_ALONE = Text(
    "--price fairness — вопрос об исходной сети, без вариантов",
    "--price fairness is about the base, without scenarios",
)
ONE_OF = Text(
    "варианты, --site-search и --demand вместе не считаются: запустите команду для каждого",
    "scenarios, --site-search and --demand do not go together: run the command for each",
)
ONLY_WITH = Text("{option} действует только вместе с {mode}", "{option} has a meaning with {mode} only")
MODES = {
    "--visiting-teachers": "--site-search",
    "--most-sites": "--site-search",
    "--serve": "--site-search",
    "--spread": "--demand",
    "--points": "--price",
}
"""Option → the question that it is part of."""

FORCE = Text("Заменить прежнее сравнение в DIR.", "Replace an earlier comparison in DIR.")
ENTRIES = ("plans", "public", "internal")


@click.command(
    "whatif",
    cls=Command,
    text=ABOUT,
    examples=(
        "setka whatif udomlya add-centre -o out/whatif",
        "setka whatif district.xlsx -o out/whatif --time-limit 120",
        "setka whatif district.xlsx --site-search --visiting-teachers --serve 95 -o out/sites",
        "setka whatif district.xlsx --demand 20 --spread 20 --jobs 2 -o out/demand",
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
@click.option("--site-search", cls=Option, text=SITES, is_flag=True)
@click.option("--visiting-teachers", cls=Option, text=VISITING, is_flag=True)
@click.option("--most-sites", cls=Option, text=MOST_SITES, type=Whole(1, 1000), metavar="N", default=5)
@click.option("--serve", cls=Option, text=SERVE, type=Number(0, 100), metavar="P")
@click.option("--demand", cls=Option, text=DEMAND, type=Whole(1, 10_000), metavar="N")
@click.option("--spread", cls=Option, text=SPREAD, type=Number(0, 90), metavar="P", default=20.0)
@click.option("--price", cls=Option, text=PRICE, type=click.Choice(KINDS))
@click.option("--points", cls=Option, text=POINTS, type=Whole(2, 100), metavar="N", default=6)
@click.option("--jobs", cls=Option, text=JOBS, type=Whole(1, 1024), metavar="N", default=1)
@click.option("--dask", cls=Option, text=DASK, metavar="ADDRESS")
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
    site_search: bool,
    visiting_teachers: bool,
    most_sites: int,
    serve: float | None,
    demand: int | None,
    spread: float,
    price: str | None,
    points: int,
    jobs: int,
    dask: str | None,
    set_aside: bool,
    force: bool,
) -> int:
    """Reads, plans the base, then each scenario; writes whatever could be compared."""
    screen = screen_of(ctx)
    directory = Path(output)
    asked = bool(scenarios) or price == FREEZING
    if asked + site_search + (demand is not None) + (price == FAIRNESS) > 1:
        raise Refused(FAIRNESS_ALONE if price == FAIRNESS else ONE_OF)
    chosen = {"--site-search": site_search, "--demand": demand is not None, "--price": price is not None}
    for option, mode in MODES.items():
        given = ctx.get_parameter_source(option.strip("-").replace("-", "_"))
        if given is click.core.ParameterSource.COMMANDLINE and not chosen[mode]:
            raise Refused(ONLY_WITH(option=option, mode=mode))
    with staged(directory, ENTRIES, force=force) as stage:
        network, reading = read_network(screen, source, set_aside=set_aside)
        refuse_unsupported(screen, network)
        from scheduler.engine.settings import Settings

        settings = Settings(time_limit_s=time_limit, seed=seed, workers=workers, deterministic=deterministic)
        code, study = FINE, None
        if demand is not None:
            from scheduler.cli.demand import sweep_demand

            study = sweep_demand(
                screen, network, settings, directory, demand, spread / 100, Workers(jobs, dask)
            )
        elif site_search:
            from scheduler.cli.site_search import find_sites

            base = plan_base(screen, network, reading, settings, base_plan, 1)
            share = None if serve is None else serve / 100
            study = find_sites(
                screen, base, settings, visiting=visiting_teachers, most=most_sites, share=share
            )
        elif price == FAIRNESS:
            base = plan_base(screen, network, reading, settings, base_plan, 1)
            study = price_fairness(screen, base, settings, points)
        else:
            variants = read_variants(screen, source, reading, scenarios, set_aside=set_aside)
            of = 1 if price == FREEZING else len(variants) + 1
            base = plan_base(screen, network, reading, settings, base_plan, of)
            if price == FREEZING:
                code, study = price_freezing(screen, base, variants, settings, points)
            else:
                at_once = Workers(jobs, dask) if jobs > 1 or dask is not None else None
                code, told = compare(
                    screen, base, variants, settings, stage, directory, wishes=not no_wishes, at_once=at_once
                )
        if study is not None:
            told = keep_study(screen, study, stage, directory)
    Store.of(directory).clear()
    told()
    return code
