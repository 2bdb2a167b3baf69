"""What links and references of a record mean: records, attachments of its region, pages."""

from functools import partial

from site_gen.addresses import attachment_addresses, record_address
from site_gen.attachments import Picture
from site_gen.corpus.corpus import Corpus
from site_gen.prose import Shown, Targets
from site_gen.records.record import Record, RecordId

KIND_OF_WORD = {
    "协商": "session",
    "提案": "proposal",
    "社情民意": "opinion",
    "案例": "case",
    "评议": "review",
}
"""What a reference begins with where its field does not fix the kind, and the kind it means."""


def targets_of(corpus: Corpus, record: Record) -> Targets:
    """Where the links of ``record`` lead; addresses start at the root of the site."""
    return Targets(
        record=partial(_record_address, corpus),
        attachment=partial(attachment_address, corpus, record.id.region),
        picture=partial(picture_of, corpus, record.id.region),
        page=partial(_page_address, corpus),
        anchor={item.anchor: item.anchor for item in record.items if item.anchor}.get,
    )


def has_page(record: Record) -> bool:
    """Whether the site has a page for a record, or a place on a page where it is listed."""
    return bool(record.kind.segment) or record.kind.key == "region"


def _record_address(corpus: Corpus, path: str) -> str | None:
    """``sessions/lixian/2023/0512-shiqiao``, with ``#s3`` for an item of it.

    The page of what was taken down is a stub without items: links to them lead there.
    """
    path, _, anchor = path.partition("#")
    segment, _, rest = path.partition("/")
    kinds = {records[0].kind.segment or key: key for key, records in corpus.by_kind.items()}
    region, _, name = rest.partition("/") if segment != "pages" else ("", "", rest)
    record = corpus.records.get(RecordId(kinds.get(segment, ""), region, name))
    if record is None or not has_page(record):
        return None
    if anchor and (record.id, anchor) not in corpus.history_of:
        return None
    shown = anchor and not record.is_withdrawn
    return record_address(record) + (f"#{anchor}" if shown else "")


def attachment_address(corpus: Corpus, region: str, name: str) -> str | None:
    """Where a file of a region is published, a picture in its largest size."""
    attachment = corpus.attachments.get((region, name))
    return attachment_addresses(region, attachment)[-1] if attachment else None


def picture_of(corpus: Corpus, region: str, name: str) -> Shown | None:
    """The sizes in which a picture of a region is published; None for what is no picture."""
    attachment = corpus.attachments.get((region, name))
    if attachment is None or not isinstance(attachment.content, Picture):
        return None
    sizes = attachment.content.sizes
    addresses = attachment_addresses(region, attachment)
    widths = (width for width, _ in sizes)
    return Shown(tuple(zip(addresses, widths, strict=True)), *sizes[-1])


def _page_address(corpus: Corpus, name: str) -> str | None:
    record = corpus.records.get(RecordId("page", "", name))
    return record_address(record) if record else None
