"""The program: all commands under one name.

What each does stands in its module; how failures end, in :mod:`.edge`. Help pages are given as
values: from docstrings they would be gone under ``python -OO``.
"""

import click

from site_gen.cli.build import build
from site_gen.cli.check import check
from site_gen.cli.edge import Program
from site_gen.cli.explain import explain
from site_gen.cli.fmt import fmt
from site_gen.cli.new import new
from site_gen.cli.rollback import rollback
from site_gen.cli.schema import schema
from site_gen.cli.serve import serve
from site_gen.cli.stats import stats


@click.group(
    "site-gen",
    cls=Program,
    help="把协商活动、意见建议和办理结果的记录，编成可以检索的公示网站。",
)
@click.option("--debug", is_flag=True, expose_value=False, help="程序出错时显示详细记录")
def main() -> None:
    """The group that all commands belong to."""


for _command in (check, fmt, build, serve, rollback, stats, explain, new, schema):
    main.add_command(_command)
