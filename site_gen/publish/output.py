"""Where a site goes: the link that is shown, and the folder of releases beside it.

Looks at the disk only to judge whether the place may be used; makes and removes nothing.
"""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from site_gen.publish.errors import UnsuitablePlace

MARKER = ".site-gen"
"""A file in the folder of releases that says whose it is."""


@dataclass(frozen=True, slots=True)
class Output:
    """An output: ``link`` is what the web server shows, a symbolic link to one release."""

    link: Path

    @property
    def releases(self) -> Path:
        """The folder of releases, beside the link."""
        return self.link.with_name(f"{self.link.name}.releases")

    @property
    def staging(self) -> Path:
        """Where the next release is built."""
        return self.releases / ".staging"

    @property
    def spare(self) -> Path:
        """A copy of the release that is shown, in which the next one is begun."""
        return self.releases / ".spare"

    @property
    def indexes(self) -> Path:
        """Finished search indexes, kept so that the next run need not make them again."""
        return self.releases / ".indexes"

    @property
    def attachments(self) -> Path:
        """Finished pictures and documents of the release that is shown, kept likewise."""
        return self.releases / ".attachments"

    @property
    def current(self) -> str:
        """Name of the release that is shown, ``''`` for none."""
        return self.link.readlink().name if self.link.is_symlink() else ""


def locate(out: Path, content: Path | None = None) -> Output:
    """The output at ``out``.

    Raises UnsuitablePlace, before anything is touched, for a place that would swallow the content
    or lie in it, for the root, and for a file, link or folder with something in it that we did
    not make.
    """
    named = out if out.name not in {"", ".."} else out.resolve()
    output = Output(named.parent.resolve() / named.name)
    if not named.name:
        raise UnsuitablePlace("不能把整个文件系统的根当作输出。请换一个文件夹：--out site")
    if content is not None:
        _refuse_overlap(output, content.resolve())
    refuse_foreign(output)
    return output


def _refuse_overlap(output: Output, content: Path) -> None:
    for place in (output.link, output.link.resolve(), output.releases, output.releases.resolve()):
        if place.is_relative_to(content):
            raise UnsuitablePlace(f"输出 {place} 在内容文件夹 {content} 里面。请把它放到外面")
        if content.is_relative_to(place):
            raise UnsuitablePlace(f"内容文件夹 {content} 在输出 {place} 里面。请换一个输出文件夹")


def refuse_cache(cache: Path, content: Path, output: Output | None = None) -> None:
    """Raises UnsuitablePlace for a file, and for a place in the content or in what is published.

    Also for a folder that others can write to: what is read from it is run.
    """
    place = cache.resolve()
    if place.exists() and not place.is_dir():
        raise UnsuitablePlace(f"{cache} 是一个文件。请换一个文件夹：--cache .cache")
    if place.exists() and not _is_own(place):
        raise UnsuitablePlace(f"{cache} 别人也能写，里面的东西不能信。请换一个自己的文件夹")
    shown = [output.link, output.link.resolve(), output.releases.resolve()] if output else []
    for other in (content.resolve(), *shown):
        if place.is_relative_to(other):
            raise UnsuitablePlace(f"缓存 {place} 在 {other} 里面。请把它放到外面")


def _is_own(folder: Path) -> bool:
    state = folder.stat()
    return state.st_uid == os.getuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def refuse_foreign(output: Output) -> None:
    """Raises UnsuitablePlace unless what is there is nothing, or ours."""
    link, releases = output.link, output.releases
    advice = "为了不毁掉它，没有生成。请换一个文件夹，或者自己把它移走"
    if link.is_symlink():
        if (link.parent / link.readlink()).parent != releases:
            raise UnsuitablePlace(f"{link} 是一个链接，但不是 site-gen 建的。{advice}")
    elif link.is_dir():
        if any(link.iterdir()):
            raise UnsuitablePlace(f"{link} 里有东西，而且不是 site-gen 生成的。{advice}")
    elif link.exists():
        raise UnsuitablePlace(f"{link} 是一个文件。{advice}")
    if _is_foreign_folder(releases):
        raise UnsuitablePlace(f"{releases} 里有东西，而且不是 site-gen 生成的。{advice}")


def _is_foreign_folder(releases: Path) -> bool:
    if releases.is_symlink() or (releases.exists() and not releases.is_dir()):
        return True
    return releases.is_dir() and not (releases / MARKER).is_file() and any(releases.iterdir())
