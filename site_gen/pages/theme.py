"""领域: everything about one subject: its numbers, what is still open, its cases and sessions.

Of very many sessions the newest are shown, and where the others were held.
"""

from collections.abc import Iterator

from site_gen.addresses import THEMES, ledger_address, region_address, theme_address
from site_gen.docket.entry import Entry
from site_gen.docket.metric import Metric
from site_gen.docket.metrics import (
    CASES,
    OVERDUE,
    RESOLVED,
    SESSIONS,
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
from site_gen.pages.picks import MET, OPEN, first, theme_key
from site_gen.pages.progress import region_numbers, status_bars
from site_gen.pages.sessions_list import sessions_by_year
from site_gen.pages.shapes import Cell, Column, Row, Value
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.records.site import Theme
from site_gen.statistics.numbers import Scope

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


def _row(view: View, theme: Theme) -> tuple[Value, ...]:
    scope = Scope(theme=theme_key(theme))
    name = Cell(text=str(theme.name), address=theme_address(theme_key(theme)))
    if theme.note:
        name["note"] = str(theme.note)
    return name, *(_cell(view, metric, scope) for metric in COUNTED)


def _cell(view: View, metric: Metric, scope: Scope) -> Cell:
    """A number; where there are only reports nobody knows what was solved, or is late."""
    if metric in (RESOLVED, OVERDUE) and not is_timed(view, scope):
        has_any = view.numbers.count(SUGGESTIONS, scope).value
        return Cell(text=say("只有报道") if has_any else say("没有建议"))
    return number_cell(view.numbers.count(metric, scope))


def _page(view: View, theme: Theme) -> Page:
    key, name = theme_key(theme), str(theme.name)
    scope = Scope(theme=key)
    waiting, sessions = first(view, OPEN, scope), first(view, MET, scope)
    is_long = sessions.total > WHOLE
    newest_ones = sessions.entries[:FIRST] if is_long else sessions.entries
    cases = view.numbers.entries(CASES, scope)
    return Page(
        address=theme_address(key),
        kind="theme",
        section="themes",
        title=name,
        description=say("关于{name}的协商：提了什么建议，交给谁办，现在怎样。", name=name),
        template="theme.html",
        values={
            "note": str(theme.note or ""),
            "begun": bool(sessions.total),
            "numbers": region_numbers(view, scope),
            "statuses": status_bars(view, scope),
            "day": day_words(view.today),
            "overdue": overdue_rows(view, scope, OVERDUE_SHOWN),
            "open": tuple(_open_row(view, entry) for entry in waiting.entries),
            "open_rest": waiting.total - len(waiting.entries),
            "ledger": ledger_address(kind="suggestion", theme=key),
            "cases": case_cards(view, newest(one.record for one in cases)),
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


def _open_row(view: View, entry: Entry) -> Row:
    return item_row(view, entry, facts=entry.units)


PAGE = PageKind("theme", say("领域"), _compose)
