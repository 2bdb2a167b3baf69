"""数据下载: what can be taken away, what stands in each column, under which licence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_gen import addresses
from site_gen.corpus.places import in_order
from site_gen.docket.downloads import COLUMNS, MOST, TABLED, tables
from site_gen.docket.row import Row
from site_gen.docket.rows import parents_of
from site_gen.language import say
from site_gen.pages.excerpts import WHOLE, parts_of
from site_gen.pages.kinds import PageKind
from site_gen.pages.model import Page
from site_gen.pages.shapes import Cell, Column, Fact, Value
from site_gen.pages.things import dataset_of
from site_gen.pages.view import View, once
from site_gen.statistics.numbers import Scope


@dataclass(frozen=True, slots=True)
class Offer:
    """The table of one region: how many rows it has, and where it lies in both forms."""

    name: str
    rows: int
    csv: str
    json: str


def table_of(view: View, region: str) -> tuple[Row, ...]:
    """The table of a region that can be taken away; empty where there is none."""
    return _tables(view, "").get(region, ()) if size_of(view, region) else ()


@once
def _tables(view: View, _: str) -> Mapping[str, tuple[Row, ...]]:
    return tables(view.rows, parents_of(view.corpus))


def sizes_of(view: View) -> Mapping[str, int]:
    """The regions that have a table, in the order of regions, and how many rows each has."""
    sizes = {place.id: size_of(view, place.id) for place in in_order(view.corpus.places)}
    return {region: size for region, size in sizes.items() if size}


def size_of(view: View, region: str) -> int:
    """How many rows the table of a region has; 0 where it has none, or would have too many."""
    size = sum(view.numbers.count(metric, Scope(region)).value for metric in TABLED)
    return size if size <= MOST else 0


def offer_of(view: View, region: str) -> Offer | None:
    """What can be taken away of a region; None where there is nothing, or too much for one file."""
    size = size_of(view, region)
    if not size:
        return None
    forms = (addresses.table_address(region, form) for form in ("csv", "json"))
    return Offer(view.corpus.places[region].name, size, *forms)


def _compose(view: View) -> Iterator[Page]:
    site = view.corpus.site
    yield Page(
        address=addresses.DATA,
        kind="data",
        section="data",
        title=say("数据下载"),
        description=say("把这里逐条录入的建议、提案和社情民意整份拿走，自己查，自己数。"),
        template="data.html",
        values={
            "licence": str(site.licence or ""),
            "columns": tuple(
                Fact(label=one.label, value=one.note, official=one.key) for one in COLUMNS
            ),
            "offer_columns": (
                Column(label=say("地方")),
                Column(label=say("行数"), numeric=True),
                Column(label=say("文件")),
            ),
            "offers": tuple(map(_row, _offers(view))),
            "most": MOST,
            "files": {
                "definitions": addresses.DATA_DEFINITIONS,
                "totals": addresses.DATA_TOTALS,
                "schema": addresses.DATA_SCHEMA,
                "package": addresses.DATA_PACKAGE,
            },
        },
        trail=((say("首页"), addresses.HOME),),
        things=(dataset_of(view, addresses.DATA, _files(view)),),
    )


def _files(view: View) -> Iterator[str]:
    for offer in _offers(view):
        yield from (offer.csv, offer.json)


def _offers(view: View) -> Iterator[Offer]:
    """Every region that has a table; of very many those next below the topmost."""
    regions = list(sizes_of(view))
    if len(regions) > WHOLE:
        parts = {scope.region for scope in parts_of(view, "")}
        regions = [region for region in regions if region in parts]
    yield from filter(None, (offer_of(view, region) for region in regions))


def _row(offer: Offer) -> tuple[Value, ...]:
    files = (
        Cell(text=say("{name} CSV", name=offer.name), address=offer.csv),
        Cell(text=say("{name} JSON", name=offer.name), address=offer.json),
    )
    return Cell(text=offer.name), offer.rows, files


PAGE = PageKind("data", say("数据下载"), _compose)
