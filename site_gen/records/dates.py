"""Dates as sources give them: a day, a month or a year; terms and periods.

A partial date stands for every day it may mean: :attr:`PartialDate.first` to
:attr:`PartialDate.last`. Nothing here knows what day it is today.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, total_ordering

from site_gen.findings import value_rules as rules
from site_gen.language import say
from site_gen.records.handed import Handed
from site_gen.records.reading import Refused, Report, expect_text, half_width, plain_form
from site_gen.records.text import Text

EARLIEST, LATEST = 1949, 2100
"""Years outside are typing errors: no consultation is older, no promise so far off."""


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate(Handed):
    """A date to the day, the month or the year, with an optional time of day."""

    year: int
    month: int | None = None
    day: int | None = None
    time: str = ""

    @property
    def is_full(self) -> bool:
        """Whether it names one day: only such a date starts or stops a clock."""
        return self.day is not None

    @property
    def first(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        if self.month is None:
            text = f"{self.year:04}"
        elif self.day is None:
            text = f"{self.year:04}-{self.month:02}"
        else:
            text = f"{self.year:04}-{self.month:02}-{self.day:02}"
        return f"{text} {self.time}" if self.time else text

    def __lt__(self, other: "PartialDate") -> bool:
        mine = self.year, self.month or 1, self.day or 1
        others = other.year, other.month or 1, other.day or 1
        if mine != others:  # so are the first days in another order, without being made
            return mine < others
        return (self.last, self.time) < (other.last, other.time)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """The full date of a calendar day."""
        return cls(day.year, day.month, day.day)


_TIME = r"(?:[ T]\s*(?P<time>\d{1,2}:\d{2}))?"
_CANONICAL = re.compile(
    rf"(?P<year>\d{{4}})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d){_TIME})?)?", re.ASCII
)
_PARTS = ("year", "month", "day", "time")
_SLIPS = (
    re.compile(
        rf"(?P<year>\d{{4}})年(?:(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})[日号]{_TIME})?)?"
    ),
    re.compile(rf"(?P<year>\d{{4}})/(?P<month>\d{{1,2}})(?:/(?P<day>\d{{1,2}}){_TIME})?"),
    re.compile(rf"(?P<year>\d{{4}})\.(?P<month>\d{{1,2}})(?:\.(?P<day>\d{{1,2}}){_TIME})?"),
    re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})(?:-(?P<day>\d{{1,2}}){_TIME})?"),
)

_DASH = re.compile("[\u2010-\u2015\u2212]")
"""Hyphens, dashes and the minus: typed for a hyphen they have no other reading in a date."""


def parse_date(written: str) -> tuple[PartialDate, bool] | None:
    """The date that ``written`` means and whether that is its canonical form.

    None where it has no reading; ValueError where no calendar has such a day.
    """
    match = _CANONICAL.fullmatch(written)
    if match:
        return _dated(*match.group(*_PARTS)), True
    plain = _DASH.sub("-", plain_form(written)).strip()
    for form in (_CANONICAL, *_SLIPS):
        match = form.fullmatch(plain)
        if match:
            return _dated(*match.group(*_PARTS)), False
    return None


@lru_cache(maxsize=10_000)
def _dated(*parts: str | None) -> PartialDate:
    *numbers, time = parts
    year, month, day = (int(part) if part else None for part in numbers)
    when = PartialDate(year or 0, month, day, _clock(time))
    if not EARLIEST <= when.year <= LATEST or 0 in (month, day):
        raise ValueError(when.year)
    if when.first > when.last:
        raise ValueError(when)
    return when


def _clock(written: str | None) -> str:
    if not written:
        return ""
    hours, minutes = (int(part) for part in written.split(":"))
    if hours > 23 or minutes > 59:
        raise ValueError(written)
    return f"{hours:02}:{minutes:02}"


@lru_cache(maxsize=10_000)
def plain_date(written: str) -> PartialDate | None:
    """The date, without a time of day, that is written in its canonical form, else None."""
    match = _CANONICAL.fullmatch(written)
    if match is None or match["time"]:
        return None
    try:
        return _dated(*match.group(*_PARTS))
    except ValueError:
        return None


def notice_date(text: Text, parsed: tuple[PartialDate, bool], report: Report) -> None:
    """Report a date in another form than the canonical one, as :func:`parse_date` found it."""
    when, canonical = parsed
    if not canonical:
        edits = text.edits(str(when))
        report(rules.DATE_SLIP.at(text.where, *edits, value=text, canonical=when))


def read_moment(value: object, report: Report) -> PartialDate:
    """A date that may be partial and may carry a time of day (only 时间 of a session)."""
    text = expect_text(value)
    try:
        parsed = parse_date(text)
    except ValueError:
        raise Refused(rules.DATE_IMPOSSIBLE.at(text.where, value=text)) from None
    if parsed is None:
        raise Refused(rules.DATE_UNREADABLE.at(text.where, value=text))
    notice_date(text, parsed, report)
    return parsed[0]


def read_date(value: object, report: Report) -> PartialDate:
    """A date that may be partial, without a time of day."""
    text = expect_text(value)
    if plain := plain_date(str(text)):
        return plain
    when = read_moment(text, report)
    if when.time:
        raise Refused(rules.TIME_NOT_ALLOWED.at(text.where, value=text))
    return when


def read_full_date(value: object, report: Report) -> PartialDate:
    """A date to the day: what a due date must be."""
    when = read_date(value, report)
    if not when.is_full:
        text = expect_text(value)
        raise Refused(rules.DATE_NOT_FULL.at(text.where, value=text))
    return when


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised for when; ``when`` is None for 未定."""

    when: PartialDate | None

    def __str__(self) -> str:
        return str(self.when) if self.when else say("未定")


