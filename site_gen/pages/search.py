"""搜索: the page on which everything is looked for; without scripts, the way to the plain lists."""

from collections.abc import Iterator

from site_gen import addresses
from site_gen.language import say
from site_gen.pages.kinds import PageKind
from site_gen.pages.ledger import groups_of, lists_of
from site_gen.pages.model import Page
from site_gen.pages.view import View


def _compose(view: View) -> Iterator[Page]:
    yield Page(
        address=addresses.SEARCH,
        kind="search",
        section="search",
        title=say("搜索"),
        description=say("查建议、答复、地方、单位：标题和办理经过里的任何字词。"),
        template="search.html",
        values={"groups": groups_of(lists_of(view))},
        trail=((say("首页"), addresses.HOME),),
    )


PAGE = PageKind("search", say("搜索"), _compose)
