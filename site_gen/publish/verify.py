"""A built folder → everything that is wrong with it as a site; run before anybody sees it.

Whether the texts are right is not asked: every page there and whole, every link inside the site
leads somewhere, a reader's browser contacts nobody else, and nothing personal stands anywhere.
Each file is read once, and looked at by itself; only then are they judged together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from io import FileIO
from itertools import chain
from pathlib import Path

from site_gen.privacy import masked
from site_gen.processes.shares import in_processes
from site_gen.publish.links import Links, Site, Target
from site_gen.publish.look import Inspector, Seen, look_at
from site_gen.publish.manifest import files_of
from site_gen.publish.personal import Guard, leaks_in_names

_PART = 200
"""Files looked at one after another: neighbours are alike."""


def verify(
    folder: Path, expected: Iterable[str], base_url: str, jobs: int = 1, guard: Guard | None = None
) -> tuple[str, ...]:
    """What is wrong with the site in ``folder``, in Chinese, sorted; empty for a sound site.

    ``expected`` are the files that must be there, relative to the folder. ``guard`` knows what
    may be public.
    """
    return judge(look_at_all(folder, base_url, jobs, guard), expected)


def look_at_all(
    folder: Path, base_url: str, jobs: int = 1, guard: Guard | None = None
) -> Mapping[str, Seen]:
    """Every file of a folder with what a look at it has found, in several processes."""
    files = sorted(files_of(folder))
    parts = [files[start : start + _PART] for start in range(0, len(files), _PART)]
    first, *others = (list(chain.from_iterable(parts[start::jobs])) for start in range(jobs))
    inspector = Inspector(Links(Site(base_url)), guard or Guard())
    work = partial(_look_at_each, folder, inspector)
    shares = in_processes(work, first, list(filter(None, others)))
    return dict(chain.from_iterable(shares))


def judge(seen: Mapping[str, Seen], expected: Iterable[str]) -> tuple[str, ...]:
    """What is wrong with the site that consists of these files, in Chinese, sorted."""
    problems = [f"{file}：没有生成" for file in set(expected).difference(seen)]
    problems += leaks_in_names(seen)
    problems += chain.from_iterable(one.problems for one in seen.values())
    problems += _astray(seen)
    return tuple(sorted(set(map(masked, problems))))


def _look_at_each(
    folder: Path, inspector: Inspector, files: Sequence[str]
) -> list[tuple[str, Seen]]:
    root = str(folder)
    return [(file, look_at(file, _read(f"{root}/{file}"), inspector)) for file in files]


def _read(path: str) -> bytes:
    with FileIO(path) as stream:
        return stream.readall()


def _astray(seen: Mapping[str, Seen]) -> Iterator[str]:
    """Links to what is not there, each told for the first file that has it."""
    for target, source in _sources(seen).items():
        if target.file not in seen:
            yield f"{source}：链接到没有的 {target.file}"
        elif not leads(target, seen):
            yield f"{source}：链接到 {target.file} 里没有的位置 #{target.fragment}"


def leads(target: Target, seen: Mapping[str, Seen]) -> bool:
    """Whether a place is there; of files that are no pages it is not known, and taken so."""
    if target.file not in seen:
        return False
    is_page = target.file.endswith(".html")
    return not (is_page and target.fragment) or target.fragment in seen[target.file].ids


def _sources(seen: Mapping[str, Seen]) -> Mapping[Target, str]:
    """Target → the first file, by name, that leads there."""
    sources: dict[Target, str] = {}
    for file in sorted(seen, reverse=True):
        sources.update(dict.fromkeys(seen[file].targets, file))
    return sources
