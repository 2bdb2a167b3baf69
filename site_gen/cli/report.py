"""Findings on screen: for people, for programs, and for the annotations of a code host.

Each format is one function; what findings there are, and whether they block, is decided elsewhere.
"""

import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

import click

from site_gen.findings import Finding, Severity
from site_gen.findings.catalogue import RULES
from site_gen.load.personal import Approved
from site_gen.privacy import masked


class Show(Protocol):
    """Shows findings, and where exceptions let something personal pass."""

    def __call__(
        self, findings: Sequence[Finding], content: Path, approved: Sequence[Approved] = ()
    ) -> None:
        """``content`` is the folder they were found in."""
        ...


def show_text(
    findings: Sequence[Finding],
    content: Path,  # noqa: ARG001
    approved: Sequence[Approved] = (),
) -> None:
    """One line each, on standard error."""
    for finding in findings:
        click.echo(printable(str(finding)), err=True)
    if approved:
        click.echo(printable(_exceptions(approved)), err=True)


def show_json(
    findings: Sequence[Finding],
    content: Path,  # noqa: ARG001
    approved: Sequence[Approved] = (),
) -> None:
    """A list of objects, on standard output; exceptions have a severity of their own."""
    plain = [*map(_plain, findings), *map(_plain_exception, approved)]
    click.echo(json.dumps(plain, ensure_ascii=False, indent=1))


def show_github(
    findings: Sequence[Finding], content: Path, approved: Sequence[Approved] = ()
) -> None:
    """Workflow commands, from which GitHub and its relatives make annotations of a change."""
    for finding in findings:
        click.echo(_annotation(finding, content))
    if approved:
        click.echo(f"::notice title=个人信息例外::{_message(_exceptions(approved))}")


def _exceptions(approved: Sequence[Approved]) -> str:
    """One line: how many exceptions were used, where, and why."""
    places = "、".join(
        f"{masked(str(one.where))}（{one.masked}，{one.reason}）" for one in approved
    )
    return f"个人信息例外 {len(approved)} 处：{places}"


EXCEPTION = "G100"
"""In place of the code of a finding, for something personal that was approved."""

FORMATS: Mapping[str, Show] = {"text": show_text, "json": show_json, "github": show_github}


def summary(findings: Sequence[Finding], files: int) -> str:
    """One line on everything: how many files and rules there were, and what was found.

    No rule can be left out; that all were in force is said so that a reader need not believe it.
    """
    read = f"读了 {files} 个文件，查了 {len(RULES)} 条规则"
    counts = Counter(finding.severity for finding in findings)
    found = "、".join(f"{kind.term} {counts[kind]} 处" for kind in Severity if counts[kind])
    return f"{read}：{found}" if found else f"没有发现问题（{read}）"


def at_least(severity: Severity, findings: Sequence[Finding]) -> bool:
    """Whether anything found is as severe as this, or more."""
    order = list(Severity)
    return any(order.index(one.severity) <= order.index(severity) for one in findings)


def printable(text: str) -> str:
    """Text that a terminal shows and does not obey: control characters become escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _plain(finding: Finding) -> Mapping[str, str | int]:
    return {
        "path": finding.where.path,
        "line": finding.where.line,
        "column": finding.where.column,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
    }


def _plain_exception(approved: Approved) -> Mapping[str, str | int]:
    return {
        "path": masked(approved.where.path),
        "line": approved.where.line,
        "column": approved.where.column,
        "code": EXCEPTION,
        "severity": "approved",
        "message": f"{approved.term} {approved.masked} 按例外公开",
        "hint": f"原因：{approved.reason}；核准：{approved.approved_by}",
    }


def _annotation(finding: Finding, content: Path) -> str:
    where = finding.where
    properties = {
        "file": Path(os.path.relpath(content / where.path)).as_posix(),
        "line": str(where.line),
        "col": str(where.column),
        "title": finding.code,
    }
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = _message(f"{finding.message}。{finding.hint}")
    return f"::{finding.severity.value} {written}::{text}"


def _message(text: str) -> str:
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
