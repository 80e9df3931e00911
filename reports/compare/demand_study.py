"""Other demands, as a study: who would be served, and how surely every course opens, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import partial

from models.network import Network
from models.plan import Plan
from models.text import Lang, Message, Text
from reports.compare.demand import DemandPoint, openings
from reports.compare.study import Part, Said, Study
from reports.export.table import Column, Kind, Table, Value, table
from reports.export.words import percent
from reports.figures import curve as curves
from reports.figures.drawings import Drawing

KEY = "demand"
TITLE = Text("Если заявки будут другими", "If the applications were others")
PLANS = Text("Спрос, собранный заново из поданных заявок", "Demand drawn anew from the applications")
COLUMNS = (
    Column("factor", Text("Спрос", "Demand"), width=10),
    Column("applicants", Text("Заявителей", "Applicants"), Kind.NUMBER, width=12),
    Column("served", Text("Получат место", "Served"), width=26),
    Column("share", Text("Доля", "Share"), width=10),
    Column("first", Text("Первая заявка", "First choice"), Kind.NUMBER, width=14),
    Column("groups", Text("Групп", "Groups"), Kind.NUMBER, width=10),
    Column("served_number", Text("Получат место, число", "Served, number"), Kind.NUMBER, width=14),
)
COURSES = Text("В скольких вариантах спроса курс открыт", "In how many demands a course is open")
COURSE_COLUMNS = (
    Column("course", Text("Курс", "Course"), width=46),
    Column("open", Text("Открыт", "Open"), width=14),
    Column("share", Text("Доля", "Share"), Kind.SHARE, width=10),
)
OF = Text("{part} из {whole}", "{part} of {whole}")
AT_LEAST = Text("не меньше {number}", "at least {number}")
NO_PLAN = Text("план не найден", "no plan found")
IMPOSSIBLE = Text("плана нет: мешают закрепления", "no plan: the locks forbid it")
ACROSS = Text("Заявителей", "Applicants")
SEATED = Text("Получат место, чел.", "Served, students")
EVERYBODY = Text("место получают все", "everybody is served")
CAPTION = Text(
    "Точка — план одного спроса; чем ниже точка под пунктиром, тем больше осталось ни с чем.",
    "A point is the plan of one demand; the farther below the broken line, the more are left with nothing.",
)
SHARES = Text(
    "При другом спросе место получают от {low} до {high} заявителей; планов: {number}.",
    "With other demands {low} to {high} of the applicants are served; plans: {number}.",
)
ALWAYS = Text("Открываются всегда: {courses}.", "Always open: {courses}.")
NEVER = Text("Не открываются ни разу: {courses}.", "Never open: {courses}.")
DRAWN = Text(
    "Каждый спрос собран из поданных заявок: обучающиеся с их заявками взяты наугад с возвращением, в "
    "каждом классе соответственно больше или меньше. Так видно, насколько план зависит от случая, а "
    "не каким спрос будет.",
    "Each demand is drawn from the applications: students with their choices are taken at random, with "
    "replacement, more or fewer in every class. That shows how much of a plan is chance, not what demand "
    "will be.",
)


def demand_study(network: Network, plan: Plan, points: Sequence[DemandPoint], spread: float) -> Study:
    """Plans of demands from less to more."""
    opened = openings(network, points)
    return Study(
        KEY,
        TITLE,
        network,
        plan,
        tuple(_answers(network, points)),
        (
            Part(_plans(points), partial(_scatter, points)),
            Part(_courses(network, points), lambda _: iter(())),
        ),
        (DRAWN,),
        {
            "format": "setka-demand/1",
            "network": network.sha256,
            "spread": spread,
            "points": [asdict(point) | {"share": point.share} for point in points],
            "open": dict(opened),
        },
    )


def _answers(network: Network, points: Sequence[DemandPoint]) -> Iterator[Said]:
    shares = [point.share for point in points if point.share is not None]
    if not shares:
        return
    yield SHARES(low=percent(min(shares)), high=percent(max(shares)), number=len(shares))
    counts = openings(network, points)
    for form, number in ((ALWAYS, len(shares)), (NEVER, 0)):
        titles = sorted(network.course_by_id[course].title for course, count in counts if count == number)
        if titles:
            yield form(courses=titles)


def _plans(points: Sequence[DemandPoint]) -> Table:
    rows: list[tuple[Value, ...]] = []
    for point in points:
        known = point.served is not None and point.share is not None
        rows.append(
            (
                percent(point.factor, 0),
                point.applicants,
                _served(point),
                percent(point.share) if point.share is not None else "—",
                point.first_choices if known else "—",
                point.groups if known else "—",
                point.served,
            )
        )
    return table("plans", PLANS, COLUMNS, rows, printed=6)


def _served(point: DemandPoint) -> int | Message | Text:
    if point.served is None:
        return IMPOSSIBLE if point.is_impossible else NO_PLAN
    return point.served if point.is_proven else AT_LEAST(number=point.served)


def _courses(network: Network, points: Sequence[DemandPoint]) -> Table:
    planned = sum(point.served is not None for point in points)
    rows = [
        (
            network.course_by_id[course].title,
            OF(part=count, whole=planned),
            count / planned if planned else None,
        )
        for course, count in openings(network, points)
    ]
    return table("courses", COURSES, COURSE_COLUMNS, rows, printed=2)


def _scatter(points: Sequence[DemandPoint], lang: Lang) -> Iterator[Drawing]:
    marks = tuple(
        curves.Point(point.applicants, str(point.applicants), point.served, point.served, point.is_proven)
        for point in points
        if point.served is not None
    )
    if marks:
        data = curves.Curve(ACROSS, SEATED, marks, diagonal=EVERYBODY, is_linked=False)
        yield Drawing("demand", TITLE, CAPTION, curves.draw(curves.curve_sheet(), data, lang))
