"""The application: the group of commands, and how each way of ending becomes an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

import click

from models.text import Text
from scheduler.cli.clicks import Commands, Option, screen_of
from scheduler.cli.exits import FINE, NO_PLAN, VIOLATED, WRONG, Refused
from scheduler.cli.language import choose
from scheduler.cli.screen import Screen, open_screen
from scheduler.cli.version import version

MODULES = {
    name: f"scheduler.cli.{name}"
    for name in (
        "demo",
        "template",
        "check",
        "plan",
        "verify",
        "explain",
        "whatif",
        "export",
        "documents",
        "calendar",
        "generate",
        "collect",
        "bench",
    )
}

ABOUT = Text(
    "Составляет расписание муниципальной сети профильных курсов, проверяет его и доказывает, "
    "насколько оно близко к лучшему возможному.\n\n"
    "NETWORK — книга Excel (.xlsx, .xls, .ods), папка с файлами CSV, файл .json или имя сети из "
    "комплекта: udomlya.\n\n"
    "Коды завершения: 0 — всё в порядке; 1 — нарушения или плана не существует; 2 — неверный вызов "
    "или ошибки во входных данных; 3 — план не найден: не хватило "
    "времени или памяти, или поиск прерван; 4 — результат не записан или записан не весь.",
    "Plans a municipal network of profile courses, audits the plan and proves how close it is to the "
    "best possible.\n\n"
    "NETWORK is a workbook (.xlsx, .xls, .ods), a folder of CSV files, a .json file, or the name of a "
    "bundled network: udomlya.\n\n"
    "Exit codes: 0 fine; 1 violations or infeasible; 2 wrong usage or bad input; 3 no plan found: out of "
    "time or memory, or interrupted; 4 the result was not written, or not all of it.",
)
VERSION = Text("Показать версию.", "Show the version.")
USAGE_ERROR = Text("Ошибка вызова: {problem}", "Usage error: {problem}")
TRY_HELP = Text("Справка: {path} --help", "Help: {path} --help")
MISSING = Text("не указано: {name}", "missing: {name}")
BAD_VALUE = Text("{name}: {problem}", "{name}: {problem}")
NO_OPTION = Text("нет параметра «{name}»", "no option '{name}'")
NO_VALUE = Text("параметру «{name}» нужно значение", "option '{name}' needs a value")
NOT_LISTED = Text("допустимо: {names}", "may be: {names}")
ERROR = Text("Ошибка: {problem}", "Error: {problem}")
INTERRUPTED = Text("Прервано, ничего не записано.", "Interrupted, nothing was written.")
BUG = Text(
    "Внутренняя ошибка setka {version}: {name}. Сообщите о ней, приложив строки выше.",
    "Internal error of setka {version}: {name}. Please report it with the lines above.",
)


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        screen_of(ctx).print(f"setka {version()}")
        ctx.exit()


application = Commands(
    "setka",
    text=ABOUT,
    modules=MODULES,
    examples=("setka demo", "setka template district.xlsx", "setka plan district.xlsx -o out/district"),
    no_args_is_help=True,
    params=[
        Option(
            ["--version"],
            text=VERSION,
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
        )
    ],
)


def run(args: Sequence[str]) -> int:
    """Runs one command; whatever happens, the user gets a sentence and the caller an exit code."""
    screen = open_screen(choose(args))
    code = _run(args, screen)
    try:
        screen.out.flush()
    except BrokenPipeError:  # what is left in the buffer must go somewhere when the process ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _run(args: Sequence[str], screen: Screen) -> int:
    try:
        result = application.main(list(args), prog_name="setka", standalone_mode=False, obj=screen)
        return result if isinstance(result, int) else FINE
    except click.exceptions.NoArgsIsHelpError as error:
        screen.complain(error.format_message())
        return WRONG
    except click.UsageError as error:
        screen.complain(USAGE_ERROR(problem=describe(error)))
        screen.complain(TRY_HELP(path=error.ctx.command_path if error.ctx else "setka"))
        return WRONG
    except Refused as refusal:
        screen.complain(ERROR(problem=refusal.message))
        return refusal.code
    except (click.Abort, KeyboardInterrupt):
        screen.complain(INTERRUPTED)
        return NO_PLAN
    except Exception as error:
        if _comes_from_ctrl_c(error):
            screen.complain(INTERRUPTED)
            return NO_PLAN
        screen.err.write(traceback.format_exc())
        screen.complain(BUG(version=version(), name=type(error).__name__))
        return VIOLATED


def _comes_from_ctrl_c(error: BaseException | None) -> bool:
    """Whether an error is what a library has made of Ctrl-C, as native modules do while they are loaded."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return True
        error = error.__cause__ or error.__context__
    return False


def describe(error: click.UsageError) -> Text:
    """What is wrong with the call, in both languages where click says it in one."""
    if isinstance(error, click.MissingParameter):
        return _both(MISSING, name=_name(error))
    if isinstance(error, click.NoSuchOption):
        return _both(NO_OPTION, name=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return _both(NO_VALUE, name=error.option_name)
    if isinstance(error, click.BadParameter):
        kind = error.param.type if error.param else None
        if isinstance(kind, click.Choice):
            listed = NOT_LISTED(names=list(kind.choices))
            return _both(BAD_VALUE, name=_name(error), problem=listed)
        return _both(BAD_VALUE, name=_name(error), problem=error.message)
    return Text(error.message, error.message)


def _name(error: click.BadParameter) -> str:
    """The parameter as the user writes it: ``-o / --output`` or ``NETWORK``."""
    if error.param is None:
        return ""
    if isinstance(error.param, click.Argument):
        return error.param.make_metavar(error.ctx) if error.ctx else error.param.human_readable_name
    return " / ".join(error.param.opts)


def _both(text: Text, **values: object) -> Text:
    return Text(text(**values).in_("ru"), text(**values).in_("en"))
