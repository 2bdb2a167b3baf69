"""公告栏海报: one sheet of paper for each platform, for the notice board of its village.

What was raised at the platform and what came of it, in type that can be read from two metres: whom
to ask, the numbers with what they are of and their day, the newest items, as many as the sheet
holds. What was refused or is overdue stands there like what was done.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_gen.addresses import platforms_address, poster_address, record_address
from site_gen.corpus.places import Place
from site_gen.docket.entry import Entry, latest
from site_gen.docket.tones import Tone
from site_gen.language import joined, say
from site_gen.pages.contacts import contact_facts, region_contact
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import trail_to
from site_gen.pages.model import Page
from site_gen.pages.owed import reason_cell, refusal_of
from site_gen.pages.platform_use import use_of, use_words
from site_gen.pages.refused import RESULTS
from site_gen.pages.shapes import Fact, Tag
from site_gen.pages.tags import tags_of
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.records.dates import PartialDate
from site_gen.records.record import Record
from site_gen.records.region import Platform
from site_gen.vocabulary.settings import PlatformState

STANDINGS: Mapping[Tone, str] = {
    "done": say("解决了"),
    "active": say("正在办"),
    "promised": say("答应了，还没做"),
    "stalled": say("没有采纳，或办不了"),
    "waiting": say("还没有单位接手"),
    "moved": say("转到别处，或不用办了"),
    "unknown": say("只有报道，后来不清楚"),
}
"""Where items stand, in as few words as a notice board bears: every item is in exactly one."""

SHEET = 272
"""Millimetres of A4 between the margins of ``theme/assets/css/print.css``, with three to spare.

