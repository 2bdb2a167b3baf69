"""The sessions of a region by year, each with what came of its suggestions."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen.docket.build import session_state
from site_gen.pages.lists import dated, newest, record_row
from site_gen.pages.shapes import Row
from site_gen.pages.tags import tags_of
from site_gen.pages.view import View
from site_gen.records.record import Record
from site_gen.records.session import Session
from site_gen.vocabulary.settings import SessionState

OPEN_AT_MOST = 12
"""So many sessions stand open; the years beyond unfold."""


@dataclass(frozen=True, slots=True)
class Year:
    """The sessions of one year; ``is_open`` tells whether they are shown at once."""

    name: str
    rows: tuple[Row, ...]
    is_open: bool


def sessions_by_year(view: View, records: Iterable[Record]) -> tuple[Year, ...]:
    """Years, the newest first, sessions of unknown year last."""
    years: dict[str, list[Record]] = {}
    for record in newest(records):
        when = dated(record)
        years.setdefault(f"{when.year}年" if when else "年份不详", []).append(record)
    return tuple(_opened(view, years))


def _opened(view: View, years: dict[str, list[Record]]) -> Iterator[Year]:
    shown = 0
    for name, records in years.items():
        rows = tuple(record_row(view, record, _facts(view, record)) for record in records)
        yield Year(name, rows, not shown or shown + len(rows) <= OPEN_AT_MOST)
        shown += len(rows)


def _facts(view: View, record: Record) -> tuple[str, ...]:
    """Whether it was held, how many suggestions there were and where they stand."""
    if record.is_withdrawn or not isinstance(record.head, Session):
        return ()
    state = session_state(record.head, view.today)
    if state is not SessionState.HELD:
        return (state.plain,)
    return (outcome_words(view, record),)


def outcome_words(view: View, record: Record) -> str:
    """``3 条建议：解决了 2 条，正在做 1 条``; of compiled records only how many."""
    entries = [entry for entry in view.entries_of(record) if entry.kind == "suggestion"]
    if not entries:
        return "没有逐条的建议"
    counted = f"{len(entries)} 条建议"
    if record.head.is_compiled:
        return counted
    standings = Counter(tags_of(entry)[0]["label"] for entry in entries)
    return f"{counted}：" + "，".join(f"{word} {times} 条" for word, times in standings.items())
