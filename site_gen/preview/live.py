"""The state of a preview: what is to be seen, and what the latest look at the content found.

Pages are made when they are asked for, in the turn of whoever asks; looking at what nobody asked
for is done in between, parcel by parcel. Knows neither HTTP nor when content changes.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from time import monotonic

from site_gen.docket.rows import parents_of
from site_gen.findings import Finding
from site_gen.preview.content import Content, content_of
from site_gen.preview.held import Held, Report
from site_gen.preview.index import Found, Index
from site_gen.preview.site import Absent, Answer, Document, File, Site
from site_gen.preview.turns import Turns
from site_gen.preview.watch import Stamps
from site_gen.privacy import discreet
from site_gen.search import EnvironmentProblem
from site_gen.search.write import FOLDER as SEARCH

AT_ONCE = 0.5
"""Seconds in which what a change concerns is looked at before it is shown; the rest follows."""
QUIET = 2.0
"""Seconds without a change before search is indexed again: who types would only be slowed down."""
_LONG = 3600.0


class UnknownRegion(Exception):
    """There is no such region in the content."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What was found in the content as it is shown."""

    version: int = 0
    """Another one whenever there is something else to see."""
    findings: tuple[Finding, ...] = ()
    is_behind: bool = False
    """Whether errors in the content keep any of the site from being up to date."""
    left: int = 0
    """How many parcels have not been looked at yet."""
    only: str = ""
    """The name of the one region that is previewed; empty for the whole site."""


class Preview:
    """What is to be seen of the content of a folder, of one region only where one is given.

    A region is given by its folder or by its name. Raises UnknownRegion when there is none of
    that name, HostError or OSError when the machine or the host's configuration is at fault.
    """

    def __init__(
        self,
        content: Content,
        config: Path,
        workspace: Path,
        today: Callable[[], date],
        only: str = "",
    ) -> None:
        self._today = today
        self._turns = Turns()
        self._index = Index(workspace)
        self._indexed = 0
        self._torn: tuple[Finding, ...] = ()
        self._quiet_since = monotonic()
        self._spoken: dict[str, tuple[Report, tuple[Finding, ...]]] = {}
        held = Held(content, today())
        self._site = Site(held, config, _region(content, only))
        self.home = f"{self._site.only}/" if self._site.only else ""
        """The address to begin at."""
        self.shown = Shown()
        self._show()

    def take(self, stamps: Stamps) -> str:
        """Takes in that the folder is as ``stamps`` say; tells in Chinese how that went.

        Raises HostError or OSError when the machine or the host's configuration is at fault.
        """
        self._quiet_since = begin = monotonic()
        with self._turns.worker():
            held = self._site.held
            content = content_of(held.content.root, stamps, held.content)
            self._torn = () if held.content.torn else content.torn
            if not self._torn:
                held.take(content, self._today())
        while self._look() and monotonic() < begin + AT_ONCE:
            pass
        return self._told(self._show())

    def proceed(self) -> str:
        """Does a bit of what is still to be done; tells in Chinese when something is finished."""
        if self.shown.left:
            return "" if self._look() else self._told(self._show())
        told = self._index.take()
        return self._begin_index() if self._may_index else told

    @property
    def pause(self) -> float:
        """For how many seconds there is nothing to do unless the content changes."""
        if self.shown.left:
            return 0
        return QUIET / 4 if self._index.is_busy or self._may_index else _LONG

    def answer(self, address: str) -> Answer:
        """What is to be seen at an address of the site."""
        if address.startswith(f"{SEARCH}/"):
            content = self._index.file(address)
            return File(address, content) if content is not None else Absent.LATER
        with self._turns.reader():
            answer = self._site.answer(address)
        if self._torn and isinstance(answer, Document):
            return replace(answer, is_behind=True)
        return answer

    @property
    def missing(self) -> Document:
        """The page that is shown where there is none."""
        with self._turns.reader():
            return self._site.missing

    def close(self) -> None:
        """Ends what is done beside."""
        self._index.stop()

    def _look(self) -> bool:
        """Looks at one parcel that was not looked at yet; whether there is still one."""
        with self._turns.worker():
            return self._site.look()

    def _show(self) -> Shown:
        site, before = self._site, self.shown
        with self._turns.worker():
            site.renew()
            held = site.held
            in_folder = discreet((*held.content.findings, *self._torn))
            found = set(in_folder).union(*map(self._spoken_of, site.wanted))
            self.shown = Shown(
                before.version + 1,
                tuple(sorted(found, key=lambda one: (one.where, one.code, one.message))),
                site.is_behind or bool(self._torn),
                site.left,
                held.content.places[site.only].name if site.only in held.content.places else "",
            )
        return self.shown

    def _spoken_of(self, key: str) -> tuple[Finding, ...]:
        """What was found in a parcel when it was last looked at; nothing personal is quoted."""
        report = self._site.held.last_report(key)
        if report is None:
            return ()
        if key not in self._spoken or self._spoken[key][0] is not report:
            self._spoken[key] = report, tuple(discreet(report.findings))
        return self._spoken[key][1]

    def _told(self, shown: Shown) -> str:
        if shown.left:
            return f"已更新，还有 {shown.left} 个地方要看"
        if shown.is_behind:
            return "有错，出错的地方停在上一次好的样子"
        return "已更新，检索稍后跟上" if self._may_index else "已更新"

    @property
    def _may_index(self) -> bool:
        """Whether what search finds may have changed, and nothing is in the way of indexing it."""
        site, shown = self._site, self.shown
        return not (shown.left or shown.is_behind or site.only) and self._indexed != shown.version

    def _begin_index(self) -> str:
        is_quiet = monotonic() >= self._quiet_since + QUIET
        if self._index.is_busy or not is_quiet:
            return ""
        self._indexed = self.shown.version
        try:
            with self._turns.worker():  # no reader is in the middle of something when it begins
                self._index.begin(self._searched)
        except EnvironmentProblem as problem:
            return f"没有检索：{problem}"
        return ""

    def _searched(self) -> Found:
        album = self._site.whole()
        if isinstance(album, Absent):
            return (), {}
        return album.view.rows, parents_of(album.view.corpus)


def _region(content: Content, given: str) -> str:
    """The folder of a region by its folder or its name."""
    matches = [one.id for one in content.places.values() if given in {one.id, one.name}]
    if not given:
        return ""
    if len(matches) != 1:
        raise UnknownRegion(given)
    return matches[0]
