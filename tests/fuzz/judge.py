"""What holds of every file whatever its bytes: an outcome, with places that exist.

A broken law is a sentence; whoever runs an input decides what to do about it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from site_gen.findings import Finding, Severity
from site_gen.findings.catalogue import RULES
from site_gen.load.files import understood
from site_gen.load.walk import RecordFile
from site_gen.pipeline import Compilation, audit, derive
from site_gen.records.record import Record
from site_gen.records.text import Text
from site_gen.render.fill import Filler
from site_gen.render.paths import base_of
from site_gen.render.templates import templates_for
from site_gen.source import canonical
from tests.fmt.rewriting import meaning
from tests.fuzz.seeds import Seed

TODAY = date(2024, 6, 1)
_CHINESE = re.compile("[\u4e00-\u9fff]")


def codes_of(file: RecordFile, raw: bytes) -> tuple[frozenset[str], tuple[str, ...]]:
    """The codes of the findings (none: valid), and the laws that are broken."""
    read = understood(file, raw)
    broken = list(sound(file.path, raw, read.findings))
    errors = any(one.severity is Severity.ERROR for one in read.findings)
    if not errors and not read.records and not file.kind.is_listed:
        broken.append("nothing was read, and nothing was said")
    if not errors:
        broken += _canonical(file, raw, read.records)
    return frozenset(one.code for one in read.findings), tuple(broken)


def sound(path: str, raw: bytes, findings: Sequence[Finding]) -> Iterator[str]:
    """Every finding is one of ours, in Chinese, and at a place within the file."""
    if not findings:
        return
    lines = [len(line) + 1 for line in raw.decode("utf-8", "replace").split("\n")]
    for one in findings:
        where = one.where
        if where.path != path or not 1 <= where.line <= len(lines):
            yield f"{one.code} at {where}, which is not in the file"
        elif not 1 <= where.column <= lines[where.line - 1]:
            yield f"{one.code} at {where}, behind the end of the line"
        if one.code not in RULES or not _CHINESE.search(one.message):
            yield f"{one.code} says {one.message!r}"


def _canonical(file: RecordFile, raw: bytes, records: Sequence[Record]) -> Iterator[str]:
    """The canonical form means the same, has no slips and is its own canonical form."""

    def read(raw: bytes) -> tuple[list[Text], tuple[Finding, ...]]:
        found = understood(file, raw)
        return [text for record in found.records for text in record.prose], found.findings

    once = canonical(raw, read)
    if once.errors:
        yield "the canonical form of a correct file has errors"
    if once.raw == raw:
        return
    again = understood(file, once.raw)
    if canonical(once.raw, read).raw != once.raw:
        yield "the canonical form of the canonical form is another"
    if [meaning(one) for one in again.records] != [meaning(one) for one in records]:
        yield "the canonical form means something else"
    if any(one.edits for one in again.findings):
        yield "the canonical form has slips that could be written"


def whole(root: Path, folder: Path, seed: Seed, raw: bytes) -> tuple[frozenset[str], list[str]]:
    """As above, when the small site in ``folder`` has this file in its place; pages included."""
    place = folder / seed.path
    place.write_bytes(raw)
    try:
        audited = audit(folder, TODAY)
        broken = list(_told(folder, audited.findings))
        if not audited.blocks:
            broken += _pages(root, derive(audited, folder, TODAY))
    finally:
        place.write_bytes(seed.raw)
    return frozenset(one.code for one in audited.findings), broken


def _told(folder: Path, findings: Sequence[Finding]) -> Iterator[str]:
    for one in findings:
        place = folder / one.where.path
        if not place.exists():
            yield f"{one.code} is in {one.where.path}, which does not exist"
        elif place.is_file():
            yield from sound(one.where.path, place.read_bytes(), [one])


def _pages(root: Path, site: Compilation) -> Iterator[str]:
    """Every page of a site can be drawn."""
    bases = sorted({base_of(page, site.frame.base_url) for page in site.pages})
    assets: dict[str, str] = defaultdict(lambda: "assets/any")
    filler = Filler(site.frame, {}, templates_for(root / "theme", bases, site.frame, assets))
    for page in site.pages:
        if not "".join(filler.parts(page)).strip():
            yield f"{page.address} is empty"
