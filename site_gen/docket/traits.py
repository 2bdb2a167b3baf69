"""What the head of a record says for counting: its themes, the state of a session."""

from datetime import date

from site_gen.corpus import Corpus
from site_gen.records.record import Record
from site_gen.records.session import Session
from site_gen.vocabulary.settings import SessionState


def session_state(head: Session, today: date) -> SessionState:
    """Written when postponed or cancelled, else by its date; of unknown date: held."""
    if head.state is not None:
        return head.state
    if head.held is None or head.held.first <= today:
        return SessionState.HELD
    announced = head.announced
    if announced is not None and announced.first <= today:
        return SessionState.ANNOUNCED
    return SessionState.PLANNED


def themes_of(corpus: Corpus, record: Record) -> tuple[str, ...]:
    """The keys of a record's themes; a theme without a key is its own name."""
    keys = corpus.theme_keys
    return tuple(keys.get(str(name), str(name)) for name in getattr(record.head, "themes", ()))
