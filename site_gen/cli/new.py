"""``site-gen new``: a new record in its place, with a name nobody has.

What it contains is :mod:`.skeleton`'s; nothing that exists is ever written over.
"""

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from itertools import count
from pathlib import Path

import click

from site_gen import clock
from site_gen.addresses import RESERVED
from site_gen.cli.chinese import ChineseCommand
from site_gen.cli.options import Folder, takes_today
from site_gen.cli.skeleton import skeleton
from site_gen.cli.status import Status
from site_gen.load.names import is_reserved
from site_gen.records.kinds import Kind
from site_gen.records.table import KINDS

_NAME = re.compile(r"(?=.{1,64}\Z)[a-z0-9]+(-[a-z0-9]+)*")
_UNNAMED = "new"
_REGION_SETTINGS = "region.yaml"


@click.command(
    cls=ChineseCommand,
    help="新开一份记录，写好要填的键，打印它在哪里。\n\n"
    "KIND 是记录的种类（协商活动 或 session），REGION 是地方的文件夹名（lixian）。",
)
@click.argument("kind", metavar="KIND")
@click.argument("region", metavar="[REGION]", default="")
@click.option(
    "--name", default="", metavar="名字", help="文件名，小写字母、数字和连字符，如 shiqiao"
)
@click.option(
    "--content",
    type=Folder(),
    default="content",
    metavar="文件夹",
    help="内容文件夹，不写就是 content",
)
@takes_today
def new(kind: str, region: str, name: str, content: Path, given_day: date | None) -> Status:
    """Creates a record to be filled in and prints its path."""
    wanted, today = _kind(kind), clock.today(given_day)
    _refuse_region(wanted, region, content)
    if name and not _NAME.fullmatch(name):
        raise click.UsageError(f"名字“{name}”只能用小写字母、数字和连字符，例如 shiqiao")
    if (is_reserved(name) and not wanted.by_year) or (wanted.key == "page" and name in RESERVED):
        raise click.UsageError(f"“{name}”是留给网站自己用的名字，换一个")
    text = skeleton(wanted, today)
    path = _create(_candidates(content, wanted, region, name, today), text)
    if path is None:
        return _taken(wanted, content / _first(wanted, region, name, today), text)
    click.echo(path)
    return Status.FINE


def _kind(written: str) -> Kind:
    for kind in KINDS:
        if written in {kind.key, kind.term, kind.segment}:
            return kind
    known = "、".join(f"{kind.term}（{kind.key}）" for kind in KINDS)
    raise click.UsageError(f"没有“{written}”这种记录。可以写：{known}")


def _refuse_region(kind: Kind, region: str, content: Path) -> None:
    """Raises UsageError unless the region fits the kind and, but for a new region, exists."""
    if "<region>" not in kind.pattern:
        if region:
            raise click.UsageError(f"{kind.term}是整个网站的，不写地方")
        return
    regions = sorted(path.parent.name for path in content.glob(f"regions/*/{_REGION_SETTINGS}"))
    if kind.pattern.endswith(_REGION_SETTINGS):
        if not _NAME.fullmatch(region) or region in RESERVED:
            raise click.UsageError(f"“{region}”不能作地方的文件夹名，用小写字母、数字和连字符")
    elif region not in regions:
        near = get_close_matches(region, regions) or regions
        raise click.UsageError(f"没有叫“{region}”的地方。已有：{'、'.join(near) or '一个也没有'}")


def _candidates(content: Path, kind: Kind, region: str, name: str, today: date) -> Iterator[Path]:
    """Places for a record, the best first: numbered only where the name was not chosen."""
    first = _first(kind, region, name, today)
    yield content / first
    if "<name>" in kind.pattern and not name:
        for number in count(2):
            yield content / first.with_name(f"{first.stem}-{number}{first.suffix}")


def _first(kind: Kind, region: str, name: str, today: date) -> Path:
    stem = name or _UNNAMED
    dated = f"{today:%m%d}-{stem}" if kind.by_year else stem
    filled = kind.pattern.replace("<region>", region).replace("<year>", f"{today.year}")
    return Path(filled.replace("<name>", dated))


def _create(candidates: Iterator[Path], text: str) -> Path | None:
    """Writes the first candidate that nobody has; None when all are taken."""
    for path in candidates:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            continue
        return path
    return None


def _taken(kind: Kind, path: Path, text: str) -> Status:
    """A list is continued by hand; anything else needs another name."""
    if not kind.is_listed:
        raise click.UsageError(f"已经有 {path}，没有动它")
    click.echo(f"{path} 已经有了。在它的末尾加上：", err=True)
    click.echo(text, nl=False)
    return Status.FINE
