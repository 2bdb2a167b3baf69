"""A finished file → all that is to be known of it for the verification, whatever else there is.

Pure, so that what was found once holds as long as file, name and detection stay the same.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain, filterfalse
from operator import itemgetter
from typing import NamedTuple

from site_gen.publish.lines import Lines, Saying, in_data, in_page, lines_of_data, lines_of_pages
from site_gen.publish.links import Links, Target
from site_gen.publish.personal import DATA, Guard
from site_gen.publish.scan import scan_css

_END = (b"</html>", b"</html>\n")
"""What a page that was written whole nearly always ends with."""
_DOCUMENT, _PERSONAL = itemgetter(0), itemgetter(1)
_FIELDS = (itemgetter(0), itemgetter(1), itemgetter(2))
"""Of a saying and of its document; for every line of every page, so it has to be quick."""


class Seen(NamedTuple):
    """What a look at one file has found."""

    digest: str
    """SHA-256 of the file, as a manifest has it."""
    size: int
    """In bytes."""
    ids: tuple[str, ...] = ()
    """Places that can be linked to."""
    targets: tuple[Target, ...] = ()
    """Where in the site it leads; its own places that are there are left out."""
    problems: tuple[str, ...] = ()
    """What is wrong with it whatever else there is, in Chinese; may hold what is personal."""


@dataclass(frozen=True, slots=True)
class Inspector:
    """How files are looked at; it remembers what many files have in common, and nothing else."""

    links: Links
    guard: Guard
    pages: Lines = field(default_factory=lines_of_pages)
    data: Lines = field(default_factory=lines_of_data)


def look_at(file: str, raw: bytes, inspector: Inspector) -> Seen:
    """What is to be seen in a file of this name with this content."""
    seen = Seen(sha256(raw).hexdigest(), len(raw))
    if file.endswith(".html"):
        return _look_at_page(file, raw, inspector, seen)
    if file.endswith(".css"):
        loads = dict.fromkeys(scan_css(raw.decode("utf-8")))
        return _with_links(file, (), loads, inspector.links, seen)
    if file.endswith(DATA):
        said = in_data(raw, inspector.data)
        return seen._replace(problems=tuple(_leaks(file, said, inspector.guard)))
    return seen


def _look_at_page(file: str, raw: bytes, inspector: Inspector, seen: Seen) -> Seen:
    said = in_page(raw, inspector.pages)
    documents = list(map(_DOCUMENT, said))
    ids, links, loads = (
        dict.fromkeys(chain.from_iterable(map(field, documents))) for field in _FIELDS
    )
    problems = list(_leaks(file, said, inspector.guard))
    if not raw.endswith(_END) and not raw.decode("utf-8").rstrip().endswith("</html>"):
        problems.append(f"{file}：没有写完")
    seen = seen._replace(ids=tuple(ids), problems=tuple(problems))
    return _with_links(file, links, loads, inspector.links, seen)


def _leaks(file: str, said: Iterable[Saying], guard: Guard) -> Iterator[str]:
    for personal in filter(None, map(_PERSONAL, said)):
        yield from (f"{file}：{leak}" for leak in guard.leaks(personal))


def _with_links(
    file: str, links: Collection[str], loads: Collection[str], resolved: Links, seen: Seen
) -> Seen:
    """What was seen, with where a file leads, and with links and loads that may not stand there."""
    problems, known = list(seen.problems), resolved.known(file)
    targets = dict.fromkeys(map(known.__getitem__, filter(known.__contains__, links)))
    for link in chain(filterfalse(known.__contains__, links), loads):
        if link in loads and link.startswith("data:image/"):
            continue
        try:
            target = known[link] if link in known else resolved.target(file, link)
        except ValueError as error:
            problems.append(f"{file}：链接 {link}：{error}")
            continue
        if target is not None:
            targets[target] = None
        elif link in loads:
            problems.append(f"{file}：会向别的网站取 {link}")
    there = {"", *seen.ids}
    elsewhere = [one for one in targets if one and (one.file != file or one.fragment not in there)]
    return seen._replace(targets=tuple(elsewhere), problems=tuple(problems))
