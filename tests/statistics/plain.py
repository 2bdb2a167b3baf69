"""The records of a content folder, read and counted once more in the plainest way.

For comparison only: nothing of the program is used here. Lines are split, dictionaries are filled,
and what the record format says about counting is said again as directly as possible.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

ENDING = {"不立案", "不采纳", "并案", "转为", "撤回"}
IN_HAND = {"交办", "办理", "阶段答复", "答复", "办结"}
REOPENING = {"反弹", "承诺未兑现"}
LAST_STAGE = {
    "立案": "accepted", "采纳": "accepted", "转交": "accepted", "交办": "assigned",
    "退回": "returned", "办理": "handling", "阶段答复": "handling", "答复": "replied",
    "办结": "closed", "二次办理": "reopened", "不立案": "declined", "不采纳": "declined",
    "并案": "merged", "转为": "converted", "撤回": "withdrawn",
}  # fmt: skip
"""Where an item stands after an action, leaving aside all that depends on more."""


@dataclass
class Item:
    """A suggestion or a problem; an event is (date, action, content, {key: value})."""

    kind: str
    number: str
    session: "Session"
    events: list[tuple[str, str, str, dict[str, str]]] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)


@dataclass
class Session:
    """A session with its head as written."""

    region: str
    name: str
    head: dict[str, str]
    items: list[Item] = field(default_factory=list)


@dataclass
class Folder:
    """Everything that is counted."""

    parents: dict[str, str]
    sessions: list[Session]
    listed: list[tuple[str, str, str]]
    """Metric, region and year of each platform, case and method."""
    themes: dict[str, str]


def read(root: Path) -> Folder:
    """The whole folder."""
    files = root.glob("regions/*/region.yaml")
    regions = {path.parent.name: head(path.read_text()) for path in files}
    return Folder(
        parents=parents(regions),
        sessions=[session(path) for path in sorted(root.glob("regions/*/sessions/*/*.md"))],
        listed=[
            *(("platforms", *one) for one in entries(root.glob("regions/*/platforms.yaml"))),
            *(("cases", *one) for one in documents(root.glob("regions/*/cases/*.md"))),
            *(("methods", *one) for one in documents(root.glob("regions/*/methods/*.md"))),
        ],
        themes=dict(
            re.findall(r"\{编号: ([\w-]+), 名称: ([^,}]+)", (root / "vocabulary.yaml").read_text())
        ),
    )


def entries(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Region and year of each entry of the lists of platforms."""
    for path in sorted(paths):
        for line in path.read_text().splitlines():
            if line.startswith("- {"):
                yield path.parent.name, "".join(re.findall(r"成立: (\d{4})", line))


