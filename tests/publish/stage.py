"""A stage on which a publisher is struck down: what is shown before, after, and in the end.

Whatever publisher is given: the same looks tell a sound one from one that writes in place.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from stat import S_IMODE

from site_gen.pages.model import Artifact
from site_gen.publish import Options, Output, publish, roll_back
from site_gen.publish.manifest import NAME
from tests.publish.conftest import Made, made
from tests.publish.strace import KILL, Point, points, struck
from tests.render.sample import make_page

Tree = Mapping[str, tuple[int, str]]
"""Everything below a folder: path → permissions, and digest of a file."""
Publisher = Callable[[Made, Path], object]

OURS = {".site-gen", "history", ".indexes", ".attachments"}


def ten_pages(text: str) -> Made:
    """A site whose pages all say ``text``, with a style sheet and a document of its own."""
    more = (make_page(f"regions/{number}/", text) for number in range(4))
    files = {mark_of(text): f"/* {text} */", "attachments/竣工 图.txt": text}
    artifacts = (Artifact(address, content.encode()) for address, content in files.items())
    return made(text, *more, artifacts=tuple(artifacts))


def mark_of(text: str) -> str:
    """The style sheet of the site that says ``text``; its name tells its content."""
    return f"assets/mark.{sha256(text.encode()).hexdigest()[:10]}.css"


def tree(folder: Path) -> Tree:
    """What a reader could find in a folder."""
    return {
        path.relative_to(folder).as_posix(): (
            S_IMODE(path.stat().st_mode),
            sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in folder.rglob("*")
    }


def unlisted(site: Path) -> set[str]:
    """Files of a site that are not as its manifest says, or not in it."""
    lines = (site / NAME).read_text(encoding="utf-8").splitlines()
    listed = {file: digest for digest, file in (line.split("  ", 1) for line in lines)}
    found = {file: digest for file, (_, digest) in tree(site).items() if digest and file != NAME}
    return {file for file in found.keys() | listed if found.get(file) != listed.get(file)}


@dataclass(frozen=True)
class Stage:
    """Where sites are published, and by which publisher."""

    out: Path
    publisher: Publisher

    def publish(self, text: str) -> None:
        """Publishes ten pages that say ``text``."""
        self.publisher(ten_pages(text), self.out)

    def publishing(self, text: str) -> Callable[[], None]:
        """The same, later."""
        return lambda: self.publish(text)

    def torn(self, chosen: Iterable[Point]) -> Iterator[Point]:
        """Points at which killing leaves something shown that is neither the old nor the new.

        After each kill the same site is published once more. Texts are of one length, so that
        every run makes the same calls.
        """
        return (point for point in chosen if not self._survives(point))

    def _survives(self, point: Point) -> bool:
        text = f"{point.call:>20}{point.number:06}"
        before = tree(self.out)
        if struck(self.publishing(text), point, KILL) != -9:
            raise AssertionError(f"was not reached: {point}")
        after = tree(self.out)
        self.publish(text)
        return after in (before, tree(self.out))

    def points(self) -> list[Point]:
        """The points of a publication after others."""
        for number in range(3):
            self.publish(f"{number:26}")
        return points(self.publishing(f"{3:26}"))


def publisher(config: Path) -> Publisher:
    """Ours, in one process and without search, so that all runs make the same calls."""
    options = Options(config, search=False)
    return lambda compiled, out: publish(compiled, Output(out), options, lambda _: None)


def back(out: Path) -> Callable[[], str]:
    """A rollback, later."""
    return lambda: roll_back(Output(out))


def leftovers(out: Path) -> set[str]:
    """What lies beside the releases and is neither theirs nor ours to keep."""
    releases = Output(out).releases
    names = {path.name for path in releases.iterdir() if not path.name.isalnum()}
    return names - OURS | {path.name for path in out.parent.iterdir()} - {out.name, releases.name}
