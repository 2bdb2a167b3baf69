"""The kinds of records: what lies where, read how, holding what.

The reader, the index, the pages, the schema, ``site-gen new`` and the
documentation go through the rows of :data:`site_gen.records.table.KINDS`.
Adding a kind is one module and one line there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from site_gen.records.model import Head, Part
from site_gen.vocabulary.settings import DeadlineKind


class Notation(Enum):
    """How a kind is written: a document, one map, or a list of entries."""

    DOCUMENT = "document"
    MAP = "map"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class ItemKind:
    """A numbered heading that opens an item: ``## 建议1 …``.

    ``anchor`` is the letter before its number in addresses (``#s1``). ``deadline``
    is the regional rule its clock follows, None for no clock.
    """

    key: str
    term: str
    model: type[Part]
    anchor: str
    deadline: DeadlineKind | None = None


@dataclass(frozen=True, slots=True)
class Refers:
    """A key of a head that holds references to records of one kind."""

    field: str
    kind: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record.

    ``pattern`` is its place in the content folder, with ``<region>``, ``<year>``
    and ``<name>``. ``model`` types its head (each entry, for a list). ``items``
    are the numbered headings a document may have. ``history`` is set for a record
    that is itself an item with a ``## 办理``; it names the item. ``segment``
    stands in addresses and references (``sessions``), empty for a kind without
    pages of its own. ``title`` and ``dated`` are the keys of the head that give a
    record its title and its date, ``searched`` those whose text is searched,
    ``refers`` those that point at other records. ``required``: the content folder
    (each region, for a pattern with ``<region>``) must have its file.
    """

    key: str
    term: str
    pattern: str
    notation: Notation
    model: type[Head]
    items: tuple[ItemKind, ...] = ()
    history: ItemKind | None = None
    segment: str = ""
    title: str = "title"
    dated: str = ""
    searched: tuple[str, ...] = ()
    refers: tuple[Refers, ...] = ()
    counted: bool = False
    required: bool = False

    @property
    def by_year(self) -> bool:
        """Whether its records lie in year folders."""
        return "<year>" in self.pattern

    @property
    def is_listed(self) -> bool:
        """Whether its records are entries of a list, not files of their own."""
        return self.notation is Notation.LIST

    @property
    def labels(self) -> Mapping[str, ItemKind]:
        """The item kinds by the word that opens them."""
        return {item.term: item for item in self.items}
