"""Three voices about one item, side by side and never blended into one.

What the unit says, what people say, what the look-back found; each with its day.
"""

from dataclasses import dataclass

from site_gen.docket.entry import Entry
from site_gen.docket.tones import TONES
from site_gen.language import joined, say
from site_gen.lifecycle import Standing
from site_gen.pages.shapes import Voice
from site_gen.pages.steps import Teller
from site_gen.pages.tags import VERDICT_TONES
from site_gen.pages.words import promise_words
from site_gen.records.events import Event
from site_gen.vocabulary.fields import field
from site_gen.vocabulary.progress import Action


@dataclass(frozen=True, slots=True)
class Voices:
    """The three; None for one that has not spoken."""

    unit: Voice | None
    people: Voice | None
    lookback: Voice | None


def voices_of(teller: Teller, entry: Entry) -> Voices | None:
    """The voices about the item that is told of; None while nobody has said anything."""
    standing = entry.standing
    if standing is None:
        return None
    unit, people = _unit(teller, standing), _people(teller, standing)
    lookback = _lookback(teller, standing)
    return Voices(unit, people, lookback) if unit or people or lookback else None


def _unit(teller: Teller, standing: Standing) -> Voice | None:
    """The last answer: a result with its promise, or that there was a reply."""
    if not standing.state.answers:
        return None
    answer = standing.state.answers[-1]
    who = teller.units(answer.parts.get("unit") or standing.state.lead)
    notes = () if teller.is_withheld else _said(answer)
    if answer.action is not Action.CLOSED:
        return Voice(text=say("答复了"), tone="active", date=answer.when, who=who, notes=notes)
    promise = promise_words(answer.parts.get("promise"))
    text = joined("，", (part for part in (answer.content.plain, promise) if part))
    return Voice(text=text, tone=TONES[answer.content], date=answer.when, who=who, notes=notes)


_GROUNDS = tuple((key, field("event", key).plain) for key in ("reason", "plan", "next_step"))


def _said(answer: Event) -> tuple[str, ...]:
    """The words of an answer: the reply itself, or why, which plan, what comes next."""
    if answer.action is not Action.CLOSED:
        return (str(answer.content),) if answer.content else ()
    parts = answer.parts
    return tuple(
        [
            say("{label}：{text}", label=label, text=parts[key])
            for key, label in _GROUNDS
            if key in parts
        ]
    )


def _people(teller: Teller, standing: Standing) -> Voice | None:
    """The last rating with its counts; what was ever 不满意 or disputed stays beside it."""
    if not standing.state.ratings:
        disputes = standing.state.disputes
        if not disputes:
            return None
        return Voice(text=Action.DISPUTED.plain, tone="stalled", date=disputes[-1].when)
    rating, notes = standing.state.ratings[-1], _people_notes(standing)
    who = "" if teller.is_withheld else str(rating.parts.get("rated_by", ""))
    voice = Voice(text=str(rating.content), date=rating.when, who=who, notes=notes)
    if rating.content.any_dissatisfied:
        voice["tone"] = "stalled"
    return voice


def _people_notes(standing: Standing) -> tuple[str, ...]:
    times = standing.times_dissatisfied
    notes = (say("曾不满意 {n} 次", n=times),) if times else ()
    return (*notes, Action.DISPUTED.plain) if standing.state.disputes else notes


def _lookback(teller: Teller, standing: Standing) -> Voice | None:
    if not standing.state.lookbacks:
        return None
    found = standing.state.lookbacks[-1]
    who = "" if teller.is_withheld else str(found.parts.get("checked_by", ""))
    times = standing.times_relapsed
    return Voice(
        text=found.content.plain,
        tone=VERDICT_TONES[found.content],
        date=found.when,
        who=who,
        notes=(say("曾反弹 {n} 次", n=times),) if times else (),
    )
