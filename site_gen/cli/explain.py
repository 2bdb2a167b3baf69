"""``site-gen explain``: what a finding means, with a wrong and a right example.

The texts are those of the catalogue of rules; nothing is explained twice.
"""

from itertools import takewhile
from string import Formatter
from textwrap import indent
from typing import Any

import click

from site_gen.cli.chinese import ChineseCommand
from site_gen.cli.status import Status
from site_gen.findings import Rule
from site_gen.findings.catalogue import RULES

_SHOWN = 8


@click.command(
    cls=ChineseCommand,
    help="说明一个代码是什么意思，怎么改。\n\nCODE 是 check 列出的代码，例如 V101。",
)
@click.argument("code", metavar="CODE")
def explain(code: str) -> Status:
    """Prints what a rule of the catalogue says."""
    rule = RULES.get(code.upper())
    if rule is None:
        raise click.UsageError(f"没有“{code}”这个代码。相近的有：{_nearest(code.upper())}")
    click.echo(text_of(rule))
    return Status.FINE


def text_of(rule: Rule) -> str:
    """The explanation of a rule, several lines."""
    return "\n".join(
        (
            f"{rule.code}（{rule.severity.term}）{_pattern(rule.message)}",
            "",
            rule.explanation,
            "",
            "这样不行：",
            indent(rule.wrong, "    "),
            "这样写：",
            indent(rule.right, "    "),
            "",
            f"怎么改：{_pattern(rule.hint)}。",
        )
    )


def _nearest(code: str) -> str:
    """The codes that begin most like this one, with what they say."""
    near = sorted(RULES, key=lambda one: -_common(one, code))[:_SHOWN]
    return "".join(f"\n  {one} {_pattern(RULES[one].message)}" for one in near)


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


class _Dots(Formatter):
    """Puts an ellipsis wherever a detail of one finding would stand."""

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> tuple[Any, str]:  # noqa: ARG002
        """An ellipsis, whatever was asked for."""
        return "…", field_name

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ARG002
        """The ellipsis as it is."""
        return str(value)


def _pattern(template: str) -> str:
    return _Dots().format(template)
