"""``setka explain``: why things are as they are in a plan, and what would help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.text import Text
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE, VIOLATED, Refused
from scheduler.cli.findings import show_findings
from scheduler.cli.inputs import SET_ASIDE_AGAIN, read_network, read_plan, show_faults
from scheduler.cli.origins import OTHER_NETWORK, as_in_origin, contradictions, is_of, show_contradictions
from scheduler.cli.params import Number
from scheduler.cli.planning import refuse_unsupported
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from models.changes import Catalogue

ABOUT = Text(
    "Объяснить план: почему отказано, и какое наименьшее изменение помогло бы.\n\n"
    "С --student: обучающийся принудительно зачисляется, и задача решается заново. Либо такого плана нет, "
    "либо видно, какая цель и насколько стала бы хуже. Наименьшее изменение проверяется независимо. Код "
    "завершения 1, если план нарушает правила или сделан для другой сети.",
    "Explain a plan: why a choice was refused, and the smallest change that would have helped.\n\n"
    "With --student the student is forced in and the problem is solved anew: either there is no such plan, "
    "or it shows which goal would get worse, and by how much. The smallest change is audited independently. "
    "Exit code 1 if the plan breaks rules or was made for another network.",
)
STUDENT = Text("Обучающийся: номер или имя.", "The student: id or name.")
CHANGES = Text(
    "Свой перечень изменений с их ценой (CSV, образец: models/data/changes.csv).",
    "Your own catalogue of changes with their costs (CSV, pattern: models/data/changes.csv).",
)
COURSE = Text(
    "Курс или программа: почему нет группы или ещё одной.",
    "The course or programme: why it has no group, or no further one.",
)
GROUP = Text("Группа: почему там и тогда.", "The group: why there and then.")
CENTRE = Text(
    "Ресурсный центр: зачем нужен и почему там не больше групп.",
    "The centre: what it is needed for, and why it has no further group.",
)
LIMIT = Text(
    "Предел времени на один вопрос, секунд (10); на весь план (60).",
    "Time limit for one question, seconds (10); for the whole plan (60).",
)
ONE_OF = Text(
    "укажите только одно: --student, --course, --group или --centre",
    "name only one of --student, --course, --group, --centre",
)
BROKEN = Text(
    "План нарушает правила (нарушений: {count}) и поэтому не объясняется: объяснения верны для планов, "
    "которые правила соблюдают.",
    "The plan breaks rules ({count} violations) and is not explained: explanations hold for plans that keep "
    "the rules.",
)


CHANGE_FAULTS = Text("Ошибки в перечне изменений ({source})", "Faults of the catalogue of changes ({source})")
CHANGES_NOT_READ = Text(
    "перечень изменений не прочитан: {source}", "the catalogue of changes could not be read: {source}"
)


@click.command(
    "explain",
    cls=Command,
    text=ABOUT,
    examples=(
        "setka explain udomlya out/udomlya/plan.json",
        "setka explain udomlya out/udomlya/plan.json --student О-104",
        "setka explain udomlya out/udomlya/plan.json --course ИСК",
        "setka explain udomlya out/udomlya/plan.json --group ИТ-1 --time-limit 20",
    ),
)
@click.argument("source", metavar="NETWORK")
@click.argument("plan_file", metavar="PLAN")
@click.option("--student", cls=Option, text=STUDENT, metavar="ID")
@click.option("--course", cls=Option, text=COURSE, metavar="ID")
@click.option("--group", cls=Option, text=GROUP, metavar="ID")
@click.option("--centre", cls=Option, text=CENTRE, metavar="ID")
@click.option("--changes", cls=Option, text=CHANGES, metavar="FILE")
@click.option("--time-limit", cls=Option, text=LIMIT, type=Number(1, 86_400), metavar="S")
@click.option("--set-aside", cls=Option, text=SET_ASIDE_AGAIN, is_flag=True)
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    plan_file: str,
    student: str | None,
    course: str | None,
    group: str | None,
    centre: str | None,
    changes: str | None,
    time_limit: float | None,
    set_aside: bool,
) -> int:
    """Audits the plan, then answers one question about it."""
    from reports.audit import audit
    from scheduler.cli.explain import asked
    from scheduler.explain.desk import Desk

    screen = screen_of(ctx)
    questions = {"student": student, "course": course, "group": group, "centre": centre}
    named = {kind: typed for kind, typed in questions.items() if typed is not None}
    if len(named) > 1:
        raise Refused(ONE_OF())
    network, reading = read_network(screen, source, set_aside=set_aside)
    refuse_unsupported(screen, network)
    plan, read = read_plan(screen, network, reading.people, plan_file)
    catalogue = read_catalogue(screen, changes)
    if read.origin is not None:
        if found := contradictions(network, read.origin):
            show_contradictions(Screen(screen.lang, screen.err, screen.err), found)
            return VIOLATED
        if is_of(network, read.origin):
            network = as_in_origin(network, read.origin)
        else:
            screen.complain(OTHER_NETWORK)
    question = asked.read(network, plan, reading.people, named)
    report = audit(network, plan)
    if report.violations:
        show_findings(Screen(screen.lang, screen.err, screen.err), report.violations, reading.people)
        screen.complain(BROKEN(count=len(report.violations)))
        return VIOLATED
    asked.answer(screen, Desk(network, plan, audit), reading.people, question, catalogue, time_limit)
    return FINE


def read_catalogue(screen: Screen, source: str | None) -> Catalogue:
    """The catalogue asked for, else the one that comes with setka; raises ``Refused`` if it has faults."""
    from models.changes import read_changes, shipped_changes

    if source is None:
        return shipped_changes()
    catalogue, faults = read_changes(Path(source))
    if faults:
        show_faults(screen, CHANGE_FAULTS(source=source), faults)
        raise Refused(CHANGES_NOT_READ(source=source))
    return catalogue
