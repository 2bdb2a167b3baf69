"""404.html: what is shown in place of a page that is not there; says where to look instead."""

from collections.abc import Iterator

from site_gen import addresses
from site_gen.language import say
from site_gen.pages.kinds import PageKind
from site_gen.pages.model import Page
from site_gen.pages.shapes import Cell
from site_gen.pages.view import View

_WAYS = (
    Cell(text=say("按地方找"), address=addresses.REGIONS, note=say("各县市的协商和建议")),
    Cell(text=say("按乡镇和村找"), address=addresses.PLACES, note=say("自己的村商量过什么")),
    Cell(text=say("看台账"), address=addresses.LEDGER, note=say("每一条建议现在怎样")),
    Cell(text=say("网站地图"), address=addresses.SITE_MAP, note=say("全部栏目")),
)


def _compose(_: View) -> Iterator[Page]:
    yield Page(
        address=addresses.NOT_FOUND,
        kind="not_found",
        section="",
        title=say("没有这一页"),
        description=say("这个网址没有对应的页面。"),
        template="not_found.html",
        values={"ways": _WAYS},
        indexed=False,
    )


PAGE = PageKind("not_found", say("没有这一页"), _compose)
