"""What was published of what: so that nothing has to be read while nothing has changed.

Content is known by its files as the file system has them, a release likewise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_gen.findings import Finding
from site_gen.load.personal import Approved
from site_gen.publish.build import Options, Published
from site_gen.publish.kept import Keeping, Stamp, digest, stamps_below, whole
from site_gen.publish.output import Output


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be published, as of which day, where and how."""

    content: Path
    today: date
    output: Output
    options: Options

    def state(self) -> tuple[tuple[str, Stamp], ...]:
        """The files of the content as the file system has them."""
        return tuple(stamps_below(self.content))

    def key(self, program: str, state: Sequence[tuple[str, Stamp]]) -> str:
        """All that a release depends on."""
        options = self.options
        asked = options.base_url, options.language, options.search
        return digest(program, self.today, *asked, tuple(state))


@dataclass(frozen=True, slots=True)
class Notes:
    """What was found in content, and its release."""

    findings: Sequence[Finding]
    approved: Sequence[Approved]
    files: int
    published: Published


def published_before(
    order: Order, keeping: Keeping, state: Sequence[tuple[str, Stamp]]
) -> Notes | None:
    """What is noted of the release that is shown, when it is all that is asked for, and whole."""
    store = keeping.store
    notes: Notes | None = store.get("notes", order.key(keeping.program, state))
    if notes is None or notes.published.release != order.output.current:
        return None
    name = notes.published.release
    return notes if store.get("release", name) == whole(order.output.releases / name) else None


def note(order: Order, keeping: Keeping, state: Sequence[tuple[str, Stamp]], notes: Notes) -> None:
    """Notes what was published of content that was in this state before it was read."""
    stamps = (stamp for _, stamp in state)
    keeping.store.put("notes", order.key(keeping.program, state), notes, stamps)
