"""``site-gen check``: all findings of a content folder, and a summary.

The rules are elsewhere; this reads arguments and chooses a format.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import click

from site_gen import clock
from site_gen.cli.chinese import ChineseCommand
from site_gen.cli.options import takes_cache, takes_content, takes_jobs, takes_today
from site_gen.cli.report import FORMATS, at_least, summary
from site_gen.cli.status import Status
from site_gen.findings import Severity
from site_gen.publish import refuse_cache
from site_gen.revision import NoGit, NoRevision, revision_of
from site_gen.verdict import Effort, Verdict, examine, examine_since, keeping_in
from site_gen.verdict.kept import Keeping

Look = Callable[[date, Effort, Keeping | None], Verdict]
_SEVERITIES = [severity.value for severity in Severity]


@click.command(
    cls=ChineseCommand,
    help="检查全部记录，列出要改的地方。\n\nCONTENT 是内容文件夹，不写就是 content。",
    epilog="--changed-since 列出的和检查全部时说的一字不差，只是范围小：和 REV 相比字节不同的文件；"
    "提到其中记录的；单位、平台、工作法、计划等登记改了，本地方、下面各级和跨到这里的；"
    "附件改了，本地方的；承接、并案到这些记录的；文件和文件夹的名字总是全部看。"
    "region.yaml、site.yaml、vocabulary.yaml、网页、机关的邮箱、个人信息例外改了，就是全部。"
    "REV 没有错误，通过不通过就和检查全部时一样。",
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
@click.option(
    "--changed-since",
    metavar="REV",
    help="只看和 git 里的这个版本相比改过的、要看改动的那些文件，例如 HEAD~1、main",
)
@takes_jobs
@takes_cache
@takes_today
def check(
    content: Path,
    style: str,
    fail_on: str,
    changed_since: str | None,
    jobs: int,
    cache: Path | None,
    no_cache: bool,
    given_day: date | None,
) -> Status:
    """Lists the findings; as long as none is as grave as ``--fail-on`` says, all is fine."""
    if cache:
        refuse_cache(cache, content)
    keeping = keeping_in(cache, content) if cache and not no_cache else None
    try:
        look = _whole(content) if changed_since is None else _since(content, changed_since)
        verdict = look(clock.today(given_day), Effort(jobs), keeping)
    except NoGit as error:
        click.echo(str(error), err=True)
        return Status.ENVIRONMENT
    FORMATS[style](verdict.findings, content, verdict.approved)
    line = summary(verdict.findings, verdict.files)
    click.echo(line, err=style != "text" or bool(verdict.findings))
    return Status.FINDINGS if at_least(Severity(fail_on), verdict.findings) else Status.FINE


def _whole(content: Path) -> Look:
    """Looks at all content."""
    return partial(examine, content)


def _since(content: Path, written: str) -> Look:
    """Looks at what changed since a revision. Raises UsageError, NoGit."""
    try:
        return partial(examine_since, revision_of(content, written))
    except NoRevision as error:
        raise click.UsageError(str(error), click.get_current_context()) from error
