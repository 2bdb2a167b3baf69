"""``site-gen schema``: what editors need in order to complete and to judge records while typing.

The schemas are made elsewhere; this prints one document or writes a folder of files.
"""

import os
from pathlib import Path

import click

from site_gen.cli.chinese import ChineseCommand
from site_gen.cli.options import Destination
from site_gen.cli.status import Status
from site_gen.outputs.schema import all_schemas, as_text, editor_settings, schema_files

_SETTINGS = "vscode-settings.json"


@click.command(
    cls=ChineseCommand,
    help="写出每种记录的 JSON Schema：编辑器用它补全键和词，标出写错的地方。\n\n"
    "头部和 YAML 都有，与检查用的是同一张表。正文里的动作不在里面。",
)
@click.option(
    "--out",
    type=Destination(),
    metavar="文件夹",
    help="一种记录写一个文件，另写一份编辑器的设置；不写就打印成一份",
)
def schema(out: Path | None) -> Status:
    """Prints all schemas, or writes a file for each kind."""
    if out is None:
        click.echo(as_text(all_schemas()), nl=False)
        return Status.FINE
    if out.exists() and not out.is_dir():
        raise click.UsageError(f"--out：{out} 是一个文件")
    _write(out, schema_files() | {_SETTINGS: editor_settings(_from_here(out))})
    click.echo(f"已经写好：{out}。把 {_SETTINGS} 的内容放进 .vscode/settings.json")
    return Status.FINE


def _from_here(folder: Path) -> str:
    """The folder as settings name it: from the folder the editor opens, taken to be this one."""
    path = Path(os.path.relpath(folder)).as_posix()
    return path if path.startswith("..") else f"./{path}"


def _write(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
