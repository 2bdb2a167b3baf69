"""Evidence as the pages show it: pictures, documents, press reports, plain words."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from site_gen.addresses import attachment_address
from site_gen.pages.shapes import Proof
from site_gen.pages.view import View
from site_gen.records.names import Evidence, Link
from site_gen.records.record import Record

_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})


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
    is_picture = link.is_picture and is_picture_file(link.target)
    return Proof(kind="picture" if is_picture else "document", text=link.label, address=address)


def attachment(view: View, record: Record, name: str) -> str:
    """Where an attachment of the record's region is published; empty where there is none."""
    region = record.id.region
    return attachment_address(region, name) if (region, name) in view.corpus.attachments else ""


def is_picture_file(name: str) -> bool:
    """Whether a file is shown as a picture, by its name."""
    return PurePosixPath(name).suffix.lower() in _PICTURES
