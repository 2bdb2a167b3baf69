"""Dates and promises in the words of the pages; no markup, no counting."""

from datetime import date

from site_gen.language import Message, joined, say
from site_gen.language.days import day_message
from site_gen.records.dates import PartialDate, Promise
from site_gen.records.region import Subdivisions


def day_words(when: PartialDate | date) -> str:
    """``2023年5月12日``, ``2023年5月``, ``2023年``; the time of day follows where there is one."""
    day = day_message(when.year, when.month, when.day)
    if isinstance(when, date) or not when.time:
        return day
    return say("{day} {time}", day=day, time=when.time)


def amount(number: object, unit: str) -> Message:
    """``3 条``: a number with what is counted, or a word with its number."""
    return say("{number} {unit}", number=number, unit=unit)


def subdivision_words(parts: Subdivisions) -> str:
    """``13 个乡镇、81 个村``, as far as it is known."""
    known = []
    if parts.townships:
        known.append(say("{n} 个乡镇", n=parts.townships))
    if parts.villages:
        known.append(say("{n} 个村", n=parts.villages))
    return joined("、", known)


def promise_words(promise: Promise | None) -> str:
    """``2024年10月前``, ``2024年内``; empty without a promise."""
    if promise is None:
        return ""
    if promise.when is None:
        return say("时间未定")
    day = day_words(promise.when)
    return say("{day}内", day=day) if promise.when.month is None else say("{day}前", day=day)
