"""The corpus of hostile folders, through the command line: exactly these findings, nothing shown.

What is refused leaves the site that is shown, and everything beside it, byte for byte as it was;
what is accepted is published, all of it together.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_gen.cli import main
from tests.sites.folder import SMALL, write
from tests.sites.hostile import identities, names, natures, pointing
from tests.sites.hostile.case import Case, Step

TODAY = "2026-11-22"
BAD = (*names.BAD, *natures.BAD, *pointing.BAD, *identities.BAD)
PICTURES = names.PICTURES_ACCEPTED
GOOD = (*names.GOOD, *natures.GOOD, *pointing.GOOD, *identities.GOOD)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments), "--today", TODAY])


def written(case: Case, root: Path) -> Path:
    try:
        return case.write(root)
    except PermissionError:
        pytest.skip("the system makes devices for administrators only")


def told(result: Result) -> list[str]:
    """Findings as ``path:line:column CODE``."""
    findings = json.loads(result.stdout)
    return [f"{one['path']}:{one['line']}:{one['column']} {one['code']}" for one in findings]


def everything(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file and link below a folder, with the time of its last change."""
    return {
        str(path): (path.lstat().st_mtime_ns, b"" if path.is_dir() else path.read_bytes())
        for path in folder.rglob("*")
    }


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the sound folder is published; nothing may have touched it when all cases have run."""
    root = tmp_path_factory.mktemp("shown")
    out = root / "public" / "site"
    built = run("build", write(SMALL, root / "content"), "--out", out, "--no-search", "--jobs", 1)
    assert built.exit_code == 0, built.stderr
    yield out


def is_told(case: Case, content: Path) -> None:
    checked = run("check", content, "--format", "json")

    assert told(checked) == list(case.found)
    assert checked.exit_code == 1


@pytest.mark.parametrize("case", pointing.SPELLINGS, ids=str)
def test_no_spelling_leads_out_wherever_a_file_is_named(case: Case, tmp_path: Path) -> None:
    is_told(case, case.write(tmp_path))


@pytest.mark.parametrize("case", BAD, ids=str)
def test_exactly_this_is_said_and_nothing_is_touched(
    case: Case, shown: Path, tmp_path: Path
) -> None:
    content = written(case, tmp_path / "content")
    is_told(case, content)
    before = everything(shown.parent)
    built = run("build", content, "--out", shown, "--no-search", "--jobs", 1)

    assert built.exit_code == 1
    assert f"{': '.join(case.found[0].rsplit(' ', 1))} " in built.stderr
    assert everything(shown.parent) == before


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_nothing_is_said_about_what_is_right(case: Case, tmp_path: Path) -> None:
    checked = run("check", written(case, tmp_path / "content"), "--format", "json")

    assert told(checked) == []
    assert checked.exit_code == 0


def test_everything_that_is_right_is_published_together(tmp_path: Path) -> None:
    steps = tuple(step for case in GOOD for step in case.steps)
    content = Case("everything", steps).write(tmp_path / "content")
    built = run("build", content, "--out", tmp_path / "site", "--no-search", "--jobs", 1)

    assert built.exit_code == 0, built.stderr
    story = (tmp_path / "site/lixi/cases/daolu/index.html").read_text(encoding="utf-8")
    assert [
        case.name for case in PICTURES if f"<figcaption>{case.name}</figcaption>" not in story
    ] == []
    assert (tmp_path / "site/lixi/cases/sessions/index.html").is_file()


@pytest.mark.parametrize("kind", identities.MEANT)
def test_what_was_meant_is_offered(kind: str, tmp_path: Path) -> None:
    step, where, meant = identities.MEANT[kind]
    checked = run("check", Case(kind, (step,)).write(tmp_path), "--format", "json")
    (finding,) = json.loads(checked.stdout)

    assert told(checked) == [where]
    assert f"是不是“{meant}”？" in finding["hint"]


def _ten_thousand(root: Path) -> None:
    for number in range(10_000):
        (root / f"regions/lixi/attachments/{number}.txt").touch()


def test_ten_thousand_files_in_one_folder(tmp_path: Path) -> None:
    steps: tuple[Step, ...] = (_ten_thousand,)
    checked = run("check", Case("many", steps).write(tmp_path), "--format", "json")

    assert {one.rpartition(" ")[2] for one in told(checked)} == {"F212"}
    assert len(told(checked)) == 10_000


def test_the_corpus_is_large_and_no_case_is_there_twice() -> None:
    assert len(BAD) >= 60
    assert len(GOOD) >= 25
    assert len({(case.name, case.found) for case in (*BAD, *GOOD)}) == len(BAD) + len(GOOD)
