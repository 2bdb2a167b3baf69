"""The theme's assets: one style sheet with the host's as its lowest layer, names from content.

Nothing of the host but that sheet is published, and nothing asks another host for anything.
"""

import re
from pathlib import Path

import pytest

from site_gen.pages.model import Artifact
from site_gen.render import render_site
from site_gen.render.assets import Assets, build_assets
from site_gen.render.shells import load_host
from tests.render.sample import FakeCompilation, make_page


@pytest.fixture(scope="module")
def folders(config_file: Path) -> list[Path]:
    return [Path(each) for each in load_host(config_file, Path("unused")).theme.dirs]


@pytest.fixture(scope="module")
def assets(folders: list[Path]) -> Assets:
    return build_assets(folders[0], folders)


def sheet(assets: Assets) -> str:
    contents = {each.address: each.content for each in assets.artifacts}
    return contents[assets.addresses["site.css"]].decode()


def test_the_hosts_sheet_is_the_lowest_layer(assets: Assets) -> None:
    css = sheet(assets)
    assert css.startswith('@charset "UTF-8";\n@layer host {')
    assert css.lower().count("@charset") == 1
    assert ".md-typeset" in css
    assert "--seal:" in css.partition("\n}\n")[0] or ":root {" in css


def test_braces_of_the_sheet_balance_so_that_the_layer_ends_where_it_should(assets: Assets) -> None:
    texts = r"""url\((?:"[^"]*"|'[^']*'|[^)"']*)\)|"[^"]*\""""
    css = re.sub(texts, "", sheet(assets))
    assert css.count("{") == css.count("}")


def test_no_asset_asks_another_host(assets: Assets) -> None:
    for each in assets.artifacts:
        text = each.content.decode("utf-8", errors="replace")
        assert not re.search(r"@import|sourceMappingURL|unpkg|googleapis", text), each.address
        urls = re.findall(r"""url\((?!["']?data:)([^)]*)""", text)
        assert urls == [], each.address


def test_names_follow_content(folders: list[Path], assets: Assets, tmp_path: Path) -> None:
    again = build_assets(folders[0], folders)
    assert again == assets
    for name, address in assets.addresses.items():
        assert re.search(r"[0-9a-f]{10}", address), name


def test_scripts_keep_their_places_to_each_other(assets: Assets) -> None:
    parents = {str(Path(a).parent) for n, a in assets.addresses.items() if n.startswith("js/")}
    assert len(parents) == 1


def test_the_output_has_our_files_and_nothing_of_the_hosts(
    config_file: Path, tmp_path: Path
) -> None:
    compiled = FakeCompilation(
        pages=(make_page("a/"),), artifacts=(Artifact("data/ledger.csv", b"x"),)
    )
    render_site(compiled, config_file, tmp_path)
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    foreign = {file for file in files if not file.startswith("assets/")}
    assert foreign == {"a/index.html", "data/ledger.csv", "favicon.ico", "robots.txt"}
    assert not [file for file in files if "bundle" in file or file.endswith((".map", ".gz"))]
