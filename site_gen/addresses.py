"""Where everything of the site is found: the only module that knows addresses.

An address is relative to the root of the site, with a trailing slash for pages;
the root itself is the empty address.
"""

import re
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote_plus

from site_gen.attachments import Attachment
from site_gen.attachments.rendition import parts_of
from site_gen.records.record import Item, Record

HOME = ""
REGIONS = "regions/"
CASES = "cases/"
METHODS = "methods/"
PLATFORMS = "platforms/"
PLACES = "places/"
LEDGER = "ledger/"
OVERDUE = "overdue/"
RECONCILIATION = "reconciliation/"
SEARCH = "search/"
DEFINITIONS = "definitions/"
PROPOSALS = "proposals/"
OPINIONS = "opinions/"
REVIEWS = "reviews/"
PLANS = "plans/"
UNITS = "units/"
THEMES = "themes/"
REFUSED = "refused/"
RELEASES = "releases/"
SERIES = "series/"
SITE_MAP = "sitemap/"
DATA = "data/"
DATA_DEFINITIONS = f"{DATA}definitions.csv"
DATA_TOTALS = f"{DATA}totals.csv"
DATA_SCHEMA = f"{DATA}items.schema.json"
DATA_PACKAGE = f"{DATA}datapackage.json"
FEEDS = "feeds/"
NOT_FOUND = "404.html"
CASES_ANCHOR = "cases"
"""Where cases stand on the page of a region or of a theme."""

RESERVED = frozenset(
    {
        "404",
        "assets",
        "attachments",
        "cases",
        "data",
        "definitions",
        "feeds",
        "index",
        "ledger",
        "methods",
        "opinions",
        "overdue",
        "pagefind",
        "pages",
        "places",
        "plans",
        "platforms",
        "proposals",
        "reconciliation",
        "refused",
        "regions",
        "releases",
        "reviews",
        "robots",
        "search",
        "series",
        "sessions",
        "sitemap",
        "statistics",
        "themes",
        "units",
    }
)
"""Names that no region and no prose page may have: the site itself lives there."""


def region_address(region: str) -> str:
    """The page of a region."""
    return f"{region}/"


def region_anchor(region: str) -> str:
    """The place of a region on a page that has several.

    Anchors made of names from records begin with what no id of a template begins with: a region
    called ``search``, a village called ``main`` must not stand in the way of the page's own.
    """
    return f"region-{region}"


def listed_anchor(record: Record) -> str:
    """The place of an entry of a list on the page of its region."""
    return f"{record.kind.key}-{folder_of(record.id.name)}"


def place_anchor(township: str, village: str | None = None) -> str:
    """The place of a township on the page of its region, or of one of its villages.

    The village without a name has sessions of which nothing but the township is known.
    """
    return f"place-{folder_of(township if village is None else f'{township}/{village}')}"


def platforms_address(region: str) -> str:
    """The platforms of a region; each has an anchor there."""
    return f"{region_address(region)}{PLATFORMS}"


def poster_address(platform: Record) -> str:
    """The sheet for the notice board of a platform."""
    return f"{platforms_address(platform.id.region)}{folder_of(platform.id.name)}/"


def proposals_address(region: str) -> str:
    """The proposals of a region."""
    return f"{region_address(region)}{PROPOSALS}"


def opinions_address(region: str) -> str:
    """The social-opinion information of a region."""
    return f"{region_address(region)}{OPINIONS}"


def overdue_address(region: str) -> str:
    """What is owed in and below a region; of the whole site for ``""``."""
    return f"{OVERDUE}{region}/" if region else OVERDUE


def feed_address(region: str) -> str:
    """The folder with the feed of a region; of the whole site for ``""``."""
    return f"{FEEDS}{region}/" if region else FEEDS


def refused_address(region: str) -> str:
    """What was refused in and below a region; of the whole site for ``""``."""
    return f"{REFUSED}{region}/" if region else REFUSED


