"""A site made parcel by parcel is the site made of all its content at once."""

import subprocess
import sys
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from benchmarks.corpus import make
from site_gen.pages.compose import compose_kinds
from site_gen.pages.table import PAGE_KINDS
from site_gen.publish.manifest import NAME
from tests.parcels.apart import TODAY, check_same, in_parcels, without_lines
from tests.parcels.province import PROVINCE, write

ROOT = Path(__file__).parents[2]
SESSIONS = 60


@pytest.fixture
def province(tmp_path: Path) -> Path:
    """The small province, written down."""
    return write(PROVINCE, tmp_path / "content")


def made_up(content: Path, seed: int) -> Path:
    """A made-up province of very many regions, whose sessions name those of other prefectures."""
    make(content, SESSIONS, seed)
    sessions = sorted(content.glob("regions/*/sessions/*/*.md"), key=lambda path: path.parts[-2:])
    rng = Random(seed)
    for earlier, later in pairwise(sessions):
        region, _, year, name = earlier.with_suffix("").parts[-4:]
        text = later.read_text(encoding="utf-8")
        if rng.random() < 0.4 and "承接:" not in text:
            text = text.replace("\n---\n", f"\n承接: {region}/{year}/{name}\n---\n", 1)
        elif rng.random() < 0.3:
            text = text.replace("\n---\n", f"\n跨区域: {region}\n---\n", 1)
        if rng.random() < 0.3 and "## 经过" in text:
            text += f"\n见[先前](record:sessions/{region}/{year}/{name}#s1)。\n"
        later.write_text(text, encoding="utf-8")
    return content


@pytest.mark.parametrize("folder", ["examples/wuli", "content"])
def test_content_of_the_project(project_root: Path, folder: str) -> None:
    assert check_same(project_root / folder)


def test_records_that_name_each_other_across_prefectures(province: Path) -> None:
    assert check_same(province)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_made_up_province(tmp_path: Path, seed: int) -> None:
    assert check_same(made_up(tmp_path, seed))


def test_a_matter_that_runs_in_a_circle(tmp_path: Path) -> None:
    path = "regions/dongyi/sessions/2025/0302-ba.md"
    circle = PROVINCE[path].replace("\n---\n", "\n承接: gu/2025/0607-ba\n---\n", 1)

    assert check_same(write({**PROVINCE, path: circle}, tmp_path))


def test_pages_about_the_whole_site_ask_for_no_list_of_all_entries(tmp_path: Path) -> None:
    """But for those of the ledger, whose lists are made of all rows."""
    view = without_lines(made_up(tmp_path, 1))
    kinds = [kind for kind in PAGE_KINDS if kind.key not in {"ledger", "search"}]

    assert len(compose_kinds(view, kinds)) > 20


WRONG = {
    "a session that was never there": ("xiyi/2025/0405-ba", "dongyi/2025/0302-ba", "dongyi/1999/x"),
    "a region that is not there": ("xier/2025/0809-qu", "跨区域: 东二县", "跨区域: 北一县"),
    "a unit that only others have": ("nanyi/2025/0910-jing", "县水务局", "县教育局"),
    "a mailbox that is of no office": ("donger/2025/1112-dian", "zhanghai@", "lisi@"),
    "an item that is not there": ("dongyi/2025/0708-lu", "0809-qu 建议1", "0809-qu 建议9"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_between_prefectures_is_found(tmp_path: Path, name: str) -> None:
    session, right, wrong = WRONG[name]
    region, _, rest = session.partition("/")
    path = f"regions/{region}/sessions/{rest}.md"
    changed = PROVINCE[path].replace(right, wrong)
    assert changed != PROVINCE[path]
    content = write({**PROVINCE, path: changed}, tmp_path)

    assert not check_same(content)
    assert any(one.where.path == path for one in in_parcels(content)[0].findings)


def sums(content: Path, out: Path, *options: str) -> str:
    """What a publication holds, made by the command line."""
    command = [sys.executable, "-m", "site_gen", "build", str(content), "--out", str(out)]
    given = [*command, "--today", TODAY.isoformat(), "--no-search", *options]
    done = subprocess.run(given, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return (out / NAME).read_text(encoding="utf-8")


def build_both(content: Path, folder: Path) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """File → digest, of what one process makes and of what several make."""
    made = (
        sums(content, folder / "one", "--jobs", "1"),
        sums(content, folder / "several", "--jobs", "2"),
    )
    one, several = ({line[66:]: line[:64] for line in text.splitlines()} for text in made)
    return one, several


@pytest.mark.slow
def test_what_several_processes_publish(tmp_path: Path, province: Path) -> None:
    one, several = build_both(province, tmp_path)

    assert {file for file in one.keys() | several if one.get(file) != several.get(file)} == set()
    assert len(one) > 150


@pytest.mark.slow
def test_the_example_as_several_processes_publish_it(tmp_path: Path, project_root: Path) -> None:
    one, several = build_both(project_root / "examples" / "wuli", tmp_path)

    assert several == one
    assert len(one) > 300
