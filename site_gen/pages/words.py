"""Dates and promises in the words of the pages; no markup, no counting."""

from datetime import date

from site_gen.records.dates import PartialDate, Promise


def day_words(when: PartialDate | date) -> str:
    """``2023年5月12日``, ``2023年5月``, ``2023年``; the time of day follows where there is one."""
    if isinstance(when, date):
        return f"{when.year}年{when.month}月{when.day}日"
    if when.month is None:
        words = f"{when.year}年"
    elif when.day is None:
        words = f"{when.year}年{when.month}月"
    else:
        words = f"{when.year}年{when.month}月{when.day}日"
    return f"{words} {when.time}" if when.time else words


def promise_words(promise: Promise | None) -> str:
    """``2024年10月前``, ``2024年内``; empty without a promise."""
    if promise is None:
        return ""
    if promise.when is None:
        return "时间未定"
    return day_words(promise.when) + ("内" if promise.when.month is None else "前")
