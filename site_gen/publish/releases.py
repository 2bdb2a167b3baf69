"""Releases: put in place, shown by one rename of a link, kept for a way back, and removed.

What a release contains is not looked at; a caller holds the lock (:mod:`.lock`) except in
:func:`roll_back`, which takes it.
"""

import re
import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from site_gen.publish import disk, manifest
from site_gen.publish.errors import NothingEarlier
from site_gen.publish.lock import locked
from site_gen.publish.output import Output, refuse_foreign
from site_gen.publish.spare import drop, renew
from site_gen.render.write import make_folder

KEPT = 2
"""Releases that stay: the one shown and the one before it."""
_NAME = re.compile(r"[0-9a-f]{16}(-[0-9]+)?")
_HISTORY = "history"
_NEXT, _NEXT_HISTORY, _NEXT_FILE = ".next", ".history", ".kept"
# Of the assets only what the theme draws with; search texts of what was taken down must not stay.
_DRAWN_WITH = {".css", ".js", ".png", ".svg", ".ico", ".webp"}
_ASSETS, _SEARCH = "assets/", "assets/search/"


def sweep(output: Output) -> None:
    """Removes what interrupted runs have left, and what they kept for later with it.

    What was kept is taken as it is, and after a power failure it may not be what was written.
    """
    if output.staging.exists():
        for kept in (output.indexes, output.attachments):
            shutil.rmtree(kept, ignore_errors=True)
        shutil.rmtree(output.staging)
    for name in (_NEXT, _NEXT_HISTORY, _NEXT_FILE):
        (output.releases / name).unlink(missing_ok=True)
    _prune(output)


def show(
    output: Output, sums: bytes, foreign: Collection[str] | None = None, *, spare: bool = False
) -> str:
    """Makes the staged folder, whose manifest this is, the release that is shown; returns its name.

    ``foreign`` are the files in it that others have written, which not everybody may be allowed
    to read; None for all. With ``spare`` a copy is left in which the next can be begun.

    Everything is on the disk before it gets its name, and its name before the link moves, so that
    not even a power failure shows half.
    """
    earlier = _history(output)
    release = _place(output, sums)
    whole = release if release.exists() else output.staging
    disk.let_read(whole, foreign if whole != release else None)
    if output.current and output.current != release.name:
        _carry_over(output, output.releases / output.current, whole)
    disk.flush(output.releases)
    if whole != release:
        whole.rename(release)
        disk.flush_names(output.releases)
    with _done_once_shown(output, release.name):
        _point(output, release.name)
        _remember(output, [*(name for name in earlier if name != release.name), release.name])
        if spare:
            renew(output, next(_outdated(output), None))
        else:
            drop(output)
        _prune(output)
    return release.name


def roll_back(output: Output) -> str:
    """Shows the release before the present one, and returns its name.

    Raises NothingEarlier when there is none that is whole, Busy when somebody is building.
    """
    if not output.releases.is_dir():
        raise NothingEarlier(f"{output.link} 还没有发布过，没有可以退回的版本")
    with locked(output):
        history = _history(output)
        present = history.index(output.current) if output.current in history else 0
        earlier = [name for name in history[:present] if (output.releases / name).is_dir()]
        if not earlier:
            raise NothingEarlier(f"{output.link} 之前没有留着的版本，退不回去")
        _show_again(output, earlier)
        return earlier[-1]


def _show_again(output: Output, names: Sequence[str]) -> None:
    """Shows the last of these releases, which is what is left of the history then."""
    release = output.releases / names[-1]
    if not _is_whole(release, manifest.read(release)):
        raise NothingEarlier(
            f"之前的版本 {release} 已经不完整：有文件缺了、多了或者变了。没有退回。"
            "请换回原来的内容，重新生成"
        )
    disk.let_read(release)
    _carry_over(output, output.releases / output.current, release)
    disk.flush(output.releases)
    with _done_once_shown(output, release.name):
        _point(output, release.name)
        _remember(output, names)


@contextmanager
def _done_once_shown(output: Output, name: str) -> Iterator[None]:
    """When the link has moved, tidying that fails is left to the next run: this one is done."""
    try:
        yield
    except OSError:
        if output.current != name:
            raise


def _place(output: Output, sums: bytes) -> Path:
    """Where the release with this manifest is, intact, or where it can go."""
    name = manifest.release_id(sums)
    for number in count():
        release = output.releases / (f"{name}-{number}" if number else name)
        if not release.exists() or _is_whole(release, sums):
            return release
    raise ValueError("counting ends only with a release")


def _is_whole(release: Path, sums: bytes) -> bool:
    """Whether a folder is the release with this manifest, with no more in it than was kept."""
    return (
        release.name.startswith(manifest.release_id(sums))
        and manifest.is_intact(release, sums)
        and all(map(_stays_in_reach, manifest.unlisted(release)))
    )


def _carry_over(output: Output, shown: Path, release: Path) -> None:
    """Keeps style sheets and scripts of the release shown so far within reach of pages still open.

    Their names tell their content, so nothing is replaced; the manifest does not list them. Each
    is put there in one step, for the release may be one that was shown before, and may be again.
    """
    own = manifest.listed(release)
    for file, digest in manifest.listed(shown).items():
        if file in own or not _stays_in_reach(file) or manifest.is_file(release / file, digest):
            continue
        if manifest.is_file(shown / file, digest):
            shutil.copyfile(shown / file, output.releases / _NEXT_FILE)
            make_folder((release / file).parent)
            (output.releases / _NEXT_FILE).replace(release / file)
            disk.let_read(release / file)


def _stays_in_reach(file: str) -> bool:
    drawn_with = file.startswith(_ASSETS) and Path(file).suffix in _DRAWN_WITH
    return drawn_with and not file.startswith(_SEARCH)


def _point(output: Output, name: str) -> None:
    """The swap: one rename puts the link in place of the former one.

    The place is looked at once more: a long build ago it may have been a different one.
    """
    fresh = output.releases / _NEXT
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(f"{output.releases.name}/{name}")
    refuse_foreign(output)
    if output.link.is_dir() and not output.link.is_symlink():
        output.link.rmdir()
    fresh.replace(output.link)
    disk.flush_names(output.link.parent)


def _history(output: Output) -> list[str]:
    """Names of the releases shown so far, the present one last: the link knows best."""
    path = output.releases / _HISTORY
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    names = list(filter(_NAME.fullmatch, text.split()))
    if output.current and output.current != (names[-1:] or [""])[0]:
        names.append(output.current)
    return names


def _remember(output: Output, names: Sequence[str]) -> None:
    fresh = output.releases / _NEXT_HISTORY
    fresh.write_text("".join(f"{name}\n" for name in names[-KEPT:]), encoding="utf-8")
    fresh.replace(output.releases / _HISTORY)


def _prune(output: Output) -> None:
    """Removes releases that are neither shown nor the one before; what is not ours stays."""
    for path in _outdated(output):
        shutil.rmtree(path)


def _outdated(output: Output) -> Iterator[Path]:
    kept = {*_history(output)[-KEPT:], output.current}
    for path in sorted(output.releases.iterdir()):
        if _NAME.fullmatch(path.name) and path.name not in kept:
            yield path
