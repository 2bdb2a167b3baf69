"""A built folder → everything that is wrong with it as a site; run before anybody sees it.

Whether the texts are right is not asked: every page there and whole, every link inside the site
leads somewhere, and a reader's browser contacts nobody else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from site_gen.publish.links import Site, Target
from site_gen.publish.manifest import files_of
from site_gen.publish.scan import scan_css, scan_html
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


def verify(folder: Path, expected: Iterable[str], base_url: str, jobs: int = 1) -> tuple[str, ...]:
    """What is wrong with the site in ``folder``, in Chinese, sorted; empty for a sound site.

    ``expected`` are the files that must be there, relative to the folder.
    """
    files = frozenset(files_of(folder))
    problems = [f"{file}：没有生成" for file in set(expected) - files]
    scanned = sorted(file for file in files if file.endswith((".html", ".css")))
    seen = list(_look(folder, Site(base_url), scanned, jobs))
    ids = {file: found for share in seen for file, found in share.ids.items()}
    for share in seen:
        problems += share.problems
        problems += _astray(share.targets, files, ids)
    return tuple(sorted(set(problems)))


def _astray(
    targets: Mapping[Target, str], files: frozenset[str], ids: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    for target, source in targets.items():
        if target.file not in files:
            yield f"{source}：链接到没有的 {target.file}"
        elif target.fragment and target.fragment not in ids.get(target.file, {target.fragment}):
            yield f"{source}：链接到 {target.file} 里没有的位置 #{target.fragment}"


def _look(folder: Path, site: Site, files: Sequence[str], jobs: int) -> Iterator[_Seen]:
    """All files, part by part, in several processes."""
    parts = [files[start : start + _PART] for start in range(0, len(files), _PART)]
    first, *others = (parts[start::jobs] for start in range(jobs))
    look = partial(_look_at_parts, folder, site)
    return chain.from_iterable(in_processes(look, first, list(filter(None, others))))


def _look_at_parts(folder: Path, site: Site, parts: Sequence[Sequence[str]]) -> list[_Seen]:
    return [_look_at_part(folder, site, files) for files in parts]


def _look_at_part(folder: Path, site: Site, files: Sequence[str]) -> _Seen:
    ids, targets, problems = {}, dict[Target, str](), list[str]()
    for file in files:
        text = (folder / file).read_text(encoding="utf-8")
        if file.endswith(".css"):
            loads, links = scan_css(text), frozenset[str]()
        else:
            document = scan_html(text)
            ids[file], links, loads = document.ids, document.links, document.loads
            if not text.rstrip().endswith("</html>"):
                problems.append(f"{file}：没有写完")
        for link in (*links, *loads):
            problems += _resolve(site, file, link, targets, loaded=link in loads)
    return _Seen(ids, targets, tuple(problems))


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
