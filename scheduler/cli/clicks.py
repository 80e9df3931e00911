"""Click in two languages: commands, options and arguments whose help is a pair of sentences.

The language is that of the context's ``Screen``, so one set of commands serves both.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from models.text import LANGS, Text
from scheduler.cli.screen import Screen

USAGE = Text("Вызов: ", "Usage: ")
PLACEHOLDERS = (
    Text("[ПАРАМЕТРЫ]", "[OPTIONS]"),
    Text("КОМАНДА [АРГУМЕНТЫ]...", "COMMAND [ARGS]..."),
)
OPTIONS = Text("Параметры", "Options")
COMMANDS = Text("Команды", "Commands")
EXAMPLES = Text("Примеры", "Examples")
HELP = Text("Показать эту справку.", "Show this help.")
LANG = Text("Язык сообщений и таблиц.", "Language of messages and tables.")
NO_COMMAND = Text("нет команды «{name}»", "no command '{name}'")
NEAREST = Text("; может быть, {names}?", "; did you mean {names}?")
EMPTY = Text("значение пустое", "the value is empty")
EXTRA = Text("лишний аргумент «{extra}»", "unexpected argument '{extra}'")


def screen_of(ctx: click.Context) -> Screen:
    """The screen that the application handed to its commands."""
    screen = ctx.find_object(Screen)
    assert screen is not None
    return screen


class Option(click.Option):
    """An option whose help is a ``Text``; an empty word (a variable of the shell that is not set) is none."""

    def __init__(self, *args: Any, text: Text, **attrs: Any) -> None:
        super().__init__(*args, **attrs)
        self.text = text

    def process_value(self, ctx: click.Context, value: Any) -> Any:
        """As click does; raises ``BadParameter`` for an empty word."""
        if value == "":
            raise click.BadParameter(EMPTY.in_(screen_of(ctx).lang), ctx, self)
        return super().process_value(ctx, value)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        return record and (record[0], self.text.in_(screen_of(ctx).lang))


class Command(click.Command):
    """A command whose help and examples are ``Text``; says everything in the language chosen."""

    def __init__(self, *args: Any, text: Text, examples: Sequence[str] = (), **attrs: Any) -> None:
        super().__init__(*args, **attrs)
        self.text = text
        self.examples = tuple(examples)
        self.params.append(_lang_option())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, with the complaint about surplus arguments in the language chosen."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise click.UsageError(EXTRA(extra=" ".join(rest)).in_(screen_of(ctx).lang), ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _format_usage(self, ctx, formatter)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _format_text(self.text, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _format_options(self, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _format_examples(self.examples, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _help_option(self, ctx)


class Commands(click.Group):
    """The commands by name, each imported from its module when it is asked for."""

    def __init__(
        self, *args: Any, text: Text, modules: dict[str, str], examples: Sequence[str] = (), **attrs: Any
    ) -> None:
        super().__init__(*args, **attrs)
        self.text = text
        self.modules = modules
        self.examples = tuple(examples)
        self.params.append(_lang_option())

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> Command | Commands | None:  # noqa: ARG002 - likewise
        if cmd_name not in self.modules:
            return None
        command = import_module(self.modules[cmd_name]).command
        assert isinstance(command, Command | Commands)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; without the name of a command there is the help, also beside an option."""
        rest = super().parse_args(ctx, args)
        has_command = bool(ctx._protected_args)  # click keeps the name there, apart from what follows it
        if self.no_args_is_help and not has_command and not ctx.resilient_parsing:
            raise click.exceptions.NoArgsIsHelpError(ctx)
        return rest

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in self.modules and not name.startswith("-") and not ctx.resilient_parsing:
            lang = screen_of(ctx).lang
            complaint = NO_COMMAND(name=name).in_(lang)
            near = difflib.get_close_matches(name, self.modules)
            if near:
                complaint += NEAREST(names=near).in_(lang)
            raise click.UsageError(complaint, ctx)
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _format_usage(self, ctx, formatter)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _format_text(self.text, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _format_options(self, ctx, formatter)
        lang = screen_of(ctx).lang
        rows = []
        for name in self.modules:
            command = self.get_command(ctx, name)
            assert command is not None
            rows.append((name, command.text.in_(lang).split("\n\n")[0]))
        with formatter.section(COMMANDS.in_(lang)):
            formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _format_examples(self.examples, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _help_option(self, ctx)


def _lang_option() -> Option:
    """``--lang``, accepted everywhere; it was obeyed before parsing (see ``scheduler.cli.language``)."""
    return Option(["--lang"], text=LANG, type=click.Choice(LANGS), expose_value=False)


def _help_option(command: click.Command, ctx: click.Context) -> click.Option | None:
    option = click.Command.get_help_option(command, ctx)
    if option is not None:
        option.help = HELP.in_(screen_of(ctx).lang)
    return option


def _format_usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    lang = screen_of(ctx).lang
    pieces = " ".join(command.collect_usage_pieces(ctx))
    for placeholder in PLACEHOLDERS:
        pieces = pieces.replace(placeholder.en, placeholder.in_(lang))
    formatter.write_usage(ctx.command_path, pieces, prefix=USAGE.in_(lang))


def _format_text(text: Text, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(text.in_(screen_of(ctx).lang))


def _format_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    options = [param for param in command.get_params(ctx) if isinstance(param, click.Option)]
    records = [option.get_help_record(ctx) for option in options]
    with formatter.section(OPTIONS.in_(screen_of(ctx).lang)):
        formatter.write_dl([record for record in records if record is not None])


def _format_examples(examples: Sequence[str], ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """The examples as they stand, never wrapped: they are there to be pasted."""
    if examples:
        formatter.write_paragraph()
        formatter.write(f"{EXAMPLES.in_(screen_of(ctx).lang)}:\n")
        for example in examples:
            formatter.write(f"  {example}\n")
