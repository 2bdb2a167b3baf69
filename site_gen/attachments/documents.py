"""PDFs: looked through, read for personal information, and written anew.

Written anew, a document has no author, no history, no earlier versions and nothing behind its end;
what is published is what was looked through. Both happen in a process of their own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from unicodedata import normalize

from pypdf import PdfReader, PdfWriter
from pypdf import __version__ as pypdf_version
from pypdf.generic import DictionaryObject, StreamObject

from site_gen.attachments.contained import contained
from site_gen.attachments.graph import Held, TooMany, held, reachable
from site_gen.attachments.jpeg import without_notes
from site_gen.attachments.model import Document
from site_gen.findings import Finding, Rule, Severity, Where
from site_gen.findings import attachment_rules as rules
from site_gen.privacy import personal

SUFFIX = "pdf"
RECIPE = f"1 {pypdf_version}"
"""What the bytes that are published depend on, besides the document."""
MOST_PAGES = 300
_MOST_TEXT = 3_000_000  # characters; a novel has a third of that
_MOST_NAMED = 10  # pages that a message names one by one
_NOTES = ("/Metadata", "/PieceInfo", "/LastModified", "/Info")
_RULES: Mapping[Severity, Rule] = {Severity.ERROR: rules.PDF_PERSONAL}

Read = tuple[int, tuple[Finding, ...]]
"""The number of pages, and what is wrong."""


def inspect_document(
    where: Where, raw: bytes, public: frozenset[str] = frozenset()
) -> tuple[Document | None, tuple[Finding, ...]]:
    """What a PDF is; None with the findings that say why it cannot be published.

    ``public`` are the values that look personal and may be public all the same.
    """
    outcome = contained(lambda content: _looked_through(where, content, public), raw)
    if outcome.result is None:
        if outcome.exhausted:
            return None, (rules.PDF_TOO_MUCH.at(where, what="展开以后太大或者太慢"),)
        return None, (rules.PDF_BROKEN.at(where),)
    pages, findings = outcome.result
    if any(finding.severity is Severity.ERROR for finding in findings):
        return None, findings
    return Document(sha256(raw).hexdigest(), len(raw), pages), findings


def render_document(raw: bytes) -> bytes:
    """The document written anew. Raises ValueError for one that would not have been accepted."""
    outcome = contained(_rewritten, raw)
    if outcome.result is None:
        raise ValueError("the document cannot be written anew")
    return outcome.result


def _looked_through(where: Where, raw: bytes, public: frozenset[str]) -> Read:
    reader = PdfReader(BytesIO(raw))
    if reader.is_encrypted:
        return 0, (rules.PDF_ENCRYPTED.at(where),)
    pages = len(reader.pages)
    if pages > MOST_PAGES:
        return pages, (rules.PDF_TOO_MUCH.at(where, what=f"有 {pages} 页"),)
    if not pages:
        return 0, (rules.PDF_BROKEN.at(where),)
    try:
        holds = held(reader.root_object)
    except TooMany:
        return pages, (rules.PDF_TOO_MUCH.at(where, what="里面的东西太多"),)
    refused = tuple(_refused(where, holds))
    if refused:
        return pages, refused
    _rewritten(raw)
    return pages, tuple(_said(_Ear(where, public), reader, holds))


def _refused(where: Where, holds: Held) -> Iterator[Finding]:
    if holds.acts:
        yield rules.PDF_ACTS.at(where, what="、".join(sorted(holds.acts)))
    if holds.carried:
        yield rules.PDF_HOLDS_FILES.at(where, what="、".join(sorted(holds.carried)))


@dataclass(frozen=True, slots=True)
class _Ear:
    """Hears what is personal in words, but for what may be public."""

    where: Where
    public: frozenset[str]

    def findings(self, text: str, place: str) -> Iterator[Finding]:
        """What a text tells of persons; ``place`` says where it stands, in Chinese."""
        for hit in personal(normalize("NFKC", text)):  # fonts often give radicals for characters
            if hit.value not in self.public:
                rule = _RULES.get(hit.severity, rules.PDF_MAYBE_PERSONAL)
                yield rule.at(self.where, place=place, masked=hit.masked)


def _said(ear: _Ear, reader: PdfReader, holds: Held) -> Iterator[Finding]:
    """What the words of the document tell of persons; pages without words cannot be judged."""
    silent, length = list[str](), 0
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        length += len(text)
        if length > _MOST_TEXT:
            yield rules.PDF_TOO_MUCH.at(ear.where, what="文字太多")
            return
        if not text.strip():
            silent.append(str(number))
        yield from ear.findings(text, f"第 {number} 页")
    yield from ear.findings("\n".join(sorted(holds.texts)), "的批注、表单或者书签里")
    if silent:
        yield rules.PDF_WITHOUT_TEXT.at(ear.where, pages=_numbered(silent))


def _numbered(pages: Sequence[str]) -> str:
    named = "、".join(pages[:_MOST_NAMED])
    return f"{named} 等 {len(pages)}" if len(pages) > _MOST_NAMED else named


def _rewritten(raw: bytes) -> bytes:
    reader = PdfReader(BytesIO(raw))
    for each in reachable(reader.root_object):
        if isinstance(each, DictionaryObject):
            _forget(each)
    writer = PdfWriter(clone_from=reader)  # takes what can be reached, and nothing else
    writer.metadata = None
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _forget(one: DictionaryObject) -> None:
    """Takes away what tells who made a thing, when and where."""
    for key in _NOTES:
        one.pop(key, None)
    if isinstance(one, StreamObject) and one.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
        one._data = without_notes(one._data)
