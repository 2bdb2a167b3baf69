"""The hostile site, built once for each worker, and the servers that its tests open pages of."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_gen.docket.rows import parents_of
from site_gen.pipeline import Compilation, compile_site
from site_gen.render import render_site
from site_gen.search import write_search
from tests.render.sample import ROOT
from tests.security.site import TODAY, Hostile, hostile_site
from tests.security.stirring import Servers


@dataclass(frozen=True)
class HostileSite:
    """A site that says every payload everywhere."""

    hostile: Hostile
    compiled: Compilation
    folder: Path
    evil: str
    servers: Servers


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    """Servers that are stopped at the end."""
    started = Servers()
    yield started
    started.stop()


@pytest.fixture(scope="session")
def hostile_pages(tmp_path_factory: pytest.TempPathFactory, servers: Servers) -> HostileSite:
    """The built hostile site."""
    folder = tmp_path_factory.mktemp("hostile")
    evil = servers.evil()
    hostile = hostile_site(folder / "content", evil)
    compiled = compile_site(folder / "content", TODAY)
    render_site(compiled, ROOT / "mkdocs.yml", folder / "site")
    write_search(
        compiled.rows,
        folder / "site",
        parents=parents_of(compiled.corpus),
        scratch=folder / "indexes",
        jobs=1,
    )
    return HostileSite(hostile, compiled, folder / "site", evil, servers)