def series_address(region: str) -> str:
    """The matters of a region that took several sessions; of the whole site for ``""``."""
    return f"{SERIES}{region}/" if region else SERIES


def plans_address(region: str) -> str:
    """What was planned in and below a region; of the whole site for ``""``."""
    return f"{PLANS}{region}/" if region else PLANS


def places_address(region: str) -> str:
    """The townships and villages of a region with the sessions held there."""
    return f"{PLACES}{region}/"


def table_address(region: str, form: str) -> str:
    """The table of a region to be taken away, as ``csv`` or ``json``; files keep their names."""
    return f"{DATA}{region}/{region}.{form}"


def units_address(region: str) -> str:
    """The units of a region."""
    return f"{region_address(region)}{UNITS}"


def unit_address(region: str, name: str) -> str:
    """The page of a unit; its folder is its name, so it stays when the list grows or is sorted."""
    return f"{units_address(region)}{folder_of(name)}/"


def theme_address(key: str) -> str:
    """The page of a theme, by its key; one without a key is its own name."""
    return f"{THEMES}{folder_of(key)}/"


_PLAIN = re.compile(r"[^\W_A-Z]+(?:-[^\W_A-Z]+)*")
LONGEST_FOLDER = 40
"""Characters of a name that its folder keeps: file systems take 255 bytes, a Han character is 3."""


def folder_of(name: str) -> str:
    """A name as the name of a folder, the same wherever it is asked, different for each name.

    Letters of any script and digits stand as they are. Whatever a file system or an address could
    take for something else (``/``, ``?``, capitals, brackets, too long a name) is left out, and a
    digest of the whole name keeps two such names apart.
    """
    if len(name) <= LONGEST_FOLDER and _PLAIN.fullmatch(name):
        return name
    kept = "-".join(_PLAIN.findall(name.lower()))[:LONGEST_FOLDER].strip("-")
    digest = sha256(name.encode()).hexdigest()[:8]
    return f"{kept}-{digest}" if kept else digest


def record_address(record: Record) -> str:
    """The page of a record, or the place on a page where it is listed."""
    kind, name = record.kind, record.id.name
    if kind.key == "region":
        return region_address(record.id.region)
    if not record.id.region:
        return f"{name}/" if kind.segment else HOME
    if kind.is_listed:
        return f"{record.id.region}/{kind.segment}/#{listed_anchor(record)}"
    return f"{record.id.region}/{kind.segment}/{name}/"


def item_address(record: Record, item: Item) -> str:
    """An item on the page of its record."""
    page = record_address(record)
    return f"{page}#{item.anchor}" if item.anchor else page


def path_of(record: Record) -> str:
    """What references in prose call a record: ``sessions/lixian/2023/0512-shiqiao``."""
    return _path(record, record.id.name)


def identity_of(record: Record) -> str:
    """What a record is called among all that can be found and counted; no blank is in it.

    People name the entries of lists, so there it is the name that a folder would have.
    """
    name = record.id.name
    return _path(record, folder_of(name) if record.kind.is_listed else name)


def _path(record: Record, name: str) -> str:
    parts = (record.kind.segment or record.kind.key, record.id.region, name)
    return "/".join(part for part in parts if part)


def attachment_addresses(region: str, attachment: Attachment) -> tuple[str, ...]:
    """What is published of an attachment of a region: of a picture all sizes, smallest first."""
    return tuple(f"attachments/{region}/{part}" for part in parts_of(attachment))


def ledger_address(**facets: str) -> str:
    """The list of exactly the entries with these facets, in the order given."""
    given = "&".join(f"{key}={_quoted(value)}" for key, value in facets.items() if value)
    return f"{LEDGER}?{given}" if given else LEDGER


@lru_cache(maxsize=4096)
def _quoted(value: str) -> str:
    """A value in a query; few values stand in very many addresses."""
    return quote_plus(value)
