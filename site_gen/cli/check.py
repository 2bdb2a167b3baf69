"""``site-gen check``: all findings of a content folder, and a summary.

The rules are elsewhere; this reads arguments and chooses a format.
"""

from datetime import date
from pathlib import Path

import click

from site_gen import clock
from site_gen.cli.chinese import ChineseCommand
from site_gen.cli.options import takes_cache, takes_content, takes_jobs, takes_today
from site_gen.cli.report import FORMATS, at_least, summary
from site_gen.cli.status import Status
from site_gen.findings import Severity
from site_gen.publish import refuse_cache
from site_gen.verdict import Effort, examine, keeping_in

_SEVERITIES = [severity.value for severity in Severity]


@click.command(
    cls=ChineseCommand,
    help="检查全部记录，列出要改的地方。\n\nCONTENT 是内容文件夹，不写就是 content。",
)
@takes_content
@click.option(
    "--format",
    "style",
    type=click.Choice(list(FORMATS)),
    default="text",
    metavar="格式",
    help="text 给人看，json 给程序，github 在代码托管网站上标出来",
)
@click.option(
    "--fail-on",
    type=click.Choice(_SEVERITIES),
    default=Severity.ERROR.value,
    metavar="程度",
    help="到哪一级算不通过：error（错误）、warning（提醒）、notice（写法）",
)
@takes_jobs
@takes_cache
@takes_today
def check(
    content: Path,
    style: str,
    fail_on: str,
    jobs: int,
    cache: Path | None,
    no_cache: bool,
    given_day: date | None,
) -> Status:
    """Lists the findings; as long as none is as grave as ``--fail-on`` says, all is fine."""
    if cache:
        refuse_cache(cache, content)
    keeping = keeping_in(cache, content) if cache and not no_cache else None
    verdict = examine(content, clock.today(given_day), Effort(jobs), keeping)
    FORMATS[style](verdict.findings, content, verdict.approved)
    line = summary(verdict.findings, verdict.files)
    click.echo(line, err=style != "text" or bool(verdict.findings))
    return Status.FINDINGS if at_least(Severity(fail_on), verdict.findings) else Status.FINE
