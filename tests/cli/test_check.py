"""``site-gen check``: what it says in each format, and how it ends."""

import json
import os
from pathlib import Path

import pytest

from site_gen.cli.report import printable, show_github
from site_gen.findings import Finding, Severity, Where
from tests.cli.conftest import TODAY, Run

PLACE = "regions/lixi/sessions/2023/0512-shigeng.md:9:5"


def slip(content: Path) -> None:
    """Writes a date in a way that has one reading: a notice."""
    session = content / "regions/lixi/sessions/2023/0701-shuiqu.md"
    text = session.read_text(encoding="utf-8")
    session.write_text(text.replace("2023-07-01", "2023年7月1日"), encoding="utf-8")


def test_nothing_wrong(run: Run, content: Path) -> None:
    result = run("check", content, "--today", TODAY)

    assert result.exit_code == 0
    assert result.stdout.startswith("没有发现问题（读了 ")
    assert result.stderr == ""


def test_a_finding_is_one_line_with_place_code_and_remedy(run: Run, mistaken: Path) -> None:
    result = run("check", mistaken, "--today", TODAY)
    first, last = result.stderr.splitlines()

    assert result.exit_code == 1
    assert first.startswith(f"{PLACE}: V110 “群众”不在“题源”可以用的词里。")
    assert "错误 1 处" in last
    assert result.stdout == ""


def test_findings_for_programs(run: Run, mistaken: Path) -> None:
    result = run("check", mistaken, "--format", "json", "--today", TODAY)
    (finding,) = json.loads(result.stdout)

    assert result.exit_code == 1
    assert finding == {
        "path": "regions/lixi/sessions/2023/0512-shigeng.md",
        "line": 9,
        "column": 5,
        "code": "V110",
        "severity": "error",
        "message": "“群众”不在“题源”可以用的词里",
        "hint": "可以用的词：党委政府点题、政协选题、委员出题、群众出题",
    }
    assert "错误 1 处" in result.stderr


def test_no_findings_are_an_empty_list_for_programs(run: Run, content: Path) -> None:
    assert json.loads(run("check", content, "--format", "json", "--today", TODAY).stdout) == []


def test_findings_as_annotations(run: Run, mistaken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mistaken.parent)
    result = run("check", "content", "--format", "github", "--today", TODAY)

    assert result.stdout.startswith(
        "::error file=content/regions/lixi/sessions/2023/0512-shigeng.md,line=9,col=5,title=V110::"
    )


def test_annotations_cannot_be_broken_out_of(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    where = Where("a,b:c%\n::error::x.md", 1, 2)
    show_github([Finding(where, "P101", Severity.WARNING, "50%\n::stop", "改")], Path())
    (line,) = capsys.readouterr().out.splitlines()

    assert line == (
        "::warning file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ax.md,line=1,col=2,title=P101::"
        "50%25%0A::stop。改"
    )


@pytest.mark.parametrize(("level", "status"), [("error", 0), ("warning", 0), ("notice", 1)])
def test_how_much_it_takes_to_fail(run: Run, content: Path, level: str, status: int) -> None:
    slip(content)
    result = run("check", content, "--fail-on", level, "--today", TODAY)

    assert "写法 1 处" in result.stderr
    assert result.exit_code == status


def test_what_is_in_the_future_depends_on_the_day(run: Run, content: Path) -> None:
    assert run("check", content, "--today", "2023-05-21").exit_code == 1


def test_the_day_may_come_from_the_environment(
    run: Run, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1684600000")

    assert run("check", content).exit_code == 1
    assert run("check", content, "--today", TODAY).exit_code == 0


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert printable("a\x1b[31m\nb\u202e竣") == "a\\x1b[31m\\nb\\u202e竣"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_cannot_be_read_is_not_skipped(run: Run, content: Path) -> None:
    (content / "pages/about.md").chmod(0)

    assert "pages/about.md" in run("check", content, "--today", TODAY).stderr
