"""Dates that may be partial, terms of months or days, and the first and last day they may mean."""

import calendar
import re
from datetime import date, timedelta

TERMS = {"提案": "3个月", "会办": "2个月", "再答复": "15天"}
"""The terms of the rules on proposals, for proposals alone."""


def day(written: str) -> date | None:
    """A full day; None for a partial date."""
    return date.fromisoformat(written[:10]) if len(written) >= 10 else None


def first(written: str) -> date:
    """The first day that a date may mean."""
    return date.fromisoformat((written + "-01-01")[:10])


def last(written: str) -> date:
    """The last day that a date may mean."""
    if len(written) >= 10:
        return date.fromisoformat(written[:10])
    year, month = int(written[:4]), int(written[5:7] or 12)
    return date(year, month, calendar.monthrange(year, month)[1])


def later(start: date, term: str) -> date:
    """A term after a day; months clamp to the end of the month."""
    number, unit = re.fullmatch(r"(\d+)(个月|天|日)", term).groups()  # type: ignore[union-attr]
    if unit != "个月":
        return start + timedelta(days=int(number))
    years, month = divmod(start.month - 1 + int(number), 12)
    end = calendar.monthrange(start.year + years, month + 1)[1]
    return date(start.year + years, month + 1, min(start.day, end))
