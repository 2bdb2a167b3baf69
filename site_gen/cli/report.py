"""Findings on screen: for people, for programs, and for the annotations of a code host.

Each format is one function; what findings there are, and whether they block, is decided elsewhere.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import click

from site_gen.corpus import Corpus
from site_gen.findings import Finding, Severity

Show = Callable[[Sequence[Finding], Path], None]
"""Shows findings; the path is the content folder they were found in."""


def show_text(findings: Sequence[Finding], content: Path) -> None:  # noqa: ARG001
    """One line each, on standard error."""
    for finding in findings:
        click.echo(printable(str(finding)), err=True)


def show_json(findings: Sequence[Finding], content: Path) -> None:  # noqa: ARG001
    """A list of objects, on standard output."""
    click.echo(json.dumps([_plain(one) for one in findings], ensure_ascii=False, indent=1))


def show_github(findings: Sequence[Finding], content: Path) -> None:
    """Workflow commands, from which GitHub and its relatives make annotations of a change."""
    for finding in findings:
        click.echo(_annotation(finding, content))


FORMATS: Mapping[str, Show] = {"text": show_text, "json": show_json, "github": show_github}


def summary(findings: Sequence[Finding], files: int) -> str:
    """One line on everything: how many files were read and what was found, by severity."""
    read = f"读了 {files} 个文件"
    counts = Counter(finding.severity for finding in findings)
    found = "、".join(f"{kind.term} {counts[kind]} 处" for kind in Severity if counts[kind])
    return f"{read}：{found}" if found else f"没有发现问题（{read}）"


class Inspected(Protocol):
    """Content that was read, and what was found in it."""

    @property
    def corpus(self) -> Corpus:
        """Everything that could be read."""
        ...

    @property
    def findings(self) -> Sequence[Finding]:
        """Everything that was found."""
        ...


def files_read(inspected: Inspected) -> int:
    """How many files hold the records and the findings."""
    records = {record.where.path for record in inspected.corpus.records.values()}
    return len(records | {finding.where.path for finding in inspected.findings})


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
