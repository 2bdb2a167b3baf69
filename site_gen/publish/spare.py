"""A copy of the release that is shown, made of links, in which the next release is begun.

So a release costs what is new in it, not all that it holds. The copy is never shown, and has no
more in it than what is shown.
"""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from site_gen.publish import disk, manifest
from site_gen.publish.output import Output
from site_gen.render.write import link_file

_PAGE = ".html"
_CARRIED = "assets"
"""Where a release may have files that its manifest does not list."""


def take(output: Output) -> bool:
    """Makes the copy the staged folder; whether that was possible.

    Whoever does so knows that it is whole.
    """
    try:
        (output.spare / manifest.NAME).unlink()  # by its other name it is of the release shown
        output.spare.rename(output.staging)
    except OSError:
        return False
    return True


def renew(output: Output, outdated: Path | None) -> None:
    """Makes a copy of the release that is shown, out of one that is not needed any more.

    Where that does not succeed there is no copy, and the next release is begun from nothing.
    """
    drop(output)
    try:
        if outdated is not None:
            outdated.rename(output.spare)
        _match(output.spare, output.releases / output.current)
    except OSError:
        drop(output)


def drop(output: Output) -> None:
    """Removes the copy, if there is one."""
    if output.spare.is_dir() and not output.spare.is_symlink():
        shutil.rmtree(output.spare)
    else:
        output.spare.unlink(missing_ok=True)


def _match(copy: Path, shown: Path) -> None:
    """Makes a folder hold the files of a release, and no others."""
    have, want = _files(copy), _files(shown)
    for file in have:
        if want.get(file) != have[file]:
            disk.remove_file(copy, file)
    for file in want:
        if want[file] != have.get(file):
            link_file(shown / file, copy / file)


def _files(release: Path) -> Mapping[str, str | int]:
    """Every file of a release, with what tells it from others of this name.

    That is the digest of a page, and of all else the number of the file: it may have been written
    again with the same content.
    """
    listed = manifest.listed(release)
    others = (file for file in listed if not file.endswith(_PAGE))
    numbered = (manifest.NAME, *carried(release), *others)
    there = [file for file in numbered if (release / file).is_file()]
    return {**listed, **{file: (release / file).stat().st_ino for file in there}}


def carried(release: Path) -> Iterator[str]:
    """What a release may have that its manifest does not list, and some that it does."""
    if (release / _CARRIED).is_dir():
        yield from (f"{_CARRIED}/{file}" for file in manifest.files_of(release / _CARRIED))
