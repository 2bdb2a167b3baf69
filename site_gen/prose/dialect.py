"""The dialect: what of Markdown counts, made so that ordinary Chinese text stays as it is.

``1*2*3``, ``C#``, ``#3号路灯``, ``>50㎡``, ``[注]``, ``____``, ``&lt;`` and backslashes are text.
"""

import re
from collections.abc import Mapping
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockQuoteProcessor, HashHeaderProcessor
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.util import AtomicString

from site_gen.prose.lines import tidied

_UNWANTED_BLOCKS = ("code", "setextheader", "reference", "hashheader", "quote")
_UNWANTED_MARKS = (
    "backtick", "escape", "reference", "image_reference", "short_reference", "short_image_ref",
    "autolink", "automail", "html", "entity", "em_strong",
)  # fmt: skip

# Asterisks beside letters and digits are multiplication; within them there is no other asterisk.
_STRONG = r"(?<![A-Za-z0-9*])(\*\*)(?![\s*])([^*]+)(?<!\s)\*\*(?![A-Za-z0-9*])"
_EMPHASIS = r"(?<![\w*])(\*)(?![\s*])([^*]+)(?<!\s)\*(?![\w*])"
_CODE = r"(?<!`)`([^`\n]+)`(?!`)"
_ADDRESS = r"<(https?://[^\s<>\x02]+)>"  # the parser's own marks are no part of an address


class _Heading(HashHeaderProcessor):
    """A heading needs a space after its ``#``; trailing ones belong to the text (``C#``)."""

    RE = re.compile(
        r"(?:^|\n)(?P<level>#{1,6})[ \t　]+(?P<header>[^\n]*?)(?:[ \t]+#+)?[ \t]*(?:\n|$)"
    )


class _Quote(BlockQuoteProcessor):
    """A quote needs a space after its ``>``."""

    RE = re.compile(r"(^|\n)[ ]{0,3}>(?:[ ](.*)|(?=\n|$))")

    def clean(self, line: str) -> str:
        """A line without its mark."""
        match = self.RE.match(line)
        return (match.group(2) or "") if match else line


class _Verbatim(InlineProcessor):
    """A mark whose first group is shown as it is, in an element; ``link`` makes it an address."""

    def __init__(self, pattern: str, parser: Markdown, tag: str, link: bool = False) -> None:
        super().__init__(pattern, parser)
        self.element, self.link = tag, link

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the base's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the base's signature
    ) -> tuple[Element, int, int]:
        element = Element(self.element, {"href": m.group(1)} if self.link else {})
        element.text = AtomicString(m.group(1))
        return element, m.start(0), m.end(0)


MARKED = re.compile(r"[\[`*]|<http|  \n")
"""What every mark inside a line has; most passages have none, and need no look for marks."""


def parse(text: str) -> Element:
    """The tree of a passage: a ``div`` of blocks; nothing in it has been judged yet."""
    parser = _parser()
    lines = text.replace("\x02", "").replace("\x03", "").expandtabs(4).split("\n")
    root = parser.parser.parseDocument(tidied(lines)).getroot()
    if root is None:
        return Element("div")
    if MARKED.search("".join(root.itertext())):
        marked(root)
    return root


def marked(root: Element) -> None:
    """Turns the marks inside lines of a tree into elements."""
    _parser().treeprocessors["inline"].run(root)


@cache
def _parser() -> Markdown:
    """The parser, made once: that takes longer than reading a passage, and nothing stays in it."""
    parser = Markdown(
        extensions=[SaneListExtension(), TableExtension(use_align_attribute=True)], tab_length=2
    )
    for name in _UNWANTED_BLOCKS:
        parser.parser.blockprocessors.deregister(name)
    for name in _UNWANTED_MARKS:
        parser.inlinePatterns.deregister(name)
    blocks = parser.parser.blockprocessors
    blocks.register(_Heading(parser.parser), "hashheader", 70)
    blocks.register(_Quote(parser.parser), "quote", 20)
    for name, (processor, priority) in _marks(parser).items():
        parser.inlinePatterns.register(processor, name, priority)
    return parser


def _marks(parser: Markdown) -> Mapping[str, tuple[InlineProcessor, int]]:
    return {
        "code": (_Verbatim(_CODE, parser, "code"), 190),
        "address": (_Verbatim(_ADDRESS, parser, "a", link=True), 120),
        "strong": (SimpleTagInlineProcessor(_STRONG, "strong"), 60),
        "emphasis": (SimpleTagInlineProcessor(_EMPHASIS, "em"), 50),
    }
