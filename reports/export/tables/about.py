"""The plan in figures, and how it came about."""

from __future__ import annotations

from models.goals import GOALS
from models.text import Message, Text
from reports.export.imprint import edition, moment
from reports.export.source import Source
from reports.export.summary import Summary, summarise
from reports.export.table import Column, Table, Value, table
from reports.export.words import percent
from reports.views.public.headline import PublicHeadline, public_headline

TITLE = Text("О плане", "About the plan")

COLUMNS = (
    Column("what", Text("Показатель", "What"), width=56),
    Column("value", Text("Значение", "Value"), width=60),
)

DIGEST = Text("Контрольная сумма сети", "Digest of the network")
LOTTERY = Text("Начальное число жребия", "Seed of the lottery")

STATUS = {
    "optimal": Text("лучший возможный (доказано)", "the best possible (proven)"),
    "feasible": Text("допустимый", "feasible"),
}


def figures(source: Source) -> list[tuple[Value, Value]]:
    """The counts as they are."""
    summary = summarise(source.network, source.plan)
    share = None if summary.senior_share is None else percent(summary.senior_share)
    return _figures(source, summary, share)


def figures_public(source: Source) -> list[tuple[Value, Value]]:
    """The counts as they may be published: none tells of one or two children."""
    headline = public_headline(source)
    return _figures(source, headline, headline.share)


def _figures(
    source: Source, summary: Summary | PublicHeadline, share: Text | Message | None
) -> list[tuple[Value, Value]]:
    grades = ", ".join(str(grade) for grade in source.network.rules.senior_grades)
    seniors = Text(
        "{share} ({places} из {seniors}; классы {grades})", "{share} ({places} of {seniors}; grades {grades})"
    )
    return [
        (Text("Сеть", "Network"), source.network.name),
        (Text("Редакция", "Edition"), edition(source.plan)),
        (Text("Подали заявки", "Applicants"), summary.applicants),
        (Text("Получили место", "Served"), summary.served),
        (Text("Получили первую заявку", "First choice served"), summary.first_choices),
        (Text("Групп", "Groups"), summary.groups),
        (Text("Ресурсных центров", "Resource centres"), summary.centres),
        (
            Text("Доля старшеклассников в сети", "Share of seniors in the network"),
            seniors(share=share or "—", places=summary.senior_places, seniors=summary.seniors, grades=grades),
        ),
        *(
            [(Text("Качество плана", "Quality of the plan"), STATUS[source.plan.status])]
            if source.plan.status
            else []
        ),
    ]


def about_public(source: Source) -> Table:
    """The figures alone: seeds and the like are for the office."""
    return table("about", TITLE, COLUMNS, figures_public(source))


def order_of(goals: tuple[str, ...]) -> Text:
    """The titles of the goals, most important first; a goal of another version by its name."""
    titles = [GOALS[name].title if name in GOALS else Text(name, name) for name in goals]
    return Text("; ".join(title.ru for title in titles), "; ".join(title.en for title in titles))


def about(source: Source) -> Table:
    """The figures and the run stamp: everything that is needed to make the plan again."""
    rows = figures(source)
    if source.plan.network is not None:
        rows.append((DIGEST, source.plan.network.sha256))
    run = source.plan.run
    if run is not None:
        rows += [
            (Text("Версия setka", "Version of setka"), run.version),
            (Text("Версия OR-Tools", "Version of OR-Tools"), run.ortools),
            (Text("Начальное число поиска", "Seed of the search"), run.seed),
            (LOTTERY, run.lottery_seed),
            (Text("Потоков", "Workers"), run.workers),
            (Text("Предел времени, с", "Time limit, s"), run.time_limit_s),
            *(
                [(Text("Предел памяти, ГБ", "Memory limit, GB"), run.memory_gb)]
                if run.memory_gb is not None
                else []
            ),
            (Text("Затрачено времени, с", "Time taken, s"), round(run.wall_s, 1)),
            (
                Text("Начато (время московское)", "Started at (Moscow time)"),
                moment(run.started_at) or run.started_at,
            ),
            (Text("Порядок целей", "Order of the goals"), order_of(run.goals)),
        ]
    return table("about", TITLE, COLUMNS, rows)
