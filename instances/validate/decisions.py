"""The sheet «Правила сети»: values that can hardly be meant, because they leave nobody a seat."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from instances.validate.draft import Draft
from models.network import Network
from models.text import Message, Text

NOBODY = Text("при нуле никто не получит места", "with zero nobody gets a seat")
ONLY_CONSENT = Text(
    "при нуле места получат только те, у кого есть согласие на два курса",
    "with zero only those who may take two courses get a seat",
)
RAISE = Text("Впишите число не меньше 1.", "Enter a number not below 1.")
RISING = Text(
    "за следующее пожелание даётся больше баллов, чем за предыдущее",
    "a later choice is worth more points than an earlier one",
)
FALLING = Text("Перечислите баллы по убыванию: 5, 3, 2.", "List the points in falling order: 5, 3, 2.")
FEW = Text(
    "баллов {count}, а пожеланий до {ranks}: остальные дают столько же, сколько последнее названное, {last}",
    "{count} points for up to {ranks} choices: the others are worth as much as the last one named, {last}",
)
ALL_POINTS = Text(
    "Перечислите баллы всех пожеланий через запятую, их {ranks}.",
    "List the points of all choices with commas; there are {ranks}.",
)
RESERVE = Text(
    "при таком резерве мест не открыть ни одной группы курсов: {courses}",
    "with so many seats in reserve no group can open of the courses: {courses}",
)
LESS = Text(
    "Уменьшите резерв или увеличьте наибольшую группу.", "Reserve fewer seats or allow larger groups."
)
EARLY = Text(
    "к этому времени не кончается ни одно занятие сети", "no session of the network ends by that time"
)
LATER = Text("Укажите более позднее время.", "Give a later time.")
NO_HALF = Text(
    "второе полугодие начинается вне дней занятий: {first} – {last}",
    "the second half begins outside the days of lessons: {first} – {last}",
)
FIX_HALF = Text("Исправьте дату или дни занятий.", "Correct the date or the days of lessons.")
FAR = Text(
    "срок не относится к учебному году {year}/{next}", "a deadline outside the school year {year}/{next}"
)
CHECK_YEAR = Text("Проверьте год в дате.", "Check the year of the date.")


def check(draft: Draft) -> None:
    """A warning at the row of every such decision."""
    index_of = {row.values.get("key"): index for index, row in enumerate(draft.rows["rules"])}
    for key, problem, cure in _doubts(draft.network):
        if key in index_of and "value" in draft.rows["rules"][index_of[key]].values:
            draft.doubt("rules", index_of[key], "value", problem, cure)


def earliest_end(network: Network) -> int | None:
    """The end of the shortest session in the earliest window of any centre; ``None`` without windows."""
    windows = [window for centre in network.centres for window in centre.windows or network.rules.windows]
    shortest = min((network.session_minutes(course) for course in network.courses), default=0)
    return min((window.start + shortest for window in windows), default=None)


def _doubts(network: Network) -> Iterator[tuple[str, Message, Message]]:
    rules = network.rules
    if rules.max_evenings == 0:
        yield "max_evenings", NOBODY(), RAISE()
    if rules.max_courses == 0:
        yield "max_courses", ONLY_CONSENT() if rules.max_courses_with_consent else NOBODY(), RAISE()
    if list(rules.rank_points) != sorted(rules.rank_points, reverse=True):
        yield "rank_points", RISING(), FALLING()
    closed = [
        course.id
        for course in network.courses
        if rules.reserve_seats
        and all(
            network.group_max(course) < network.group_min(course, centre.id) for centre in network.centres
        )
    ]
    if closed:
        yield "reserve_seats", RESERVE(courses=closed), LESS()
    if 0 < len(rules.rank_points) < rules.max_ranks:
        told = {"count": len(rules.rank_points), "ranks": rules.max_ranks, "last": rules.rank_points[-1]}
        yield "rank_points", FEW(**told), ALL_POINTS(ranks=rules.max_ranks)
    earliest = earliest_end(network)
    if earliest is None or earliest > rules.home_by:
        yield "home_by", EARLY(), LATER()
    if not rules.first_day < rules.second_half_from <= rules.last_day:
        first, last = (f"{day:%d.%m.%Y}" for day in (rules.first_day, rules.last_day))
        yield "second_half_from", NO_HALF(first=first, last=last), FIX_HALF()
    year = rules.school_year
    deadline = rules.choice_deadline
    if deadline and not date(year, 1, 1) <= deadline <= date(year + 1, 8, 31):
        yield "choice_deadline", FAR(year=year, next=year + 1), CHECK_YEAR()
