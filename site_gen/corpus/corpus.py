"""The index of all records: by identity, by kind, by name, by what points at what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from site_gen.attachments import Attachment
from site_gen.corpus.places import Place, upwards
from site_gen.language import say
from site_gen.lifecycle import Deadlines, History
from site_gen.records.dates import Duration
from site_gen.records.names import Reference
from site_gen.records.plan import PlanTopic, YearPlan
from site_gen.records.record import Item, Record, RecordId
from site_gen.records.session import Session
from site_gen.records.site import Site, SiteVocabulary
from site_gen.vocabulary.settings import DeadlineKind, SuggestionType


@dataclass(frozen=True, slots=True)
class Tracked:
    """An item with the history that its events make."""

    record: Record
    item: Item
    history: History


@dataclass(frozen=True)
class Corpus:
    """Everything that was read, ready to be asked. Immutable; all orders are stable."""

    site: Site
    vocabulary: SiteVocabulary
    records: Mapping[RecordId, Record]
    by_kind: Mapping[str, tuple[Record, ...]]
    places: Mapping[str, Place]
    named: Mapping[tuple[str, str, str], Record]
    """(kind, region, name or former name) → record."""
    tracked: tuple[Tracked, ...]
    attachments: Mapping[tuple[str, str], Attachment]
    """(region, file name) → what lies there; only what may be published."""

    def kind(self, key: str) -> tuple[Record, ...]:
        """The records of a kind, by region and name."""
        return self.by_kind.get(key, ())

    def of_region(self, key: str, region: str) -> tuple[Record, ...]:
        """The records of a kind that a region keeps."""
        return self._by_region.get((key, region), ())

    @cached_property
    def _by_region(self) -> Mapping[tuple[str, str], tuple[Record, ...]]:
        found: dict[tuple[str, str], list[Record]] = {}
        for key, records in self.by_kind.items():
            for record in records:
                for region in self.regions_of(record):
                    found.setdefault((key, region), []).append(record)
        return {key: tuple(records) for key, records in found.items()}

    def kept_by(self, key: str, region: str) -> tuple[Record, ...]:
        """The records of a kind in the folder of a region, by name."""
        return self._kept.get((key, region), ())

    @cached_property
    def _kept(self) -> Mapping[tuple[str, str], tuple[Record, ...]]:
        found: dict[tuple[str, str], list[Record]] = {}
        for key, records in self.by_kind.items():
            for record in records:
                found.setdefault((key, record.id.region), []).append(record)
        return {key: tuple(records) for key, records in found.items()}

    def all_kept_by(self, region: str) -> Iterator[Record]:
        """The records of all kinds in the folder of a region; of the whole site for ``""``."""
        return (one for key in self.by_kind for one in self.kept_by(key, region))

    def regions_of(self, record: Record) -> tuple[str, ...]:
        """The record's own region and its 跨区域, each once, by folder name."""
        further = record.head.regions if isinstance(record.head, Session) else ()
        if not further:
            return (record.id.region,)
        folders = [self.region_named(name) for name in further]
        return tuple(dict.fromkeys([record.id.region, *(name for name in folders if name)]))

    def region_named(self, written: str) -> str | None:
        """The folder of a region written by folder or by its (unambiguous) name."""
        if written in self.places:
            return str(written)
        matches = [place.id for place in self.places.values() if place.name == written]
        return matches[0] if len(matches) == 1 else None

    def find(self, kind: str, name: str, record: Record) -> Record | None:
        """What ``record`` calls ``name``: in its region, then its 跨区域, then upwards."""
        return self.look_up(kind, name, self.regions_of(record))

    def look_up(self, kind: str, name: str, regions: tuple[str, ...]) -> Record | None:
        """What a record of these regions calls ``name``; few names stand in very many records."""
        asked = kind, name, regions
        if asked not in self._looked_up:
            above = (self.named.get((kind, region, name)) for region in self.scope_of(regions))
            self._looked_up[asked] = next((found for found in above if found is not None), None)
        return self._looked_up[asked]

    @cached_property
    def _looked_up(self) -> dict[tuple[str, str, tuple[str, ...]], Record | None]:
        return {}

    def scope_of(self, regions: tuple[str, ...]) -> tuple[str, ...]:
        """Where names are looked up for a record of these regions, in that order."""
        above = (place.id for region in regions for place in upwards(region, self.places))
        return tuple(dict.fromkeys([*regions, *above]))

    def canonical(self, unit: str, record: Record) -> str:
        """The present name of a unit; the name itself where no list has it."""
        found = self.find("unit", unit, record)
        return found.title if found else str(unit)

    def target(self, reference: Reference, kind: str, record: Record) -> Record | None:
        """The record that a reference of ``record`` to a kind means; None where there is none."""
        if not reference.name:
            return record
        region = reference.region or record.id.region
        return self.records.get(RecordId(kind, region, reference.name))

    def deadlines(self, record: Record, item: Item) -> Deadlines | None:
        """The terms that hold for an item; None for compiled records, no terms for 自办."""
        if record.head.is_compiled:
            return None
        if getattr(item.head, "type", None) is SuggestionType.SELF_RUN:
            return Deadlines(None, {})
        return Deadlines(item.kind.deadline, self._terms_in(record.id.region))

    def _terms_in(self, region: str) -> Mapping[DeadlineKind, tuple[Duration, str]]:
        """The terms that hold in a region: its own, then those of what it lies in."""
        if region not in self._terms:
            self._terms[region] = {
                kind: (term, say("{name}规定", name=place.name))
                for place in reversed(tuple(upwards(region, self.places)))
                for kind, term in place.head.deadlines.items()
            }
        return self._terms[region]

    @cached_property
    def _terms(self) -> dict[str, Mapping[DeadlineKind, tuple[Duration, str]]]:
        return {}

    @cached_property
    def theme_keys(self) -> Mapping[str, str]:
        """Theme, as records name it → its key; a theme without a key is its own name."""
        return {str(one.name): str(one.key or one.name) for one in self.vocabulary.themes}

    def below(self, region: str) -> Iterator[str]:
        """The region and every region that lies in it, parents before children."""
        yield region
        for child in self.places[region].children:
            yield from self.below(child)

    @cached_property
    def history_of(self) -> Mapping[tuple[RecordId, str], Tracked]:
        """The tracked item of a record and anchor."""
        return {(one.record.id, one.item.anchor): one for one in self.tracked}

    @cached_property
    def cited_by(self) -> Mapping[RecordId, tuple[Record, ...]]:
        """Records that name a record in their head (协商 of a case, 承接 of a session …)."""
        found: dict[RecordId, list[Record]] = {}
        for records in self.by_kind.values():
            for record in records:
                for reference, kind in _references(record):
                    target = self.target(reference, kind, record)
                    if target is not None and record not in found.setdefault(target.id, []):
                        found[target.id].append(record)
        return {key: tuple(records) for key, records in found.items()}

    def topic(self, reference: Reference, record: Record) -> tuple[Record, PlanTopic] | None:
        """The topic of a plan that ``record`` names, with its plan; None where there is none."""
        year, _, key = reference.name.partition(" ")
        region = reference.region or record.id.region
        plan = self.records.get(RecordId("plan", region, year))
        topics = plan.head.topics if plan and isinstance(plan.head, YearPlan) else ()
        return next(((plan, one) for one in topics if plan and str(one.key) == key), None)

    @cached_property
    def by_topic(self) -> Mapping[tuple[RecordId, str], tuple[Record, ...]]:
        """The sessions and reviews that name a topic, by plan and key of the topic."""
        found: dict[tuple[RecordId, str], list[Record]] = {}
        for record in self.records.values():
            reference = getattr(record.head, "plan", None)
            named = self.topic(reference, record) if isinstance(reference, Reference) else None
            if named is not None:
                plan, topic = named
                found.setdefault((plan.id, str(topic.key)), []).append(record)
        return {key: tuple(records) for key, records in found.items()}

    @cached_property
    def used_by(self) -> Mapping[RecordId, tuple[Record, ...]]:
        """The sessions that used a platform or a method."""
        found: dict[RecordId, list[Record]] = {}
        for record in self.kind("session"):
            head = record.head
            if not isinstance(head, Session):
                continue
            for kind, names in (("platform", head.platform), ("method", head.method)):
                for name in names:
                    target = self.find(kind, name, record)
                    if target is not None:
                        found.setdefault(target.id, []).append(record)
        return {key: tuple(records) for key, records in found.items()}


def _references(record: Record) -> Iterator[tuple[Reference, str]]:
    """The references in a head, each with the kind of record it means."""
    for kind in record.kind.refers:
        for reference in getattr(record.head, kind.field):
            yield reference, kind.kind
