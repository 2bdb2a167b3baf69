"""Commands given wrongly end with status 2 and a Chinese sentence, and touch nothing."""

import re

import pytest

from site_gen.cli import main
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "没有“chek”这个命令，是不是 check"),
        (["check", "--fromat", "json"], "没有“--fromat”这个选项，是不是 --format"),
        (["check", "nowhere"], "CONTENT：没有这个文件夹 nowhere"),
        (["check", ".", "b"], "多写了 b"),
        (["check", ".", "--format", "xml"], "--format：可以写的是 text、json、github"),
        (["check", ".", "--today", "昨天"], "--today：“昨天”不是日期"),
        (["check", ".", "--today", "20230512"], "--today：“20230512”不是日期"),
        (["check", ".", "--today", "2023-02-30"], "--today：“2023-02-30”不是日期"),
        (["build", "."], "还缺 --out"),
        (["build", ".", "--out"], "--out 后面还要写一个值"),
        (["build", ".", "--out", ""], "--out：是空的"),
        (["build", ".", "--no-search=1", "--out", "x"], "--no-search 后面不写值"),
        (["build", ".", "--out", "x", "--jobs", "0"], "--jobs：要写一个整数，1 到 256"),
        (["build", ".", "--out", "x", "--base-url", "ftp://a/"], "--base-url：“ftp://a/”不是网址"),
        (["explain", "X999"], "没有“X999”这个代码"),
        (["explain"], "还缺 CODE"),
        (["rollback"], "还缺 --out"),
        (["rollback", "--out="], "--out：是空的"),
        (["schema", "--out", ""], "--out：是空的"),
    ],
)
def test_a_wrong_command_line(run: Run, arguments: list[str], said: str) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert result.stderr.startswith(said)
    assert result.stdout == ""


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    result = run()

    assert result.exit_code == 2
    assert "用法：site-gen" in result.stderr


@pytest.mark.parametrize("command", ["", *main.commands])
def test_every_help_page_is_chinese(run: Run, command: str) -> None:
    result = run(*filter(None, [command, "--help"]))

    assert result.exit_code == 0
    assert "用法：" in result.stdout
    assert not re.search(r"Usage|Options|Commands|Show|default", result.stdout)
    assert all("--" not in line or re.search("[一-鿿]", line) for line in _options(result.stdout))


def _options(page: str) -> list[str]:
    """The options of a help page, a text that starts on the next line included."""
    return re.split(r"\n  (?=--)", page)[1:]
