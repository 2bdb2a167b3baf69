"""The program as a process: its output in any locale, its status when the machine fails it."""

import os
import resource
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from signal import SIGINT, SIGTERM, Signals
from urllib.request import urlopen

import pytest

from tests.cli.conftest import TODAY
from tests.render.sample import ROOT

Finished = subprocess.CompletedProcess[bytes]
PLAIN = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}


def start(*arguments: object, limit: int | None = None, **environment: str) -> Finished:
    """Runs the program to its end; ``limit`` is the largest file it may write."""

    def restrict() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-m", "site_gen", *map(str, arguments)],
        capture_output=True,
        cwd=ROOT,
        env=PLAIN | environment,
        preexec_fn=restrict,
    )


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LANG": "zh_CN.GB18030"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONOPTIMIZE": "1"},
        {"TZ": "Pacific/Kiritimati"},
    ],
    ids=str,
)
def test_chinese_comes_out_everywhere(mistaken: Path, environment: dict[str, str]) -> None:
    finished = start("check", mistaken, "--today", TODAY, limit=None, **environment)

    assert finished.returncode == 1
    assert "V110 “群众”不在“题源”可以用的词里。" in finished.stderr.decode()


@pytest.mark.parametrize("seconds", ["0", "2147483648"], ids=["1970", "2038"])
def test_a_clock_that_is_wrong(content: Path, seconds: str) -> None:
    finished = start("check", content, SOURCE_DATE_EPOCH=seconds)

    assert finished.returncode == (1 if seconds == "0" else 0)
    assert b"Traceback" not in finished.stderr


def site(out: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}


@pytest.mark.slow
@pytest.mark.parametrize("limit", [0, 1_000, 60_000])
def test_a_disk_that_takes_no_more(content: Path, tmp_path: Path, limit: int) -> None:
    out = tmp_path / "site"
    good = start("build", content, "--out", out, "--today", TODAY)
    before = site(out)
    about = content / "pages/about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")
    bad = start("build", content, "--out", out, "--today", TODAY, "--jobs", 2, limit=limit)

    assert good.returncode == 0
    assert bad.returncode == 3
    assert "没有发布" in bad.stderr.decode()
    assert b"Traceback" not in bad.stderr
    assert site(out) == before


@pytest.fixture
def reader(content: Path) -> Callable[[], subprocess.Popen[bytes]]:
    """A function that starts a long output nobody reads to its end."""
    for number in range(3000):
        (content / f"pages/x{number}.md").write_text("没有开头", encoding="utf-8")
    command = [sys.executable, "-m", "site_gen", "check", str(content), "--format", "json"]
    return lambda: subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_a_reader_that_goes_away_is_no_defect(
    reader: Callable[[], subprocess.Popen[bytes]],
) -> None:
    with reader() as process:
        if process.stdout is None or process.stderr is None:
            pytest.fail("started without pipes")
        process.stdout.read(10)
        process.stdout.close()
        told = process.stderr.read()

    assert b"Traceback" not in told
    assert process.returncode not in {0, 70}


def test_the_preview_serves_until_it_is_interrupted(content: Path) -> None:
    command = [sys.executable, "-u", "-m", "site_gen", "serve", str(content), "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        if process.stdout is None:
            pytest.fail("started without a pipe")
        told = [process.stdout.readline().decode() for _ in range(2)]
        with urlopen(told[0].split()[1], timeout=10) as answer:
            page = answer.read().decode()
        process.send_signal(SIGINT)

    assert told[1] == "已更新，检索稍后跟上\n"
    assert "/_preview/reload.js" in page
    assert process.returncode == 0


def test_the_preview_of_one_region_begins_there(content: Path) -> None:
    command = [sys.executable, "-u", "-m", "site_gen", "serve", str(content), "--port", "0"]
    with subprocess.Popen(
        [*command, "--region", "砾溪县"], cwd=ROOT, stdout=subprocess.PIPE
    ) as process:
        if process.stdout is None:
            pytest.fail("started without a pipe")
        told = process.stdout.readline().decode()
        process.send_signal(SIGINT)

    assert told.split()[1].endswith("/lixi/")
    assert process.returncode == 0


def test_a_region_that_is_not_there_cannot_be_previewed(content: Path) -> None:
    finished = start("serve", content, "--port", 0, "--region", "北一县")

    assert finished.returncode == 2
    assert "没有“北一县”这个地方" in finished.stderr.decode()


def test_a_port_that_is_taken(content: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        finished = start("serve", content, "--port", taken.getsockname()[1])

    assert finished.returncode == 3
    assert "端口已经有别的程序在用" in finished.stderr.decode()


@pytest.mark.parametrize("signal", [SIGINT, SIGTERM])
def test_a_build_that_is_told_to_end_tidies_up(
    content: Path, tmp_path: Path, signal: Signals
) -> None:
    (tmp_path / "scratch").mkdir()
    arguments = ["build", str(content), "--out", str(tmp_path / "site"), "--today", TODAY]
    with subprocess.Popen(
        [sys.executable, "-m", "site_gen", *arguments],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(tmp_path / "scratch")},
        stderr=subprocess.PIPE,
    ) as process:
        if process.stderr is None:
            pytest.fail("started without a pipe")
        for line in process.stderr:
            if "生成网页" in line.decode():
                break
        process.send_signal(signal)
        told = process.stderr.read().decode()

    assert process.returncode == 130
    assert "中断了，没有发布" in told
    assert "Traceback" not in told
    assert not (tmp_path / "site").is_symlink()
    assert not (tmp_path / "site.releases/.staging").exists()
    assert list((tmp_path / "scratch").iterdir()) == []
