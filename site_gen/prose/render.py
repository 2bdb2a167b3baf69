"""Text → sanitised HTML with its links and pictures; problems come back as values.

Pages show the HTML, checks report the problems, and what is wrong is left out of the HTML: a link
without a target becomes its text, a picture without a file disappears.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, tostring

from site_gen.findings import Finding, Rule, Where
from site_gen.findings import prose_rules as rules
from site_gen.prose.bounds import refusal
from site_gen.prose.dialect import parse
from site_gen.prose.plain import joined, levels, plain_html
from site_gen.prose.safe import OUTWARD_REL, PICTURE_SIZES, SafeHtml, clean
from site_gen.prose.targets import Found, Shown, Targets, link_target, picture_target
from site_gen.records.text import Text

_BEGIN = re.compile(r"[^)>\s]*")
_TARGET = re.compile(rf"\]\([ \t]*<?(?P<begin>{_BEGIN.pattern})")
_HEADINGS = re.compile(r"h[1-6]")


@dataclass(frozen=True, slots=True)
class Prose:
    """A passage as pages show it. ``links`` lead off the site; ``pictures`` are file names."""

    html: SafeHtml
    links: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    problems: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Work:
    """What is gathered on the way through one tree."""

    text: Text
    targets: Targets
    base: str
    links: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    problems: list[Finding] = field(default_factory=list)
    written: Mapping[str, list[int]] = field(default_factory=dict)
    """Beginning of a target → where targets that begin so are written."""
    places: dict[str, Iterator[int]] = field(default_factory=dict)
    """Target → where it is written, from the link that is met next."""
    last: dict[str, int] = field(default_factory=dict)

    def meet(self, target: str) -> Where:
        """The place of the next link to a target, as they come in the text one after the other.

        One that is written in another way than it is read stands for the whole passage.
        """
        if target not in self.places:
            exact = re.compile(rf"{re.escape(target)}(?=[)>\s]|\Z)")
            begin = _BEGIN.match(target)
            starts = self.written.get(begin[0] if begin else "", ())
            self.places[target] = (at for at in starts if exact.match(self.text, at))
        place = next(self.places[target], self.last.get(target, 0))
        self.last[target] = place
        before, where = self.text[:place], self.text.where
        lines, offset = before.count("\n"), len(before) - before.rfind("\n") - 1
        column = offset + 1 if lines else where.column + offset
        return Where(where.path, where.line + lines, column)

    def complain(self, rule: Rule, target: str, place: Where) -> None:
        """Notes a problem with a target."""
        nearest = self.targets.nearest(target)
        self.problems.append(rule.at(place, target=target, nearest=nearest))


def render_prose(text: Text, targets: Targets, base: str = "", top: int = 2) -> Prose:
    """The HTML of one passage.

    ``base`` is the way from the page up to the root of the site (``'../../'``); ``top`` is the
    level of the highest heading, 2 for one below the page's own.
    """
    refused = refusal(text)
    if refused is not None:
        return Prose(SafeHtml(), problems=(refused,))
    plain = plain_html(text, top)
    return _parsed(text, targets, base, top) if plain is None else Prose(clean(plain))


def _parsed(text: Text, targets: Targets, base: str, top: int) -> Prose:
    root, work = parse(text), _Work(text, targets, base, written=_written(text))
    for change in (_resolve, _figures, _tables, _join_lines):
        change(root, work)
    _shift_headings(root, top)
    html = "\n".join(tostring(block, encoding="unicode", method="html") for block in root)
    return Prose(clean(html), tuple(work.links), tuple(work.pictures), tuple(work.problems))


def _written(text: str) -> Mapping[str, list[int]]:
    """Where the targets of links and pictures are written, by how they begin."""
    starts: dict[str, list[int]] = {}
    for match in _TARGET.finditer(text):
        starts.setdefault(match["begin"], []).append(match.start("begin"))
    return starts


def prose_problems(text: Text, targets: Callable[[], Targets]) -> tuple[Finding, ...]:
    """What is wrong with a passage; one without links is not parsed for it.

    ``targets`` are asked for only where there are links.
    """
    refused = refusal(text)
    if refused is not None or "](" not in text:
        return (refused,) if refused else ()
    work = _Work(text, targets(), "", written=_written(text))
    _resolve(parse(text), work)
    return tuple(work.problems)


def _resolve(root: Element, work: _Work) -> None:
    """Every link and picture gets the address it means, or loses it."""
    for element in list(root.iter()):
        if element.tag == "a":
            _resolve_link(element, work)
        elif element.tag == "img":
            _resolve_picture(element, work)


def _resolve_link(element: Element, work: _Work) -> None:
    written = element.get("href", "")
    place, found = work.meet(written), link_target(written, work.targets, work.base)
    element.attrib.clear()
    if found.broken is not None:
        work.complain(found.broken, written, place)
        element.tag = "span"
        return
    element.set("href", found.href)
    if found.outward:
        element.set("rel", OUTWARD_REL)
        work.links.append(written)


def _resolve_picture(element: Element, work: _Work) -> None:
    written, words = element.get("src", ""), element.get("alt", "").strip()
    place, found = work.meet(written), picture_target(written, work.targets, work.base)
    element.attrib.clear()
    if found.broken is None and not words:
        found = Found(broken=rules.PICTURE_WITHOUT_TEXT)
    if found.broken is not None:
        work.complain(found.broken, written, place)
        element.tag = "span"
        return
    element.attrib |= {"src": found.href, "alt": words, "loading": "lazy", "decoding": "async"}
    if found.picture is not None:
        element.attrib |= _sizes(found.picture, work.base)
    work.pictures.append(written)


def _sizes(picture: Shown, base: str) -> dict[str, str]:
    """From what a browser chooses, and the room to be kept until the picture is there."""
    return {
        "srcset": ", ".join(f"{base}{address} {width}w" for address, width in picture.sources),
        "sizes": PICTURE_SIZES,
        "width": str(picture.width),
        "height": str(picture.height),
    }


def _figures(root: Element, work: _Work) -> None:  # noqa: ARG001 - changes share one signature
    """Pictures that stand alone in a paragraph become figures with their words below."""
    for paragraph in list(root.iter("p")):
        texts = [paragraph.text, *(child.tail for child in paragraph)]
        others = [child for child in paragraph if child.tag not in ("img", "br")]
        pictures = [child for child in paragraph if child.tag == "img"]
        if not pictures or others or any(text and text.strip() for text in texts):
            continue
        paragraph.clear()
        paragraph.tag = "div"
        paragraph.set("class", "prose__pictures")
        paragraph.extend(map(_figure, pictures))


def _figure(picture: Element) -> Element:
    figure, caption = Element("figure"), Element("figcaption")
    picture.tail, caption.text = None, picture.get("alt", "")
    figure.extend((picture, caption))
    return figure


def _tables(root: Element, work: _Work) -> None:  # noqa: ARG001 - changes share one signature
    """Alignment becomes a class, because the page's policy blocks styles; tables may scroll."""
    if next(root.iter("table"), None) is None:
        return
    for cell in [*root.iter("th"), *root.iter("td")]:
        side = {"right": "to-end", "center": "to-center"}.get(cell.attrib.pop("align", ""))
        if side:
            cell.set("class", side)
        if cell.tag == "th":
            cell.set("scope", "col")
    for parent in list(root.iter()):
        for position, child in enumerate(parent):
            if child.tag == "table":
                parent[position] = _scrolling(child)


def _scrolling(table: Element) -> Element:
    around = Element(
        "div",
        {"class": "prose__table", "tabindex": "0", "role": "region", "aria-label": "表格"},
    )
    around.append(table)
    around.tail, table.tail = table.tail, None
    return around


def _join_lines(root: Element, work: _Work) -> None:  # noqa: ARG001 - changes share one signature
    """A line break between two Han characters is no space."""
    for element in root.iter():
        element.text = joined(element.text) if element.text else element.text
        element.tail = joined(element.tail) if element.tail else element.tail


def _shift_headings(root: Element, top: int) -> None:
    """The levels in use become consecutive ones, the highest ``top``."""
    headings = [element for element in root.iter() if _HEADINGS.fullmatch(element.tag)]
    shown = levels((element.tag for element in headings), top)
    for element in headings:
        element.tag = shown[element.tag]
