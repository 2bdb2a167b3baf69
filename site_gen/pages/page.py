"""网页: prose about the site, such as 关于 and 隐私与更正, one page a record."""

from collections.abc import Iterator

from site_gen.addresses import record_address
from site_gen.language import say
from site_gen.pages.exceptions import exceptions_of
from site_gen.pages.frame import page_section
from site_gen.pages.kinds import PageKind
from site_gen.pages.model import Page
from site_gen.pages.passages import prose_of
from site_gen.pages.session import stub_page
from site_gen.pages.view import View
from site_gen.records.record import Record


def _compose(view: View) -> Iterator[Page]:
    for record in view.corpus.kind("page"):
        yield stub_page(view, record) if record.is_withdrawn else _page(view, record)


def _page(view: View, record: Record) -> Page:
    address = record_address(record)
    return Page(
        address=address,
        kind="page",
        section=page_section(record.id.name),
        title=record.title,
        description=say("{name}：{title}。", name=view.corpus.site.name, title=record.title),
        template="page.html",
        values={
            "prose": prose_of(view, record, address),
            "exceptions": exceptions_of(record),
        },
        trail=((say("首页"), ""),),
        is_article=True,
    )


PAGE = PageKind("page", say("网页"), _compose)
