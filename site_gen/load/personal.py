"""Personal information in the files of a content folder: where it stands, and what was approved.

Raw files are looked at, comments, unknown keys and withheld items included, for whoever can read
the records can read these too. What is personal is decided in :mod:`site_gen.privacy`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from site_gen.findings import Finding, Rule, Severity, Where, file_rules
from site_gen.findings import privacy_rules as rules
from site_gen.privacy import Hit, masked, personal
from site_gen.privacy import detectors as known
from site_gen.records.model import Contact, PersonalException
from site_gen.records.record import Record

MOST_FINDINGS = 100
"""Of one file; nobody reads more."""

_RULES: Mapping[str, Rule] = {
    known.IDENTITY_CARD.key: rules.IDENTITY_CARD,
    known.FORMER_CARD.key: rules.IDENTITY_CARD,
    known.BANK_CARD.key: rules.BANK_CARD,
    known.MOBILE.key: rules.MOBILE,
    known.PLATE.key: rules.PLATE,
    known.MAILBOX.key: rules.MAILBOX,
    known.HOME.key: rules.HOME,
}


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something personal, and where in a file it stands."""

    where: Where
    hit: Hit


@dataclass(frozen=True, slots=True)
class Approved:
    """Something personal that an exception of its record lets pass.

    ``masked`` may be shown; ``value`` is compared, and never shown.
    """

    where: Where
    term: str
    masked: str
    reason: str
    approved_by: str
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Source:
    """The files that one record, or one list of records, was read from."""

    sightings: Sequence[Sighting]
    records: Sequence[Record]

    @property
    def exceptions(self) -> Sequence[PersonalException]:
        """What its records ask to let pass."""
        return [one for record in self.records for one in record.head.personal_exceptions]


@dataclass(frozen=True, slots=True)
class Judged:
    """What is wrong, what was approved, and every value that may be public."""

    findings: Sequence[Finding]
    approved: Sequence[Approved]
    public: frozenset[str]


def sightings_of(path: str, raw: bytes) -> Sequence[Sighting]:
    """Everything personal in a file, whether or not it can be read as a record."""
    text = raw.decode("utf-8", "replace").removeprefix("\ufeff")
    hits = personal(text)
    if not hits:
        return ()
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    return [Sighting(_place(path, starts, hit.start), hit) for hit in hits]


def _place(path: str, starts: Sequence[int], offset: int) -> Where:
    line = bisect_right(starts, offset)
    return Where(path, line, offset - starts[line - 1] + 1)


def in_names(paths: Iterable[str]) -> Iterator[Finding]:
    """What is personal in the names of files and folders, each name once."""
    names = {path[: end or None] for path in paths for end in _ends(path)}
    for name in sorted(names):
        for hit in personal(name.rpartition("/")[2]):
            rule = rules.IN_A_NAME if hit.severity is Severity.ERROR else rules.PERHAPS
            yield rule.at(Where(name), term=hit.detector.term, masked=hit.masked)


def _ends(path: str) -> Iterator[int]:
    """Where the folders of a path end, and 0 for its own end."""
    yield 0
    yield from (at for at, char in enumerate(path) if char == "/")


def judge(sources: Iterable[Source], others: frozenset[str] = frozenset()) -> Judged:
    """What of all this is a finding; mailboxes of offices and approved exceptions are none.

    ``others`` are mailboxes of offices that other files give.
    """
    sources = list(sources)
    offices = others | mailboxes_of(record for one in sources for record in one.records)
    findings: list[Finding] = []
    approved: list[Approved] = []
    for source in sources:
        seen = [one for one in source.sightings if one.hit.value.lower() not in offices]
        passed = list(_approved(seen, source.exceptions))
        approved += passed
        findings += _limited(list(_refused(seen, {one.where for one in passed})))
        findings += _idle(source.exceptions, seen, {one.masked for one in passed})
    return Judged(findings, approved, offices | {one.value.lower() for one in approved})


def mailboxes_of(records: Iterable[Record]) -> frozenset[str]:
    """The mailboxes that the site, its regions and their units give as their own."""
    return frozenset(_mailboxes(records))


def _mailboxes(records: Iterable[Record]) -> Iterator[str]:
    contacts = (getattr(record.head, "contact", None) for record in records)
    for contact in contacts:
        if isinstance(contact, Contact) and contact.email:
            yield from (hit.value.lower() for hit in personal(str(contact.email)))


def _approved(
    seen: Iterable[Sighting], exceptions: Iterable[PersonalException]
) -> Iterator[Approved]:
    by_fragment = {str(one.fragment): one for one in exceptions}
    for one in seen:
        exception = by_fragment.get(one.hit.masked)
        if exception and one.hit.detector.may_be_allowed:
            yield Approved(
                one.where,
                one.hit.detector.term,
                one.hit.masked,
                masked(exception.reason),
                masked(exception.approved_by),
                one.hit.value,
            )


def _refused(seen: Iterable[Sighting], passed: set[Where]) -> Iterator[Finding]:
    for one in seen:
        if one.where not in passed:
            rule = _RULES.get(one.hit.detector.key, rules.PERHAPS)
            yield rule.at(one.where, term=one.hit.detector.term, masked=one.hit.masked)


def _limited(findings: Sequence[Finding]) -> Iterator[Finding]:
    yield from findings[:MOST_FINDINGS]
    if rest := findings[MOST_FINDINGS:]:
        yield file_rules.MORE_FINDINGS.at(Where(rest[0].where.path), number=len(rest))


def _idle(
    exceptions: Iterable[PersonalException], seen: Iterable[Sighting], used: set[str]
) -> Iterator[Finding]:
    """Exceptions that nothing in their record needs, or that nobody can make."""
    never = {one.hit.masked: one.hit for one in seen if not one.hit.detector.may_be_allowed}
    for one in exceptions:
        fragment, where = str(one.fragment), one.at("fragment")
        hits = personal(fragment)
        if hits:
            details = {"term": hits[0].detector.term, "masked": hits[0].masked}
            yield rules.EXCEPTION_UNMASKED.at(where, **details)
        elif fragment in never:
            term = never[fragment].detector.term
            yield rules.EXCEPTION_NOT_ALLOWED.at(where, term=term, fragment=fragment)
        elif fragment not in used:
            yield rules.EXCEPTION_UNUSED.at(where, fragment=fragment)
