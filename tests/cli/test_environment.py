"""The program in surroundings it did not choose: streams, clocks, limits, switches of Python.

Each test is a process of its own. What the content is like is found out the same everywhere.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY
from tests.render.sample import ROOT
from tests.sites.folder import SMALL, write
from tests.sites.hostile import identities, names, natures, pointing
from tests.sites.hostile.case import Step

Finished = subprocess.CompletedProcess[bytes]
PROGRAM = f"{sys.executable} -m site_gen"


def shell(line: str, folder: Path, **environment: str) -> Finished:
    """Runs a line of the shell; ``$P`` is the program, the folder the working directory."""
    given = os.environ | {"P": PROGRAM, "PYTHONPATH": str(ROOT), "DAY": TODAY} | environment
    return subprocess.run(
        ["sh", "-c", line], capture_output=True, cwd=folder, env=given, timeout=90
    )


def fits(finished: Finished, status: int) -> None:
    """It ended so, and without a traceback."""
    assert b"Traceback" not in finished.stderr
    assert finished.returncode == status, finished.stderr.decode()


QUIET = ("$P check content --today $DAY >&-", "$P check content --today $DAY <&- >&- 2>&-")
HARMLESS = (
    *QUIET,
    "$P check content --today $DAY 2>&-",
    "$P stats content --today $DAY --format json | head -c 1",
    "$P check content --today $DAY --format json | true",
    "COLUMNS=20 LINES=2 TERM=dumb $P check content --today $DAY",
    "unset HOME USER PATH; $P check content --today $DAY",
    "HOME=/nonexistent TMPDIR=/nonexistent $P check content --today $DAY",
    "PYTHONWARNINGS=error $P check content --today $DAY",
    "PYTHONOPTIMIZE=1 $P check content --today $DAY",
    "PYTHONOPTIMIZE=2 $P check content --today $DAY",
    "ulimit -n 12; $P check content --today $DAY",
    "TZ=Pacific/Kiritimati SOURCE_DATE_EPOCH=4102444800 $P check content",
    "SOURCE_DATE_EPOCH=2147483648 $P check content",
    "$P check content --today 9999-12-31",
    "$P stats content --today 9999-12-31",
    "mkdir gone; cd gone; rmdir ../gone; $P check ../content --today $DAY || $P --help",
)


@pytest.mark.parametrize("line", HARMLESS)
def test_surroundings_that_do_no_harm(line: str, content: Path) -> None:
    fits(shell(line, content.parent), 0)


@pytest.mark.parametrize(
    ("line", "status", "told"),
    [
        ("SOURCE_DATE_EPOCH=253402300799 $P check content", 3, "SOURCE_DATE_EPOCH"),
        ("SOURCE_DATE_EPOCH=99999999999999999999 $P check content", 3, "SOURCE_DATE_EPOCH"),
        ("SOURCE_DATE_EPOCH=-1 $P check content", 3, "SOURCE_DATE_EPOCH"),
        ("SOURCE_DATE_EPOCH=1e9 $P check content", 3, "SOURCE_DATE_EPOCH"),
        ("SOURCE_DATE_EPOCH=１９ $P check content", 3, "SOURCE_DATE_EPOCH"),
        ("SOURCE_DATE_EPOCH=0 $P check content", 1, "L111"),
        ("$P check content --today 0001-01-01", 1, "L111"),
        ("$P check content --today 10000-01-01", 2, "不是日期"),
        ("$P check content --today ２０２６-11-22", 2, "不是日期"),
        ("$P check ''", 2, "没有这个文件夹"),
        ("$P check content/site.yaml", 2, "是一个文件"),
        ("$P build content --out content/site", 2, "里面"),
        ("$P build content --out .", 2, "里面"),
        ("$P build content --out /", 2, "根"),
        ("$P build content --out ''", 2, "是空的"),
        ("$P build content --out /dev/null", 2, "是一个文件"),
        ("$P build content --out site --base-url 'https://[x/'", 2, "不是网址"),
        ("$P build content --out site --base-url 'https://a.cn/?b'", 2, "不是网址"),
        ("$P build content --out site --jobs 0", 2, "整数"),
        ("$P rollback --out content", 2, "不是 site-gen 生成的"),
        ("$P schema --out content/site.yaml", 2, "是一个文件"),
        ("$P new session ../.. --content content", 2, "没有叫"),
        ("$P new session lixi --name ../a --content content", 2, "只能用"),
        ("$P new region ../a --content content", 2, "文件夹名"),
        ("$P new page --name index --content content", 2, "index"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_made(
    line: str, status: int, told: str, content: Path
) -> None:
    before = sorted(content.parent.rglob("*"))
    finished = shell(line, content.parent)

    fits(finished, status)
    assert told in finished.stderr.decode()
    assert sorted(content.parent.rglob("*")) == before


def test_a_name_that_the_locale_cannot_write(tmp_path: Path) -> None:
    write(SMALL, tmp_path / "内容")
    line = "$P check 内容 --today $DAY && $P fmt 内容 --check"
    for locale in ({"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}):
        fits(shell(line, tmp_path, **locale), 0)


def _hostile(root: Path) -> Path:
    """One folder with a good part of the corpus in it."""
    write(SMALL, root)
    steps: list[Step] = [
        step
        for case in (*names.PATHS, *names.CHARACTERS, *names.SORTS, *natures.BAD[:12])
        for step in case.steps
    ]
    steps += [step for case in identities.RESERVED for step in case.steps]
    steps += [pointing.RECORDS[0].steps[0], identities.CIRCLES[0].steps[0]]
    for step in steps:
        step(root)
    return root


def test_no_check_is_an_assertion(tmp_path: Path) -> None:
    """Python's switches change nothing: not what is found, and not what help pages say."""
    _hostile(tmp_path / "content")
    line = "$P check content --today $DAY --format json; $P explain F211; $P build --help >&2"
    ended = [shell(line, tmp_path, PYTHONOPTIMIZE=level) for level in ("0", "1", "2")]

    assert ended[0].stdout.count(b'"code"') > 80
    assert ended[0].stdout == ended[1].stdout == ended[2].stdout
    assert all("--base-url" in one.stderr.decode() for one in ended)
    assert not any(b"Traceback" in one.stderr for one in ended)


