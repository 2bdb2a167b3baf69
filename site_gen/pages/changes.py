"""What changed lately: results, terms that passed, refusals, promises, what was opened again.

As short lists on home and on the page of a region, and as a feed of each. Compiled records are left
out: nobody knows what changed there since the report.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from site_gen.addresses import feed_address, ledger_address, overdue_address, refused_address
from site_gen.docket.entry import Entry
from site_gen.docket.metrics import OF_SUGGESTIONS
from site_gen.language import joined, say
from site_gen.pages.highlights import LASTING, RECENT_DAYS, Change, News, new_news, past_news
from site_gen.pages.lists import item_row, region_names
from site_gen.pages.model import Feed, FeedEntry
from site_gen.pages.picks import FEED_LENGTH, NEW, NEWS, Pick, first
from site_gen.pages.shapes import Cell, Row
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.statistics.numbers import Scope, list_address

_News = Iterable[News]
Told = tuple[News, Entry]


@dataclass(frozen=True, slots=True)
class Group:
    """The newest of what happened alike; ``note`` says which, ``more`` leads to the whole list."""

    key: str
    title: str
    rows: tuple[Row, ...]
    more: Cell
    note: str = ""


def _told(view: View, pick: Pick, region: str, of: Callable[[View, Entry], _News]) -> list[Told]:
    """What a pick has of news in and below a region, of the whole site for ``""``; newest first."""
    entries = first(view, pick, Scope(region)).entries
    told = ((news, entry) for entry in entries for news in of(view, entry))
    return sorted(told, key=_order, reverse=True)


def _order(told: Told) -> tuple[str, str, str]:
    news, entry = told
    return str(news.when), entry.id, news.change


def groups_of(view: View, region: str, most: int) -> tuple[Group, ...]:
    """What changed lately, ``most`` of each kind; kinds of which there is nothing are left out."""
    return tuple(group for group in _groups(view, region, most) if group.rows)


def _groups(view: View, region: str, most: int) -> Iterator[Group]:
    def rows(*changes: Change) -> tuple[Row, ...]:
        told = _told(view, NEW[changes], region, partial(new_news, changes=changes))
        return tuple(_row(view, *one) for one in told[:most])

    scope, owed = Scope(region), overdue_address(region)
    yield Group(
        "results", say("最近有结果的"), rows(Change.RESULT),
        Cell(text=say("在台账里看全部"), address=ledger_address(region=region)),
    )  # fmt: skip
    yield Group(
        "newly-overdue", say("最近超过期限的"), rows(Change.OVERDUE),
        Cell(text=say("全部逾期的"), address=owed),
        note=say("最近 {n} 天里期限刚过、还没有答复的。", n=RECENT_DAYS),
    )  # fmt: skip
    yield Group(
        "newly-refused", say("最近没有采纳、办不了的"), rows(Change.REFUSED),
        Cell(text=say("没有采纳的、办不了的，都有原因"), address=refused_address(region)),
    )  # fmt: skip
    yield Group(
        "newly-broken", say("答应了没有做到的"), rows(Change.BROKEN, Change.PROMISE_DUE),
        Cell(text=say("全部到期的、没有做到的承诺"), address=owed),
        note=say("复查发现没有做到，或者最近 {n} 天里时间到了还没有人去看。", n=RECENT_DAYS),
    )  # fmt: skip
    yield Group(
        "reopened", say("最近重新办理的"), rows(Change.REOPENED),
        Cell(text=say("全部重新办理过的"), address=list_address(OF_SUGGESTIONS.reopened, scope)),
    )  # fmt: skip


def _row(view: View, news: News, entry: Entry) -> Row:
    """An item with what happened to it, and when; who was to answer, where nobody has."""
    units = tuple(entry.units) if news.change is Change.OVERDUE else ()
    row = item_row(view, entry, news.when, (*units, *_said(news)))
    return Row(**{**row, "date": ""}) if news.change in LASTING else row


def _said(news: News) -> Iterator[str]:
    yield _WORDS[news.change](news)
    if news.why:
        yield say("原因：{why}", why=news.why)


def _as_said(news: News) -> str:
    return news.said


_WORDS: dict[Change, Callable[[News], str]] = {
    Change.RESULT: _as_said,
    Change.OVERDUE: lambda news: say("{day}起超过期限", day=day_words(news.when)),
    Change.REFUSED: _as_said,
    Change.PROMISE_DUE: lambda news: say("答应{promise}，还没有人去看", promise=news.said),
    Change.BROKEN: _as_said,
    Change.REOPENED: _as_said,
}
"""What a row says of each kind of change, beside its day."""


def feed_of(view: View, region: str) -> Feed:
    """What changed in and below a region, of the whole site for ``""``, as a feed."""
    site = str(view.corpus.site.name)
    name = f"{view.corpus.places[region].name} · {site}" if region else site
    return Feed(
        address=feed_address(region),
        title=say("{name}：最近有什么变化", name=name),
        description=say(
            "有结果的、超过期限的、没有采纳的、答应了没有做到的、重新办理的，最新 {n} 条。"
            "从报道整理的记录不在里面。",
            n=FEED_LENGTH,
        ),
        entries=tuple(_entries(view, _told(view, NEWS, region, past_news)[:FEED_LENGTH])),
    )


def _entries(view: View, told: Iterable[Told]) -> Iterator[FeedEntry]:
    for news, entry in told:
        what = _TITLES[news.change](news)
        yield FeedEntry(
            key=f"{entry.id.replace('#', '/')}/{news.change}",
            when=str(news.when),
            title=say("{what}：{title}", what=what, title=entry.title),
            lines=tuple(_lines(view, news, entry, what)),
            address=entry.address,
            word=_KINDS[news.change],
        )


def _lines(view: View, news: News, entry: Entry, what: str) -> Iterator[str]:
    """What happened and why, where it belongs, who has it in hand."""
    yield say("{day}：{what}。", day=day_words(news.when), what=what)
    if news.why:
        yield say("原因：{why}", why=news.why)
    if entry.context:
        yield say("出自：{context}", context=entry.context)
    yield say("地方：{names}", names=region_names(view, entry.record))
    if entry.units:
        yield say("单位：{names}", names=joined("、", entry.units))


_TITLES: dict[Change, Callable[[News], str]] = {
    **_WORDS,
    Change.OVERDUE: lambda _: say("超过期限还没有答复"),
    Change.PROMISE_DUE: lambda news: say("答应{promise}，时间过了还没有人去看", promise=news.said),
}
_KINDS = {
    Change.RESULT: say("有结果"),
    Change.OVERDUE: say("超过期限"),
    Change.REFUSED: say("没有采纳、办不了"),
    Change.PROMISE_DUE: say("承诺到期"),
    Change.BROKEN: say("没有做到"),
    Change.REOPENED: say("重新办理"),
}
