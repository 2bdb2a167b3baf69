"""对得上吗: every reported total of the site, region by region, beside what is itemised."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_gen import addresses
from site_gen.corpus.places import Place, in_order
from site_gen.language import joined, say
from site_gen.pages.balances import balance_of, parts_words, reported_words, when_words
from site_gen.pages.kinds import PageKind
from site_gen.pages.model import Page
from site_gen.pages.shapes import Balance, Cell, Column
from site_gen.pages.view import View
from site_gen.pages.words import amount, day_words
from site_gen.records.record import Record, RecordId
from site_gen.statistics.proposals import Flow, flows
from site_gen.statistics.reconciliation import Reconciliation
from site_gen.statistics.totals import Total
from site_gen.vocabulary.totals import Agreement

_COLUMNS = (
    Column(label=say("数的是什么")),
    Column(label=say("来源怎么说")),
    Column(label=say("时间")),
)


@dataclass(frozen=True, slots=True)
class Report:
    """The totals of one file, or of one session."""

    title: str
    address: str
    """The session's page; empty for a file."""
    url: str
    note: str
    """Who published it, when, and whether anybody at the place was asked."""
    balances: tuple[Balance, ...]
    others: tuple[tuple[Cell, ...], ...]
    """Totals of which nothing is itemised: shown, never compared."""
    flows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A region and everything that was reported about it."""

    id: str
    name: str
    address: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many totals came out one way."""

    word: str
    official: str
    times: int


def _compose(view: View) -> Iterator[Page]:
    rows = view.totals
    yield Page(
        address=addresses.RECONCILIATION,
        kind="reconciliation",
        section="reconciliation",
        title=say("对得上吗"),
        description=say("各地上报的总数，和这里逐条录入的数，摆在一起看差多少、为什么。"),
        template="reconciliation.html",
        values={
            "outcomes": tuple(_outcomes(rows)),
            "areas": tuple(_areas(view, rows)),
            "columns": _COLUMNS,
        },
        trail=((say("首页"), addresses.HOME),),
    )


def _outcomes(rows: Iterable[Reconciliation]) -> Iterator[Outcome]:
    """Every way a total may come out, in the order of the words."""
    found = [row.verdict for row in rows]
    for verdict in Agreement:
        yield Outcome(verdict.plain, verdict.term, found.count(verdict))


def _areas(view: View, rows: Iterable[Reconciliation]) -> Iterator[Area]:
    """The regions that have reported totals, in the order of regions."""
    of_region: dict[str, dict[RecordId, list[Reconciliation]]] = {}
    for row in rows:
        record = row.total.record
        of_region.setdefault(record.id.region, {}).setdefault(record.id, []).append(row)
    for place in in_order(view.corpus.places):
        if place.id in of_region:
            yield _area(view, place, of_region[place.id])


def _area(view: View, place: Place, of_record: Mapping[RecordId, list[Reconciliation]]) -> Area:
    reports = tuple(_report(view, rows) for rows in of_record.values())
    return Area(
        id=addresses.region_anchor(place.id),
        name=place.name,
        address=addresses.region_address(place.id),
        reports=reports,
    )


def _report(view: View, rows: list[Reconciliation]) -> Report:
    record = rows[0].total.record
    source = record.head.source
    is_session = record.kind.key == "session"
    return Report(
        title=record.title if is_session else str(source.title if source else record.id.name),
        address=addresses.record_address(record) if is_session else "",
        url=str(source.url or "") if source and not is_session else "",
        note=_origin(record),
        balances=tuple(_balance(view, row) for row in rows if row.total.counted),
        others=tuple(_other(row.total) for row in rows if row.total.counted is None),
        flows=tuple(map(flow_words, flows(row.total for row in rows))),
    )


def _origin(record: Record) -> str:
    """``四川日报 · 2023年6月 · 从报道整理，没有向当地核实``."""
    source = record.head.source
    if source is None:
        return ""
    date = day_words(source.date) if source.date else ""
    return joined(" · ", (part for part in (source.publisher, date, source.nature.plain) if part))


def _balance(view: View, row: Reconciliation) -> Balance:
    shown = balance_of(view.numbers, row)
    page, _, anchor = row.total.address.partition("#")
    if page == addresses.RECONCILIATION:
        shown["anchor"] = anchor
    return shown


def _other(total: Total) -> tuple[Cell, ...]:
    """A total of which nothing is itemised, as a row of a table."""
    said = Cell(text=reported_words(total), reported=total.name)
    note = joined("；", (part for part in (total.note, parts_words(total)) if part))
    if note:
        said["note"] = note
    return Cell(text=total.name), said, Cell(text=when_words(total))


def flow_words(flow: Flow) -> str:
    """Where the received proposals went, and what the source leaves unsaid."""
    said = joined("，", (amount(total.name, reported_words(total)) for total in flow.outcomes))
    unit = flow.received.unit
    start = amount(flow.received.name, reported_words(flow.received))
    if not said:
        return say("{start}，来源没有说明去向", start=start)
    if flow.remainder is None:
        return say(
            "{start}，{said}；有的数不确切，或者来源另有说明，不能相减", start=start, said=said
        )
    if flow.remainder < 0:
        return say(
            "{start}，{said}；各项加起来多出 {remainder} {unit}",
            start=start,
            said=said,
            remainder=-flow.remainder,
            unit=unit,
        )
    rest = (
        say("还有 {remainder} {unit}来源没有说明去向", remainder=flow.remainder, unit=unit)
        if flow.remainder
        else say("正好对上")
    )
    return say("{start}，{said}；{rest}", start=start, said=said, rest=rest)


PAGE = PageKind("reconciliation", say("对得上吗"), _compose)
