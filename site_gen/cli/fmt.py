"""``site-gen fmt``: writes records in their canonical form, or says which ones are not.

What that form is, is decided where records are read; this replaces files, whole or not at all.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

import click

from site_gen.cli.chinese import ChineseCommand
from site_gen.cli.options import takes_content
from site_gen.cli.report import show_text
from site_gen.cli.status import Status
from site_gen.load import Rewriting, rewritings
from site_gen.privacy import masked


@click.command(
    cls=ChineseCommand,
    help="把记录改成规范写法，意思不变，正文不动。\n\n"
    "CONTENT 是内容文件夹，不写就是 content。有错的文件不动，先改好再来。",
)
@takes_content
@click.option("--check", "only_look", is_flag=True, help="只说哪些不是规范写法，不改文件")
def fmt(content: Path, only_look: bool) -> Status:
    """Rewrites the files that need it, or only names them."""
    files = list(rewritings(content))
    changing = [file for file in files if file.changes]
    for file in changing:
        if only_look:
            click.echo(f"{masked(file.path)}: 不是规范写法，运行 site-gen fmt")
        else:
            _replace(content / file.path, file.after)
            click.echo(f"改写了 {masked(file.path)}")
    wrong = [file for file in files if file.errors]
    show_text([error for file in wrong for error in file.errors], content)
    click.echo(_summary(files, changing, wrong, only_look=only_look), err=True)
    return Status.FINDINGS if wrong or (only_look and changing) else Status.FINE


def _summary(
    files: Sequence[Rewriting],
    changing: Sequence[Rewriting],
    wrong: Sequence[Rewriting],
    *,
    only_look: bool,
) -> str:
    """One line: how many files there are, what becomes of them, and which were left alone."""
    done = "要改写" if only_look else "改写了"
    told = [f"{done} {len(changing)} 个"] if changing else []
    told += [f"{len(wrong)} 个有错没有动，先改好“错误”"] if wrong else []
    return f"看了 {len(files)} 个文件：{'，'.join(told) or '都是规范写法'}"


def _replace(path: Path, content: bytes) -> None:
    """The file with new content and its former permissions, in one step."""
    fresh = path.with_name(f".{path.name}.fmt")
    try:
        fresh.write_bytes(content)
        shutil.copymode(path, fresh)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
