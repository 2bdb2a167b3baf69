"""One event line → one typed event, by the table of actions.

It reads what a line says. Whether that may happen at this point is for the life
cycle; whether the units and files exist is for the checks.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from site_gen.findings import Finding, Severity, Where, value_rules
from site_gen.findings import body_rules as rules
from site_gen.records.actions import (
    ACTION_RULES,
    ACTIONS,
    RESULT_OPTIONAL,
    RESULT_PARTS,
    ActionRule,
    Part,
    Reader,
)
from site_gen.records.dates import plain_date, read_date
from site_gen.records.events import Event
from site_gen.records.names import Evidence
from site_gen.records.reading import Refused, Report, notice_word, read_text
from site_gen.records.text import Text
from site_gen.source.marks import notice_label, notice_marks
from site_gen.vocabulary.fields import fields_of
from site_gen.vocabulary.progress import Action, Result, Verdict

_BY_WORD: Mapping[str, Action] = {
    form: action for action in Action for form in (action.term, action.value)
}
_BY_TERM: Mapping[str, ActionRule] = {rule.action.term: rule for rule in ACTIONS}
_LABELS: Mapping[str, str] = {
    form: row.label for row in fields_of("event") for form in (row.label, row.key)
}

_PARTS: Mapping[Action, Mapping[str, Part]] = {
    rule.action: {part.label: part for part in rule.parts} for rule in ACTIONS
}
_NEEDED: Mapping[Action, tuple[Part, ...]] = {
    rule.action: tuple(part for part in rule.parts if part.required) for rule in ACTIONS
}


def _one_of(words: Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_DATE = (
    r"[0-9０-９][0-9０-９年月日号/.\-－—–／．]*"
    r"(?:[ \u3000]{1,4}[0-9０-９]{1,2}[:：][0-9０-９]{2}(?![0-9０-９]))?"
)
_BEGIN = re.compile(
    rf"(?P<date>{_DATE})(?P<gap>[ \t\u3000\u00a0]*[：:，,、]?[ \t\u3000\u00a0]*)"
    r"(?P<action>[^：:；;]*)(?P<colon>[：:]?)"
)
_CUT = re.compile(rf"(?P<mark>[；;])\s*(?P<label>{_one_of(_LABELS)})\s*(?P<colon>[：:])")

_EVENT_LIKE = re.compile(
    rf"[ \t]{{0,3}}[-*•—–－·]\s{{0,4}}{_DATE}\s{{0,4}}[：:，,、]?\s{{0,4}}"
    rf"(?:{_one_of(_BY_WORD)})\s*(?:$|[：:；;])"
)
_UNDATED = re.compile(rf"(?P<date>.*[\d年月日号].*?)\s*(?:{_one_of(_BY_WORD)})")


def looks_like_event(line: str) -> bool:
    """Whether a line, list mark included, is an event with a known action."""
    return _EVENT_LIKE.match(line) is not None


def begins_with_date(text: str) -> bool:
    """Whether a list entry begins as an event does."""
    return text[:1].isdigit()


def is_action(word: str) -> bool:
    """Whether ``word`` is an action."""
    return word in _BY_WORD


@lru_cache(maxsize=1_000)
def undated(word: str) -> str:
    """What stands before the action at the end of ``word``, if it is meant for a date."""
    match = _UNDATED.fullmatch(word)
    return match["date"] if match else ""


def read_event(text: Text, withheld: bool, report: Report) -> Event | None:
    """The event that a line (without its list mark) says, or None where it is wrong.

    ``withheld``: the item is not public, so texts are neither needed nor allowed.
    """
    return _Reading(text, withheld, report).read()


class _Reading:
    """The reading of one line; every problem of it is reported."""

    def __init__(self, text: Text, withheld: bool, report: Report) -> None:
        self._text, self._withheld, self._report = text, withheld, report
        self._broken = False
        self._parts: dict[str, Any] = {}
        self._parts_at: dict[str, Where] = {}

    def read(self) -> Event | None:
        text = self._text
        begin = _BEGIN.match(text)
        if not begin:
            self._refuse(value_rules.DATE_UNREADABLE.at(text.where, value=text[:20]))
            return None
        when = plain_date(begin["date"]) or self._value(read_date, text.part(0, begin.end("date")))
        if begin["gap"] != " ":
            self._notice_gap(begin)
        rule = _BY_TERM.get(begin["action"]) or self._rule(text.part(*begin.span("action")))
        if rule is None:
            return None
        cuts = list(_CUT.finditer(text, begin.end("action")))
        content = self._content(rule, begin, cuts)
        self._read_parts(rule, cuts)
        self._judge(rule, content)
        if self._broken or when is None:
            return None
        return Event(when, rule.action, content, self._parts, text.where, self._parts_at, str(text))

    def _notice_gap(self, begin: re.Match[str]) -> None:
        """Report what stands between date and action, unless it is only spaces or a line's end."""
        text, gap, end = self._text, begin["gap"], begin.end("gap")
        breaks = not gap and text.turns_at(end)
        if end < len(text) and not breaks and (not gap or gap.strip(" ")):
            edits = text.edits(" ", *begin.span("gap"))
            self._report(rules.DATE_SPACE_SLIP.at(text.place(begin.end("date")), *edits))

    def _refuse(self, finding: Finding) -> None:
        self._report(finding)
        self._broken = self._broken or finding.severity is Severity.ERROR

    def _value(self, reader: Reader, text: Text) -> Any:
        try:
            return reader(text, self._report)
        except Refused as refused:
            self._refuse(refused.finding)
            return None

    def _rule(self, word: Text) -> ActionRule | None:
        action = _BY_WORD.get(word)
        if action is not None:
            notice_word(word, action, self._report)
            return ACTION_RULES[action]
        first = word.split()[0] if word else ""
        if not first:
            self._refuse(rules.ACTION_MISSING.at(self._text.where))
        elif first in _BY_WORD:
            self._refuse(rules.ACTION_COLON_MISSING.at(word.where, action=first))
        else:
            allowed = "、".join(rule.action.term for rule in ACTIONS)
            value = word if len(word) <= 20 else f"{word[:20]}…"
            self._refuse(rules.ACTION_UNKNOWN.at(word.where, value=value, allowed=allowed))
        return None

    def _content(self, rule: ActionRule, head: re.Match[str], cuts: list[re.Match[str]]) -> Any:
        notice_marks(self._text, [head, *cuts], self._report)
        written = self._text.part(head.end(), cuts[0].start() if cuts else len(self._text))
        term = rule.action.term
        if not head["colon"] and written:
            self._refuse(rules.ACTION_COLON_MISSING.at(written.where, action=term))
            return None
        if rule.content is None:
            if head["colon"]:
                self._refuse(self._no_content(rule, written))
            return None
        if not written:
            self._miss_content(rule, head)
            return None
        return self._read(rule.content, written)

    def _no_content(self, rule: ActionRule, written: Text) -> Finding:
        others = "；可以写：" + "、".join(part.label for part in rule.parts) if rule.parts else ""
        return rules.CONTENT_NOT_ALLOWED.at(written.where, action=rule.action.term, parts=others)

    def _miss_content(self, rule: ActionRule, head: re.Match[str]) -> None:
        term = rule.action.term
        if rule.content_required and not (self._withheld and rule.content is read_text):
            place = self._text.place(head.start("action"))
            self._refuse(rules.CONTENT_MISSING.at(place, action=term, what=rule.describes))
        elif head["colon"]:
            place = self._text.place(head.start("action"))
            self._refuse(value_rules.TEXT_EMPTY.at(place, field=term))

    def _read(self, reader: Reader, written: Text) -> Any:
        value = self._value(reader, written)
        if self._withheld and isinstance(value, Text):
            self._refuse(rules.WITHHELD_TEXT.at(written.where))
        return value

    def _read_parts(self, rule: ActionRule, cuts: list[re.Match[str]]) -> None:
        for at, cut in enumerate(cuts, 1):
            where = self._text.place(cut.start("label"))
            label = _LABELS[cut["label"]]
            part = _PARTS[rule.action].get(label)
            if part is None:
                self._refuse(self._foreign(rule, label, where))
            elif part.key in self._parts_at:
                self._refuse(rules.PART_TWICE.at(where, part=label))
            else:
                notice_label(self._text, cut, label, self._report)
                self._parts_at[part.key] = where
                end = cuts[at].start() if at < len(cuts) else None
                self._read_part(part, self._text.part(cut.end(), end), where)
        for part in _NEEDED[rule.action]:
            if part.key in self._parts_at:
                continue
            if not (self._withheld and part.reader is read_text):
                term = rule.action.term
                self._refuse(rules.PART_MISSING.at(self._text.where, action=term, part=part.label))

    def _foreign(self, rule: ActionRule, label: str, where: Where) -> Finding:
        allowed = "、".join(part.label for part in rule.parts) or "没有别的项"
        return rules.PART_OF_ANOTHER.at(where, action=rule.action.term, part=label, allowed=allowed)

    def _read_part(self, part: Part, written: Text, where: Where) -> None:
        if not written:
            self._refuse(value_rules.TEXT_EMPTY.at(where, field=part.label))
            return
        value = self._read(part.reader, written)
        if value is not None:
            self._parts[part.key] = value

    def _judge(self, rule: ActionRule, content: Any) -> None:
        """What a result or a finding of a look-back must carry."""
        if isinstance(content, Result):
            self._judge_result(rule, content)
        elif content is Verdict.PROGRESSED:
            self._judge_evidence(content)
            if "evidence" not in self._parts_at:
                self._refuse(
                    rules.VERDICT_EVIDENCE_MISSING.at(self._text.where, verdict=content.term)
                )

    def _judge_result(self, rule: ActionRule, result: Result) -> None:
        for key in RESULT_PARTS[result]:
            if key not in self._parts_at:
                self._miss_result_part(rule, result, key)
        for key, where in self._parts_at.items():
            if key not in RESULT_PARTS[result] and key not in RESULT_OPTIONAL:
                self._refuse(self._foreign_to_result(rule, result, key, where))
        if result is Result.RESOLVED:
            self._judge_evidence(result)

    def _miss_result_part(self, rule: ActionRule, result: Result, key: str) -> None:
        part = next(part for part in rule.parts if part.key == key)
        if not (self._withheld and part.reader is read_text):
            where, term = self._text.where, result.term
            self._refuse(rules.RESULT_PART_MISSING.at(where, result=term, part=part.label))

    def _foreign_to_result(
        self, rule: ActionRule, result: Result, key: str, where: Where
    ) -> Finding:
        labels = {part.key: part.label for part in rule.parts}
        may = dict.fromkeys((*RESULT_PARTS[result], *RESULT_OPTIONAL))
        allowed = "、".join(labels[one] for one in may)
        details = {"result": result.term, "part": labels[key], "allowed": allowed}
        return rules.RESULT_PART_NOT_ALLOWED.at(where, **details)

    def _judge_evidence(self, content: Result | Verdict) -> None:
        evidence = self._parts.get("evidence")
        if isinstance(evidence, Evidence) and evidence.is_press_only:
            where = self._parts_at["evidence"]
            self._refuse(rules.EVIDENCE_PRESS_ONLY.at(where, result=content.term))
