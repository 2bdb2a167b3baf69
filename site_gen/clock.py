"""Which day it is: the one place that looks at a clock, for the program and the host's plug-in.

Everything below takes the day as an argument; nothing here knows what it is for.
"""

import re
from datetime import date, datetime, timedelta, timezone
from os import environ

EPOCH = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 that stand for now, so that builds can be repeated; a common convention."""
_BEIJING = timezone(timedelta(hours=8))


class ClockError(Exception):
    """SOURCE_DATE_EPOCH is set to something that is no moment; the message, in Chinese, says so."""


def today(given: date | None = None) -> date:
    """The given day, else that of SOURCE_DATE_EPOCH, else the current one, both at UTC+8.

    Raises ClockError when SOURCE_DATE_EPOCH cannot be read.
    """
    return given or _now().date()


def _now() -> datetime:
    epoch = environ.get(EPOCH)
    if not epoch:
        return datetime.now(_BEIJING)
    try:
        seconds = re.fullmatch("[0-9]+", epoch)
        return datetime.fromtimestamp(int(seconds[0] if seconds else ""), _BEIJING)
    except (ValueError, OverflowError, OSError) as error:
        raise ClockError(f"环境变量 {EPOCH} 应当是 1970 年以来的秒数，现在是“{epoch}”") from error
