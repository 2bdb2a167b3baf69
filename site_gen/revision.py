"""A folder as it was in a revision of its git repository: asked of git, and of nothing else.

Only git's store of objects is read. No index, filter, hook or difference program of a repository
has a say in what was changed: that is told by the bytes of files.
"""

import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import new
from pathlib import Path, PurePosixPath

_GIT = ("git", "--no-replace-objects", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=")
_QUIET = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# Set while git runs a hook; it finds them again from the folder.
_ELSEWHERE = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF"}
_REGULAR = {b"100644", b"100755"}
_SHA1_LENGTH = 40


class NoRevision(Exception):
    """There is no such revision of the folder; the message, in Chinese, says why."""


class NoGit(Exception):
    """git is not there, or failed; the message, in Chinese, says how."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A folder in a revision; ``files`` are the regular ones, path → name of the content."""

    folder: Path
    files: Mapping[str, str]
    others: frozenset[str]
    """Links and whatever else is no regular file, and paths that lead out of the folder."""

    def differing(self, present: Iterable[str]) -> frozenset[str]:
        """The paths whose bytes now are not those of then, of present files and of former ones."""
        paths = {*present, *self.files}
        return frozenset(path for path in paths if self._now(path) != self.files.get(path, ""))

    def _now(self, path: str) -> str:
        """The name git has for the content of a file; ``''`` where no regular file can be read."""
        file = self.folder / path
        if file.is_symlink() or not file.is_file():
            return ""
        try:
            raw = file.read_bytes()
        except OSError:
            return ""
        return name_of(raw, len(self.files.get(path, "")) or _SHA1_LENGTH)

    def put(self, paths: Iterable[str], into: Path) -> None:
        """Writes files as they were then below another folder. Raises NoGit, OSError."""
        wanted = [path for path in paths if path in self.files]
        names = "".join(f"{self.files[path]}\n" for path in wanted)
        told = _git(self.folder, "cat-file", "--batch", given=names.encode())
        at = 0
        for path in wanted:
            start = told.index(b"\n", at) + 1
            end = start + int(told[at:start].split()[2])
            file, at = into / path, end + 1
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(told[start:end])


def name_of(raw: bytes, length: int) -> str:
    """The name that git has for bytes, in a store whose names have this length."""
    kind = "sha1" if length == _SHA1_LENGTH else "sha256"
    return new(kind, b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()


def revision_of(folder: Path, written: str) -> Revision:
    """A folder in the revision that is ``written`` so. Raises NoRevision, NoGit."""
    if _told(folder, "rev-parse", "--is-inside-work-tree") != "true":
        raise NoRevision(f"{folder} 不在 git 仓库里，或者 git 不肯读它")
    name = f"{written}^{{commit}}"
    commit = _told(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if not written or not commit:
        raise NoRevision(f"git 里没有“{written}”这个版本")
    return _listed(folder, _git(folder, "ls-tree", "-r", "-z", commit, "--", "."))


def _listed(folder: Path, listing: bytes) -> Revision:
    files, others = dict[str, str](), set[str]()
    for line in filter(None, listing.split(b"\0")):
        told, _, raw = line.partition(b"\t")
        mode, _, name = told.split(b" ")
        path = os.fsdecode(raw)
        if mode in _REGULAR and not _leads_out(path):
            files[path] = name.decode()
        else:
            others.add(path)
    return Revision(folder, files, frozenset(others))


def _leads_out(path: str) -> bool:
    pure = PurePosixPath(path)
    return pure.is_absolute() or ".." in pure.parts


def _told(folder: Path, *command: str) -> str:
    """What git has to say in one line; ``''`` when it refuses. Raises NoGit."""
    return _run(folder, command, b"").stdout.decode("utf-8", "replace").strip()


def _git(folder: Path, *command: str, given: bytes = b"") -> bytes:
    """What git answers. Raises NoGit when it fails."""
    done = _run(folder, command, given)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise NoGit(f"git {command[0]} 没有成功：{said}")
    return done.stdout


def _run(
    folder: Path, command: Iterable[str], given: bytes
) -> "subprocess.CompletedProcess[bytes]":
    environment = {key: value for key, value in os.environ.items() if key not in _ELSEWHERE}
    try:
        return subprocess.run(
            [*_GIT, *command],
            cwd=folder,
            env=environment | _QUIET,
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise NoGit(
            f"git 无法运行：{error.strerror}。装上 git，或者不写 --changed-since"
        ) from error
