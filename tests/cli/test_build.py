"""``site-gen build`` and ``rollback``: what is published, what is refused, how each run ends."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from site_gen.publish import Output
from site_gen.publish.lock import locked
from tests.cli.conftest import TODAY, Run
from tests.render.sample import ROOT

Build = Callable[..., Result]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the site goes."""
    return tmp_path / "site"


@pytest.fixture
def build(run: Run, content: Path, out: Path) -> Build:
    """A function that builds the small content folder, without search unless asked for."""

    def invoke(*more: object) -> Result:
        return run("build", content, "--out", out, "--today", TODAY, "--no-search", *more)

    return invoke


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A host configuration beside a copy of the theme, which a test may spoil."""
    shutil.copytree(ROOT / "theme", tmp_path / "host" / "theme")
    (tmp_path / "host" / "docs").mkdir()
    config = tmp_path / "host" / "mkdocs.yml"
    config.write_text(
        "site_name: x\ndocs_dir: docs\ntheme: {name: material, custom_dir: theme, font: false}\n",
        encoding="utf-8",
    )
    return config


def listing(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_built_and_told(build: Build, out: Path) -> None:
    result = build()

    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith(f"已经发布：{out}（")
    assert "没有发现问题" in result.stderr
    assert "石埂村通村公路破损" in (out / "lixi/sessions/2023/0512-shigeng/index.html").read_text(
        encoding="utf-8"
    )


def test_the_same_again_is_said_to_be_the_same(build: Build, out: Path) -> None:
    build()
    before = listing(out)
    result = build("--jobs", 2)

    assert result.stdout.startswith(f"和已经发布的一样：{out}（")
    assert listing(out) == before


def test_search_is_built_unless_it_is_declined(run: Run, content: Path, out: Path) -> None:
    result = run("build", content, "--out", out, "--today", TODAY)

    assert result.exit_code == 0, result.stderr
    assert (out / "assets/search/index.json").is_file()
    run("build", content, "--out", out, "--today", TODAY, "--no-search")

    assert not (out / "assets/search").exists()


def test_errors_in_the_content_leave_everything_as_it_was(
    build: Build, mistaken: Path, out: Path
) -> None:
    before = listing(out.parent)
    result = build()

    assert result.exit_code == 1
    assert "V110" in result.stderr
    assert "没有发布" in result.stderr
    assert listing(out.parent) == before
    assert not out.is_symlink()


@pytest.mark.parametrize("place", ["content/site", ".", "/", "full", "file", "elsewhere"])
def test_a_place_that_will_not_do_is_refused_before_anything(
    run: Run, content: Path, place: str
) -> None:
    folder = content.parent
    (folder / "full").mkdir()
    (folder / "full" / "mine.txt").touch()
    (folder / "file").touch()
    (folder / "elsewhere").symlink_to("full")
    before = sorted(folder.rglob("*"))
    result = run("build", content, "--out", folder / place)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert sorted(folder.rglob("*")) == before


def test_two_builds_at_once(build: Build, out: Path) -> None:
    with locked(Output(out)):
        result = build()

    assert result.exit_code == 3
    assert f"另一个 site-gen 正在写 {out}" in result.stderr


def test_rolling_back(run: Run, build: Build, content: Path, out: Path) -> None:
    build()
    before = listing(out)
    about = content / "pages/about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")
    build()

    assert listing(out) != before
    result = run("rollback", "--out", out)

    assert result.exit_code == 0
    assert result.stdout.startswith(f"已经退回：{out}（版本 ")
    assert listing(out) == before
    again = run("rollback", "--out", out)

    assert again.exit_code == 3
    assert "退不回去" in again.stderr


def test_rolling_back_what_was_never_published(run: Run, out: Path) -> None:
    result = run("rollback", "--out", out)

    assert result.exit_code == 3
    assert "还没有发布过" in result.stderr
    assert not out.parent.joinpath("site.releases").exists()


def test_a_day_that_cannot_be_read(
    run: Run, content: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = run("build", content, "--out", out)

    assert result.exit_code == 3
    assert "SOURCE_DATE_EPOCH" in result.stderr


def test_a_missing_host_configuration(build: Build, tmp_path: Path, out: Path) -> None:
    result = build("--config", tmp_path / "nowhere.yml")

    assert result.exit_code == 3
    assert "nowhere.yml" in result.stderr
    assert not out.is_symlink()


def test_a_broken_link_of_ours_is_a_defect(build: Build, project: Path, out: Path) -> None:
    build("--config", project)
    before = listing(out)
    footer = project.parent / "theme" / "frame" / "footer.html"
    footer.write_text('<a href="gone/">坏</a>' + footer.read_text(encoding="utf-8"))
    result = build("--config", project)

    assert result.exit_code == 70
    assert "404.html：链接到没有的 gone/index.html" in result.stderr
    assert "… 还有" in result.stderr
    assert "这是程序的缺陷" in result.stderr
    assert listing(out) == before


def test_any_other_defect_is_told_without_a_traceback(
    build: Build, project: Path, out: Path
) -> None:
    (project.parent / "theme" / "page.html").write_text("{{ nothing.of.this }}")
    result = build("--config", project)
    file = Path(result.stderr.splitlines()[-1].rpartition("：")[2])

    assert result.exit_code == 70
    assert "Traceback" not in result.stderr
    assert "这是程序的缺陷，不是内容的问题；没有发布" in result.stderr
    assert "Traceback" in file.read_text(encoding="utf-8")
    assert not out.is_symlink()
    file.unlink()


def test_a_defect_is_shown_to_who_asks(run: Run, content: Path, project: Path, out: Path) -> None:
    (project.parent / "theme" / "page.html").write_text("{{ nothing.of.this }}")
    result = run("--debug", "build", content, "--out", out, "--config", project, "--no-search")

    assert result.exit_code == 70
    assert "Traceback" in result.stderr
