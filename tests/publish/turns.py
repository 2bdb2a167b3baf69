"""Turns in the life of content: each changes a folder that was published, and may be wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from hypothesis import strategies as st
from PIL import Image

from tests.parcels.edits import LINKS, RECORDS, REGIONS
from tests.parcels.province import ATTACHED, PROVINCE

Content = Mapping[str, bytes]
_HEAD, _STEP = "领域: 供水排水\n", " 交办：县水务局\n"
_SESSIONS = sorted(path for path in PROVINCE if "/sessions/" in path and ".en." not in path)
_CASES = sorted(path for path in PROVINCE if "/cases/" in path)
_PLANS = sorted(path for path in PROVINCE if "/plans/" in path or "/methods/" in path)


def picture(shade: int) -> bytes:
    """A picture all of one shade."""
    stream = BytesIO()
    Image.new("RGB", (40, 30), (shade, 90, 120)).save(stream, "PNG")
    return stream.getvalue()


def province() -> Content:
    """The small province with its pictures."""
    pictures = {"/attachments/".join(one.split("/")): picture(7) for one in ATTACHED}
    return {path: text.encode() for path, text in PROVINCE.items()} | {
        f"regions/{path}": raw for path, raw in pictures.items()
    }


def put(content: Content, before: Content, root: Path) -> None:
    """Makes the folder hold this content; files that did not change are not touched."""
    for path in before.keys() - content.keys():
        (root / path).unlink()
    for path, raw in content.items():
        if before.get(path) != raw:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(raw)


@dataclass(frozen=True)
class Turn:
    """One turn: what happens, where (a number stands for a file or a region), to which other."""

    what: str
    at: int
    record: str
    link: str

    def of(self, content: Content) -> Content:
        """The content after it; the same where there is nothing to change."""
        return _TURNS[self.what](self, content)

    @property
    def session(self) -> str:
        """The path of a session that there was at first."""
        return _SESSIONS[self.at % len(_SESSIONS)]

    @property
    def region(self) -> str:
        """A region."""
        return REGIONS[self.at % len(REGIONS)]


def _swap(content: Content, path: str, old: str, new: str) -> Content:
    raw = content.get(path)
    if raw is None:
        return content
    return {**content, path: raw.replace(old.encode(), new.encode(), 1)}


def _in_head(turn: Turn, content: Content, line: str) -> Content:
    return _swap(content, turn.session, _HEAD, f"{_HEAD}{line}\n")


def _told(turn: Turn, content: Content, line: str) -> Content:
    return _swap(content, turn.session, _STEP, f"{_STEP}{line}\n")


def _removed(turn: Turn, content: Content) -> Content:
    paths = sorted(path for path in content if path.endswith((".md", ".yaml")))
    gone = paths[turn.at % len(paths)]
    return {path: raw for path, raw in content.items() if path != gone}


def _renamed(turn: Turn, content: Content) -> Content:
    if turn.session not in content:
        return content
    old = turn.session.rpartition("/")[2].removesuffix(".md")
    new = f"{old}-{turn.at}"
    return {
        path.replace(f"/{old}.", f"/{new}."): raw.replace(f"/{old}".encode(), f"/{new}".encode())
        for path, raw in content.items()
    }


def _added(turn: Turn, content: Content) -> Content:
    text = content.get(turn.session, b"")
    return {**content, f"regions/{turn.region}/sessions/2025/1201-n{turn.at}.md": text}


def _called(turn: Turn, content: Content) -> Content:
    return _swap(content, f"regions/{turn.region}/region.yaml", "名称: ", "名称: 新")


def _unit_called(turn: Turn, content: Content) -> Content:
    old, new = "县水务局".encode(), "县水利局".encode()
    own = f"regions/{turn.region}/"
    return {p: raw.replace(old, new) if p.startswith(own) else raw for p, raw in content.items()}


def _case(turn: Turn, content: Content) -> Content:
    return _swap(content, _CASES[turn.at % len(_CASES)], "协商: ", f"协商: {turn.record}、")


def _pictured(turn: Turn, content: Content) -> Content:
    paths = sorted(path for path in content if path.endswith(".png"))
    return {**content, paths[turn.at % len(paths)]: picture(turn.at)}


def _linked(turn: Turn, content: Content) -> Content:
    if turn.session not in content:
        return content
    raw, prose = content[turn.session], "\n## 经过\n"
    raw += b"" if prose.encode() in raw else prose.encode()
    linked = {**content, turn.session: raw}
    return _swap(linked, turn.session, prose, f"{prose}\n见[这里]({turn.link})。\n")


def _lost(turn: Turn, content: Content) -> Content:
    plan = _PLANS[turn.at % len(_PLANS)]
    return {path: raw for path, raw in content.items() if path != plan}


_TURNS: Mapping[str, Callable[[Turn, Content], Content]] = {
    "a line": lambda t, c: _told(t, c, "- 2026-02-01 答复：修好了"),
    "a text": lambda t, c: _swap(c, t.session, "先修一段", f"先修{t.at}段"),
    "a file less": _removed,
    "a list less": _lost,
    "another name": _renamed,
    "a session more": _added,
    "a region": _called,
    "a unit": _unit_called,
    "a word": lambda t, c: _swap(c, "vocabulary.yaml", "编号: water", f"编号: water-{t.at}"),
    "a theme": lambda _, c: _swap(c, "vocabulary.yaml", "名称: 交通", "名称: 道路"),
    "the site": lambda t, c: _swap(c, "site.yaml", "主办: ", f"主办: 第{t.at}"),
    "about": lambda t, c: _swap(c, "pages/about.md", "例如", f"见[这里]({t.link})，例如"),
    "an attachment": _pictured,
    "follows": lambda t, c: _in_head(t, c, f"承接: {t.record}"),
    "proposal": lambda t, c: _in_head(t, c, f"提案: {t.record}"),
    "crosses": lambda t, c: _in_head(t, c, f"跨区域: {REGIONS[t.at // 7 % len(REGIONS)]}"),
    "taken down": lambda t, c: _in_head(t, c, "撤下: {日期: 2026-01-01, 原因: 重复}"),
    "merged": lambda t, c: _told(t, c, f"- 2025-12-20 并案：{t.record} 建议1"),
    "passed on": lambda t, c: _told(t, c, "- 2025-12-20 交办：省水利厅"),
    "a link": _linked,
    "a case": _case,
}


def turns(most: int) -> st.SearchStrategy[list[Turn]]:
    """A few turns, one after the other."""
    one = st.builds(
        Turn,
        what=st.sampled_from(sorted(_TURNS)),
        at=st.integers(0, 70),
        record=st.sampled_from(RECORDS),
        link=st.sampled_from(LINKS),
    )
    return st.lists(one, min_size=1, max_size=most)
