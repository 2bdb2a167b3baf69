"""A change to the small correct folder that breaks one rule, or comes near and breaks none.

What a change leads to is judged by whoever runs it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.sites.folder import SMALL, write


@dataclass(frozen=True)
class Change:
    """``right`` in the file at ``path`` becomes ``wrong``; ``files`` are added or replaced,
    ``raw`` likewise, ``links`` are made, ``gone`` is left out.

    Breaks the rule ``code`` in ``line`` of ``path``, or of ``at`` where that is given;
    a near-miss, without ``line``, leads to findings of the codes ``leaves`` and to no other.
    """

    code: str
    what: str
    path: str
    right: str = ""
    wrong: str = ""
    line: int = 0
    at: str = ""
    more: tuple[tuple[str, str, str], ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    raw: Mapping[str, bytes] = field(default_factory=dict)
    links: tuple[str, ...] = ()
    gone: str = ""
    leaves: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{self.code} {self.what}"

    def content(self) -> dict[str, str]:
        """The small folder with this change in it."""
        content = {path: text for path, text in SMALL.items() if path != self.gone}
        edits = [(self.path, self.right, self.wrong)] if self.right else []
        for path, right, wrong in (*edits, *self.more):
            assert right in content[path], (str(self), right)
            content[path] = content[path].replace(right, wrong, 1)
        return {**content, **self.files}

    def write(self, root: Path) -> Path:
        """The changed folder below ``root``."""
        write(self.content(), root)
        for path, content in self.raw.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        for path in self.links:
            (root / path).symlink_to(root / "site.yaml")
        return root

    def place(self) -> tuple[str, int, str]:
        """Path, line and code of what must be found."""
        return self.at or self.path, self.line, self.code
