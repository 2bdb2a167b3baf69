"""The files of a content folder as plain values: heads, items, event lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

NAMES = {
    "提出": "提出人", "采纳": "范围", "报送": "期号", "采用": "期号", "交办": "会办 期限",
    "办理": "进度", "延期": "原因 批准", "阶段答复": "单位 方式 文件", "答复": "单位 方式 文件",
    "办结": "佐证 下一步 承诺 计划 原因 类别", "评价": "评价人 方式", "质疑": "提出人",
    "回头看": "查验人 佐证", "更正": "作废",
}  # fmt: skip
"""The field names of each action: an event line is cut only before one of its own."""
DOCUMENTS = {"sessions", "proposals", "opinions", "cases", "methods"}
ANCHORS = {"建议": "s", "问题": "p"}


@dataclass(eq=False)
class Event:
    """One line of a history."""

    when: str
    action: str
    content: str
    parts: dict[str, str]


@dataclass(eq=False)
class Item:
    """A suggestion, a problem, or a record that is itself the item."""

    kind: str
    number: str
    record: "Record"
    events: list[Event] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The name of the item in references."""
        mark = f"#{ANCHORS[self.kind]}{self.number}" if self.number else ""
        return f"{self.record.id}{mark}"


@dataclass(eq=False)
class Record:
    """One file: its kind is the name of the folder it lies in."""

    kind: str
    region: str
    name: str
    head: Any
    items: list[Item] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The name of the record in references."""
        return f"{self.kind}/{self.region}/{self.name}"


@dataclass(eq=False)
class Folder:
    """A content folder."""

    site: Any
    vocabulary: Any
    regions: dict[str, Any]
    lists: dict[tuple[str, str], list[Any]]
    """Region and file name → entries of units and platforms."""
    records: list[Record]


def read(root: Path) -> Folder:
    """The whole folder."""
    regions = sorted(path for path in (root / "regions").iterdir() if path.is_dir())
    vocabulary = root / "vocabulary.yaml"
    return Folder(
        site=load((root / "site.yaml").read_text()),
        vocabulary=load(vocabulary.read_text()) if vocabulary.exists() else {},
        regions={path.name: load((path / "region.yaml").read_text()) for path in regions},
        lists={
            (path.name, name): load((path / f"{name}.yaml").read_text())
            for path in regions
            for name in ("units", "platforms")
            if (path / f"{name}.yaml").exists()
        },
        records=[record for path in regions for record in records(path)],
    )


def load(text: str) -> Any:
    """YAML in which every value is a text."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def records(region: Path) -> Iterator[Record]:
    """The records of a region: one a file."""
    for path in sorted(region.rglob("*.*")):
        folder, *inside = path.relative_to(region).parts
        name = "/".join(inside).rpartition(".")[0]
        if folder in DOCUMENTS and path.suffix == ".md":
            yield document(Record(folder, region.name, name, None), path.read_text())
        elif folder in ("reviews", "plans", "statistics") and path.suffix == ".yaml":
            yield Record(folder, region.name, name, load(path.read_text()))


def document(record: Record, text: str) -> Record:
    """Head and items of a document."""
    _, head, body = re.split(r"^---\s*$", text, maxsplit=2, flags=re.MULTILINE)
    record.head = load(head)
    for item, lines in sections(record, body):
        record.items.append(item)
        for line in joined(lines):
            written(item, line)
    return record


def sections(record: Record, body: str) -> Iterator[tuple[Item, list[str]]]:
    """Each item with its lines; what stands under other headings is prose."""
    if record.kind in ("proposals", "opinions"):
        found = re.search(r"^## 办理\s*$(.*?)(?=^## |\Z)", body, re.MULTILINE | re.DOTALL)
        yield Item(record.kind, "", record), found[1].splitlines() if found else []
        return
    for section in re.split(r"^## ", body, flags=re.MULTILINE)[1:]:
        heading, *lines = section.splitlines()
        numbered = re.match(r"(建议|问题) ?(\d+)(?=$|[ ：、])", heading)
        if numbered:
            yield Item(numbered[1], numbered[2], record), lines


def joined(lines: list[str]) -> list[str]:
    """The entries of a list; an indented line goes on with the entry above it."""
    found: list[str] = []
    for line in lines:
        if line.startswith("- "):
            found.append(line[2:].strip())
        elif line.startswith("  ") and line.strip() and found:
            latin = re.match(r"\w", found[-1][-1] + line.strip()[0], re.ASCII)
            found[-1] += (" " if latin else "") + line.strip()
    return found


def written(item: Item, line: str) -> None:
    """An event where the line begins with a date, else fields of the item."""
    event = re.match(r"(\d{4}(?:-\d\d){0,2}) ?([^：；\s]+)(.*)$", line)
    if not event:
        item.fields |= dict(pair.split("：", 1) for pair in re.split(r"；(?=原因：)", line))
        return
    names = NAMES.get(event[2], "").replace(" ", "|")
    cut = re.compile(f"；(?=(?:{names})：)") if names else re.compile("(?!)")
    content, *pairs = cut.split(event[3])
    parts = dict(pair.split("：", 1) for pair in pairs)
    item.events.append(Event(event[1], event[2], content.removeprefix("："), parts))


def listed(written: Any) -> list[str]:
    """Several names in one value."""
    if isinstance(written, list):
        return written
    return [name for name in (written or "").split("、") if name]
