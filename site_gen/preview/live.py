"""The state of a preview: the last good site, and what the latest look at the content found.

One thread builds, many read: a reader takes :attr:`Preview.shown` once and works with that. Knows
neither HTTP nor when to build.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_gen.docket.rows import parents_of
from site_gen.findings import Finding, Severity
from site_gen.pipeline import Compilation, compile_site
from site_gen.render import render_site
from site_gen.search import EnvironmentProblem, write_search


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader sees at one moment."""

    version: int = 0
    site: Path | None = None
    """The last good site, None before there was one."""
    findings: tuple[Finding, ...] = ()
    is_behind: bool = False
    """Whether errors in the content keep the site from being up to date."""


class Preview:
    """Builds the content of a folder into a workspace, and remembers the last good site."""

    def __init__(
        self, content: Path, config: Path, workspace: Path, today: Callable[[], date]
    ) -> None:
        self.content = content
        self.shown = Shown()
        self._config = config
        self._workspace = workspace
        self._today = today

    def build(self) -> str:
        """Looks at the content again; returns in Chinese how that went.

        Raises HostError or OSError when the machine or the host's configuration is at fault.
        """
        compiled = compile_site(self.content, self._today())
        version = self.shown.version + 1
        if any(finding.severity is Severity.ERROR for finding in compiled.findings):
            self.shown = Shown(version, self.shown.site, compiled.findings, is_behind=True)
            return "有错，网站停在上一次好的样子"
        site = self._workspace / f"site-{version}"
        render_site(compiled, self._config, site, kept=self._workspace / "attachments")
        told = self._index(compiled, site)
        self.shown = Shown(version, site, compiled.findings)
        self._forget(keep=site)
        return told

    def _index(self, compiled: Compilation, site: Path) -> str:
        """Search is worth having here too, but not worth stopping for."""
        scratch, parents = self._workspace / "indexes", parents_of(compiled.corpus)
        try:
            write_search(compiled.rows, site, parents=parents, scratch=scratch, jobs=1)
        except EnvironmentProblem as problem:
            return f"已更新，没有检索：{problem}"
        return "已更新"

    def _forget(self, keep: Path) -> None:
        """Removes older sites but the one before, from which somebody may be reading."""
        sites = sorted(self._workspace.glob("site-*"), key=lambda path: path.stat().st_mtime_ns)
        for path in [path for path in sites if path != keep][:-1]:
            shutil.rmtree(path)
