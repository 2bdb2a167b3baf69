"""Where each kind of record lies: the patterns of the kinds, followed folder by folder.

A route is what is left of a pattern below a folder. No kind is known here by name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from site_gen.records.kinds import Kind, Notation

ATTACHMENT_PATTERN = "regions/<region>/attachments/<file>"


@dataclass(frozen=True, slots=True)
class Route:
    """The rest of a pattern, and what its beginning was bound to; no kind: attachments."""

    kind: Kind | None
    rest: tuple[str, ...]
    region: str = ""
    year: str = ""

    @property
    def ends(self) -> bool:
        """Whether a file comes next."""
        return len(self.rest) == 1

    @property
    def next(self) -> str:
        """The next part of the pattern."""
        return self.rest[0]

    @property
    def suffix(self) -> str:
        """What the names of files end with, where the name itself is free."""
        return self.next.partition(">")[2]

    @property
    def is_named(self) -> bool:
        """Whether the next part is one name, not a place for many."""
        return not self.next.startswith("<")

    def within(self, folder: str) -> "Route":
        """The route below a folder."""
        below = replace(self, rest=self.rest[1:])
        if self.next == "<region>":
            return replace(below, region=folder)
        return replace(below, year=folder) if self.next == "<year>" else below

    @property
    def takes_translations(self) -> bool:
        """Whether prose files in other languages may lie beside its records."""
        return self.kind is not None and self.kind.notation is Notation.DOCUMENT


def routes_of(kinds: Iterable[Kind]) -> tuple[Route, ...]:
    """The routes from the content folder down."""
    records = tuple(Route(kind, tuple(kind.pattern.split("/"))) for kind in kinds)
    return (*records, Route(None, tuple(ATTACHMENT_PATTERN.split("/"))))


def below(routes: Sequence[Route], folder: str) -> tuple[Route, ...]:
    """The routes that lead on through a folder."""
    return tuple(
        route.within(folder)
        for route in routes
        if not route.ends and (route.next == folder or not route.is_named)
    )


def allowed(routes: Sequence[Route]) -> str:
    """What may lie in a folder, in words for a hint."""
    parts = [route.next if route.ends else f"{route.next}/" for route in routes]
    words = {
        "<region>/": "地方的文件夹",
        "<year>/": "年份的文件夹",
        "<file>": "图片和 PDF",
    }
    return "、".join(dict.fromkeys(words.get(part, part) for part in parts)) or "（什么也不放）"
