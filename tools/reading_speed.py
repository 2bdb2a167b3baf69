"""How long a first visit takes on a cheap phone: every kind of page, measured in Chromium.

``make weigh`` builds the example, serves it compressed, visits a page of every kind cold,
several times, with the network and the processor of a slow phone, and writes
docs/reading-speed.md. What keeps pages quick is asserted in tests/readers/test_weight.py, where
nothing is timed.
"""

import argparse
import os
import platform
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from tools.readers.samples import ASKED, ROOT
from tools.readers.stage import EXAMPLE, Stage, chromium, staged
from tools.readers.visits import Visit, visit

PAGE = ROOT / "docs" / "reading-speed.md"
SLOWEST, HEAVIEST = 2000, 100_000
"""Goals: the largest paint in milliseconds, the first visit in bytes. Shifts: none."""
HEAVIEST_SEARCH = 150_000
"""An address that asks for a search brings the engine of the search with it."""
OPENING = """\
# 第一次打开要多久

这一页由 `make weigh` 生成：虚构的示例里每一种页面取一页，放在压缩传送的服务器上，用 Chromium 在
360 像素宽的屏幕上第一次打开（什么都没有缓存）。网络 1.6 Mbit/s、延迟 150 毫秒，处理器放慢四倍，
和 Lighthouse 的手机条件一样。每页 {rounds} 次，取中位数。

目标：最大的一块 2 秒以内画出来；画出来的东西不再移位；第一次打开的全部下载不超过 100 KB（一打开就
在搜索的，连检索程序不超过 150 KB）。
**{verdict}**

| 页面 | 最大的一块（毫秒） | 最快–最慢 | 移位 | 下载（KB） | 请求 | 最大的一块是 |
|---|--:|--:|--:|--:|--:|---|
"""
ALL_MET = "全部达到。"
MISSED = "没有达到的：{names}。"


def main() -> None:
    """Read the command line, measure, write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", help="beginnings of names; nothing is written then")
    wanted = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        with staged(EXAMPLE, Path(folder) / "site") as stage:
            measured = dict(_measure(browser, stage, wanted.rounds, tuple(wanted.only.split())))
        circumstances = _circumstances(browser, load)
    if not wanted.only:
        PAGE.write_text(_page(measured, wanted.rounds, circumstances), encoding="utf-8")


def _measure(
    browser: Browser, stage: Stage, rounds: int, only: tuple[str, ...]
) -> Iterator[tuple[str, list[Visit]]]:
    """Name → its visits; told as they come, because they take minutes."""
    for name, address in sorted({**stage.samples, **ASKED}.items()):
        if not only or name.startswith(only):
            visits = [visit(browser, stage.url + address, slow=True) for _ in range(rounds)]
            print(_row(name, visits), flush=True)
            yield name, visits


def _page(measured: Mapping[str, Sequence[Visit]], rounds: int, about: Iterable[str]) -> str:
    missed = [name for name, visits in measured.items() if not meets(visits, _heaviest(name))]
    verdict = MISSED.format(names="、".join(missed)) if missed else ALL_MET
    rows = "\n".join(_row(name, visits) for name, visits in measured.items())
    opening = OPENING.format(rounds=rounds, verdict=verdict)
    circumstances = "".join(f"- {line}\n" for line in about)
    return f"{opening}{rows}\n\n## 机器和版本\n\n{circumstances}"


def meets(visits: Sequence[Visit], heaviest: int = HEAVIEST) -> bool:
    """Whether a page reaches the goals."""
    paint = median(each.paint for each in visits)
    return paint <= SLOWEST and not any(v.shift or v.bytes > heaviest for v in visits)


def _heaviest(name: str) -> int:
    return HEAVIEST_SEARCH if name.startswith("search-") else HEAVIEST


def _row(name: str, visits: Sequence[Visit]) -> str:
    paints = sorted(each.paint for each in visits)
    last = visits[-1]
    cells = (
        name,
        f"{median(paints):.0f}",
        f"{paints[0]:.0f}–{paints[-1]:.0f}",
        f"{max(each.shift for each in visits):.3g}",
        f"{max(each.bytes for each in visits) / 1000:.1f}",
        str(last.requests),
        f"`{last.largest}`",
    )
    return f"| {' | '.join(cells)} |"


def _circumstances(browser: Browser, load: float) -> Iterator[str]:
    """The machine, the versions, the day; and how busy the machine was with other things."""
    information = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    models = [line.partition(": ")[2] for line in information if line.startswith("model name")]
    git = ("git", "rev-parse", "--short", "HEAD")
    commit = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    yield f"处理器：{models[0] if models else platform.machine()}，{os.cpu_count()} 个线程"
    yield f"系统：{platform.system()} {platform.release()}；Chromium {browser.version}"
    yield f"本程序：{commit.strip()}；日期：{datetime.now(UTC):%Y-%m-%d}"
    yield f"开始时机器的平均负载：{load:.1f}（不到 0.5 才算安静；忙的时候量出来的时间偏长）"


if __name__ == "__main__":
    main()
