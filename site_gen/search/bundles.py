"""Finished parts of the index in a scratch folder: each made once, under a name that tells what
it is made of, and kept until no site needs it any more.
"""

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path

from site_gen.docket.row import Row
from site_gen.search.pagefind import Indexer, build_bundle
from site_gen.search.shadow import shadows, text_chunks

FORMAT = 3
NOTE = "note.json"
"""Beside the files of a bundle, not published: with which row each file of texts begins, and a sum
of all files. They are the same files as those of a site, which somebody may have spoiled."""
_INDEX_FILES = ("pagefind-entry.json", "*.pf_meta", "index/*.pf_index")
_ENGINE_FILES = ("pagefind.js", "wasm.unknown.pagefind")


@dataclass(frozen=True, slots=True)
class Bundle:
    """An index to be made: what its files are called and what it is made of."""

    language: str
    rows: tuple[Row, ...]
    """Rows with a text, in the order in which the index numbers them."""
    wanted: tuple[str, ...] = _INDEX_FILES
    """Patterns of the files that a browser needs."""

    def digest(self, version: str) -> str:
        """Same digest, same bytes; follows from the texts alone, so it costs next to nothing."""
        texts = [text for row in self.rows for text in (row.title, row.text)]
        made_by = json.dumps([version, FORMAT, self.language, self.wanted, [*map(len, texts)]])
        made_of = "".join([made_by, *texts]).encode(errors="surrogatepass")
        return sha256(made_of).hexdigest()[:24]

    def wants(self, path: str) -> bool:
        """Whether a browser needs a file of Pagefind's."""
        return any(fnmatchcase(path, pattern) for pattern in self.wanted)


# The engine belongs to no shard; it needs an index of its own to start, which finds nothing.
ENGINE = Bundle("x", (), _ENGINE_FILES + _INDEX_FILES)


@dataclass(frozen=True, slots=True)
class Scratch:
    """The folder of what is finished, and the program that makes the rest."""

    folder: Path
    indexer: Indexer

    def place(self, bundle: Bundle) -> Path:
        """Where a bundle lies when it is finished."""
        return self.folder / bundle.digest(self.indexer.version)

    def missing(self, places: Mapping[Path, Bundle]) -> dict[Path, Bundle]:
        """Those that are not finished, or no longer as they were made."""
        return {place: bundle for place, bundle in places.items() if not _is_sound(place)}

    def make(self, places: Mapping[Path, Bundle], jobs: int) -> None:
        """Finish bundles, so many at once, what takes longest first. Raises EnvironmentProblem."""
        order = sorted(places, key=lambda place: len(places[place].rows), reverse=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
            for _ in pool.map(lambda place: self._finish(place, places[place]), order):
                pass

    def forget(self, keep: Iterable[Path]) -> None:
        """Drop what is not kept, or it would pile up day by day."""
        for path in sorted(set(self.folder.iterdir()) - set(keep)):
            if re.fullmatch(r"[0-9a-f]{24}(\.part)?", path.name):
                shutil.rmtree(path)

    def _finish(self, done: Path, bundle: Bundle) -> None:
        part = done.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        shutil.rmtree(done, ignore_errors=True)
        files = build_bundle(self.indexer, shadows(bundle.rows), bundle.language, bundle.wants)
        starts = []
        for number, (first, texts) in enumerate(text_chunks(bundle.rows)):
            starts.append(first)
            files[f"text-{number}.json"] = packed(texts)
        for name in sorted(files):
            write_file(part / name, files[name])
        write_file(part / NOTE, packed({"starts": starts, "sum": _sum_of(part)}))
        part.rename(done)


def starts_of(place: Path) -> list[int]:
    """With which row of a finished bundle each of its files of texts begins."""
    starts: list[int] = json.loads((place / NOTE).read_bytes())["starts"]
    return starts


def _is_sound(place: Path) -> bool:
    try:
        note = json.loads((place / NOTE).read_bytes())
        return isinstance(note, dict) and note.get("sum") == _sum_of(place)
    except (OSError, ValueError):
        return False


def _sum_of(folder: Path) -> str:
    """Of the names and contents of all files but the note."""
    total = sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.name != NOTE:
            content = file.read_bytes()
            total.update(f"{file.relative_to(folder)}\0{len(content)}\0".encode() + content)
    return total.hexdigest()


def packed(value: object) -> bytes:
    """A value as JSON in few bytes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def write_file(path: Path, content: bytes) -> None:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
