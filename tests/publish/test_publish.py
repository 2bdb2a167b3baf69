"""Whole publications of a small made-up site: what is shown after each, good or bad."""

import subprocess
from pathlib import Path

import pytest

from site_gen.pages.model import Artifact
from site_gen.publish import Options, Output, Published, Unsound, publish, roll_back
from site_gen.publish.build import STEPS
from tests.publish.conftest import Made, made
from tests.render.sample import make_page


def release(
    compiled: Made, out: Path, config: Path, *, jobs: int = 1, search: bool = False
) -> Published:
    """Publishes quietly."""
    options = Options(config, jobs, search=search)
    return publish(compiled, Output(out), options, lambda _: None)


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_site_is_published_and_told(out: Path, config_file: Path) -> None:
    told: list[str] = []
    published = publish(made(), Output(out), Options(config_file, search=False), told.append)

    assert published.pages == 6
    assert published.changed
    assert published.bytes == sum(map(len, everything(out).values()))
    assert len(told) == STEPS
    assert "石桥村" in (out / "index.html").read_text(encoding="utf-8")


def test_the_manifest_lists_every_file(out: Path, config_file: Path) -> None:
    release(made(), out, config_file, search=True)
    sums = (out / "SHA256SUMS").read_text(encoding="utf-8")
    checked = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=out)

    assert checked.returncode == 0
    assert len(sums.splitlines()) == len(everything(out)) - 1


def test_the_same_site_has_the_same_bytes(tmp_path: Path, out: Path, config_file: Path) -> None:
    first = release(made(), out, config_file, search=True)
    again = release(made(), out, config_file, search=True)
    elsewhere = release(made(), tmp_path / "b" / "c", config_file, jobs=3, search=True)

    assert (first.changed, again.changed, elsewhere.changed) == (True, False, True)
    assert first.release == again.release == elsewhere.release
    assert everything(out) == everything(tmp_path / "b" / "c")


def test_a_public_address_goes_into_the_pages(out: Path, config_file: Path) -> None:
    options = Options(config_file, base_url="https://example.org/zhou/", search=False)
    publish(made(), Output(out), options, lambda _: None)

    assert 'href="/zhou/assets/' in (out / "404.html").read_text(encoding="utf-8")
    assert 'href="./assets/' in (out / "index.html").read_text(encoding="utf-8")


def test_a_site_with_a_broken_link_is_not_shown(out: Path, config_file: Path) -> None:
    release(made("好"), out, config_file)
    before = everything(out)
    bad = make_page("x/", "坏", trail=(("没有", "gone/"),))
    with pytest.raises(Unsound) as caught:
        release(made("坏", bad), out, config_file)

    assert caught.value.problems == ("x/index.html：链接到没有的 gone/index.html",)
    assert everything(out) == before
    assert not Output(out).staging.exists()


def test_a_site_without_its_first_page_is_not_shown(out: Path, config_file: Path) -> None:
    with pytest.raises(Unsound):
        release(Made(pages=(make_page("x/", trail=()),)), out, config_file)

    assert not out.is_symlink()


def test_a_folder_that_cannot_be_written_leaves_the_site_as_it_was(
    out: Path, config_file: Path
) -> None:
    release(made("好"), out, config_file)
    before = everything(out)
    # A file where a folder has to be: no user, not even root, can write below it.
    blocked = (Artifact("data", b""), Artifact("data/a.csv", b""))
    with pytest.raises(OSError, match="data"):
        release(made("坏", artifacts=blocked), out, config_file)

    assert everything(out) == before
    assert not Output(out).staging.exists()


def test_rolling_back_brings_the_former_bytes(out: Path, config_file: Path) -> None:
    release(made("一"), out, config_file)
    before = everything(out)
    release(made("二"), out, config_file)
    roll_back(Output(out))

    assert everything(out) == before
