"""A small province that is published again and again, with what was kept."""

import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from site_gen.cli import main
from tests.parcels.province import PROVINCE, write
from tests.publish.stage import unlisted

SETTLED = 0.12
"""Seconds after which files are known to have been left alone."""
SESSION = "regions/xiyi/sessions/2025/0405-ba.md"


@dataclass(frozen=True)
class Place:
    """Content, where its site goes, and what is kept."""

    folder: Path

    @property
    def content(self) -> Path:
        """The content folder."""
        return self.folder / "content"

    @property
    def out(self) -> Path:
        """The site."""
        return self.folder / "site"

    @property
    def cache(self) -> Path:
        """What is kept."""
        return self.folder / "kept"

    @property
    def release(self) -> Path:
        """The release that is shown."""
        return self.out.resolve(strict=True)

    def build(self, *options: object, out: str = "site", kept: bool = True) -> Result:
        """Publishes, without search and in one process unless told otherwise."""
        usual = ["--out", self.folder / out, "--today", "2026-11-22", "--no-search", "--jobs", 1]
        cache = ["--cache", self.cache] if kept else []
        command = ["build", self.content, *usual, *cache, *options]
        return CliRunner().invoke(main, [str(each) for each in command])

    def again(self, *options: object) -> Result:
        """Publishes when files have been left alone for long enough."""
        time.sleep(SETTLED)
        return self.build(*options)

    def change(self, path: str, old: str, new: str) -> None:
        """Puts one text in the place of another in a file."""
        text = (self.content / path).read_text(encoding="utf-8")
        assert old in text
        (self.content / path).write_text(text.replace(old, new), encoding="utf-8")

    def names(self) -> set[str]:
        """The names of what is kept."""
        return {path.name for path in self.cache.iterdir()} if self.cache.exists() else set()

    def is_as_fresh(self, *options: object) -> bool:
        """Whether what is shown is what a build without anything kept publishes."""
        assert self.build(*options, out="fresh", kept=False).exit_code == 0
        sums = [(self.folder / one / "SHA256SUMS").read_bytes() for one in ("site", "fresh")]
        return sums[0] == sums[1] and unlisted(self.out) == set()


def published_once(folder: Path) -> Place:
    """A small province, published once, with what was kept."""
    place = Place(folder)
    write(PROVINCE, place.content)
    assert place.again().exit_code == 0
    return place


def page(place: Place) -> Path:
    """A page of the release that is shown."""
    return place.release / "xiyi/sessions/2025/0405-ba/index.html"


def kinds(names: set[str]) -> Counter[str]:
    """How many things of each kind are kept."""
    return Counter(name.partition("-")[0] for name in names)