def documents(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Region and year of each document."""
    for path in sorted(paths):
        written = head(path.read_text().split("---\n", 1)[1])
        yield path.parts[-3], written.get("日期", "")[:4]


def head(text: str) -> dict[str, str]:
    """``键: 值`` lines, as they stand."""
    lines = text.split("\n---", 1)[0].splitlines()
    return dict(re.split(r":\s*", line, maxsplit=1) for line in lines if re.match(r"\w+:", line))


def parents(regions: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The written 上级, else the nearest region whose code stands above."""
    codes = {head.get("代码", "").strip('"'): name for name, head in regions.items()}
    found = {}
    for name, written in regions.items():
        code = written.get("代码", "").strip('"')
        above = [f"{code[:4]}00", f"{code[:2]}0000"] if code else []
        near = [codes[one] for one in above if one in codes and one != code]
        found[name] = near[0] if near else written.get("上级", "")
    return found


def session(path: Path) -> Session:
    """One session: its head, then one item for each numbered heading."""
    text = path.read_text()
    name = f"{path.parts[-2]}/{path.stem}"
    found = Session(path.parts[-4], name, head(text.split("---\n", 1)[1]))
    item: Item | None = None
    for line in text.split("\n---\n", 1)[1].splitlines():
        heading = re.match(r"## (建议|问题) ?(\d+)", line)
        if line.startswith("## "):
            item = Item(heading[1], heading[2], found) if heading else None
            found.items += [item] if item else []
        elif item and line.startswith("- "):
            fill(item, line[2:])
        elif item and item.events and line.startswith("  "):
            raise ValueError("this reader joins no lines")
    return found


def fill(item: Item, line: str) -> None:
    """A line below an item: an event where it begins with a date."""
    pieces = re.split(r"；(?=[^；：]{1,4}：)", line)
    when = re.match(r"(\d{4}(?:-\d\d){0,2}) (\w+)(?:：(.*))?$", pieces[0])
    pairs = dict(piece.split("：", 1) for piece in pieces[1:])
    if when:
        item.events.append((when[1], when[2], when[3] or "", pairs))
    else:
        item.fields |= dict([pieces[0].split("：", 1)]) | pairs


def effective(item: Item) -> list[tuple[str, str, str, dict[str, str]]]:
    """The events without those that a correction voids."""
    voided = {event[3]["作废"] for event in item.events if "作废" in event[3]}
    return [event for event in item.events if f"{event[0]} {event[1]}" not in voided]


def result(item: Item) -> str:
    """The result of the last 办结 or 现已解决; a new 交办 and whatever re-opens clears it."""
    now = ""
    for _, action, content, _ in effective(item):
        if action == "办结":
            now = content
        elif action == "回头看" and content == "现已解决":
            now = "已解决"
        elif action in ("交办", "二次办理") or (action == "回头看" and content in REOPENING):
            now = ""
    return now


def solved(item: Item) -> bool:
    """A problem is solved by itself, or by all live suggestions that it names."""
    if result(item) == "已解决":
        return True
    numbers = re.split("、", item.fields.get("建议", ""))
    named = [one for one in item.session.items if one.kind == "建议" and one.number in numbers]
    live = [one for one in named if not ended(one)]
    return bool(live) and all(result(one) == "已解决" for one in live)


def ended(item: Item) -> bool:
    """Declined, merged, converted or withdrawn."""
    return any(action in ENDING for _, action, _, _ in effective(item))


def stage(item: Item) -> str | None:
    """Where a simple item stands; None where more than the last action decides."""
    now = "raised"
    for _, action, content, pairs in effective(item):
        if action in ("答复", "采纳") and (pairs.get("单位") or now not in ("raised", "accepted")):
            return None
        if action == "阶段答复" and now == "replied":
            return None
        if action == "回头看" and content in REOPENING:
            now = "reopened"
        now = LAST_STAGE.get(action, now)
    return now


def is_compiled(session: Session) -> bool:
    """From public reports, which is what a source means unless it says otherwise."""
    return "来源" in session.head and "性质: 本单位" not in session.head["来源"]


def is_held(session: Session, today: date) -> bool:
    """Neither postponed nor cancelled, and not ahead."""
    when = session.head.get("时间", "")[:10]
    first = (when + "-01-01")[:10] if when else ""
    return "状态" not in session.head and first <= today.isoformat()


def counted(folder: Folder, today: date) -> Iterator[tuple[str, dict[str, Any]]]:
    """(metric, where and when) once for everything that a metric counts."""
    for metric, region, year in folder.listed:
        yield metric, {"regions": [region], "year": year, "themes": []}
    for each in folder.sessions:
        if "撤下" in each.head:
            continue
        place = where(folder, each)
        if is_held(each, today):
            yield "sessions", place
        if "状态" in each.head:
            yield "sessions_not_held", place
        for item in each.items:
            for metric in metrics(item):
                yield metric, place


def where(folder: Folder, session: Session) -> dict[str, Any]:
    """The regions, the year and the themes that everything of a session counts in."""
    names = re.split("、", session.head.get("领域", ""))
    keys = {name: key for key, name in folder.themes.items()}
    further = [one for one in re.split("、", session.head.get("跨区域", "")) if one]
    return {
        "regions": list(dict.fromkeys([session.region, *further])),
        "year": session.head.get("时间", "")[:4],
        "themes": [keys[name] for name in names if name in keys],
    }


def metrics(item: Item) -> Iterator[str]:
    """The metrics that count an item."""
    if item.kind == "问题":
        yield "problems"
        if solved(item):
            yield "solved_problems"
        return
    yield "suggestions"
    if result(item):
        yield f"result {result(item)}"
    if is_compiled(item.session):
        yield "compiled"
        return
    if ended(item):
        return
    done = [action for _, action, _, _ in effective(item)]
    if IN_HAND & set(done):
        yield "taken_in_hand"
    if result(item) == "已解决":
        yield "resolved"


def above(folder: Folder, regions: list[str]) -> set[str]:
    """The regions, all they lie in, and the whole site."""
    found = {""}
    for region in regions:
        while region:
            found.add(region)
            region = folder.parents.get(region, "")
    return found
