"""Content that was read and looked at, ready to be published: in parts, or all at once.

In parts it takes several processes and less time; all at once it takes one, and is what the other
falls back on. What is published and what is told is the same.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from site_gen.findings import Finding
from site_gen.load.personal import Approved
from site_gen.pipeline import Audit, audit, derive
from site_gen.processes.crew import Lost
from site_gen.publish.build import Options, Published, publish
from site_gen.publish.kept import Keeping
from site_gen.publish.notes import Notes, Order, note, published_before
from site_gen.publish.output import Output
from site_gen.publish.parts import Surveyed, survey_site


class Ready(Protocol):
    """What is known of the content before it is published."""

    @property
    def findings(self) -> Sequence[Finding]:
        """Everything that was found, in the order of places."""
        ...

    @property
    def approved(self) -> Sequence[Approved]:
        """The personal information that exceptions let pass."""
        ...

    @property
    def files(self) -> int:
        """How many files hold the records and the findings."""
        ...

    @property
    def blocks(self) -> bool:
        """Whether anything found forbids publication."""
        ...

    def publish(self, output: Output, options: Options, begin: Callable[[str], None]) -> Published:
        """As :func:`site_gen.publish.build.publish`."""
        ...


@dataclass(frozen=True, slots=True)
class AtOnce:
    """All content, read by one process."""

    content: Path
    today: date
    audited: Audit

    @property
    def findings(self) -> Sequence[Finding]:
        """Everything that was found, in the order of places."""
        return self.audited.findings

    @property
    def approved(self) -> Sequence[Approved]:
        """The personal information that exceptions let pass."""
        return self.audited.approved

    @property
    def files(self) -> int:
        """How many files hold the records and the findings."""
        return self.audited.files

    @property
    def blocks(self) -> bool:
        """Whether anything found forbids publication."""
        return self.audited.blocks

    def publish(self, output: Output, options: Options, begin: Callable[[str], None]) -> Published:
        """As :func:`site_gen.publish.build.publish`."""
        return publish(derive(self.audited, self.content, self.today), output, options, begin)


@dataclass(frozen=True, slots=True)
class InParts:
    """All content, in the hands of several processes."""

    order: Order
    surveyed: Surveyed
    noted: Callable[[Notes], None]
    """Takes note of what was published."""

    @property
    def findings(self) -> Sequence[Finding]:
        """Everything that was found, in the order of places."""
        return self.surveyed.findings

    @property
    def approved(self) -> Sequence[Approved]:
        """The personal information that exceptions let pass."""
        return self.surveyed.approved

    @property
    def files(self) -> int:
        """How many files hold the records and the findings."""
        return self.surveyed.files

    @property
    def blocks(self) -> bool:
        """Whether anything found forbids publication: never, it would be looked at at once."""
        return False

    def publish(self, output: Output, options: Options, begin: Callable[[str], None]) -> Published:
        """As :func:`site_gen.publish.build.publish`."""
        try:
            published = self.surveyed.publish(output, options, begin)
        except Lost:
            return at_once(self.order.content, self.order.today).publish(output, options, begin)
        self.noted(Notes(self.findings, self.approved, self.files, published))
        return published


@dataclass(frozen=True, slots=True)
class AsBefore:
    """Content in which nothing has changed since it was published; it need not be read."""

    notes: Notes

    @property
    def findings(self) -> Sequence[Finding]:
        """Everything that was found, in the order of places."""
        return self.notes.findings

    @property
    def approved(self) -> Sequence[Approved]:
        """The personal information that exceptions let pass."""
        return self.notes.approved

    @property
    def files(self) -> int:
        """How many files hold the records and the findings."""
        return self.notes.files

    @property
    def blocks(self) -> bool:
        """Whether anything found forbids publication: it was published."""
        return False

    def publish(
        self,
        output: Output,  # noqa: ARG002
        options: Options,  # noqa: ARG002
        begin: Callable[[str], None],  # noqa: ARG002
    ) -> Published:
        """What is published already."""
        return replace(self.notes.published, changed=False)


def at_once(content: Path, today: date) -> AtOnce:
    """Reads and looks at all content here."""
    return AtOnce(content, today, audit(content, today))


@contextmanager
def ready(order: Order, keeping: Keeping | None = None) -> Iterator[Ready]:
    """Reads and looks at all content in several processes, which stay while the context lasts.

    With ``keeping`` only what has changed since the last time. Whatever is wrong is told of all
    content at once, and so is everything when a process dies.
    """
    content, today, jobs = order.content, order.today, order.options.jobs
    noted: Callable[[Notes], None] = _unnoted
    if keeping:
        state = order.state()
        if notes := published_before(order, keeping, state):
            yield AsBefore(notes)
            return
        noted = partial(note, order, keeping, state)
    if jobs > 1 or keeping:
        output = order.output
        releases = [output.releases / output.current, output.spare] if output.current else []
        with survey_site(content, today, jobs, keeping, releases if keeping else ()) as surveyed:
            if surveyed is not None and surveyed.stands:
                yield InParts(order, surveyed, noted)
                return
    yield at_once(content, today)


def _unnoted(_: Notes) -> None:
    """Nothing is kept."""
