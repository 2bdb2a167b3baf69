"""Dates in words, as messages: as far as they are known, a whole day, a month or only a year."""

from functools import lru_cache

from site_gen.language.message import Message, say, short

MONTH_NAMES = (
    say("1月"),
    say("2月"),
    say("3月"),
    say("4月"),
    say("5月"),
    say("6月"),
    say("7月"),
    say("8月"),
    say("9月"),
    say("10月"),
    say("11月"),
    say("12月"),
)

SHORT_MONTHS = (
    short("1月"),
    short("2月"),
    short("3月"),
    short("4月"),
    short("5月"),
    short("6月"),
    short("7月"),
    short("8月"),
    short("9月"),
    short("10月"),
    short("11月"),
    short("12月"),
)
MONTHS = len(MONTH_NAMES)


@lru_cache(maxsize=1 << 13)
def day_message(year: int, month: int | None = None, day: int | None = None) -> Message:
    """``2023年5月12日``, ``2023年5月``, ``2023年``; months are 1 to 12."""
    if month is None:
        return say("{year}年", year=year)
    name = MONTH_NAMES[month - 1]
    if day is None:
        return say("{year}年{month}", year=year, month=name)
    return say("{year}年{month}{day}日", year=year, month=name, day=day)


def month_message(month: int, day: int | None = None) -> Message:
    """``5月12日``, ``5月``: where the year is said before."""
    name = MONTH_NAMES[month - 1]
    return name if day is None else say("{month}{day}日", month=name, day=day)
