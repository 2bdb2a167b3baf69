"""What belongs to the whole site: its settings, its vocabulary, its prose pages."""

from typing import Annotated, ClassVar

from site_gen.language import say
from site_gen.records.kinds import Kind, Notation
from site_gen.records.model import (
    Address,
    Contact,
    Head,
    LanguageList,
    Line,
    Part,
    Positive,
    Translated,
    word,
)
from site_gen.vocabulary import settings


class Site(Head):
    """``site.yaml``: who publishes, what every page says, the minimum n of rates."""

    owners: ClassVar[tuple[str, ...]] = ("site", "record")

    name: Translated
    host: Line | None = None
    contact: Contact | None = None
    base_url: Address | None = None
    notice: Annotated[settings.SiteNotice, word(settings.SiteNotice)] = settings.SiteNotice.NONE
    site_code: Line | None = None
    icp: Line | None = None
    police: Line | None = None
    licence: Line | None = None
    minimum_n: Positive = 10
    languages: LanguageList = ()


class Theme(Part):
    """领域: a subject of consultation; ``key`` stands in addresses."""

    owners: ClassVar[tuple[str, ...]] = ("theme",)

    key: Line | None = None
    name: Translated
    note: Line | None = None


class Brand(Part):
    """品牌: a name under which platforms work."""

    owners: ClassVar[tuple[str, ...]] = ("brand",)

    name: Line
    note: Line | None = None


class SiteVocabulary(Head):
    """``vocabulary.yaml``: the themes and brands of this site."""

    owners: ClassVar[tuple[str, ...]] = ("vocabulary", "record")

    themes: tuple[Theme, ...] = ()
    brands: tuple[Brand, ...] = ()


class ProsePage(Head):
    """The head of a prose page."""

    owners: ClassVar[tuple[str, ...]] = ("page", "record")

    title: Translated


SITE = Kind(
    key="site",
    term=say("网站设置"),
    pattern="site.yaml",
    notation=Notation.MAP,
    model=Site,
    title="name",
    required=True,
)
VOCABULARY = Kind(
    key="vocabulary",
    term=say("领域和品牌"),
    pattern="vocabulary.yaml",
    notation=Notation.MAP,
    model=SiteVocabulary,
    title="where",
)
PAGE = Kind(
    key="page",
    term=say("网页"),
    pattern="pages/<name>.md",
    notation=Notation.DOCUMENT,
    model=ProsePage,
    segment="pages",
)
