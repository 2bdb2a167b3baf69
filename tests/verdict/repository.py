"""A content folder under version control, and what is found in it since a revision."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from site_gen.revision import revision_of
from site_gen.verdict import Verdict, examine_since
from tests.parcels.apart import TODAY
from tests.parcels.province import write
from tests.verdict.looking import ALONE, keeping, put

_ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "甲",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "甲",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


@dataclass(frozen=True)
class Repository:
    """A folder under version control."""

    folder: Path

    @property
    def content(self) -> Path:
        """The content folder."""
        return self.folder / "content"

    def git(self, *command: str) -> str:
        """What git answers."""
        return subprocess.run(
            ["git", "-c", "core.fsync=none", *command],
            cwd=self.folder,
            env=os.environ | _ENVIRONMENT,
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        ).stdout

    def commit(self) -> None:
        """All there is becomes a revision."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "内容")

    def hold(self, files: Mapping[str, str]) -> None:
        """Makes the records of the content these; nothing is told to git."""
        put(files, self.content)

    def since(self, written: str = "HEAD", cache: Path | None = None) -> Verdict:
        """What is found since a revision, with what is kept in a folder."""
        kept = keeping(cache, self.content) if cache else None
        return examine_since(revision_of(self.content, written), TODAY, ALONE, kept)


def repository(folder: Path, files: Mapping[str, str]) -> Repository:
    """A repository with one revision, which holds these records and some pictures."""
    made = Repository(folder)
    write(files, made.content)
    made.git("init", "--quiet")
    made.commit()
    return made
