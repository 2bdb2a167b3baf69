"""Content looked at in every way there is, and what each way has to say."""

import time
from collections.abc import Mapping
from itertools import count
from os import utime
from pathlib import Path

from site_gen.load.routes import routes_of
from site_gen.load.walk import walk
from site_gen.publish.kept import Store
from site_gen.records.table import KINDS
from site_gen.verdict import Effort, Verdict
from site_gen.verdict.examine import at_once, in_parts
from site_gen.verdict.kept import Keeping
from tests.parcels.apart import TODAY

ALONE = Effort(jobs=1, few=0)
TOGETHER = Effort(jobs=3, few=0)
_LATER = 60 * 10**9
_CLOCK = count(time.time_ns() - 10**15, 10**9)


def whole(content: Path) -> Verdict:
    """What is found by one process that reads everything."""
    return at_once(content, TODAY)


def parts(content: Path, effort: Effort = ALONE, keeping: Keeping | None = None) -> Verdict | None:
    """What is found parcel by parcel; None when that is not certain."""
    return in_parts(content, TODAY, walk(content, routes_of(KINDS)), effort, keeping)


def keeping(cache: Path, content: Path) -> Keeping:
    """What is kept, when nothing has been written for long enough."""
    return Keeping(Store(cache, time.time_ns() + _LATER), content)


def put(files: Mapping[str, str], content: Path) -> None:
    """Makes the records of a folder these; what changes has a time of its own."""
    there = {str(one.relative_to(content)) for one in content.rglob("*") if one.is_file()}
    for path in there - files.keys():
        if not path.endswith(".png"):
            (content / path).unlink()
    for path, text in files.items():
        file = content / path
        if path not in there or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            now = next(_CLOCK)
            utime(file, ns=(now, now))
