"""``setka plan``: from a network to an audited plan."""

from __future__ import annotations

from pathlib import Path

import click

from models.text import Text
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE, Refused
from scheduler.cli.headline import show_headline
from scheduler.cli.inputs import read_network
from scheduler.cli.output import staged
from scheduler.cli.params import Number, Whole
from scheduler.cli.planning import ENTRIES, PLAN_FILE, WORKERS, add_cures, find_plan, show_dropped, write_plan

ABOUT = Text(
    "Найти лучший план сети, проверить его и записать.\n\n"
    "В папку DIR записываются plan.json, public/ (для публикации, без имён) и internal/ (для служебного "
    "пользования). По Ctrl-C остаётся лучший план из найденных. Если во входных данных есть ошибки, ничего "
    "не записывается.",
    "Find the best plan of a network, audit it and write it.\n\n"
    "DIR receives plan.json, public/ (to publish, without names) and internal/ (for the office). Ctrl-C "
    "keeps the best plan found so far. If the input has errors, nothing is written.",
)
OUTPUT = Text("Папка для плана.", "Folder for the plan.")
TIME_LIMIT = Text(
    "Предел времени поиска, секунд (60); изменения для отказов — ещё до четверти этого времени.",
    "Time limit of the search, seconds (60); changes for refusals take up to a quarter more.",
)
SEED = Text("Начальное число поиска (1).", "Seed of the search (1).")
MEMORY = Text(
    "Предел памяти для поиска, ГБ: при превышении остаётся лучший план из найденных.",
    "Memory limit of the search, GB: past it the best plan found so far is kept.",
)
DETERMINISTIC = Text(
    "Один поток и условное время: те же данные дают тот же план.",
    "One worker and deterministic time: the same input gives the same plan.",
)
SET_ASIDE = Text(
    "Отложить строки с ошибками и планировать без них.", "Set faulty rows aside and plan without them."
)
DROP_LOCKS = Text(
    "Если закрепления не могут выполняться вместе, спланировать без наименьшего их числа; они будут названы.",
    "If the locks cannot hold together, plan without the fewest that have to go; they are named.",
)
NO_CURES = Text(
    "Не искать наименьшие изменения, которые помогли бы получившим отказ.",
    "Do not look for the smallest changes that would help those refused.",
)
FORCE = Text(
    "Заменить plan.json, public и internal, которые уже есть в DIR.",
    "Replace plan.json, public and internal that are already in DIR.",
)
PUBLISHED = Text(
    "Утверждённый план, который надо менять как можно меньше (пока не поддерживается).",
    "An approved plan to change as little as possible (not supported yet).",
)
MAX_CHANGES = Text(
    "Наибольшее число изменений в нём (пока не поддерживается).",
    "Most changes to make to it (not supported yet).",
)
NO_REPLANNING = Text(
    "перепланирование с наименьшими изменениями (--published, --max-changes) в этой версии не "
    "поддерживается. Чтобы сохранить решения прежнего плана, внесите их на лист «Закрепления»",
    "replanning with least change (--published, --max-changes) is not supported in this version. To keep "
    "decisions of an earlier plan, enter them on the sheet of locks",
)


@click.command(
    "plan",
    cls=Command,
    text=ABOUT,
    examples=(
        "setka plan udomlya -o out/plan",
        "setka plan district.xlsx -o out/district --time-limit 120",
        "setka plan district.xlsx -o out/district --deterministic --seed 7 --force",
    ),
)
@click.argument("source", metavar="NETWORK")
@click.option("-o", "--output", cls=Option, text=OUTPUT, metavar="DIR", required=True)
@click.option("--time-limit", cls=Option, text=TIME_LIMIT, type=Number(1, 86_400), metavar="S", default=60.0)
@click.option("--seed", cls=Option, text=SEED, type=Whole(0, 2**31 - 1), metavar="N", default=1)
@click.option("--workers", cls=Option, text=WORKERS, type=Whole(1, 256), metavar="N")
@click.option("--memory", cls=Option, text=MEMORY, type=Number(0.1, 10_000), metavar="GB")
@click.option("--deterministic", cls=Option, text=DETERMINISTIC, is_flag=True)
@click.option("--set-aside", cls=Option, text=SET_ASIDE, is_flag=True)
@click.option("--drop-locks", cls=Option, text=DROP_LOCKS, is_flag=True)
@click.option("--no-cures", cls=Option, text=NO_CURES, is_flag=True)
@click.option("--force", cls=Option, text=FORCE, is_flag=True)
@click.option("--published", cls=Option, text=PUBLISHED, metavar="PLAN")
@click.option("--max-changes", cls=Option, text=MAX_CHANGES, type=Whole(0, 10**6), metavar="N")
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    output: str,
    time_limit: float,
    seed: int,
    workers: int | None,
    memory: float | None,
    deterministic: bool,
    set_aside: bool,
    drop_locks: bool,
    no_cures: bool,
    force: bool,
    published: str | None,
    max_changes: int | None,
) -> int:
    """Reads, solves, audits, writes; each step only if the one before it went well."""
    screen = screen_of(ctx)
    if published is not None or max_changes is not None:
        raise Refused(NO_REPLANNING)
    directory = Path(output)
    with staged(directory, ENTRIES, force=force, precious=PLAN_FILE) as stage:
        network, reading = read_network(screen, source, set_aside=set_aside)
        from scheduler.engine.settings import Settings

        settings = Settings(
            time_limit_s=time_limit,
            seed=seed,
            workers=workers,
            deterministic=deterministic,
            memory_gb=memory,
        )
        found = find_plan(screen, network, reading, settings, drop_locks=drop_locks)
        if not no_cures:
            found = add_cures(screen, found, settings)
        write_plan(screen, reading, network, found, stage, directory)
    show_headline(screen, found.network, found.plan, found.report.warnings, directory)
    show_dropped(screen, reading, network, found.dropped)
    return FINE
