"""Names, references, links and evidence: values that point at something else.

They are read and keep their place; whether what they point at exists is for
the checks, which see all records.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from site_gen.findings import value_rules as rules
from site_gen.language import Passage
from site_gen.language.message import ORIGINAL
from site_gen.records.dates import PartialDate, notice_date, parse_date
from site_gen.records.handed import Handed
from site_gen.records.reading import (
    Refused,
    Report,
    expect_text,
    half_width,
    notice_commas,
    notice_word,
    plain_form,
)
from site_gen.records.text import Text, TextList, TextMap
from site_gen.vocabulary.progress import Action

_SEPARATOR = re.compile("[、,，]")


def split_names(text: Text, report: Report) -> tuple[Text, ...]:
    """The pieces of ``甲、乙``, each with its own place; commas are slips."""
    marks = [match.span() for match in _SEPARATOR.finditer(text)]
    if text and not marks and text == text.strip():
        return (text,)
    notice_commas(text, report)
    pieces, start = [], 0
    for end, after in marks:
        pieces.append(text.part(start, end))
        start = after
    pieces.append(text.part(start))
    if not all(pieces):
        raise Refused(rules.NAME_LIST_UNREADABLE.at(text.where, value=text))
    return tuple(pieces)


def read_names(value: object, report: Report) -> tuple[Text, ...]:
    """Names joined by ``、`` or written as a list, none of them twice."""
    if isinstance(value, TextList):
        names = tuple(one for name in value for one in split_names(expect_text(name), report))
    else:
        names = split_names(expect_text(value), report)
    _refuse_twins(names)
    return names


def _refuse_twins(names: Iterable[Text]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise Refused(rules.NAME_TWICE.at(name.where, value=name))
        seen.add(name)


_NUMBER_OF_SUGGESTION = re.compile(r"(?:建议 ?)?(\d{1,4})")


def read_suggestions(value: object, report: Report) -> tuple[Text, ...]:
    """Numbers of suggestions, ``1、2``; ``建议1`` says the same."""
    numbers: list[Text] = []
    for name in read_names(value, report):
        match = _NUMBER_OF_SUGGESTION.fullmatch(half_width(name, report))
        if match is None:
            raise Refused(rules.REFERENCE_UNREADABLE.at(name.where, value=name))
        numbers.append(Text(str(int(match[1])), name.where))
    _refuse_twins(numbers)
    return tuple(numbers)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a record, to an item of one, or to a plan's topic.

    ``kind`` is the Chinese word it began with, or empty where the field fixes
    it; ``region`` is empty for the record's own region, ``name`` for the record
    itself; ``item`` is ``建议`` or ``问题`` with its number, or None.
    """

    written: Text
    kind: str
    region: str
    name: str
    item: tuple[str, int] | None


KINDS = "协商|提案|社情民意|案例|计划议题|评议"
"""Pattern of the words that a reference to a record of another kind begins with."""
NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
"""Pattern of what can be a part of an address: a folder, a file, a plan's topic."""
LANGUAGE = "[a-z]{2,3}(?:-[A-Z][a-z]{3})?"
"""Pattern of a language's code."""
_REFERENCE = re.compile(
    rf"(?:(?P<kind>{KINDS}) )?"
    rf"(?:(?:(?P<region>{NAME})/)?(?P<name>(?:\d{{4}}|undated)/{NAME})(?: |$))?"
    r"(?:(?P<item>建议|问题) ?(?P<number>\d{1,4}))?"
)
_TOPIC = re.compile(rf"(?:(?P<region>{NAME})/)?(?P<year>\d{{4}}) (?P<topic>{NAME})")


def parse_reference(text: Text) -> Reference | None:
    """The reference that ``text`` is, or None where it is no reference."""
    match = _REFERENCE.fullmatch(plain_form(text))
    if not text or not match or not (match["name"] or match["item"]):
        return None
    item = (match["item"], int(match["number"])) if match["item"] else None
    return Reference(text, match["kind"] or "", match["region"] or "", match["name"] or "", item)


