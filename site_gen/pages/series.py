"""接着商量的事: matters that took several sessions, from the first day to how they stand now."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.addresses import HOME, SERIES
from site_gen.docket.threads import Thread, thread_anchor
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import dated, region_cells
from site_gen.pages.model import Page
from site_gen.pages.sessions_list import session_row
from site_gen.pages.shapes import Row
from site_gen.pages.view import View


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter: the title of its first session, and every session in the order of days."""

    anchor: str
    title: str
    regions: str
    rows: tuple[Row, ...]


def _compose(view: View) -> Iterator[Page]:
    found = sorted(view.threads, key=_last_day, reverse=True)
    yield Page(
        address=SERIES,
        kind="series",
        section="series",
        title="一件事接着商量",
        description="商量了不止一次的事：每一次都在这里，按先后排，后面写着现在怎样。",
        template="series.html",
        values={"matters": tuple(_matter(view, thread) for thread in found)},
        trail=(("首页", HOME),),
    )


def _last_day(thread: Thread) -> tuple[str, str]:
    return max(str(dated(record) or "") for record in thread), thread_anchor(thread)


def _matter(view: View, thread: Thread) -> Matter:
    regions = dict.fromkeys(
        cell["text"] for record in thread for cell in region_cells(view, record)
    )
    rows = tuple(session_row(view, record) for record in thread)
    return Matter(thread_anchor(thread), thread[0].title, "、".join(regions), rows)


PAGE = PageKind("series", "接着商量的事", _compose)
