"""What several commands take: the content folder, the day, and the values options accept.

Each type refuses in Chinese what cannot be meant; whether a value fits the content is not its
business.
"""

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

import site_gen
from site_gen.records.names import is_web_address

F = TypeVar("F", bound=Callable[..., Any])

_PROJECT = Path(site_gen.__file__).resolve().parent.parent
HOST_CONFIG = _PROJECT / "mkdocs.yml"
"""The host's configuration that comes with the program."""


class Folder(click.ParamType[Path]):
    """An existing folder."""

    name = "folder"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The folder, as it was written."""
        path = Path(value)
        if not value or not path.is_dir():
            found = "是一个文件" if value and path.exists() else "没有这个文件夹"
            self.fail(f"{found} {value}", param, ctx)
        return path


class Destination(click.ParamType[Path]):
    """Where something is to be written; it need not exist."""

    name = "destination"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The place; an empty text, which a path would read as the folder one is in, is none."""
        if not value:
            self.fail("是空的，写一个文件夹，例如 site", param, ctx)
        return Path(value)


class Day(click.ParamType[date]):
    """A full day, ``YYYY-MM-DD``."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day."""
        if isinstance(value, date):
            return value
        try:
            written = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)
            return date.fromisoformat(written[0] if written else "")
        except ValueError:
            self.fail(f"“{value}”不是日期，写成 2023-05-12", param, ctx)


class PublicAddress(click.ParamType[str]):
    """Where the site will be found, ``https://host/path/``."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address with a slash at its end; the empty text stays empty."""
        if value and (not is_web_address(value) or "?" in value or "#" in value):
            self.fail(f"“{value}”不是网址，写成 https://example.org/sub/", param, ctx)
        return f"{value.rstrip('/')}/" if value else ""


def takes_content(command: F) -> F:
    """``[CONTENT]``: the content folder, ``content`` unless given."""
    return click.argument("content", type=Folder(), default="content", metavar="[CONTENT]")(command)


def takes_today(command: F) -> F:
    """``--today``: the day whose state is meant."""
    text = "按哪一天算（2023-05-12），不写就是今天（北京时间）"
    return click.option("--today", "given_day", type=Day(), metavar="日期", help=text)(command)


def takes_jobs(command: F) -> F:
    """``--jobs``: how many processes, as many as there are cores unless given."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    text = "同时用几个进程，不写就是全部核心"
    kind = click.IntRange(min=1, max=256)
    return click.option("--jobs", type=kind, default=cores, metavar="N", help=text)(command)


def takes_cache(command: F) -> F:
    """``--cache`` and ``--no-cache``: where what did not change is kept, if anywhere."""
    text = "把读过、查过、做好的留在这个文件夹里，下次没有变的不再做"
    kept = click.option("--cache", type=Destination(), metavar="文件夹", help=text)
    fresh = click.option("--no-cache", is_flag=True, help="什么都重新读，不管以前留下的")
    return kept(fresh(command))


def takes_config(command: F) -> F:
    """``--config``: the host's configuration, with the theme it names."""
    kind, text = click.Path(path_type=Path), "外壳（MkDocs）的配置文件，不写就用程序自带的"
    return click.option("--config", type=kind, default=HOST_CONFIG, metavar="文件", help=text)(
        command
    )
