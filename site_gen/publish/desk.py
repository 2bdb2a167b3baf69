"""Where files of a site are made: drawn, written, and looked at on the way.

What was made of the same before, and is in the release that is shown, stays as it is.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from site_gen.attachments.rendition import Rendition
from site_gen.pages.model import Artifact, Page
from site_gen.publish import disk, manifest, spare
from site_gen.publish.kept import Store, digest, digest_of
from site_gen.publish.links import Links, Site, Target
from site_gen.publish.look import Inspector, Seen, look_at
from site_gen.publish.personal import Guard
from site_gen.publish.verify import leads
from site_gen.render.attachments import write_renditions
from site_gen.render.feeds import feed_files
from site_gen.render.paths import file_of
from site_gen.render.studio import Studio
from site_gen.render.write import link_file, write_file

DRAWN = "drawn"


class Listed(NamedTuple):
    """A page, as the site map lists it."""

    address: str
    indexed: bool
    updated: date | None


@dataclass(frozen=True)
class Made:
    """Files of a site, and what was seen in each."""

    pages: tuple[Listed, ...]
    seen: tuple[tuple[str, Seen], ...]

    def __add__(self, other: "Made") -> "Made":
        return Made((*self.pages, *other.pages), (*self.seen, *other.seen))

    def settled(self) -> "Made":
        """Without what these files know of each other: where they lead, if it is there or told."""
        return Made(self.pages, tuple(_settled(self.seen)))


def _settled(seen: Iterable[tuple[str, Seen]]) -> Iterator[tuple[str, Seen]]:
    """A place elsewhere is led to by the first file only, by name."""
    here, told = dict(seen), set[Target]()
    for file, one in sorted(here.items()):
        away = [each for each in one.targets if each not in told and not leads(each, here)]
        told.update(away)
        yield file, one._replace(targets=tuple(away))


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a desk has made before: made of the same, it is the same."""

    store: Store
    key: str

    def at(self, look: str) -> str:
        """Under which key that is kept which has this look."""
        return digest(self.key, look)

    def get(self, look: str) -> Mapping[tuple[str, str], Seen]:
        """What was seen in a file that was made of something, with this look."""
        return self.store.get(DRAWN, self.at(look)) or {}

    def put(self, look: str, made: Mapping[tuple[str, str], Seen]) -> None:
        """Keeps it."""
        self.store.put(DRAWN, self.at(look), made)


class _Piece(NamedTuple):
    """What becomes a file."""

    file: str
    value: Callable[[], str]
    """A key of all that it is made of, but for its look."""
    content: Callable[[], bytes]


@dataclass(frozen=True)
class Desk:
    """Where and with what files are made."""

    studio: Studio
    staging: Path
    kept: Path
    """Where finished pictures and documents are kept."""
    public: frozenset[str]
    former: Path | None = None
    """The release that is shown, when nothing in it has changed since it was made."""
    begun: bool = False
    """Whether all of it is in the staged folder already."""

    @cached_property
    def key(self) -> str:
        """What pages look like and may say, whatever they are about."""
        shells = sorted(self.studio.shells.items())
        return digest(self.studio.frame, shells, sorted(self.public))

    @cached_property
    def before(self) -> Mapping[str, str]:
        """The files of the former release, and their digests."""
        return manifest.listed(self.former) if self.former else {}

    def leave(self, made: Made) -> bool:
        """Has files as they are in the former release; whether all could stay so."""
        return all(self._stays(file, seen) for file, seen in made.seen)

    def _stays(self, file: str, seen: Seen) -> bool:
        if self.former is None or self.before.get(file) != seen.digest:
            return False
        if self.begun:
            return True
        try:
            link_file(self.former / file, self.staging / file)
        except OSError:
            return False
        return True

    def clear(self, made: Collection[str]) -> None:
        """Removes from the staged folder what it was begun with and is not there any more."""
        if self.former is not None and self.begun:
            carried = spare.carried(self.former)
            for file in {*self.before, *carried} - set(made):
                disk.remove_file(self.staging, file)

    def fresh(self, made: Mapping[str, Seen]) -> frozenset[str] | None:
        """The files that were in no release before; None where that is not known."""
        if not self.begun:
            return None
        return frozenset(file for file, one in made.items() if one.digest != self.before.get(file))

    def pages(self, pages: Iterable[Page], shelf: Shelf | None = None) -> Made:
        """Draws pages with their feeds; with a ``shelf`` what was made of the same stays."""
        ordered = sorted(pages, key=lambda page: page.address)
        listed = [Listed(page.address, page.indexed, page.updated) for page in ordered]
        feeds = map(_artifact, feed_files(ordered, self.studio.frame))
        pieces = chain(map(self._page, ordered), feeds)
        return Made(tuple(listed), tuple(self._make(pieces, shelf)))

    def _page(self, page: Page) -> _Piece:
        document = partial(self.studio.document, page)
        return _Piece(file_of(page.address), partial(digest_of, page), document)

    def artifacts(self, artifacts: Iterable[Artifact], shelf: Shelf | None = None) -> Made:
        """Writes files that are ready; with a ``shelf`` what was the same is not looked at."""
        return Made((), tuple(self._make(map(_artifact, artifacts), shelf)))

    def _make(self, pieces: Iterable[_Piece], shelf: Shelf | None) -> list[tuple[str, Seen]]:
        if shelf is None:
            return [self._put(one.file, one.content()) for one in pieces]
        before, after = shelf.get(self.key), dict[tuple[str, str], Seen]()
        for one in pieces:
            value = one.value()
            seen = before.get((one.file, value))
            if seen is None or not self._stays(one.file, seen):
                _, seen = self._put(one.file, one.content())
            after[one.file, value] = seen
        shelf.put(self.key, after)
        return [(file, seen) for (file, _), seen in after.items()]

    def _put(self, file: str, content: bytes) -> tuple[str, Seen]:
        """Looks at a file, and writes it unless it is in the former release already."""
        seen = look_at(file, content, self._inspector)
        if not self._stays(file, seen):
            write_file(self.staging, file, content)
        return file, seen

    @cached_property
    def _inspector(self) -> Inspector:
        return Inspector(Links(Site(self.studio.frame.base_url)), Guard(self.public))

    def attachments(self, renditions: Iterable[Rendition]) -> Made:
        """Makes pictures and documents ready."""
        files = write_renditions(self.staging, renditions, self.kept)
        return Made((), tuple((file, look_at(file, raw, self._inspector)) for file, raw in files))

    def look(self, files: Iterable[str]) -> Made:
        """Looks at files that others have written."""
        found = ((file, (self.staging / file).read_bytes()) for file in sorted(files))
        return Made((), tuple((file, look_at(file, raw, self._inspector)) for file, raw in found))


def _artifact(artifact: Artifact) -> _Piece:
    content = artifact.content
    return _Piece(file_of(artifact.address), partial(digest_of, content), lambda: content)
