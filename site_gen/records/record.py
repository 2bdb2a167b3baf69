"""A record as read: its identity, its typed head, its items and its prose."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from site_gen.findings import Where
from site_gen.records.events import Event
from site_gen.records.handed import Handed
from site_gen.records.kinds import ItemKind, Kind
from site_gen.records.model import Head, Part
from site_gen.records.text import Text


@dataclass(frozen=True, slots=True, order=True)
class RecordId(Handed):
    """Who a record is: its kind's key, its region's folder and its name.

    The region is empty for what belongs to the whole site. The name contains the
    year where the kind lies in year folders: ``2023/0512-shiqiao``.
    """

    kind: str
    region: str
    name: str

    def __str__(self) -> str:
        return "/".join(part for part in (self.kind, self.region, self.name) if part)


@dataclass(frozen=True, slots=True)
class Item:
    """Something with a life cycle: a suggestion, a problem, a proposal.

    ``number`` is 0 for a record that is itself the item. ``heading`` is what
    stands after the number, empty for withheld items. ``unread`` are the event lines that
    could not be read: they happened, but nobody knows what.
    """

    kind: ItemKind
    number: int
    heading: Text
    head: Part
    events: tuple[Event, ...]
    where: Where
    unread: tuple[Text, ...] = ()

    @property
    def anchor(self) -> str:
        """The fragment of its address: ``s3``; empty for a record that is the item."""
        return f"{self.kind.anchor}{self.number}" if self.number else ""


@dataclass(frozen=True, slots=True)
class Record(Handed):
    """One record; ``prose`` are its Markdown passages, each with its first line.

    ``translations`` are the passages of the prose files beside it, by language.
    """

    id: RecordId
    kind: Kind
    head: Head
    where: Where
    items: tuple[Item, ...] = ()
    prose: tuple[Text, ...] = ()
    translations: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Its title in Chinese, as the head has it."""
        return str(getattr(self.head, self.kind.title))

    @property
    def is_withdrawn(self) -> bool:
        """Whether its content was taken down: it stays as a stub and is in no number."""
        return self.head.taken_down is not None
