"""``site-gen new``: a record of every kind, in its place, never over another."""

from datetime import date
from pathlib import Path

import pytest

from site_gen.findings import value_rules
from site_gen.pipeline import audit
from site_gen.records.kinds import Kind
from site_gen.records.table import KINDS
from tests.cli.conftest import TODAY, Run

DAY = date.fromisoformat(TODAY)
REGION = "lixi"
# What a person fills in where the skeleton leaves a key empty; the rest is any text.
FILLED = {"代码": '"513222"', "数值": "3", "截至": "2023-06", "类型": "民主监督", "编号": "parking"}


def opened(run: Run, content: Path, kind: Kind, *more: str) -> Path:
    """Opens a record of a kind where there is none of its name."""
    region = [REGION if kind.key != "region" else "xinxian"] if "<region>" in kind.pattern else []
    place = content / kind.pattern.replace("<region>", REGION)
    if "<" not in place.name and kind.key != "region":
        place.unlink(missing_ok=True)
    result = run("new", kind.term, *region, "--content", content, "--today", TODAY, *more)
    assert result.exit_code == 0, result.stderr
    return Path(result.stdout.strip())


def fill(path: Path) -> None:
    """Writes something behind every empty key that is not commented out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    following = [*lines[1:], ""]
    path.write_text(
        "\n".join(map(_filled, lines, following)) + "\n",
        encoding="utf-8",
    )


def _filled(line: str, following: str) -> str:
    key = line.strip(" -").removesuffix(":")
    if line.lstrip().startswith("#") or not line.endswith(":") or following.startswith("  - "):
        return line
    return f"{line} {FILLED.get(key, '待核实的内容')}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_what_is_missing_is_exactly_what_is_left_to_fill_in(
    run: Run, content: Path, kind: Kind
) -> None:
    path = opened(run, content, kind)
    before = path.read_text(encoding="utf-8").splitlines()
    fill(path)
    after = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(before), encoding="utf-8")
    empty = value_rules.TEXT_EMPTY.code
    found = {
        one.where.line
        for one in audit(content, DAY).findings
        if (content / one.where.path) == path and one.code == empty
    }

    pairs = zip(before, after, strict=True)
    assert found == {n for n, (old, new) in enumerate(pairs, 1) if old != new}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_filled_in_it_is_accepted(run: Run, content: Path, kind: Kind) -> None:
    path = opened(run, content, kind)
    fill(path)
    findings = audit(content, DAY).findings

    assert [one for one in findings if (content / one.where.path) == path] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_kinds_are_called_by_their_english_key_too(run: Run, content: Path, kind: Kind) -> None:
    result = run("new", kind.key, "nowhere!", "--content", content)

    assert "这种记录" not in result.stderr


def test_the_name_begins_with_the_day_and_is_counted_on(run: Run, content: Path) -> None:
    names = [
        Path(run("new", "session", REGION, "--content", content, "--today", TODAY).stdout.strip())
        for _ in range(3)
    ]

    assert [path.name for path in names] == ["1122-new.md", "1122-new-2.md", "1122-new-3.md"]
    assert {path.parent for path in names} == {content / "regions/lixi/sessions/2026"}


def test_a_name_can_be_given(run: Run, content: Path) -> None:
    arguments = ("new", "协商活动", REGION, "--name", "qiaotou", "--content", content)
    result = run(*arguments, "--today", TODAY)

    assert result.stdout.strip().endswith("sessions/2026/1122-qiaotou.md")
    again = run(*arguments, "--today", TODAY)

    assert again.exit_code == 2
    assert "已经有" in again.stderr


def test_a_list_that_is_there_is_left_alone(run: Run, content: Path) -> None:
    units = content / "regions/lixi/units.yaml"
    before = units.read_bytes()
    result = run("new", "承办单位", REGION, "--content", content)

    assert result.exit_code == 0
    assert result.stdout.startswith("- 名称:\n")
    assert "units.yaml 已经有了" in result.stderr
    assert units.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["会议", REGION], "没有“会议”这种记录。可以写："),
        (["session", "lixii"], "没有叫“lixii”的地方。已有：lixi"),
        (["session"], "没有叫“”的地方。已有：lixi、moping、yunzhou"),
        (["session", "../lixi"], "没有叫“../lixi”的地方"),
        (["page", REGION], "网页是整个网站的，不写地方"),
        (["region", "ledger"], "“ledger”不能作地方的文件夹名"),
        (["region", "新县"], "“新县”不能作地方的文件夹名"),
        (["region", REGION], "已经有"),
        (["site"], "已经有"),
        (["case", REGION, "--name", "../x"], "名字“../x”只能用小写字母"),
        (["case", REGION, "--name", "a" * 65], "只能用小写字母"),
    ],
)
def test_what_cannot_be_opened(run: Run, content: Path, arguments: list[str], said: str) -> None:
    before = sorted(content.parent.rglob("*"))
    result = run("new", *arguments, "--content", content)

    assert result.exit_code == 2
    assert said in result.stderr
    assert sorted(content.parent.rglob("*")) == before
