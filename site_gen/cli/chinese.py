"""Click in Chinese: its help pages and its complaints about a command line.

Only what click says by itself is translated here; commands bring their own texts.
"""

import re
from collections.abc import Sequence
from typing import Any

import click
from click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchCommand,
    NoSuchOption,
)

_SURPLUS = re.compile(r"Got unexpected extra arguments? \((.*)\)")


class ChineseCommand(click.Command):
    """A command whose help page is in Chinese."""

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **{"options_metavar": "[选项]"} | options)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that shows how the command is written."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="用法：")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help`` with a Chinese text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这一页"
        return option

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Arguments are told in the text of the command."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, one a line."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        shown = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section("选项"):
            formatter.write_dl(shown)


class ChineseGroup(ChineseCommand, click.Group):
    """A group of commands whose help page is in Chinese."""

    command_class = ChineseCommand

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **{"subcommand_metavar": "命令 …"} | options)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, then the options."""
        with formatter.section("命令"):
            shown = [(name, one.get_short_help_str(80)) for name, one in self.commands.items()]
            formatter.write_dl(shown)
        ChineseCommand.format_options(self, ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """In the order in which they were added, the most used first."""
        return list(self.commands)


def complaint(error: click.UsageError) -> str:
    """What is wrong with a command line, in one Chinese sentence."""
    match error:
        case NoSuchCommand():
            return f"没有“{error.command_name}”这个命令{_nearest(error.possibilities)}"
        case NoSuchOption():
            return f"没有“{error.option_name}”这个选项{_nearest(error.possibilities)}"
        case MissingParameter(param=click.Parameter() as param):
            return f"还缺 {_name(param)}"
        case BadParameter(param=click.Parameter() as param):
            return f"{_name(param)}：{_why(param.type, error.message)}"
        case BadOptionUsage():
            surplus = "not take a value" in error.message
            return f"{error.option_name} 后面{'不写值' if surplus else '还要写一个值'}"
        case _ if found := _SURPLUS.match(error.message):
            return f"多写了 {found[1]}"
        case _:
            return error.message


def _nearest(names: Sequence[str] | None) -> str:
    return f"，是不是 {'、'.join(names)}" if names else ""


def _name(param: click.Parameter) -> str:
    """An option as it is written, an argument as the help page calls it."""
    return param.opts[0] if isinstance(param, click.Option) else (param.name or "").upper()


def _why(kind: click.ParamType[Any], message: str) -> str:
    """Types of our own speak Chinese; for click's it is said what they take."""
    if isinstance(kind, click.Choice):
        return f"可以写的是 {'、'.join(kind.choices)}"
    if isinstance(kind, click.IntRange):
        return f"要写一个整数，{kind.min} 到 {kind.max or '任意大'}"
    return message
