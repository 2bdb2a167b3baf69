"""The compiled pages of a corpus as plain mappings and lists: what the peers are given.

The peers get what is finished: stages, due dates, counts and lists are worked out here, by this
program and before any clock runs. They have to turn it into pages, nothing more.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from pathlib import Path

from site_gen.addresses import attachment_addresses, record_address
from site_gen.attachments.rendition import Rendition, make
from site_gen.pages.model import Page
from site_gen.pipeline import Compilation, compile_site

OWN_PAGE = "404.html"
"""Every peer writes one of its own."""
LEFT_OUT = frozenset({"prose", "metric", "scope", "tone", "row", "column", "state", "share"})
"""Keys of values that no reader sees, and prose, which the peers render themselves."""

Plain = str | int | float | list["Plain"] | dict[str, "Plain"] | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: where it lies, what stands on it, and its prose as Markdown."""

    address: str
    kind: str
    title: str
    description: str
    section: str
    trail: tuple[tuple[str, str], ...]
    updated: date | None
    values: dict[str, Plain]
    prose: tuple[str, ...]
    region: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that the peers are to publish."""

    name: str
    host: str
    navigation: tuple[tuple[str, str], ...]
    """Titles and addresses of the sections."""
    foot: tuple[tuple[str, str], ...]
    leaves: tuple[Leaf, ...]
    attachments: tuple[Rendition, ...]
    """Pictures as this program publishes them; the peers are spared the making."""
    pictures: Mapping[tuple[str, str], str]
    """Region and file → the address of the largest size."""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Address and bytes of everything attached."""
        for rendition in self.attachments:
            yield from make(rendition).items()


def read(content: Path, today: date) -> Corpus:
    """Compile a content folder; raises ValueError when it has errors."""
    compiled = compile_site(content, today)
    if not compiled.pages:
        raise ValueError(f"{content} has errors")
    frame, prose = compiled.frame, _prose(compiled)
    return Corpus(
        name=frame.name,
        host=frame.host,
        navigation=tuple((entry.title, entry.address) for entry in frame.navigation),
        foot=tuple((entry.title, entry.address) for entry in frame.footer.links),
        leaves=tuple(_leaf(page, prose) for page in compiled.pages if page.address != OWN_PAGE),
        attachments=compiled.attachments,
        pictures=_pictures(compiled),
    )


def _prose(compiled: Compilation) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    return {
        record_address(record): (record.id.region, tuple(map(str, record.prose)))
        for record in compiled.corpus.records.values()
        if record.kind.segment
    }


def _pictures(compiled: Compilation) -> Mapping[tuple[str, str], str]:
    return {
        (region, name): attachment_addresses(region, attachment)[-1]
        for (region, name), attachment in compiled.corpus.attachments.items()
    }


def _leaf(page: Page, prose: Mapping[str, tuple[str, tuple[str, ...]]]) -> Leaf:
    region, passages = prose.get(page.address, ("", ()))
    values = plain(page.values)
    return Leaf(
        page.address, page.kind, page.title, page.description, page.section, page.trail,
        page.updated, values if isinstance(values, dict) else {}, passages, region,
    )  # fmt: skip


def plain(value: object) -> Plain:
    """A value without classes; what is empty or seen by nobody is left out of mappings."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return _mapping((str(key), inner) for key, inner in value.items())
    if is_dataclass(value) and not isinstance(value, type) and _is_shape(value):
        return _mapping((one.name, getattr(value, one.name)) for one in fields(value))
    if isinstance(value, Iterable):
        return [plain(inner) for inner in value]
    return str(value)


def _is_shape(value: object) -> bool:
    """Whether it holds parts to show; values such as dates say themselves what they are."""
    return "__str__" not in type(value).__dict__


def _mapping(pairs: Iterable[tuple[str, object]]) -> dict[str, Plain]:
    known = {key: plain(inner) for key, inner in pairs if key not in LEFT_OUT}
    picture = known.pop("picture", None)
    if isinstance(picture, dict) and isinstance(sources := picture.get("sources"), list):
        known["address"] = sources[-1][0] if isinstance(sources[-1], list) else None
    return {key: inner for key, inner in known.items() if inner not in (None, "", [], {})}
