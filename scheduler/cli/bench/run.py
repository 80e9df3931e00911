"""``setka bench run``: runs solvers on instances and adds a row for each run."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from models.bench import SOLVERS, BenchRow, BenchTask
from models.files.reasons import reason_of
from models.text import Text
from scheduler.cli.bench.code import code_version
from scheduler.cli.bench.list import chosen
from scheduler.cli.bench.rows import append_row, read_rows
from scheduler.cli.clicks import Command, Option, screen_of
from scheduler.cli.exits import FINE, NO_PLAN, NOT_WRITTEN, VIOLATED, Refused
from scheduler.cli.output import NOT_WRITABLE, looking
from scheduler.cli.params import Number, Whole
from scheduler.cli.screen import Screen

ABOUT = Text(
    "Запустить решатели на задачах, имена которых подходят под один из образцов.\n\n"
    "Решатели: setka; weighted — одна взвешенная сумма всех целей в CP-SAT; mip — то же в HiGHS; "
    "by-hand — как составляют вручную. Строки добавляются в FILE; запуск, который там уже есть (та же "
    "задача, решатель, предел, начальное число и версия), пропускается. Код завершения 1, если запуск "
    "сорвался или план нарушает правила.",
    "Run solvers on the instances whose names match any of the patterns.\n\n"
    "Solvers: setka; weighted, one weighted sum of all goals in CP-SAT; mip, the same in HiGHS; by-hand, "
    "as it is done by hand. Rows are added to FILE; a run that is already there (same instance, solver, "
    "limit, seed and version) is left out. The exit code is 1 if a run failed or a plan breaks a rule.",
)
SOLVER = Text("Решатель; можно указать несколько раз (setka).", "Solver; may be given several times (setka).")
LIMIT = Text("Предел времени одного запуска, секунд (60).", "Time limit of one run, seconds (60).")
SEED = Text("Начальное число поиска (1).", "Seed of the search (1).")
OUT = Text("Файл со строками; будет создан или дополнен.", "File of rows; it is made or added to.")
RETRY = Text("Повторить и сорвавшиеся запуски.", "Also run again what failed.")
NO_HIGHS = Text(
    'для решателя mip нужна библиотека HiGHS: pip install "setka[bench]"',
    'the solver mip needs the library HiGHS: pip install "setka[bench]"',
)
NOT_LISTED = Text("нет решателя «{name}»; есть: {names}", "no solver '{name}'; there are: {names}")
NO_FOLDER = Text("нет такой папки: {path}", "no such folder: {path}")
BROKEN = Text("строка {line} файла {path} не читается", "line {line} of {path} cannot be read")
TOLD = Text(
    "{number} из {count}  {instance}  {solver}  {limit} с: {status}, {wall} с, {memory} МБ",
    "{number} of {count}  {instance}  {solver}  {limit} s: {status}, {wall} s, {memory} MB",
)
REASON = Text("    {error}", "    {error}")
VIOLATIONS = Text("    нарушений: {number}", "    violations: {number}")
STOPPED = Text(
    "Остановлено; та же команда продолжит с этого места.", "Stopped; the same command goes on from here."
)
DONE = Text(
    "Записано строк: {added}, уже были: {skipped}, сорвалось: {failed} ({path})",
    "Rows written: {added}, there before: {skipped}, failed: {failed} ({path})",
)


@click.command(
    "run",
    cls=Command,
    text=ABOUT,
    examples=(
        'setka bench run udomlya "x1-k1-*" --limit 15 --out rows.jsonl',
        'setka bench run "x10-k1-scarce-*" --solver setka --solver weighted --limit 120 --out rows.jsonl',
    ),
)
@click.argument("patterns", metavar="PATTERN...", nargs=-1, required=True)
@click.option("--solver", "solvers", cls=Option, text=SOLVER, metavar="NAME", multiple=True)
@click.option("--limit", cls=Option, text=LIMIT, type=Number(1, 86_400), metavar="S", default=60.0)
@click.option("--seed", cls=Option, text=SEED, type=Whole(0, 2**31 - 1), metavar="N", default=1)
@click.option("--out", cls=Option, text=OUT, metavar="FILE", required=True)
@click.option("--retry", cls=Option, text=RETRY, is_flag=True)
@click.pass_context
def command(
    ctx: click.Context,
    patterns: tuple[str, ...],
    solvers: tuple[str, ...],
    limit: float,
    seed: int,
    out: str,
    retry: bool,
) -> int:
    """One run after the other; what is written stays, however this ends."""
    screen, path = screen_of(ctx), Path(out)
    names = dict.fromkeys(solvers or SOLVERS[:1])
    for name in names:
        if name not in SOLVERS:
            raise Refused(NOT_LISTED(name=name, names=SOLVERS))
    if "mip" in names and importlib.util.find_spec("highspy") is None:
        raise Refused(NO_HIGHS)
    with looking(path):
        if not path.absolute().parent.is_dir():
            raise Refused(NO_FOLDER(path=path.absolute().parent))
    tasks = [
        BenchTask(
            instance=instance.name,
            solver=name,
            seed=seed,
            limit_s=limit,
            version=code_version(),
            workers=None if name == "setka" else os.cpu_count(),
        )
        for instance in chosen(patterns)
        for name in names
    ]
    with _writable(path):  # before any run, and not after the first one
        path.open("ab").close()
    there = _tasks_in(screen, path, retry=retry)
    todo = [task for task in tasks if task not in there]
    rows: list[BenchRow] = []
    try:
        for task in todo:
            rows.append(_run(task, path))
            _tell(screen, rows[-1], len(rows), len(todo))
    except KeyboardInterrupt:
        screen.complain(STOPPED)
        return NO_PLAN
    finally:
        failed = sum(row.status == "failed" or bool(row.violations) for row in rows)
        screen.print(DONE(added=len(rows), skipped=len(tasks) - len(todo), failed=failed, path=path))
    return VIOLATED if failed else FINE


def _tasks_in(screen: Screen, path: Path, *, retry: bool) -> set[BenchTask]:
    """The tasks that have a row in the file."""
    rows, broken = read_rows(path)
    for line in broken:
        screen.complain(BROKEN(line=line, path=path))
    last = {row.task: row for row in rows}
    return {task for task, row in last.items() if not (retry and row.status == "failed")}


def _run(task: BenchTask, path: Path) -> BenchRow:
    from scheduler.cli.bench import runner

    row = runner.run_task(task)
    with _writable(path):
        append_row(path, row)
    return row


@contextmanager
def _writable(path: Path) -> Iterator[None]:
    """Raises ``Refused`` where a file cannot be written (a full disk, a folder of that name)."""
    try:
        yield
    except OSError as error:
        raise Refused(NOT_WRITABLE(path=path, reason=reason_of(error)), NOT_WRITTEN) from error


def _tell(screen: Screen, row: BenchRow, number: int, count: int) -> None:
    from reports.bench.tables import STATUS

    screen.complain(
        TOLD(
            number=number,
            count=count,
            instance=row.task.instance,
            solver=row.task.solver,
            limit=f"{row.task.limit_s:g}",
            status=STATUS[row.status],
            wall=f"{row.wall_s:.1f}",
            memory=f"{row.peak_mb:.0f}",
        )
    )
    if row.error:
        screen.complain(REASON(error=row.error.strip().splitlines()[-1]))
    if row.violations:
        screen.complain(VIOLATIONS(number=row.violations))
