"""``mkdocs build`` and ``mkdocs serve``: the host's events in, the pipeline called, files out.

For work on the theme. It shares every function with the program's own build, except that the
host owns the run and empties its output first; nothing here checks or publishes.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger

from site_gen.clock import ClockError, today
from site_gen.findings import Finding, Severity
from site_gen.pipeline import compile_site
from site_gen.render.host import HostEvents
from site_gen.render.shells import theme_of
from site_gen.render.site import Plan, plan_site, write_site

_log = get_plugin_logger(__name__)


class ConsultationOptions(Config):  # type: ignore[no-untyped-call]
    """What ``mkdocs.yml`` may say about the plug-in."""

    content_dir = config_options.Dir(default="content", exists=True)
    today = config_options.Optional(config_options.Type(str))
    """The day whose state is shown, ``YYYY-MM-DD``; for reproducible previews."""


class ConsultationPlugin(  # type: ignore[no-untyped-call]
    HostEvents, BasePlugin[ConsultationOptions]
):
    """Renders the records of ``content_dir`` as part of a host build."""

    plan: Plan

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compiles the content. Raises PluginError when findings block publication."""
        compiled = compile_site(Path(self.config.content_dir), _today(self.config.today))
        _refuse(compiled.findings)
        folders = [Path(folder) for folder in config.theme.dirs]
        self.plan = plan_site(compiled, theme_of(config), folders)
        self.take(self.plan.order())
        return super().on_config(config)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fills the shells that the host has rendered, and writes the whole site."""
        report = write_site(self.plan, self.rendering.in_order(), Path(config.site_dir))
        _log.info("写好 %d 页", report.pages)

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,  # noqa: ARG002
        builder: object,  # noqa: ARG002
    ) -> LiveReloadServer:
        """Builds again when a record changes."""
        server.watch(self.config.content_dir)
        return server


def _refuse(findings: Iterable[Finding]) -> None:
    blocking = [finding for finding in findings if finding.severity is Severity.ERROR]
    if blocking:
        raise PluginError("\n".join(["内容有错，没有生成：", *map(str, blocking)]))


def _today(option: str | None) -> date:
    """The option, else what the clock says. Raises PluginError for a text that is no day."""
    try:
        return today(date.fromisoformat(option) if option else None)
    except (ClockError, ValueError) as error:
        raise PluginError(f"today：{error}") from error
