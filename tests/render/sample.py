"""A small compiled site, hostile where it can be, for the tests of the renderer.

Its pages use one plain template of the tests, so that no test depends on the real ones.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_gen.attachments.rendition import Rendition
from site_gen.pages.model import Artifact, Footer, NavEntry, Page, SiteFrame

ROOT = Path(__file__).resolve().parents[2]

FRAME = SiteFrame(
    name="清溪州<协商>公示 & {{7*7}}",
    host="清溪州政协办公室",
    notice="fictional",
    notice_text="虚构示例：地名、单位和事项都是编出来的。",
    today=date(2026, 11, 22),
    navigation=(
        NavEntry("home", "首页", ""),
        NavEntry("regions", "各县市", "regions/"),
        NavEntry("ledger", "办理台账", "ledger/"),
    ),
    footer=Footer(contact=(("电话", "12345"),), links=(NavEntry("", "网站地图", "map/"),)),
)

HOSTILE_TITLES = (
    "<b>粗</b><script>alert(1)</script>",
    "{{7*7}}{% include 'main.html' %}",
    "“引号”\"双\"'单'&amp;",
    "</script></title></main><!--",
)


@dataclass(frozen=True)
class FakeCompilation:
    """The least that the renderer asks of a compilation."""

    frame: SiteFrame = FRAME
    pages: tuple[Page, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    attachments: tuple[Rendition, ...] = ()


def make_page(
    address: str, title: str = "石桥村", section: str = "regions", **more: object
) -> Page:
    """A page that shows its title and links to a column."""
    values: dict[str, object] = {"text": title}
    trail = (("首页", ""), ("各县市", "regions/"))
    page = {"kind": "plain", "template": "plain.html", "description": title, "values": values}
    return Page(address=address, title=title, section=section, **(page | {"trail": trail} | more))  # type: ignore[arg-type]