HELP_PAGES = (
    "import click; from site_gen.cli import main; "
    "[click.echo(one.get_help(click.Context(one))) for one in (main, *main.commands.values())]"
)


def test_nothing_that_is_said_stands_in_a_docstring(mistaken: Path) -> None:
    """``-OO`` leaves docstrings out: help pages and findings lose nothing by it."""
    line = f'{sys.executable} -c "{HELP_PAGES}"; $P check {mistaken.name} --today $DAY'
    plain, bare = (shell(line, mistaken.parent, PYTHONOPTIMIZE=level) for level in ("", "2"))

    assert "检查全部记录" in plain.stdout.decode()
    assert "“题源”" in plain.stderr.decode()
    assert (plain.stdout, plain.stderr) == (bare.stdout, bare.stderr)


def test_the_program_asks_nobody(content: Path) -> None:
    if shutil.which("unshare") is None or shell("unshare -rn true", content).returncode:
        pytest.skip("the system gives no network of its own to a program")
    line = "unshare -rn $P build content --out site --today $DAY --no-search --jobs 2"
    fits(shell(line, content.parent), 0)


def test_a_folder_that_may_not_be_written(content: Path) -> None:
    """A read-only mount, because an administrator may write anywhere else."""
    mount = "mkdir fixed && mount -t tmpfs -o ro none fixed"
    trial = f"mkdir trial && cd trial && unshare -rm sh -c '{mount}'"
    if shutil.which("unshare") is None or shell(trial, content.parent).returncode:
        pytest.skip("the system lets nobody mount")
    line = f"unshare -rm sh -c '{mount} && $P build content --out fixed/site --today $DAY'"
    finished = shell(line, content.parent)

    fits(finished, 3)
    assert "只读" in finished.stderr.decode()


MISSING = "from pathlib import Path\n\n\ndef get_executable():\n    {}\n"


@pytest.mark.parametrize(
    "way",
    ["raise FileNotFoundError()", "return Path('/nonexistent/pagefind')", "return '/bin/false'"],
)
def test_a_search_program_that_is_missing(way: str, content: Path) -> None:
    """Found before the real one: a package of that name without its program."""
    (content.parent / "pagefind_bin.py").write_text(MISSING.format(way), encoding="utf-8")
    line = "$P build content --out site --today $DAY --jobs 1"
    finished = shell(line, content.parent, PYTHONPATH=f"{content.parent}:{ROOT}")

    fits(finished, 3)
    assert "检索索引程序" in finished.stderr.decode()
    assert not (content.parent / "site").is_symlink()


def test_a_build_with_next_to_nothing(content: Path) -> None:
    """No variable, no input, no output, few files at a time."""
    line = (
        "ulimit -n 64; env -i $P build content --out site --today $DAY --no-search --jobs 2"
        " <&- >&- 2>&-"
    )
    fits(shell(line, content.parent), 0)
    assert (content.parent / "site/index.html").is_file()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_site_on_the_first_and_on_the_last_day(day: str, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yaml").write_text("名称: 公示\n", encoding="utf-8")
    fits(shell(f"$P build content --out site --today {day} --no-search --jobs 1", tmp_path), 0)
