"""Corpus and today → entries: everything countable, as it stands on that day."""

from collections.abc import Iterator, Mapping
from datetime import date

from site_gen.addresses import identity_of, item_address, record_address
from site_gen.corpus import Corpus, Tracked
from site_gen.corpus.build import raised_on
from site_gen.docket.entry import Entry, assignment_of
from site_gen.docket.parts import bulletins, parts_of
from site_gen.docket.traits import session_state, themes_of
from site_gen.language import say
from site_gen.lifecycle import Role, Standing, stand
from site_gen.records.record import Record, RecordId
from site_gen.records.session import Problem, Session, Suggestion
from site_gen.vocabulary.progress import ENDS, Result
from site_gen.vocabulary.settings import Disclosure


def build_docket(corpus: Corpus, today: date) -> tuple[Entry, ...]:
    """Every entry, by kind of record, region and name; what was taken down is left out."""
    standings = {
        (one.record.id, one.item.anchor): stand(
            one.history, corpus.deadlines(one.record, one.item), today
        )
        for one in corpus.tracked
    }
    entries: list[Entry] = []
    for record in corpus.records.values():
        if record.is_withdrawn:
            continue
        if record.kind.counted:
            entries.append(_of_record(corpus, record, today))
        for item in record.items:
            tracked = corpus.history_of[record.id, item.anchor]
            standing = standings[record.id, item.anchor]
            entry = _of_item(corpus, tracked, standing, _solved(record, tracked, standings))
            entries += [entry, *_assignments(entry)]
        entries += parts_of(corpus, record, today)
    return (*entries, *bulletins(entries))


def _of_record(corpus: Corpus, record: Record, today: date) -> Entry:
    head = record.head
    return Entry(
        id=identity_of(record),
        kind=record.kind.key,
        record=record,
        address=record_address(record),
        title=record.title,
        context="",
        regions=corpus.regions_of(record),
        when=raised_on(record),
        themes=themes_of(corpus, record),
        place=_village(record),
        state=session_state(head, today) if isinstance(head, Session) else None,
        today=today,
    )


def _of_item(corpus: Corpus, tracked: Tracked, standing: Standing, solved: bool) -> Entry:
    record, item = tracked.record, tracked.item
    return Entry(
        id=f"{identity_of(record)}#{item.anchor}" if item.anchor else identity_of(record),
        kind=item.kind.key,
        record=record,
        address=item_address(record, item),
        title=item_title(tracked),
        context=record.title if item.number else item_name(record),
        regions=corpus.regions_of(record),
        when=tracked.history.raised,
        themes=themes_of(corpus, record),
        units=_units(corpus, tracked, standing),
        place=_village(record),
        tracked=tracked,
        standing=standing,
        solved=solved,
    )


def item_name(record: Record) -> str:
    """What a record that is itself an item is called: ``提案 第127号``, without its title."""
    number = item_number(record)
    return (
        say("{kind} {number}", kind=record.kind.term, number=number) if number else record.kind.term
    )


def item_number(record: Record) -> str:
    """``第127号``; empty for what has no number."""
    number = str(getattr(record.head, "number", None) or "")
    return say("第{number}号", number=number) if number.isdigit() else number


def item_title(tracked: Tracked) -> str:
    """The heading; of a withheld item its number and that it is withheld."""
    item = tracked.item
    if is_withheld(tracked):
        return say(
            "{kind}{number}（{word}）",
            kind=item.kind.term,
            number=item.number,
            word=Disclosure.WITHHELD.plain,
        )
    return str(item.heading) or tracked.record.title


def is_withheld(tracked: Tracked) -> bool:
    """Whether only number, dates and events of the item are public."""
    head = tracked.item.head
    return isinstance(head, Suggestion) and head.disclosure is Disclosure.WITHHELD


def _units(corpus: Corpus, tracked: Tracked, standing: Standing) -> tuple[str, ...]:
    """The lead units, else those that answered."""
    state = standing.state
    if state.lead:
        return state.lead
    named = (unit for answer in state.answers for unit in answer.parts.get("unit", ()))
    return tuple(dict.fromkeys(corpus.canonical(unit, tracked.record) for unit in named))


def _assignments(entry: Entry) -> Iterator[Entry]:
    """One entry for each 交办 that started a clock."""
    if entry.standing is None or entry.tracked is None:
        return
    leads = [due for due in entry.standing.dues if due.clock.role is Role.LEAD]
    for number, due in enumerate(leads, 1):
        yield Entry(
            id=f"{entry.id}-a{number}",
            kind=assignment_of(entry.kind),
            record=entry.record,
            address=entry.address,
            title=entry.title,
            context=say("{when} 交办，{working}", when=due.clock.start.when, working=due.working),
            regions=entry.regions,
            when=entry.when,
            themes=entry.themes,
            units=due.clock.units,
            place=entry.place,
            standing=entry.standing,
            due=due,
        )


def _solved(
    record: Record, tracked: Tracked, standings: Mapping[tuple[RecordId, str], Standing]
) -> bool:
    """Whether every live suggestion linked to a problem is resolved, and there is one."""
    head = tracked.item.head
    if not isinstance(head, Problem):
        return False
    linked = [standings.get((record.id, f"s{number}")) for number in head.suggestions]
    live = [one for one in linked if one is not None and one.state.stage not in ENDS]
    return bool(live) and all(one.state.result is Result.RESOLVED for one in live)


def _village(record: Record) -> str:
    village = getattr(record.head, "village", None)
    return f"{record.id.region}:{village}" if village else ""
