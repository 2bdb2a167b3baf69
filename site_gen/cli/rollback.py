"""``site-gen rollback``: back to the release before the one that is shown.

Releases are the publisher's; this reads the argument and tells how it went.
"""

from contextlib import suppress
from pathlib import Path

import click

from site_gen.cli.chinese import ChineseCommand
from site_gen.cli.options import Destination
from site_gen.cli.status import Status
from site_gen.publish import locate, roll_back


@click.command(cls=ChineseCommand, help="退回上一次发布。")
@click.option(
    "--out",
    type=Destination(),
    required=True,
    metavar="文件夹",
    help="build 时写的那个文件夹",
)
def rollback(out: Path) -> Status:
    """Shows the release before again."""
    release = roll_back(locate(out))
    with suppress(OSError):  # as in a build: it is done
        click.echo(f"已经退回：{out}（版本 {release}）")
    return Status.FINE
