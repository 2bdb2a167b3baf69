"""A content folder that says a payload wherever text may stand, and what of it is refused.

Each group of payloads has a county of its own, with a record of every kind that lies in regions;
what the checks refuse is taken back, place by place, until the folder can be published.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from shutil import rmtree

from site_gen.findings import Severity, Where
from site_gen.pipeline import audit
from site_gen.records.kinds import Kind, Notation
from site_gen.records.site import PAGE, SITE, VOCABULARY
from site_gen.records.table import KINDS
from tests.security.payloads import SETTINGS, TEXTS
from tests.security.places import UNIT, Filler, Placed, Tree, lines, places
from tests.sites.folder import PICTURE

TODAY = date(2026, 11, 22)
PROSE: tuple[str, ...] = (
    "{}",
    "前面 {} 后面",
    "### {}",
    "- {}",
    "> {}",
    "| {} |\n|---|\n| {} |",
    "**{}** *{}* `{}`",
    "[{}](https://a.example/)",
    "![{}](jungong.png)",
    "[x]({})",
    '[x](https://a.example/ "{}")',
    "[x](https://a.example/{})",
    "<https://a.example/{}>",
    "![x]({}.png)",
)
"""Where a payload stands in prose; each is a passage."""

ATTACHMENT = "attachment.name"
Mark = tuple[int, str]
"""A placement: the number of the group of payloads, and the place."""


@dataclass
class Folder:
    """Files by path, and what stands where: path, line → column → placement."""

    files: dict[str, bytes] = field(default_factory=dict)
    marks: dict[tuple[str, int], set[tuple[int, Mark]]] = field(
        default_factory=lambda: defaultdict(set)
    )

    def blamed(self, where: Where) -> frozenset[Mark]:
        """The placements that a finding at this place speaks of."""
        if file := re.match(r"regions/r(\d+)/attachments/", where.path):
            return frozenset({(int(file[1]), ATTACHMENT)})
        found = self.marks.get((where.path, where.line), set())
        last = max((column for column, _ in found if column <= where.column), default=0)
        return frozenset(mark for column, mark in found if last in (0, column))

    def write(self, root: Path) -> None:
        """The folder below ``root``."""
        for path, content in self.files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


class Sheet:
    """The lines of one file as they are written."""

    def __init__(self, path: str, number: int, folder: Folder) -> None:
        self.path, self.number, self.folder, self.lines = path, number, folder, list[str]()

    def add(self, text: str, *placed: tuple[int, str]) -> None:
        """A line, or several; ``placed`` are columns with what stands there."""
        for offset in range(text.count("\n") + 1):
            marks = self.folder.marks[self.path, len(self.lines) + offset + 1]
            marks.update((column, (self.number, place)) for column, place in placed)
        self.lines += text.split("\n")

    def tree(self, value: Mapping[str, Tree], indent: str = "", first: str = "") -> None:
        """A map in block style, one line for each text."""
        for key, each in value.items():
            start = f"{first or indent}{_quoted(key) if isinstance(key, Placed) else key}:"
            first = ""
            if isinstance(each, Mapping):
                self.add(start, *((1, place) for place in places(each)))
                self.tree(each, f"{indent}  ")
            elif isinstance(each, list):
                self.add(start)
                for entry in each:
                    self.tree(entry, f"{indent}    ", f"{indent}  - ")
            else:
                placed = [(1, one.place) for one in (key, each) if isinstance(one, Placed)]
                self.add(f"{start} {_quoted(each)}", *placed)

    def close(self) -> None:
        """Put the file into the folder."""
        self.folder.files[self.path] = ("\n".join(self.lines) + "\n").encode()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@dataclass(frozen=True)
class Hostile:
    """What came of it: how often each place took a payload, and how often it was refused."""

    taken: Counter[str]
    refused: Counter[str]


def hostile_site(root: Path, evil: str) -> Hostile:
    """Writes the largest hostile site that passes the checks."""
    refused = frozenset[Mark]()
    texts = {n: " ".join(one.text(evil) for one in pack) for n, pack in enumerate(TEXTS)}
    while True:
        fillers = _fillers(texts, refused)
        folder = _folder(fillers)
        folder.write(root)
        wrong = [one for one in audit(root, TODAY).findings if one.severity is Severity.ERROR]
        if not wrong:
            return _counted(folder, refused, fillers)
        blamed = [folder.blamed(finding.where) for finding in wrong]
        stuck = [str(one) for one, marks in zip(wrong, blamed, strict=True) if marks <= refused]
        assert len(stuck) < len(wrong), stuck[:20]
        refused = refused.union(*blamed)
        for number in {
            number for marks in blamed for number, place in marks if place == ATTACHMENT
        }:
            rmtree(root / f"regions/r{number}/attachments")


def _counted(folder: Folder, refused: frozenset[Mark], fillers: Mapping[int, Filler]) -> Hostile:
    taken = {mark for marks in folder.marks.values() for _, mark in marks}
    unread = {(number, place) for number, filler in fillers.items() for place in filler.unread}
    return Hostile(_weighed(taken), _weighed((refused | unread) - taken))


def _weighed(marks: Iterable[Mark]) -> Counter[str]:
    """How many payloads are in each place."""
    found = Counter[str]()
    for number, place in marks:
        found[place] += len(TEXTS[number])
    return found


def _fillers(texts: Mapping[int, str], refused: frozenset[Mark]) -> dict[int, Filler]:
    own: dict[int, set[str]] = defaultdict(set)
    for number, place in refused:
        own[number].add(place)
    return {number: _filler(text, frozenset(own[number])) for number, text in texts.items()}


@cache
def _filler(payload: str, refused: frozenset[str]) -> Filler:
    """One for each question, so that what it learns is kept with what was built."""
    return Filler(payload, refused)


def _folder(fillers: Mapping[int, Filler]) -> Folder:
    folder = Folder()
    counties = {number: filler for number, filler in fillers.items() if number != SETTINGS}
    _settings(folder, fillers[SETTINGS])
    _vocabulary(folder, counties)
    for number, filler in counties.items():
        county = _county(number, filler)
        folder.files |= county.files
        folder.marks |= county.marks
    return folder


@cache
def _county(number: int, filler: Filler) -> Folder:
    folder = Folder()
    _page(folder, number, filler)
    _attachments(folder, number, filler)
    for kind in KINDS:
        if "<region>" in kind.pattern:
            _records(folder, number, filler, kind)
    return folder


def _settings(folder: Folder, filler: Filler) -> None:
    sheet = Sheet(SITE.pattern, SETTINGS, folder)
    sheet.tree(filler.head(SITE))
    sheet.close()


def _vocabulary(folder: Folder, fillers: Mapping[int, Filler]) -> None:
    sheet = Sheet(VOCABULARY.pattern, 0, folder)
    for key, label in (("themes", "领域"), ("brands", "品牌")):
        sheet.add(f"{label}:")
        sheet.tree({"名称": f"别的{label}"}, "    ", "  - ")
        for sheet.number, filler in fillers.items():
            entry = filler.entry(VOCABULARY, key)
            if entry["名称"] != UNIT:
                sheet.tree(entry, "    ", "  - ")
    sheet.close()


def _page(folder: Folder, number: int, filler: Filler) -> None:
    sheet = Sheet(f"pages/p{number}.md", number, folder)
    _document(sheet, filler.head(PAGE))
    _prose(sheet, filler, "page")
    sheet.close()


def _attachments(folder: Folder, number: int, filler: Filler) -> None:
    folder.files[f"regions/r{number}/attachments/jungong.png"] = PICTURE
    name = f"{filler.payload}.png"
    if "/" in name or "\0" in name or len(name.encode()) > 255:  # no file system has such a file
        filler.unread.add(ATTACHMENT)
    elif ATTACHMENT not in filler.refused:
        path = f"regions/r{number}/attachments/{name}"
        folder.files[path] = PICTURE
        folder.marks[path, 0].add((1, (number, ATTACHMENT)))


def _records(folder: Folder, number: int, filler: Filler, kind: Kind) -> None:
    """A record with everything, and one that was taken down."""
    for name, head in (("x", filler.head(kind)), ("down", filler.taken_down(kind))):
        sheet = Sheet(_path(kind, number, name), number, folder)
        if kind.notation is Notation.LIST:
            _list(sheet, filler, kind)
            return
        if kind.notation is Notation.MAP:
            sheet.tree(head)
        else:
            _document(sheet, head)
            if name == "x":
                _body(sheet, filler, kind)
            elif kind.history:
                sheet.add("## 办理\n\n- 2024-03-01 提出")
        sheet.close()


def _path(kind: Kind, number: int, name: str) -> str:
    """Where a record lies; the one that was taken down beside the other, or in another folder."""
    region = f"r{number}-{name}" if kind.required and name != "x" else f"r{number}"
    year = "2024" if "<name>" in kind.pattern or name == "x" else "2023"
    found = kind.pattern.replace("<region>", region).replace("<year>", year)
    return found.replace("<name>", name)


def _list(sheet: Sheet, filler: Filler, kind: Kind) -> None:
    sheet.tree(filler.head(kind), "  ", "- ")
    sheet.tree(filler.taken_down(kind), "  ", "- ")
    sheet.tree({"名称": UNIT}, "  ", "- ")
    sheet.close()


def _document(sheet: Sheet, head: Mapping[str, Tree]) -> None:
    title = next(iter(head.values()))  # what is wrong with it is said of the whole record
    sheet.add("---", *((1, place) for place in places(title)))
    sheet.tree(head)
    sheet.add("---\n")


def _body(sheet: Sheet, filler: Filler, kind: Kind) -> None:
    for item in kind.items:
        sheet.add(
            f"## {item.term}1 {_held(filler, f'{item.key}.heading', '修路')}",
            (1, f"{item.key}.heading"),
        )
        sheet.add("")
        for label, value in filler.fields(item).items():
            text = _joined(value)
            place = value.place if isinstance(value, Placed) else ""
            sheet.add(f"- {label}：{text}", *([(1, place)] if place else []))
        sheet.add("")
        if item.deadline:
            _suggestions(sheet, filler, item.term)
    if not kind.history:
        _prose(sheet, filler, kind.key)
    if kind.history:
        _prose(sheet, filler, kind.key)
        sheet.add("## 办理\n\n- 2024-01-02 提出")
        value = _held(filler, f"{kind.key}.event", "有人说")
        sheet.add(f"- 2024-01-03 据报道：{_joined(value)}", (1, f"{kind.key}.event"))


def _suggestions(sheet: Sheet, filler: Filler, term: str) -> None:
    for number, line in enumerate(lines(filler), 2):
        sheet.add(f"## {term}{number} 修路\n")
        for before in line.before:
            sheet.add(f"- {before}")
        text, placed = f"- {line.start}", list[tuple[int, str]]()
        for start, value in line.parts:
            if isinstance(value, Placed):
                placed.append((len(text) + 1, value.place))
            text += start + _joined(value)
        sheet.add(text, *placed)
        sheet.add("")
    value = _held(filler, "suggestion.disclosure_reason", "个人隐私")
    sheet.add(f"## {term}99\n")
    sheet.add(f"- 公开：不公开；原因：{_joined(value)}", (1, "suggestion.disclosure_reason"))
    sheet.add("")


def _prose(sheet: Sheet, filler: Filler, key: str) -> None:
    # Where a link that was not found stands is not always known: then the passage is named.
    linked = (f"{key}.prose {n}" for n, frame in enumerate(PROSE) if "](" in frame)
    sheet.add("## 经过", *((1, place) for place in linked if place not in filler.refused))
    sheet.add("")
    for number, frame in enumerate(PROSE):
        place = f"{key}.prose {number}"
        if "](" in frame and "\n" in filler.payload:  # no address goes on over lines
            filler.unread.add(place)
            continue
        if place not in filler.refused:
            sheet.add(frame.replace("{}", filler.payload), (1, place))
            sheet.add("")


def _held(filler: Filler, place: str, otherwise: str) -> str:
    return otherwise if place in filler.refused else Placed(filler.payload, place)


def _joined(text: str) -> str:
    """A text on one line, as event lines have it."""
    return text.replace("\n", " ")
