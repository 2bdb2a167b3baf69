"""Checks of names: units, platforms, methods, themes, brands, regions.

A name is looked up in the region of its record, in its further regions, then upwards;
one that is nowhere listed could not be counted for anybody.
"""

from collections.abc import Iterable, Iterator

from site_gen.addresses import RESERVED, record_address, theme_address
from site_gen.checks.context import Context
from site_gen.corpus.links import has_page
from site_gen.findings import Finding
from site_gen.findings import content_rules as rules
from site_gen.findings.path_rules import NAME_RESERVED
from site_gen.records.record import Record
from site_gen.records.session import Session
from site_gen.records.text import Text
from site_gen.vocabulary.progress import Action

_LISTS = {
    "unit": ("单位", "units.yaml"),
    "platform": ("平台", "platforms.yaml"),
    "method": ("工作法", "methods 文件夹"),
}
_UNIT_CONTENT = frozenset({Action.ASSIGNED, Action.REFERRED})
_UNIT_PARTS = ("unit", "supporting")


def taken(context: Context) -> Iterator[Finding]:
    """A name, former names included, is listed once in a region."""
    for kind in ("unit", "platform", "method"):
        seen: dict[tuple[str, str], Text] = {}
        for record in sorted(context.corpus.kind(kind), key=lambda record: record.where):
            for name in _names_of(record):
                first = seen.setdefault((record.id.region, str(name)), name)
                if first is not name:
                    yield rules.NAME_TAKEN.at(name.where, name=name, line=first.where.line)


def separators(context: Context) -> Iterator[Finding]:
    """No listed name holds what separates names: nobody could refer to it."""
    named = [record for kind in _LISTS for record in context.corpus.kind(kind)]
    names = [name for record in named for name in _names_of(record)]
    vocabulary = context.corpus.vocabulary
    names += [Text(str(theme.name), theme.at("name")) for theme in vocabulary.themes]
    names += [brand.name for brand in vocabulary.brands]
    for name in names:
        if any(mark in name for mark in "、,，"):
            yield rules.NAME_WITH_SEPARATOR.at(name.where, name=name)


def reserved(context: Context) -> Iterator[Finding]:
    """No region and no prose page is called as the site's own folders are."""
    for kind in ("region", "page"):
        for record in context.corpus.kind(kind):
            name = record.id.name or record.id.region
            if name in RESERVED:
                yield NAME_RESERVED.at(record.where, name=name)


def addresses(context: Context) -> Iterator[Finding]:
    """No two records have one address; between a region and a prose page the region keeps it."""
    owners: dict[str, Record] = {}
    shown = (one for one in context.corpus.records.values() if has_page(one))
    for record in sorted(shown, key=lambda one: (not one.id.region, one.where)):
        owner = owners.setdefault(record_address(record), record)
        if owner is not record and not record.kind.is_listed:
            other = owner.where.path
            yield rules.ADDRESS_TAKEN.at(record.where, name=record.id.name, other=other)


def theme_keys(context: Context) -> Iterator[Finding]:
    """No two themes have one address: that of its key, or of its name where it has none."""
    seen: dict[str, Text] = {}
    for theme in context.corpus.vocabulary.themes:
        key = theme.key or Text(str(theme.name), theme.at("name"))
        first = seen.setdefault(theme_address(key), key)
        if first is not key:
            yield rules.THEME_TWICE.at(key.where, key=key, line=first.where.line)


def _names_of(record: Record) -> Iterable[Text]:
    name = getattr(record.head, "name", None)
    own = name if isinstance(name, Text) else Text(record.title, record.head.at("name"))
    return [own, *getattr(record.head, "former_names", ())]


def look_up(context: Context, kind: str, name: Text, record: Record) -> Iterator[Finding]:
    """The finding of a name that no list has where ``record`` looks it up."""
    corpus = context.corpus
    if corpus.find(kind, name, record) or context.may_be_unread(kind, record):
        return
    scope = set(corpus.scope_of(corpus.regions_of(record)))
    known = (called for of, region, called in corpus.named if of == kind and region in scope)
    noun, lists = _LISTS[kind]
    hint = context.nearest(name.where, name, known)
    yield rules.UNKNOWN_NAME.at(name.where, name=name, kind=noun, nearest=hint, lists=lists)


def listed(context: Context) -> Iterator[Finding]:
    """Platforms and methods of a session are listed in its regions or above."""
    for record in context.corpus.kind("session"):
        if isinstance(record.head, Session):
            for kind, names in (("platform", record.head.platform), ("method", record.head.method)):
                for name in names:
                    yield from look_up(context, kind, name, record)


def units(context: Context) -> Iterator[Finding]:
    """Units of events are listed in the record's regions or above."""
    for tracked in context.corpus.tracked:
        for event in tracked.item.events:
            names = list(event.content) if event.action in _UNIT_CONTENT else []
            for part in _UNIT_PARTS:
                names += event.parts.get(part, ())
            for name in names:
                if context.corpus.find("unit", name, tracked.record) is None:
                    yield from look_up(context, "unit", name, tracked.record)


def _having(context: Context, key: str) -> Iterator[Record]:
    """The records of the kinds whose heads have a field."""
    for records in context.corpus.by_kind.values():
        if key in records[0].kind.model.model_fields:
            yield from records


def themes(context: Context) -> Iterator[Finding]:
    """领域 are those of the site's vocabulary."""
    if "vocabulary.yaml" in context.unread:
        return
    allowed = [str(theme.name) for theme in context.corpus.vocabulary.themes]
    for record in _having(context, "themes"):
        for name in getattr(record.head, "themes", ()):
            if isinstance(name, Text) and name not in allowed:
                hint = context.nearest(name.where, name, allowed)
                words = "、".join(allowed)
                yield rules.UNKNOWN_THEME.at(name.where, name=name, nearest=hint, allowed=words)


def brands(context: Context) -> Iterator[Finding]:
    """品牌 are those of the site's vocabulary."""
    if "vocabulary.yaml" in context.unread:
        return
    known = [str(brand.name) for brand in context.corpus.vocabulary.brands]
    for record in _having(context, "brand"):
        for name in getattr(record.head, "brand", ()):
            if name not in known:
                hint = context.nearest(name.where, name, known)
                yield rules.UNKNOWN_BRAND.at(name.where, name=name, nearest=hint)


def crossing(context: Context) -> Iterator[Finding]:
    """跨区域 names regions that have a folder."""
    corpus = context.corpus
    known = [*corpus.places, *(place.name for place in corpus.places.values())]
    for record in corpus.kind("session"):
        for name in getattr(record.head, "regions", ()):
            unread = f"regions/{name}/region.yaml" in context.unread
            found = corpus.region_named(name)
            if found == record.id.region:
                yield rules.CROSSES_INTO_ITSELF.at(name.where, name=name)
            elif found is None and not unread:
                hint = context.nearest(name.where, name, known)
                yield rules.UNKNOWN_REGION.at(name.where, name=name, nearest=hint)