def read_promise(value: object, report: Report) -> Promise:
    """A date that may be partial, or 未定."""
    return Promise(None if expect_text(value) == "未定" else read_date(value, report))


@dataclass(frozen=True, slots=True)
class Duration:
    """A term in months or in days, as a region's rule sets it."""

    months: int = 0
    days: int = 0

    def after(self, start: date) -> date:
        """The day the term ends when it begins on ``start``.

        Months clamp to the end of the month: 11-30 and three months is 02-28 or 02-29.
        """
        month = start.month - 1 + self.months
        year, month = start.year + month // 12, month % 12 + 1
        day = min(start.day, calendar.monthrange(year, month)[1])
        return date(year, month, day) + timedelta(days=self.days)

    def __str__(self) -> str:
        return say("{n}个月", n=self.months) if self.months else say("{n}天", n=self.days)


_DURATION = re.compile(r"(\d{1,3})(个月|天|日)")


def read_duration(value: object, report: Report) -> Duration:
    """``3个月`` or ``15天``."""
    text = expect_text(value)
    match = _DURATION.fullmatch(half_width(text, report).replace(" ", ""))
    if not match or int(match[1]) == 0:
        raise Refused(rules.DURATION_UNREADABLE.at(text.where, value=text))
    amount = int(match[1])
    return Duration(months=amount) if match[2] == "个月" else Duration(days=amount)


@dataclass(frozen=True, slots=True)
class Period:
    """From one partial date to another, both included; both None for 不详."""

    start: PartialDate | None
    end: PartialDate | None

    @property
    def is_known(self) -> bool:
        """Whether the source says which period it is."""
        return self.start is not None

    def __str__(self) -> str:
        if self.start is None:
            return say("不详")
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"


def read_period(value: object, report: Report) -> Period:
    """A partial date, two of one precision joined by ``/``, or 不详."""
    text = expect_text(value)
    if text == "不详":
        return Period(None, None)
    if "/" not in text or re.fullmatch(r"\d{4}/\d{1,2}(/\d{1,2})?", text):
        when = read_date(text, report)
        return Period(when, when)
    start, end = (read_date(part, report) for part in _halves(text))
    if (start.month is None, start.day is None) != (end.month is None, end.day is None):
        raise Refused(rules.PERIOD_UNREADABLE.at(text.where, value=text))
    if end.last < start.first:
        raise Refused(rules.PERIOD_UNREADABLE.at(text.where, value=text))
    return Period(start, end)


def _halves(text: Text) -> tuple[Text, Text]:
    if text.count("/") != 1:
        raise Refused(rules.PERIOD_UNREADABLE.at(text.where, value=text))
    cut = text.index("/")
    return text.part(0, cut), text.part(cut + 1)


def read_as_of(value: object, report: Report) -> PartialDate | None:
    """A date that may be partial, or 不详 (None)."""
    return None if expect_text(value) == "不详" else read_date(value, report)
