"""Outlines of parcels that are not read whole: as much of them as one parcel may need to know.

Of such a parcel the registers are read, and of its many records those that stand in some relation
to the one parcel. Who names a record writes its name, or that of its region: so files that name
nothing of the kind are passed over unread, which takes a fiftieth of the time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from site_gen.load.files import Read, bytes_of
from site_gen.load.walk import RecordFile
from site_gen.parcels.outline import Naming, is_many
from site_gen.parcels.plan import Parcel
from site_gen.parcels.surroundings import Outline
from site_gen.parcels.survey import Opened, outline_of
from site_gen.preview.content import Content
from site_gen.preview.watch import Stamp

Reading = Callable[[RecordFile], Read]
_CROSSING = ("跨区域".encode(), b"regions")
"""How a session begins to tell into which regions it reaches, which may be told by their names."""


@dataclass(frozen=True)
class Finder:
    """Which files say some words, remembered as long as they stay as they are."""

    known: dict[tuple[str, ...], dict[str, tuple[Stamp | None, bool]]] = field(default_factory=dict)

    def saying(
        self, words: Iterable[str], files: Iterable[RecordFile], content: Content
    ) -> Iterator[RecordFile]:
        """The files with any of the words in them, as bytes stand there."""
        sought = tuple(sorted(words))
        known = self.known.setdefault(sought, {})
        encoded = [word.encode() for word in sought]
        for file in files:
            stamp = content.stamp(file.path)
            if file.path not in known or known[file.path][0] != stamp:
                known[file.path] = stamp, _says(content, file, encoded)
            if known[file.path][1]:
                yield file


def _says(content: Content, file: RecordFile, words: Sequence[bytes]) -> bool:
    try:
        raw = bytes_of(content.root / file.path)
    except OSError:
        return False
    return any(word in raw for word in words)


def outlines_near(
    content: Content,
    own: Outline,
    known: Mapping[str, Outline],
    reading: Reading,
    finder: Finder,
) -> tuple[Outline, ...]:
    """The outlines of all parcels, of those that are not ``known`` what concerns ``own``."""
    unread = [parcel for key, parcel in content.parcels.items() if key not in known]
    wanted = _near(content, own, known, unread, reading, finder)
    stubs = {one.key: _stub(one, wanted, content, reading) for one in unread}
    return tuple(known.get(key) or stubs[key] for key in content.parcels)


def _near(
    content: Content,
    own: Outline,
    known: Mapping[str, Outline],
    unread: Sequence[Parcel],
    reading: Reading,
    finder: Finder,
) -> set[str]:
    """The files of unread parcels that name what is in one, or are named by it, or by these."""
    many = {file.path: file for one in unread for file in one.files if is_many(file.kind)}
    pending = [*_naming(content, own, many.values(), finder)]
    for outline in known.values():
        pending += _files_of(outline.names, content)
    found: set[str] = set()
    while pending:
        file = pending.pop()
        if file.path in many and file.path not in found:
            found.add(file.path)
            names = _outline((file,), content, reading).names
            pending += _files_of((one for one in names if one.follows), content)
            pending += finder.saying((file.name,), many.values(), content)
    return found


def _files_of(names: Iterable[Naming], content: Content) -> list[RecordFile]:
    records = (naming.record for naming in names if naming.record)
    return [content.files[record] for record in records if record in content.files]


def _naming(
    content: Content, own: Outline, files: Iterable[RecordFile], finder: Finder
) -> Iterator[RecordFile]:
    """The files that may name a record or a region of a parcel."""
    regions = [content.places[region] for region in content.parcels[own.parcel].regions]
    yield from finder.saying((f"{place.id}/" for place in regions), files, content)
    crossing = list(finder.saying((word.decode() for word in _CROSSING), files, content))
    called = [name for place in regions for name in (place.id, place.name)]
    yield from finder.saying(called, crossing, content)


def _stub(parcel: Parcel, wanted: set[str], content: Content, reading: Reading) -> Outline:
    files = (one for one in parcel.files if not is_many(one.kind) or one.path in wanted)
    return _outline(tuple(files), content, reading, parcel)


def _outline(
    files: tuple[RecordFile, ...],
    content: Content,
    reading: Reading,
    parcel: Parcel | None = None,
) -> Outline:
    within = parcel or Parcel("", (), (), {})
    part = replace(within, files=files)
    return outline_of(Opened(part, tuple(map(reading, files))), content.places)