def read_reference(value: object, report: Report) -> Reference:
    """One reference, as 并案 has it."""
    text = expect_text(value)
    reference = parse_reference(text)
    if reference is None:
        raise Refused(rules.REFERENCE_UNREADABLE.at(text.where, value=text))
    half_width(text, report)
    return reference


def read_references(value: object, report: Report) -> tuple[Reference, ...]:
    """References joined by ``、`` or written as a list."""
    return tuple(read_reference(name, report) for name in read_names(value, report))


def read_reference_or_text(value: object, report: Report) -> Reference | Text:
    """What 转为 has: text, unless it begins with a kind and is a reference."""
    text = expect_text(value)
    reference = parse_reference(text)
    if reference is None and re.match(rf"(?:{KINDS}) \S*/", text):
        raise Refused(rules.REFERENCE_UNREADABLE.at(text.where, value=text))
    if reference is not None:
        half_width(text, report)
    return reference or text


def read_topic(value: object, report: Report) -> Reference:
    """A plan topic: ``2023 parking``."""
    text = expect_text(value)
    match = _TOPIC.fullmatch(half_width(text, report))
    if not match:
        raise Refused(rules.REFERENCE_UNREADABLE.at(text.where, value=text))
    name = f"{match['year']} {match['topic']}"
    return Reference(text, "计划议题", match["region"] or "", name, None)


@dataclass(frozen=True, slots=True)
class Link:
    """``[label](target)``; ``is_picture`` for ``![…](…)``; ``when`` stood before it."""

    label: str
    target: str
    is_picture: bool
    when: PartialDate | None
    where: Text

    @property
    def is_external(self) -> bool:
        """Whether it points to another site: as evidence, a press report."""
        return bool(re.match(r"https?:", self.target))


_LINK = re.compile(
    r"(?:(?P<when>[\d年月日./-]{4,11})[ \u3000]?)?"
    r"(?P<bang>!?)\[(?P<label>[^\[\]]{0,500})\]\((?P<to>(?:(?!\]\()[^)\s]){1,1000})\)"
)


