"""Entries of which only the row is at hand, and what more there is to them once somebody asks.

Pages of the whole site count very many entries and show few. One that is shown is woken: the file
of its record is read, and its history told again.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from site_gen.corpus import Corpus
from site_gen.corpus.build import alone
from site_gen.docket.build import build_docket
from site_gen.docket.entry import Entry
from site_gen.docket.row import Row
from site_gen.records.dates import PartialDate, parse_date
from site_gen.records.record import Record, RecordId
from site_gen.vocabulary.progress import Result, Stage


class Gone(Exception):
    """The file of a record changed or went away while the site was made."""


Wake = Callable[[RecordId], Mapping[str, Entry]]
"""The whole entries of a record, by id."""


class Brief(Entry):
    """An entry known from its row. Whatever the row does not tell, it finds out when asked."""

    __slots__ = ("_row", "_wake")
    _row: Row
    _wake: Wake

    def __init__(self, row: Row, record: Record, wake: Wake, today: date) -> None:
        told = {
            "id": row.id,
            "kind": row.kind,
            "record": record,
            "address": row.address,
            "title": row.title,
            "context": row.context,
            "regions": row.values("region"),
            "when": _when(row.date),
            "themes": row.values("theme"),
            "units": row.values("unit"),
            "place": "".join(row.values("place")),
            "part": None,
            "answers": (),
            "today": today,
            "_row": row,
            "_wake": wake,
        }
        for name, value in told.items():
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> Any:
        """What is not known yet; asked only for what was not told."""
        if name not in _ASLEEP:
            raise AttributeError(name)
        whole = self._wake(self.record.id)[self.id]
        for each in _ASLEEP:
            object.__setattr__(self, each, getattr(whole, each))
        return getattr(whole, name)

    @property
    def metrics(self) -> tuple[str, ...]:
        """The keys of all metrics that count it."""
        return self._row.values("metric")

    @property
    def stage(self) -> Stage | None:
        """As of every entry; a single 交办 has that of its item."""
        told = next(map(Stage, self._row.values("stage")), None)
        return super().stage if self.is_assignment else told

    @property
    def result(self) -> Result | None:
        """As of every entry; a single 交办 has that of its item."""
        told = next(map(Result, self._row.values("result")), None)
        return super().result if self.is_assignment else told

    @property
    def is_assignment(self) -> bool:
        """As of every entry."""
        return self.kind.endswith("assignment")


_ASLEEP = ("tracked", "standing", "due", "state", "solved")


def waking(corpus: Corpus, today: date, read: Callable[[RecordId], Record]) -> Wake:
    """How entries are woken: ``read`` gives the whole record of which ``corpus`` has the head."""

    @cache
    def wake(record_id: RecordId) -> Mapping[str, Entry]:
        whole = alone(corpus, read(record_id))
        return {entry.id: entry for entry in build_docket(whole, today)}

    return wake


@lru_cache(maxsize=1 << 13)
def _when(written: str) -> PartialDate | None:
    """The date of a row, which is written in full form."""
    parsed = parse_date(written) if written else None
    return parsed[0] if parsed else None
