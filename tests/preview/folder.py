"""A content folder with its preview: what is written there, and what is to be seen then."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_gen.cli.options import HOST_CONFIG
from site_gen.preview import Preview, content_of
from site_gen.preview.site import Absent, Answer, Document, File
from site_gen.preview.watch import stamps_of

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Previewed:
    """A content folder and its preview, which has looked at everything."""

    content: Path
    preview: Preview

    def take(self) -> str:
        """Has the preview follow the folder until nothing is left to look at; what it tells."""
        told = self.preview.take(stamps_of(self.content))
        while self.preview.shown.left:
            told = self.preview.proceed() or told
        return told

    def write(self, path: str, text: str) -> str:
        """Writes a file, and has the preview follow."""
        target = self.content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return self.take()

    def edit(self, path: str, old: str, new: str) -> str:
        """Replaces a text in a file, and has the preview follow."""
        before = (self.content / path).read_text(encoding="utf-8")
        assert old in before
        return self.write(path, before.replace(old, new))

    def page(self, address: str) -> str:
        """A page that is to be seen."""
        answer = self.preview.answer(address)
        assert isinstance(answer, Document), (address, answer)
        return answer.content.decode()

    @property
    def codes(self) -> list[str]:
        """What was found."""
        return [finding.code for finding in self.preview.shown.findings]


def previewed(content: Path, workspace: Path, only: str = "") -> Previewed:
    """The preview of a folder, when everything has been looked at."""
    workspace.mkdir(exist_ok=True)
    there = content_of(content, stamps_of(content))
    one = Previewed(content, Preview(there, HOST_CONFIG, workspace, lambda: TODAY, only))
    one.take()
    return one


def put(content: Mapping[str, str], root: Path) -> None:
    """Makes the texts of a folder those of ``content``; what is the same is left alone."""
    present = [path for path in root.rglob("*") if path.is_file() and path.suffix != ".png"]
    for path in present:
        if path.relative_to(root).as_posix() not in content:
            path.unlink()
    for name, text in content.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def bytes_of(answer: Answer) -> bytes | Absent:
    """What is published of an answer."""
    return answer.content if isinstance(answer, Document | File) else answer