_HALF_LINK = re.compile(r"\] ?[(（]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a result rests on: links, and words where somebody wrote plain text."""

    links: tuple[Link, ...]
    text: str = ""

    @property
    def is_press_only(self) -> bool:
        """Whether nothing but other sites' pages stands behind it."""
        return not self.text and all(link.is_external for link in self.links)


def read_evidence(value: object, report: Report) -> Evidence:
    """Links joined by ``、``, each with an optional date before it, or plain text."""
    text = expect_text(value)
    links: list[Link] = []
    rest: list[str] = []
    end = 0
    for match in _LINK.finditer(text) if "](" in text else ():
        rest.append(text[end : match.start()])
        if links and rest[-1].strip() in (",", "，"):
            notice_commas(text, report, end, match.start())
        links.append(_link(text, match, report))
        end = match.end()
    rest.append(text[end:])
    words = "".join(piece.strip("、,， ") for piece in rest)
    if _HALF_LINK.search(words) or (not links and not words):
        raise Refused(rules.EVIDENCE_UNREADABLE.at(text.where, value=text))
    return Evidence(tuple(links), words)


def _link(text: Text, match: re.Match[str], report: Report) -> Link:
    where = text.part(match.start(), match.end())
    target = match["to"]
    if re.match(r"[a-zA-Z][\w+.-]*:", target) and not is_web_address(target):
        raise Refused(rules.ADDRESS_NOT_ALLOWED.at(where.where, value=target))
    if not match["label"].strip():
        raise Refused(rules.EVIDENCE_UNREADABLE.at(where.where, value=where))
    when = _link_date(text.part(*match.span("when")), where, report) if match["when"] else None
    return Link(match["label"].strip(), target, bool(match["bang"]), when, where)


def _link_date(written: Text, link: Text, report: Report) -> PartialDate:
    try:
        parsed = parse_date(written)
    except ValueError:
        raise Refused(rules.DATE_IMPOSSIBLE.at(link.where, value=written)) from None
    if parsed is None:
        raise Refused(rules.EVIDENCE_UNREADABLE.at(link.where, value=link))
    notice_date(written, parsed, report)
    return parsed[0]


def is_web_address(written: str) -> bool:
    """Whether it is a whole http or https address: one with a host that every browser reads."""
    try:
        parts = urlsplit(written)
        has_host = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return has_host and bool(re.fullmatch(r"(?i:https?)://[^\s<>\"'`\\]+", written))


def read_address(value: object, report: Report) -> Text:
    """An http or https address."""
    text = expect_text(value)
    if not is_web_address(text):
        raise Refused(rules.ADDRESS_NOT_ALLOWED.at(text.where, value=text))
    return text


@dataclass(frozen=True, slots=True)
class Village(Handed):
    """``镇/村``: the township, and the village where it is known."""

    township: str
    village: str
    where: Text

    def __str__(self) -> str:
        return f"{self.township}/{self.village}" if self.village else self.township


def read_village(value: object, report: Report) -> Village:
    """``镇/村``, or the township alone."""
    text = expect_text(value)
    parts = [part.strip() for part in unicodedata.normalize("NFKC", text).split("/")]
    if len(parts) > 2 or not all(parts):
        raise Refused(rules.VILLAGE_UNREADABLE.at(text.where, value=text))
    return Village(parts[0], parts[1] if len(parts) == 2 else "", text)


@dataclass(frozen=True, slots=True)
class Localised(Handed):
    """A text in one or more languages; ``zh-Hans`` is always there."""

    by_language: Mapping[str, Text]

    def __str__(self) -> str:
        """The Chinese text; it brings the others with it, where there are any."""
        original = str(self.by_language[ORIGINAL])
        if len(self.by_language) == 1:
            return original
        return Passage(original, {key: str(text) for key, text in self.by_language.items()})

    def within(self, language: str) -> Text:
        """The text in ``language``, else in Chinese."""
        return self.by_language.get(language, self.by_language["zh-Hans"])


def read_language(value: object, report: Report) -> Text:
    """The code of a language; ``zh`` is what everything is written in, zh-Hans."""
    text = expect_text(value)
    if not re.fullmatch(LANGUAGE, text):
        raise Refused(rules.LANGUAGE_UNKNOWN.at(text.where, value=text))
    return Text(ORIGINAL, text.where) if text == "zh" else text


def read_languages(value: object, report: Report) -> tuple[Text, ...]:
    """Codes of languages, the first that of the interface."""
    return tuple(read_language(name, report) for name in read_names(value, report))


def read_localised(value: object, report: Report) -> Localised:
    """A text, or a map from language codes to texts."""
    if not isinstance(value, TextMap):
        return Localised({"zh-Hans": expect_text(value)})
    for key in value:
        if not re.fullmatch(LANGUAGE, key):
            raise Refused(rules.LANGUAGE_UNKNOWN.at(value.keys_at[key], value=key))
    if "zh-Hans" not in value:
        raise Refused(rules.LANGUAGE_UNKNOWN.at(value.where, value="、".join(value)))
    return Localised({key: expect_text(part) for key, part in value.items()})


@dataclass(frozen=True, slots=True)
class Voids:
    """The step that a correction voids: its date and action as written."""

    when: PartialDate
    action: Text
    written: Text


def read_voids(value: object, report: Report) -> Voids:
    """``2023-08-18 答复``."""
    text = expect_text(value)
    head, _, _ = text.partition(" ")
    try:
        parsed = parse_date(head)
    except ValueError:
        raise Refused(rules.DATE_IMPOSSIBLE.at(text.where, value=head)) from None
    action = text.part(len(head))
    if parsed is None or not action:
        raise Refused(rules.VOIDS_UNREADABLE.at(text.where, value=text))
    notice_date(text.part(0, len(head)), parsed, report)
    if word := Action.read(action):
        notice_word(action, word, report)
    return Voids(parsed[0], action, text)
