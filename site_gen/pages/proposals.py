"""提案: what was received and where it went; of the whole site, then region by region."""

from collections.abc import Iterator

from site_gen.addresses import HOME, PROPOSALS, proposals_address
from site_gen.corpus.places import Place
from site_gen.docket.entry import Entry, latest
from site_gen.docket.metrics import OF_PROPOSALS, PROPOSALS_FILED, PROPOSALS_KEY
from site_gen.docket.metrics import PROPOSALS as RECEIVED
from site_gen.language import joined, say
from site_gen.pages import picks
from site_gen.pages.areas import areas
from site_gen.pages.channels import (
    by_standing,
    keeps,
    parts,
    parts_caption,
    parts_columns,
    plain_row,
    rate_figures,
    without,
)
from site_gen.pages.excerpts import FIRST, WHOLE
from site_gen.pages.frame import has_proposals
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import trail_to
from site_gen.pages.model import Page
from site_gen.pages.numbers import figure, unrecorded
from site_gen.pages.picks import first
from site_gen.pages.progress import status_bars
from site_gen.pages.proposal_flow import Shares, itemised_flow, reported_flows
from site_gen.pages.shapes import Figure, Row
from site_gen.pages.view import View
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.progress import Action

SHOWN = 8
"""How many of the newest proposals stand on the page of the whole site."""
PARTS_COUNTED = (RECEIVED, PROPOSALS_FILED, OF_PROPOSALS.replied, OF_PROPOSALS.overdue)
_LABELS = (say("收到"), say("受理了"), say("有答复"), say("超过期限"))


def _compose(view: View) -> Iterator[Page]:
    if has_proposals(view.corpus):
        yield _index(view)


def _of_region(view: View, place: Place) -> Iterator[Page]:
    if keeps(view, "proposal", place):
        yield _page_of(view, place)


def _index(view: View) -> Page:
    reported = tuple(flow for place in areas(view) for flow in reported_flows(view, place))
    entries = first(view, picks.RECEIVED, Scope()).entries
    return Page(
        address=PROPOSALS,
        kind="proposals",
        section="proposals",
        title=say("提案"),
        description=say("委员、党派、界别提了什么提案，受理没有，交给谁办，现在怎样。"),
        template="proposals.html",
        values={
            **_values(view, Scope(), reported),
            "part_columns": parts_columns(*_LABELS),
            "parts": tuple(parts(view, "proposal", PROPOSALS, PARTS_COUNTED)),
            "parts_caption": parts_caption(view, "proposal"),
            "newest": tuple(plain_row(view, entry) for entry in entries[:SHOWN]),
            "groups": (),
        },
        trail=((say("首页"), HOME),),
    )


def _page_of(view: View, place: Place) -> Page:
    scope = Scope(place.id, own=True)
    return Page(
        address=proposals_address(place.id),
        kind="region_proposals",
        section="proposals",
        title=say("{name}的提案", name=place.name),
        description=say("{name}收到的每一件提案：受理没有，交给谁办，现在怎样。", name=place.name),
        template="proposals.html",
        values={
            **_values(view, scope, tuple(reported_flows(view, place))),
            "part_columns": (),
            "parts": (),
            "newest": (),
            "groups": by_standing(view, OF_PROPOSALS, scope),
        },
        trail=trail_to(view, place.id),
    )


def _values(view: View, scope: Scope, reported: tuple[Shares, ...]) -> dict[str, object]:
    received = view.numbers.count(RECEIVED, scope).value
    return {
        "numbers": tuple(_numbers(view, scope)),
        "flow": itemised_flow(view, scope) if received else None,
        "statuses": status_bars(view, scope, OF_PROPOSALS),
        "key": key_rows(view, scope),
        "reported": reported,
    }


def _numbers(view: View, scope: Scope) -> Iterator[Figure]:
    if not view.numbers.is_recorded(RECEIVED, scope.region):
        yield unrecorded(RECEIVED.label)
        return
    yield without(OF_PROPOSALS.noun, figure(view.numbers.count(RECEIVED, scope)))
    yield figure(view.numbers.count(PROPOSALS_KEY, scope))
    yield from rate_figures(view, OF_PROPOSALS, scope)


def key_rows(view: View, scope: Scope) -> tuple[Row, ...]:
    """The key proposals, each with who supervises it; of very many on the whole site the newest."""
    entries = latest(view.numbers.entries(PROPOSALS_KEY, scope))
    shown = entries[:FIRST] if not scope.region and len(entries) > WHOLE else entries
    return tuple(plain_row(view, entry, _supervisors(entry)) for entry in shown)


def _supervisors(entry: Entry) -> str:
    events = entry.tracked.history.effective if entry.tracked else ()
    names = dict.fromkeys(str(one.content) for one in events if one.action is Action.SUPERVISED)
    return say("督办：{names}", names=joined("、", names)) if names else say("还没有写明谁督办")


PAGE = PageKind("proposals", say("提案一览"), _compose, _of_region)
