"""``site-gen serve``: a live preview on this machine.

The server is :mod:`site_gen.preview`; this reads arguments and tells where to look.
"""

import gc
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from site_gen import clock
from site_gen.cli.chinese import ChineseCommand
from site_gen.cli.options import takes_config, takes_content, takes_today
from site_gen.cli.status import Status
from site_gen.preview import Preview, serve_preview

_PORT = 8000


@click.command(
    cls=ChineseCommand,
    help="在本机预览，记录改了就更新；有错的时候保留上一次好的样子。\n\n"
    "CONTENT 是内容文件夹，不写就是 content。按 Ctrl-C 结束。",
)
@takes_content
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=_PORT,
    metavar="端口",
    help=f"不写就是 {_PORT}；0 由系统挑一个",
)
@takes_today
@takes_config
def serve(content: Path, port: int, given_day: date | None, config: Path) -> Status:
    """Serves a preview until it is interrupted."""
    gc.enable()  # other commands end before it would pay; this one stays
    with TemporaryDirectory(prefix="site-gen-preview-") as workspace:
        preview = Preview(content, config, Path(workspace), lambda: clock.today(given_day))
        with suppress(KeyboardInterrupt):
            serve_preview(preview, port, click.echo)
    return Status.FINE
