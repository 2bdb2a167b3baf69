"""领域: everything about one subject: its numbers, what is still open, its cases and sessions.

Of very many sessions the newest are shown, and where the others were held.
"""

from collections.abc import Iterator

from site_gen.addresses import THEMES, ledger_address, region_address, theme_address
from site_gen.docket.entry import Entry, latest
from site_gen.docket.metric import Metric
from site_gen.docket.metrics import (
    CASES,
    OF_SUGGESTIONS,
    OVERDUE,
    RESOLVED,
    SESSIONS,
    SESSIONS_AHEAD,
    SESSIONS_NOT_HELD,
    SUGGESTIONS,
)
from site_gen.language import say
from site_gen.pages.cases import case_cards
from site_gen.pages.excerpts import FIRST, WHOLE, part_columns, part_rows
from site_gen.pages.home import is_timed, overdue_rows
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import item_row, newest
from site_gen.pages.model import Page
from site_gen.pages.numbers import number_cell
from site_gen.pages.progress import region_numbers, status_bars
from site_gen.pages.sessions_list import sessions_by_year
from site_gen.pages.shapes import Cell, Column, Row, Value
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.records.site import Theme
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.progress import ENDS, Result, Stage

OPEN_SHOWN = 20
OVERDUE_SHOWN = 10
COLUMNS = (
    Column(label=say("领域")),
    Column(label=say("协商活动"), numeric=True),
    Column(label=say("意见建议"), numeric=True),
    Column(label=say("已解决"), numeric=True),
    Column(label=say("超过期限"), numeric=True),
    Column(label=say("案例"), numeric=True),
)
COUNTED = (SESSIONS, SUGGESTIONS, RESOLVED, OVERDUE, CASES)
_DONE = (
    OF_SUGGESTIONS.compiled,
    *(each for each, stage in zip(OF_SUGGESTIONS.by_stage, Stage, strict=True) if stage in ENDS),
    *(
        each
        for each, result in zip(OF_SUGGESTIONS.by_result, Result, strict=True)
        if result in (Result.RESOLVED, Result.SUPERSEDED)
    ),
)
"""What counts the suggestions with which nothing more is to be done, and those of reports."""


def _compose(view: View) -> Iterator[Page]:
    themes = view.corpus.vocabulary.themes
    yield Page(
        address=THEMES,
        kind="themes",
        section="themes",
        title=say("按领域看"),
        description=say("路、水、房、学校、看病：每一类事提了多少建议，解决了多少。"),
        template="themes.html",
        values={"columns": COLUMNS, "rows": tuple(_row(view, theme) for theme in themes)},
        trail=((say("首页"), ""),),
    )
    for theme in themes:
        yield _page(view, theme)


def theme_key(theme: Theme) -> str:
    """The key of a theme; one without a key is its own name."""
    return str(theme.key or theme.name)


def _row(view: View, theme: Theme) -> tuple[Value, ...]:
    scope = Scope(theme=theme_key(theme))
    name = Cell(text=str(theme.name), address=theme_address(theme_key(theme)))
    if theme.note:
        name["note"] = str(theme.note)
    return name, *(_cell(view, metric, scope) for metric in COUNTED)


def _cell(view: View, metric: Metric, scope: Scope) -> Cell:
    """A number; where there are only reports nobody knows what was solved, or is late."""
    if metric in (RESOLVED, OVERDUE) and not is_timed(view, scope):
        has_any = view.numbers.entries(SUGGESTIONS, scope)
        return Cell(text=say("只有报道") if has_any else say("没有建议"))
    return number_cell(view.numbers.count(metric, scope))


def _page(view: View, theme: Theme) -> Page:
    key, name = theme_key(theme), str(theme.name)
    scope = Scope(theme=key)
    waiting = open_items(view, scope)
    entries = view.numbers.entries
    sessions = [one for metric in _SESSIONS for one in entries(metric, scope)]
    is_long = len(sessions) > WHOLE
    newest_ones = latest(sessions)[:FIRST] if is_long else sessions
    return Page(
        address=theme_address(key),
        kind="theme",
        section="themes",
        title=name,
        description=say("关于{name}的协商：提了什么建议，交给谁办，现在怎样。", name=name),
        template="theme.html",
        values={
            "note": str(theme.note or ""),
            "begun": bool(sessions),
            "numbers": region_numbers(view, scope),
            "statuses": status_bars(view, scope),
            "day": day_words(view.today),
            "overdue": overdue_rows(view, scope, OVERDUE_SHOWN),
            "open": tuple(_open_row(view, entry) for entry in waiting[:OPEN_SHOWN]),
            "open_rest": max(len(waiting) - OPEN_SHOWN, 0),
            "ledger": ledger_address(kind="suggestion", theme=key),
            "cases": case_cards(view, newest(one.record for one in entries(CASES, scope))),
            "years": sessions_by_year(view, (one.record for one in newest_ones)),
            "is_part": is_long,
            "part_columns": part_columns(*(column["label"] for column in COLUMNS[1:])),
            "parts": tuple(_parts(view, key)) if is_long else (),
            "sessions_list": ledger_address(kind="session", theme=key),
        },
        trail=((say("首页"), ""), (say("按领域看"), THEMES)),
    )


def _parts(view: View, theme: str) -> Iterator[tuple[Value, ...]]:
    return part_rows(view, "", COUNTED, region_address, theme)


_SESSIONS = (SESSIONS, SESSIONS_AHEAD, SESSIONS_NOT_HELD)


def open_items(view: View, scope: Scope) -> tuple[Entry, ...]:
    """The suggestions that are neither solved nor ended, the newest first; reports left out."""
    found = view.numbers.entries
    done = {entry for metric in _DONE for entry in found(metric, scope)}
    return tuple(latest(entry for entry in found(SUGGESTIONS, scope) if entry not in done))


def _open_row(view: View, entry: Entry) -> Row:
    return item_row(view, entry, facts=entry.units)


PAGE = PageKind("theme", say("领域"), _compose)
