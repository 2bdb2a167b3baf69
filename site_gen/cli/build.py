"""``site-gen build``: check, build, verify, swap in.

The work is that of the pipeline and of :mod:`site_gen.publish`; this reads arguments, refuses
unsuitable places before anything else, and tells how it went.
"""

from contextlib import ExitStack, suppress
from datetime import date
from pathlib import Path

import click

from site_gen import clock
from site_gen.cli.chinese import ChineseCommand
from site_gen.cli.options import (
    Destination,
    PublicAddress,
    takes_cache,
    takes_config,
    takes_content,
    takes_jobs,
    takes_today,
)
from site_gen.cli.progress import steps
from site_gen.cli.report import show_text, summary
from site_gen.cli.status import Status
from site_gen.language.catalogue import languages
from site_gen.publish import Options, Published, locate, refuse_cache
from site_gen.publish.build import STEPS
from site_gen.publish.kept import keeping_for
from site_gen.publish.notes import Order
from site_gen.publish.ready import ready


@click.command(
    cls=ChineseCommand,
    help="检查、生成、核对，然后一步换上新的网站。\n\n"
    "CONTENT 是内容文件夹，不写就是 content。内容有错就不发布，原来的网站不动。",
)
@takes_content
@click.option(
    "--out",
    type=Destination(),
    required=True,
    metavar="文件夹",
    help="网站放在哪里；它是一个链接，指向旁边“文件夹.releases”里的一次发布",
)
@takes_jobs
@click.option("--no-search", is_flag=True, help="不建全文检索")
@click.option(
    "--base-url",
    type=PublicAddress(),
    default="",
    metavar="网址",
    help="网站公开的网址，代替 site.yaml 里的",
)
@click.option(
    "--language",
    type=click.Choice(languages()),
    metavar="语言",
    help=f"界面用什么语言（{'、'.join(languages())}），代替 site.yaml 里的",
)
@takes_cache
@takes_today
@takes_config
def build(
    content: Path,
    out: Path,
    jobs: int,
    no_search: bool,
    base_url: str,
    language: str | None,
    cache: Path | None,
    no_cache: bool,
    given_day: date | None,
    config: Path,
) -> Status:
    """Publishes the site unless its content has errors; what is shown changes in one step."""
    output = locate(out, content)
    if cache:
        refuse_cache(cache, content, output)
    options = Options(config, jobs, base_url, language or "", search=not no_search)
    with ExitStack() as stack:
        with steps(1) as begin:
            begin("读取和检查")
            kept = keeping_for(cache, config) if cache and not no_cache else None
            order = Order(content, clock.today(given_day), output, options)
            site = stack.enter_context(ready(order, kept))
        show_text(site.findings, content, site.approved)
        click.echo(summary(site.findings, site.files), err=True)
        if site.blocks:
            click.echo("没有发布。先改好“错误”，再来一次", err=True)
            return Status.FINDINGS
        before = output.current
        try:
            with steps(STEPS) as begin:
                published = site.publish(output, options, begin)
        except KeyboardInterrupt:
            if output.current == before:
                raise
            click.echo("中断了，但是新的网站已经换上", err=True)
            return Status.INTERRUPTED
    with suppress(OSError):  # published it is, whether or not anybody can be told
        click.echo(_told(published, out))
    return Status.FINE


def _told(published: Published, out: Path) -> str:
    size = f"{published.pages} 页，{published.bytes / 1e6:.1f} MB"
    news = "已经发布" if published.changed else "和已经发布的一样"
    return f"{news}：{out}（{size}，版本 {published.release}）"
