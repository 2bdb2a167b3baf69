"""A built folder → everything that is wrong with it as a site; run before anybody sees it.

Whether the texts are right is not asked: every page there and whole, every link inside the site
leads somewhere, a reader's browser contacts nobody else, and nothing personal stands anywhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from site_gen.privacy import masked
from site_gen.publish.links import Site, Target
from site_gen.publish.manifest import files_of
from site_gen.publish.personal import DATA, Guard, leaks_in_names
from site_gen.publish.scan import Document, scan_css, scan_html
from site_gen.render.processes import in_processes

_PART = 200
"""Files looked at together: a wrong link is told once for each, however many processes look."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a look at some files has found."""

    ids: Mapping[str, frozenset[str]]
    targets: Mapping[Target, str]
    """Target → one file that links there."""
    problems: tuple[str, ...]
    digests: tuple[str, ...]
    """What the files are known by that were looked at for personal information."""


@dataclass(frozen=True, slots=True)
class _Task:
    """What is looked at, and how."""

    folder: Path
    site: Site
    guard: Guard
    basis: bytes


def verify(
    folder: Path, expected: Iterable[str], base_url: str, jobs: int = 1, guard: Guard | None = None
) -> tuple[str, ...]:
    """What is wrong with the site in ``folder``, in Chinese, sorted; empty for a sound site.

    ``expected`` are the files that must be there, relative to the folder. ``guard`` knows what
    may be public, and learns which files are clean if all are.
    """
    guard = guard or Guard()
    files = frozenset(files_of(folder))
    problems = [f"{file}：没有生成" for file in set(expected) - files]
    problems += leaks_in_names(files)
    scanned = sorted(file for file in files if file.endswith((".html", ".css", *DATA)))
    task = _Task(folder, Site(base_url), guard, guard.basis())
    seen = list(_look(task, scanned, jobs))
    ids = {file: found for share in seen for file, found in share.ids.items()}
    for share in seen:
        problems += share.problems
        problems += _astray(share.targets, files, ids)
    if not problems:
        guard.remember(digest for share in seen for digest in share.digests)
    return tuple(sorted(set(map(masked, problems))))


def _astray(
    targets: Mapping[Target, str], files: frozenset[str], ids: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    for target, source in targets.items():
        if target.file not in files:
            yield f"{source}：链接到没有的 {target.file}"
        elif target.fragment and target.fragment not in ids.get(target.file, {target.fragment}):
            yield f"{source}：链接到 {target.file} 里没有的位置 #{target.fragment}"


def _look(task: _Task, files: Sequence[str], jobs: int) -> Iterator[_Seen]:
    """All files, part by part, in several processes."""
    parts = [files[start : start + _PART] for start in range(0, len(files), _PART)]
    first, *others = (parts[start::jobs] for start in range(jobs))
    work = partial(_look_at_parts, task)
    return chain.from_iterable(in_processes(work, first, list(filter(None, others))))


def _look_at_parts(task: _Task, parts: Sequence[Sequence[str]]) -> list[_Seen]:
    return [_look_at_part(task, files) for files in parts]


def _look_at_part(task: _Task, files: Sequence[str]) -> _Seen:
    ids, targets, problems = {}, dict[Target, str](), list[str]()
    lines, digests = set[str](), list[str]()
    for file in files:
        raw = (task.folder / file).read_bytes()
        text = raw.decode("utf-8")
        document = _document(file, text)
        if file.endswith(".html"):
            ids[file] = document.ids
            if not text.rstrip().endswith("</html>"):
                problems.append(f"{file}：没有写完")
        for link in (*document.links, *document.loads):
            loaded = link in document.loads
            problems += _resolve(task.site, file, link, targets, loaded=loaded)
        if not file.endswith(".css"):
            digests.append(task.guard.digest(file, raw, task.basis))
            if digests[-1] not in task.guard.clean:
                problems += task.guard.leaks(file, text, lines)
    return _Seen(ids, targets, tuple(problems), tuple(digests))


def _document(file: str, text: str) -> Document:
    """What a file points at, if it can."""
    if file.endswith(".html"):
        return scan_html(text)
    loads = scan_css(text) if file.endswith(".css") else frozenset[str]()
    return Document(frozenset(), frozenset(), loads)


def _resolve(
    site: Site, file: str, link: str, targets: dict[Target, str], *, loaded: bool
) -> Iterator[str]:
    """Notes what a link leads to; yields why it may not stand there."""
    if loaded and link.startswith("data:image/"):
        return
    try:
        target = site.target(file, link)
    except ValueError as error:
        yield f"{file}：链接 {link}：{error}"
        return
    if target is not None:
        targets.setdefault(target, file)
    elif loaded:
        yield f"{file}：会向别的网站取 {link}"
