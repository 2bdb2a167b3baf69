"""The search of the preview: indexed in a process of its own, and late rather than waited for."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

from site_gen.docket.facets import Parents
from site_gen.docket.row import Row
from site_gen.processes.fork import forked, undisturbed
from site_gen.search import write_search
from site_gen.search.pagefind import find_indexer
from site_gen.search.write import FOLDER

Found = tuple[Sequence[Row], Parents]
"""What is searched, and which region lies in which."""


class Index:
    """The last finished index below a workspace, and the next one while it is made."""

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace
        self._shown: Path | None = None
        self._number = 0
        self._process: BaseProcess | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an index is being made, or is made and was not taken yet."""
        return self._process is not None

    def begin(self, find: Callable[[], Found]) -> None:
        """Begins to index what ``find`` finds there, in the other process, for it takes a while.

        Raises EnvironmentProblem when there is no indexer.
        """
        find_indexer()
        self._number += 1
        with undisturbed() as signals:
            self._process = forked(partial(self._make, find), signals)

    def _make(self, find: Callable[[], Found]) -> None:
        rows, parents = find()
        scratch = self._workspace / "indexes"
        write_search(rows, self._next, parents=parents, scratch=scratch, jobs=1)

    @property
    def _next(self) -> Path:
        return self._workspace / f"search-{self._number}"

    def take(self) -> str:
        """Shows the index that was begun if it is finished; says in Chinese how it went, if so."""
        if self._process is None or self._process.is_alive():
            return ""
        failed, self._process = self._process.exitcode != 0, None
        if failed:
            return "检索没有建成，搜到的是以前的" if self._shown else "检索没有建成，搜索用不了"
        former, self._shown = self._shown, self._next
        if former is not None:
            shutil.rmtree(former, ignore_errors=True)
        return "检索也跟上了"

    def file(self, address: str) -> bytes | None:
        """A file of the index; None when there is none at that address."""
        if self._shown is None:
            return None
        folder = self._shown / FOLDER
        try:
            paths = {
                f"{FOLDER}/{one.relative_to(folder).as_posix()}": one for one in _files(folder)
            }
            return paths[address].read_bytes() if address in paths else None
        except FileNotFoundError:  # the next index has just taken its place
            return None

    def stop(self) -> None:
        """Ends what is being made; nobody waits for it any more."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
