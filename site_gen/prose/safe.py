"""The last wall: a list of what may pass, and the type that templates show unescaped.

Everything that is not listed is removed by the sanitiser, whatever the dialect made of it.
"""

from collections.abc import Mapping
from typing import ClassVar

import nh3

from site_gen.language.message import ORIGINAL
from site_gen.prose.plain import LEVELS

OUTWARD_REL = "noopener nofollow"
PICTURE_SIZES = "(min-width: 45rem) 42rem, 100vw"
"""How wide a picture of prose is shown: as the column of text, or the screen of a telephone."""

_TAGS = {
    "a", "blockquote", "br", "code", "div", "em", "figcaption", "figure", "hr", "img", "li", "ol",
    "p", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul", *LEVELS,
}  # fmt: skip
# Nothing here makes the sanitiser add an attribute: the order in which it does is not fixed.
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags={"script", "style"},
    attributes={"a": {"href"}, "img": {"src", "srcset", "width", "height", "alt"}, "ol": {"start"}},
    tag_attribute_values={
        "a": {"rel": {OUTWARD_REL}},
        "div": {"tabindex": {"0"}, "role": {"region"}, "aria-label": {"表格"}},
        "img": {"loading": {"lazy"}, "decoding": {"async"}, "sizes": {PICTURE_SIZES}},
        "th": {"scope": {"col"}},
    },
    allowed_classes={
        "div": {"prose__table", "prose__pictures"},
        "th": {"to-end", "to-center"},
        "td": {"to-end", "to-center"},
    },
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
    id_prefix="prose-",
)


class SafeHtml(str):
    """Markup that has passed the sanitiser; the only text that templates do not escape."""

    __slots__ = ()
    language: ClassVar[str] = ORIGINAL
    """What it is written in."""

    def __html__(self) -> str:
        """The markup itself: what templates ask of a text that is safe to show."""
        return str(self)


class TranslatedHtml(SafeHtml):
    """Markup that there is in other languages too."""

    __slots__ = ("by_language",)
    by_language: Mapping[str, SafeHtml]

    def __new__(cls, html: str, by_language: Mapping[str, SafeHtml]) -> "TranslatedHtml":
        value = str.__new__(cls, html)
        value.by_language = by_language
        return value

    def __reduce__(self) -> tuple[type["TranslatedHtml"], tuple[str, dict[str, SafeHtml]]]:
        return TranslatedHtml, (str(self), dict(self.by_language))


def clean(html: str) -> SafeHtml:
    """``html`` reduced to what may pass."""
    return SafeHtml(_CLEANER.clean(html))
