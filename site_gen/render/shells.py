"""Shells: the chrome around pages, rendered by the host once per section, base and language.

Two marks stand where a page's head and body will be; :mod:`.fill` puts them in. What goes into
the holes is not known here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from site_gen.pages.model import Page, SiteFrame, language_of
from site_gen.processes.fork import undisturbed
from site_gen.render import paths
from site_gen.render.assets import Assets
from site_gen.render.host import HostPage, Order, OrderPlugin

# Control characters: no file of the content may hold them (F113), and nothing escapes them.
_HEAD = "\x01head\x02"
_MAIN = "\x01main\x02"


class HostError(Exception):
    """The host could not render the chrome: its configuration or a template is at fault."""


@dataclass(frozen=True, slots=True, order=True)
class ShellKey:
    """What pages have in common that share a shell."""

    section: str
    base: str
    language: str


@dataclass(frozen=True, slots=True)
class Shell:
    """A document in three parts, with holes for head and body between them."""

    before: str
    between: str
    after: str


def key_of(page: Page, frame: SiteFrame) -> ShellKey:
    """The shell that a page needs."""
    base = paths.base_of(page, frame.base_url)
    return ShellKey(page.section, base, language_of(page, frame))


def order_shells(keys: Iterable[ShellKey], frame: SiteFrame, assets: Assets, theme: Path) -> Order:
    """The order to the host for the shells with these keys, sorted."""
    pages = [_shell_page(number, key) for number, key in enumerate(sorted(set(keys)))]
    return Order(frame=frame, assets=assets.addresses, theme=theme, pages=pages)


def cut_shells(keys: Iterable[ShellKey], documents: Sequence[str]) -> Mapping[ShellKey, Shell]:
    """The shells in the documents that the host has made for :func:`order_shells`."""
    return {key: _cut(document) for key, document in zip(sorted(set(keys)), documents, strict=True)}


def load_host(config_file: Path, site_dir: Path) -> MkDocsConfig:
    """The host's configuration for a build of ours, without the plug-ins it names.

    Raises HostError when the host refuses the configuration.
    """
    path = str(config_file)
    try:
        # It tells its own path by the file, but not when there is no standard input.
        return load_config(path, config_file_path=path, plugins=[], site_dir=str(site_dir))
    except MkDocsException as error:
        raise HostError(f"{config_file}: {error}") from error


def theme_of(config: MkDocsConfig) -> Path:
    """The folder of our own theme. Raises HostError when the configuration names none."""
    if config.theme.custom_dir is None:
        raise HostError("theme.custom_dir is missing in the host's configuration")
    return Path(config.theme.custom_dir)


def render_order(order: Order, config_file: Path) -> tuple[str, ...]:
    """Has the host render an order in a scratch folder: one document for each page, in order."""
    plugin = OrderPlugin()
    plugin.take(order)
    with _scratch() as scratch:
        config = load_host(config_file, scratch)
        config.plugins["consultation"] = plugin
        try:
            build(config)
        except MkDocsException as error:
            raise HostError(f"{config_file}: {error}") from error
    return plugin.rendering.in_order()


@contextmanager
def _scratch() -> Iterator[Path]:
    """A folder that is removed in the end; an interruption waits while it is made or removed."""
    with undisturbed():
        folder = TemporaryDirectory(prefix="site-gen-host-")
    try:
        yield Path(folder.name)
    finally:
        with undisturbed():
            folder.cleanup()


def _shell_page(number: int, key: ShellKey) -> HostPage:
    """A page with a place of its own at the depth that leads to the key's base."""
    relative = key.base.startswith(".")
    depth = key.base.count("..")
    address = f"{number}/" + "x/" * (depth - 1) if depth else f"{number}.html"
    return HostPage(
        address=address,
        section=key.section,
        language=key.language,
        head=_HEAD,
        main=_MAIN,
        base=None if relative else key.base,
    )


def _cut(document: str) -> Shell:
    if document.count(_HEAD) != 1 or document.count(_MAIN) != 1:
        raise HostError("main.html must show head and page.content exactly once")
    before, rest = document.split(_HEAD)
    between, after = rest.split(_MAIN)
    return Shell(before, between, after)
