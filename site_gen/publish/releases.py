"""Releases: put in place, shown by one rename of a link, kept for a way back, and removed.

What a release contains is not looked at; a caller holds the lock (:mod:`.lock`) except in
:func:`roll_back`, which takes it.
"""

import os
import shutil
from contextlib import suppress
from itertools import count
from pathlib import Path

from site_gen.publish import manifest
from site_gen.publish.errors import NothingEarlier
from site_gen.publish.lock import locked
from site_gen.publish.output import Output

KEPT = 2
"""Releases that stay: the one shown and the one before it."""
_HISTORY = "history"
_NEXT = ".next"
# Of the assets only what the theme draws with; search texts of what was taken down must not stay.
_DRAWN_WITH = {".css", ".js", ".png", ".svg", ".ico", ".webp"}
_ASSETS, _SEARCH = "assets/", "assets/search/"


def sweep(output: Output) -> None:
    """Removes what an interrupted run has left, its unfinished search indexes included."""
    if output.staging.exists():
        shutil.rmtree(output.staging)
        shutil.rmtree(output.indexes, ignore_errors=True)


def show(output: Output, sums: bytes) -> str:
    """Makes the staged folder, whose manifest this is, the release that is shown; returns its name.

    Everything is on the disk before the link moves, so that not even a power failure shows half.
    """
    earlier = _history(output)
    release = _settle(output, sums)
    if output.current and output.current != release.name:
        _carry_over(output.releases / output.current, release)
    os.sync()
    _point(output, release.name)
    _remember(output, [*(name for name in earlier if name != release.name), release.name])
    _prune(output)
    return release.name


def roll_back(output: Output) -> str:
    """Shows the release before the present one, and returns its name.

    Raises NothingEarlier when there is none, Busy when somebody is building.
    """
    if not output.releases.is_dir():
        raise NothingEarlier(f"{output.link} 还没有发布过，没有可以退回的版本")
    with locked(output):
        history = _history(output)
        present = history.index(output.current) if output.current in history else 0
        earlier = [name for name in history[:present] if (output.releases / name).is_dir()]
        if not earlier:
            raise NothingEarlier(f"{output.link} 之前没有留着的版本，退不回去")
        _carry_over(output.releases / output.current, output.releases / earlier[-1])
        _remember(output, earlier)
        _point(output, earlier[-1])
        return earlier[-1]


def _settle(output: Output, sums: bytes) -> Path:
    """Moves the staged folder to the name of its content, unless that release is there, intact."""
    name = manifest.release_id(sums)
    for number in count():
        release = output.releases / (f"{name}-{number}" if number else name)
        if not release.exists():
            output.staging.rename(release)
            return release
        if manifest.is_intact(release, sums):
            return release
    raise ValueError("counting ends only with a release")


def _carry_over(shown: Path, release: Path) -> None:
    """Keeps style sheets and scripts of the release shown so far within reach of pages still open.

    Their names tell their content, so nothing is replaced; the manifest does not list them.
    """
    for file in manifest.listed(shown):
        draws = file.startswith(_ASSETS) and Path(file).suffix in _DRAWN_WITH
        target = release / file
        if draws and not file.startswith(_SEARCH) and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(shown / file, target)


def _point(output: Output, name: str) -> None:
    """The swap: one rename puts the link in place of the former one."""
    fresh = output.releases / _NEXT
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(f"{output.releases.name}/{name}")
    if output.link.is_dir() and not output.link.is_symlink():
        output.link.rmdir()
    fresh.replace(output.link)
    _flush_folder(output.link.parent)


def _history(output: Output) -> list[str]:
    """Names of the releases shown so far, the present one last: the link knows best."""
    path = output.releases / _HISTORY
    names = path.read_text(encoding="utf-8").split() if path.is_file() else []
    if output.current and output.current != (names[-1:] or [""])[0]:
        names.append(output.current)
    return names


def _remember(output: Output, names: list[str]) -> None:
    fresh = output.releases / f".{_HISTORY}"
    fresh.write_text("".join(f"{name}\n" for name in names[-KEPT:]), encoding="utf-8")
    fresh.replace(output.releases / _HISTORY)


def _prune(output: Output) -> None:
    kept = {*_history(output)[-KEPT:], output.current}
    for path in output.releases.iterdir():
        if path.is_dir() and not path.name.startswith(".") and path.name not in kept:
            shutil.rmtree(path)


def _flush_folder(folder: Path) -> None:
    """Renames are on the disk only when their folder is; some file systems refuse to be asked."""
    descriptor = os.open(folder, os.O_RDONLY)
    with suppress(OSError):
        os.fsync(descriptor)
    os.close(descriptor)
