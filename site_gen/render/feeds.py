"""Feeds as files: Atom (RFC 4287) and JSON Feed 1.1, in the folder of each feed.

Dates are those of the records, told as the beginning of the day in China; no clock is asked.
Addresses are told in full where the site knows its own, else from the place of the feed. Numbers of
entries are tag URIs (RFC 4151), which stay what they are when pages move. A feed is written in the
language of its page.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from json import dumps
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape, quoteattr

from site_gen.language.speaker import Speaker, speaker_of
from site_gen.pages.model import Artifact, Feed, FeedEntry, Page, SiteFrame, language_of
from site_gen.render import paths

ATOM, JSON = "atom.xml", "feed.json"
ATOM_TYPE, JSON_TYPE = "application/atom+xml", "application/feed+json"
NO_HOST = "site.invalid"
"""Stands in numbers for the host of a site that does not know its own; nobody can have it."""
_MIDNIGHT = "T00:00:00+08:00"
# What XML 1.0 has no place for, however it is written (section 2.2).
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def alternates(feed: Feed) -> tuple[tuple[str, str, str], ...]:
    """The forms of a feed, for the head of its page: type, title and address."""
    return (
        (ATOM_TYPE, feed.title, f"{feed.address}{ATOM}"),
        (JSON_TYPE, feed.title, f"{feed.address}{JSON}"),
    )


def feed_files(pages: Iterable[Page], frame: SiteFrame) -> Iterator[Artifact]:
    """The files of the feeds that belong to some pages."""
    for page in pages:
        if page.feed is not None:
            speaker = speaker_of(language_of(page, frame))
            feed = _spoken(page.feed, speaker)
            of = feed, page, frame, speaker.language
            yield Artifact(f"{feed.address}{ATOM}", _atom(*of).encode())
            yield Artifact(f"{feed.address}{JSON}", _json(*of).encode())


def _spoken(feed: Feed, speaker: Speaker) -> Feed:
    """A feed in the language of who speaks."""
    entries = tuple(
        replace(
            entry,
            title=speaker.text(entry.title),
            lines=tuple(map(speaker.text, entry.lines)),
            word=speaker.text(entry.word),
        )
        for entry in feed.entries
    )
    title, description = speaker.text(feed.title), speaker.text(feed.description)
    return replace(feed, title=title, description=description, entries=entries)


def _moment(day: str) -> str:
    """The first day that a date may mean, whole or partial, as RFC 3339 writes it."""
    return f"{day}{'-01' * (2 - day.count('-'))}{_MIDNIGHT}"


def _updated(feed: Feed, frame: SiteFrame) -> str:
    """When the newest happened; that nothing has is true of the day that the site shows."""
    days = (_moment(entry.when) for entry in feed.entries)
    return max(days, default=_moment(frame.today.isoformat()))


def _tag(frame: SiteFrame, day: str, name: str) -> str:
    host = urlsplit(frame.base_url).hostname or NO_HOST
    return f"tag:{host},{day}:{quote(name)}"


def _feed_tag(feed: Feed, frame: SiteFrame) -> str:
    """Its number; the day says only that the host was the site's then: no feed is older."""
    return _tag(frame, "2026-01-01", feed.address)


def _entry_tag(entry: FeedEntry, frame: SiteFrame) -> str:
    return _tag(frame, entry.when, entry.key)


def _found_at(feed: Feed, frame: SiteFrame, address: str) -> str:
    """An address in full, else from the folder of the feed."""
    if frame.base_url:
        return paths.absolute(frame.base_url, address)
    return paths.link(paths.relative_base(feed.address.count("/")), address)


def _atom(feed: Feed, page: Page, frame: SiteFrame, language: str) -> str:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">',
        _element("id", _feed_tag(feed, frame)),
        _element("title", feed.title),
        _element("subtitle", feed.description),
        _element("updated", _updated(feed, frame)),
        f"<author>{_element('name', frame.host or frame.name)}</author>",
        _link("self", ATOM_TYPE, _found_at(feed, frame, f"{feed.address}{ATOM}")),
        _link("alternate", "text/html", _found_at(feed, frame, page.address)),
    ]
    for entry in feed.entries:
        lines += ["<entry>", *_atom_entry(feed, entry, frame), "</entry>"]
    return "\n".join([*lines, "</feed>", ""])


def _atom_entry(feed: Feed, entry: FeedEntry, frame: SiteFrame) -> Iterator[str]:
    yield _element("id", _entry_tag(entry, frame))
    yield _element("title", entry.title)
    yield _element("updated", _moment(entry.when))
    yield _element("published", _moment(entry.when))
    yield _link("alternate", "text/html", _found_at(feed, frame, entry.address))
    yield f"<category term={_attribute(entry.word)}/>"
    yield _element("summary", "\n".join(entry.lines))


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(_plain(text))}</{name}>"


def _link(relation: str, kind: str, address: str) -> str:
    return f'<link rel="{relation}" type="{kind}" href={_attribute(address)}/>'


def _attribute(text: str) -> str:
    return quoteattr(_plain(text))


def _plain(text: str) -> str:
    return _NOT_XML.sub("", text)


def _json(feed: Feed, page: Page, frame: SiteFrame, language: str) -> str:
    told: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": _found_at(feed, frame, page.address),
        "feed_url": _found_at(feed, frame, f"{feed.address}{JSON}"),
        "description": feed.description,
        "language": language,
        "authors": [{"name": frame.host or frame.name}],
        "items": [_json_entry(feed, entry, frame) for entry in feed.entries],
    }
    return f"{dumps(told, ensure_ascii=False, indent=1)}\n"


def _json_entry(feed: Feed, entry: FeedEntry, frame: SiteFrame) -> dict[str, object]:
    return {
        "id": _entry_tag(entry, frame),
        "url": _found_at(feed, frame, entry.address),
        "title": entry.title,
        "content_text": "\n".join(entry.lines),
        "date_published": _moment(entry.when),
        "tags": [entry.word],
    }