Heights below are those of its type; a test prints sheets and finds each on one side of paper.
"""
FIXED = 23.5 + 31.5 + 14 + 13 + 39 + 4 * 3.25
"""Head, whom to ask, titles of both lists, foot, each with one line of its text; four gaps."""
CLOSED, PAIR, LATE, REST, ITEM = 11.5, 12, 10, 9, 25
"""That it is not in use; two standings; how many are late; how many more there are; an item
of which the title and the state take a line each."""
LONGEST = 60
"""Of a longer text the sheet shows the beginning; the page of its session has it whole."""


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type: how many Han characters stand in a line, and how high it is in mm."""

    characters: int
    height: float

    def more(self, text: str) -> float:
        """The height of the lines that a text takes beyond its first."""
        return self.height * max(-(-len(text) // self.characters) - 1, 0)


NAME, CONTACT, PLAIN = Type(14, 15.5), Type(22, 10.5), Type(29, 8.5)
TITLE, STATE, REASON = Type(25, 9.5), Type(27, 8.5), Type(31, 8.5)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many items stand alike."""

    tone: Tone
    word: str
    number: int


@dataclass(frozen=True, slots=True)
class PosterItem:
    """One item on the sheet; ``reason`` is why it was refused, else empty."""

    title: str
    address: str
    when: PartialDate | None
    tags: tuple[Tag, ...]
    reason: str


def _of_region(view: View, place: Place) -> Iterator[Page]:
    for record in view.corpus.of_region("platform", place.id):
        if isinstance(record.head, Platform) and not record.is_withdrawn:
            yield _page(view, place, record, record.head)


def _page(view: View, place: Place, record: Record, head: Platform) -> Page:
    entries = items_raised(view, record)
    standings, late = tuple(_standings(view, entries)), tuple(_late(view, entries))
    contact = contact_facts(region_contact(view, place.id))
    use = joined("，", use_words(use_of(view, record, head)))
    room = SHEET - _above(head, contact, use) - PAIR * -(-len(standings) // 2)
    shown = tuple(_that_fit(view, entries, room - LATE * bool(late)))
    return Page(
        address=poster_address(record),
        kind="poster",
        section="platforms",
        title=say("{name}：公告栏海报", name=record.title),
        description=say(
            "{name}：在这里提了什么，现在怎样。打印出来，一张 A4 纸。", name=record.title
        ),
        template="poster.html",
        values={
            "name": record.title,
            "place": place.name,
            "facts": tuple(_facts(head)),
            "closed": _closed(head),
            "use": use,
            "contact": contact,
            "total": len(entries),
            "standings": standings,
            "late": late,
            "items": shown,
            "rest": len(entries) - len(shown),
            "whole": record_address(record),
            "list": platforms_address(place.id),
        },
        trail=(
            *trail_to(view, place.id),
            (say("{name}的协商平台", name=place.name), platforms_address(place.id)),
        ),
        indexed=False,
    )


def items_raised(view: View, platform: Record) -> tuple[Entry, ...]:
    """The suggestions raised in the sessions of a platform, the newest first."""
    sessions = view.corpus.used_by.get(platform.id, ())
    entries = (entry for session in sessions for entry in view.entries_of(session))
    return tuple(latest(entry for entry in entries if entry.kind == "suggestion"))


def _facts(head: Platform) -> Iterator[str]:
    """Where it is and how often it meets, as far as its record says so."""
    if head.village:
        yield str(head.village).replace("/", "")
    if head.type:
        yield head.type.plain
    if head.frequency:
        yield say("约定{frequency}", frequency=head.frequency)


def _closed(head: Platform) -> str:
    is_open = head.state is PlatformState.RUNNING
    return "" if is_open else say("这个平台{state}", state=head.state.plain)


def _standings(view: View, entries: Iterable[Entry]) -> Iterator[Standing]:
    """How many items stand where, in one order; what nothing stands in is left out."""
    numbers = Counter(tags_of(view, entry)[0]["tone"] for entry in entries)
    for tone, word in STANDINGS.items():
        if numbers[tone]:
            yield Standing(tone, word, numbers[tone])


def _late(view: View, entries: Iterable[Entry]) -> Iterator[Standing]:
    """How many of them are late besides, in each of the two ways."""
    late = Counter(tag["label"] for entry in entries for tag in tags_of(view, entry)[1:])
    yield from (Standing("late", word, number) for word, number in sorted(late.items()))


def _above(head: Platform, contact: Sequence[Fact], use: str) -> float:
    """The height of everything that is the same whatever was raised there."""
    asked = "　".join(f"{row['label']}：{row['value']}" for row in contact)
    texts = ((NAME, head.name), (CONTACT, asked), (PLAIN, use), (PLAIN, _closed(head)))
    closed = CLOSED if _closed(head) else 0
    return FIXED + closed + sum(size.more(text) for size, text in texts)


def _that_fit(view: View, entries: Sequence[Entry], room: float) -> Iterator[PosterItem]:
    """The first items for which there is room on the sheet, one at least.

    As long as others follow there must be room to say how many.
    """
    for position, entry in enumerate(entries, 1):
        item = _item(view, entry)
        room -= _height(item)
        if position > 1 and room < (REST if position < len(entries) else 0):
            return
        yield item


def _item(view: View, entry: Entry) -> PosterItem:
    event = refusal_of(entry, RESULTS)
    reason = reason_cell(entry, event).get("note", "") if event else ""
    return PosterItem(
        title=_beginning(entry.title),
        address=entry.address,
        when=entry.when,
        tags=tags_of(view, entry),
        reason=_beginning(reason),
    )


def _beginning(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _height(item: PosterItem) -> float:
    """The height of an item: its title with its day, its state, why it was refused."""
    title = f"{item.title}{day_words(item.when) if item.when else ''}"
    state = " ".join(f"{tag['label']}，{tag.get('detail', '')}" for tag in item.tags)
    reason = REASON.height + REASON.more(item.reason) if item.reason else 0
    return ITEM + TITLE.more(title) + STATE.more(state) + reason


PAGE = PageKind("poster", "公告栏海报", region=_of_region)
