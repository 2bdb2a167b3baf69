"""Evidence as the pages show it: pictures, documents, press reports, plain words."""

from collections.abc import Iterator

from site_gen.attachments import Document
from site_gen.corpus.links import attachment_address, picture_of
from site_gen.language import say
from site_gen.pages.shapes import Proof
from site_gen.pages.view import View
from site_gen.prose import Shown
from site_gen.records.names import Evidence, Link
from site_gen.records.record import Record


def proofs_of(view: View, record: Record, evidence: Evidence) -> tuple[Proof, ...]:
    """What stands behind a result, in the order of its line."""
    return tuple(_proofs(view, record, evidence))


def _proofs(view: View, record: Record, evidence: Evidence) -> Iterator[Proof]:
    for link in evidence.links:
        proof = _linked(view, record, link)
        if link.when is not None:
            proof["date"] = link.when
        yield proof
    if evidence.text:
        yield Proof(kind="text", text=evidence.text)


def _linked(view: View, record: Record, link: Link) -> Proof:
    """A link as evidence; of a file that is not there only its words are shown."""
    if link.is_external:
        return Proof(kind="report", text=link.label, url=link.target)
    address = attachment(view, record, link.target)
    if not address:
        return Proof(kind="text", text=link.label)
    shown = picture(view, record, link.target) if link.is_picture else None
    if shown is not None:
        return Proof(kind="picture", text=link.label, picture=shown)
    size = document_words(view, record, link.target)
    return Proof(kind="document", text=link.label, address=address, size=size)


def attachment(view: View, record: Record, name: str) -> str:
    """Where an attachment of the record's region is published; empty where there is none."""
    return attachment_address(view.corpus, record.id.region, name) or ""


def picture(view: View, record: Record, name: str) -> Shown | None:
    """The sizes of a picture of the record's region; None for what is no picture."""
    return picture_of(view.corpus, record.id.region, name)


def document_words(view: View, record: Record, name: str) -> str:
    """What a reader wants to know before loading a document; empty for what is none."""
    found = view.corpus.attachments.get((record.id.region, name))
    if found is None or not isinstance(found.content, Document):
        return ""
    return say(
        "PDF，{pages} 页，{size} MB",
        pages=found.content.pages,
        size=f"{max(found.content.size, 100_000) / 1e6:.1f}",
    )
