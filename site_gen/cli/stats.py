"""``site-gen stats``: every number the site shows, with numerator and denominator.

Counting is done elsewhere; this chooses between a structure for programs and lines for people.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from site_gen import clock
from site_gen.cli.chinese import ChineseCommand
from site_gen.cli.options import takes_content, takes_today
from site_gen.cli.report import at_least, show_text
from site_gen.cli.status import Status
from site_gen.corpus import Corpus
from site_gen.corpus.places import in_order
from site_gen.docket.build import build_docket
from site_gen.docket.metrics import METRICS
from site_gen.findings import Severity
from site_gen.pipeline import audit
from site_gen.statistics.export import export
from site_gen.statistics.numbers import Numbers, Scope


@click.command(
    cls=ChineseCommand,
    help="列出网站上的每一个数，按地方和年份，分子分母都在。\n\n"
    "CONTENT 是内容文件夹，不写就是 content。内容有错就不算。",
)
@takes_content
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="格式",
    help="text 给人看，json 给程序",
)
@takes_today
def stats(content: Path, style: str, given_day: date | None) -> Status:
    """Prints every number of the site, unless the content has errors."""
    today = clock.today(given_day)
    audited = audit(content, today)
    if at_least(Severity.ERROR, audited.findings):
        show_text(audited.findings, content)
        click.echo("内容有错，没有计算。先改好“错误”，再来一次", err=True)
        return Status.FINDINGS
    numbers = Numbers(audited.corpus, build_docket(audited.corpus, today))
    if style == "json":
        click.echo(json.dumps(export(audited.corpus, numbers, today), ensure_ascii=False, indent=1))
    else:
        click.echo(f"截至 {today.isoformat()}")
        click.echo("\n".join(_lines(audited.corpus, numbers)))
    return Status.FINE


def _lines(corpus: Corpus, numbers: Numbers) -> Iterator[str]:
    """The whole site, then every region where anything is counted."""
    yield from _region(numbers, str(corpus.site.name), "")
    for place in in_order(corpus.places):
        yield from _region(numbers, place.name, place.id)


def _region(numbers: Numbers, name: str, region: str) -> Iterator[str]:
    scope = Scope(region)
    counts = [numbers.count(metric, scope) for metric in METRICS]
    lines = [
        f"  {count.metric.label}  {count.value} {count.metric.unit}"
        for count in counts
        if count.value
    ]
    lines += [
        f"  {rate.rate.label}  {rate.words}"
        for rate in numbers.rates(scope)
        if rate.denominator.value
    ]
    if lines or not region:
        yield f"\n{name}"
        yield from lines or ["  还没有可以数的"]
