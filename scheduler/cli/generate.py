"""``setka generate``: a synthetic network of any size."""

from __future__ import annotations

from pathlib import Path

import click

from models.text import Text
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE
from scheduler.cli.output import new_file
from scheduler.cli.params import Number, Whole

ABOUT = Text(
    "Составить вымышленную сеть заданного размера: для проб и измерений.\n\n"
    "То же начальное число даёт ту же сеть. Вид файла — по имени: .xlsx, .json, иначе папка с CSV.",
    "Make a synthetic network of a given size, to try and to measure.\n\n"
    "The same seed gives the same network. The suffix decides the kind: .xlsx, .json, else a folder of CSV.",
)
APPLICANTS = Text("Сколько подают заявки (от 100 до 20000).", "Number of applicants (100 to 20000).")
SEED = Text("Начальное число (1).", "Seed (1).")
OUTPUT = Text("Файл или папка для сети.", "File or folder for the network.")
COURSES = Text("Сколько курсов может взять обучающийся: 1 или 2 (1).", "Courses a student: 1 or 2 (1).")
RURAL = Text("Доля сельских обучающихся, 0–1 (0.3).", "Share of rural students, 0 to 1 (0.3).")
SKEW = Text("Неравенство спроса на курсы, 0–1 (0.5).", "Skew of the demand for courses, 0 to 1 (0.5).")
ROOMS = Text("Нехватка кабинетов, 0–1 (0.5).", "Scarcity of rooms, 0 to 1 (0.5).")
TEACHERS = Text("Нехватка учителей, 0–1 (0.5).", "Scarcity of teachers, 0 to 1 (0.5).")
SEATS = Text("Нехватка мест в автобусах, 0–1 (0.5).", "Scarcity of seats on buses, 0 to 1 (0.5).")
FORCE = Text("Заменить файл или папку.", "Replace the file or folder.")
WRITTEN = Text(
    "Сеть: {path}\nПодают заявки: {applicants}, курсов: {courses}, центров: {centres}",
    "Network: {path}\nApplicants: {applicants}, courses: {courses}, centres: {centres}",
)


@click.command(
    "generate",
    cls=Command,
    text=ABOUT,
    examples=(
        "setka generate --applicants 120 --seed 1 -o small.xlsx",
        "setka generate --applicants 1200 --seed 3 --room-scarcity 0.8 -o big.json",
    ),
)
@click.option(
    "--applicants", cls=Option, text=APPLICANTS, type=Whole(100, 20_000), metavar="N", required=True
)
@click.option("--seed", cls=Option, text=SEED, type=Whole(0, 2**31 - 1), metavar="N", default=1)
@click.option("-o", "--output", cls=Option, text=OUTPUT, metavar="FILE", required=True)
@click.option("--courses-per-student", cls=Option, text=COURSES, type=Whole(1, 2), metavar="N", default=1)
@click.option("--rural-share", cls=Option, text=RURAL, type=Number(0, 1), metavar="X", default=0.3)
@click.option("--popularity-skew", cls=Option, text=SKEW, type=Number(0, 1), metavar="X", default=0.5)
@click.option("--room-scarcity", cls=Option, text=ROOMS, type=Number(0, 1), metavar="X", default=0.5)
@click.option("--teacher-scarcity", cls=Option, text=TEACHERS, type=Number(0, 1), metavar="X", default=0.5)
@click.option("--seat-scarcity", cls=Option, text=SEATS, type=Number(0, 1), metavar="X", default=0.5)
@click.option("--force", cls=Option, text=FORCE, is_flag=True)
@click.pass_context
def command(ctx: click.Context, /, output: str, force: bool, **knobs: float) -> int:
    """Writes a synthetic network under the name given."""
    from instances import write
    from instances.generator import GeneratorSpec, generate

    screen = screen_of(ctx)
    path = Path(output)
    with new_file(path, force=force) as passing:
        network, people = generate(GeneratorSpec.model_validate(knobs))
        write(network, people, passing)
    screen.print(
        WRITTEN(
            path=path,
            applicants=len(network.choices_by_student),
            courses=len(network.courses),
            centres=len(network.centres),
        )
    )
    return FINE
