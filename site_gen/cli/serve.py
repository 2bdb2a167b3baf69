"""``site-gen serve``: a live preview on this machine.

The server is :mod:`site_gen.preview`; this reads arguments and tells where to look.
"""

from contextlib import closing, suppress
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from site_gen import clock
from site_gen.cli.chinese import ChineseCommand
from site_gen.cli.options import takes_config, takes_content, takes_today
from site_gen.cli.status import Status
from site_gen.preview import Preview, UnknownRegion, Watch, content_of, serve_preview

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
@click.option(
    "--region",
    default="",
    metavar="地方",
    help="只预览一个地方和它下面的地方，写文件夹名或者名称；地方很多的时候快得多",
)
@takes_today
@takes_config
def serve(content: Path, port: int, region: str, given_day: date | None, config: Path) -> Status:
    """Serves a preview until it is interrupted."""
    today = partial(clock.today, given_day)
    with (
        suppress(KeyboardInterrupt),
        TemporaryDirectory(prefix="site-gen-preview-") as workspace,
        Watch(content) as watch,
    ):
        there = content_of(content, watch.stamps)
        try:
            preview = Preview(there, config, Path(workspace), today, region)
        except UnknownRegion as error:
            raise click.BadParameter(f"没有“{region}”这个地方", param_hint="--region") from error
        with closing(preview):
            serve_preview(preview, watch, port, click.echo)
    return Status.FINE
