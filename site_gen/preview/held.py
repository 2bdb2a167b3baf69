"""The content held in memory, parcel by parcel: what has changed is read again, and nothing else.

What is known of a parcel stands under a key that tells all it depends on. Outlines and reports are
held of all parcels; records only of those that were asked for last, for they take much room.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from site_gen.attachments import Attachment
from site_gen.findings import Finding
from site_gen.load.files import Read, read_file
from site_gen.load.walk import RecordFile
from site_gen.parcels.contribution import Contribution, Line, contribution_of, lines_of
from site_gen.parcels.outline import is_many
from site_gen.parcels.plan import WHOLE
from site_gen.parcels.surroundings import Outline, Surroundings, surroundings_of
from site_gen.parcels.survey import Opened, Survey, outline_of, survey
from site_gen.preview.content import Content
from site_gen.preview.near import Finder, outlines_near
from site_gen.preview.watch import Stamp

MOST = 4
"""How many parcels are held whole: about 60 MB each where a province has 10,000 sessions."""
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a look at a parcel has found."""

    findings: tuple[Finding, ...]
    blocks: bool
    contribution: Contribution | None
    """None for the part of the whole site, and where errors forbid to look on."""
    lines: tuple[Line, ...]
    attachments: Mapping[tuple[str, str], Attachment]


class Held:
    """The content at one moment, and what is known of its parcels."""

    def __init__(self, content: Content, today: date) -> None:
        self._reads: dict[str, tuple[Stamp | None, Read]] = {}
        self._outlines: dict[str, tuple[Key, Outline]] = {}
        self._reports: dict[str, tuple[Key, Report]] = {}
        self._surveys: OrderedDict[str, tuple[Key, Survey]] = OrderedDict()
        self._finder = Finder()
        self._keys: dict[str, Key] = {}
        self._around: dict[str, Surroundings] = {}
        self.content = content
        self.today = today

    def take(self, content: Content, today: date) -> None:
        """Goes on with the content of another moment, or on another day."""
        if content.parcels is not self.content.parcels or not self._knows_all:
            self._around.clear()
        self.content = content
        self.today = today
        self._keys.clear()
        self._reads = {path: one for path, one in self._reads.items() if path in content.records}
        for known in (self._outlines, self._reports, self._surveys):
            for gone in known.keys() - content.parcels.keys():
                del known[gone]

    @property
    def open(self) -> frozenset[str]:
        """The parcels that are held whole."""
        return frozenset(self._surveys)

    def read(self, file: RecordFile) -> Read:
        """What a file says."""
        stamp = self.content.stamp(file.path)
        known = self._reads.get(file.path)
        if known is None or known[0] != stamp or known[1].file != file:
            known = self._reads[file.path] = stamp, read_file(self.content.root, file)
        return known[1]

    def opened(self, key: str) -> Opened:
        """A parcel whose files were read."""
        parcel = self.content.parcels[key]
        return Opened(parcel, tuple(map(self.read, parcel.files)))

    def has_outline(self, key: str) -> bool:
        """Whether it is known what others need to know of a parcel."""
        return key in self._outlines and self._outlines[key][0] == self._key(key)

    def outline(self, key: str) -> Outline:
        """What others need to know of a parcel."""
        if not self.has_outline(key):
            made = outline_of(self.opened(key), self.content.places)
            _, former = self._outlines.get(key, ((), None))
            self._outlines[key] = self._key(key), made
            if former is None or _sketch(former) != _sketch(made) or not self._knows_all:
                self._around.clear()
        return self._outlines[key][1]

    @property
    def _knows_all(self) -> bool:
        """Whether it is known, and not only guessed, what each parcel needs of others."""
        return self._around.keys() == self.content.parcels.keys()

    def _key(self, key: str) -> Key:
        """What the outline of a parcel depends on."""
        if key not in self._keys:
            parcel, content = self.content.parcels[key], self.content
            stamps = [(file.path, content.stamp(file.path)) for file in parcel.files]
            self._keys[key] = parcel.regions, stamps, content.names
        return self._keys[key]

    def around(self, key: str) -> Surroundings:
        """What a parcel needs of others; found by looking for it until all outlines are known."""
        if key not in self._around:
            own = self.outline(key)
            known = {
                one: self.outline(one) for one in self.content.parcels if self.has_outline(one)
            }
            near = outlines_near(self.content, own, known, self.read, self._finder)
            found = surroundings_of(near, self.content.places)
            self._around.update(found if len(known) == len(near) else {key: found[key]})
        return self._around[key]

    def has_report(self, key: str) -> bool:
        """Whether a parcel has been looked at as it is now, all that it needs being known."""
        known = self._reports.get(key)
        return known is not None and known[0] == self._whole_key(key)

    def _whole_key(self, key: str) -> Key:
        """What a survey of a parcel depends on."""
        parcel, around, content = self.content.parcels[key], self.around(key), self.content
        guests = (content.files[guest].path for guest in around.guests)
        paths = (*guests, *parcel.attachments.values())
        stamps = [(path, content.stamp(path)) for path in paths]
        return self._key(key), around, stamps, dict(parcel.attachments), self.today

    def report(self, key: str) -> Report:
        """What a look at a parcel finds; its records are not held for that."""
        if not self.has_report(key):
            self._look(key)
        return self._reports[key][1]

    def last_report(self, key: str) -> Report | None:
        """What the last look at a parcel found, whatever has changed since."""
        known = self._reports.get(key)
        return known[1] if known else None

    def survey(self, key: str) -> Survey:
        """A parcel, looked at, and held from now on."""
        known = self._surveys.get(key)
        if known is None or known[0] != self._whole_key(key):
            known = self._surveys[key] = self._whole_key(key), self._look(key)
        self._surveys.move_to_end(key)
        while len(self._surveys) > MOST:
            self.close(next(iter(self._surveys)))
        return known[1]

    def _look(self, key: str) -> Survey:
        around, whole = self.around(key), self._whole_key(key)
        guests = [self.content.files[guest] for guest in around.guests]
        made = survey(self.content.root, self.opened(key), around, guests, self.today)
        self._reports[key] = whole, _report(made)
        if key in self._surveys:
            self._surveys[key] = whole, made
        return made

    def close(self, key: str) -> None:
        """Holds the many records of a parcel no longer."""
        self._surveys.pop(key, None)
        for file in self.content.parcels[key].files:
            if is_many(file.kind):
                self._reads.pop(file.path, None)


def _sketch(outline: Outline) -> tuple[object, ...]:
    """What of an outline decides what parcels need of each other."""
    return outline.registers, outline.many, outline.names, outline.offices


def _report(made: Survey) -> Report:
    parcel = made.opened.parcel
    looked_on = parcel.key != WHOLE and not made.blocks
    return Report(
        findings=made.findings,
        blocks=made.blocks,
        contribution=contribution_of(made.view, parcel) if looked_on else None,
        lines=lines_of(made.view, parcel) if looked_on else (),
        attachments=made.corpus.attachments,
    )
